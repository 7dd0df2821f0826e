"""Every character of a source is a provision's, a part's, or left out with its reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import SourceError
from graph.model import LeftOut, LeftOutReason, Part, PartKind, Passage, SourceText, Span
from graph.normalise import normalise
from graph.sources import read_source
from graph.structure import read_documents
from graph.structure.account import Claim, account, warnings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from graph.model import Document

LETTER = """首页
政务公开
办事服务
互动交流
走进本市
专题专栏
某市人民政府办公室关于做好防汛工作的通知
某政办发〔2021〕3号
各县(市、区)人民政府,市政府各部门:
  为做好防汛工作,现将有关事项通知如下。
  一、加强巡查。市水利局要加强巡查,及时排除
— 2 —
险情。
  二、**落实责任**。各县要落实责任。
  附件:巡查表
某市人民政府办公室
2021年5月6日
(此件公开发布)
抄送:市委办公室
上一篇:关于做好春耕生产的通知
"""


def unaccounted(document: Document) -> str:
    """Return the characters, blanks aside, that nothing accounts for, or two things do."""
    text = document.source.text
    times = [0] * len(text)
    own = [span for provision in document.provisions for span in provision.own]
    dropped = [left.span for left in document.left_out]
    for span in [*own, *(part.span for part in document.parts)]:
        times[span.start : span.end] = [n + 1 for n in times[span.start : span.end]]
    for span in dropped:  # a page number stands within the sentence that it cuts
        times[span.start : span.end] = [1] * (span.end - span.start)
    return "".join(c for c, n in zip(text, times, strict=True) if n != 1 and not c.isspace())


def of_part(document: Document, kind: PartKind) -> list[str]:
    return [document.quote(part.span) for part in document.parts if part.kind is kind]


def out_for(document: Document, reason: LeftOutReason) -> list[str]:
    return [document.quote(left.span) for left in document.left_out if left.reason is reason]


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (PartKind.TITLE, ["某市人民政府办公室关于做好防汛工作的通知"]),
        (PartKind.HEAD, ["某政办发〔2021〕3号"]),
        (PartKind.ADDRESSEE, ["各县(市、区)人民政府,市政府各部门:"]),
        (PartKind.PREAMBLE, ["为做好防汛工作,现将有关事项通知如下。"]),
        (PartKind.SIGNATURE, ["某市人民政府办公室\n2021年5月6日"]),
        (PartKind.REMARK, ["(此件公开发布)"]),
        (PartKind.COLOPHON, ["抄送:市委办公室"]),
        (PartKind.ATTACHMENTS, ["附件:巡查表"]),
    ],
)
def test_what_is_no_provision_is_a_named_part(
    document_of: Callable[..., Document], kind: PartKind, words: list[str]
) -> None:
    assert of_part(document_of(LETTER), kind) == words


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        (LeftOutReason.MENU, ["首页\n政务公开\n办事服务\n互动交流\n走进本市\n专题专栏"]),
        (LeftOutReason.PAGE_NUMBER, ["— 2 —"]),
        (LeftOutReason.MARKUP, ["**", "**"]),
        (LeftOutReason.PAGE, ["上一篇:关于做好春耕生产的通知"]),
        (LeftOutReason.UNREAD, []),
    ],
)
def test_what_is_left_out_has_its_reason(
    document_of: Callable[..., Document], reason: LeftOutReason, words: list[str]
) -> None:
    assert out_for(document_of(LETTER), reason) == words


def test_the_account_adds_up(document_of: Callable[..., Document]) -> None:
    assert unaccounted(document_of(LETTER)) == ""


def test_what_is_left_out_between_provisions_is_a_warning(
    document_of: Callable[..., Document],
) -> None:
    told = {warning.code: warning for warning in document_of(LETTER).warnings}
    assert told.keys() == {"page-number", "markup", "not-content"}
    assert told["markup"].message.startswith("条款之间略去排版标记 2 处")


def test_marks_in_the_head_are_left_out_without_a_warning(
    document_of: Callable[..., Document],
) -> None:
    letter = LETTER.replace("**", "").replace("— 2 —\n", "")
    marked = document_of(letter.replace("某政办发〔2021〕3号", "**某政办发〔2021〕3号**"))
    assert out_for(marked, LeftOutReason.MARKUP) == ["**", "**"]
    assert [warning.code for warning in marked.warnings] == ["not-content"]


def test_each_of_several_documents_leaves_the_others_out() -> None:
    letter = LETTER.partition("专题专栏\n")[2].partition("附件")[0] + "某市人民政府\n2021年5月6日\n"
    other = letter.replace("3号", "4号").replace("防汛", "抗旱")
    source = SourceText(letter + other, "two.txt", "text/plain", "utf-8", "0" * 64)
    documents = read_documents(source)
    assert [document.number for document in documents] == [
        "某政办发〔2021〕3号",
        "某政办发〔2021〕4号",
    ]
    for document in documents:
        assert out_for(document, LeftOutReason.OTHER_DOCUMENT)
        assert unaccounted(document) == ""


def test_an_empty_text_has_nothing_to_account_for(document_of: Callable[..., Document]) -> None:
    document = document_of("")
    assert (document.parts, document.left_out) == ((), ())


def test_what_no_step_claims_is_left_out_as_unread() -> None:
    folded = normalise("甲\n乙丙\n丁")
    counted = account(
        "甲\n乙丙\n丁",
        folded,
        [Passage("一", 0, 0, 1)],
        [Claim(5, 6, PartKind.COLOPHON)],
    )
    assert counted.left_out == (LeftOut(LeftOutReason.UNREAD, Span(2, 4)),)
    assert counted.parts == (Part(PartKind.COLOPHON, Span(5, 6)),)
    (told,) = warnings(counted, None)
    assert (told.code, told.span) == ("unread", Span(2, 4))


@given(
    st.lists(
        st.sampled_from(
            [*LETTER.splitlines(), "", "\u200b", "附件", "第一条 各单位要落实。", "目录"]
        ),
        max_size=40,
    )
)
def test_any_lines_in_any_order_add_up(lines: list[str]) -> None:
    source = SourceText("\n".join(lines), "lines.txt", "text/plain", "utf-8", "0" * 64)
    for document in read_documents(source):
        assert unaccounted(document) == ""


@pytest.mark.parametrize("folder", ["corpus", "corpus-2"])
def test_every_real_text_adds_up(corpus: Path, folder: str) -> None:
    for path in sorted((corpus.parent / folder).glob("*.*")):
        try:
            documents = read_documents(read_source(path))
        except SourceError:
            continue  # an optional format, or no document
        for document in documents:
            assert unaccounted(document) == "", path.name


@pytest.mark.parametrize("section", ["（一）治水", "治水"])
def test_a_row_begins_with_the_words_that_name_it(
    section: str, document_of: Callable[..., Document]
) -> None:
    text = (
        "某市河道整治工作方案\n一、任务分工\n序号\n工作任务\n责任单位\n（一）治水\n1\n清淤\n市水利局\n"
        f"{section}\n2\n绿化\n市园林局\n"
    )
    document = document_of(text)
    outside = [
        document.quote(own)
        for provision in document.provisions
        for own in provision.own
        if not provision.span.start <= own.start <= own.end <= provision.span.end
    ]
    assert outside == []
    assert unaccounted(document) == ""
