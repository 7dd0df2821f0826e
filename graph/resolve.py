"""A mention of a public body or a document → an identity, or :class:`Unresolved` with the reason.

An agency is (division, kind). The place is read from the name itself (库尔勒市公安局), from the
word of a level, which the document's own place completes (市公安局 in 库尔勒市), or is the
document's own (公安局). The kind is one of the register or, where the register has none, the name
as it is written. A plausible wrong body is worse than none.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, partial
from typing import TYPE_CHECKING

from ontology import agencies, divisions, issuers, lexicon

if TYPE_CHECKING:
    from graph.model import Jurisdiction
    from ontology.agencies import AgencyKind
    from ontology.divisions import Division


class Reason(StrEnum):
    """Why a mention of a body stays open: the notations of the scheme ``unresolved``."""

    NO_PLACE = "no-place"
    NO_SUCH_LEVEL = "no-such-level"
    UNKNOWN_FUNCTION = "unknown-function"


@dataclass(frozen=True, slots=True)
class Agency:
    """One public body: a kind in a division.

    ``name`` is the full name (库尔勒市公安局), ``short`` the full form in its place (市公安局).
    ``classified`` tells that ``kind`` is one of the register.
    """

    division: str
    kind: str
    name: str
    short: str
    classified: bool


@dataclass(frozen=True, slots=True)
class OpenSet:
    """A set of bodies that the text does not enumerate: 相关部门, 各乡镇."""

    written: str


@dataclass(frozen=True, slots=True)
class Unresolved:
    """A mention that names one body, but does not say which."""

    written: str
    reason: Reason


_SHORT_ENOUGH = 5  # characters: 自然资源局 is said in full, 人力资源和社会保障局 is not
_WIDE = str.maketrans("(),", "（），")

Resolution = Agency | OpenSet | Unresolved
Resolve = Callable[[str], Resolution]


def resolver(jurisdiction: Jurisdiction | None) -> Resolve:
    """Return :func:`resolve_agency` for the documents of a jurisdiction."""
    return partial(resolve_agency, jurisdiction=jurisdiction)


def resolve_agency(mention: str, jurisdiction: Jurisdiction | None) -> Resolution:
    """Return the body that a mention means in a document of a jurisdiction.

    >>> from graph.model import Jurisdiction
    >>> korla = Jurisdiction("652801", "库尔勒市")
    >>> resolve_agency("市公安局", korla).name, resolve_agency("自治区财政厅", korla).name
    ('库尔勒市公安局', '新疆维吾尔自治区财政厅')
    >>> resolve_agency("各乡镇(场)", korla)
    OpenSet(written='各乡镇(场)')
    """
    text = unicodedata.normalize("NFKC", mention).translate(_WIDE)
    own = divisions.register().get(jurisdiction.code) if jurisdiction else None
    if text.startswith(_words("open")) and not agencies.by_name(text):
        return OpenSet(mention)
    national = agencies.by_national_name(text)
    if national and (_is_nation(own) or not agencies.by_name(text)):
        full, *short = national.national
        return Agency(divisions.NATION, full, full, short[0] if short else full, classified=False)
    place, rest = _split_place(text, own)
    kind = agencies.by_name(rest)
    if not kind:
        return _unregistered(mention, text, rest, place)
    return Unresolved(mention, place) if isinstance(place, Reason) else _of_kind(kind, place)


def _unregistered(mention: str, text: str, rest: str, place: Division | Reason) -> Resolution:
    """Return a body whose kind the register lacks, as it is written; or a set; or why neither."""
    if _is_set(rest, named=rest != text):
        return OpenSet(mention)
    if isinstance(place, Reason):
        return Unresolved(mention, place)
    if rest.endswith(_words("function")):
        return Unresolved(mention, Reason.UNKNOWN_FUNCTION)
    if _is_nation(place) or rest == text:
        return Agency(place.code, text, text, text, classified=False)
    return Agency(place.code, rest, place.name + rest, _level_word(place) + rest, classified=False)


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
        issuer = issuers.by_code(_number_code(number), near)
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


def _split_place(text: str, own: Division | None) -> tuple[Division | Reason, str]:
    """Return whose body a name means, and the name without the place."""
    here: Division | Reason = own or Reason.NO_PLACE
    if agencies.by_name(text):
        return (Reason.NO_PLACE if _is_nation(own) else here), text
    if text.startswith(tuple(lexicon.concepts("levels")["国"].written)):
        return divisions.register()[divisions.NATION], text
    division, rest = divisions.split_leading(text, own.code if own else None)
    if division and rest and (text.startswith(division.name) or agencies.by_name(rest)):
        return division, rest
    word = next((word for word in _words("level") if text.startswith(word)), "")
    rest = text.removeprefix(word)
    if word and (agencies.by_name(rest) or (rest and not text.startswith(_words("no-level")))):
        return _at_level(word, own), rest
    return here, text


def _at_level(word: str, own: Division | None) -> Division | Reason:
    """Return the division, at or above the document's own, whose name ends in a level's word.

    州 is short for 自治州 and 县 for 自治县; 区 is never short for 自治区, nor for 地区.
    """
    if not own:
        return Reason.NO_PLACE
    for division in divisions.ascending(own.code):
        its = _level_word(division)
        if word in {its, its.removeprefix("自治")} and (word == its or division.level != "省"):
            return division
    return Reason.NO_SUCH_LEVEL


def _of_kind(kind: AgencyKind, place: Division) -> Agency:
    """Return the body of a registered kind in a place, named as bodies of its level are."""
    level = _level_word(place)
    full, *shorter = (kind.full, *reversed(kind.short))
    if place.level == "省" and kind.provincial and level != "市":
        full, *shorter = kind.provincial
    short = shorter[-1] if len(full) > _SHORT_ENOUGH and shorter else full
    return Agency(place.code, kind.full, place.name + full, level + short, classified=True)


def _is_set(text: str, *, named: bool) -> bool:
    """Tell whether a name without its place is of a set: 街道, 直各单位; 建设单位 of no place."""
    if text in _words("set"):
        return True
    if not text.endswith(_words("function")):
        return False
    return not named or any(word in text for word in _words("open"))


@cache
def _words(key: str) -> tuple[str, ...]:
    """Return the words of a concept of the scheme ``agency-words``, longest first."""
    written = lexicon.concepts("agency-words")[key].written
    return tuple(sorted(written, key=lambda word: (-len(word), word)))


def _level_word(division: Division) -> str:
    """Return what a division's name ends in: 市, 县, 自治州, 自治区 …; empty for the nation."""
    return next((word for word in _words("level") if division.name.endswith(word)), "")


def _is_nation(division: Division | None) -> bool:
    return division is not None and division.code == divisions.NATION


def _number_code(number: str) -> str:
    """Return the code of a number in its one form, or 国务院令 of 国务院令第663号."""
    head, year, _ = number.partition("〔")
    return head if year else number.partition("第")[0]


def _document_kind(title: str) -> str:
    """Return the kind of document that a title ends in, or nothing."""
    kinds = lexicon.scheme("document-kinds").items()
    return next((kind for form, kind in kinds if title.endswith(form)), "")
