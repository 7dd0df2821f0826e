from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Command

KEYS = {
    "agency", "role", "document", "provision", "heading", "text", "groups", "deadlines", "quote",
    "start", "end", "source", "status", "iri",
}  # fmt: skip


@pytest.mark.parametrize("name", ["市公安局", "公安局", "库尔勒市公安局"])
def test_the_police_lead_nine_support_one_and_share_one(
    zhengmai: Command, sample_store: Path, name: str
) -> None:
    run = zhengmai("responsibility", name, "--store", sample_store, "--format", "json")
    assert (run.status, run.err) == (0, "")
    assert Counter(row["role"] for row in run.json) == {"lead": 9, "support": 1, "joint": 1}
    assert all(row.keys() >= KEYS for row in run.json)


def test_a_role_narrows_the_list(zhengmai: Command, sample_store: Path) -> None:
    args = ("responsibility", "市公安局", "--role", "support", "--store", sample_store)
    assert [row["provision"] for row in zhengmai(*args, "--format", "json").json] == ["五（十三）"]


def test_a_document_or_a_provision_narrows_the_list(zhengmai: Command, sample_store: Path) -> None:
    args = ("responsibility", "--store", sample_store, "--format", "json", "--document")
    assert len(zhengmai(*args, "171号").json) > 21
    rows = zhengmai(*args, "171号 四（四）").json
    assert {row["provision"] for row in rows} == {"四（四）"}
    assert "lead" not in {row["role"] for row in rows}
    zhengmai(*args, "市公安局").refuses(2, "市公安局", "no document or provision")


def test_open_sets_that_may_mean_the_agency_are_added_on_request(
    zhengmai: Command, sample_store: Path
) -> None:
    args = ("responsibility", "市公安局", "--store", sample_store, "--format", "json")
    with_open = zhengmai(*args, "--include-open").json
    assert len(with_open) > len(zhengmai(*args).json)
    assert "相关部门" in {row["as_written"] for row in with_open if row["open"]}


def test_a_matrix_has_a_row_for_each_provision_and_a_column_for_each_agency(
    zhengmai: Command, sample_store: Path
) -> None:
    args = ("responsibility", "--matrix", "--store", sample_store, "--format")
    matrix = zhengmai(*args, "json").json
    assert all(len(row["roles"]) == len(matrix["agencies"]) for row in matrix["rows"])
    rows = zhengmai(*args, "csv").csv
    (row,) = (row for row in rows if row["条款"] == "五（十三）")
    assert row["库尔勒市公安局"] == "配合"
    assert row["库尔勒市统计局"] == "负责、牵头"  # 市统计局要…, and the tail
    assert row["库尔勒市教育局"] == ""


def test_a_table_is_in_the_language_that_is_asked_for(
    zhengmai: Command, sample_store: Path
) -> None:
    args = ("responsibility", "市公安局", "--store", sample_store)
    assert zhengmai(*args).out.count("牵头  ") == 9
    assert zhengmai(*args, "--lang", "en").out.count("leads  ") == 9


def test_a_misspelt_agency_is_told_the_near_ones(zhengmai: Command, sample_store: Path) -> None:
    run = zhengmai("responsibility", "市公案局", "--store", sample_store)
    run.refuses(2, "市公案局", "市公安局")


def test_an_agency_without_such_a_role_is_nothing_found(
    zhengmai: Command, sample_store: Path
) -> None:
    args = ("responsibility", "市审计局", "--role", "support", "--store", sample_store)
    zhengmai(*args).refuses(1, "没有找到")
    zhengmai(*args, "--lang", "en").refuses(1, "nothing found")


def test_a_table_in_a_pipe_is_plain_and_cut_nowhere(zhengmai: Command, sample_store: Path) -> None:
    out = zhengmai("responsibility", "市公安局", "--store", sample_store).out
    assert "\x1b" not in out
    assert all(line == line.rstrip() for line in out.splitlines())
    (line,) = (line for line in out.splitlines() if "三（二）2" in line)
    assert line.endswith("(市公安局牵头,相关部门配合) [1880–1895]")


