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
from typing import TYPE_CHECKING, Final, NamedTuple

from graph.grammar.body_names import can_list, names_in
from graph.grammar.cells import CellForm
from graph.model import Column, ColumnKind
from graph.structure.tables.costs import (
    AT_HEAD,
    INSIDE,
    NEVER,
    cost_of,
    goes_on_cost,
    is_unfinished,
    listed_number_cost,
    number_cost,
)
from graph.structure.tables.sections import NUMBERED, SECTION_LABEL, Sections
from graph.structure.tables.tokens import Layout

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.structure.tables.tokens import Token


_SECTION: Final = -1  # the column of a line that names a section
REWARD: Final = 1.3  # for a cell that is part of the table
_SHORT_NAME: Final = 6  # characters of what may be a name in a column of names
_NUMBERED_PLACES: Final = 3  # columns whose cells can begin with the number of their row
_INNER = re.compile("[处科股](?:室|（室）)?$|司局$")  # of columns for the parts of a body

_SUB_ROW: Final = 0.4
_ROW: Final = 0.2  # that begins without a number
_APART: Final = 1.5  # that an empty line stands inside a cell
_LEADERLESS: Final = 0.5  # that the first column of bodies is empty and another one is not
_NO_NAME: Final = 2.0  # that words are a name which begin like a task, or hold figures
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


