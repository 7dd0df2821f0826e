"""The data of the page in the space that a file sent by mail can have.

Every thing is named once and then by its number, as is what recurs; what is left out at the end of
a list is nothing, and words that stand in a text of the page are given by their offsets alone.
``unpack.js`` is the way back.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from ontology.lexicon import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_NESTED: Final = (
    "parts",
    "nodes",
    "edges",
    "relations",
    "languages",
    "names",
    "stated",
    "things",
    "matrix",
)
_OWN: Final = "^"  # the first document of the page; no IRI has this character
_BASE: Final = "~"


def ids(graph: Mapping[str, Any]) -> list[str]:
    """Return the things of a page, the shapes first, in the order of their numbers."""
    return [*(node["id"] for node in graph["nodes"]), *graph["things"]]


def packed(graph: Mapping[str, Any], details: Mapping[str, Any]) -> dict[str, Any]:
    """Return the data of the graph and the panel, packed together."""
    return _Packing(graph).packed(details)


class _Table:
    """Values that recur, each under a number; the first has 0, which the end of a list can omit."""

    def __init__(self, first: Any) -> None:  # noqa: ANN401 - any value of JSON
        self._numbers = {json.dumps(first): 0}
        self.values = [first]

    def number(self, value: Any) -> int:  # noqa: ANN401 - likewise
        """Return the number of a value."""
        key = json.dumps(value)
        if key not in self._numbers:
            self._numbers[key] = len(self.values)
            self.values.append(value)
        return self._numbers[key]


class _Packing:
    """The data of a page while its tables of recurring values grow."""

    def __init__(self, graph: Mapping[str, Any]) -> None:
        self._graph = graph
        self._ids = ids(graph)
        self._number = {iri: at for at, iri in enumerate(self._ids)}
        self._places, self._findings = _Table(""), _Table("")
        self._kinds, self._ties, self._sayings = _Table(None), _Table(None), _Table(None)

    def packed(self, details: Mapping[str, Any]) -> dict[str, Any]:
        graph = self._graph
        return {
            **{key: value for key, value in graph.items() if key not in _NESTED},
            "ids": [self._short(iri) for iri in self._ids],
            "nodes": [
                self._kinds.number([node["kind"], node["tier"], node["column"]])
                for node in graph["nodes"]
            ],
            "parts": [
                [part["names"], [self._number[iri] for iri in part["nodes"]]]
                for part in graph["parts"]
            ],
            "things": [thing["kind"] for thing in graph["things"].values()],
            "names": [_names(graph["names"][iri]) for iri in self._ids],
            "edges": [self._line(edge) for edge in graph["edges"]],
            "relations": [self._line(edge) for edge in graph["relations"]],
            "matrix": self._matrix(graph["matrix"]),
            "languages": self._languages(graph["languages"]),
            "details": [self._told(details["nodes"][iri], iri) for iri in self._ids],
            "warnings": [
                {
                    "message": warning["message"],
                    "stated": [self._stretch(each, "") for each in warning["stated"]],
                }
                for warning in details["warnings"]
            ],
            "places": self._places.values,
            "findings": self._findings.values,
            "kinds_of": self._kinds.values,
            "ties": self._ties.values,
            "sayings": self._sayings.values,
        }

    def _short(self, iri: str) -> str:
        """Return an IRI without what most of them begin with."""
        base = self._graph["base"]
        first = next((each["id"] for each in self._graph["documents"]), "")
        if first and iri.startswith(f"{first}/"):
            return iri.replace(first, _OWN, 1)
        return iri.replace(base, _BASE, 1) if iri.startswith(base) else iri

    def _stretch(self, told: Mapping[str, Any], about: str) -> list[Any]:
        """Pack a stretch.

        In this order: start, end, place, finding, fingerprint, status, text, reasons, words, the
        clause of the parent, and how probable it is where that is to be reviewed.
        """
        doc = told.get("doc", 0)
        held = 0 <= doc < len(self._graph["documents"])
        finding = told.get("finding", "")
        own = f"{about.removeprefix(self._graph['base'])}/"
        below = f"/{finding.removeprefix(own)}" if finding.startswith(own) else finding
        return _trimmed(
            [
                told["start"],
                told["end"],
                self._places.number(told.get("where", "")),
                self._findings.number(below),
                told.get("statement", 0),
                told.get("status", 0),
                doc,
                told.get("why", 0),
                0 if held else told["quote"],
                told.get("parent", 0),
                told.get("to_review", 0),
            ]
        )

    def _line(self, edge: Mapping[str, Any]) -> list[Any]:
        """Pack a line: its ends, what it is and how it bends, and what states it."""
        tie = [edge["relation"], edge["standing"], int(edge.get("across", 0)), edge.get("bend", 0)]
        stated = [self._stretch(each, edge["from"]) for each in self._graph["stated"][edge["id"]]]
        ends = [self._number[edge["from"]], self._number[edge["to"]]]
        return [*ends, self._ties.number(tie), *stated]

    def _told(self, told: Mapping[str, Any], about: str) -> list[Any]:
        """Pack what the panel tells of a thing: facts, its own words, and what was found."""
        return _trimmed(
            [
                told["facts"],
                [self._stretch(each, about) for each in told["text"]],
                [
                    [
                        self._sayings.number([each["field"], each["zh"], each["en"]]),
                        *self._stretch(each, about),
                    ]
                    for each in told["found"]
                ],
            ]
        )

    def _matrix(self, matrix: Mapping[str, Any]) -> dict[str, Any]:
        """Pack the matrix: a duty by the number of its line, or column, role and count."""
        number = {edge["id"]: at for at, edge in enumerate(self._graph["edges"])}
        names = self._graph["names"]

        def name(row: Mapping[str, Any]) -> str | int:
            known = names.get(row["id"])
            return 0 if known and row["name"] == known["short"]["zh"] else str(row["name"])

        def cell(column: int, each: Mapping[str, Any]) -> int | list[Any]:
            if each["relation"]:
                return number[each["relation"]]
            return [column, each["role"], each["count"]]

        return {
            **matrix,
            "agencies": [list(head.values()) for head in matrix["agencies"]],
            "rows": [
                [
                    self._number.get(row["id"], row["id"]),  # a document that is not drawn
                    name(row),
                    *(cell(at, each) for at, its in enumerate(row["cells"]) for each in its),
                ]
                for row in matrix["rows"]
            ],
        }

    def _languages(self, languages: Mapping[str, Any]) -> dict[str, Any]:
        """Pack where the shapes stand; 0 where one stands in English as it does in Chinese."""
        shapes = [node["id"] for node in self._graph["nodes"]]
        first = languages["zh"]["boxes"]
        return {
            lang: {
                **drawn,
                "boxes": [
                    0
                    if lang != "zh" and drawn["boxes"][each] == first[each]
                    else list(drawn["boxes"][each].values())
                    for each in shapes
                ],
            }
            for lang, drawn in languages.items()
        }


def _names(names: Mapping[str, Mapping[str, str]]) -> str | list[str]:
    """Return one name where all four are alike."""
    all_four = [names[length][lang] for length in ("short", "full") for lang in LANGUAGES]
    return all_four[0] if len(set(all_four)) == 1 else all_four


def _trimmed(values: Sequence[Any]) -> list[Any]:
    kept = list(values)
    while kept and kept[-1] in (0, "", []):
        kept.pop()
    return kept
