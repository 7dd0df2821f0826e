"""A page that lists above a letter what it says of it, each on a line or all on one: 发文机构：…"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.model import Document

TITLE = "某省人民政府办公厅关于印发某省养老服务条例实施方案的通知"
LABELS = (
    "发文机构：某省人民政府办公厅",
    "发布时间：2019-03-14",
    "发文字号：某政办发〔2019〕12号",
    "政策类型：政策文件",
    "政策层级：省级",
    "来源：http://www.example.gov.cn/zwgk/201903/t20190314_1.html",
    "关键字：养老服务;护理补贴;医养结合;社区照料",
)
NUMBER = "某政办发〔2019〕12号"
ADDRESS = "各市、县人民政府，省政府各部门："
LETTER = (
    "《某省养老服务条例实施方案》已经省政府同意，现印发给你们，请认真贯彻执行。\n"
    "某省人民政府办公厅\n2019年3月8日\n"
    "某省养老服务条例实施方案\n一、总体要求\n坚持公益性质。\n二、主要任务\n各县建立服务中心。"
)
ADDRESSEES = ["各市、县人民政府", "省政府各部门"]


def _head(document: Document) -> tuple[str, str | None, str | None, str, list[str]]:
    return (
        document.title,
        document.number,
        document.issuer,
        str(document.date_issued),
        [each.name for each in document.addressees],
    )


WANTED = (TITLE, NUMBER, "某省人民政府办公厅", "2019-03-08", ADDRESSEES)


@pytest.mark.parametrize(
    "between",
    [
        "",
        f"{NUMBER}\n",
        f"{NUMBER}\n{TITLE}\n",
        f"{TITLE}\n{NUMBER}\n",
        f"{TITLE[:14]}\n{TITLE[14:]}\n",
    ],
)
@pytest.mark.parametrize("labels", [LABELS, LABELS[:4], LABELS[3:], LABELS[::-1]])
def test_the_letter_below_the_labels_is_read_with_its_own_head(
    document_of: Callable[..., Document], labels: tuple[str, ...], between: str
) -> None:
    if NUMBER not in "".join((*labels, between)):
        between = f"{NUMBER}\n{between}"
    source = "\n".join((TITLE, *labels, between + ADDRESS, LETTER))
    document = document_of(source)
    assert _head(document) == WANTED
    assert [work.title for work in document.works] == [TITLE, "某省养老服务条例实施方案"]


@pytest.mark.parametrize("between", ["", f"{NUMBER} ", f"{NUMBER} {TITLE} ", f"{TITLE} "])
def test_all_of_it_may_stand_on_one_line(
    document_of: Callable[..., Document], between: str
) -> None:
    head = f"{' '.join((TITLE, *LABELS))} {between}{ADDRESS}"
    assert _head(document_of(f"{head} {LETTER}")) == WANTED
    assert _head(document_of(f"{head}\n{LETTER}")) == WANTED


@pytest.mark.parametrize(
    "keywords",
    [
        "关键字：养老服务;护理补贴;医养结合;社区照料;居家养老;\n长期护理;普惠养老",
        "关键字：养老服务;护理补贴;医养结合;社区照料;居家养老;长\n期护理;普惠养老",
        "主题词：养老 服务 通知",
        "关键词：养老服务",
    ],
)
def test_keywords_end_before_the_address_and_not_at_a_margin(
    document_of: Callable[..., Document], keywords: str
) -> None:
    source = "\n".join((TITLE, *LABELS[:6], keywords, ADDRESS, LETTER))
    assert _head(document_of(source)) == WANTED


def test_the_label_of_a_clause_is_no_field_of_a_page(
    document_of: Callable[..., Document],
) -> None:
    source = (
        f"{TITLE}\n{NUMBER}\n{ADDRESS}\n{LETTER}\n三、信息公开\n"
        "公开下列事项：发文机构：某市民政局 发布时间：每月五日 发文字号：按年编列 各区："
    )
    assert _head(document_of(source)) == WANTED


def test_the_title_may_run_into_the_address(document_of: Callable[..., Document]) -> None:
    source = f"{TITLE}\n发布日期:2019-03-14\n{NUMBER}\n{TITLE}{ADDRESS}{LETTER}"
    assert _head(document_of(source)) == WANTED
