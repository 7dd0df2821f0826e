"""A scheme as ``{written form: concept}``: the words of 公文, read from ``schemes/*.ttl`` (SKOS).

A concept with a ``skos:notation`` is one of a closed list (a role, a norm); the notation is its
name in the model, and its alternative and hidden labels are the words that show it. A concept
without one (a group, a right, a kind of document) is named by its Chinese ``skos:prefLabel``,
which is itself a written form. ``…`` in a written form stands for any words: ``不受…限制``.

Turtle is read by pyoxigraph, which imports in 5 ms where rdflib takes 88; the IRIs in the files
are relative to :data:`ontology.names.BASE`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

import pyoxigraph as ox

from ontology import names

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Lang: TypeAlias = Literal["zh", "en"]
LANGUAGES: Final[tuple[Lang, Lang]] = ("zh", "en")
BETWEEN: Final[Mapping[str, str]] = MappingProxyType({"zh": "、", "en": ", "})  # items of a list
SCHEMES = (
    "adaptation-words",
    "address-words",
    "agency-words",
    "amendment-actions",
    "cases",
    "changes",
    "citation-words",
    "clause-functions",
    "clause-roles",
    "column-headings",
    "comparison-reasons",
    "deadline-kinds",
    "decisions",
    "directions",
    "document-kinds",
    "effect-words",
    "enactment-acts",
    "entitlement-words",
    "family-members",
    "forms",
    "groups",
    "head-fields",
    "heading-words",
    "letter-words",
    "levels",
    "measure-words",
    "modal-verbs",
    "modalities",
    "norm-contexts",
    "norm-lookalikes",
    "norms",
    "page-words",
    "parameter-kinds",
    "provision-kinds",
    "relations",
    "rights",
    "role-labels",
    "roles",
    "statuses",
    "stock-phrases",
    "succession-kinds",
    "time-words",
    "units",
    "unresolved",
    "zone-words",
)
_PAIR: Final = 2  # letters
# The letters of 公文, those that stand there most often first: which of many an alternation tries
# first tells how long it takes, and nothing else.
_FREQUENT: Final = (
    "的人业市和学工农发务证地政生机理作制教户保部有在办育关等进建国实公区要民入一会职定合法住本中资化行管年高展校加技提用员规各社产力度门件以全设对居标服省条能新施体持动局通"
    "安经权府为开及应或家位大不基推委养口才分同级平时信强方城改与相单导成所立企监点按出认院策重共专申迁于明医源上请息障试具核当主期术现统责支考构就广县村日受可组革其险子招自"
    "完三引质验内系需照指程计食范效好供领落利知科接房并准下"
)
_WRITTEN = frozenset({names.skos_altLabel, names.skos_hiddenLabel})


@dataclass(frozen=True, slots=True)
class Concept:
    """One concept of a scheme: ``key`` is its notation, or its Chinese name where it has none."""

    iri: str
    key: str
    zh: str
    en: str
    written: frozenset[str]
    broader: tuple[str, ...]


@cache
def concepts(name: str) -> Mapping[str, Concept]:
    """Return the concepts of a scheme by their keys, in the order of their IRIs.

    Raises KeyError for a scheme that is none of :data:`SCHEMES`.
    """
    values = _values(name)
    found = (
        _concept(iri, values)
        for iri in sorted(values)
        if names.skos_Concept in values[iri].get(names.rdf_type, {})
    )
    return MappingProxyType({concept.key: concept for concept in found})


@cache
def scheme(name: str) -> Mapping[str, str]:
    """Return the keys of a scheme's concepts by every written form, longest forms first.

    >>> scheme("roles")["牵头负责"], scheme("groups")["居住证持有者"]
    ('lead', '居住证持有人')
    """
    forms = [(form, c.key) for c in concepts(name).values() for form in c.written]
    return MappingProxyType(dict(sorted(forms, key=lambda pair: (-len(pair[0]), pair))))


@cache
def written(name: str, *keys: str) -> frozenset[str]:
    """Return the written forms of some concepts of a scheme, or of all where none is named."""
    each = concepts(name)
    return frozenset(form for key in keys or each for form in each[key].written)


@cache
def alternatives(name: str, *keys: str) -> str:
    """Return a pattern of the written forms of concepts, or of a whole scheme, the longest first.

    >>> re.match(alternatives("roles", "lead", "support"), "牵头负责本项工作").group()
    '牵头负责'
    """
    return alternation(written(name, *keys))


def alternation(forms: Iterable[str]) -> str:
    """Return a pattern that matches any of ``forms``, the longest first, as one piece of a pattern.

    A form with ``…`` stands for more than its characters and is left to
    :func:`graph.grammar.forms.compile_forms`.

    >>> alternation(["县", "县级", "不受…限制"]), alternation([])
    ('(?:县级|县)', '(?!)')
    """
    plain = sorted((form for form in forms if "…" not in form), key=lambda form: (-len(form), form))
    return f"(?:{by_first_letter(map(re.escape, plain))})" if plain else "(?!)"


def by_first_letter(patterns: Iterable[str]) -> str:
    r"""Return an alternation that matches as that of the patterns does, in order, only sooner.

    Those that begin with one letter stand behind it together: at most places none of hundreds of
    words begins, and where one does the engine tries those of its letter alone.

    >>> by_first_letter(["行政区", "市辖区", "行政", "市", r"\d级"])
    '行(?:政区|政)|市(?:辖区|)|\\d级'
    """
    letters: dict[str, list[str]] = {}
    for pattern in patterns:
        letters.setdefault(pattern[:1] if pattern[:1].isalpha() else pattern, []).append(pattern)
    if all(map(str.isalpha, letters)):  # no two of them match at one place
        letters = dict(sorted(letters.items(), key=lambda each: _rarity(each[0])))
    return "|".join(
        f"{letter}(?:{'|'.join(each[1:] for each in led)})" if _pays(led) else "|".join(led)
        for letter, led in letters.items()
    )


def _rarity(letter: str) -> int:
    """Return how many letters are more frequent than one; those that have two cases are alike."""
    at = _FREQUENT.find(letter)
    return at if at >= 0 else len(_FREQUENT)


def _pays(led: Sequence[str]) -> bool:
    """Whether patterns are sooner tried together; single letters would be compiled to a set."""
    return len(led) > 1 and any(len(each) > _PAIR for each in led)


@cache
def collections(name: str) -> Mapping[str, tuple[str, ...]]:
    """Return the keys of the members of each collection of a scheme, by its Chinese name.

    >>> collections("rights")["三权"]
    ('土地承包权', '宅基地使用权', '集体收益分配权')
    """
    values = _values(name)
    by_iri = {concept.iri: concept.key for concept in concepts(name).values()}
    return MappingProxyType(
        {
            _in(predicates[names.skos_prefLabel], "zh"): tuple(
                sorted(by_iri[member] for member in predicates[names.skos_member])
            )
            for predicates in values.values()
            if names.skos_member in predicates
        }
    )


def label(name: str, key: str, lang: str = "zh") -> str:
    """Return a concept's name in ``zh`` or ``en``, or the key itself where the scheme lacks it.

    >>> label("norms", "exemption"), label("norms", "exemption", "en")
    ('豁免', 'exemption')
    """
    concept = concepts(name).get(key)
    if concept is None:
        return key
    return concept.en if lang == "en" else concept.zh


def turtle(name: str) -> bytes:
    """Return the Turtle text of a scheme; its IRIs are relative to :data:`ontology.names.BASE`."""
    if name not in SCHEMES:
        raise KeyError(name)
    return files("ontology").joinpath("schemes", f"{name}.ttl").read_bytes()


@cache
def _values(name: str) -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    """Return subject → predicate → value → language (empty for an IRI or a plain literal)."""
    values: dict[str, dict[str, dict[str, str]]] = {}
    for quad in ox.parse(turtle(name), ox.RdfFormat.TURTLE, base_iri=names.BASE):
        value, language = str(quad.object), ""
        if isinstance(quad.object, ox.Literal):
            value, language = quad.object.value, quad.object.language or ""
        else:
            value = value[1:-1]
        predicates = values.setdefault(str(quad.subject)[1:-1], {})
        predicates.setdefault(quad.predicate.value, {})[value] = language
    return values


def _concept(iri: str, values: Mapping[str, Mapping[str, Mapping[str, str]]]) -> Concept:
    predicates = values[iri]
    zh = _in(predicates[names.skos_prefLabel], "zh")
    notation = next(iter(predicates.get(names.skos_notation, ())), None)
    written = {
        form
        for predicate in _WRITTEN
        for form, language in predicates.get(predicate, {}).items()
        if language == "zh"
    }
    return Concept(
        iri=iri,
        key=notation or zh,
        zh=zh,
        en=_in(predicates[names.skos_prefLabel], "en"),
        written=frozenset(written if notation else written | {zh}),
        broader=tuple(sorted(predicates.get(names.skos_broader, ()))),
    )


def _in(labels: Mapping[str, str], language: str) -> str:
    return next(text for text, its in labels.items() if its == language)
