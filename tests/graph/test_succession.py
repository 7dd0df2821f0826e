import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model import Jurisdiction
from graph.resolve import Agency, agency_of, identified, resolve_agency
from graph.succession import (
    Certainty,
    after,
    before,
    forerunners,
    heirs,
    holders,
    refusal,
    trace,
)
from ontology import agencies, divisions, successions

KORLA = Jurisdiction("652801", "库尔勒市")
NATION = Jurisdiction("CN", "中华人民共和国")
ISSUED = dt.date(2018, 10, 15)
INSURANCE = (
    "落实进城落户农民参加城镇基本医疗保险政策。完善并落实医保关系转移接续办法和异地就医结算办法"
)
BIRTHS = "做好农业转移人口生育政策和计划生育奖励扶助等政策衔接工作"
PENSIONS = "落实进城落户农民参加城镇养老保险等政策"
LAND = "确保如期完成土地承包权、宅基地使用权等确权登记颁证"

KINDS = st.sampled_from([kind.full for kind in agencies.register().values() if not kind.endings])
DAYS = st.dates(dt.date(1995, 1, 1), dt.date(2026, 1, 1))


def body(name: str, place: Jurisdiction = KORLA, day: dt.date = ISSUED) -> Agency:
    found = resolve_agency(name, place, day)
    assert isinstance(found, Agency)
    return found


@pytest.mark.parametrize(
    ("named", "text", "asked", "event"),
    [
        ("市卫计委", BIRTHS, "市卫健委", "2018-卫生健康"),
        ("市国土资源局", LAND, "市自然资源局", "2018-自然资源"),
        ("市农业局", LAND, "市农业农村局", "2018-农业农村"),
        ("市人社局", INSURANCE, "市医保局", "2018-医疗保障"),
        ("市卫计委", "新型农村合作医疗", "市医保局", "2018-医疗保障"),
        ("市民政局", "符合条件的给予医疗救助", "市医保局", "2018-医疗保障"),
    ],
)
def test_a_clause_of_2018_is_the_successors_with_the_event(
    named: str, text: str, asked: str, event: str
) -> None:
    found = trace(body(named), body(asked, day=dt.date(2020, 1, 1)), text, ISSUED)
    assert found
    assert (found.certainty, [row.event for row in found.events]) == (Certainty.SUCCESSION, [event])
    assert found.events[0].basis


@pytest.mark.parametrize(
    ("named", "text", "asked"),
    [
        ("市人社局", PENSIONS, "市医保局"),  # nothing of medical insurance
        ("市民政局", "确保享有最低生活保障的权利", "市医保局"),
        ("市卫计委", BIRTHS, "市医保局"),
        ("市人社局", INSURANCE, "市人社局"),  # that clause left it
        ("市公安局", "申请落户", "市应急管理局"),
        ("市教育局", PENSIONS, "市卫健委"),
    ],
)
def test_a_transfer_gives_no_clause_but_its_subjects(named: str, text: str, asked: str) -> None:
    assert trace(body(named), body(asked, day=dt.date(2020, 1, 1)), text, ISSUED) is None


def test_a_body_that_stays_keeps_what_did_not_go() -> None:
    found = trace(body("市人社局"), body("市人社局"), PENSIONS, ISSUED)
    assert found
    assert (found.certainty, found.events) == (Certainty.SAME, ())


def test_a_clause_of_both_subjects_is_possibly_of_either() -> None:
    found = holders(body("市人社局"), "养老保险和医疗保险关系转移接续", ISSUED)
    assert {(t.agency.short, t.certainty) for t in found} == {
        ("市人社局", Certainty.POSSIBLE),
        ("市医疗保障局", Certainty.POSSIBLE),
    }


def test_a_split_without_a_subject_leaves_both_successors_possible() -> None:
    found = holders(body("市新闻出版广电局"), "加强宣传", ISSUED)
    assert {(t.agency.kind, t.certainty) for t in found} == {
        ("广播电视局", Certainty.POSSIBLE),
        ("党委宣传部", Certainty.POSSIBLE),
    }


def test_a_split_with_its_subject_goes_to_one() -> None:
    found = holders(body("市新闻出版广电局"), "公益电影放映", ISSUED)
    assert [(t.agency.kind, t.certainty) for t in found] == [("党委宣传部", Certainty.SUCCESSION)]


def test_reforms_follow_one_another() -> None:
    found = holders(body("市卫生局", day=dt.date(2010, 1, 1)), "预防接种", dt.date(2010, 1, 1))
    assert [t.agency.short for t in found] == ["市卫健委"]
    assert [row.event for row in found[0].events] == ["2013-卫生计生", "2018-卫生健康"]


def test_a_text_after_the_reform_lost_nothing_by_it() -> None:
    late = dt.date(2022, 1, 1)
    found = holders(body("市人社局", day=late), INSURANCE, late)
    assert [(t.agency.short, t.certainty) for t in found] == [("市人社局", Certainty.SAME)]


