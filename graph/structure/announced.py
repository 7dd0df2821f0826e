"""The titles that a letter announces: of what it issues, and of what is attached to it.

Forms read::

    关于印发《甲管理办法》和《乙实施细则》的通知           in the title, one or several
    现将《甲管理办法》《乙行动计划》印发给你们，请认真执行。 in the letter
    附件：1.甲管理办法⏎2.乙行动计划                        in the list of attachments
    关于修改《甲管理办法》的决定 … 重新公布。               what a decision proclaims again, whole
    环保总局发布《甲管理办法》⏎甲管理办法                   in a page's headline above it
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.structure.attachments import names

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from graph.structure.header import Header
    from graph.structure.lines import Line

_ISSUED = re.compile(
    r"(?:印发|转发|批转|发布|公布|下发)(?P<by>[\u4e00-\u9fff、]{2,40}?(?:关于|制定的|《))?"
    r"(?P<title>.{4,140})的(?:通知|公告|通告|函|决定)(?:（[^）]*）)?$"
)
_MARKED = re.compile(r"《(?P<title>[^《》\n]{2,80}(?:〈[^〈〉\n]{2,60}〉[^《》\n]{0,20})?)》")
_ISSUES = re.compile(r"印发|转发|批转|公布|发布|下发")
_AMENDED = re.compile(r"修[改订正][《〈](?P<title>.{4,60})[》〉]的决定$")
_TO_YOU = re.compile(r"现|你们|遵照|认真|执行")
_BASIS = re.compile(
    r"(?:根据|按照|依据|依照|贯彻|落实|执行)[^，。；《]{0,12}(?:《[^》]*》(?:（[^（）]*）)?[、和及]{1,2})*$"
)
_LONGEST_LETTER = 1200  # characters
_SEVERAL = 2
_SHORTEST = 6  # characters of a title that another may end in
_HEADLINE = re.compile(
    r"[^《》]{2,40}(?:发布|公布|印发|出台|颁布)(?:了)?《(?P<title>[^《》]{6,120})》(?:（[^（）]{1,12}）)?"
)
_DROPPED = re.compile(r"[\s《》〈〉“”‘’\"'*的]|（[^（）]{1,20}）$")


@dataclass(frozen=True, slots=True)
class Announced:
    """Titles in the order in which they are announced.

    ``issued`` are those that the title itself names, ``named`` those that the letter does, and
    ``attached`` those of lists of attachments, each with its number, 0 in a list of one.
    """

    issued: tuple[str, ...]
    named: tuple[str, ...]
    attached: Mapping[str, int]


def is_headline(text: str, below: Sequence[Line]) -> bool:
    """Tell whether a line only tells of the title that stands alone on the line below it.

    The title of a notice may do so, too, but ends in its kind: …关于印发《甲管理办法》的通知.
    """
    told = _HEADLINE.fullmatch(text)
    if told is None or not below:
        return False
    words = below[0].text.replace(" ", "")
    return words.strip("《》") == told["title"].replace(" ", "")


def issued_title(title: str) -> str | None:
    """Return the title of the work that a notice of this title issues or forwards.

    >>> issued_title("关于印发库尔勒市推动非户籍人口在城市落户实施方案的通知")
    '库尔勒市推动非户籍人口在城市落户实施方案'
    >>> issued_title("国务院办公厅转发教育部等部门关于做好升学考试工作意见的通知")
    '关于做好升学考试工作意见'
    """
    match = _ISSUED.search(title)
    if match is None:
        return None
    by, issued = match["by"] or "", match["title"]
    if by.endswith("关于"):
        issued = "关于" + issued
    issued = issued.rstrip("》")
    return issued.lstrip("《") if issued.count("《") <= issued.count("》") + 1 else issued


def issued_titles(title: str) -> list[str]:
    """Return the titles of all works that a notice of this title issues.

    >>> issued_titles("关于印发《甲管理办法》和《乙实施细则》的通知")
    ['甲管理办法', '乙实施细则']
    """
    issued = _ISSUED.search(title)
    marked = [match["title"] for match in _MARKED.finditer(title, issued.start() if issued else 0)]
    if issued and len(marked) >= _SEVERAL:
        return marked
    one = issued_title(title)
    return [one] if one else []


def issues(title: str, other: str) -> bool:
    """Tell whether a notice of this title issues the work of the other, and nothing more.

    >>> issues("某市政府关于印发《居住证办法》的通知", "某市居住证办法")
    True
    >>> issues("某市政府关于做好居住证工作的通知", "居住证办法")
    False
    """
    wanted = _DROPPED.sub("", other)
    return any(
        wanted.endswith(issued) or (len(wanted) >= _SHORTEST and issued.endswith(wanted))
        for issued in (_DROPPED.sub("", one) for one in issued_titles(title))
    )


def find_announced(
    title: str, text: str, header: Header, lists: Sequence[tuple[int, int]]
) -> Announced:
    """Return what the title, the letter and its lists of attachments announce."""
    named: list[str] = []
    end = header.letter_end or header.text_start + _LONGEST_LETTER
    for sentence in re.split(r"[。\n]", text[header.text_start : end]):
        if not (_ISSUES.search(sentence) and _TO_YOU.search(sentence)):
            continue
        named += [
            match["title"]
            for match in _MARKED.finditer(sentence)
            if not _BASIS.search(sentence[: match.start()])
        ]
    if (amended := _AMENDED.search(title)) and "重新公布" in text:
        named.append(amended["title"])
    attached: dict[str, int] = {}
    for stretch in lists:
        listed = names(text, stretch)
        for number, name in enumerate(listed, start=1):
            attached.setdefault(name, number if len(listed) > 1 else 0)
    return Announced(tuple(issued_titles(title)), tuple(dict.fromkeys(named)), attached)
