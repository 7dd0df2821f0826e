"""Titles within a file: whether words are one that was announced, and how far one reaches."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.grammar.columns import columns_of
from graph.grammar.numbering import LABEL_AT_START
from graph.structure.announced import issued_title
from graph.structure.lines import is_body_name, is_date, is_remark
from graph.structure.titles import CHARACTERS, is_title

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.structure.lines import Line

_LONGEST_ADDITION = 24  # characters: （征求意见稿） and the like
_LONGEST_NAME = 50
_SHORTEST_TITLE = 6
_FEWEST_COLUMNS = 2
_WORDS_LESS = 4  # characters
_IN_BRACKETS = re.compile(r"（[^（）]*）")
_SHORT_NAME = re.compile(r"[\u4e00-\u9fff]{2,3}")
_DROPPED = frozenset(" \t\n《》〈〉“”‘’\"'*的")
_LEFT_OUT = re.compile("[" + re.escape("".join(sorted(_DROPPED))) + "]+")
_MOST_TIMES = 20  # that a title is looked at in a text
_MARKS = re.compile(r"[\s《》〈〉“”‘’\"'*]")


def bare(text: str) -> str:
    """Return a title without blanks and marks."""
    return _MARKS.sub("", text)


def same_work(one: str, other: str) -> bool:
    """Tell whether two titles can be of one document: the whole one, and a part that names it.

    >>> same_work("关于印发居住证办法的通知", "某市人民政府关于印发《居住证办法》的通知")
    True
    >>> same_work("某市火灾事故调查处理实施细则", "某市民用航空发展规划")
    False
    """
    first, second = (bare(issued_title(title) or title) for title in (one, other))
    return first in second or second in first


def occurrences(text: str, start: int, titles: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Yield where titles stand from ``start`` on: offsets, and which of ``titles`` it is.

    Marks within a title, and a 的 more or less, make no difference::

    >>> text = "一、“贡嘎培优”的方案"
    >>> [text[a:b] for a, b, _ in occurrences(text, 0, ["贡嘎培优方案"])]
    ['“贡嘎培优”的方案']
    """
    flat = _LEFT_OUT.sub("", text[start:]) if titles else ""
    wanted = [(number, _LEFT_OUT.sub("", title)) for number, title in enumerate(titles)]
    wanted = [(number, words) for number, words in wanted if words and words in flat]
    kept = [at for at, c in enumerate(text[start:], start) if c not in _DROPPED] if wanted else []
    for number, words in wanted:
        at, times = flat.find(words), 0
        while at >= 0 and times < _MOST_TIMES:
            first, last = kept[at], kept[at + len(words) - 1] + 1
            first -= text[max(first - 1, 0)] in "《“"
            last += text[last : last + 1] == "》"
            if "\n" not in text[first:last]:
                yield first, last, number
            at, times = flat.find(words, at + 1), times + 1


def alike(joined: str, wanted: str) -> bool:
    """Tell whether a title is the announced one, but for an addition and a 的 more or less.

    >>> alike("关于做好考试工作的意见", "做好考试工作意见"), alike("考试办法", "考试工作办法")
    (True, False)
    """
    one, other = joined.replace("的", ""), wanted.replace("的", "")
    if one.startswith(other) and len(one) - len(other) <= _LONGEST_ADDITION:
        return one == other or one[len(other) :].startswith("（")
    shorter, longer = sorted((one, other), key=len)
    return (
        len(shorter) >= _SHORTEST_TITLE
        and longer.endswith(shorter)
        and "：" not in longer  # 相关链接：一图读懂《考试办法》
        and len(longer) - len(shorter) < _LONGEST_ADDITION
    )


def means(listed: str, title: str) -> bool:
    """Tell whether a list of attachments means a title that it gives with a word less.

    >>> means("党组议事规则", "党组会议议事规则"), means("党组议事规则", "党组工作规则")
    (True, False)
    """
    characters = iter(title)
    return 0 <= len(title) - len(listed) <= _WORDS_LESS and all(c in characters for c in listed)


def title_above(lines: Sequence[Line], index: int, start: int) -> int:
    """Return the first line of the title that ends at ``index``: often it is set over two."""
    above = lines[index - 1] if index else None
    if above is None or above.start < start or is_date(above.text) or is_remark(above.text):
        return index
    begins = CHARACTERS.fullmatch(above.text) and not is_body_name(above.text)
    begins = begins and not _IN_BRACKETS.fullmatch(above.text)  # （省政务局牵头）⏎某省工作要点
    return index - 1 if begins and is_title(above.text + lines[index].text) else index


def _heads_table(lines: Sequence[Line]) -> bool:
    """Whether the headings of a table stand here, a line each."""
    counts = range(_FEWEST_COLUMNS, len(lines) + 1)
    return any(columns_of(line.text for line in lines[:count]) for count in counts)


def annex_title(lines: Sequence[Line]) -> tuple[int | None, str]:
    """Return where the title below 附件 ends, and the title, as far as there is one."""
    joined = ""
    best: tuple[int | None, str] = (None, "")
    for index, line in enumerate(lines):
        if joined and _heads_table(lines[index:]):
            break
        if "。" in line.text or LABEL_AT_START.match(line.text):
            break
        joined += line.text.replace(" ", "")
        if is_title(joined):
            return line.end, joined
        if (
            best[0] is None
            and len(line.text) < _LONGEST_NAME
            and (CHARACTERS.fullmatch(line.text) or _SHORT_NAME.fullmatch(line.text))
            and not line.text.endswith("：")
        ):
            best = (line.end, joined)
    return best
