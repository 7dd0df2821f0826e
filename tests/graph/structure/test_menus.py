from __future__ import annotations

import pytest

from graph.structure.lines import lines_of
from graph.structure.menus import menu_lines
from graph.structure.titles import find_title


@pytest.mark.parametrize(
    "menu",
    [
        "重点领域\n建议提案\n热点回应\n信用公示\n政策解读\n数据发布\n采购招标\n政府公报\n行政复议",
        "首页 走进增城 新闻中心 政务公开 政府公报",
        "首页 | 信息公开 | 在线办事 | 通知公告",
    ],
)
def test_short_entries_on_end_are_a_menu_and_no_title(menu: str) -> None:
    lines = list(lines_of(menu))
    assert menu_lines(lines) == frozenset(range(len(lines)))
    assert find_title(lines) is None


@pytest.mark.parametrize(
    "head",
    [
        "关于印发\n实施方案\n的通知",
        "省建设厅\n省公安厅\n省民政厅\n省审计厅\n省财政厅\n省监察厅\n省教育厅",
        "市场监管总局 发展改革委 财政部 商务部 人民银行关于应对疫情影响的意见",
        "2016年9月12日",
    ],
)
def test_what_has_the_form_of_a_document_is_no_menu(head: str) -> None:
    assert not menu_lines(list(lines_of(head)))


def test_the_title_behind_a_menu_is_found() -> None:
    menu = "信用公示\n政策解读\n数据发布\n采购招标\n政府公报\n行政复议\n基层政务公开\n政务服务"
    title = "广州市困难残疾人生活补贴和重度残疾人护理补贴实施办法"
    found = find_title(list(lines_of(f"{menu}\n当前位置：\n{title}\n2022-11-16 来源：民政局")))
    assert found is not None
    assert found[0] == title
