from __future__ import annotations

import re
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from exports.page.routes import Routed, Router

ROWS = st.lists(st.integers(1, 4), min_size=1, max_size=5)
Segment = tuple[float, float, float, float]


def routed(rows: list[int], lines: list[tuple[tuple[int, int], tuple[int, int]]]) -> Routed:
    router = Router(rows=rows, width=200, gap=20, height=60)
    for number, (source, target) in enumerate(lines):
        router.add(str(number), source, target)
    return router.route(left=70, least=600)


def segments(path: str) -> list[Segment]:
    """The straight pieces of a path, which are all of one that goes round the side."""
    x, y, found = 0.0, 0.0, []
    for command, numbers in re.findall(r"([MVHC])([-\d. ]+)", path):
        values = [float(number) for number in numbers.split()]
        if command == "V":
            found.append((x, y, x, values[0]))
            y = values[0]
        elif command == "H":
            found.append((x, y, values[0], y))
            x = values[0]
        else:
            x, y = values[-2:]
    return found


@given(ROWS, st.data())
def test_no_line_runs_through_a_box_or_along_another(rows: list[int], data: st.DataObject) -> None:
    cells = [(row, place) for row, many in enumerate(rows) for place in range(many)]
    pairs = st.tuples(st.sampled_from(cells), st.sampled_from(cells)).filter(lambda p: p[0] != p[1])
    lines = data.draw(st.lists(pairs, max_size=8))
    made = routed(rows, lines)
    drawn = [(line, s) for line, path in made.paths.items() for s in segments(path)]
    for _, (x1, y1, x2, y2) in drawn:
        for row, place in cells:
            left, top = made.corner(row, place)
            inside_x = max(x1, x2) > left + 1 and min(x1, x2) < left + 199
            inside_y = max(y1, y2) > top + 1 and min(y1, y2) < top + 59
            assert not (inside_x and inside_y)
        assert 0 <= min(x1, x2) <= max(x1, x2) <= made.width
        assert 0 <= min(y1, y2) <= max(y1, y2) <= made.height
    for (one, a), (other, b) in combinations(drawn, 2):
        if one == other:
            continue
        if a[1] == a[3] == b[1] == b[3]:
            assert max(a[0], a[2]) < min(b[0], b[2]) or max(b[0], b[2]) < min(a[0], a[2])
        if a[0] == a[2] == b[0] == b[2]:
            assert max(a[1], a[3]) <= min(b[1], b[3]) or max(b[1], b[3]) <= min(a[1], a[3])


def test_ports_stand_in_the_order_of_where_their_lines_lead() -> None:
    made = routed([3, 1], [((1, 0), (0, 2)), ((1, 0), (0, 0)), ((1, 0), (0, 1))])
    starts = [float(made.paths[line][1:].split()[0]) for line in ("1", "2", "0")]
    assert starts == sorted(starts)


def test_a_line_to_the_next_row_goes_straight_and_one_past_a_row_round_the_side() -> None:
    made = routed([1, 1, 1], [((1, 0), (0, 0)), ((2, 0), (0, 0))])
    assert "C" in made.paths["0"]
    assert made.paths["1"].count("V") == 3
    assert "H" in made.paths["1"]


def test_rows_stand_from_the_top_down() -> None:
    made = routed([2, 3, 1], [((2, 0), (0, 1))])
    assert list(made.tops) == sorted(made.tops)
    assert made.height > made.tops[-1] + 60
