from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.structure.tables.glued_names import lists_before

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.graph.structure.tables.conftest import Cells

    Read = Callable[[str], list[tuple[str, Cells]]]


@pytest.mark.parametrize(
    ("words", "lists"),
    [
        ("完成河道清淤市水利局市公安局、各区政府", ["市水利局", "市公安局、各区政府"]),
        ("设施建设市民政局（牵头）和各区市县政府", ["市民政局（牵头）和各区市县政府"]),
        ("加强统筹。县教育局、县财政局", ["县教育局、县财政局"]),
        ("推进改革省发展改革委省财政厅、省水利厅", ["省发展改革委", "省财政厅、省水利厅"]),
        ("健全机制教育部、财政部", ["教育部、财政部"]),
        ("整治城市市城市管理局", ["市城市管理局"]),
        ("增加信贷人行南宁市中心支行、市财政局", ["人行南宁市中心支行、市财政局"]),
        ("加强督查市委组织部、团市委", ["市委组织部、团市委"]),
        ("落实政策市民政局会同有关部门", ["市民政局会同有关部门"]),
    ],
)  # fmt: skip
def test_names_end_where_another_begins_without_a_mark(words: str, lists: list[str]) -> None:
    found = lists_before(words, 0, len(words), frozenset())
    assert found is not None
    assert [words[start:end] for start, end in found.lists] == lists


@pytest.mark.parametrize("verb", ["报", "由", "督促", "会同", "向"])
def test_a_name_that_something_is_done_to_begins_no_list(verb: str) -> None:
    words = f"及时{verb}市政府市水利局"
    found = lists_before(words, 0, len(words), frozenset())
    assert found is not None
    assert [words[start:end] for start, end in found.lists] == ["市水利局"]


@pytest.mark.parametrize("words", ["完成河道清淤", "建设一批充电站", "提高办理效率"])
def test_words_that_end_in_no_name_have_no_list(words: str) -> None:
    assert lists_before(words, 0, len(words), frozenset()) is None


ONE_COLUMN = (
    "序号工作任务责任单位完成时限1完善落户政策市公安局（牵头）、市人社局2021年12月底前"
    "2建立统计制度，准确反映变动。市统计局持续推进3安排2项资金市财政局、市民政局每季度"
)
TWO_COLUMNS = (
    "序号工作任务牵头单位配合单位完成时限1完成河道清淤市水利局市公安局、各区政府2021年12月底前"
    "2建设污水管网市住房城乡建设局市财政局2022年6月底前2建设处理厂市住房城乡建设局2022年底3巡查河道市河长办各镇政府长期"
)


def test_rows_are_parted_by_their_numbers_and_the_order_of_their_cells(rows_of: Read) -> None:
    assert rows_of(ONE_COLUMN) == [
        (
            "1",
            [
                ("工作任务", "完善落户政策"),
                ("责任单位", "市公安局（牵头）、市人社局"),
                ("完成时限", "2021年12月底前"),
            ],
        ),
        (
            "2",
            [
                ("工作任务", "建立统计制度，准确反映变动。"),
                ("责任单位", "市统计局"),
                ("完成时限", "持续推进"),
            ],
        ),
        (
            "3",
            [
                ("工作任务", "安排2项资金"),
                ("责任单位", "市财政局、市民政局"),
                ("完成时限", "每季度"),
            ],
        ),
    ]


def test_two_columns_of_bodies_are_parted_where_a_name_begins(rows_of: Read) -> None:
    assert rows_of(TWO_COLUMNS) == [
        (
            "1",
            [
                ("工作任务", "完成河道清淤"),
                ("牵头单位", "市水利局"),
                ("配合单位", "市公安局、各区政府"),
                ("完成时限", "2021年12月底前"),
            ],
        ),
        (
            "2",
            [
                ("工作任务", "建设污水管网"),
                ("牵头单位", "市住房城乡建设局"),
                ("配合单位", "市财政局"),
                ("完成时限", "2022年6月底前"),
                ("工作任务", "建设处理厂"),
                ("牵头单位", "市住房城乡建设局"),
                ("完成时限", "2022年底"),
            ],
        ),
        (
            "3",
            [
                ("工作任务", "巡查河道"),
                ("牵头单位", "市河长办"),
                ("配合单位", "各镇政府"),
                ("完成时限", "长期"),
            ],
        ),
    ]


