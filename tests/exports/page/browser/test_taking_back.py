"""What was decided on the page is undone there; what the store has is withdrawn by the export."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

import pytest

from graph import pipeline
from graph.answers.reviewed import reviewed
from graph.reviewing import review
from graph.reviews.decisions import read_decisions
from graph.reviews.recorded import Verdict
from tests.exports.page.browser.conftest import BASE, link
from tests.exports.page.browser.test_access import serious
from tests.exports.page.browser.test_review import (
    LEADS,
    MEALS,
    PLAN,
    decisions,
    exported,
    focus,
    rows,
)
from tests.graph.chain import PROVINCE, decide, opened_pair, read

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from graph.store import Store
    from tests.exports.page.browser.conftest import Open, Visit

HERE = f"select={link(PLAN + '/三/（一）')}"
BAR = f'#panel [data-bar="{LEADS}"]'


@pytest.fixture
def reviewed_chain(tmp_path: Path) -> Iterator[Store]:
    """A store that has a review of what the bureau leads, and one of an alignment."""
    with opened_pair(tmp_path) as opened:
        made = [
            decide(opened, BASE + LEADS, Verdict.CORRECTED, "省民政厅配合", "原文有误"),
            decide(opened, BASE + MEALS, Verdict.ACCEPTED),
        ]
        review(opened, made, "王某")
        yield opened


@pytest.fixture
def file(reviewed_chain: Store, tmp_path: Path) -> Path:
    return exported(reviewed_chain, tmp_path)


def taking_back(seen: Visit) -> str:
    return seen.text(f"{BAR} .back")


def test_a_decision_of_the_page_is_undone_and_the_stored_one_stands(
    visit: Open, file: Path
) -> None:
    seen = visit(file, HERE)
    before, count = seen.text(BAR), seen.text("#reviewed")
    focus(seen, LEADS, "#panel")
    seen.press("a")
    assert "撤销本页结论" in taking_back(seen)
    seen.press("u")
    assert (seen.text(BAR), seen.text("#reviewed")) == (before, count)
    assert seen.text("#taken-back") == "已恢复为库中的审核"
    assert seen.page.evaluate("document.activeElement.dataset.finding") == LEADS
    assert rows(decisions(seen)) == {}
    assert seen.quiet()


def test_without_a_stored_review_nothing_stands(visit: Open, file: Path) -> None:
    seen = visit(file, f"select={link(PLAN + '/三/（三）')}")
    own = seen.page.get_attribute("#panel [data-finding]", "data-finding")
    assert own is not None
    bar = f'#panel [data-bar="{own}"]'
    focus(seen, own, "#panel")
    seen.press("u")
    assert seen.text("#taken-back") == "没有可撤销的结论"
    seen.press("r")
    assert seen.text("#taken-back") == ""
    seen.page.click(f"{bar} .back")
    assert seen.text("#taken-back") == "已撤销本页结论，恢复为未审核"
    assert seen.page.locator(f"{bar} .back").count() == 0
    assert seen.page.evaluate("document.activeElement.dataset.finding") == own
    assert rows(decisions(seen)) == {}


def test_a_stored_review_is_withdrawn_by_the_export_and_leaves_the_store(
    visit: Open, reviewed_chain: Store, tmp_path: Path, file: Path
) -> None:
    seen = visit(file, HERE)
    assert "已审核 2/" in seen.text("#reviewed")
    assert "撤回已存审核" in taking_back(seen)
    focus(seen, LEADS, "#panel")
    seen.press("u")
    assert "将撤回：导出并导入后生效" in seen.text(f"{BAR} .going")
    assert "已标记撤回" in seen.text("#taken-back")
    assert "已审核 1/" in seen.text("#reviewed")
    assert "撤回 1 项" in seen.text("#reviewed")
    assert "不撤回已存审核" in taking_back(seen)
    given = decisions(seen)
    (row,) = rows(given).values()
    assert (row["finding"], row["decision"], row["quote"]) == (
        BASE + LEADS,
        "withdrawn",
        "（省民政厅牵头）",
    )
    assert PROVINCE[row["start"] : row["end"]] == row["quote"]
    done = review(reviewed_chain, read_decisions(given))
    assert ([each.about for each in done.withdrawn], done.refused) == ([BASE + LEADS], ())
    assert {each.kind for each in reviewed(reviewed_chain)} == {"alignment"}

    exported(reviewed_chain, tmp_path)  # the browser keeps what was decided on the page before
    seen.page.reload()
    assert "撤回" not in seen.text(BAR)
    assert rows(decisions(seen)) == {}
    assert seen.quiet()


def test_a_withdrawal_can_be_undone_and_outlives_a_reload(visit: Open, file: Path) -> None:
    seen = visit(file, HERE)
    before = seen.text(BAR)
    seen.page.click(f"{BAR} .back")
    seen.page.reload()
    assert "不撤回已存审核" in taking_back(seen)
    seen.page.click(f"{BAR} .back")
    assert seen.page.evaluate("document.activeElement.className") == "back"
    assert seen.text(BAR) == before
    assert rows(decisions(seen)) == {}
    focus(seen, LEADS, "#panel")
    seen.press("u", "a")
    assert rows(decisions(seen))[LEADS]["decision"] == "accepted"
    focus(seen, LEADS, "#panel")
    seen.press("u")
    assert seen.text(BAR) == before


def test_a_review_of_other_words_is_withdrawn_by_what_it_was_about(
    visit: Open, reviewed_chain: Store, tmp_path: Path
) -> None:
    (was,) = (each for each in reviewed(reviewed_chain) if each.kind == "responsibility")
    text = PROVINCE.replace("（省民政厅牵头）", "（省医保局牵头）")
    pipeline.add(reviewed_chain, read(text, "province.txt"))
    seen = visit(exported(reviewed_chain, tmp_path), HERE)
    focus(seen, LEADS, "#panel")
    seen.press("u")
    given = decisions(seen)
    assert rows(given)[LEADS]["quote"] == was.quote == "（省民政厅牵头）"
    done = review(reviewed_chain, read_decisions(given))
    assert (len(done.withdrawn), done.refused) == (1, ())


def test_an_alignment_is_withdrawn_in_the_comparison(
    visit: Open, reviewed_chain: Store, file: Path
) -> None:
    seen = visit(file, "view=comparison&lang=en")
    focus(seen, MEALS, "#comparisons")
    seen.press("u")
    bar = seen.text(f'#comparisons [data-bar="{MEALS}"]')
    assert "To be withdrawn: export and import to do so" in bar
    assert "Keep stored review" in bar
    assert "1 to be withdrawn" in seen.text("#reviewed")
    done = review(reviewed_chain, read_decisions(decisions(seen)))
    assert [each.about for each in done.withdrawn] == [BASE + MEALS]


def test_a_note_on_a_review_that_is_withdrawn_is_a_decision_of_its_own(
    visit: Open, file: Path
) -> None:
    seen = visit(file, HERE)
    focus(seen, LEADS, "#panel")
    seen.press("u", "c")
    seen.page.keyboard.type("省民政厅负责")
    seen.press("Enter")
    (row,) = rows(decisions(seen)).values()
    assert (row["decision"], row["correction"]) == ("corrected", "省民政厅负责")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("keys", ["", "u", "r", "c"])
def test_axe_finds_nothing_serious_whatever_is_decided(
    visit: Open, file: Path, scheme: str, keys: str
) -> None:
    pytest.importorskip("axe_playwright_python", reason="axe-playwright-python is not installed")
    seen = visit(file, HERE, color_scheme=scheme)
    focus(seen, LEADS, "#panel")
    seen.press(*keys)
    axe = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
    seen.page.evaluate(axe)
    assert serious(seen) == []
