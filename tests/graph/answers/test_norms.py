from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from graph.answers.norms import norms
from graph.model import NormKind
from graph.references import find_reference

if TYPE_CHECKING:
    from graph.store import Store


def test_a_sentence_can_be_of_two_kinds(sample_store: Store) -> None:
    clause = find_reference(sample_store, "三（一）4")
    found = norms(sample_store, document=clause)
    assert [norm.kind for norm in found] == ["permission", "exemption"]
    assert found[0].quote == found[1].quote


def test_kinds_are_told_apart(sample_store: Store) -> None:
    counts = Counter(norm.kind for norm in norms(sample_store))
    for kind in NormKind:
        assert counts[kind] == len(norms(sample_store, kind)) > 0


def test_the_quote_keeps_the_line_ends_of_the_source(sample_store: Store) -> None:
    clause = find_reference(sample_store, "三（二）2")
    first, _ = norms(sample_store, document=clause)
    assert "进行全面\n\n  清理" in first.quote
