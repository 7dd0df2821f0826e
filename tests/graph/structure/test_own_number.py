from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.model import Document

TITLE = "临海市人民政府关于公布金氏宗祠等文物保护单位的通知"
LETTER = "各镇人民政府：经市政府研究，现予公布。临海市人民政府2013年6月4日（此件公开发布）"
ANSWER = "最高人民法院关于能否撤销错误注销抵押登记行为问题的批复"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        (f"{TITLE}\n{LETTER}临政发〔2013〕26号{TITLE}.doc", "临政发〔2013〕26号"),
        (f"{TITLE}\n{LETTER}\n临政发〔2013〕26号 {TITLE}", "临政发〔2013〕26号"),
        (f"{TITLE}\n{LETTER}临政发〔2013〕26号临海市文物办法.doc", None),
        (f"{TITLE}\n{LETTER}根据临政发〔2013〕26号文件，《{TITLE}》废止。", None),
    ],
)
def test_a_number_right_before_the_documents_own_title_is_its_own(
    document_of: Callable[..., Document], text: str, number: str | None
) -> None:
    assert document_of(text).number == number


@pytest.mark.parametrize(
    ("note", "number"),
    [
        (
            "（2003年10月14日最高人民法院审判委员会第1293次会议通过　法释[2003]17号）",
            "法释〔2003〕17号",
        ),
        ("（2003年10月14日最高人民法院审判委员会第1293次会议通过）", None),
        ("（根据法释[2003]17号修改）", None),
    ],
)
def test_a_note_may_end_in_the_number(
    document_of: Callable[..., Document], note: str, number: str | None
) -> None:
    text = f"{ANSWER}\n{note}\n某省高级人民法院：\n你院请示收悉。经研究答复如下：可以撤销。"
    assert document_of(text).number == number


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("高 教〔2016〕55号", "高教〔2016〕55号"),
        ("某 政 办 发〔2016〕5 号", "某政办发〔2016〕5号"),
        ("国务院 国发〔2014〕25号文件已经废止", None),
    ],
)
def test_blanks_may_set_the_code_of_a_number_on_its_line(
    document_of: Callable[..., Document], line: str, number: str | None
) -> None:
    text = f"高淳区2016年入学工作方案\n{line}\n一、组织领导\n区政府统一领导。\n二、规定\n年满六岁。"
    assert document_of(text).number == number
