from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.reviews.recorded import Verdict
from tests.cli.conftest import content
from tests.cli.decided import decided, written

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Command

CLAUSE = "171号 四（六）"
LEADS = f"{CLAUSE}#responsibility/1"


def left_out(zhengmai: Command, *args: object) -> list[str]:
    return zhengmai(*args).err.splitlines()


@pytest.fixture
def file(store: Path, tmp_path: Path) -> Path:
    """Decisions: the leading office of a clause is wrong, and a norm of it is right."""
    return written(
        tmp_path / "decisions.json",
        decided(store, LEADS, Verdict.CORRECTED, correction="市委改革办", note="名称"),
        decided(store, f"{CLAUSE}#norm/1", Verdict.ACCEPTED),
    )


def test_decisions_count_from_the_import_on(zhengmai: Command, store: Path, file: Path) -> None:
    run = zhengmai("review", "import", file, "--by", "王某", "--store", store)
    assert (run.status, run.err) == (0, "")
    assert run.out == "已导入 2 项，其中 0 项没有变化；0 项未导入\n"
    said = zhengmai("show", CLAUSE, "--store", store, "--format", "json").json
    (lead,) = (each for each in said if each["iri"].endswith("/responsibility/1"))
    assert (lead["status"], lead["correction"], lead["by"]) == ("rejected", "市委改革办", "王某")
    assert "市委改革办" in zhengmai("show", CLAUSE, "--store", store).out
    again = zhengmai("review", "import", file, "--by", "王某", "--store", store, "--lang", "en")
    assert again.out == "2 imported, 2 of them unchanged; 0 refused\n"


def test_a_second_decision_and_one_taken_back_are_told(
    zhengmai: Command, store: Path, file: Path, tmp_path: Path
) -> None:
    zhengmai("review", "import", file, "--by", "王某", "--store", store)
    leads = decided(store, LEADS, Verdict.ACCEPTED)
    norm = decided(store, f"{CLAUSE}#norm/1", Verdict.ACCEPTED) | {"decision": "withdrawn"}
    other = written(tmp_path / "other.json", leads, norm)
    run = zhengmai("review", "import", other, "--by", "李某", "--store", store)
    assert (
        run.out == "已导入 1 项，其中 0 项没有变化；0 项未导入；1 项取代了先前的结论；撤回 1 项\n"
    )
    (left,) = zhengmai("review", "list", "--store", store, "--format", "json").json
    assert (left["decision"], left["by"]) == ("accepted", "李某")
    again = zhengmai("review", "import", other, "--store", store, "--lang", "en")
    assert again.status == 1
    assert "no review of it is recorded" in again.err


@pytest.mark.parametrize(
    ("args", "count"),
    [
        (["responsibility", "--document", CLAUSE], 1),
        (["responsibility", "--matrix", "--document", CLAUSE], 1),
        (["rights", "宅基地使用权"], 1),
        (["gaps", "--document", CLAUSE], 1),
    ],
)
def test_answers_say_how_much_they_leave_out(
    zhengmai: Command, store: Path, file: Path, args: list[str], count: int
) -> None:
    told = f"zhengmai: 另有 {count} 项经审核否定，未计入；show 可查看"
    assert told not in left_out(zhengmai, *args, "--store", store)
    zhengmai("review", "import", file, "--store", store)
    assert left_out(zhengmai, *args, "--store", store).count(told) == 1
    english = f"zhengmai: {count} rejected by a reviewer left out; `show` has them"
    assert english in left_out(zhengmai, *args, "--store", store, "--lang", "en")


def test_one_that_is_gone_is_refused_and_the_others_count(
    zhengmai: Command, store: Path, tmp_path: Path
) -> None:
    gone = decided(store, LEADS, Verdict.REJECTED) | {"statement": "0" * 16}
    norm = decided(store, f"{CLAUSE}#norm/1", Verdict.ACCEPTED)
    file = written(tmp_path / "decisions.json", gone, norm)
    run = zhengmai("review", "import", file, "--store", store)
    assert (run.status, run.out) == (1, "已导入 1 项，其中 0 项没有变化；1 项未导入\n")
    (line,) = run.err.splitlines()
    assert "库政办发〔2018〕171号" in line
    assert "export the page anew" in line


def test_what_cannot_be_imported_leaves_the_store_as_it_is(
    zhengmai: Command, store: Path, tmp_path: Path
) -> None:
    before = content(store)
    good = decided(store, LEADS, Verdict.REJECTED)
    file = tmp_path / "decisions.json"
    other = "https://w3id.org/zhengmai/id/document/没有/2018/1"
    for decisions, said in (
        ([good, good], "decides again"),
        ([good, good | {"finding": f"{other}/norm/1", "document": other}], "add it first"),
        ([good | {"note": "\x1b]0;x\x07"}], "control"),
    ):
        zhengmai("review", "import", written(file, *decisions), "--store", store).refuses(2, said)
    file.write_bytes(b"\xff\xfe")
    zhengmai("review", "import", file, "--store", store).refuses(2, "UTF-8")
    zhengmai("review", "import", written(file, good), "--by", "a\x07", "--store", store).refuses(
        2, "control"
    )
    zhengmai("review", "import", tmp_path / "none.json", "--store", store).refuses(2, "none.json")
    assert content(store) == before


def test_a_store_that_is_not_there_is_not_made(
    zhengmai: Command, file: Path, tmp_path: Path
) -> None:
    zhengmai("review", "import", file, "--store", tmp_path / "no").refuses(2, "no")
    assert not (tmp_path / "no").exists()


@pytest.mark.parametrize("kind", ["agencies", "norms"])
def test_lists_say_what_they_do_not_count(
    zhengmai: Command, store: Path, tmp_path: Path, kind: str
) -> None:
    own = {"agencies": "responsibility/1", "norms": "norm/1"}[kind]
    before = zhengmai("list", kind, "--store", store, "--format", "json").json
    rejected = decided(store, f"{CLAUSE}#{own}", Verdict.REJECTED)
    zhengmai("review", "import", written(tmp_path / "d.json", rejected), "--store", store)
    run = zhengmai("list", kind, "--store", store, "--format", "json")
    assert run.json != before
    rejected_line = "zhengmai: 另有 1 项经审核否定，未计入；show 可查看\n"
    assert run.err.startswith(rejected_line)
    assert zhengmai("stats", "--store", store).err.startswith(rejected_line)
