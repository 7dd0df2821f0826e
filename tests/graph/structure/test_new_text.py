from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.extract import extract
from graph.normalise import normalise
from graph.structure.new_text import new_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.model import Document

DECISION = "国务院关于修改《采砂条例》的决定\n国务院决定对《采砂条例》作如下修改：\n{}\n"


def quoted(text: str) -> list[str]:
    folded = normalise(text).text
    return [folded[start:end] for start, end in new_text(folded, 0, len(folded))]


@pytest.mark.parametrize(
    ("clause", "new"),
    [
        ("一、将第三条修改为：“市水利局应当每年检查。”", "“市水利局应当每年检查。”"),
        (
            "一、增加一条，作为第八条：“采砂人应当备案。”二、删去第九条。",
            "“采砂人应当备案。”",
        ),
        (
            "一、第五条修改为：\n“第五条 下列河段禁采：\n“（一）桥梁；\n“（二）取水口。”\n二、删。",
            "“第五条 下列河段禁采：\n“（一）桥梁；\n“（二）取水口。”",
        ),
        (
            "一、第六条改为第七条，第一款修改为：“实行“河长制”的河段由河长负责。”",
            "“实行“河长制”的河段由河长负责。”",
        ),
        ('一、将第三条修改为："市水利局应当检查。"', '"市水利局应当检查。"'),
        ("一、将第三条修改为：\n市水利局应当检查。\n二、删去第九条。", "市水利局应当检查。"),
        ("一、将第三条修改为：“市水利局应当检查。\n二、删去第九条。", "“市水利局应当检查。"),
    ],
)
def test_the_words_that_an_article_is_given_are_quoted(clause: str, new: str) -> None:
    assert quoted(DECISION.format(clause)) == [new]


@pytest.mark.parametrize(
    "text",
    [
        "某市方案\n一、推行“河长制”，将巡查调整为：“日巡、周查、月评”。",
        DECISION.format("一、将第三条中的“民政部门”修改为“应急管理部门”。"),
        DECISION.format("一、将第三条修改为：“市水利局应当检查。"),
        DECISION.format("一、删去第六条第二款。"),
    ],
)
def test_other_quotations_are_no_new_text(text: str) -> None:
    assert quoted(text) == []


def test_the_labels_of_new_text_are_none_of_the_decisions(
    document_of: Callable[..., Document],
) -> None:
    document = document_of(
        DECISION.format(
            "一、第五条修改为：\n“第五条 下列河段禁采：\n“（一）桥梁附近；\n“（二）取水口。\n"
            "“第六条 采砂人应当备案。”\n二、第九条修改为：“第九条 罚款：\n（一）五百元；\n"
            "（二）一千元。”\n三、删去第十条。\n本决定自公布之日起施行。"
        )
    )
    assert [provision.label for provision in document.provisions] == ["一", "二", "三"]
    assert [document.quote(span)[:6] for span in document.quoted] == ["“第五条 下", "“第九条 罚"]


def test_a_decision_on_one_line_has_its_items(document_of: Callable[..., Document]) -> None:
    document = document_of(
        "国务院关于修改部分行政法规的决定\n国务院决定对《采砂条例》作如下修改：一、删去第六条第二款。"
        "二、将第七条修改为：“县水利局应当检查。三、五年内建成。”三、删去第九条。"
    )
    assert [provision.label for provision in document.provisions] == ["一", "二", "三"]


def test_new_text_states_no_duty_of_the_decision(document_of: Callable[..., Document]) -> None:
    text = (
        "一、将第三条修改为：“市水利局应当于2021年3月底前报送目录，贫困户可以申请补贴。”\n"
        "二、市水利局应当于2022年6月底前清理规章。"
    )
    reading = extract(document_of(DECISION.format(text)))
    found = [
        *reading.responsibilities, *reading.norms, *reading.deadlines, *reading.groups,
        *reading.rights,
    ]  # fmt: skip
    assert found
    assert {finding.where for finding in found if finding.where != "title"} <= {"二", "preamble"}


def test_the_same_words_outside_of_a_quotation_are_a_duty(
    document_of: Callable[..., Document],
) -> None:
    text = "一、第三条，市水利局应当于2021年3月底前报送目录。\n二、删去第九条。"
    reading = extract(document_of(DECISION.format(text)))
    assert {finding.where for finding in reading.norms} == {"一"}
