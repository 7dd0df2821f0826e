from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.normalise import normalise
from graph.structure.field_heads import field_head

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.model import Document

BODY = "为进一步做好工作，现就有关事项通知如下：一、加强领导。二、压实责任。三、强化督查。"
SIGNED = "某省财政厅2021年3月4日"


def parts(line: str) -> list[str]:
    text = normalise(line).text
    return [part.text for part in field_head(text, 0, len(text), frozenset())]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            (
                "某省财政厅关于做好教育工作的通知发布日期:2019-02-26某省财政厅关于做好教育工作的通知"
                "某财发〔2019〕24号各市财政局，省直各部门：为"
            ),
            [
                "某省财政厅关于做好教育工作的通知",
                "发布日期：2019-02-26",
                "某省财政厅关于做好教育工作的通知",
                "某财发〔2019〕24号",
                "各市财政局，省直各部门：",
            ],
        ),
        (
            "某省财政厅关于做好工作的通知（某财发〔2021〕3号）发布日期:2021-10-22各市财政局：现",
            [
                "某省财政厅关于做好工作的通知",
                "（某财发〔2021〕3号）",
                "发布日期：2021-10-22",
                "各市财政局：",
            ],
        ),
        (
            (
                "转发省建设厅关于加强管理意见的通知发布日期:2009-09-15某府办〔2002〕63号━━━━━━"
                "转发省建设厅关于加强管理意见的通知各市、县人民政府：省建设厅"
            ),
            [
                "转发省建设厅关于加强管理意见的通知",
                "发布日期：2009-09-15",
                "某府办〔2002〕63号",
                "━━━━━━",
                "转发省建设厅关于加强管理意见的通知",
                "各市、县人民政府：",
            ],
        ),
        (
            (
                "三部门关于开展下乡活动的通知发布日期:2022-03-14工业和信息化部办公厅农业农村部办公厅商务部办公厅"
                "关于开展下乡活动的通知工信厅联原〔2022〕7号各有关单位：为"
            ),
            [
                "三部门关于开展下乡活动的通知",
                "发布日期：2022-03-14",
                "工业和信息化部办公厅农业农村部办公厅商务部办公厅关于开展下乡活动的通知",
                "工信厅联原〔2022〕7号",
                "各有关单位：",
            ],
        ),
        (
            (
                "关于做好评审工作的通知发文机构：某省财政厅发布时间：2016-12-15发文字号：某财发〔2016〕38号"
                "政策类型：政策文件关键字：评审;制度关于做好评审工作的通知各市（地）财政局，有关单位：根据"
            ),
            [
                "关于做好评审工作的通知",
                "发文机构：某省财政厅",
                "发布时间：2016-12-15",
                "发文字号：某财发〔2016〕38号",
                "政策类型：政策文件",
                "关键字：评审；制度",
                "关于做好评审工作的通知",
                "各市（地）财政局，有关单位：",
            ],
        ),
        (
            (
                "关于做好考务工作的通知发文机构：某省财政厅发布时间：2015-03-09发文字号：某财办发〔2015〕33号"
                "关键字：院校;测试各市（地）财政局，省直有关单位：根据"
            ),
            [
                "关于做好考务工作的通知",
                "发文机构：某省财政厅",
                "发布时间：2015-03-09",
                "发文字号：某财办发〔2015〕33号",
                "关键字：院校；测试",
                "各市（地）财政局，省直有关单位：",
            ],
        ),
    ],
)
def test_what_stands_together_is_told_apart(line: str, expected: list[str]) -> None:
    assert parts(line) == expected


@pytest.mark.parametrize(
    "line",
    [
        "各单位应当按照《信息公开条例》注明发布日期：2019-02-26为准。",  # a sentence
        "一、关于报送方案的通知发布日期：2019-02-26",  # a numbered unit
        "关于做好评审工作的通知各市（地）财政局：根据要求，注明发布日期：2019年",  # no head
        "某省财政厅关于做好教育工作的通知",
        "联系人：张三联系电话：010-12345678",
        "甲单位主要职责发文机构：乙单位",  # no title
    ],
)
def test_another_line_has_no_such_head(line: str) -> None:
    assert not parts(line)


@pytest.mark.parametrize("gap", ["", "\n"])
def test_the_head_is_read_whether_its_parts_stand_on_lines_or_not(
    document_of: Callable[..., Document], gap: str
) -> None:
    title = "某省财政厅关于做好教育工作的通知"
    head = (title, "发布日期:2019-02-26", title, "某财发〔2019〕24号", "各市财政局，省直各部门：")
    document = document_of(gap.join((*head, f"{BODY}{SIGNED}")))
    assert document.title == title
    assert document.number == "某财发〔2019〕24号"
    assert document.issuer == "某省财政厅"
    assert [each.name for each in document.addressees] == ["各市财政局", "省直各部门"]
    assert str(document.date_issued) == "2021-03-04"
