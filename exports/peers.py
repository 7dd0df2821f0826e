"""The measures of documents with one parent, side by side: in plain values, and as flat rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from exports.labels import label
from graph.align.comparison import NOTE
from graph.align.peers.measures import GROUPS
from ontology import lexicon

if TYPE_CHECKING:
    from graph.align.peers import Apart, PeerRow, Peers, Value
    from graph.align.peers.measures import Cases
    from graph.model import Document, Span
    from ontology.lexicon import Lang


def peers_object(peers: Peers, lang: Lang = "zh") -> dict[str, Any]:
    """Return the rows, and what stands apart with the reason, in plain values.

    Quotes stand at ``start`` to ``end`` of the source of their ``document``.
    """
    return {
        "parent": name(peers.parent),
        "documents": [name(document) for document in peers.documents],
        "note": NOTE[lang],
        "rows": [
            {
                "provision": row.clause,
                "kind": row.kind,
                "what": what(row, lang),
                "case": case(row.case, lang),
                "unit": row.unit,
                "parent": row.parent and peers.parent.quote(row.parent),
                "parent_at": row.parent and _at(peers.parent, row.parent),
                "values": [_value(peers, value) for value in row.values],
            }
            for row in peers.rows
        ],
        "apart": [
            {
                "provision": each.clause,
                "kind": each.kind,
                "what": what(each, lang),
                "case": case(each.case, lang),
                "because": each.because.value,
                "reason": label(f"apart.{each.because.value}", lang),
                **_value(peers, each.value),
            }
            for each in peers.apart
        ],
    }


def name(document: Document) -> str:
    """Return what a document goes by: its number, else its title."""
    return document.number or document.title


def what(row: PeerRow | Apart, lang: Lang) -> str:
    """Return what is measured, in the words of the text, else the kind of it."""
    return row.subject or lexicon.label("parameter-kinds", row.kind, lang)


def case(those: Cases, lang: Lang) -> list[str]:
    """Return the cases that a value is for, as the text names them; groups by their labels."""
    return [
        lexicon.label("groups", key, lang) if series == GROUPS else key
        for series, key in sorted(those)
    ]


def _value(peers: Peers, value: Value) -> dict[str, Any]:
    document = peers.documents[value.document]
    return {
        "document": name(document),
        "provision": value.clause,
        "direction": value.direction.value,
        "operator": value.operator,
        "value": value.value,
        "unit": value.unit,
        **_at(document, value.span),
    }


def _at(document: Document, span: Span) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "quote": document.quote(span)}
