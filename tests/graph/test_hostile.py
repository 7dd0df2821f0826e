"""Text made to hurt: it is read, in work that grows with its length, and nothing raises."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import NotADocument
from graph.model import SourceText
from graph.pipeline import read_text
from tests.work import lines_run, processor_seconds_at_most

if TYPE_CHECKING:
    from graph.model import Reading

HEAD = "关于印发落户任务分工方案的通知\n库政办发〔2018〕171号\n各乡镇：\n一、总体要求\n"
LENGTH = 100_000  # characters; a long real document has 60,000
SECONDS = 15  # of the processor; some thirty times what ordinary text of this length takes
FEW = 300


def read(text: str) -> Reading | None:
    source = SourceText(
        text=text, name="一.txt", media_type="text/plain", encoding="utf-8", sha256="0" * 64
    )
    try:
        return read_text(source)
    except NotADocument:
        return None


UNITS = [
    "（", "(", "）", "《", "》", "〈", "<", "“", "”", "〔", "1.", "1. ", "一、", "第", "第一条",
    "（一）", "①", " ", "\u3000", "\t", "\n", "0", "12", "、", "，", "。", "：", "市公安局、",
    "（市公安局", "责任单位：", "每年", "国发〔2014〕25号", "第1号令", "《户口登记条例》、",
    "根据《户口登记条例》", "《户口登记条例》（", "附件\n", "不受", "1\n市公安局\n", "由市",
    "（《〈“", "一、（1.《第 0、“", " \u200b", "\n\u2000", "到2020年", "2016年底前", "《到2020年》",
    "（一）责任单位：和", "责任单位：《", "责任单位：（市",
]  # fmt: skip


@pytest.mark.parametrize("unit", UNITS)
def test_a_long_run_of_one_mark_is_read(unit: str) -> None:
    with processor_seconds_at_most(SECONDS):
        read(f"{HEAD}市{unit * (LENGTH // len(unit))}市")


@pytest.mark.parametrize("unit", UNITS)
def test_the_work_grows_with_the_length_of_the_text(unit: str) -> None:
    read(HEAD + unit * (FEW // 2))  # the schemes are read once, when they are first needed
    few, many = (HEAD + unit * times for times in (FEW, 4 * FEW))
    assert lines_run(lambda: read(many)) < 8 * lines_run(lambda: read(few))


@pytest.mark.parametrize(
    "unit", ["和", "《", "（市）", "由", "市公安局和", "“", "等", "牵头", "：", "责任单位："]
)
def test_a_long_list_of_bodies_is_read_in_work_that_grows_with_it(unit: str) -> None:
    before, few, many = (
        f"{HEAD}（一）责任单位：{unit * times}。" for times in (FEW // 2, FEW, 4 * FEW)
    )
    read(before)
    assert lines_run(lambda: read(many)) < 8 * lines_run(lambda: read(few))


@pytest.mark.parametrize("unit", ["（", "《", "“", "1.", "一、", "第", " ", "0", "、"])
def test_a_text_of_nothing_else_is_no_document_or_read(unit: str) -> None:
    with processor_seconds_at_most(SECONDS):
        read(unit * (LENGTH // len(unit)))


PIECES = st.sampled_from(
    [
        "关于印发落户任务分工方案的通知\n", "库政办发〔2018〕171号", "国务院令第663号",
        "各乡镇、街道：\n", "一、", "（一）", "1. ", "①", "第一章", "第十二条", "1.1 ", "附件1\n",
        "落户任务分工方案\n", "责任单位：", "序号\t任务\t责任单位\n", "1\t健全\t市统计局\n",
        "序号\n任务\n责任单位\n", "《", "》", "〈", "〉", "“", "”", "（", "）", "〔", "〕",
        "市公安局", "相关部门", "牵头", "按职责分工负责", "、", "，", "。", "；", "：", "\n", " ",
        "\u3000\u3000", "\xa0", "\t", "2018年", "10月15日", "底前", "到", "每年", "自", "起施行",
        "有效期", "不得超过", "满", "5", "二", "年", "以上", "80%", "可以", "要", "不受", "限制",
        "进城落户农民", "土地承包权", "享有", "根据", "废止", "由", "等", "和", "户 籍 制 度",
        "㈠", "\ue004", "<br>", "**", "— 4 —\n", "库尔勒市人民政府办公室\n", "2018年10月15日\n",
        "0", "99999999999999999999",
    ]
)  # fmt: skip


@settings(max_examples=300)
@given(st.lists(PIECES, max_size=80).map("".join) | st.text(max_size=300))
def test_nothing_raises_and_every_finding_stands_in_the_text(text: str) -> None:
    reading = read(text)
    if reading is None:
        return
    for finding in (
        *reading.citations,
        *reading.responsibilities,
        *reading.norms,
        *reading.groups,
        *reading.rights,
        *reading.conditions,
        *reading.targets,
        *reading.deadlines,
    ):
        assert 0 <= finding.span.start < finding.span.end <= len(text)


@settings(max_examples=100)
@given(st.lists(PIECES, max_size=60).map("".join))
def test_a_document_of_any_pieces_is_read_the_same_twice(text: str) -> None:
    assert read(HEAD + text) == read(HEAD + text)
