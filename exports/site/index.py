"""The data of the index: one short row a document, with what it can be filtered by."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from exports.labels import value_label
from graph.answers.facets import facets
from graph.outline import work

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from graph.store import Store

FACETS: Final = ("level", "place", "year", "agency", "right")


def index_script(store: Store, documents: Iterable[str], address: Callable[[str], str]) -> bytes:
    """Return a script that sets ``zhengmaiIndex``: a page on ``file://`` can read no other file.

    ``values`` holds the values of each facet once; a row is the address, number and title of a
    document, and for each facet the places of its values there.
    """
    found = _facets(store)
    places: dict[str, dict[str, int]] = {facet: {} for facet in FACETS}
    rows = []
    works = sorted((work(store, each) for each in documents), key=lambda w: (not w.number, w.iri))
    for known in works:
        document = known.iri
        row: list[object] = [address(document), known.number, known.title]
        for facet in FACETS:
            known_values = places[facet]
            values = sorted(found.get(document, {}).get(facet, ()))
            row.append([known_values.setdefault(value, len(known_values)) for value in values])
        rows.append(row)
    data = {"facets": FACETS, "values": {f: list(v) for f, v in places.items()}, "rows": rows}
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f"const zhengmaiIndex = {text};\n".encode()


def _facets(store: Store) -> Mapping[str, Mapping[str, set[str]]]:
    """Return the values of each facet of each document, as people call them."""
    found: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for each in facets(store):
        found[each.document][each.facet].add(value_label(each.facet, each.value))
    return found
