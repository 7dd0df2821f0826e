"""What the yardstick of citations takes for cited: its own rules, not the reader's."""

from __future__ import annotations

import hashlib

import pytest

from graph.model import SourceText
from graph.pipeline import read_text
from tests.yardsticks.lawrefbook_citations import Tally, marks, plain, title_of

TEXT = """# 某省河道管理条例

2001年5月18日 某省第九届人民代表大会常务委员会第三次会议通过

<!-- INFO END -->

第一条 根据《中华人民共和国水法》（以下简称《水法》）第三十九条，制定本条例。

第二条 采砂应当持《采砂许可证》，按照《防洪法》第五条执行。
"""
TITLES = frozenset({"水法", "防洪法"})


def test_marks_are_told_with_their_articles_and_without_short_forms() -> None:
    found = [(mark.title, mark.article) for mark in marks(TEXT)]
    assert found == [("水法", ""), ("采砂许可证", ""), ("防洪法", "第五条")]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("将第三条修改为：“依照《水法》执行。”根据《防洪法》", ["防洪法"]),
        ("依照《关于修改〈水法〉的决定》", ["关于修改水法的决定"]),
        ("# 某省实施《水法》办法\n依照《水法》", ["水法"]),
    ],
)
def test_new_text_and_the_own_heading_are_no_citations(text: str, titles: list[str]) -> None:
    assert [mark.title for mark in marks(text)] == titles


def test_a_title_is_the_heading_without_the_state() -> None:
    assert title_of("# 中华人民共和国水法\n", "x") == "水法"
    assert title_of("", "水法(2016-07-02)") == "水法(2016-07-02)".translate(
        str.maketrans("()", "（）")
    )
    assert plain("中华人民共 和国<水>法") == "水法"


def test_a_reading_is_held_against_the_marks() -> None:
    source = SourceText(
        text=TEXT,
        name="t.md",
        media_type="text/markdown",
        encoding="utf-8",
        sha256=hashlib.sha256(TEXT.encode()).hexdigest(),
    )
    tally = Tally()
    tally.add("t", TEXT, read_text(source), TITLES)
    assert (tally.share("title"), tally.share("article"), tally.share("paper left out")) == (
        1,
        1,
        1,
    )
    assert tally.counts["title printed"] == 2
