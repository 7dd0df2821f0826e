from __future__ import annotations

import pytest

from graph.extract.responsibilities.sharing import Sharing, shared_out, stated_sharing
from graph.extract.responsibilities.tails import find_tails
from graph.model import Role

LEAD, SUPPORT, JOINT, RESPONSIBLE = Role


@pytest.mark.parametrize(
    ("words", "stated"),
    [
        ("排在第一位的部门为牵头部门，下同", (Sharing.FIRST_LEADS, SUPPORT)),
        ("列第一位者为牵头单位，下同", (Sharing.FIRST_LEADS, SUPPORT)),
        (
            "逗号前为牵头单位，其余按职责分工负责，下同",
            (Sharing.BEFORE_COMMA_LEADS, JOINT),
        ),
        ("市卫生健康委牵头负责", None),
        ("党政主要负责同志为第一责任人", None),
    ],
)
def test_a_text_may_state_who_of_a_list_leads(
    words: str, stated: tuple[Sharing, Role] | None
) -> None:
    assert stated_sharing(words, 0, len(words)) == stated


@pytest.mark.parametrize(
    ("tail", "sharing", "rest", "roles"),
    [
        ("（市公安局、民政局负责）", Sharing.EQUAL, SUPPORT, [RESPONSIBLE, RESPONSIBLE]),
        ("（市公安局、民政局负责）", Sharing.FIRST_LEADS, SUPPORT, [LEAD, SUPPORT]),
        ("（市公安局负责）", Sharing.FIRST_LEADS, SUPPORT, [LEAD]),
        # no comma, so that the rule tells nothing
        (
            "（市公安局、民政局负责）",
            Sharing.BEFORE_COMMA_LEADS,
            JOINT,
            [RESPONSIBLE, RESPONSIBLE],
        ),
        (
            "（市公安局、民政局，财政局负责）",
            Sharing.BEFORE_COMMA_LEADS,
            JOINT,
            [LEAD, LEAD, JOINT],
        ),
        (
            "（市公安局牵头，民政局配合）",
            Sharing.FIRST_LEADS,
            JOINT,
            [LEAD, SUPPORT],
        ),
    ],
)
def test_a_stated_rule_gives_roles_to_lists_that_have_none(
    tail: str, sharing: Sharing, rest: Role, roles: list[Role]
) -> None:
    (shares,) = find_tails(tail, 0, len(tail), "市")
    assert [share.role for share in shared_out(tail, shares, sharing, rest)] == roles
