"""The level of a document that is only cited, and the full title of a law that is cited short."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ontology import divisions, issuers, lexicon

if TYPE_CHECKING:
    from graph.model import Jurisdiction


_STATE: Final = "中华人民共和国"
_LAWS: Final = frozenset({"法", "法典"})
_OF_A_LAW: Final = ("法实施条例", "法实施细则")


def full_title(title: str) -> str:
    """Return the title of a national law with the name of the state, which short forms leave out.

    Only the National People's Congress and its committee make 法 (立法法 articles 10 and 11), so
    that 《义务教育法》 is one law in whatever text, and what carries it out for the whole country
    (义务教育法实施细则) is one likewise. Any other 条例 may be that of a place.

    >>> full_title("义务教育法"), full_title("居住证暂行条例"), full_title("居住证管理办法")
    ('中华人民共和国义务教育法', '居住证暂行条例', '居住证管理办法')
    """
    national = _document_kind(title) in _LAWS or title.endswith(_OF_A_LAW)
    short = national and not divisions.split_leading(title, None)[0]
    return title if not short or title.startswith(_STATE) else _STATE + title


def document_level(
    number: str | None, title: str | None, jurisdiction: Jurisdiction | None
) -> str | None:
    """Return the level (国 省 市 县) of the body behind a number or at the head of a title.

    ``jurisdiction`` is that of the citing document; it tells 巴政办发 of one place from another's.
    None when neither number nor title says.

    >>> document_level("新政发〔2014〕68号", None, None), document_level(None, "城乡规划法", None)
    ('省', '国')
    """
    near = jurisdiction.code if jurisdiction else None
    if number:
        issuer = issuers.by_code(number_code(number), near)
        if isinstance(issuer, issuers.Issuer):
            return issuer.level
    if not title:
        return None
    for level, concept in lexicon.concepts("levels").items():
        if title.startswith(tuple(concept.written)):
            return level
    division, _ = divisions.split_leading(title, near)
    if division:
        return division.level
    return "国" if _document_kind(title) in _LAWS else None


def number_code(number: str) -> str:
    """Return the code of a number in its one form, or 国务院令 of 国务院令第663号."""
    head, year, _ = number.partition("〔")
    return head if year else number.partition("第")[0]


def _document_kind(title: str) -> str:
    """Return the kind of document that a title ends in, or nothing."""
    kinds = lexicon.scheme("document-kinds").items()
    return next((kind for form, kind in kinds if title.endswith(form)), "")
