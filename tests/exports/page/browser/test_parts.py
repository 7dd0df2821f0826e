"""A document too large to be read at once is shown part by part, and says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from exports.page import page
from graph.model import SourceText
from graph.pipeline import add, read_text
from graph.store import open_store
from tests.exports.page.browser.conftest import BASE, link

if TYPE_CHECKING:
    from pathlib import Path

    from tests.exports.page.browser.conftest import Open, Visit

NUMERALS = "一二三四五六七八九十"
OFFICES = ("市公安局", "市财政局", "市教育局")
PLAN = "document/库政办发/2018/999"
OVERLAPS = """() => {
    const { boxes } = zhengmai.drawing.places();
    const shown = zhengmai.drawing.shown().nodes.map(({ id }) => [id, boxes[id]]);
    return shown.flatMap(([one, a], at) => shown.slice(at + 1)
        .filter(([, b]) => Math.abs(a.x - b.x) < (a.width + b.width) / 2
            && Math.abs(a.y - b.y) < (a.height + b.height) / 2)
        .map(([other]) => `${one} ${other}`));
}"""
HIGH = """() => {
    const [, top, , bottom] = zhengmai.drawing.places().bounds;
    return bottom - top;
}"""


def numeral(number: int) -> str:
    tens, ones = divmod(number, 10)
    head = ("" if tens == 0 else "十") if tens < 2 else f"{NUMERALS[tens - 1]}十"
    return head + (NUMERALS[ones - 1] if ones else "")


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of a plan of three sections with 25 clauses each."""
    lines = ["库尔勒市人民政府办公室关于印发工作方案的通知", "库政办发〔2018〕999号", ""]
    for section, office in enumerate(OFFICES):
        lines.append(f"{NUMERALS[section]}、第{section + 1}项工作")
        lines += [
            f"（{numeral(at)}）办理第{at}件事。由各方尽快办理。（{office}牵头）"
            for at in range(1, 26)
        ]
    lines += ["", "库尔勒市人民政府办公室", "2018年10月15日"]
    folder = tmp_path_factory.mktemp("large")
    with open_store(folder / "store", write=True) as store:
        add(
            store,
            read_text(SourceText("\n".join(lines), "plan.txt", "text/plain", "utf-8", "0" * 64)),
        )
        (folder / "plan.html").write_bytes(page(store))
    return folder / "plan.html"


def shown(seen: Visit) -> set[str]:
    ids = seen.page.evaluate("zhengmai.drawing.shown().nodes.map((node) => node.id)")
    return {each.removeprefix(f"{BASE}{PLAN}/") for each in ids}


def test_the_first_part_is_shown_and_what_is_not_is_said(visit: Open, large: Path) -> None:
    seen = visit(large)
    assert {"一/（一）", "一/（二十五）", f"{BASE}agency/652801/公安局"} <= shown(seen)
    assert not {"二/（一）", f"{BASE}agency/652801/财政局"} & shown(seen)
    assert "本部分之外" in seen.text("#shown")
    assert seen.text('#parts [aria-pressed="true"]').startswith("一、第1项工作")


@pytest.mark.parametrize("hash_", ["", "part=1", "part=all", f"select={link(PLAN + '/二')}&hops=1"])
def test_no_shape_covers_another(visit: Open, large: Path, hash_: str) -> None:
    assert visit(large, hash_).page.evaluate(OVERLAPS) == []


def test_a_part_closes_the_gaps_that_the_others_leave(visit: Open, large: Path) -> None:
    whole, third = (visit(large, hash_).page.evaluate(HIGH) for hash_ in ("part=all", "part=2"))
    assert third < whole / 2


def test_a_button_shows_its_part_and_the_link_keeps_it(visit: Open, large: Path) -> None:
    seen = visit(large)
    seen.page.click('#parts [data-part="1"]')
    assert {"二/（一）", f"{BASE}agency/652801/财政局"} <= shown(seen)
    assert shown(visit(large, seen.page.url.partition("#")[2])) == shown(seen)
    seen.page.click('#parts [data-part="all"]')
    assert {"一/（一）", "三/（一）"} <= shown(seen)
    assert "没有隐藏任何内容" in seen.text("#shown")
    assert seen.quiet()


def test_what_is_selected_elsewhere_brings_its_part(visit: Open, large: Path) -> None:
    seen = visit(large, f"select={link(PLAN + '/三/（二）')}")
    assert {"三/（二）", "三/（一）"} <= shown(seen)
    assert seen.text('#parts [aria-pressed="true"]').startswith("三、")
    seen.press("Escape")
    assert "一/（一）" in shown(seen)


def test_a_part_that_does_not_exist_is_the_first(visit: Open, large: Path) -> None:
    seen = visit(large, "part=constructor")
    assert "一/（一）" in shown(seen)
    assert seen.quiet()


def test_what_is_small_has_no_parts(visit: Open, sample: Path) -> None:
    assert not visit(sample).page.locator("#parts").is_visible()
