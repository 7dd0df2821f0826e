"""What stands at the head of a compared clause."""

from __future__ import annotations

from graph.align.comparison import (
    Change,
    Direction,
    Evidence,
    Parameter,
    ParentLink,
    ProvisionAlignment,
)
from graph.align.headline import headline

SURE, LIKELY = 0.9, 0.6


def alignment(
    *directions: Direction, score: float = SURE, clause: str = "三"
) -> ProvisionAlignment:
    return ProvisionAlignment(
        child="一",
        parents=(
            ParentLink("三", score, Evidence(0.5, 0.5)),
            ParentLink("四", LIKELY, Evidence(0.5, 0.5)),
        ),
        changes=(Change.UNCHANGED,),
        parameters=tuple(
            Parameter("force", "", None, None, each, clause=clause) for each in directions
        ),
    )


def test_a_clause_with_a_weaker_duty_is_not_unchanged() -> None:
    head = headline(alignment(Direction.DUTY_WEAKER))
    assert head.every == (Change.DUTY_WEAKER,)
    assert head.text() == "职责减弱"


def test_everything_that_was_found_is_told() -> None:
    found = (Direction.TIGHTENED, Direction.SAME, Direction.RELAXED, Direction.NOT_COMPARABLE)
    assert headline(alignment(*found)).told == (Change.RELAXED, Change.TIGHTENED)


def test_a_difference_without_a_direction_is_told_as_one() -> None:
    assert headline(alignment(Direction.NOT_COMPARABLE)).told == (Change.CHANGED,)


def test_a_clause_in_which_nothing_differs_is_unchanged() -> None:
    assert headline(alignment(Direction.SAME)).text() == "未变"


def test_over_parents_to_be_reviewed_no_direction_is_told() -> None:
    head = headline(alignment(Direction.RELAXED, score=LIKELY))
    assert (head.told, head.supposed) == ((Change.CHANGED,), True)
    assert head.text("en") == "if it is the parent: changed"


def test_a_direction_against_the_doubtful_one_of_two_parents_is_none() -> None:
    head = headline(alignment(Direction.RELAXED, clause="四"))
    assert (head.told, head.supposed) == ((Change.CHANGED,), False)
