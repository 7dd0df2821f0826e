"""What an act changes in another: the article, the old words and the new, and what changes none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.extract import amendments
from graph.model import AmendmentAction

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.model import Amendment, Document

TITLE = "某市人民政府关于修改《河道采砂办法》的决定"
LEAD = "决定对《河道采砂办法》作如下修改：\n"
REPLACE, INSERT, DELETE = AmendmentAction.REPLACE, AmendmentAction.INSERT, AmendmentAction.DELETE
RENUMBER, REPEAL = AmendmentAction.RENUMBER, AmendmentAction.REPEAL

Told = tuple[str | None, AmendmentAction, str | None, str | None]


def changes(document: Document) -> list[Amendment]:
    return list(amendments.find(document, frozenset()))


def told(document: Document) -> list[Told]:
    return [(a.target, a.action, a.old, a.new) for a in changes(document)]


@pytest.mark.parametrize(
    ("item", "found"),
    [
        ("第三条修改为：“采砂应当持证。”", [("第三条", REPLACE, None, "采砂应当持证。")]),
        ("将第三条修改为“采砂应当持证。”", [("第三条", REPLACE, None, "采砂应当持证。")]),
        (
            "第三条改为：\n“采砂应当持证。\n“无证的，不得采砂。”",
            [("第三条", REPLACE, None, "采砂应当持证。\n“无证的，不得采砂。")],
        ),
        (
            "将第三条、第五条第二款中的“民政部门”修改为“应急管理部门”。",
            [
                ("第三条", REPLACE, "民政部门", "应急管理部门"),
                ("第五条第二款", REPLACE, "民政部门", "应急管理部门"),
            ],
        ),
        (
            "第三条中“民政部门”统一替换为“应急管理部门”。",
            [("第三条", REPLACE, "民政部门", "应急管理部门")],
        ),
        (
            "第三条中的“三年”修改为“五年”，“一千元”修改为“二千元”。",
            [("第三条", REPLACE, "三年", "五年"), ("第三条", REPLACE, "一千元", "二千元")],
        ),
        (
            "第三条中的“规划、国土部门”、“房管部门”修改为“自然资源部门”。",
            [("第三条", REPLACE, "规划、国土部门、房管部门", "自然资源部门")],
        ),
        (
            "将第三条中“享受80元”和“由县级列支”修改为“享受300元”和“由财政列支”。",
            [("第三条", REPLACE, "享受80元、由县级列支", "享受300元、由财政列支")],
        ),
        (
            "第三条中的“三年”修改为“五年”、“一千元”修改为“二千元”。",
            [("第三条", REPLACE, "三年", "五年"), ("第三条", REPLACE, "一千元", "二千元")],
        ),
        (
            "将文中“民政部门”统一修改为“应急管理部门”。",
            [(None, REPLACE, "民政部门", "应急管理部门")],
        ),
        ("删去第六条第二款。", [("第六条第二款", DELETE, None, None)]),
        ("删除第六条、第七条。", [("第六条", DELETE, None, None), ("第七条", DELETE, None, None)]),
        ("第六条第（三）项予以删除。", [("第六条第（三）项", DELETE, None, None)]),
        ("删去第六条中的“及其附件”。", [("第六条", DELETE, "及其附件", None)]),
        ("第六条第一款中的“及其附件”删去。", [("第六条第一款", DELETE, "及其附件", None)]),
        ("增加一条，作为第九条：“夜间不得采砂。”", [("第九条", INSERT, None, "夜间不得采砂。")]),
        (
            "第九条增加一款，作为第三款：“夜间不得采砂。”",
            [("第九条第三款", INSERT, None, "夜间不得采砂。")],
        ),
        ("第九条增加一款：“夜间不得采砂。”", [("第九条", INSERT, None, "夜间不得采砂。")]),
        (
            "在第三条后增加一条，作为第四条：“夜间不得采砂。”",
            [("第四条", INSERT, None, "夜间不得采砂。")],
        ),
        ("第三条第一款中的“规划”后增加“、计划”。", [("第三条第一款", INSERT, None, "、计划")]),
        ("第七条改为第八条。", [("第七条", RENUMBER, None, "第八条")]),
        (
            "将第七条改为第八条，修改为：“采砂应当持证。”",
            [("第七条", RENUMBER, None, "第八条"), ("第七条", REPLACE, None, "采砂应当持证。")],
        ),
        (
            "第七条、第八条改为第八条、第九条。",
            [("第七条", RENUMBER, None, "第八条"), ("第八条", RENUMBER, None, "第九条")],
        ),
        (
            "增加一条，作为《办法》第七条：“夜间不得采砂。”",
            [("第七条", INSERT, None, "夜间不得采砂。")],
        ),
        (
            "将《办法》原第七条改为修改后《办法》第十二条。",
            [("第七条", RENUMBER, None, "第十二条")],
        ),
        (
            "第九条第一款中的“各自分担”，修改为“按责分担”。",
            [("第九条第一款", REPLACE, "各自分担", "按责分担")],
        ),
        (
            "第一条第二款开始部分增加规定：“旅客除外”。",
            [("第一条第二款", INSERT, None, "旅客除外")],
        ),
        (
            "第五条首句修改为：“持证采砂：”；并增加一项，作为第三项：“夜间”。",
            [("第五条", REPLACE, None, "持证采砂："), ("第五条第三项", INSERT, None, "夜间")],
        ),
        (
            "第五条第一款修改为：“持证采砂。”，第二款中的“罚款”修改为“处罚”。",
            [
                ("第五条第一款", REPLACE, None, "持证采砂。"),
                ("第五条第二款", REPLACE, "罚款", "处罚"),
            ],
        ),
        ("条文顺序作相应调整：“第八条”调整为“第七条”。", [("第八条", RENUMBER, None, "第七条")]),
        ("附件1修改为：“采砂登记事项。”", [("附件1", REPLACE, None, "采砂登记事项。")]),
        ("第十条同时废止。", [("第十条", REPEAL, None, None)]),
        # a part and its points
        ("第一部分第3点中的“甲”修改为“乙”。", [("第一部分第3点", REPLACE, "甲", "乙")]),
        (
            "将第二部分第三点第1小点中“甲”修改为“乙”。",
            [("第二部分第三点第1小点", REPLACE, "甲", "乙")],
        ),
        ("删去第四部分第（五）项中的“甲”。", [("第四部分第（五）项", DELETE, "甲", None)]),
        # the number stands behind the words
        (
            "第五条增加“夜间采砂的；”，作为第（十六）项。",
            [("第五条第（十六）项", INSERT, None, "夜间采砂的；")],
        ),
        (
            "第五条第十三项“甲”修改为“乙”，增加“夜间采砂的”作为该条第十六项。",
            [
                ("第五条第十三项", REPLACE, "甲", "乙"),
                ("第五条第十六项", INSERT, None, "夜间采砂的"),
            ],
        ),
        ("第五条中的“甲”修改为“乙”，作为第二款。", [("第五条第二款", REPLACE, "甲", "乙")]),
        (
            "原第七条第二款：“甲”修改为：“乙”，作为第八条第二款。",
            [("第七条第二款", REPLACE, "甲", "乙")],
        ),
        ("新增一条，作为第九条：“夜间不得采砂。”", [("第九条", INSERT, None, "夜间不得采砂。")]),
        # what a change leaves out it takes from the one before it in its item
        (
            "第五条第一款修改为：“持证采砂。”\n将第三款中的“甲”修改为“乙”。",
            [("第五条第一款", REPLACE, None, "持证采砂。"), ("第五条第三款", REPLACE, "甲", "乙")],
        ),
        (
            "第五条第二款“甲”修改为“乙”，并删去“丙”。",
            [("第五条第二款", REPLACE, "甲", "乙"), ("第五条第二款", DELETE, "丙", None)],
        ),
        (
            "删去第五条第二款；将条文中的“甲”统一修改为“乙”。",
            [("第五条第二款", DELETE, None, None), (None, REPLACE, "甲", "乙")],
        ),
        (
            "将第七条改为第八条，并将第一款修改为：“采砂应当持证。”",
            [
                ("第七条", RENUMBER, None, "第八条"),
                ("第七条第一款", REPLACE, None, "采砂应当持证。"),
            ],
        ),
        (
            "删去第三条第二款，第五条、第六条。",
            [
                ("第三条第二款", DELETE, None, None),
                ("第五条", DELETE, None, None),
                ("第六条", DELETE, None, None),
            ],
        ),
        (
            "删去第六条，第七条改为第六条。",
            [("第六条", DELETE, None, None), ("第七条", RENUMBER, None, "第六条")],
        ),
        ("第三条中的“甲” 均修 改为“乙”。", [("第三条", REPLACE, "甲", "乙")]),
        (
            "第五条第一款修改为：“持证采砂。”，第二款修改为：“夜间不采。”",
            [
                ("第五条第一款", REPLACE, None, "持证采砂。"),
                ("第五条第二款", REPLACE, None, "夜间不采。"),
            ],
        ),
        ("将规章名称修改为“采砂管理办法”。", [("名称", REPLACE, None, "采砂管理办法")]),
        (
            "将引言修改为：“为了规范采砂，制定本办法。”",
            [("引言", REPLACE, None, "为了规范采砂，制定本办法。")],
        ),
        ("第三条中的“甲”修改为：“乙”。", [("第三条", REPLACE, "甲", "乙")]),
        (
            "第三条增加两款，作为第二款、第三款：“夜间不得采砂。\n“雨天不得采砂。”",
            [
                ("第三条第二款", INSERT, None, "夜间不得采砂。"),
                ("第三条第三款", INSERT, None, "雨天不得采砂。"),
            ],
        ),
    ],
)
def test_a_change_names_its_article_and_its_words(
    document_of: Callable[..., Document], item: str, found: list[Told]
) -> None:
    document = document_of(f"{LEAD}一、{item}", title=TITLE)
    assert told(document) == found
    assert {a.document for a in changes(document)} == {"河道采砂办法"}
    source = document.source.text
    for change in changes(document):
        quote = source[change.span.start : change.span.end]
        assert all(words in quote for words in (change.old or "").split("、")), quote
        assert all(words in quote for words in (change.new or "").split("、")), quote


@pytest.mark.parametrize(
    "items",
    [
        "一、将第三条修改为：\n采砂应当持证。\n二、删去第八条。",
        "一、将第三条修改为： 采砂应当持证。\n二、删去第八条。",
        "一、将第三条修改为：“采砂应当持证。\n二、删去第八条。",
        "一、将第三条修改为“采砂应当持证。\n删去第八条。",
        "一、将第三条修改为“采砂应当持证。\n二、修改后的第八条予以删去。",
        "一、将第三条修改为：“采砂应当持证。”\n二、删去第八条。",
    ],
)
def test_new_words_end_where_the_next_instruction_begins(
    document_of: Callable[..., Document], items: str
) -> None:
    document = document_of(f"{LEAD}{items}\n本决定自公布之日起施行。", title=TITLE)
    assert told(document) == [
        ("第三条", REPLACE, None, "采砂应当持证。"),
        ("第八条", DELETE, None, None),
    ]


def test_new_words_without_marks_end_at_the_next_item_of_the_act(
    document_of: Callable[..., Document],
) -> None:
    items = (
        "三、将第三条修改为：采砂应当持证：\n（一）船舶；\n（二）车辆。\n"
        "四、无证采砂的，依照水法处罚。\n五、本决定自公布之日起施行。"
    )
    assert told(document_of(f"{LEAD}{items}", title=TITLE)) == [
        ("第三条", REPLACE, None, "采砂应当持证：\n（一）船舶；\n（二）车辆。"),
    ]


def test_the_last_new_words_without_a_mark_end_before_the_day_of_effect(
    document_of: Callable[..., Document],
) -> None:
    text = f"{LEAD}一、将第三条修改为：“采砂应当持证。\n本决定自公布之日起施行。"
    assert told(document_of(text, title=TITLE)) == [("第三条", REPLACE, None, "采砂应当持证。")]


def test_each_item_changes_the_document_that_it_names(document_of: Callable[..., Document]) -> None:
    text = (
        "决定对下列规章作如下修改：\n一、《甲办法》\n（一）删去第二条。\n（二）第五条修改为：“持证采砂。”\n"
        "二、《乙办法》（2001年市政府令第5号发布）第三条中的“民政部门”修改为“应急管理部门”。"
    )
    found = changes(document_of(text, title="某市人民政府关于修改部分规章的决定"))
    assert [(a.document, a.target, a.number) for a in found] == [
        ("甲办法", "第二条", None),
        ("甲办法", "第五条", None),
        ("乙办法", "第三条", "市政府令第5号"),
    ]


def test_what_stands_in_new_words_is_no_change(document_of: Callable[..., Document]) -> None:
    text = (
        f"{LEAD}一、第三条修改为：“采砂应当持证。第五条删去的事项，不再办理。”\n二、删去第八条。\n"
        "本决定自公布之日起施行。"
    )
    assert [(a.target, a.action) for a in changes(document_of(text, title=TITLE))] == [
        ("第三条", REPLACE),
        ("第八条", DELETE),
    ]


def test_an_article_of_a_named_document_ends(document_of: Callable[..., Document]) -> None:
    assert told(document_of("《河道采砂办法》第十条同时废止。")) == [("第十条", REPEAL, None, None)]


@pytest.mark.parametrize(
    "text",
    [
        "将《河道采砂办法》列入修改计划，删去第三条的建议已经采纳。",
        "推动修订《河道采砂办法》，第三条修改为“持证采砂”的意见另行报送。",
        "本办法第三条中的“以上”包含本数。",
        "将工作时间调整为“八小时”。",
        "根据《河道采砂办法》第十条，删去不合格的名单。",
        "第三条修改为“持证采砂”。",  # of which document, nobody says
    ],
)
def test_what_the_act_does_not_amend_is_not_changed(
    document_of: Callable[..., Document], text: str
) -> None:
    assert changes(document_of(text)) == []


def test_the_same_change_is_read_alike_however_it_is_set(
    document_of: Callable[..., Document],
) -> None:
    settings = (
        "一、第三条中的“甲”修改为“乙”。\n二、删去第八条。",
        "（一）将第三条中的“甲”修改为“乙”；\n（二）删去第八条。",
        "1.第三条中的“甲”修改为“乙”。2.删去第八条。",
        "第三条中的“甲”修改为“乙”，删去第八条。",
    )
    for setting in settings:
        found = told(document_of(f"{LEAD}{setting}", title=TITLE))
        assert found == [("第三条", REPLACE, "甲", "乙"), ("第八条", DELETE, None, None)], setting
