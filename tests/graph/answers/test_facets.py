from __future__ import annotations

from typing import TYPE_CHECKING

from graph.answers.facets import facets
from ontology import names

if TYPE_CHECKING:
    from graph.store import Store

KORLA = f"{names.ID}document/库政办发/2018/171"


def test_the_sample_has_its_level_place_year_agencies_and_rights(sample_store: Store) -> None:
    found = facets(sample_store)
    assert {each.document for each in found} == {KORLA}
    values = {(each.facet, each.value) for each in found}
    assert values >= {
        ("level", "县"),
        ("place", "库尔勒市"),
        ("year", "2018"),
        ("agency", "公安局"),
        ("right", "宅基地使用权"),
    }
