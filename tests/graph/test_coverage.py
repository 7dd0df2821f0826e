from pathlib import Path

import pytest

from graph.coverage import Mention, Outcome, by_form, by_level, mentions, missed
from graph.files import documents_in
from graph.model import Reading
from graph.pipeline import read_sample
from graph.resolve import Agency


@pytest.fixture(scope="module")
def sample() -> list[Mention]:
    return list(mentions([read_sample()]))


def test_every_body_of_the_sample_is_one_of_its_city(sample: list[Mention]) -> None:
    bodies = [m.resolution for m in sample if isinstance(m.resolution, Agency)]
    assert {body.division for body in bodies} == {"652801"}
    assert all(body.classified for body in bodies)
    outcomes = {m.outcome for m in sample}
    assert outcomes == {Outcome.PLACE_AND_KIND, Outcome.OPEN}


def test_the_zone_and_the_towns_of_the_sample_stay_what_they_are(sample: list[Mention]) -> None:
    by_name = {m.found.agency: m.resolution for m in sample}
    zone = by_name["上库综合产业园区"]
    assert isinstance(zone, Agency)
    assert (zone.kind, zone.classification) == ("上库综合产业园区", "开发区管理委员会")
    towns = next(m for m in sample if m.found.agency.startswith("各乡镇"))
    assert towns.outcome is Outcome.OPEN


def test_shares_count_open_sets_apart(sample: list[Mention]) -> None:
    (county, whole) = by_level(sample)
    assert county.key == "县"
    assert (county.named, county.open) == (whole.named, whole.open)
    assert whole.named + whole.open == len(sample)
    assert whole.named == whole.kind == whole.place
    assert missed(sample) == ()


def test_forms_add_up_to_the_whole(sample: list[Mention]) -> None:
    *forms, whole = by_form(sample)
    assert {share.key for share in forms} == {"tail", "body"}
    assert sum(share.named for share in forms) == whole.named


def test_of_the_corpus_all_but_a_few_mentions_fall_on_a_kind(
    corpus: Path, corpus_readings: dict[str, Reading]
) -> None:
    files = [path for path in documents_in([corpus]) if path.suffix == ".txt"]
    found = list(mentions(corpus_readings[path.name] for path in files))
    *forms, whole = by_form(found)
    assert whole.kind >= 0.95 * whole.named
    for share in forms:
        assert share.kind >= (0.92 if share.key == "body" else 0.95) * share.named, share
    names = [each.name for each in missed(found)]
    assert len(names) == len(set(names)) <= 100
