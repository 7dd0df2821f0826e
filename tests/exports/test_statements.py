from __future__ import annotations

from typing import TYPE_CHECKING

from exports.statements import Evidence, statements
from ontology import names

if TYPE_CHECKING:
    from graph.store import Store

PLAN = f"{names.ID}document/库政办发/2018/171/annex/1"


def test_evidence_is_read_with_its_place(store: Store, korla: str) -> None:
    said = statements(store, korla)
    (found,) = said.evidence(f"{PLAN}/三/（一）/1/responsibility/1")
    assert found == Evidence(1333, 1341, "(市公安局牵头)")


def test_concepts_are_told_by_their_last_segment(store: Store, korla: str) -> None:
    said = statements(store, korla)
    assert said.key(f"{PLAN}/三/（一）/1/responsibility/1", names.m8g_role) == "lead"


def test_what_is_not_said_is_empty(store: Store, korla: str) -> None:
    said = statements(store, korla)
    assert said.text(korla, names.zm_term) == ""
    assert said.all("https://example.org/nothing", names.rdf_type) == ()
    assert said.key(korla, names.zm_term) == ""


def test_the_first_property_that_has_a_value_counts(store: Store, korla: str) -> None:
    said = statements(store, korla)
    assert said.text(korla, names.zm_term, names.eli_id_local) == "库政办发〔2018〕171号"


def test_the_vocabulary_is_left_out(store: Store) -> None:
    assert statements(store).of_type(names.skos_ConceptScheme) == ()
