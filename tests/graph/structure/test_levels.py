"""Which labels stand above which, as the series of a text tell."""

from __future__ import annotations

import pytest

from graph.structure.numbering import number


def paths(text: str) -> list[str]:
    return [
        "".join(each.printed for each in (*above, label))
        for label, above in number(text, 0, len(text))
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "1.哪些人可以申请？\n答：\n（一）有住所的；\n（二）有工作的。\n2.何时申请？\n答：三月。\n3.向谁申请？",
            ["1", "1（一）", "1（二）", "2", "3"],
        ),
        (
            "1.申请条件\n（一）年满18周岁；\n（二）无犯罪记录。\n2.申请材料\n（一）申请表；\n（二）身份证。",
            ["1", "1（一）", "1（二）", "2", "2（一）", "2（二）"],
        ),
    ],
)
def test_numbers_that_run_through_a_text_hold_the_bracketed_items(
    text: str, found: list[str]
) -> None:
    assert paths(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "（一）目标\n1.加强领导。\n2.压实责任。\n（二）任务\n3.开展检查。\n4.总结经验。",
            ["（一）", "（一）1", "（一）2", "（二）", "（二）3", "（二）4"],
        ),
        (
            "1.本表由单位填写。\n2.一式两份。\n（一）目标\n3.加强领导。\n（二）任务\n4.开展检查。",
            ["1", "2", "（一）", "（一）3", "（二）", "（二）4"],
        ),
        (
            "1.本表由单位填写。\n（一）目标\n1.加强领导。\n2.压实责任。\n（二）任务\n1.开展检查。",
            ["1", "（一）", "（一）1", "（一）2", "（二）", "（二）1"],
        ),
        (
            "一、对象\n（一）条件\n1.有住所。\n2.有工作。\n二、程序\n1.申请。\n2.审核。",
            ["一", "一（一）", "一（一）1", "一（一）2", "二", "二1", "二2"],
        ),
    ],
)
def test_bracketed_sections_hold_the_numbers_that_do_not_part_them(
    text: str, found: list[str]
) -> None:
    assert paths(text) == found


def test_bracketed_sections_that_go_on_over_articles_hold_these() -> None:
    text = (
        "一、总则\n第1条 本市企业适用。\n二、支持范围\n（一）投资奖励\n第2条 给予补助。\n"
        "第3条 给予奖励。\n（二）绩效奖励\n第4条 给予奖励。\n三、附则\n第5条 由市政府解释。"
    )
    assert paths(text) == [
        "一", "一第1条", "二", "二（一）", "二（一）第2条", "二（一）第3条", "二（二）",
        "二（二）第4条", "三", "三第5条",
    ]  # fmt: skip


def test_items_that_begin_anew_in_each_article_stand_below_it() -> None:
    text = (
        "一、总则\n第一条 下列人员适用：\n（一）职工；\n（二）居民。\n第二条 条件是：\n"
        "（一）有住所；\n（二）有工作。\n二、附则\n第三条 由市政府解释。"
    )
    assert paths(text) == [
        "一", "一第一条", "一第一条（一）", "一第一条（二）", "一第二条", "一第二条（一）",
        "一第二条（二）", "二", "二第三条",
    ]  # fmt: skip
