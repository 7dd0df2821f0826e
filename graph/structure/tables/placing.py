"""Which column each cell of a table's body belongs to: the one reading that its words bear out.

The cells come in the order of the text. A cell goes into a column behind that of the cell before
it, goes on in the same one where the cell is broken over lines, or begins a row or a sub-row. What
a cell looks like (a number, names, a time, sentences) makes it dear or cheap in a column, and so do
columns that are left out; the cheapest way through all cells is taken (Viterbi, 1967).

Read so::

    1 / 河道清淤 / 市水利局                        a row with its last column empty
    1 / 河道 / 清淤。 / 市水利局 / 巡查。 / 市公安局   a sub-row: number and task stand once
    一、治水 · 治水                                a line between rows names a section
    1.线上；/ 2.线下。                             a list inside a cell is no row
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from graph.grammar.body_names import names_in
from graph.grammar.cells import CellForm, number_of
from graph.grammar.numbering import LABEL_AT_START
from graph.grammar.numerals import parse_numeral
from graph.model import Column, ColumnKind
from graph.structure.tables.costs import AT_HEAD, INSIDE, cost_of
from graph.structure.tables.tokens import Layout

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.structure.tables.tokens import Token


_NEVER: Final = 1e9
_SECTION: Final = -1  # the column of a line that names a section
_REWARD: Final = 1.0  # for a cell that is part of the table
_LONGEST_SECTION: Final = 40
_SHORT_NAME: Final = 6  # characters of what may be a name in a column of names
_NUMBERED_PLACES: Final = 3  # columns whose cells can begin with the number of their row
_GAP: Final = 9  # numbers that may be missing between two rows
_LIST = re.compile(r"\d{1,2}[.、．]|（\d{1,2}）|\d{1,2}）|[①-⑳]|—{2}|[●■◆·]")
_NUMBERED = re.compile(r"(?P<number>\d{1,3})[.、．](?!\d)")
_INNER = re.compile("[处科股](?:室|（室）)?$|司局$")  # of columns for the parts of a body
_GOES_ON = re.compile(r"[、，和及与（]$")
_ENDS = re.compile(r"[。；！？]$")
_SECTION_LABEL = re.compile(r"[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）")

_SUB_ROW: Final = 0.4
_ROW: Final = 0.2  # that begins without a number
_LISTED: Final = 3.0  # that a number which does not count up is the number of a row
_APART: Final = 1.5  # that an empty line stands inside a cell
_ALONE: Final = 1.5  # a line without anything that parts cells, in a table of such lines
_WITHIN_LINE: Final = 3.0  # to leave a column out where the empty cells are shown
_SHORT_LINE: Final = 0.3  # to leave one out at an end of such a line


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell in its column, or a section; ``opens`` a row or a sub-row."""

    token: Token
    column: int
    opens: bool

    @property
    def section(self) -> bool:
        """Whether it names a section and stands in no column."""
        return self.column == _SECTION


@dataclass(frozen=True, slots=True)
class _Way:
    """The cheapest way to a cell in a column, with the number of the row that it stands in."""

    cost: float
    back: int | None
    opens: bool
    number: int


def place(
    tokens: Sequence[Token], columns: Sequence[Column], layout: Layout
) -> tuple[list[Placed], float]:
    """Return the cells of the table at the head of ``tokens``, each in its column, and the cost."""
    if all(column.kind is not ColumnKind.NUMBER for column in columns) and _count_up(tokens):
        places = range(min(len(columns), _NUMBERED_PLACES))
        return min(
            (_cheapest(_Placing(tokens, columns, layout, place)) for place in places),
            key=lambda reading: reading[1],
        )
    return _cheapest(_Placing(tokens, columns, layout))


def _cheapest(placing: _Placing) -> tuple[list[Placed], float]:
    tokens = placing.tokens
    ways: list[dict[int, _Way]] = []
    for index in range(len(tokens)):
        ways.append(dict(placing.ways(index, ways[-1] if ways else None)))
        if not ways[-1]:
            ways.pop()
            break
    best, at = 0.0, None
    for index, reached in enumerate(ways):
        if index + 1 < len(tokens) and not tokens[index + 1].begins:
            continue
        for column, way in reached.items():
            if column == _SECTION:
                continue
            cost = way.cost + placing.left_at_end(column) - _REWARD * (index + 1)
            if cost < best:
                best, at = cost, (index, column)
    return ([] if at is None else _traced(tokens, ways, *at)), best


def _traced(
    tokens: Sequence[Token], ways: Sequence[dict[int, _Way]], index: int, column: int
) -> list[Placed]:
    placed: list[Placed] = []
    at: int | None = column
    while index >= 0 and at is not None:
        way = ways[index][at]
        placed.append(Placed(tokens[index], at, way.opens))
        index, at = index - 1, way.back
    return placed[::-1]


