"""The data of the index: one short row a document, with what it can be filtered by."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from exports.labels import value_label
from graph.outline import key, work
from graph.questions import load

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from graph.store import Store

FACETS: Final = ("level", "place", "year", "agency", "right")


def index_script(store: Store, documents: Iterable[str], address: Callable[[str], str]) -> bytes:
    """Return a script that sets ``zhengmaiIndex``: a page on ``file://`` can read no other file.

    ``values`` holds the values of each facet once; a row is the address, number and title of a
    document, and for each facet the places of its values there.
    """
    facets = _facets(store)
    places: dict[str, dict[str, int]] = {facet: {} for facet in FACETS}
    rows = []
    works = sorted((work(store, each) for each in documents), key=lambda w: (not w.number, w.iri))
    for known in works:
        document = known.iri
        row: list[object] = [address(document), known.number, known.title]
        for facet in FACETS:
            known_values = places[facet]
            values = sorted(facets.get(document, {}).get(facet, ()))
            row.append([known_values.setdefault(value, len(known_values)) for value in values])
        rows.append(row)
    data = {"facets": FACETS, "values": {f: list(v) for f, v in places.items()}, "rows": rows}
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f"const zhengmaiIndex = {text};\n".encode()


def _facets(store: Store) -> Mapping[str, Mapping[str, set[str]]]:
    """Return the values of each facet of each document, as people call them."""
    found: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for row in store.select(load("facets")):
        facet, value = row.one("facet", str), str(row["value"])
        found[row.one("document", str)][facet].add(_named(facet, value))
    return found


def _named(facet: str, value: str) -> str:
    if facet == "year":
        return value[:4]
    if facet == "level":
        return value_label("level", key(value))
    return key(value) if facet == "agency" else value
