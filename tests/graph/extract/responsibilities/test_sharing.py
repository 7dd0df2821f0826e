from __future__ import annotations

import pytest

from graph.extract.responsibilities.sharing import (
    Sharing,
    explained,
    shared_out,
    stated_meaning,
    stated_sharing,
)
from graph.extract.responsibilities.tails import find_tails
from graph.model import Role

LEAD, SUPPORT, JOINT, RESPONSIBLE = Role


@pytest.mark.parametrize(
    ("words", "stated"),
    [
        # the others stay what their label says, unless the words tell more
        ("排在第一位的部门为牵头部门，下同", (Sharing.FIRST_LEADS, RESPONSIBLE)),
        ("列第一位者为牵头单位，下同", (Sharing.FIRST_LEADS, RESPONSIBLE)),
        ("第一位的为牵头单位，下同", (Sharing.FIRST_LEADS, RESPONSIBLE)),
        ("请各责任单位（排在首位为牵头单位）抓紧落实", (Sharing.FIRST_LEADS, RESPONSIBLE)),
        ("列首位的为牵头单位，其他为配合单位", (Sharing.FIRST_LEADS, SUPPORT)),
        ("逗号前为牵头单位，下同", (Sharing.BEFORE_COMMA_LEADS, RESPONSIBLE)),
        ("列第一位的人选为候选人", None),
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


@pytest.mark.parametrize(
    ("tail", "words", "roles"),
    [
        (
            "（市水利局、市财政局分别负责；“分别负责”为各部门按职责分别牵头，下同）",
            "分别负责",
            [LEAD, LEAD],
        ),
        (
            "（市水利局、市财政局分别负责，分别负责为各单位按职责分别牵头，下同）",
            "分别负责",
            [LEAD, LEAD],
        ),
        ("（市水利局、市财政局分别负责）", "分别负责", [LEAD, LEAD]),
        ("（市水利局、市财政局共同负责）", "分别负责", [JOINT, JOINT]),
        ("（市水利局、市财政局分别负责）", "", [JOINT, JOINT]),
        ("（市水利局牵头，市财政局、市审计局分别负责）", "分别负责", [LEAD, LEAD, LEAD]),
    ],
)
def test_words_that_a_bracket_explains_mean_that_from_there_on(
    tail: str, words: str, roles: list[Role]
) -> None:
    (shares,) = find_tails(tail, 0, len(tail), "市")
    assert [share.role for share in explained(tail, shares, words)] == roles


def test_only_words_that_are_explained_to_mean_a_lead_change_a_part() -> None:
    explains = "“分别负责”为各部门按职责分别牵头"
    plain = "（市水利局、市财政局分别负责，分别负责为各单位按职责分别牵头，下同）"
    other = "“一网通办”是指在线办理，由市数据局分别牵头"
    assert stated_meaning(explains, 0, len(explains)) == "分别负责"
    assert stated_meaning(plain, 0, len(plain)) == "分别负责"
    assert stated_meaning("市水利局分别负责", 0, 8) == ""
    assert stated_meaning("市水利局分别负责，为各部门分别牵头", 0, 17) == ""
    assert stated_meaning(other, 0, len("“一网通办”是指在线办理")) == ""


@pytest.mark.parametrize(
    ("tail", "roles"),
    [
        # who stands first leads, and not all before 为牵头部门
        (
            "（市水利局、市财政局，各区政府等，列第一位者为牵头部门，下同 ）",
            [LEAD, *[RESPONSIBLE] * 2],
        ),
        ("（市水利局、市财政局，排在首位的为牵头单位）", [LEAD, RESPONSIBLE]),
        ("（市水利局、市财政局。第一个单位为牵头单位，其余为配合单位）", [LEAD, SUPPORT]),
        ("（市水利局、市财政局负责；排名第一位的为主办单位）", [LEAD, RESPONSIBLE]),
        ("（责任单位：市水利局、市财政局，列第一位者为牵头单位，下同）", [LEAD, RESPONSIBLE]),
        # names that are told their part
        ("（市水利局、市财政局为牵头单位）", [LEAD, LEAD]),
        ("（市水利局为牵头单位，市财政局为配合单位）", [LEAD, SUPPORT]),
        ("（市水利局、市财政局牵头）", [LEAD, LEAD]),
    ],
)
def test_a_remark_behind_the_list_tells_who_leads(tail: str, roles: list[Role]) -> None:
    (shares,) = find_tails(tail, 0, len(tail), "市")
    sharing, rest = stated_sharing(tail, 0, len(tail)) or (Sharing.EQUAL, SUPPORT)
    assert [share.role for share in shared_out(tail, shares, sharing, rest)] == roles


@pytest.mark.parametrize(
    "tail",
    [
        "（市住建局（逗号前为牵头单位，下同），市城管局）",
        "（市住建局、市城管局（列第一位者为牵头单位，下同））",
        "（市住建局（列第一位者为牵头单位，下同）、市城管局负责）",
    ],
)
def test_a_remark_inside_the_bracket_is_no_part_of_the_list(tail: str) -> None:
    (shares,) = find_tails(tail, 0, len(tail), "市")
    assert [share.name.text for share in shares] == ["市住建局", "市城管局"]


def test_a_bracket_that_says_which_works_hands_nothing_out() -> None:
    tail = "（由市水利局和市交通局负责建设的项目，包括堤防、道路）"
    assert list(find_tails(tail, 0, len(tail), "市")) == []
