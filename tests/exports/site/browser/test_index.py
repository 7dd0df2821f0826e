"""The index in use: search, facets, links to a state, keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.exports.site.browser.conftest import KINDS

if TYPE_CHECKING:
    from pathlib import Path

    from tests.exports.site.browser.conftest import Look


def test_the_total_is_stated(look: Look, family_folder: Path) -> None:
    seen = look("index.html", family_folder)
    assert seen.words("#told") == "共 3 份文件，符合 3 份，已列出 3 份"


def test_facets_count_and_several_values_of_one_are_either(look: Look, family_folder: Path) -> None:
    seen = look("index.html", family_folder)
    year = seen.page.locator('[data-facet="year"]')
    assert seen.values("year") == ["2020 1", "2018 1", "2017 1"]
    year.get_by_label("2018").check()
    assert seen.listed() == ["达川府办〔2018〕5号"]
    assert seen.words("#told").endswith("另有 2 份被隐藏：年份 2018")
    year.get_by_label("2017").check()
    assert seen.listed() == ["达川府办〔2018〕5号", "达市府办〔2017〕8号"]
    level = seen.page.locator('[data-facet="level"]')
    assert seen.values("level") == ["地级 1", "县级 1"]
    level.get_by_label("县级").check()
    assert seen.listed() == ["达川府办〔2018〕5号"]
    assert seen.values("year") == ["2018 1", "2017 0"]


def test_what_is_chosen_can_be_taken_back(look: Look, family_folder: Path) -> None:
    seen = look("index.html#year=2018&level=县级&q=落户", family_folder)
    assert len(seen.listed()) == 1
    seen.page.locator("#chosen button", has_text="2018").click()
    assert "year" not in seen.hash()
    seen.page.locator("#clear").click()
    assert len(seen.listed()) == 3
    assert seen.hash() == ""


def test_a_link_shows_the_same(look: Look, family_folder: Path) -> None:
    first = look("index.html", family_folder)
    first.page.locator('[data-facet="place"]').get_by_label("达川区").check()
    first.page.locator("#sought").fill("达川府办[2018]")
    again = look(f"index.html#{first.hash()}", family_folder)
    assert again.listed() == first.listed() == ["达川府办〔2018〕5号"]
    assert again.page.locator("#sought").input_value() == "达川府办[2018]"
    again.page.evaluate("location.hash = 'year=2020'")
    again.page.locator("#told", has_text="2020").wait_for()
    assert again.listed() == ["广安府办〔2020〕11号"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("达市府办[2017]8号", ["达市府办〔2017〕8号"]),
        ("达市府办〔2017〕８号", ["达市府办〔2017〕8号"]),
        ("广安 落户", ["广安府办〔2020〕11号"]),
        ("落户 医疗保障", ["广安府办〔2020〕11号"]),
        ("没有的词", []),
    ],
)
def test_search_goes_over_number_title_place_and_agency(
    look: Look, family_folder: Path, words: str, found: list[str]
) -> None:
    seen = look("index.html", family_folder)
    seen.page.locator("#sought").fill(words)
    assert seen.listed() == found
    assert ("没有相符的文件" in seen.words("#told")) == (not found)


def test_an_agency_is_found_by_its_name(look: Look) -> None:
    seen = look("index.html")
    seen.page.locator("#sought").fill("库尔勒 公安局")
    seen.page.locator("#names a").first.click()
    assert seen.page.url.endswith(KINDS["agency"])


def test_a_number_that_is_not_held_is_found_and_said_to_be_so(look: Look) -> None:
    seen = look("index.html")
    seen.page.locator("#sought").fill("新政发[2014]68号")
    assert seen.listed() == []
    assert "未收录 新政发〔2014〕68号" in seen.words("#names")


def test_keys_lead_from_the_search_to_a_page(look: Look, family_folder: Path) -> None:
    seen = look("index.html", family_folder)
    for key in "/落户":
        seen.page.keyboard.press(key) if key == "/" else seen.page.keyboard.insert_text(key)
    assert seen.page.locator("#sought").input_value() == "落户"
    seen.page.keyboard.press("ArrowDown")
    seen.page.keyboard.press("ArrowDown")
    assert seen.page.evaluate("document.activeElement.textContent") == "达川府办〔2018〕5号"
    seen.page.keyboard.press("ArrowUp")
    seen.page.keyboard.press("ArrowUp")
    assert seen.page.evaluate("document.activeElement.id") == "sought"
    seen.page.keyboard.press("Escape")
    assert seen.page.locator("#sought").input_value() == ""
    seen.page.keyboard.press("Enter")
    seen.page.wait_for_url("**/document/*.html")


def test_a_facet_keeps_the_focus_when_it_is_drawn_again(look: Look, family_folder: Path) -> None:
    seen = look("index.html", family_folder)
    seen.page.locator('[data-facet="year"] input').first.focus()
    seen.page.keyboard.press("Space")
    assert seen.page.evaluate("document.activeElement.checked") is True
    assert len(seen.listed()) == 1


def test_ten_thousand_documents_are_listed_in_steps_and_values_on_demand(
    look: Look, many: Path
) -> None:
    seen = look("index.html", many)
    assert "共 10000 份文件，符合 10000 份，已列出 200 份" in seen.words("#told")
    seen.page.locator("#more").click()
    assert "已列出 400 份" in seen.words("#told")
    place = seen.page.locator('[data-facet="place"]')
    assert place.locator("label").count() == 12
    place.get_by_role("button", name="全部 2000 项").click()
    assert place.locator("label").count() == 2000
    assert (seen.elsewhere, seen.messages) == ([], [])


def test_a_value_that_is_not_stated_can_be_chosen_too(look: Look, many: Path) -> None:
    seen = look("index.html#level=", many)
    assert "层级 未标明" in seen.words("#told")
    assert "符合 0 份" in seen.words("#told")
