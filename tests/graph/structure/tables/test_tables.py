from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tests.graph.structure.tables.conftest import Cells

    Read = Callable[[str], list[tuple[str, Cells]]]

HEADINGS = ("序号", "工作任务", "具体举措", "牵头单位", "配合单位", "完成时限")
ROWS = (
    ("1", "保护水源", "划定保护区，设界桩", "市生态环境局", "市水利局、各区政府", "2022年10月底前"),
    ("", "", "清理保护区内的违法建设", "市生态环境局", "市自然资源局", "2022年12月底前"),
    ("2", "治理河道", "对主干河道实施清淤，长度不少于30公里", "市水利局", "市财政局", "长期坚持"),
    ("3", "健全制度", "落实巡河制度", "市河长办", "各镇（街道）", "每季度"),
)  # fmt: skip
READ = [
    (
        "1",
        [
            ("工作任务", "保护水源"),
            ("具体举措", "划定保护区，设界桩"),
            ("牵头单位", "市生态环境局"),
            ("配合单位", "市水利局、各区政府"),
            ("完成时限", "2022年10月底前"),
            ("具体举措", "清理保护区内的违法建设"),
            ("牵头单位", "市生态环境局"),
            ("配合单位", "市自然资源局"),
            ("完成时限", "2022年12月底前"),
        ],
    ),
    (
        "2",
        [
            ("工作任务", "治理河道"),
            ("具体举措", "对主干河道实施清淤，长度不少于30公里"),
            ("牵头单位", "市水利局"),
            ("配合单位", "市财政局"),
            ("完成时限", "长期坚持"),
        ],
    ),
    (
        "3",
        [
            ("工作任务", "健全制度"),
            ("具体举措", "落实巡河制度"),
            ("牵头单位", "市河长办"),
            ("配合单位", "各镇（街道）"),
            ("完成时限", "每季度"),
        ],
    ),
]


