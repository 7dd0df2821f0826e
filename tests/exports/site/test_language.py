from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from lxml import html

from exports.site.addresses import address
from exports.site.language import Language
from ontology import names
from tests.exports.site.conftest import parsed

if TYPE_CHECKING:
    from ontology.lexicon import Lang
    from tests.exports.site.conftest import Pages

CHINESE = re.compile(r"[\u4e00-\u9fff]")


def test_an_english_page_has_chinese_only_where_the_source_speaks(
    english: Pages, english_family: Pages
) -> None:
    for path, content in (*english.files.items(), *english_family.files.items()):
        if not path.endswith(".html"):
            continue
        page = parsed(content)
        assert page.get("lang") == "en"
        for each in page.xpath("//body//*[not(self::title) and not(self::code)]"):
            own = [each.text or "", *(child.tail or "" for child in each)]
            if CHINESE.search("".join(own)):
                marked = each.xpath("ancestor-or-self::*[@lang][1]/@lang")
                assert marked == ["zh-CN"], (path, html.tostring(each, encoding="unicode")[:200])


def test_roles_kinds_and_levels_are_english(english: Pages, korla: str) -> None:
    said = english.words(address("document", korla))
    for part in ("levelcounty", "issuer", "words of the page, part of no provision"):
        assert part in said
    agency = english.words(address("agency", f"{names.ID}agency/652801/公安局"))
    for part in ("leads 9", "deadlines", "库尔勒市公安局"):
        assert part in agency


def test_the_source_stays_as_it_is(pages: Pages, english: Pages, korla: str) -> None:
    path, own = address("document", korla), '//div[@class="source"]'
    assert english.words(path, own) == pages.words(path, own)


@pytest.mark.parametrize(
    ("lang", "message", "said"),
    [
        ("zh", "页面附带文字 / words of the page", "页面附带文字"),
        ("en", "页面附带文字 / words of the page", "words of the page"),
        ("zh", "甲", "甲"),
        ("en", "甲", "甲"),
    ],
)
def test_a_message_in_two_languages_is_told_in_one(lang: Lang, message: str, said: str) -> None:
    assert Language(lang).message(message) == said
