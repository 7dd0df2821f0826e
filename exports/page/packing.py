"""The data of the page in the space that a file sent by mail can have.

Every thing is named once and then by its number, what is left out at the end of a list is nothing,
and words that stand in a text of the page are given by their offsets alone. ``unpack.js`` is the
way back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from ontology.lexicon import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_NESTED: Final = ("parts", "nodes", "edges", "relations", "languages", "names", "stated", "things")


def packed(graph: Mapping[str, Any], details: Mapping[str, Any]) -> dict[str, Any]:
    """Return the data of the graph and the panel, packed together."""
    base = graph["base"]
    ids = [node["id"] for node in graph["nodes"]] + list(graph["things"])
    number = {iri: at for at, iri in enumerate(ids)}
    places: dict[str, int] = {}

    def stretch(told: Mapping[str, Any], about: str) -> list[Any]:
        """Pack a stretch.

        In this order: start, end, place, finding, fingerprint, status, text, reasons, words, and
        the clause of the parent.
        """
        doc = told.get("doc", 0)
        held = 0 <= doc < len(graph["documents"])
        finding = told.get("finding", "")
        own = f"{about.removeprefix(base)}/"
        return _trimmed(
            [
                told["start"],
                told["end"],
                places.setdefault(told.get("where", ""), len(places)),
                f"/{finding.removeprefix(own)}" if finding.startswith(own) else finding or 0,
                told.get("statement", 0),
                told.get("status", 0),
                doc,
                told.get("why", 0),
                0 if held else told["quote"],
                told.get("parent", 0),
            ]
        )

    def line(edge: Mapping[str, Any]) -> list[Any]:
        return [
            number[edge["from"]],
            number[edge["to"]],
            edge["relation"],
            edge["standing"],
            int(edge.get("across", 0)),
            edge.get("bend", 0),
            [stretch(each, edge["from"]) for each in graph["stated"][edge["id"]]],
        ]

    kept = {key: value for key, value in graph.items() if key not in _NESTED}
    return {
        **kept,
        "ids": [iri.replace(base, "~", 1) if iri.startswith(base) else iri for iri in ids],
        "nodes": [[node["kind"], node["tier"], node["column"]] for node in graph["nodes"]],
        "parts": [
            [part["names"], [number[iri] for iri in part["nodes"]]] for part in graph["parts"]
        ],
        "things": [thing["kind"] for thing in graph["things"].values()],
        "names": [_names(graph["names"][iri]) for iri in ids],
        "edges": [line(edge) for edge in graph["edges"]],
        "relations": [line(edge) for edge in graph["relations"]],
        "languages": {
            lang: {
                **drawn,
                "boxes": [list(drawn["boxes"][n["id"]].values()) for n in graph["nodes"]],
            }
            for lang, drawn in graph["languages"].items()
        },
        "details": [
            [
                details["nodes"][iri]["facts"],
                [stretch(each, iri) for each in details["nodes"][iri]["text"]],
                [
                    [each["field"], each["zh"], each["en"], stretch(each, iri)]
                    for each in details["nodes"][iri]["found"]
                ],
            ]
            for iri in ids
        ],
        "warnings": [
            {
                "message": warning["message"],
                "stated": [stretch(each, "") for each in warning["stated"]],
            }
            for warning in details["warnings"]
        ],
        "places": list(places),
    }


def _names(names: Mapping[str, Mapping[str, str]]) -> str | list[str]:
    """Return one name where all four are alike."""
    all_four = [names[length][lang] for length in ("short", "full") for lang in LANGUAGES]
    return all_four[0] if len(set(all_four)) == 1 else all_four


def _trimmed(values: Sequence[Any]) -> list[Any]:
    kept = list(values)
    while kept and kept[-1] in (0, ""):
        kept.pop()
    return kept
