"""Give a text that stands on few lines its paragraphs back, where blanks are left of their ends.

Crawlers write a whole document on one line. Where two wide blanks, or one, stand behind full stops
and before labels, they are what is left of the line ends; those around a signature and its date
are too. On lines of ordinary texts a gap only spaces a heading (第一章　　总则).
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from graph.grammar.dates import DATE
from graph.grammar.enactment import find_acts
from graph.grammar.numbering import LABEL
from graph.normalise.cuts import ends_a_name
from graph.normalise.widths import GAP

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_WHOLE_DOCUMENT: Final = 600  # characters on one line; the longest paragraph met has 1,500, no gaps
_ENDED_BY_GAP: Final = re.compile(f"[。：；！？）]{GAP}")
_ENDED_BY_BLANK: Final = re.compile("[。：；！？）] ")
_SOME: Final = 3  # gaps behind full stops, of a text that has them for line ends
_ALMOST_ALL: Final = 0.8  # of the characters of a text
_HEAD: Final = 3000  # characters of a title and the note under it
_LONGEST_NAME: Final = 20
_FIELD: Final = re.compile("[\u4e00-\u9fff]{0,4}(?:单位|部门|机关|主体)：")
# Blanks that a line has itself: those around a letter, behind a decimal, between Latin words
# or strokes, and before the name of who heads an office.
_OWN: Final = re.compile(
    r"(?<![^ ])(?:[省市州县区部局署行][ ]?长|主[ ]?[席任])(?: [\u4e00-\u9fff]){0,3}"
    r" (?=[\u4e00-\u9fff]{1,3}(?![^ ]))"
    r"|(?<![^ ])[\u4e00-\u9fff](?: [\u4e00-\u9fff])+(?![^ ])"
    r"|(?<![^ ])\d{1,2}(?:\.\d{1,2}){1,3} (?=[\u4e00-\u9fff])"
    r"|(?<=[!-~]) (?=[A-Za-z])|(?<=[A-Za-z]) (?=[!-~])|(?<=[|]) | (?=[|])"
)
_LATIN: Final = re.compile("[!-~]+")
_DECIMAL: Final = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}")
_CELL_ENDS: Final = re.compile(r"(?:[。：；！？）]|\d年(?:\d{1,2}月)?(?:底|末)?前?)$")
_BEHIND_LABEL: Final = re.compile(rf"(?:^|(?<=\n))[ ]*(?:{LABEL.pattern})\n", re.VERBOSE)


def parted(text: str) -> str:
    r"""Return folded ``text`` with a line end for each gap that stands for one, its length kept.

    >>> parted(f"第一章{GAP}总则"), parted(f"一、要求。{GAP}二、任务。{GAP}三、保障。{GAP}某市")
    ('第一章 总则', '一、要求。\n二、任务。\n三、保障。\n某市')
    >>> parted("通告如下： 一、禁放。 二、有奖。 市公安局 2022年1月5日").split("\n")[3:]
    ['市公安局', '2022年1月5日']
    """
    lines = text.split("\n")
    gapped = [
        line.count(GAP) >= _SOME and len(_ENDED_BY_GAP.findall(line)) >= _SOME for line in lines
    ]
    held = sum(len(line) for line, has in zip(lines, gapped, strict=True) if has)
    by_gaps = held >= _ALMOST_ALL * len(text)
    return "\n".join(
        _at_gaps(line)
        if len(line) > _WHOLE_DOCUMENT or (by_gaps and has) or _is_letter(line)
        else _at_blanks(line.replace(GAP, " "), len(text))
        for line, has in zip(lines, gapped, strict=True)
    )


def _is_letter(line: str) -> bool:
    """Whether a line holds a short letter: whom it goes to, and a day, each between gaps."""
    pieces = line.split(GAP)
    return any(piece.endswith("：") for piece in pieces) and any(map(DATE.fullmatch, pieces))


def _at_gaps(line: str) -> str:
    return _with_labels("\n".join(_at_blanks(part, len(part)) for part in line.split(GAP)))


def _with_labels(text: str) -> str:
    """Return a text with each label on the line of what it numbers: 第一条 为规范管理."""
    return _BEHIND_LABEL.sub(lambda match: match.group()[:-1] + " ", text)


def _at_blanks(line: str, length: int) -> str:
    """Part a line that holds nearly all of a text at the blanks that end its paragraphs."""
    if len(line) < _ALMOST_ALL * length or len(_ENDED_BY_BLANK.findall(line)) < _SOME:
        return line
    parted_line = list(line)
    for at in _line_ends(line):
        parted_line[at] = "\n"
    return _with_labels("".join(parted_line))


def _line_ends(line: str) -> Iterator[int]:
    """Yield the blanks that are what is left of a line end: all but those that a line has itself.

    第一章 总则, 市 长, 2021 年 3 月, 2021年3月1日 某市人大常委会第五次会议通过, 共 3 项
    """
    own = {at for match in _OWN.finditer(line) for at in range(*match.span())}
    for date in DATE.finditer(line):
        own.update(range(date.start(), date.start() + len(date.group().rstrip())))
    for start, end in _acts(line):
        own.update(range(start, end))
    pieces = line.split(" ")
    inside = _inside_sentences(pieces)
    chapters = "1.1" in pieces and _numbers(pieces)  # 1 总则 1.1 编制目的
    at = -1
    for index, (before, behind) in enumerate(pairwise(pieces)):
        at += len(before) + 1
        kept = at in own or inside & {index, index + 1} or (chapters and index in chapters)
        if not kept and not _listed(before, behind):
            yield at


def _inside_sentences(pieces: Sequence[str]) -> set[int]:
    """Return which pieces are figures or Latin words in a sentence: 共有 3 个区, 登录 Windows 系统.

    Figures that count up number the rows of a table, and what stands behind a name is a cell.
    """
    found: set[int] = set()
    numbers = _numbers(pieces)
    for index, piece in enumerate(pieces):
        numbering = index in numbers or _DECIMAL.fullmatch(piece)
        if index and not numbering and _LATIN.fullmatch(piece):
            before = pieces[index - 1]
            ended = _CELL_ENDS.search(before) or ends_a_name(before)
            if not ended and (index - 1 in found or not _LATIN.fullmatch(before)):
                found.add(index)
    return found


def _numbers(pieces: Sequence[str]) -> set[int]:
    """Return which pieces are figures that count up from 1."""
    found: set[int] = set()
    for index, piece in enumerate(pieces):
        if piece == str(len(found) + 1):
            found.add(index)
    return found


def _acts(line: str) -> Iterator[tuple[int, int]]:
    """Yield the acts that the note under a title tells: 2021年3月1日 某市人大常委会…通过."""
    end = 0
    for date in DATE.finditer(line[:_HEAD]):
        if date.start() >= end:
            for act in find_acts(line, date.start(), min(len(line), date.start() + _HEAD)):
                yield act.start, act.end
                end = act.end


def _listed(before: str, behind: str) -> bool:
    """Whether a blank parts two names behind one word for both: 责任单位：市公安局 市民政局."""
    names = ends_a_name(before) and ends_a_name(behind) and len(behind) <= _LONGEST_NAME
    return names and _FIELD.match(before) is not None
