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
    from collections.abc import Set as AbstractSet

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


class Router:
    """Lines are added first, and routed all together."""

    def __init__(self, *, rows: Sequence[int], width: float, gap: float, height: float) -> None:
        """Take how many boxes each row has, and the size of a box."""
        self._rows, self._width, self._gap, self._height = rows, width, gap, height
        self._lines: list[tuple[str, Cell, Cell]] = []
        self._ports: defaultdict[tuple[Cell, bool], list[str]] = defaultdict(list)

    def add(self, line: str, source: Cell, target: Cell) -> None:
        """Add a line from one box to another."""
        self._lines.append((line, source, target))
        at_top, into_top = _sides(source, target)
        self._ports[source, at_top].append(f"{line} out")
        self._ports[target, into_top].append(f"{line} in")

    def route(self, *, left: float, least: float) -> Routed:
        """Return everything in its place, right of ``left`` and at least ``least`` wide."""
        span = max(max(self._rows) * (self._width + self._gap) - self._gap, least)
        far = [each for each in self._lines if abs(each[1][0] - each[2][0]) > 1]
        on_left = {
            line
            for at, (line, source, target) in enumerate(far)
            if self._goes_left(at, source, target)
        }
        lanes = {side: _Free() for side in (True, False)}
        lane_of = {
            line: lanes[line in on_left].take(*sorted((source[0], target[0])))
            for line, source, target in sorted(far, key=lambda e: (abs(e[1][0] - e[2][0]), e[0]))
        }
        first = left + _MARGIN + _LANE * lanes[True].count
        right = first + span
        lefts = [
            first + (span - (n * (self._width + self._gap) - self._gap)) / 2 for n in self._rows
        ]
        self._in_order(lefts, on_left, lane_of)
        lane_x = {
            line: first - _MARGIN / 2 - _LANE * n
            if line in on_left
            else right + _MARGIN / 2 + _LANE * n
            for line, n in lane_of.items()
        }
        tracks, track_of = self._tracks(lefts, lane_x)
        tops, y = [], 0.0
        for row in range(len(self._rows)):
            y += _CHANNEL + _TRACK * tracks[row].count if row or tracks[0].count else _MARGIN
            tops.append(y)
            y += self._height
        height = y + (
            _CHANNEL + _TRACK * tracks[len(self._rows)].count
            if tracks[len(self._rows)].count
            else _MARGIN
        )

        def track_y(channel: int, number: int) -> float:
            below = tops[channel] if channel < len(tops) else height
            return below - _CHANNEL / 2 - _TRACK * number

        paths = {}
        for line, source, target in self._lines:
            x1, y1 = (
                self._port(line, "out", source, lefts),
                self._edge(source, target, tops, out=True),
            )
            x2, y2 = (
                self._port(line, "in", target, lefts),
                self._edge(source, target, tops, out=False),
            )
            if line in lane_x:
                one = track_y(*track_of[line, "out"])
                two = track_y(*track_of[line, "in"])
                paths[line] = f"M{x1:g} {y1:g}V{one:g}H{lane_x[line]:g}V{two:g}H{x2:g}V{y2:g}"
            elif source[0] == target[0]:
                one = track_y(*track_of[line, "out"])
                paths[line] = f"M{x1:g} {y1:g}V{one:g}H{x2:g}V{y2:g}"
            else:
                middle = (y1 + y2) / 2
                x2 = x1 if abs(x1 - x2) < _PITCH else x2
                paths[line] = f"M{x1:g} {y1:g}C{x1:g} {middle:g} {x2:g} {middle:g} {x2:g} {y2:g}"
        width = right + _MARGIN + _LANE * lanes[False].count
        return Routed(width, height, tops, lefts, self._width + self._gap, paths)

    def _tracks(
        self, lefts: Sequence[float], lane_x: Mapping[str, float]
    ) -> tuple[Mapping[int, _Free], Mapping[tuple[str, str], tuple[int, int]]]:
        """Return the tracks of each channel, and the channel and track of each end of a line."""
        tracks: defaultdict[int, _Free] = defaultdict(_Free)
        taken: dict[tuple[str, str], tuple[int, int]] = {}
        for line, source, target in self._lines:
            out, into = (
                self._port(line, "out", source, lefts),
                self._port(line, "in", target, lefts),
            )
            if line in lane_x:
                at_top, into_top = _sides(source, target)
                for end, cell, top, x in (
                    ("out", source, at_top, out),
                    ("in", target, into_top, into),
                ):
                    channel = cell[0] if top else cell[0] + 1
                    taken[line, end] = channel, tracks[channel].take(*sorted((x, lane_x[line])))
            elif source[0] == target[0]:
                taken[line, "out"] = source[0], tracks[source[0]].take(*sorted((out, into)))
        return tracks, taken

    def _goes_left(self, number: int, source: Cell, target: Cell) -> bool:
        lean = sum(place - (self._rows[row] - 1) / 2 for row, place in (source, target))
        return lean < 0 or (lean == 0 and number % 2 == 1)

    def _in_order(
        self, lefts: Sequence[float], on_left: AbstractSet[str], lane_of: Mapping[str, int]
    ) -> None:
        """Order the ports of a box's side by where their lines lead: left, straight on, right."""
        step = self._width + self._gap
        ends: dict[str, tuple[int, float]] = {}
        for line, source, target in self._lines:
            for end, (row, place) in (("out", target), ("in", source)):
                gutter = 0 if line not in lane_of else -1 if line in on_left else 1
                ends[f"{line} {end}"] = gutter, lefts[row] + place * step
        for ports in self._ports.values():
            ports.sort(key=lambda port: (*ends[port], port))

    def _port(self, line: str, end: str, cell: Cell, lefts: Sequence[float]) -> float:
        for at_top in (True, False):
            ports = self._ports.get((cell, at_top), [])
            if f"{line} {end}" in ports:
                part = (ports.index(f"{line} {end}") + 1) / (len(ports) + 1)
                x = lefts[cell[0]] + cell[1] * (self._width + self._gap) + self._width * part
                return self._pitch() * (round(x / self._pitch()) + (0 if at_top else 0.5))
        message = f"{line}: has no port"
        raise KeyError(message)

    def _pitch(self) -> float:
        """Return how far ports stand from each other at least: less where a box has very many."""
        most = max(map(len, self._ports.values()), default=0)
        return min(_PITCH, self._width / (most + 1))

    def _edge(self, source: Cell, target: Cell, tops: Sequence[float], *, out: bool) -> float:
        at_top, into_top = _sides(source, target)
        cell, top = (source, at_top) if out else (target, into_top)
        return tops[cell[0]] + (0 if top else self._height)


class _Free:
    """Parallel tracks of which each is taken from one end to another by lines that do not meet."""

    def __init__(self) -> None:
        self._taken: list[list[tuple[float, float]]] = []

    @property
    def count(self) -> int:
        return len(self._taken)

    def take(self, start: float, end: float) -> int:
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
