"""The level of a document that is only cited, by its number or title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ontology import divisions, issuers, lexicon

if TYPE_CHECKING:
    from graph.model import Jurisdiction


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
    return "国" if _document_kind(title) == "法" else None


def number_code(number: str) -> str:
    """Return the code of a number in its one form, or 国务院令 of 国务院令第663号."""
    head, year, _ = number.partition("〔")
    return head if year else number.partition("第")[0]


def _document_kind(title: str) -> str:
    """Return the kind of document that a title ends in, or nothing."""
    kinds = lexicon.scheme("document-kinds").items()
    return next((kind for form, kind in kinds if title.endswith(form)), "")
