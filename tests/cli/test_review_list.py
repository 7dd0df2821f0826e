from __future__ import annotations

from typing import TYPE_CHECKING

from graph.reviews.recorded import Verdict
from tests.cli.decided import decided, written

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Command

CLAUSE = "171号 四（六）"


def test_reviews_are_listed_in_every_format(zhengmai: Command, store: Path, tmp_path: Path) -> None:
    zhengmai("review", "list", "--store", store).refuses(1, "没有找到")
    file = written(
        tmp_path / "decisions.json",
        decided(
            store, f"{CLAUSE}#responsibility/1", Verdict.CORRECTED, correction="=市委", note="甲|乙"
        ),
        decided(store, f"{CLAUSE}#norm/1", Verdict.ACCEPTED),
    )
    zhengmai("review", "import", file, "--by", "王某", "--store", store)
    norm, lead = zhengmai("review", "list", "--store", store, "--format", "json").json
    assert (norm["kind"], norm["decision"], norm["status"]) == ("norm", "accepted", "accepted")
    assert (lead["provision"], lead["decision"], lead["by"]) == ("四（六）", "corrected", "王某")
    assert (lead["applies"], lead["iri"].rpartition("/")[2]) == ("yes", "1")
    table = zhengmai("review", "list", "--store", store).out
    assert all(word in table for word in ("更正", "王某", "有效", "责任"))
    english = zhengmai("review", "list", "--store", store, "--lang", "en").out
    assert all(word in english for word in ("correct", "accept", "applies", "norm"))
    rows = zhengmai("review", "list", "--store", store, "--format", "csv").csv
    assert rows[1]["更正"] == "'=市委"
    assert r"甲\|乙" in zhengmai("review", "list", "--store", store, "--format", "markdown").out


def test_only_those_of_a_document_or_clause(zhengmai: Command, store: Path, tmp_path: Path) -> None:
    file = written(tmp_path / "d.json", decided(store, f"{CLAUSE}#norm/1", Verdict.ACCEPTED))
    zhengmai("review", "import", file, "--store", store)
    listed = ("review", "list", "--store", store, "--document")
    assert zhengmai(*listed, CLAUSE).status == 0
    assert zhengmai(*listed, "171号").status == 0
    assert zhengmai(*listed, "171号 五").status == 1


def test_a_review_of_a_document_that_was_taken_out_says_so(
    zhengmai: Command, store: Path, tmp_path: Path
) -> None:
    file = written(tmp_path / "d.json", decided(store, f"{CLAUSE}#norm/1", Verdict.REJECTED))
    zhengmai("review", "import", file, "--store", store)
    zhengmai("remove", "171号", "--store", store)
    assert "文件不在库中" in zhengmai("review", "list", "--store", store).out
    zhengmai("add", "--sample", "--store", store)
    (found,) = zhengmai("review", "list", "--store", store, "--format", "json").json
    assert (found["applies"], found["status"]) == ("yes", "rejected")
