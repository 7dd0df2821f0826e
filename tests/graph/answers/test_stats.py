from __future__ import annotations

from typing import TYPE_CHECKING

from graph import iri
from graph.answers.stats import stats

if TYPE_CHECKING:
    from graph.store import Store


def test_the_sample_is_counted(sample_store: Store) -> None:
    counts = {each.kind: each.count for each in stats(sample_store)}
    assert (counts["documents"], counts["annexes"], counts["stubs"]) == (1, 1, 5)
    assert (counts["provisions"], counts["citations"]) == (28, 7)
    (document,) = (g for g in sample_store.graphs() if g != iri.ONTOLOGY_GRAPH)
    assert counts["statements"] == len(sample_store.ntriples(document).splitlines())


def test_a_second_document_doubles_what_is_not_shared(
    sample_store: Store, circular_store: Store
) -> None:
    one = {each.kind: each.count for each in stats(sample_store)}
    two = {each.kind: each.count for each in stats(circular_store)}
    assert two["provisions"] == 2 * one["provisions"]
    assert two["responsibilities"] == 2 * one["responsibilities"]
    assert two["agencies"] == one["agencies"]
    assert (two["documents"], two["stubs"]) == (2, 4)
