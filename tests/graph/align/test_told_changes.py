"""What is told of one change in one clause, kind by kind, beside changes that only look so."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.align.comparison import Direction
from tests.graph.align.test_parameters import against

TOLD = frozenset(
    {Direction.RELAXED, Direction.TIGHTENED, Direction.DUTY_WEAKER, Direction.DUTY_STRONGER}
)
TABLE = Path(__file__).with_name("told_changes.tsv")


def cases() -> list[tuple[str, str, str]]:
    lines = [line for line in TABLE.read_text("utf-8").splitlines() if not line.startswith("#")]
    return [(child, parent, told) for _, child, parent, told in (x.split("\t") for x in lines[1:])]


@pytest.mark.parametrize(("child", "parent", "expected"), cases())
def test_a_change_is_told_with_its_direction(child: str, parent: str, expected: str) -> None:
    alignments = against(child, parent).alignments
    (alignment,) = (each for each in alignments if each.child == "第二条")
    told = {each.direction for each in alignment.parameters}
    directions = sorted(str(each) for each in told & TOLD)
    if expected in ("=", "?"):
        assert directions == []
        assert (Direction.NOT_COMPARABLE in told) is (expected == "?")
    else:
        assert directions == [expected]