class _Way(NamedTuple):
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
            cost = way.cost + placing.left_at_end(column) - REWARD * (index + 1)
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
        self.shows_empty = layout in (Layout.TABS, Layout.STROKES)
        self.number = next((i for i, k in enumerate(self.kinds) if k is ColumnKind.NUMBER), -1)
        self.sections = Sections(tokens, self.number, numbered=numbered >= 0)
        self.inner = {i for i, c in enumerate(columns) if _INNER.search(c.heading)}
        self.leader = next((i for i, k in enumerate(self.kinds) if k is ColumnKind.AGENCY), -1)
        self.answers = ColumnKind.AGENCY in self.kinds
        self.numbered = numbered  # the column whose cells begin with the numbers of the rows
        self._numbers = [NUMBERED.match(token.text) for token in tokens if numbered >= 0]
        self._costs: dict[tuple[int, int], float] = {}  # each is asked for on many ways
        self._opened: dict[int, float | None] = {}  # what each costs as the name of a section
        self._left = [self._left_behind(column) for column in range(len(columns))]

    def ways(self, index: int, before: dict[int, _Way] | None) -> Iterator[tuple[int, _Way]]:
        """Yield each column that a cell can stand in, with the cheapest way there."""
        best: dict[int, _Way] = {}
        for column, way in self._steps(index, before):
            if column not in best or way.cost < best[column].cost:
                best[column] = way
        least = min((way.cost for way in best.values()), default=NEVER)
        yield from ((c, w) for c, w in best.items() if w.cost < min(least + 12, NEVER))

    def _steps(self, index: int, before: dict[int, _Way] | None) -> Iterator[tuple[int, _Way]]:
        token = self.tokens[index]
        nowhere: dict[int | None, _Way] = {None: _Way(0.0, None, opens=False, number=0)}
        for at, way in {**before}.items() if before else nowhere.items():
            if token.begins:
                yield from self._openings(index, at, way)
                if at is not None:
                    yield from self._section(index, at, way)
                elif self._as_section(index) is not None:
                    yield _SECTION, _Way(0.2, None, opens=False, number=0)
            if at is None:
                continue
            if at == _SECTION:
                if not token.begins and token.form is CellForm.EMPTY:
                    yield _SECTION, _Way(way.cost, at, opens=False, number=way.number)
                continue
            if token.begins:
                cost = (
                    way.cost
                    + goes_on_cost(self.tokens[index - 1], self.tokens[index], self.kinds[at])
                    + self.apart
                )
                yield at, _Way(cost, at, opens=False, number=way.number)
            if not (token.begins and self.parted):
                yield from self._advances(index, at, way)

    def _openings(self, index: int, at: int | None, way: _Way) -> Iterator[tuple[int, _Way]]:
        """Yield the columns at which a cell can begin a row or a sub-row."""
        closed = way.cost + (self.left_at_end(at) if at is not None and at >= 0 else 0.0)
        head = _ALONE if self.parted and self._alone(index) else 0.0
        for column, kind in enumerate(self.kinds):
            cost, number = self._row_number(index, column, way.number, after_section=at == _SECTION)
            cost += closed + head + self._cost(index, column)
            if cost < NEVER:
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
        sub_row = _SUB_ROW if self.answers and last else NEVER
        if self.number < 0 and self.numbered < 0:
            return (_ROW if self.answers else NEVER), last + 1
        if self.numbered >= 0:
            match = self._numbers[index]
            if match and column == self.numbered:
                return listed_number_cost(match["number"], last, after_section=after_section)
            if column < self.numbered and self._numbered_next(index, last):
                return _ROW, last
            return (sub_row if column > self.numbered else NEVER), last
        if column == self.number and token.form is not CellForm.EMPTY:
            return number_cost(token.text, last, after_section=after_section)
        return (0.0 if column < self.number else sub_row), last

    def _numbered_next(self, index: int, last: int) -> bool:
        """Whether the next cell begins with the number of the next row."""
        match = self._numbers[index + 1] if index + 1 < len(self.tokens) else None
        return match is not None and int(match["number"]) in (last + 1, 1)

    def _advances(self, index: int, at: int, way: _Way) -> Iterator[tuple[int, _Way]]:
        """Yield the columns behind the last one that a cell can stand in."""
        token = self.tokens[index]
        left = 1.5 if token.begins and is_unfinished(self.tokens[index - 1].text) else 0.0
        for column in range(at + 1, len(self.kinds)):
            cost, number = 0.0, way.number
            if column == self.number and token.form is not CellForm.EMPTY:
                after = self.sections.stands_before(index)
                cost, number = number_cost(token.text, way.number, after_section=after)
            elif column == self.numbered:
                match = self._numbers[index]
                cost = NEVER
                if match and way.opens:
                    cost, number = listed_number_cost(match["number"], number, after_section=False)
            cost += way.cost + left + self._cost(index, column)
            if cost < NEVER:
                yield column, _Way(cost, at, opens=False, number=number)
            left += _WITHIN_LINE if self.shows_empty else INSIDE[self.kinds[column]]
            left += _LEADERLESS if column == self.leader and not self.shows_empty else 0.0

    def _section(self, index: int, at: int, way: _Way) -> Iterator[tuple[int, _Way]]:
        named = self._as_section(index)
        if named is None:
            return
        cost = way.cost + (self.left_at_end(at) if at >= 0 else 0.3) + named
        yield _SECTION, _Way(cost, at, opens=False, number=way.number)

    def _as_section(self, index: int) -> float | None:
        """Return what it costs that a line names a section, or None where it cannot."""
        if index not in self._opened:
            cost = 0.0 if SECTION_LABEL.match(self.tokens[index].text) else 0.6
            self._opened[index] = cost if self.sections.can_stand(index) else None
        return self._opened[index]

    def _cost(self, index: int, column: int) -> float:
        """Return how ill a cell goes with a column."""
        cost = self._costs.get((index, column))
        if cost is None:
            cost = self._costs[index, column] = self._cost_of(self.tokens[index], column)
        return cost

    def _cost_of(self, token: Token, column: int) -> float:
        kind = self.kinds[column]
        cost = cost_of(token.form, kind)
        if token.form is CellForm.EMPTY and not token.text:
            return min(cost, 0.05)
        if token.begins and SECTION_LABEL.match(token.text) and column > max(self.number, 0):
            cost += 2.0
        if kind in (ColumnKind.AGENCY, ColumnKind.BODY) and token.form is CellForm.SHORT:
            short = all(len(name) <= _SHORT_NAME for name in names_in(token.text))
            cost -= 1.3 if short and column in self.inner else 0.3
            cost += 0.0 if can_list(token.text) else _NO_NAME
        return cost

    def left_at_end(self, at: int) -> float:
        """Return what it costs that a row ends with a column."""
        return self._left[at]

    def _left_behind(self, at: int) -> float:
        if self.parted:
            return min(1.0, _SHORT_LINE * (len(self.kinds) - 1 - at) / 2)
        left = self.kinds[at + 1 :]
        cost = sum(INSIDE[kind] for kind in left)
        if ColumnKind.AGENCY in left and ColumnKind.AGENCY not in self.kinds[: at + 1]:
            cost += 1.5  # nobody answers for the row
        return cost


def _count_up(tokens: Sequence[Token]) -> bool:
    """Whether cells begin with numbers that count up, so that these number the rows."""
    numbers = {int(m["number"]) for t in tokens if (m := NUMBERED.match(t.text))}
    return numbers >= {1, 2}
