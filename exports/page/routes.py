"""Lines between boxes in rows: straight to the next row, round the side to one further off.

Every line leaves and enters a box at a port of its own, in the order of where the lines lead. A
line that passes a row runs along the channel beside its own row, up a lane in the gutter at one
side, and along the channel beside the other row; no two share a track or a lane where they would
lie on each other. Ports at the top stand between those at the bottom for the same reason: in a
channel the ends of lines from above and from below never make one line.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Cell: TypeAlias = tuple[int, int]  # row and place in it

_LANE: Final = 12
_TRACK: Final = 9
_CHANNEL: Final = 46
_MARGIN: Final = 20
_PITCH: Final = 12  # between ports; half of it between one at the top and one at the bottom


@dataclass(frozen=True, slots=True)
class Routed:
    """Where rows stand, and the path of every line."""

    width: float
    height: float
    tops: Sequence[float]
    lefts: Sequence[float]
    step: float
    paths: Mapping[str, str]

    def corner(self, row: int, place: int) -> tuple[float, float]:
        """Return the upper left corner of a box."""
        return self.lefts[row] + place * self.step, self.tops[row]


@dataclass(frozen=True, slots=True)
class _End:
    """Where a line leaves or enters a box: at its top or bottom. ``id`` is of the line and end."""

    id: str
    cell: Cell
    top: bool

    @property
    def row(self) -> int:
        return self.cell[0]

    @property
    def channel(self) -> int:
        """The channel that the end lies at; each is above the row of its number."""
        return self.row if self.top else self.row + 1


@dataclass(frozen=True, slots=True)
class _Line:
    """A line from one box to another."""

    id: str
    out: _End
    into: _End

    @property
    def rows(self) -> tuple[int, int]:
        """The rows that it connects, the upper one first."""
        upper, lower = sorted((self.out.row, self.into.row))
        return upper, lower

    @property
    def rows_apart(self) -> int:
        upper, lower = self.rows
        return lower - upper

    @property
    def is_far(self) -> bool:
        """Tell whether it passes a row, and so goes round the side."""
        return self.rows_apart > 1


class Router:
    """Lines are added first, and routed all together."""

    def __init__(self, *, rows: Sequence[int], width: float, gap: float, height: float) -> None:
        """Take how many boxes each row has, and the size of a box."""
        self._rows, self._width, self._gap, self._height = rows, width, gap, height
        self._lines: list[_Line] = []
        self._sides: defaultdict[tuple[Cell, bool], list[_End]] = defaultdict(list)

    def add(self, line: str, source: Cell, target: Cell) -> None:
        """Add a line from one box to another."""
        at_top, into_top = _sides(source, target)
        out, into = _End(f"{line} out", source, at_top), _End(f"{line} in", target, into_top)
        self._lines.append(_Line(line, out, into))
        self._sides[source, at_top].append(out)
        self._sides[target, into_top].append(into)

    def route(self, *, left: float, least: float) -> Routed:
        """Return everything in its place, right of ``left`` and at least ``least`` wide."""
        step = self._width + self._gap
        span = max(max(self._rows) * step - self._gap, least)
        on_left, on_right = _Tracks(), _Tracks()
        lane_of = self._lanes(on_left, on_right)
        first = left + _MARGIN + _LANE * on_left.count
        right = first + span
        lefts = [first + (span - (boxes * step - self._gap)) / 2 for boxes in self._rows]
        lane_x = {
            line: first - _MARGIN / 2 - _LANE * lane
            if side is on_left
            else right + _MARGIN / 2 + _LANE * lane
            for line, (side, lane) in lane_of.items()
        }
        gutters = {line: -1 if side is on_left else 1 for line, (side, _) in lane_of.items()}
        x_of = self._ports(lefts, gutters)
        track_of, tracks = self._tracks(x_of, lane_x)
        tops, height = self._stack(tracks)

        def y_of(end: _End) -> float:
            return tops[end.row] + (0 if end.top else self._height)

        def track_y(end: _End) -> float:
            below = tops[end.channel] if end.channel < len(tops) else height
            return below - _CHANNEL / 2 - _TRACK * track_of[end]

        paths = {}
        for line in self._lines:
            x1, y1, x2, y2 = x_of[line.out], y_of(line.out), x_of[line.into], y_of(line.into)
            if line.is_far:
                one, two = track_y(line.out), track_y(line.into)
                round_side = f"V{one:g}H{lane_x[line.id]:g}V{two:g}H{x2:g}V{y2:g}"
                paths[line.id] = f"M{x1:g} {y1:g}{round_side}"
            elif not line.rows_apart:
                paths[line.id] = f"M{x1:g} {y1:g}V{track_y(line.out):g}H{x2:g}V{y2:g}"
            else:
                middle = (y1 + y2) / 2
                x2 = x1 if abs(x1 - x2) < _PITCH else x2
                bend = f"C{x1:g} {middle:g} {x2:g} {middle:g} {x2:g} {y2:g}"
                paths[line.id] = f"M{x1:g} {y1:g}{bend}"
        width = right + _MARGIN + _LANE * on_right.count
        return Routed(width, height, tops, lefts, step, paths)

    def _lanes(self, on_left: _Tracks, on_right: _Tracks) -> Mapping[str, tuple[_Tracks, int]]:
        """Return the side and the lane of each line that passes a row; short ones lie inside."""
        far = [line for line in self._lines if line.is_far]
        sides = {
            line.id: on_left if self._goes_left(number, line) else on_right
            for number, line in enumerate(far)
        }
        return {
            line.id: (sides[line.id], sides[line.id].take(*line.rows))
            for line in sorted(far, key=lambda line: (line.rows_apart, line.id))
        }

    def _ports(self, lefts: Sequence[float], gutters: Mapping[str, int]) -> Mapping[_End, float]:
        """Return where the ends stand, by where their lines lead: left, straight on, right.

        ``gutters`` are the sides of the lines that go round, -1 for the left.
        """
        step = self._width + self._gap
        leads: dict[_End, tuple[int, float]] = {}
        for line in self._lines:
            for end, other in ((line.out, line.into), (line.into, line.out)):
                leads[end] = gutters.get(line.id, 0), lefts[other.row] + other.cell[1] * step
        most = max(map(len, self._sides.values()), default=0)
        pitch = min(_PITCH, self._width / (most + 1))  # less where a box has very many
        ports = {}
        for (cell, top), ends in self._sides.items():
            ordered = sorted(ends, key=lambda end: (*leads[end], end.id))
            for number, end in enumerate(ordered, start=1):
                part = number / (len(ends) + 1)
                x = lefts[cell[0]] + cell[1] * step + self._width * part
                ports[end] = pitch * (round(x / pitch) + (0 if top else 0.5))
        return ports

    def _tracks(
        self, x_of: Mapping[_End, float], lane_x: Mapping[str, float]
    ) -> tuple[Mapping[_End, int], list[int]]:
        """Return the track of each end in its channel, and how many tracks each channel has."""
        channels = [_Tracks() for _ in range(len(self._rows) + 1)]
        track_of: dict[_End, int] = {}
        for line in self._lines:
            if line.is_far:
                for end in (line.out, line.into):
                    track_of[end] = channels[end.channel].take(x_of[end], lane_x[line.id])
            elif not line.rows_apart:
                channel = channels[line.out.channel]
                track_of[line.out] = channel.take(x_of[line.out], x_of[line.into])
        return track_of, [channel.count for channel in channels]

    def _goes_left(self, number: int, line: _Line) -> bool:
        ends = (line.out.cell, line.into.cell)
        lean = sum(place - (self._rows[row] - 1) / 2 for row, place in ends)
        return lean < 0 or (lean == 0 and number % 2 == 1)

    def _stack(self, tracks: Sequence[int]) -> tuple[list[float], float]:
        """Return the top of each row, and the whole height; ``tracks`` are those of the channels.

        A channel at the very top or bottom is there only where a line runs in it.
        """
        tops, y = [], 0.0
        for row, count in enumerate(tracks[:-1]):
            y += _CHANNEL + _TRACK * count if row or count else _MARGIN
            tops.append(y)
            y += self._height
        return tops, y + (_CHANNEL + _TRACK * tracks[-1] if tracks[-1] else _MARGIN)


class _Tracks:
    """Parallel tracks of which each is taken from one end to another by lines that do not meet."""

    def __init__(self) -> None:
        self._taken: list[list[tuple[float, float]]] = []

    @property
    def count(self) -> int:
        return len(self._taken)

    def take(self, one: float, other: float) -> int:
        """Take the first track that is free between two places, and return its number."""
        start, end = sorted((one, other))
        for number, stretches in enumerate(self._taken):
            if all(end < s - 2 or start > e + 2 for s, e in stretches):
                stretches.append((start, end))
                return number
        self._taken.append([(start, end)])
        return len(self._taken) - 1


def _sides(source: Cell, target: Cell) -> tuple[bool, bool]:
    """Tell whether a line leaves at the top, and whether it enters at the top."""
    if source[0] == target[0]:
        return True, True
    upwards = source[0] > target[0]
    return upwards, not upwards
