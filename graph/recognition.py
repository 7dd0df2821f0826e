"""Whether a text that was read is an official document, or only has something of one.

Signs of one are its number, the body that issued it, articles, and a title that ends in a kind of
document (通知, 会议纪要) over words that cite, charge or oblige. A text with few of them is read
with a warning, one with none is refused: a poem and a list of purchases may be numbered too.
"""

from __future__ import annotations

import re
from itertools import groupby, pairwise
from typing import TYPE_CHECKING
from unicodedata import east_asian_width

from graph.errors import InColumns, NotADocument
from graph.model import ProvisionKind, TextWarning
from graph.structure.titles import kind_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.model import Document, Reading, SourceText

_FEWEST_ARTICLES = 2
_FEWEST_TRADITIONAL = 6  # different characters
_LEAST_TRADITIONAL = 0.03  # of the text
# Frequent in official texts, and written otherwise on the mainland.
_TRADITIONAL = re.compile(
    "[號發關於對應與條會縣鎮廳辦處圖國際實體將為個這們從來時間長東書車門見頁萬億員業務產資規劃頒經濟機構點級區組織結"
    "負責導領學習報請審議審計辦環護農鄉財稅單據標準檢驗證護養醫療衛險續續約]"
)

# 第一条　为了鼓励献血，制定本              第三条　献血者凭证优先用血，医
_TWO_COLUMNS = re.compile(
    r"[ \u3000]*(?P<left>\S[^\n]*?\S)(?P<gap>[ \u3000]{4,})(?P<right>\S[^\n]*)"
)
_UNENDED = re.compile(r"[\u4e00-\u9fff，、]$")
_FEWEST_LINES = 4
_FEWEST_UNENDED = 2
_LONG_PIECE = 10  # characters; a cell of a table is shorter, or ends
_APART = 2  # cells of a printed line by which the right column may stand otherwise


def refuse_columns(source: SourceText) -> None:
    """Refuse a text whose lines hold two columns of a page, side by side, parted by blanks.

    Read line by line the sentences of both would be mixed.

    Raises:
        InColumns: it is one.

    """
    if _is_in_columns(source.text):
        message = (
            f"{source.name}: 正文分两栏并排，逐行读会串行，请改为单栏 / "
            "two columns side by side; their lines would be mixed, set it in one column"
        )
        raise InColumns(message)


def _is_in_columns(text: str) -> bool:
    """Whether lines in a row hold two pieces each, which go on in the line below on either side."""
    if "    " not in text and "\u3000\u3000\u3000\u3000" not in text:
        return False
    lines = [_TWO_COLUMNS.fullmatch(line.rstrip()) for line in text.split("\n") if line.strip()]
    for parted, run in groupby(lines, key=lambda match: match is not None):
        block = [match for match in run if match]
        if parted and len(block) >= _FEWEST_LINES and _are_columns(block):
            return True
    return False


def _are_columns(block: list[re.Match[str]]) -> bool:
    starts = [_width(match.string[: match.start("right")]) for match in block]
    if max(starts) - min(starts) > _APART:
        return False
    return all(_go_on([match[side] for match in block]) for side in ("left", "right"))


def _go_on(pieces: list[str]) -> bool:
    """Whether pieces below each other are sentences that go on, and no cells."""
    unended = sum(
        len(piece) >= _LONG_PIECE and _UNENDED.search(piece) is not None
        for piece, _ in pairwise(pieces)
    )
    return unended >= _FEWEST_UNENDED and any("。" in piece for piece in pieces)


def _width(text: str) -> int:
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def doubts(reading: Reading) -> Iterator[TextWarning]:
    """Yield a warning where a text may be no official document, or is not of the mainland.

    Raises:
        NotADocument: nothing in it is a sign of one.

    """
    document = reading.document
    if not _is_certain(document):
        says = bool(reading.citations or reading.responsibilities or reading.norms)
        kind = kind_of(document.title) if document.evidence.get("title") else ""
        letter = bool(document.date_issued or document.addressees)
        if not (kind or letter or (says and document.provisions)):
            message = (
                f"{document.source.name}: 未见文号、发文机关、条文或公文标题，不像公文 / "
                "no number, issuing body, article or title of an official document; is this one?"
            )
            raise NotADocument(message)
        if not (kind and (says or letter)):
            message = (
                "未见文号、发文机关，可能不是公文，请核对 / no number and no issuing body; "
                "it may be no official document, look at it"
            )
            yield TextWarning("doubtful-document", message)
    if _is_traditional(document.source.text):
        message = (
            "文字为繁体，文号、机构和引用可能未识别 / in traditional script; numbers, bodies and "
            "citations may have been missed"
        )
        yield TextWarning("traditional-script", message)


def _is_certain(document: Document) -> bool:
    articles = sum(p.kind is ProvisionKind.ARTICLE for p in document.provisions)
    return bool(document.number or document.issuers) or articles >= _FEWEST_ARTICLES


def _is_traditional(text: str) -> bool:
    found = _TRADITIONAL.findall(text)
    many = len(found) > _LEAST_TRADITIONAL * len(text)
    return many and len(set(found)) >= _FEWEST_TRADITIONAL
