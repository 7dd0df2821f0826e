"""Which lines at the head of a text are its title."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from graph.grammar.body_names import body_endings
from graph.grammar.numbering import LABEL_AT_START
from graph.structure.lines import Line, is_date, is_remark, salutation
from graph.structure.menus import menu_lines
from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONGEST = 160  # characters
_MOST_LINES = 5
ABOUT = re.compile(r"关于|印发|转发|批转|发布|公布|下发|批复|表彰|调整|废止")
CHARACTERS = re.compile(
    r"[\u4e00-\u9fff《“（\d][\u4e00-\u9fffA-Za-z0-9《》〈〉“”‘’（）、，—\-%+·. /〇]{3,}"
)
_NAVIGATION = re.compile(r"〉|_|^正文|文件$")  # 中山市人民政府办公室文件 is a red head
_FIELD_NAME = re.compile(r"中文名|外文名|标\s*题|名\s*称|文件名称|信息名称")
_WHOLE = re.compile(r"（(?:全文|正文)）$")
_SITE = re.compile(r"[ ]*[-—|_][ ]*[\u4e00-\u9fff]{2,20}(?:网|网站|政府|门户|委员会|局)$")


@cache
def _ends_in_kind() -> re.Pattern[str]:
    forms = sorted(lexicon.scheme("document-kinds"), key=len, reverse=True)
    kinds = "(?:" + "|".join(map(re.escape, forms)) + ")"
    return re.compile(rf"{kinds}》?(?:（[^（）]{{1,24}}）)*(?:》?的(?:通知|函|公告|通告|决定))?$")


@cache
def _last_kind() -> re.Pattern[str]:
    forms = sorted(lexicon.scheme("document-kinds"), key=len, reverse=True)
    kinds = "|".join(map(re.escape, forms))
    return re.compile(rf"(?P<kind>{kinds})》?(?:（[^（）]{{1,24}}）)*$")


@cache
def issuer_of_title() -> re.Pattern[str]:
    """Return the pattern of the body that a title begins with: 国务院办公厅 before 关于."""
    return re.compile(
        rf"(?P<issuer>[\u4e00-\u9fff、 （）]{{2,80}}?{body_endings()})(?:{ABOUT.pattern})"
    )


def is_title(text: str) -> bool:
    """Tell whether a line, or lines joined, can be the title of an official document.

    >>> is_title("库尔勒市推动非户籍人口在城市落户实施方案"), is_title("一、总体要求")
    (True, False)
    """
    return (
        len(text) <= _LONGEST
        and CHARACTERS.fullmatch(text) is not None
        and _ends_in_kind().search(text) is not None
        and not LABEL_AT_START.match(text)
        and not _NAVIGATION.search(text)
    )


def kind_of(title: str) -> str:
    """Return the kind of document that a title ends in, or an empty string.

    >>> kind_of("关于印发实施方案的通知"), kind_of("居住证暂行条例（草案）")
    ('通知', '条例')
    """
    match = _last_kind().search(title)
    return lexicon.scheme("document-kinds")[match["kind"]] if match else ""


def joined(lines: Sequence[Line]) -> str:
    """Return the lines of a title as one, without the blanks that set them."""
    return "".join(line.text for line in lines).replace(" ", "")


def find_title(head: Sequence[Line]) -> tuple[str, int, int] | None:
    """Return the title among the lines before a text, with its offsets.

    A title that says who issues what (…关于印发…的通知) goes before one that does not, the later
    before the earlier, and the one of more lines before the one of fewer. A menu has no title.
    """
    best: tuple[str, int, int] | None = None
    best_rank = (-1, -1, -1)
    menus = menu_lines(head)
    for first in range(len(head)):
        for count in range(1, min(_MOST_LINES, len(head) - first) + 1):
            run = head[first : first + count]
            if first + count - 1 in menus or not _can_join(run):
                break
            text, end = _without_site(run)
            if not is_title(text) or _repeated(text) or _is_two(run):
                continue
            rank = (_rank(text), first + count, count)
            if rank > best_rank:
                best, best_rank = (text, run[0].start, end), rank
    return best


def _can_join(run: Sequence[Line]) -> bool:
    last = run[-1].text
    if LABEL_AT_START.match(last) or salutation(last) or is_date(last) or is_remark(last):
        return False
    if _FIELD_NAME.fullmatch(last):
        return False
    return sum(len(line.text) for line in run) <= _LONGEST


def _without_site(run: Sequence[Line]) -> tuple[str, int]:
    """Return the run without the name of the site that page titles add behind a dash."""
    site = _SITE.search(run[-1].text)
    if site is None or " " not in site.group():
        return joined(run), run[-1].end
    last = run[-1]
    kept = Line(last.text[: site.start()], last.start, last.start + site.start())
    return joined([*run[:-1], kept]), kept.end


def _is_two(run: Sequence[Line]) -> bool:
    """Whether two titles stand below each other: a page's, and the letter's that issues it."""
    for cut in range(1, len(run)):
        rest = joined(run[cut:])
        if is_title(_WHOLE.sub("", joined(run[:cut]))) and issuer_of_title().match(rest):
            return is_title(rest)
    return False


def _repeated(text: str) -> bool:
    half = len(text) // 2
    return text[:half] == text[half:]


def _rank(text: str) -> int:
    begins = bool(issuer_of_title().match(text) or ABOUT.match(text) or text[0] == "《")
    return int(begins) + bool(ABOUT.search(text))