@pytest.mark.parametrize("text", [ONE_COLUMN, TWO_COLUMNS])
def test_lines_between_the_rows_and_words_below_change_nothing(text: str, rows_of: Read) -> None:
    lines = text.replace("时限1", "时限\n1").replace("前2", "前\n2").replace("推进3", "推进\n3")
    assert rows_of(lines + "\n相关附件：下载") == rows_of(text)
    with_section = text.replace("时限1", "时限一、主要任务1").replace("前2", "前二、政策措施2", 1)
    assert rows_of(with_section) == rows_of(text)


def test_letters_of_headings_may_stand_apart(rows_of: Read) -> None:
    spaced = ONE_COLUMN.replace("工作任务责任单位", "工  作  任  务责 任 单 位")
    assert rows_of(spaced) == rows_of(ONE_COLUMN)


def test_the_time_may_stand_before_the_bodies(rows_of: Read) -> None:
    text = "序号工作任务完成时限责任单位1清淤2021年底前市水利局2绿化2022年6月底市园林局、市财政局"
    assert rows_of(text) == [
        ("1", [("工作任务", "清淤"), ("完成时限", "2021年底前"), ("责任单位", "市水利局")]),
        (
            "2",
            [
                ("工作任务", "绿化"),
                ("完成时限", "2022年6月底"),
                ("责任单位", "市园林局、市财政局"),
            ],
        ),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "序号工作任务责任单位完成时限1完善制度，狠抓落实2加强领导，压实责任3强化督查，严肃问责",
        "序号责任单位工作任务完成时限1市水利局清淤2021年底2市园林局绿化2021年底",
    ],
)
def test_a_table_whose_cells_cannot_be_told_is_left_unread(
    text: str, rows_of: Read, unread: Callable[[str], list[str]]
) -> None:
    assert rows_of(text) == []
    assert len(unread(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "序号主要指标2025年属性1参保率≥95%约束性2供养率≥60%约束性",
        "要明确工作任务、责任单位和完成时限，确保1个月内落实。",
    ],
)
def test_figures_and_sentences_are_no_table_of_bodies(
    text: str, rows_of: Read, unread: Callable[[str], list[str]]
) -> None:
    assert rows_of(text) == []
    assert unread(text) == []


SCOPE = (
    "序号改革举措责任单位推广范围一、知识产权方面（共2项）1建立专利保险机制科技部、国务院国资委全国"
    "2设立快速审理机制最高人民法院8个试验区域二、成果转化方面（共2项）"
    "3开展权属改革财政部、国务院国资委全国4设立专板中国证监会8个试验区域"
)


def test_how_many_rows_a_section_has_is_no_number_of_a_row(rows_of: Read) -> None:
    assert [number for number, _ in rows_of(SCOPE)] == ["1", "2", "3", "4"]


def test_a_list_ends_with_a_whole_name_and_no_beginning_of_one(rows_of: Read) -> None:
    bodies = [dict(cells)["责任单位"] for _, cells in rows_of(SCOPE)]
    assert bodies == [
        "科技部、国务院国资委",
        "最高人民法院",
        "财政部、国务院国资委",
        "中国证监会",
    ]


def test_rows_go_on_behind_a_section_where_numbers_are_missing(rows_of: Read) -> None:
    text = SCOPE.replace("3开展", "13开展").replace("4设立专", "14设立专")
    assert [number for number, _ in rows_of(text)] == ["1", "2", "13", "14"]


@pytest.mark.parametrize(
    ("words", "lists"),
    [
        ("加强巡查市公安局各区县（自治县）人民政府", ["市公安局", "各区县（自治县）人民政府"]),
        ("完善激励市经济信息委有关区县政府", ["市经济信息委", "有关区县政府"]),
        ("提出意见各县（市、区）人民政府", ["各县（市、区）人民政府"]),
    ],
)  # fmt: skip
def test_a_set_of_places_is_a_list_of_its_own(words: str, lists: list[str]) -> None:
    found = lists_before(words, 0, len(words), frozenset())
    assert found is not None
    assert [words[start:end] for start, end in found.lists] == lists
