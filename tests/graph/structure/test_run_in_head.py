from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.normalise import normalise
from graph.structure.run_in_head import head_parts, page_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.model import Document

BODY = "为进一步做好工作，现就有关事项通知如下：一、加强领导。二、压实责任。三、强化督查。"
SIGNED = "某省财政厅2021年3月4日"


def parts(line: str) -> list[str]:
    text = normalise(line).text
    return [part.text for part in head_parts(text, 0, len(text), frozenset())]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "某省财政厅文件某财会〔2021〕13号某省财政厅关于做好教育工作的通知各市财政局、省直各部门：",
            ["某省财政厅文件", "某财会〔2021〕13号", "某省财政厅关于做好教育工作的通知"],
        ),
        (
            "等级特急·明电某办发电〔2022〕20号某机发454号中共某省委办公厅关于召开大会的通知各市党委：",
            [
                "等级特急·明电",
                "某办发电〔2022〕20号",
                "某机发454号",
                "中共某省委办公厅关于召开大会的通知",
            ],
        ),
        (
            "山东省生态环境厅鲁环便函〔2021〕12号山东省生态环境厅关于请确认《某行动方案》指标的函省有关部门：",
            [
                "山东省生态环境厅",
                "鲁环便函〔2021〕12号",
                "山东省生态环境厅关于请确认《某行动方案》指标的函",
            ],
        ),
        (
            "国务院关于同意某省继续出口煤炭的批复国函〔1995〕103号某省人民政府：《请示》收悉，现批复如下",
            ["国务院关于同意某省继续出口煤炭的批复", "国函〔1995〕103号"],
        ),
        (
            "某省档案局某省档案局关于开展课题申报工作的通知各市档案局，省直各单位：",
            ["某省档案局", "某省档案局关于开展课题申报工作的通知"],
        ),
        (
            "某省市场监管局关于征集“某省标准”建设项目的通知省直有关部门，各市市场监管局：",
            ["某省市场监管局关于征集“某省标准”建设项目的通知"],
        ),
        (
            "某市某局关于调整审批制度改革小组成员的通知各成员单位：",
            ["某市某局关于调整审批制度改革小组成员的通知"],
        ),
        (
            "某省发展和改革委员会关于征求规划《纲要》实施机制意见的函各有关部门：",
            ["某省发展和改革委员会关于征求规划《纲要》实施机制意见的函"],
        ),
        (
            "某水利管理局关于落实度汛措施的函国网某省电力公司：根据批复要求",
            ["某水利管理局关于落实度汛措施的函"],
        ),
    ],
)
def test_a_head_without_line_ends_is_parted_by_its_forms(line: str, expected: list[str]) -> None:
    found = parts(line)
    assert found[: len(expected)] == expected
    assert found[len(expected)].endswith("：")


@pytest.mark.parametrize(
    "line",
    [
        "根据《某省财政厅关于做好教育工作的通知》（某财会〔2021〕13号）要求，各市财政局：",
        "国务院办公厅关于做好该项工作的通知要求各部门：认真执行。",
        "关于做好工作的通知如下：",
        "某省财政厅关于做好教育工作的通知",
        "关于加强领导的意见，各单位：",
        "第三条 有关部门应当通知各单位：",
        "各市财政局、省直各部门：",
    ],
)
def test_words_that_are_no_head_run_together_are_left_whole(line: str) -> None:
    assert parts(line) == []


@pytest.mark.parametrize("between", ["", " ", "\n"])
@pytest.mark.parametrize("behind", ["", " ", "\n"])
def test_what_parts_a_head_changes_nothing_of_it(
    document_of: Callable[..., Document], between: str, behind: str
) -> None:
    head = ["某省财政厅文件", "某财会〔2021〕13号", "某省财政厅关于做好教育工作的通知"]
    address = "各市财政局、省直各部门："
    text = between.join([*head, address]) + behind + BODY + SIGNED
    document = document_of(text)
    assert document.number == "某财会〔2021〕13号"
    assert document.title == head[2]
    assert document.issuer == "某省财政厅"
    assert [name.name for name in document.addressees] == ["各市财政局", "省直各部门"]
    assert str(document.date_issued) == "2021-03-04"


def test_words_of_the_page_stand_before_an_address() -> None:
    line = "时间：2023-06-22 09：35 微信 微博 QQ空间 各处室（中心），各村：为落实"
    assert [word.text for word in page_words(line, 0, len(line))] == [
        "时间：2023-06-22",
        "09：35",
        "微信",
        "微博",
        "QQ空间",
    ]
    assert list(page_words("微信 微博 分享", 0, 8)) == []


def test_the_path_of_a_page_stands_before_a_title() -> None:
    line = (
        "当前位置： 首页公开文件 某区管理局关于清洁村庄的通知 时间：2023-06-25 微信 各村（居）：为"
    )
    assert parts(line) == [
        "当前位置： 首页公开文件 ",
        "某区管理局关于清洁村庄的通知",
        "时间：2023-06-25",
        "微信",
        "各村（居）：",
    ]
