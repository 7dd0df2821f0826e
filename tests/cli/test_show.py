from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Command


@pytest.mark.parametrize(
    ("ref", "words"),
    [
        ("171号", ["库尔勒市人民政府办公室", "2018-10-15", "贯彻落实"]),
        ("171号 四（六）", ["宅基地使用权", "禁止", "[2606–2658]"]),
        ("市公安局", ["牵头", "三（一）1", "(市公安局牵头)"]),
        ("市公安局", ["巴音郭楞蒙古自治州公安局", "新疆维吾尔自治区公安厅", "公安部"]),
        ("市卫健委", ["前身", "库尔勒市卫生和计划生育委员会", "2018-卫生健康", "承接的责任"]),
        ("新政发〔2014〕68号", ["关于进一步推进我区户籍管理制度改革的实施意见"]),
    ],
)
def test_all_that_is_said_is_shown_with_its_words(
    zhengmai: Command, sample_store: Path, ref: str, words: list[str]
) -> None:
    run = zhengmai("show", ref, "--store", sample_store)
    assert (run.status, run.err) == (0, "")
    assert [word for word in words if word not in run.out] == []


def test_the_rule_of_a_finding_is_told_to_programs(zhengmai: Command, sample_store: Path) -> None:
    args = ("show", "171号 四（六）", "--store", sample_store)
    rows = zhengmai(*args, "--format", "json").json
    assert "norm.prohibition" in {row["rule"] for row in rows}
    assert "norm.prohibition" not in zhengmai(*args).out


def test_every_quote_is_at_its_offsets(zhengmai: Command, sample_store: Path) -> None:
    from graph.pipeline import read_sample

    text = read_sample().document.source.text
    rows = zhengmai("show", "171号", "--store", sample_store, "--format", "json").json
    quoted = [row for row in rows if row["quote"]]
    assert len(quoted) > 100
    assert all(text[row["start"] : row["end"]] == row["quote"] for row in quoted)


def test_an_unknown_reference_is_refused(zhengmai: Command, sample_store: Path) -> None:
    zhengmai("show", "四（九十九）", "--store", sample_store).refuses(2, "四（九十九）")


def test_a_name_of_several_places_is_ambiguous(zhengmai: Command, cities_store: Path) -> None:
    run = zhengmai("show", "市公安局", "--store", cities_store)
    run.refuses(2, "广安市公安局", "达州市公安局")
