"""One table of tasks, set in every layout, gives the same duties and deadlines."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from graph.pipeline import read_text
from graph.sources import read_bytes

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

LETTER = """某市人民政府办公室关于印发河湖治理任务分工的通知
某政办发〔2022〕17号
各区人民政府，市政府各部门：
现将《河湖治理任务分工》印发给你们，请认真抓好落实。
某市人民政府办公室
2022年4月6日
附件
河湖治理任务分工表
{}
注：1.单位用简称。
2.完成时限以批复为准。
"""
HEADINGS = ("序号", "工作任务", "具体举措", "牵头单位", "配合单位", "完成时限")
ROWS = (
    ("1", "保护水源", "划定保护区，设界桩", "市生态环境局", "市水利局、各区政府", "2022年10月底前"),
    ("1", "保护水源", "清理违法建设", "市生态环境局", "市资规局、市城管局", "2022年12月底前"),
    ("2", "治理河道", "清淤疏浚，长度不少于30公里", "市水利局", "市财政局", "2023年3月31日前"),
    ("3", "建设管网", "新建污水管网18公里。", "市住建局", "市发改委、市财政局", "2023年6月底前"),
    ("3", "建设管网", "改造老旧管网。", "市住建局", "各镇人民政府", "2023年12月底前"),
    ("4", "健全制度", "落实巡河制度", "市河长制办公室", "各镇人民政府、各街道办事处", "长期坚持"),
    ("5", "治理面源", "推广配方施肥，减少用量", "市农业农村局", "市生态环境局", "每年12月底前"),
)  # fmt: skip
SECTIONS = {0: "一、水源", 2: "二、河道", 5: "三、保障"}
DUTIES = Counter(
    (f"附件/{number}", name, role)
    for number, _, _, leader, others, _ in ROWS
    for name, role in [(leader, "lead"), *((each, "support") for each in others.split("、"))]
)
DUE = Counter((f"附件/{row[0]}", row[-1]) for row in ROWS)
Rows = list[tuple[str, ...]]


def merged() -> Rows:
    """Return the rows as printed: number and task stand once."""
    before = ("", *(row[0] for row in ROWS[:-1]))
    return [
        ("", "", *row[2:]) if row[0] == last else row
        for row, last in zip(ROWS, before, strict=True)
    ]


def together(
    rows: Sequence[Sequence[str]], row: Callable[[Sequence[str]], str], between: str
) -> str:
    """Join the rows, with the lines that part them."""
    found: list[str] = []
    for index, cells in enumerate(rows):
        found += [SECTIONS[index]] if index in SECTIONS else []
        found.append(row(cells))
    return between.join([row(HEADINGS), *found])


def filled(row: Sequence[str]) -> list[str]:
    return [cell for cell in row if cell]


def as_html() -> str:
    """Return a table whose merged cells span their rows."""
    found = ["<tr>" + "".join(f"<td>{each}</td>" for each in HEADINGS) + "</tr>"]
    for index, row in enumerate(ROWS):
        if index in SECTIONS:
            found.append(f'<tr><td colspan="6">{SECTIONS[index]}</td></tr>')
        spans = sum(other[0] == row[0] for other in ROWS)
        first = index == 0 or ROWS[index - 1][0] != row[0]
        cells = [f'<td rowspan="{spans}">{cell}</td>' for cell in row[:2]] if first else []
        found.append("<tr>" + "".join([*cells, *(f"<td>{c}</td>" for c in row[2:])]) + "</tr>")
    return f"<table>{''.join(found)}</table>"


LAYOUTS: dict[str, str] = {
    "lines, sub-rows as printed": together(merged(), lambda r: "\n".join(filled(r)), "\n"),
    "lines, number and task repeated": together(ROWS, "\n".join, "\n"),
    "paragraphs, sub-rows as printed": together(merged(), lambda r: "\n\n".join(filled(r)), "\n\n"),
    "tabs, number and task repeated": together(ROWS, "\t".join, "\n"),
    "tabs, blank first cells": together(merged(), "\t".join, "\n"),
    "tabs, merged cells missing": together(merged(), lambda r: "\t".join(filled(r)), "\n"),
    "strokes, blank first cells": together(merged(), lambda r: f"| {' | '.join(r)} |", "\n"),
    "strokes, number repeated": together(ROWS, lambda r: f"| {' | '.join(r)} |", "\n"),
    "two blanks": together(ROWS, "  ".join, "\n"),
    "two blanks, merged cells missing": together(merged(), lambda r: "  ".join(filled(r)), "\n"),
}
RUN_TOGETHER: dict[str, str] = {
    "run together, number repeated": together(ROWS, "".join, ""),
    "run together, a row a line": together(ROWS, "".join, "\n"),
    "run together, sub-rows as printed": together(merged(), "".join, ""),
}


def read(text: str) -> tuple[Counter[tuple[str, str, str]], Counter[tuple[str, str]]]:
    """Return the duties and the deadlines of the rows in a text."""
    reading = read_text(read_bytes(text.encode(), "notice.txt"))
    duties = Counter(
        (duty.where, duty.as_written, str(duty.role)) for duty in reading.responsibilities
    )
    due = Counter((each.where, reading.document.quote(each.span)) for each in reading.deadlines)
    return duties, due


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_table_states_the_same_in_every_layout(layout: str) -> None:
    assert read(LETTER.format(LAYOUTS[layout])) == (DUTIES, DUE)


def test_a_table_of_a_page_states_the_same() -> None:
    paragraphs = LETTER.format("{}").splitlines()
    body = "".join(as_html() if line == "{}" else f"<p>{line}</p>" for line in paragraphs)
    page = f"<!DOCTYPE html><html><head><meta charset='utf-8'></head><body>{body}</body></html>"
    assert read(page) == (DUTIES, DUE)


@pytest.mark.parametrize("layout", RUN_TOGETHER)
def test_a_table_that_lost_its_separators_states_the_same(layout: str) -> None:
    assert read(LETTER.format(RUN_TOGETHER[layout])) == (DUTIES, DUE)


@pytest.mark.parametrize("layout", [*LAYOUTS, *RUN_TOGETHER])
def test_every_label_is_a_row_or_a_section(layout: str) -> None:
    table = {**LAYOUTS, **RUN_TOGETHER}[layout]
    document = read_text(read_bytes(LETTER.format(table).encode(), "notice.txt")).document
    labels = [provision.label for provision in document.provisions]
    assert sorted(labels) == sorted(f"附件/{number}" for number in "12345一二三")