def test_on_the_day_of_the_text_the_old_body_has_its_clauses() -> None:
    found = trace(body("市卫计委"), body("市卫计委"), BIRTHS, ISSUED, on=ISSUED)
    assert found
    assert (found.certainty, found.events) == (Certainty.SAME, ())


def test_while_places_follow_a_reform_the_new_body_is_only_possible() -> None:
    new = body("市卫健委", day=dt.date(2020, 1, 1))
    found = trace(body("市卫计委"), new, BIRTHS, ISSUED, on=dt.date(2018, 12, 1))
    assert found
    assert found.certainty is Certainty.POSSIBLE


def test_an_undated_text_is_possibly_from_before_a_transfer() -> None:
    found = holders(body("市人社局"), INSURANCE, None)
    assert {t.certainty for t in found} == {Certainty.POSSIBLE}
    assert len(found) == 2


def test_a_ministry_changed_on_the_day_of_the_reform() -> None:
    named = body("国家卫生计生委", NATION)
    day = dt.date(2018, 3, 16)
    assert [t.agency.name for t in holders(named, BIRTHS, day, on=day)] == [named.name]
    after = holders(named, BIRTHS, day, on=dt.date(2018, 3, 17))
    assert [t.agency.name for t in after] == ["国家卫生健康委员会"]


def test_a_body_of_the_past_that_is_asked_for_has_what_the_texts_gave_it() -> None:
    found = trace(body("市卫计委"), body("市卫计委"), BIRTHS, ISSUED)
    assert found
    assert found.certainty is Certainty.SAME


def test_forerunners_are_of_the_same_place() -> None:
    found = forerunners(body("市自然资源局", day=dt.date(2020, 1, 1)))
    assert {"市国土资源局", "市城乡规划局"} <= {before.short for before in found}
    assert {before.division for before in found} == {"652801"}


def test_a_body_of_its_own_has_neither_forerunners_nor_successors() -> None:
    zone = body("上库综合产业园区")
    assert forerunners(zone) == ()
    assert [t.agency for t in holders(zone, LAND, ISSUED)] == [zone]


@pytest.mark.parametrize("name", ["市卫健委", "市医保局", "市自然资源局", "市农业农村局"])
def test_a_new_name_is_refused_on_a_day_before_it_with_the_events(name: str) -> None:
    events = refusal(body(name, day=dt.date(2020, 1, 1)), ISSUED)
    assert events
    assert all(row.successor == body(name, day=dt.date(2020, 1, 1)).kind for row in events)


def test_a_body_is_there_once_its_parts_are_merged() -> None:
    tax = body("市税务局", day=dt.date(2020, 1, 1))  # a transfer to it took two years more
    assert refusal(tax, dt.date(2019, 1, 1)) == ()
    before = {row.predecessor for row in refusal(tax, dt.date(2018, 5, 1))}
    assert before == {"国家税务局", "地方税务局"}


@pytest.mark.parametrize("name", ["市卫计委", "市国土资源局", "市公安局", "市人社局"])
def test_the_names_of_the_day_are_not_refused(name: str) -> None:
    assert refusal(body(name), ISSUED) == ()


def test_a_new_name_that_the_place_already_writes_is_not_refused() -> None:
    new = body("市卫健委", day=dt.date(2020, 1, 1))
    assert refusal(new, dt.date(2019, 2, 1), named={"卫生健康委员会"}) == ()


def test_an_old_name_is_refused_after_the_reform() -> None:
    events = refusal(body("市卫计委"), dt.date(2021, 1, 1))
    assert events[0].successor == "卫生健康委员会"


@given(KINDS, DAYS, DAYS, st.sampled_from([INSURANCE, BIRTHS, PENSIONS, LAND, ""]))
def test_every_duty_has_a_holder_and_no_reform_goes_back_in_time(
    kind: str, stated: dt.date, on: dt.date, text: str
) -> None:
    found = holders(identified("652801", kind), text, stated, on)
    assert found
    for each in found:
        dates = [row.date for row in each.events]
        assert dates == sorted(dates)
        assert all(row.local_from <= on for row in each.events)
        assert bool(each.events) or each.agency.kind == kind


@given(KINDS)
def test_a_holder_has_the_named_body_among_its_forerunners(kind: str) -> None:
    named = identified("652801", kind)
    for each in holders(named, "", dt.date(1995, 1, 1)):
        if each.events:
            assert named in forerunners(each.agency)


def test_events_name_kinds_that_are_registered() -> None:
    for row in successions.register():
        assert agencies.by_full_name(row.predecessor), row
        assert agencies.by_full_name(row.successor), row


@given(KINDS)
def test_what_a_body_led_to_comes_from_it(full: str) -> None:
    kind, place = agencies.by_full_name(full), divisions.get(KORLA.code)
    assert kind
    assert place
    here = agency_of(kind, place)
    assert all(here in forerunners(heir) for heir in heirs(here))
    assert all((row, here) in before(other) for row, other in after(here))
