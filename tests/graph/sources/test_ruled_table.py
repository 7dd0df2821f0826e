import pytest

from graph.sources.ruled_table import Box, Grid, Rule, grids, rule_of
from tests.work import lines_run


def rules(*places: float, start: float, end: float) -> list[Rule]:
    return [Rule(place, start, end) for place in places]


def only(across: list[Rule], down: list[Rule]) -> Grid:
    (grid,) = grids(across, down)
    return grid


def test_rules_that_cross_make_cells() -> None:
    grid = only(rules(0, 20, 40, start=0, end=300), rules(0, 100, 300, start=0, end=40))
    assert (grid.xs, grid.ys) == ((0, 100, 300), (0, 20, 40))
    assert grid.box_at(50, 10) == Box(0, 0, 1, 1)
    assert grid.box_at(299, 39) == Box(1, 1, 1, 1)
    assert grid.box_at(301, 39) is None
    assert grid.box_at(50, -1) is None


def test_a_cell_that_no_rule_divides_covers_rows_and_columns() -> None:
    across = [*rules(0, 40, start=0, end=300), Rule(20, 100, 300)]
    down = [*rules(0, 100, 300, start=0, end=40), Rule(200, 20, 40)]
    grid = only(across, down)
    assert grid.row(0) == [Box(0, 0, 2, 1), Box(0, 1, 1, 2)]
    assert grid.row(1) == [Box(1, 1, 1, 1), Box(1, 2, 1, 1)]


def test_rules_drawn_cell_by_cell_are_one() -> None:
    across = [Rule(y + n % 2, x, x + 99) for y in (0, 20, 40) for n, x in enumerate((0, 100, 200))]
    down = [Rule(x, y, y + 19) for x in (0, 100, 200, 300) for y in (0, 20)]
    grid = only(across, down)
    assert len(set(grid.boxes.values())) == 6


def test_tables_apart_are_two_and_frames_and_lines_are_none() -> None:
    one = rules(0, 20, 40, start=0, end=300), rules(0, 100, 300, start=0, end=40)
    two = rules(100, 120, 140, start=0, end=300), rules(0, 150, 300, start=100, end=140)
    found = list(grids(two[0] + one[0], one[1] + two[1]))
    assert [grid.ys[0] for grid in found] == [0, 100]
    frame = rules(0, 700, start=0, end=500), rules(0, 500, start=0, end=700)
    assert list(grids(*frame)) == []
    assert list(grids(rules(0, 20, 40, start=0, end=300), [])) == []


@pytest.mark.parametrize(
    ("box", "is_across", "is_down"),
    [
        ((0, 5, 300, 5), True, False),
        ((0, 5, 300, 6), True, False),
        ((5, 0, 5.5, 40), False, True),
        ((0, 0, 30, 30), False, False),
        ((0, 0, 1, 1), False, False),
    ],
)
def test_thin_boxes_are_rules(
    box: tuple[float, float, float, float], *, is_across: bool, is_down: bool
) -> None:
    across, down = rule_of(*box)
    assert (across is not None, down is not None) == (is_across, is_down)


def _rules(count: int) -> list[Rule]:
    return [Rule(place * 4.0, 0, 4.0 * count) for place in range(count)]


def _work(rules: list[Rule]) -> int:
    return lines_run(lambda: list(grids(rules, rules)))


def test_a_drawing_of_many_lines_is_no_table_and_little_work() -> None:
    few, many = _rules(500), _rules(2_000)
    assert list(grids(many, many)) == []
    assert _work(many) < 8 * _work(few)


def test_the_work_for_a_table_grows_with_its_cells_and_the_rules_that_end_each() -> None:
    few, many = _rules(30), _rules(60)
    assert len(list(grids(many, many))) == 1
    assert _work(many) < 2 * 8 * _work(few)  # four times the cells, twice the rules
