"""The lines of a letter that are its form and not its words (GB/T 9704-2012, 7.3.4 to 7.4.3).

Forms read::

    附件：1.任务分工表 / 2.申报指南               a list of attachments, over one line or several
    库尔勒市人民政府办公室 / 2018年10月15日       a signature
    （此件公开发布）                              a remark
    抄送：市委办公厅 / …办公室2018年10月15日印发  a colophon
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.grammar.numbering import LABEL_AT_START
from graph.model import PartKind
from graph.structure.lines import is_body_name, is_date, is_remark

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.structure.enactment import Enacted
    from graph.structure.header import Stated
    from graph.structure.lines import Line
    from graph.structure.signature import Signature

_ATTACHMENTS = re.compile(r"附\s*件\s*\d{0,2}\s*[：:]")
_COLOPHON = re.compile(
    r"(?:抄\s*[送报]|(?:主|分|内部发)\s*送)\s*[：:]|主题词\s*[：:]|（?共印|.{2,40}\d日\s*印发$"
)
_LONGEST_ENTRY = 80  # characters of an attachment's name


def formal_kinds(text: str, start: int, end: int) -> Iterator[tuple[int, int, PartKind]]:
    """Yield the lines between the offsets that are the form of a document, each with its kind."""
    listing = False
    at = start
    for line in text[start:end].split("\n"):
        stop = at + len(line)
        listing = _is_attachment(line, listing=listing)
        kind = PartKind.ATTACHMENTS if listing else _kind(line)
        if kind:
            yield at, stop, kind
        at = stop + 1


def _is_attachment(line: str, *, listing: bool) -> bool:
    """Whether a line begins a list of attachments or goes on in one."""
    if _ATTACHMENTS.match(line):
        return True
    entry = LABEL_AT_START.match(line) is not None and len(line) <= _LONGEST_ENTRY
    return listing and entry and not line.endswith(("。", "；", "："))


def _kind(line: str) -> PartKind | None:
    if is_remark(line):
        return PartKind.REMARK
    if _COLOPHON.match(line):
        return PartKind.COLOPHON
    if is_date(line) or (is_body_name(line) and "。" not in line):
        return PartKind.SIGNATURE
    return None


def formal_stretches(
    lines: Sequence[Line],
    start: int,
    title: Stated | None,
    signature: Signature | None,
    act: Enacted,
) -> Iterator[tuple[int, int, PartKind]]:
    """Yield what stands behind the beginning of the text and is the document's form."""
    if signature:
        yield signature.start, signature.end, PartKind.SIGNATURE
    for note in act.notes:
        if note.start >= start:
            yield note.start, note.end, PartKind.HEAD
    if title is None or act.proclamation is None:
        return
    for line in lines:  # the title that an order repeats above what it proclaims
        if line.start > act.first_unit:
            return
        if line.start > start and "".join(line.text.split()) == title.value:
            yield line.start, line.end, PartKind.TITLE
