"""What a parent forbids or grants for people's sake and no clause of the child says."""

import pytest

from graph.align.comparison import Direction, Parameter
from tests.graph.align.test_parameters import against

KEPT = "老年人自愿入住养老机构，养老机构应当公开收费标准"


@pytest.mark.parametrize(
    ("child", "parent", "kind"),
    [
        (KEPT, f"{KEPT}，不得强行要求老年人转让住房。", "ban"),
        (KEPT, f"{KEPT}，养老机构不得收取赞助费。", "ban"),
        (KEPT, f"{KEPT}，不得采取强迫做法办理入住。", "ban"),
        (KEPT, f"{KEPT}。入住的老年人可以享受护理补贴。", "entitlement"),
    ],
)
def test_what_fell_away_is_told_without_a_direction(child: str, parent: str, kind: str) -> None:
    told = _told(child, parent)
    assert [(each.kind, each.direction, each.child) for each in told] == [
        (kind, Direction.DROPPED, None)
    ]


@pytest.mark.parametrize(
    ("child", "parent"),
    [
        # said in other words, or as advice, which is told as a weaker ban
        (f"{KEPT}，严禁强行要求老年人转让住房。", f"{KEPT}，不得强行要求老年人转让住房。"),
        (f"{KEPT}，不宜强行要求老年人转让住房。", f"{KEPT}，不得强行要求老年人转让住房。"),
        # a ban on people, whose loss takes nothing from them
        (KEPT, f"{KEPT}。有传染病的老年人不得入住养老机构。"),
        # only on the child's side
        (f"{KEPT}，不得强行要求老年人转让住房。", KEPT),
    ],
)
def test_what_is_said_or_was_no_protection_is_not_told(child: str, parent: str) -> None:
    assert not _told(child, parent)


def _told(child: str, parent: str) -> list[Parameter]:
    (alignment,) = (x for x in against(child, parent).alignments if x.child == "第二条")
    kinds = ("ban", "entitlement")
    dropped = (x for x in alignment.parameters if x.direction is Direction.DROPPED)
    return [each for each in dropped if each.kind in kinds]
