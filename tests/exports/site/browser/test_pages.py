"""The pages on file://, out of a zip: quiet, whole without a script, within their width."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from tests.exports.site.browser.conftest import FAMILY, KINDS

if TYPE_CHECKING:
    from pathlib import Path

    from tests.exports.site.browser.conftest import Look


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_asks_for_nothing_else_and_says_nothing(look: Look, kind: str) -> None:
    seen = look(KINDS[kind])
    assert (seen.elsewhere, seen.messages) == ([], [])
    assert seen.page.evaluate("document.styleSheets.length") == 2


def test_a_script_of_another_is_stopped_by_the_policy(look: Look) -> None:
    seen = look(KINDS["document"])
    seen.page.evaluate(
        "document.body.append(Object.assign(document.createElement('script'), {text: 'bad()'}))"
    )
    assert "script-src" in " ".join(seen.messages)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "index"])
def test_a_page_is_the_same_without_a_script(look: Look, kind: str) -> None:
    on, off = look(KINDS[kind]), look(KINDS[kind], java_script_enabled=False)
    assert on.page.screenshot(full_page=True) == off.page.screenshot(full_page=True)
    assert on.words("main") == off.words("main")


def test_without_a_script_the_index_leads_to_the_lists(look: Look) -> None:
    seen = look("index.html", java_script_enabled=False)
    seen.page.locator("noscript a").first.click()
    assert seen.page.url.endswith("/document/index.html")
    assert "库政办发〔2018〕171号" in seen.words("main")


@pytest.mark.parametrize("width", [400, 1280, 1920])
@pytest.mark.parametrize("kind", KINDS)
def test_no_page_scrolls_sideways(look: Look, kind: str, width: int) -> None:
    seen = look(KINDS[kind], viewport={"width": width, "height": 800})
    assert seen.page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("kind", FAMILY)
def test_nor_does_one_with_tables_of_changes(look: Look, family_folder: Path, kind: str) -> None:
    seen = look(FAMILY[kind], family_folder)
    assert (seen.elsewhere, seen.messages) == ([], [])
    assert seen.page.evaluate("document.documentElement.scrollWidth") <= 1280


def test_words_of_a_duty_are_shown_in_the_text(look: Look) -> None:
    seen = look(KINDS["agency"])
    seen.page.locator(".duties .said").first.click()
    assert seen.page.locator(":target").inner_text() == "(市公安局牵头)"
    box = seen.page.locator(":target").bounding_box()
    assert box
    assert 0 <= box["y"] < 800


def test_the_heads_of_the_matrix_do_not_run_into_each_other(look: Look) -> None:
    seen = look(KINDS["document"])
    boxes = [head.bounding_box() for head in seen.page.locator(".matrix thead th + th > *").all()]
    edges = [(box["x"], box["x"] + box["width"]) for box in boxes if box]
    assert len(edges) == len(boxes) > 10
    assert all(right <= left + 0.5 for (_, right), (left, _) in pairwise(edges))


def test_on_paper_links_of_the_screen_are_left_out(look: Look) -> None:
    seen = look(KINDS["agency"], color_scheme="dark")
    seen.page.emulate_media(media="print", color_scheme="dark")
    for selector in ("header", ".side"):
        assert seen.page.locator(selector).is_hidden()
    ground = "getComputedStyle(document.body).backgroundColor"
    assert seen.page.evaluate(ground) == "rgb(255, 255, 255)"
    assert seen.page.locator(".duties").first.is_visible()
