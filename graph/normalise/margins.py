"""Which lines of a text run to its margin: what a page's width, and no writer, has ended.

A text copied from pages keeps their line ends. Its lines are of one width but for the last of each
paragraph, they end anywhere in a sentence, and none is wider; a text that has one paragraph a line
has lines of any width, and a list of names or cells has no full stops.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from statistics import median
from typing import TYPE_CHECKING, Final, Literal

from graph.normalise.cuts import stands_alone

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_WIDEST: Final = 60.0  # ems of a line that a page can hold: A4 on its side
_NARROWEST: Final = 12.0  # ems of the lines of a text, in a column of a page
_ENOUGH: Final = 3  # full lines, ended inside a sentence, that show a margin
_VARIES: Final = 2.0  # ems by which full lines differ: no line begins with a comma
_HANGS: Final = 1.0  # ems by which a mark may stand beyond the margin
_FALLS_SHORT: Final = 3.5  # ems that a full line may lack: a number or a word is not broken
_EXACT: Final = 1.0  # that full lines vary by where words and marks are broken like all else
_ALMOST_ALL: Final = 0.8  # of the full lines
_HELD: Final = 0.4  # of the characters that stand in full lines at least
_BROKEN: Final = 0.6  # of the full lines that end inside a sentence at least
_WIDER: Final = 20  # lines, of which one may be wider than the margin
_FEW: Final = 2  # first lines of paragraphs that show that they are indented
_LINES_A_STOP: Final = 6  # full lines that hold one full stop at least
_STEP, _AROUND = 40, 20  # lines that are judged at once, and those seen on either side
_INDENT: Final = (0.9, 4.2)  # ems that a first line is indented by

_STOPS: Final = "。；"
_ENDS: Final = re.compile(r"[。！？；：!?;:][）)”’》〉]*$")
_WIDE: Final = re.compile("[\u4e00-\u9fff，。、；：（）“”《》]+")  # most of a line
_BLANKS: Final = " \t\u00a0\u2002\u2003\u2009\u202f\u3000"


@dataclass(frozen=True, slots=True)
class Printed:
    """A line as it stands in the source: its words, its edges in ems, its length in characters."""

    words: str
    left: float
    right: float
    count: int

    @property
    def is_row(self) -> bool:
        """Tell whether the line is a row of cells, and says nothing of the margin."""
        return "\t" in self.words


@dataclass(frozen=True, slots=True)
class Setting:
    """How a line stands in its text: whether it runs to a margin, and begins a paragraph.

    ``margin`` says that the text around it is set to a margin, ``full`` that the line fills the
    width up to it (a signature at the right does not), ``indented`` that it begins farther in than
    those that carry on a paragraph (None where the text does not indent paragraphs).
    """

    margin: bool = False
    full: bool = False
    indented: bool | None = None


NO_MARGIN: Final = Setting()


def printed(line: str) -> Printed:
    r"""Return a line of the source with its edges.

    >>> printed("　　第3条 "), printed("市\t县").is_row
    (Printed(words='第3条', left=2.0, right=4.5, count=5), True)
    """
    words = line.strip(_BLANKS)
    start = line.find(words) if words else 0
    left = width(line[:start])
    return Printed(words, left, left + width(words), start + len(words))


def width(text: str) -> float:
    """Return the width of ``text`` in ems: half of one for a character of the Latin script."""
    if not text:
        return 0.0
    rest = _WIDE.sub("", text)
    return (2 * len(text) - len(rest) + sum(map(_is_wide, rest))) / 2


@cache
def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WFA"


def settings(lines: Sequence[Printed]) -> list[Setting]:
    """Return how each line stands in its text.

    >>> page = ["　　各级部门要重视养老工作，", "由省民政厅牵头，省财政厅配", "合。"] * 3
    >>> [each.full for each in settings([printed(line) for line in page])][:3]
    [True, True, False]
    """
    running = [index for index, line in enumerate(lines) if not line.is_row]
    found = [NO_MARGIN] * len(lines)
    for start in range(0, len(running), _STEP):  # annexes may have another margin
        first = max(0, start - _AROUND)
        block = [lines[index] for index in running[first : start + _STEP + _AROUND]]
        stand = list(_of_block(block))[start - first :]
        for index, setting in zip(running[start : start + _STEP], stand, strict=False):
            found[index] = setting
    return found


def _of_block(block: Sequence[Printed]) -> Iterator[Setting]:
    found = [each for each in (_margin(block, "right"), _margin(block, "count")) if each]
    if not found:
        yield from [NO_MARGIN] * len(block)
        return
    margin = max(found, key=lambda each: each.exact)
    flush = median(line.left for line in block if margin.reached_by(line))
    low, high = _INDENT
    full = [margin.reached_by(line) and line.left - flush <= high for line in block]
    behind = [line.left for line, before in zip(block[1:], full, strict=False) if before]
    flush = median(behind) if behind else flush
    first_lines = sum(low <= line.left - flush <= high for line in block)
    indents = first_lines >= max(_FEW, len(block) / _WIDER)
    for line, reaches in zip(block, full, strict=True):
        indent = line.left - flush
        indented = indent >= low if indents or indent > high else None
        yield Setting(margin=True, full=reaches, indented=indented)


@dataclass(frozen=True, slots=True)
class _Margin:
    """Where lines end: in ems, or for a program that breaks them in characters.

    ``exact`` counts the lines that end there to the character, ``slack`` is what others may lack.
    """

    measure: Literal["right", "count"]
    at: float
    exact: int
    slack: float

    def reached_by(self, line: Printed) -> bool:
        edge: float = getattr(line, self.measure)
        return edge >= self.at - self.slack


def _margin(block: Sequence[Printed], measure: Literal["right", "count"]) -> _Margin | None:
    """Return where the lines of a text end, if the width of a page did it."""
    edges: list[float] = sorted(getattr(line, measure) for line in block)
    best, count, first = 0.0, 0, 0
    for last, edge in enumerate(edges):
        while edge - edges[first] > _VARIES:
            first += 1
        if edge >= _NARROWEST and last - first + 1 >= count:
            best, count = edge, last - first + 1
    if count < _ENOUGH or best > _WIDEST:
        return None
    full = [line for line in block if -_VARIES <= getattr(line, measure) - best <= _HANGS]
    wider = sum(edge > best + _HANGS for edge in edges)
    held = sum(len(line.words) for line in full) / sum(len(line.words) for line in block)
    if held < _HELD or wider > len(block) / _WIDER:
        return None
    broken = sum(not _ENDS.search(line.words) and not stands_alone(line.words) for line in full)
    if broken < max(_ENOUGH, _BROKEN * len(full)):
        return None
    stops = sum(line.words.count(stop) for line in block for stop in _STOPS)
    if stops * _LINES_A_STOP < len(full):
        return None
    exact = sum(abs(getattr(line, measure) - best) <= _EXACT for line in full)
    slack = _EXACT if exact >= _ALMOST_ALL * len(full) else _FALLS_SHORT
    return _Margin(measure, best, exact, slack)