def repeated(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    """Return the rows with the words of merged cells in each of them."""
    found: list[list[str]] = []
    for row in rows:
        found.append([cell or found[-1][column] for column, cell in enumerate(row)])
    return found


def present(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    """Return the rows without the cells that a merged one covers."""
    return [[cell for cell in row if cell] for row in rows]


LAYOUTS = {
    "tabs": "\n".join("\t".join(row) for row in (HEADINGS, *ROWS)),
    "tabs-repeated": "\n".join("\t".join(row) for row in (HEADINGS, *repeated(ROWS))),
    "tabs-missing": "\n".join("\t".join(row) for row in (HEADINGS, *present(ROWS))),
    "lines": "\n".join(cell for row in (HEADINGS, *present(ROWS)) for cell in row),
    "lines-repeated": "\n".join(cell for row in (HEADINGS, *repeated(ROWS)) for cell in row),
    "paragraphs": "\n\n".join(cell for row in (HEADINGS, *present(ROWS)) for cell in row),
    "paragraphs-indented": "\n\n　　".join(c for r in (HEADINGS, *repeated(ROWS)) for c in r),
    "strokes": "\n".join(f"| {' | '.join(row)} |" for row in (HEADINGS, ("---",) * 6, *ROWS)),
    "strokes-open": "\n".join(" | ".join(row) for row in (HEADINGS, *repeated(ROWS))),
    "two-blanks": "\n".join("  ".join(row) for row in (HEADINGS, *repeated(ROWS))),
    "two-blanks-missing": "\n".join("   ".join(row) for row in (HEADINGS, *present(ROWS))),
    "wide-blanks": "\n".join("　　".join(row) for row in (HEADINGS, *repeated(ROWS))),
    "one-blank": "\n".join(" ".join(row) for row in (HEADINGS, *repeated(ROWS))),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_table_is_the_same_in_every_layout(layout: str, rows_of: Read) -> None:
    assert rows_of(LAYOUTS[layout]) == READ


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_words_around_a_table_are_none_of_its_cells(layout: str, rows_of: Read) -> None:
    text = (
        f"任务分工表\n{LAYOUTS[layout]}\n注：1.本表由市水利局解释。\n2.数据截至上月。\n抄送：市委办"
    )
    assert rows_of(text) == READ


@pytest.mark.parametrize(
    "section", ["一、水环境", "（二）水环境", "水环境"], ids=["level-1", "level-2", "no-numeral"]
)
@pytest.mark.parametrize("layout", ["tabs", "lines", "paragraphs", "strokes"])
def test_a_line_between_rows_names_a_section_and_is_no_cell(
    section: str, layout: str, rows_of: Read
) -> None:
    mark = {"tabs": "\n", "lines": "\n", "paragraphs": "\n\n", "strokes": "\n"}[layout]
    line = f"| {section} | | | | | |" if layout == "strokes" else section
    second = {"strokes": "| 2 |", "tabs": "2\t"}.get(layout, f"2{mark}")
    text = LAYOUTS[layout].replace(f"{mark}{second}", f"{mark}{line}{mark}{second}")
    assert rows_of(text) == READ


def test_numbers_that_begin_anew_behind_a_section_are_rows_of_their_own(rows_of: Read) -> None:
    text = (
        "序号\t工作任务\t责任单位\n一、治水\n1\t清淤\t市水利局\n"
        "二、治气\n1\t降尘\t市城管局\n2\t禁烧\t市农业局"
    )
    assert [(number, cells[-1][1]) for number, cells in rows_of(text)] == [
        ("1", "市水利局"),
        ("1", "市城管局"),
        ("2", "市农业局"),
    ]


def test_a_list_inside_a_cell_is_no_row(rows_of: Read) -> None:
    text = (
        "序号\n工作任务\n主要内容\n责任单位\n1\n丰富方式\n开展签约：\n1.线上签约；\n2.线下签约。\n市卫生健康委\n"
        "2\n建立台账\n按月更新。\n市医保局"
    )
    assert rows_of(text) == [
        (
            "1",
            [
                ("工作任务", "丰富方式"),
                ("主要内容", "开展签约：\n1.线上签约；\n2.线下签约。"),
                ("责任单位", "市卫生健康委"),
            ],
        ),
        ("2", [("工作任务", "建立台账"), ("主要内容", "按月更新。"), ("责任单位", "市医保局")]),
    ]


@pytest.mark.parametrize("mark", ["/", "—", "－", "无"])
def test_a_mark_for_an_empty_cell_is_no_word_of_the_row(mark: str, rows_of: Read) -> None:
    text = f"序号\n任务\n牵头单位\n配合单位\n1\n清淤\n市水利局\n{mark}\n2\n绿化\n{mark}\n市园林局"
    assert rows_of(text) == [
        ("1", [("任务", "清淤"), ("牵头单位", "市水利局")]),
        ("2", [("任务", "绿化"), ("配合单位", "市园林局")]),
    ]


def test_a_cell_that_is_broken_over_lines_is_one(rows_of: Read) -> None:
    text = (
        "序号\n工作任务\n责任单位\n完成时限\n1\n加快推进河道清淤，\n确保按期完成\n市水利局、市住房\n城乡建设局\n"
        "2021年底\n2\n绿化\n市园林局\n长期"
    )
    assert rows_of(text) == [
        (
            "1",
            [
                ("工作任务", "加快推进河道清淤，确保按期完成"),
                ("责任单位", "市水利局、市住房城乡建设局"),
                ("完成时限", "2021年底"),
            ],
        ),
        ("2", [("工作任务", "绿化"), ("责任单位", "市园林局"), ("完成时限", "长期")]),
    ]


def test_the_heading_row_is_read_over_two_lines_and_again_on_the_next_page(rows_of: Read) -> None:
    text = (
        "序号\t工作任务\t责任单位\t\t完成时限\n\t\t牵头单位\t配合单位\n1\t清淤\t市水利局\t市财政局\t长期\n"
        "序号\t工作任务\t责任单位\t\t完成时限\n2\t绿化\t市园林局\t\t长期"
    )
    assert rows_of(text) == [
        (
            "1",
            [
                ("工作任务", "清淤"),
                ("牵头单位", "市水利局"),
                ("配合单位", "市财政局"),
                ("完成时限", "长期"),
            ],
        ),
        ("2", [("工作任务", "绿化"), ("牵头单位", "市园林局"), ("完成时限", "长期")]),
    ]


def test_rows_without_numbers_are_counted(rows_of: Read) -> None:
    text = "部门\t工作职责\n市公安局\t负责交通管制。\n市民政局\t负责困难群众救助。"
    assert rows_of(text) == [
        ("1", [("部门", "市公安局"), ("工作职责", "负责交通管制。")]),
        ("2", [("部门", "市民政局"), ("工作职责", "负责困难群众救助。")]),
    ]


def test_numbers_at_the_head_of_cells_number_the_rows(rows_of: Read) -> None:
    text = (
        "一级指标\n二级指标\n评价标准\n数据来源\n数量\n1.签约率\n较上年增加。\n年报\n2.续约率\n查看：\n"
        "1.制度；\n2.台账。\n年报\n质量\n3.满意率\n达到90%。\n调查"
    )
    assert [number for number, _ in rows_of(text)] == ["1", "2", "3"]


@pytest.mark.parametrize(
    "text",
    [
        "序号\t名称\t金额\n1\t住房补贴\t1000\n2\t租赁补贴\t500",
        "一、总体要求\n以人的城镇化为核心。\n1. 农民工\n2. 学生",
        "姓名\t性别\t单位\n张三\t男\t市水利局\n李四\t女\t市民政局",
        "名称\t地址\t电话\n市民政局\t人民路1号\t2345678\n市财政局\t中山路2号\t2345679",
        "明确工作任务、责任单位、完成时限，确保\t各项工作落到实处。\n市水利局\t要加强检查。",
        "责任部门:\t区人民政府办公室\t发布时间:\t2015-07-08",
        "要细化工作任务\n责任单位\n要按时报送。",
    ],
)
def test_what_has_no_headings_of_tasks_is_no_table(text: str, rows_of: Read) -> None:
    assert rows_of(text) == []


def test_a_table_whose_bodies_are_sentences_is_left_unread(
    rows_of: Read, unread: Callable[[str], list[str]]
) -> None:
    text = (
        "序号\t工作任务\t责任单位\n1\t清淤\t按照职责分工，各自抓好落实。\n"
        "2\t绿化\t由相关单位研究后，另行确定。"
    )
    assert rows_of(text) == []
    assert len(unread(text)) == 1
