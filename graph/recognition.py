"""Whether a text that was read is an official document, or only has something of one.

Signs of one are its number, the body that issued it, articles, and a title that ends in a kind of
document (通知, 会议纪要) over words that cite, charge or oblige. A text with few of them is read
with a warning, one with none is refused: a poem and a list of purchases may be numbered too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.errors import NotADocument
from graph.model import ProvisionKind, TextWarning
from graph.structure.titles import kind_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.model import Document, Reading

_FEWEST_ARTICLES = 2
_FEWEST_TRADITIONAL = 6  # different characters
_LEAST_TRADITIONAL = 0.03  # of the text
# Frequent in official texts, and written otherwise on the mainland.
_TRADITIONAL = frozenset(
    "號發關於對應與條會縣鎮廳辦處圖國際實體將為個這們從來時間長東書車門見頁萬億員業務產資規劃頒經濟機構點級區組織結"
    "負責導領學習報請審議審計辦環護農鄉財稅單據標準檢驗證護養醫療衛險續續約"
)


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
    found = [character for character in text if character in _TRADITIONAL]
    many = len(found) > _LEAST_TRADITIONAL * len(text)
    return many and len(set(found)) >= _FEWEST_TRADITIONAL
