"""In which order the pieces of a page are read, where it is set in columns: 政府公报 is.

What is guaranteed: every piece is read once; a piece that crosses the space between two columns (a
title, a table over the whole page) parts what stands above it from what stands below; between two
of them the left column is read before the right one.

Two columns are told from a list of cells by their lines: these are long, they fill the width of
their column and begin at its edge, and stand beside each other from top to bottom. What looks like
columns and is not surely set in them is said to be unsure.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, Final, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_FEWEST: Final = 3  # lines of a column that have another beside them
COLUMN_GAP: Final = 0.9  # ems between two columns at least, a mark hanging in between
_LINE: Final = 8.0  # ems that the lines of a column are long at least, by the half
_FULL: Final = 2.2  # ems that a line which fills its column may fall short
_FILLED: Final = 0.35  # of the lines that fill their column at least
_PERHAPS: Final = 0.2  # of the lines that fill what may be a column
_INDENT: Final = 2.6  # ems by which the first line of a paragraph is indented at most
_STEP: Final = 2.2  # of the usual distance of two lines that they are apart at most
_STEADY: Final = 0.8  # of the lines that are no farther apart
_AT_EDGE: Final = 0.7  # of the lines that begin at the edge of their column at least
_ALIKE: Final = 0.8  # of the width of one column that the other one has
_ONE_LINE: Final = 0.3  # ems that pieces of one line may stand apart
_BESIDE: Final = 0.5  # of the shorter column that has the other one beside it
_CROSSED: Final = 0.5  # of the pieces of a page that may cross the space between its columns
_TRIED: Final = 60  # edges of pieces at which a column may end
_DEEPEST: Final = 8  # number from which a column is not parted again: four on a page


class Piece(Protocol):
    """What stands at a place of a page, in points from its top left corner."""

    @property
    def left(self) -> float: ...  # noqa: D102
    @property
    def top(self) -> float: ...  # noqa: D102
    @property
    def right(self) -> float: ...  # noqa: D102
    @property
    def bottom(self) -> float: ...  # noqa: D102


P = TypeVar("P", bound=Piece)


@dataclass(slots=True)
class Columns:
    """The columns of the pages of a file.

    ``gutters`` are the spaces between columns met so far, ``em`` is the width of a Chinese
    character on the page read last, and ``unsure`` says that this may be set in columns.
    """

    gutters: list[float] = field(default_factory=list)
    unsure: bool = False
    em: float = 1.0

    def blocks(self, pieces: Sequence[P], em: float) -> list[tuple[int, list[P]]]:
        """Return the pieces of a page in the order of reading, in blocks of one column.

        Column 1 is the page, 2 and 3 are its left and its right half, 4 to 7 their halves.
        """
        self.em, self.unsure = em, False
        return list(self._blocks(sorted(pieces, key=_middle), 1))

    def _blocks(self, pieces: list[P], column: int) -> Iterator[tuple[int, list[P]]]:
        gutter = self._gutter(pieces) if column < _DEEPEST else None
        if gutter is None:
            yield column, pieces
            return
        for left, right, across in _bands(pieces, gutter):
            if left:
                yield from self._blocks(left, 2 * column)
            if right:
                yield from self._blocks(right, 2 * column + 1)
            if across:
                yield column, across

    def _gutter(self, pieces: Sequence[P]) -> float | None:
        """Return the middle of the space between two columns, if the pieces are set in them."""
        perhaps = False
        best: tuple[int, float] | None = None
        edges = Counter(round(piece.right / self.em) for piece in pieces).most_common(_TRIED)
        for edge, _ in sorted(edges):
            place = (edge + 0.5 + COLUMN_GAP / 2) * self.em
            bands = list(_bands(pieces, place))
            left = [piece for band in bands for piece in band[0]]
            right = [piece for band in bands for piece in band[1]]
            fewer = min(len(left), len(right))
            if fewer < _FEWEST or (best and fewer <= best[0]) or not _beside(bands, fewer):
                continue
            sides = self._side(left), self._side(right)
            if sides[1].left - sides[0].right < COLUMN_GAP * self.em:
                continue
            filled = sum(side.filled for side in sides) / len([*left, *right])
            long = [side for side in sides if side.length >= _LINE * self.em]
            steady = all(side.steady(min(each.pitch for each in sides)) for side in sides)
            if not steady or filled < _PERHAPS:
                continue
            if filled >= _FILLED and len(long) == len(sides) and _alike(*sides):
                best = fewer, (sides[0].right + sides[1].left) / 2
            else:  # cells have no first lines of paragraphs
                perhaps = perhaps or any(side.indents for side in long)
        found = best[1] if best else self._known(pieces)
        self.unsure = self.unsure or (perhaps and found is None)
        if best and best[1] not in self.gutters:
            self.gutters.append(best[1])
        return found

    def _known(self, pieces: Sequence[P]) -> float | None:
        """Return a space between columns of another page, if few pieces of this one cross it."""
        for gutter in self.gutters:
            across = sum(piece.left < gutter < piece.right for piece in pieces)
            if across <= _CROSSED * len(pieces):
                return gutter
        return None

    def _side(self, pieces: Sequence[P]) -> _Side:
        left = min(piece.left for piece in pieces)
        right = max(piece.right for piece in pieces)
        at_edge = sum(piece.left <= left + _INDENT * self.em for piece in pieces)
        return _Side(
            left,
            right,
            median(piece.right - piece.left for piece in pieces),
            sum(piece.right >= right - _FULL * self.em for piece in pieces),
            at_edge / len(pieces),
            any(_INDENT / 2 <= (piece.left - left) / self.em <= _INDENT for piece in pieces),
            [
                after.bottom - piece.bottom
                for piece, after in pairwise(pieces)
                if after.bottom - piece.bottom > _ONE_LINE * self.em
            ],
        )


@dataclass(frozen=True, slots=True)
class _Side:
    """What stands on one side of a space between columns: its edges, and how its lines stand.

    ``filled`` counts the lines that reach its right edge, ``indents`` says that first lines of
    paragraphs do not begin at its left one, ``steps`` go from a line to the next.
    """

    left: float
    right: float
    length: float
    filled: int
    at_edge: float
    indents: bool
    steps: list[float]

    @property
    def pitch(self) -> float:
        """The usual distance of two lines."""
        return median(self.steps or [0.0])

    def steady(self, pitch: float) -> bool:
        """Tell whether its lines follow each other; cells leave gaps beside longer ones."""
        near = sum(step <= _STEP * pitch for step in self.steps)
        return near >= _STEADY * len(self.steps)


def _alike(left: _Side, right: _Side) -> bool:
    """Tell whether two sides are columns of one text: of one width, their lines at their edge."""
    widths = left.right - left.left, right.right - right.left
    at_edge = min(left.at_edge, right.at_edge) >= _AT_EDGE
    return at_edge and min(widths) >= _ALIKE * max(widths)


def _middle(piece: Piece) -> tuple[float, float]:
    return piece.top + piece.bottom, piece.left


def _bands(pieces: Sequence[P], gutter: float) -> Iterator[tuple[list[P], list[P], list[P]]]:
    """Yield what stands left and right of a place, and then across it, from top to bottom."""
    left: list[P] = []
    right: list[P] = []
    for piece in pieces:
        if piece.right <= gutter:
            left.append(piece)
        elif piece.left >= gutter:
            right.append(piece)
        else:
            yield left, right, [piece]
            left, right = [], []
    yield left, right, []


def _beside(bands: Sequence[tuple[list[P], list[P], list[P]]], fewer: int) -> bool:
    """Tell whether the two sides stand beside each other, not one below the other."""
    lines = 0
    for left, right, _ in bands:
        if left and right:
            top = max(min(piece.top for piece in side) for side in (left, right))
            bottom = min(max(piece.bottom for piece in side) for side in (left, right))
            heights = (
                max(piece.bottom for piece in side) - min(piece.top for piece in side)
                for side in (left, right)
            )
            if bottom - top >= _BESIDE * min(heights):
                lines += min(len(left), len(right))
    return lines >= max(_FEWEST, _BESIDE * fewer)
