"""Give a text that stands on few lines its paragraphs back, where blanks are left of their ends.

Crawlers write a whole document on one line. Where two wide blanks, or one, stand behind full stops
and before labels, they are what is left of the line ends; those around a signature and its date
are too. On lines of ordinary texts a gap only spaces a heading (第一章　　总则).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from graph.grammar.dates import DATE
from graph.grammar.numbering import LABEL
from graph.normalise.cuts import ends_a_name
from graph.normalise.widths import GAP

if TYPE_CHECKING:
    from collections.abc import Iterator

_WHOLE_DOCUMENT: Final = 600  # characters on one line; the longest paragraph met has 1,500, no gaps
_ENDED_BY_GAP: Final = re.compile(f"[。：；！？）]{GAP}")
_ENDED_BY_BLANK: Final = re.compile("[。：；！？）] ")
_SOME: Final = 3  # gaps behind full stops, of a text that has them for line ends
_ALMOST_ALL: Final = 0.8  # of the characters of a text
_CN: Final = "[一二三四五六七八九十百]"
_BLANK_BEFORE_LABEL: Final = re.compile(
    rf" (?=第{_CN}{{1,6}}[编章节] |第{_CN}{{1,6}}条 |{_CN}{{1,3}}、|（{_CN}{{1,3}}）)"
)
_BEHIND_LABEL: Final = re.compile(rf"(?:^|(?<=\n))[ ]*(?:{LABEL.pattern})\n", re.VERBOSE)


def parted(text: str) -> str:
    r"""Return folded ``text`` with a line end for each gap that stands for one, its length kept.

    >>> parted(f"第一章{GAP}总则"), parted(f"一、要求。{GAP}二、任务。{GAP}三、保障。{GAP}某市")
    ('第一章 总则', '一、要求。\n二、任务。\n三、保障。\n某市')
    >>> parted("通告如下： 一、禁放。 二、有奖。 市公安局 2022年1月5日").split("\n")[3:]
    ['市公安局', '2022年1月5日']
    """
    lines = text.split("\n")
    gapped = [len(_ENDED_BY_GAP.findall(line)) >= _SOME for line in lines]
    held = sum(len(line) for line, has in zip(lines, gapped, strict=True) if has)
    by_gaps = held >= _ALMOST_ALL * len(text)
    return "\n".join(
        _at_gaps(line)
        if len(line) > _WHOLE_DOCUMENT or (by_gaps and has)
        else _at_blanks(line.replace(GAP, " "), len(text))
        for line, has in zip(lines, gapped, strict=True)
    )


def _at_gaps(line: str) -> str:
    parts = (_at_blanks(part, len(part)) for part in line.split(GAP))
    return _BEHIND_LABEL.sub(lambda match: match.group()[:-1] + " ", "\n".join(parts))


def _at_blanks(line: str, length: int) -> str:
    """Part a line that holds nearly all of a text at the blanks that end its paragraphs."""
    stops = [match.end() - 1 for match in _ENDED_BY_BLANK.finditer(line)]
    if len(stops) >= _SOME and len(line) >= _ALMOST_ALL * length:
        stops += [match.start() for match in _BLANK_BEFORE_LABEL.finditer(line)]
        stops += _around_signatures(line)
    elif len(line) <= _WHOLE_DOCUMENT:
        return line
    parted_line = list(line)
    for stop in stops:
        parted_line[stop] = "\n"
    return "".join(parted_line)


def _around_signatures(line: str) -> Iterator[int]:
    """Yield the blanks before a body that signed, before the date, and behind it."""
    for match in DATE.finditer(line):
        before, behind = match.start() - 1, match.end()
        alone = before > 0 and line[before] == " " and line[behind : behind + 1] in {"", " "}
        if alone and ends_a_name(line[:before]):
            yield before
            if behind < len(line):
                yield behind
            name = line.rfind(" ", 0, before)
            if name > 0:
                yield name
