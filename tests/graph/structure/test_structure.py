from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import example, given, settings
from hypothesis import strategies as st

from graph.model import Place, SourceText
from graph.structure import read_document

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.model import Document

NOTICE = """当前位置: 首页 >> 政府文件 >> 正文
关于印发落户任务分工方案的通知
文号: 库政办发〔2018〕171号
各乡、镇、场,市政府各部门:

  现将《落户任务分工方案》印发你们,请认真贯彻执行。

库尔勒市人民政府办公室
2018年10月15日

落户任务分工方案

  为推进落户工作,制定本方案。

  一、强化监测检查
  (一)健全落户统计体系。市统计局要规范统计,准确快捷反映我市两个指

  标变动状况。(市统计局牵头负责)
  (二)强化专项检查。要加强监督检查。(市发改委负责)
  二、强化审计监督
  (三)将落户情况纳入跟踪审计范围。(市审计局牵头负责)
  (四)加强跟踪问责。(市审计局牵头负责)
  (五)向社会公布有关情况。(市审计局牵头负责)

澳门银河国际娱乐
"""


def test_every_word_stands_in_its_place(document_of: Callable[..., Document]) -> None:
    document = document_of(NOTICE)
    text = document.folded.text
    assert [(p.where, p.work, text[p.start : p.end].strip("\n")) for p in document.passages] == [
        (Place.TITLE, 0, "关于印发落户任务分工方案的通知"),
        (Place.NOTICE, 0, "现将《落户任务分工方案》印发你们，请认真贯彻执行。"),
        (Place.PREAMBLE, 1, "为推进落户工作，制定本方案。"),
        ("一", 1, "一、强化监测检查"),
        (
            "一（一）",
            1,
            (
                "（一）健全落户统计体系。市统计局要规范统计，准确快捷反映我市两个指标变动状况。"
                "（市统计局牵头负责）"
            ),
        ),
        ("一（二）", 1, "（二）强化专项检查。要加强监督检查。（市发改委负责）"),
        ("二", 1, "二、强化审计监督"),
        ("二（三）", 1, "（三）将落户情况纳入跟踪审计范围。（市审计局牵头负责）"),
        ("二（四）", 1, "（四）加强跟踪问责。（市审计局牵头负责）"),
        ("二（五）", 1, "（五）向社会公布有关情况。（市审计局牵头负责）"),
    ]


def test_provisions_carry_position_parent_and_span(document_of: Callable[..., Document]) -> None:
    document = document_of(NOTICE)
    assert [(p.label, p.position, p.parent) for p in document.provisions] == [
        ("一", 0, None),
        ("一（一）", 1, "一"),
        ("一（二）", 2, "一"),
        ("二", 3, None),
        ("二（三）", 4, "二"),
        ("二（四）", 5, "二"),
        ("二（五）", 6, "二"),
    ]
    first = document.provisions[1]
    assert document.quote(first.span).strip().endswith("标变动状况。(市统计局牵头负责)")


def test_an_advertisement_is_a_warning_and_no_part_of_a_provision(
    document_of: Callable[..., Document],
) -> None:
    document = document_of(NOTICE)
    (warning,) = document.warnings
    assert warning.code == "not-content"
    assert warning.span is not None
    assert document.quote(warning.span) == "澳门银河国际娱乐"
    assert all("澳门" not in document.quote(p.span) for p in document.provisions)


def test_an_advertisement_behind_a_last_unit_without_siblings_is_none_of_it(
    document_of: Callable[..., Document],
) -> None:
    only = NOTICE[: NOTICE.index("  (四)加强")] + "\n澳门银河国际娱乐\n"
    document = document_of(only)
    assert [document.quote(w.span) for w in document.warnings if w.span] == ["澳门银河国际娱乐"]


TABLE = """落户任务分工方案
一、强化监测检查
附件
任务分工表
序号
工作任务
责任单位
1
健全落户统计体系
市统计局
2
强化审计监督
市审计局
"""


def test_the_rows_of_a_table_hold_all_their_cells(document_of: Callable[..., Document]) -> None:
    document = document_of(TABLE)
    assert [len(row.cells) for row in document.rows] == [2, 2]
    rows = [
        provision for provision in document.provisions if provision.label in ("附件/1", "附件/2")
    ]
    assert [document.quote(row.span).split() for row in rows] == [
        ["1", "健全落户统计体系", "市统计局"],
        ["2", "强化审计监督", "市审计局"],
    ]


PIECES = st.sampled_from(
    [
        "关于印发落户任务分工方案的通知\n", "库政办发〔2018〕171号\n", "各乡镇：\n",
        "落户任务分工方案\n", "2018年10月15日\n", "库尔勒市人民政府办公室\n", "一、", "（一）",
        "1. ", "①", "第一条", "附件1\n", "\n", "《", "》", "（", "）", "市公安局", "牵头", "。",
        "\u3000\u3000", "\t", "序号\t任务\t责任单位\n", "澳门银河",
    ]
)  # fmt: skip


@settings(max_examples=200)
@example("①\t关于印发落户任务分工方案的通知\n")  # a digit that is no decimal
@given(st.lists(PIECES, max_size=60).map("".join) | st.text(max_size=200))
def test_any_text_has_a_structure_that_holds_together(text: str) -> None:
    source = SourceText(
        text=text, name="x.txt", media_type="text/plain", encoding="utf-8", sha256="0" * 64
    )
    document = read_document(source)
    labels = [provision.label for provision in document.provisions]
    assert len(labels) == len(set(labels))
    for provision in document.provisions:
        assert 0 <= provision.span.start < provision.span.end <= len(text)
        assert all(
            provision.span.start <= own.start <= own.end <= provision.span.end
            for own in provision.own
        )
        assert provision.parent is None or provision.parent in labels
    for passage in document.passages:
        assert 0 <= passage.start < passage.end <= len(document.folded.text)
