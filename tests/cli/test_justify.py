from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from cli.main import main
from tests.graph.chain import TEXTS

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Command

BONDS = "国办发〔2030〕5号 二（七）"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the centre's plan and the province's, which no test changes."""
    folder = tmp_path_factory.mktemp("chain")
    for name in ("nation.txt", "province.txt"):
        (folder / name).write_text(TEXTS[name], encoding="utf-8")
        assert main(["add", str(folder / name), "--store", str(folder / "store")]) == 0
    return folder / "store"


@pytest.fixture
def chain(built: Path, tmp_path: Path) -> Path:
    for name in ("nation.txt", "province.txt"):
        (tmp_path / name).write_text(TEXTS[name], encoding="utf-8")
    return shutil.copytree(built, tmp_path / "store")


def left_out(zhengmai: Command, store: Path, *args: str) -> list[tuple[str, str, str]]:
    run = zhengmai("gaps", "--store", store, "--format", "json", *args)
    rows = [row for row in run.json if row["gap"] == "no-child"]
    return [(row["provision"], row["because"], row["status"]) for row in rows]


def test_a_justified_gap_is_closed_and_shown_on_demand(zhengmai: Command, chain: Path) -> None:
    assert left_out(zhengmai, chain) == [("二（七）", "", "")]
    run = zhengmai("justify", BONDS, "--because", "由省里发行", "--store", chain)
    assert (run.status, run.err) == (0, "")
    assert left_out(zhengmai, chain) == []
    assert left_out(zhengmai, chain, "--justified") == [("二（七）", "由省里发行", "accepted")]


def test_it_outlives_adding_again_but_not_other_words(
    zhengmai: Command, chain: Path, tmp_path: Path
) -> None:
    zhengmai("justify", BONDS, "--because", "由省里发行", "--gap", "no-child", "--store", chain)
    file = tmp_path / "nation.txt"
    zhengmai("add", file, "--store", chain)
    zhengmai("remove", "国办发〔2030〕5号", "--store", chain)
    zhengmai("add", file, "--store", chain)
    assert left_out(zhengmai, chain) == []
    text = TEXTS["nation.txt"].replace("防范化解债务风险", "严防债务风险")
    file.write_text(text, encoding="utf-8")
    zhengmai("add", file, "--store", chain)
    assert left_out(zhengmai, chain) == [("二（七）", "由省里发行", "suspect")]


def test_an_empty_reason_takes_it_back(zhengmai: Command, chain: Path) -> None:
    zhengmai("justify", BONDS, "--because", "由省里发行", "--store", chain)
    zhengmai("justify", BONDS, "--because", "", "--store", chain)
    assert left_out(zhengmai, chain) == [("二（七）", "", "")]


def test_what_is_no_gap_or_not_held_is_refused(zhengmai: Command, chain: Path) -> None:
    args = ("--because", "x", "--store", chain)
    zhengmai("justify", BONDS, *args, "--gap", "none").refuses(2, "none", "no-child")
    zhengmai("justify", "国办发〔2030〕6号", *args).refuses(2, "6号")


OTHER = "云海省"
HAINAN = (
    TEXTS["province.txt"]
    .replace("云山省", OTHER)
    .replace("云政办发〔2030〕18号", "海政办发〔2030〕20号")
)


@pytest.fixture
def two(zhengmai: Command, chain: Path, tmp_path: Path) -> Path:
    """The chain, and another province that leaves the same clause out."""
    (tmp_path / "other.txt").write_text(HAINAN, encoding="utf-8")
    assert zhengmai("add", tmp_path / "other.txt", "--store", chain).status == 0
    return chain


def against(zhengmai: Command, store: Path, *args: str) -> dict[str, tuple[str, str]]:
    rows = zhengmai("gaps", "--store", store, "--format", "json", *args).json
    bonds = [row for row in rows if (row["gap"], row["provision"]) == ("no-child", "二（七）")]
    return {row["against"]: (row["because"], row["status"]) for row in bonds}


def test_a_reason_for_one_document_closes_the_gap_to_that_alone(
    zhengmai: Command, two: Path
) -> None:
    both = {"云政办发〔2030〕18号", "海政办发〔2030〕20号"}
    assert set(against(zhengmai, two)) == both
    args = ("justify", BONDS, "--for", "海政办发〔2030〕20号", "--store", two, "--because")
    assert zhengmai(*args, "由省里发行").status == 0
    assert set(against(zhengmai, two)) == {"云政办发〔2030〕18号"}
    told = against(zhengmai, two, "--justified")
    assert told["海政办发〔2030〕20号"] == ("由省里发行", "accepted")
    assert told["云政办发〔2030〕18号"] == ("", "")
    assert zhengmai(*args, "").status == 0
    assert set(against(zhengmai, two)) == both


def test_without_one_it_is_about_all_and_one_for_a_document_comes_first(
    zhengmai: Command, two: Path
) -> None:
    zhengmai("justify", BONDS, "--because", "一般理由", "--store", two)
    assert against(zhengmai, two) == {}
    zhengmai(
        "justify", BONDS, "--because", "本省理由", "--for", "海政办发〔2030〕20号", "--store", two
    )
    told = against(zhengmai, two, "--justified")
    assert told["海政办发〔2030〕20号"] == ("本省理由", "accepted")
    assert told["云政办发〔2030〕18号"] == ("一般理由", "accepted")


def test_a_gap_that_concerns_no_other_document_takes_none(zhengmai: Command, two: Path) -> None:
    zhengmai(
        "justify", BONDS, "--because", "x", "--gap", "no-date", "--for", "海政办发〔2030〕20号",
        "--store", two,
    ).refuses(2, "no-date", "--for")  # fmt: skip
    zhengmai("justify", BONDS, "--because", "x", "--for", "没有的文件", "--store", two).refuses(
        2, "没有的文件"
    )