@pytest.mark.parametrize(
    ("name", "written", "event"),
    [
        ("市卫健委", "卫计委", "2018-卫生健康"),
        ("市自然资源局", "国土资源局", "2018-自然资源"),
        ("市农业农村局", "农业局", "2018-农业农村"),
        ("市医保局", "市人社局", "2018-医疗保障"),
    ],
)
def test_todays_name_answers_by_succession_with_event_and_basis(
    zhengmai: Command, sample_store: Path, name: str, written: str, event: str
) -> None:
    args = ("responsibility", name, "--store", sample_store)
    rows = zhengmai(*args, "--format", "json").json
    assert written in {row["as_written"] for row in rows}
    assert {row["certainty"] for row in rows} == {"succession"}
    assert all(row["event"] == [event] and len(row["basis"]) == 1 for row in rows)
    table = zhengmai(*args).out
    assert [
        word for word in (written, "机构改革承接", event, "改革方案") if word not in table
    ] == []
    assert "by succession" in zhengmai(*args, "--lang", "en").out


def test_a_table_without_reforms_has_no_columns_for_them(
    zhengmai: Command, sample_store: Path
) -> None:
    out = zhengmai("responsibility", "市公安局", "--store", sample_store).out
    assert "改革" not in out


def test_as_of_a_day_its_names_answer(zhengmai: Command, sample_store: Path) -> None:
    args = ("--as-of", "2018-10-15", "--store", sample_store, "--format", "json")
    (row,) = zhengmai("responsibility", "市卫计委", *args).json
    assert (row["agency"], row["certainty"]) == ("库尔勒市卫计委", "same")
    run = zhengmai("responsibility", "市卫健委", *args)
    run.refuses(2, "库尔勒市卫生健康委员会", "2018-10-15", "2018-卫生健康", "市卫计委")
    zhengmai("responsibility", "市卫计委", "--as-of", "2018", "--store", sample_store).refuses(
        2, "2020-12-31"
    )


def test_one_name_in_several_places_is_grouped_and_said_so(
    zhengmai: Command, cities_store: Path
) -> None:
    args = ("responsibility", "市公安局", "--store", cities_store, "--format", "json")
    run = zhengmai(*args)
    assert [row["agency"] for row in run.json] == ["广安市公安局", "达州市公安局"]
    assert [row["division"] for row in run.json] == ["511600", "511700"]
    assert "2 个地方" in run.err
    assert "--in" in run.err
    assert "2 places" in zhengmai(*args, "--lang", "en").err
    for place in ("达州", "达州市", "511700"):
        one = zhengmai(*args, "--in", place)
        assert ([row["agency"] for row in one.json], one.err) == (["达州市公安局"], "")


def test_a_function_covers_a_place_and_all_below_it(zhengmai: Command, cities_store: Path) -> None:
    args = ("responsibility", "公安", "--store", cities_store, "--format", "json", "--in")
    run = zhengmai(*args, "510000")
    assert ([row["agency"] for row in run.json], run.err) == (["广安市公安局", "达州市公安局"], "")
    zhengmai(*args, "650000").refuses(2, "公安")
    zhengmai(*args, "朝阳区").refuses(2, "110105 北京市朝阳区", "220104")
    zhengmai(*args, "魔都").refuses(2, "魔都")


def test_a_place_alone_narrows_all_duties(zhengmai: Command, cities_store: Path) -> None:
    args = ("responsibility", "--store", cities_store, "--format", "json", "--in")
    rows = zhengmai(*args, "511600").json
    assert {row["document"] for row in rows} == {"广安府办〔2020〕11号"}


def test_an_open_set_has_its_candidates_beside_it(zhengmai: Command, cities_store: Path) -> None:
    args = ("responsibility", "--store", cities_store)
    (row,) = zhengmai(*args, "相关部门", "--format", "json").json
    assert row["agency"] == "相关部门"
    assert row["candidates"] == ["广安市医保局", "广安市卫健委", "广安市教育体育局"]
    assert "可能的机构" in zhengmai(*args, "广安市公安局", "--include-open").out
    assert "可能的机构" not in zhengmai(*args, "广安市公安局").out


def test_duties_that_a_reform_took_away_are_told(zhengmai: Command, store: Path) -> None:
    run = zhengmai("responsibility", "市人社局", "--store", str(store))
    assert run.status == 0
    assert "四（八）" not in run.out
    (line,) = run.err.splitlines()
    assert "四（八）" in line
    assert "--as-of" in line


def test_nothing_is_told_where_a_body_kept_its_duties(zhengmai: Command, store: Path) -> None:
    assert zhengmai("responsibility", "市公安局", "--store", str(store)).err == ""
