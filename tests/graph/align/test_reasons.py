import math

import pytest

from graph.align import prepare
from graph.align.reasons import REASONS, reasons
from graph.align.similarity import overlaps, weights
from graph.model import Reading

BY_LABEL = {
    "三（一）": "二（三）",
    "三（二）": "二（四）",
    "三（三）": "二（五）",
}


@pytest.fixture(scope="module")
def tables(province: Reading, nation: Reading) -> dict[str, dict[tuple[str, str], float]]:
    ours, theirs = prepare(province).clauses, prepare(nation).clauses
    weighed = weights((*ours, *theirs))
    found = reasons(ours, theirs, weighed, overlaps(ours, theirs, weighed), 1.0)
    return {
        reason: {
            (child.label, parent.label): value
            for child, line in zip(ours, table, strict=True)
            for parent, value in zip(theirs, line, strict=True)
        }
        for reason, table in found.items()
    }


def test_every_reason_has_a_finite_value_for_every_pair(
    tables: dict[str, dict[tuple[str, str], float]],
) -> None:
    assert set(tables) == set(REASONS)
    sizes = {len(table) for table in tables.values()}
    assert len(sizes) == 1
    assert all(math.isfinite(value) for table in tables.values() for value in table.values())


@pytest.mark.parametrize(("child", "parent"), BY_LABEL.items())
@pytest.mark.parametrize(
    "reason", ["shared", "sentences", "own-sentence", "only-child", "only-parent", "rare"]
)
def test_the_words_speak_most_for_the_parent_that_is_carried_out(
    tables: dict[str, dict[tuple[str, str], float]], reason: str, child: str, parent: str
) -> None:
    line = {other: value for (ours, other), value in tables[reason].items() if ours == child}
    assert max(line, key=line.__getitem__) == parent


def test_the_neighbours_of_a_clause_point_to_its_part_of_the_parent(
    tables: dict[str, dict[tuple[str, str], float]],
) -> None:
    near, far = (
        tables["neighbours"]["三（二）", "二（四）"],
        tables["neighbours"]["三（二）", "三（八）"],
    )
    assert near > 2 * far


def test_what_another_clause_has_as_well_is_not_of_this_one_alone(
    tables: dict[str, dict[tuple[str, str], float]],
) -> None:
    alone = tables["only-child"]["三（一）", "二（三）"]
    assert 0 < alone <= tables["shared"]["三（一）", "二（三）"] * 2
    assert tables["only-child"]["三（五）", "二（三）"] < alone / 4
