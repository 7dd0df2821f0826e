"""The frame of a notebook: no storage, no saving, no printing, and no complaint about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from exports.notebook import table, to_pyvis
from exports.page.render import VIEWS
from graph.answers.lineage import lineage
from graph.answers.responsibility import responsibility
from graph.references import find_reference
from tests.exports.notebook.conftest import attacked

if TYPE_CHECKING:
    from pathlib import Path

    from graph.answers.responsibility import Duty
    from graph.store import Store
    from tests.exports.page.browser.conftest import Open

_NOTEBOOK = '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>n</title>'


@pytest.fixture(scope="module")
def duties(store: Store) -> tuple[Duty, ...]:
    return responsibility(store, None, document=find_reference(store, "171号"), include_open=True)


@pytest.fixture(scope="module")
def notebook(
    store: Store, duties: tuple[Duty, ...], tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """A picture and a table as a notebook puts them into its own page."""
    hops = lineage(store, find_reference(store, "171号 三（一）1"))
    file = tmp_path_factory.mktemp("notebook") / "cell.html"
    shown = to_pyvis([*duties, *hops])._repr_html_() + table(duties)._repr_html_()
    file.write_text(_NOTEBOOK + shown, "utf-8")
    return file


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_view_works_in_a_frame_without_rights(
    visit: Open, notebook: Path, scheme: str
) -> None:
    seen = visit(notebook, color_scheme=scheme)
    frame = seen.page.frame_locator("iframe")
    for view in VIEWS:
        frame.locator(f"#tab-{view}").click()
        frame.locator(f"#view-{view}").wait_for()
    frame.locator("#tab-graph").click()
    seen.press("/")
    frame.locator("#search").fill("公安局")
    seen.press("Enter")
    assert "库尔勒市公安局" in frame.locator("#panel h2").inner_text()
    frame.locator("#panel blockquote q").first.wait_for()
    frame.locator("#panel").focus()
    seen.press("a", "f", "l", "t", "Escape", "?")
    assert seen.quiet(), (seen.requests, seen.messages)


def test_nothing_is_decided_in_a_frame_that_could_give_no_decision_out(
    visit: Open, notebook: Path
) -> None:
    seen = visit(notebook)
    frame = seen.page.frame_locator("iframe")
    inside = seen.page.frames[1]
    assert inside.evaluate("window.origin") == "null"
    assert "SecurityError" in inside.evaluate(
        "(() => { try { localStorage } catch (e) { return e.name } })()"
    )
    inside.evaluate("zhengmai.select(zhengmai.graph.edges.find((e) => e.relation === 'lead').id)")
    assert "牵头" in frame.locator("#panel").inner_text()
    assert frame.locator("#panel .decision-accepted").count() == 0
    assert frame.locator("#reviewed").inner_text() == ""
    assert seen.quiet(), seen.messages


def test_no_button_is_there_that_the_frame_forbids(visit: Open, notebook: Path) -> None:
    seen = visit(notebook)
    frame = seen.page.frame_locator("iframe")
    seen.page.frames[1].evaluate("zhengmai.select('notes')")
    for button in ("#print", "#save-png", "#save-svg", "#save-csv", "#save-decisions", ".copy"):
        assert frame.locator(f"{button}:visible").count() == 0
    assert frame.locator("#language:visible").count() == 1


def test_the_frame_cannot_reach_the_notebook(visit: Open, notebook: Path) -> None:
    seen = visit(notebook)
    reach = "(() => { try { return parent.document.title } catch (e) { return e.name } })()"
    assert seen.page.frames[1].evaluate(reach) == "SecurityError"


def test_hostile_answers_do_nothing_in_a_notebook(
    visit: Open, duties: tuple[Duty, ...], tmp_path: Path
) -> None:
    attack = attacked(duties[0])
    file = tmp_path / "hostile.html"
    shown = to_pyvis(attack)._repr_html_() + table(attack)._repr_html_()
    file.write_text(_NOTEBOOK + shown, "utf-8")
    seen = visit(file)
    frame = seen.page.frame_locator("iframe")
    for view in VIEWS:
        frame.locator(f"#tab-{view}").click()
    seen.page.frames[1].evaluate("zhengmai.select(zhengmai.graph.nodes.at(-1).id)")
    assert "<script/x>" in frame.locator("#panel h2").inner_text()
    assert seen.quiet(), seen.messages
    assert len(seen.page.frames) == 2
    assert seen.page.locator("img").count() == frame.locator("img").count() == 0


def test_without_the_sandbox_the_notebook_could_be_reached(
    visit: Open, notebook: Path, tmp_path: Path
) -> None:
    file = tmp_path / "open.html"
    bare = notebook.read_text("utf-8").replace('sandbox="allow-scripts"', "")
    file.write_text(bare, "utf-8")
    assert visit(file).page.frames[1].evaluate("parent.document.title") == "n"
