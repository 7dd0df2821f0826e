"""The data of the index: one short row a document, with what it can be filtered by, and names.

A page on ``file://`` can read no other file, so that the data are scripts that set a constant.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from exports.markup import island
from exports.site.things import CITED, PAGES
from graph.answers.facets import facets
from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from exports.site.known import Known
    from exports.site.things import Listed
    from ontology.lexicon import Lang

FACETS: Final = ("level", "place", "year", "agency", "right")
_CODES: Final = {"level": "levels", "right": "rights"}


@dataclass(frozen=True, slots=True)
class Row:
    """A document in the index. ``page`` is the name of its page, without folder and ending."""

    page: str
    number: str
    title: str
    date: str
    values: Mapping[str, tuple[str, ...]]


def index_script(rows: Iterable[Row], order: Mapping[str, list[str]]) -> bytes:
    """Return the script of the documents: ``zhengmaiIndex``.

    ``values`` holds the values of each facet once, those of ``order`` first; a row is the page,
    number, title and date of a document, and for each facet the places of its values there.
    """
    places = {facet: {v: at for at, v in enumerate(order.get(facet, ()))} for facet in FACETS}
    packed = []
    for each in rows:
        row: list[object] = [each.page, each.number, each.title, each.date]
        for facet in FACETS:
            known = places[facet]
            values = sorted(each.values.get(facet, ()))
            row.append([known.setdefault(value, len(known)) for value in values])
        packed.append(row)
    named = {facet: list(found) for facet, found in places.items()}
    return _script("zhengmaiIndex", {"facets": FACETS, "values": named, "rows": packed})


def names_script(things: Iterable[Listed], page: Callable[[str], str], lang: Lang) -> bytes:
    """Return the script of all other things that have a page: ``zhengmaiNames``.

    A row is the place of the kind among ``kinds``, the page, the name and the number of places
    that speak of it. Sets that a text leaves open are found by the documents that have them.
    """
    kinds = ("agency", "group", "right", CITED)
    rows = []
    for each in things:
        if each.kind in kinds:
            name = each.name
            if lang == "en" and each.kind in {"group", "right"}:
                name = f"{lexicon.label(f'{each.kind}s', name, lang)} {name}"
            rows.append([kinds.index(each.kind), page(each.iri), name, each.count])
    return _script(
        "zhengmaiNames", {"kinds": kinds, "folders": [PAGES[kind] for kind in kinds], "rows": rows}
    )


def document_rows(
    known: Known, documents: Iterable[str], page: Callable[[str], str], lang: Lang
) -> list[Row]:
    """Return the rows of documents, the newest first."""
    found: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for each in facets(known.store):
        value = each.value
        if each.facet in _CODES:
            value = lexicon.label(_CODES[each.facet], value, lang)
        found[each.document][each.facet].add(value)
    rows = []
    for document in sorted(documents, key=known.newest_first):
        its = known.documents[document]
        values = {facet: tuple(sorted(v)) for facet, v in found[document].items()}
        date = its.date.isoformat() if its.date else ""
        rows.append(Row(page(document), its.number, its.title, date, values))
    return rows


def levels(lang: Lang) -> dict[str, list[str]]:
    """Return the facets whose values have an order of their own."""
    return {
        "level": [lexicon.label("levels", each, lang) for each in ("国", "省", "市", "县", "乡")]
    }


def _script(name: str, data: Mapping[str, Any]) -> bytes:
    return f"const {name} = {island(data)};\n".encode()
