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
