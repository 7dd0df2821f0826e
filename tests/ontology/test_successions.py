import datetime as dt

import pytest

from ontology import agencies, successions
from ontology.successions import Change


@pytest.mark.parametrize(
    ("kind", "successors"),
    [
        ("卫生和计划生育委员会", ["卫生健康委员会", "医疗保障局"]),
        ("国土资源局", ["自然资源局", "生态环境局", "农业农村局", "应急管理局"]),
        ("环境保护局", ["生态环境局"]),
        ("农业局", ["农业农村局", "应急管理局", "林业和草原局"]),
        ("旅游局", ["文化和旅游局"]),
        ("安全生产监督管理局", ["卫生健康委员会", "应急管理局"]),
        ("国家税务局", ["税务局"]),
        ("地方税务局", ["税务局"]),
        ("政府法制办公室", ["司法局"]),
        ("卫生局", ["卫生和计划生育委员会"]),
        ("人事局", ["人力资源和社会保障局"]),
        ("银行保险监督管理局", ["国家金融监督管理总局监管分局"]),
        ("乡村振兴局", ["农业农村局"]),
        ("公安局", ["应急管理局"]),
    ],
)
def test_a_reform_hands_a_kind_on(kind: str, successors: list[str]) -> None:
    assert [row.successor for row in successions.successors(kind)] == successors


def test_medical_insurance_came_from_four_bodies_by_subject() -> None:
    rows = successions.predecessors("医疗保障局")
    assert {row.predecessor for row in rows} == {
        "人力资源和社会保障局",
        "卫生和计划生育委员会",
        "发展和改革委员会",
        "物价局",
        "民政局",
    }
    assert all(row.change is Change.TRANSFER and row.subjects for row in rows)


def test_a_day_before_a_reform_knows_nothing_of_it() -> None:
    assert successions.successors("国土资源局", dt.date(2018, 9, 30)) == ()
    assert successions.successors("国土资源局", dt.date(2018, 10, 1))


def test_every_row_has_its_basis_source_and_dates_in_order() -> None:
    for row in successions.register():
        assert row.basis, row
        assert row.source, row
        assert row.confirmed in {"y", "p", "n"}, row
        assert row.local_from < row.local_until, row
        assert (row.confirmed != "n") or row.source.startswith("推断"), row


def test_a_transfer_or_split_names_its_subjects_and_nothing_else_does() -> None:
    for row in successions.register():
        by_subject = row.change in {Change.TRANSFER, Change.SPLIT}
        assert by_subject == bool(row.subjects), row
        assert row.whole != by_subject, row


def test_a_kind_that_a_reform_ended_says_when_and_goes_somewhere() -> None:
    handed_on = {
        row.predecessor for row in successions.register() if row.change is not Change.TRANSFER
    }
    for kind in agencies.register().values():
        if kind.former:
            assert kind.full in handed_on, kind.full


def test_a_kind_is_gone_when_all_of_it_went_over() -> None:
    for row in successions.register():
        kind = agencies.by_full_name(row.predecessor)
        assert kind
        if row.change is not Change.TRANSFER and kind.key != "lld":  # it moved as an office
            assert kind.former, row


def test_the_last_day_of_a_month_is_its_last() -> None:
    ends = {row.local_until for row in successions.register()}
    assert dt.date(2019, 3, 31) in ends
    assert dt.date(2018, 12, 31) in ends