class _Placing:
    """What it costs to put cells into columns."""

    def __init__(
        self,
        tokens: Sequence[Token],
        columns: Sequence[Column],
        layout: Layout,
        numbered: int = -1,
    ) -> None:
        self.tokens = tokens
        self.apart = _APART if layout is Layout.PARAGRAPHS else 0.0
        self.kinds = [column.kind for column in columns]
        self.parted = layout.parted
        self.number = next((i for i, k in enumerate(self.kinds) if k is ColumnKind.NUMBER), -1)
        self.inner = {i for i, c in enumerate(columns) if _INNER.search(c.heading)}
        self.answers = ColumnKind.AGENCY in self.kinds
        self.numbered = numbered  # the column whose cells begin with the numbers of the rows

    def ways(self, index: int, before: dict[int, _Way] | None) -> Iterator[tuple[int, _Way]]:
        """Yield each column that a cell can stand in, with the cheapest way there."""
        best: dict[int, _Way] = {}
        for column, way in self._steps(index, before):
            if column not in best or way.cost < best[column].cost:
                best[column] = way
        least = min((way.cost for way in best.values()), default=_NEVER)
        yield from ((c, w) for c, w in best.items() if w.cost < min(least + 12, _NEVER))

    def _steps(self, index: int, before: dict[int, _Way] | None) -> Iterator[tuple[int, _Way]]:
        token = self.tokens[index]
        nowhere: dict[int | None, _Way] = {None: _Way(0.0, None, opens=False, number=0)}
        for at, way in {**before}.items() if before else nowhere.items():
            if token.begins:
                yield from self._openings(index, at, way)
                if at is not None:
                    yield from self._section(index, at, way)
                elif self._can_be_section(index):
                    yield _SECTION, _Way(0.2, None, opens=False, number=0)
            if at is None:
                continue
            if at == _SECTION:
                if not token.begins and token.form is CellForm.EMPTY:
                    yield _SECTION, _Way(way.cost, at, opens=False, number=way.number)
                continue
            if token.begins:
                cost = way.cost + self._going_on(index, at) + self.apart
                yield at, _Way(cost, at, opens=False, number=way.number)
            if not (token.begins and self.parted):
                yield from self._advances(index, at, way)

    def _openings(self, index: int, at: int | None, way: _Way) -> Iterator[tuple[int, _Way]]:
        """Yield the columns at which a cell can begin a row or a sub-row."""
        token = self.tokens[index]
        closed = way.cost + (self.left_at_end(at) if at is not None and at >= 0 else 0.0)
        head = _ALONE if self.parted and self._alone(index) else 0.0
        for column, kind in enumerate(self.kinds):
            cost, number = self._row_number(index, column, way.number, after_section=at == _SECTION)
            cost += closed + head + self._cost(token, column)
            if cost < _NEVER:
                yield column, _Way(cost, at, opens=True, number=number)
            head += min(AT_HEAD[kind], _SHORT_LINE) if self.parted else AT_HEAD[kind]

    def _alone(self, index: int) -> bool:
        """Whether nothing parts the line of a cell."""
        return index + 1 == len(self.tokens) or self.tokens[index + 1].begins

    def _row_number(
        self, index: int, column: int, last: int, *, after_section: bool
    ) -> tuple[float, int]:
        """Return what it costs that a cell begins a row here, and the number of that row."""
        token = self.tokens[index]
        sub_row = _SUB_ROW if self.answers and last else _NEVER
        if self.number < 0 and self.numbered < 0:
            return (_ROW if self.answers else _NEVER), last + 1
        if self.numbered >= 0:
            match = _NUMBERED.match(token.text)
            if match and column == self.numbered:
                return self._numbered_row(match["number"], last, after_section=after_section)
            if column < self.numbered and self._numbered_next(index, last):
                return _ROW, last
            return (sub_row if column > self.numbered else _NEVER), last
        if column == self.number and token.form is not CellForm.EMPTY:
            return _counted(token.text, last, after_section=after_section)
        return (0.0 if column < self.number else sub_row), last

    @staticmethod
    def _numbered_row(text: str, last: int, *, after_section: bool) -> tuple[float, int]:
        """Return what it costs that a cell with this number heads a row: a list begins with 1."""
        cost, number = _counted(text, last, after_section=after_section)
        return (cost + _LISTED if 1 <= number <= last and not after_section else cost), number

    def _numbered_next(self, index: int, last: int) -> bool:
        """Whether the next cell begins with the number of the next row."""
        token = self.tokens[index + 1] if index + 1 < len(self.tokens) else None
        match = _NUMBERED.match(token.text) if token else None
        return match is not None and int(match["number"]) in (last + 1, 1)

    def _advances(self, index: int, at: int, way: _Way) -> Iterator[tuple[int, _Way]]:
        """Yield the columns behind the last one that a cell can stand in."""
        token = self.tokens[index]
        left = 1.5 if token.begins and _GOES_ON.search(self.tokens[index - 1].text) else 0.0
        for column in range(at + 1, len(self.kinds)):
            cost, number = 0.0, way.number
            if column == self.number and token.form is not CellForm.EMPTY:
                after = self._follows_section(index)
                cost, number = _counted(token.text, way.number, after_section=after)
            elif column == self.numbered:
                match = _NUMBERED.match(token.text)
                cost = _NEVER
                if match and way.opens:
                    cost, number = self._numbered_row(match["number"], number, after_section=False)
            cost += way.cost + left + self._cost(token, column)
            if cost < _NEVER:
                yield column, _Way(cost, at, opens=False, number=number)
            left += _WITHIN_LINE if self.parted else INSIDE[self.kinds[column]]

    def _section(self, index: int, at: int, way: _Way) -> Iterator[tuple[int, _Way]]:
        if not self._can_be_section(index):
            return
        cost = way.cost + (self.left_at_end(at) if at >= 0 else 0.3)
        cost += 0.0 if _SECTION_LABEL.match(self.tokens[index].text) else 0.6
        yield _SECTION, _Way(cost, at, opens=False, number=way.number)

    def _can_be_section(self, index: int) -> bool:
        """Whether a line can name the section of the rows behind it: 一、治水, 治水."""
        token = self.tokens[index]
        if token.form in (CellForm.EMPTY, CellForm.NUMBER) or len(token.text) > _LONGEST_SECTION:
            return False
        if token.text.endswith(("。", "；", "，", "：")):
            return False
        following = index + 1
        while following < len(self.tokens) and (
            self.tokens[following].form is CellForm.EMPTY and not self.tokens[following].begins
        ):
            following += 1
        if following >= len(self.tokens) or not self.tokens[following].begins:
            return False
        labelled = _SECTION_LABEL.match(token.text) is not None
        if self.number < 0:
            return labelled and (self.numbered < 0 or self._numbered_soon(following))
        return self._number_soon(following, labelled=labelled)

    def _number_soon(self, index: int, *, labelled: bool) -> bool:
        """Whether the next row begins here, or behind the sections of a lower level."""
        for token in self.tokens[index : index + self.number + (3 if labelled else 1)]:
            if number_of(token.text):
                return True
            if not (labelled or self.number > 0) or len(token.text) > _LONGEST_SECTION:
                return False
        return False

    def _numbered_soon(self, index: int) -> bool:
        return any(_NUMBERED.match(token.text) for token in self.tokens[index : index + 3])

    def _follows_section(self, index: int) -> bool:
        """Whether the row of this cell follows a line that names a section."""
        at = index - 1
        while at > 0 and not self.tokens[at].begins:
            at -= 1
        return LABEL_AT_START.match(self.tokens[at].text) is not None

    def _going_on(self, index: int, at: int) -> float:
        """Return what it costs that a line goes on in the cell of the line before it."""
        one, other = self.tokens[index - 1], self.tokens[index]
        kind = self.kinds[at]
        if kind is ColumnKind.NUMBER or CellForm.NUMBER in (one.form, other.form):
            return _NEVER
        if _GOES_ON.search(one.text) or one.text.count("（") > one.text.count("）"):
            return 0.1
        if kind in (ColumnKind.AGENCY, ColumnKind.BODY):
            return 0.4 if one.form is not CellForm.NAMES and other.form is CellForm.NAMES else 1.8
        if _LIST.match(other.text):
            return 0.2
        if other.form in (CellForm.NAMES, CellForm.EMPTY):
            return 3.0
        return 1.2 if _ENDS.search(one.text) or one.form is not CellForm.SENTENCE else 0.5

    def _cost(self, token: Token, column: int) -> float:
        kind = self.kinds[column]
        cost = cost_of(token.form, kind)
        if token.form is CellForm.EMPTY and not token.text:
            return min(cost, 0.05)
        if token.begins and _SECTION_LABEL.match(token.text) and column > max(self.number, 0):
            cost += 2.0
        if kind in (ColumnKind.AGENCY, ColumnKind.BODY) and token.form is CellForm.SHORT:
            short = all(len(name) <= _SHORT_NAME for name in names_in(token.text))
            cost -= 1.3 if short and column in self.inner else 0.3
        return cost

    def left_at_end(self, at: int) -> float:
        """Return what it costs that a row ends with a column."""
        if self.parted:
            return min(1.0, _SHORT_LINE * (len(self.kinds) - 1 - at) / 2)
        left = self.kinds[at + 1 :]
        cost = sum(INSIDE[kind] for kind in left)
        if ColumnKind.AGENCY in left and ColumnKind.AGENCY not in self.kinds[: at + 1]:
            cost += 1.5  # nobody answers for the row
        return cost


def _counted(text: str, last: int, *, after_section: bool) -> tuple[float, int]:
    """Return what it costs that a row has this number behind another, and the number."""
    printed = number_of(text)
    if printed is None:
        return 0.0, last
    number = parse_numeral(printed)
    if number in (last, last + 1):
        return 0.0 if number > last else 0.1, number
    if number == 1:
        return (0.0 if after_section else 1.5), number
    return (1.0 if last < number <= last + _GAP else _NEVER), number


def _count_up(tokens: Sequence[Token]) -> bool:
    """Whether cells begin with numbers that count up, so that these number the rows."""
    numbers = {int(m["number"]) for t in tokens if (m := _NUMBERED.match(t.text))}
    return numbers >= {1, 2}
