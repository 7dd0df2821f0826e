from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from exports.site.duties import AllDuties, duties_of, successors
from exports.site.known import Known
from graph.answers.listing import agencies, open_agencies
from graph.answers.responsibility import responsibility
from graph.references import AgencyMatch
from ontology import names

if TYPE_CHECKING:
    from graph.store import Store


@pytest.fixture
def known(family_store: Store) -> Known:
    return Known(family_store)


@pytest.fixture
def matches(family_store: Store) -> list[AgencyMatch]:
    bodies = [AgencyMatch(a.iri, a.agency, open=False) for a in agencies(family_store)]
    return bodies + [AgencyMatch(a.iri, a.agency, open=True) for a in open_agencies(family_store)]


@pytest.mark.parametrize("at_once", [1, 3, 1000])
def test_many_at_once_have_what_each_alone_has(
    known: Known, matches: list[AgencyMatch], at_once: int
) -> None:
    asked = matches + [match for match, _ in successors(known, matches)]
    every = AllDuties(known, asked, at_once)
    alone = {match.iri: responsibility(known.store, [match]) for match in asked}
    assert {match.iri: every.of(match) for match in asked} == alone
    assert sum(map(len, alone.values())) > 15


def test_two_of_one_name_are_asked_for_apart(known: Known, matches: list[AgencyMatch]) -> None:
    police = [m for m in matches if m.name.endswith("公安局")]
    alike = [AgencyMatch(m.iri, "公安局", open=False) for m in police]
    assert len(alike) > 1
    found = duties_of(known, alike)
    assert found == {m.iri: responsibility(known.store, [m]) for m in alike}


def test_successors_are_those_with_a_duty(known: Known, matches: list[AgencyMatch]) -> None:
    found = {
        match.iri.removeprefix(f"{names.ID}agency/"): n for match, n in successors(known, matches)
    }
    assert found["511700/卫生健康委员会"] == 1
    assert found["511700/医疗保障局"] == 1
    assert "511700/退役军人事务局" not in found
    assert not any(thing.startswith("511600/") for thing in found)
