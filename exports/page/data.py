"""What the scripts of the page read: the graph, the evidence, and the words of both languages."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Final

from exports.labels import label, labels, value_label
from exports.network import relation_label
from exports.page.appearance import APART, DARK_SHAPES, LINES, SHAPES
from exports.page.builder import FACE, PolicyNetwork
from exports.page.details import ANSWERED, FACTS, FOUND
from exports.page.layout import layout
from exports.page.lineage_view import CLAUSES
from exports.page.parts import parts
from exports.page.scene import INFERRED, LEVELS, STANDINGS, level_label
from graph import iri
from graph.align.comparison import Change, Direction
from graph.model import Status
from ontology import lexicon, names
from ontology.lexicon import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from exports.page.content import Content
    from exports.page.descent import Thing
    from exports.page.matrix_view import MatrixView
    from exports.page.reviewed import Reviewable
    from exports.page.scene import Edge, Node, Stated
    from graph.reviews.recorded import Review

WORD: Final = "page."


def graph_data(content: Content) -> dict[str, Any]:
    """Return what is drawn and what states it, in each language where they differ."""
    scene = content.scene
    drawn = {lang: layout(scene, lang) for lang in LANGUAGES}
    numbers = _numbers(content)
    known = content.reviewable
    return {
        **PolicyNetwork(scene, drawn["zh"]).data(),
        "base": names.ID,
        "documents": [{"id": t.document, "name": t.name, "title": t.title} for t in content.texts],
        "face": FACE,
        "languages": {lang: asdict(each) for lang, each in drawn.items()},
        "names": {node.id: _names(node) for node in scene.nodes}
        | {thing.id: _thing_names(thing) for thing in content.things},
        "things": {thing.id: {"kind": thing.kind} for thing in content.things},
        "relations": [_relation(edge) for edge in content.relations],
        "matrix": _matrix(content.matrix),
        "stated": {
            edge.id: [_stated(each, edge, numbers, known) for each in edge.stated]
            for edge in (*scene.edges, *content.relations)
        },
        "parts": [
            {"names": dict(part.names), "nodes": [n.id for n in scene.nodes if n.id in part.nodes]}
            for part in parts(scene)
        ],
        "reviews": {
            finding.removeprefix(names.ID): _review(review, outdated=known.outdated(finding))
            for finding, review in known.reviews.items()
        },
        "notes": [{"word": key.removeprefix(WORD), **values} for key, values in scene.notes],
        "kinds": {kind: asdict(shape) for kind, shape in SHAPES.items()},
        "dark": {kind: asdict(shape) for kind, shape in DARK_SHAPES.items()},
        "lines": {relation: asdict(line) for relation, line in LINES.items()},
        "apart": {key: {**asdict(line), "sign": sign} for key, (line, sign) in APART.items()},
    }


def details_data(content: Content) -> dict[str, Any]:
    """Return what the panel tells, with the number of the text that each stretch stands in."""
    numbers = _numbers(content)
    nodes = {
        node: {
            "facts": told["facts"],
            "text": [_at(each, node, numbers) for each in told["text"]],
            "found": [
                _short(_at(each, each["finding"], numbers), content.reviewable)
                for each in told["found"]
            ],
        }
        for node, told in content.details["nodes"].items()
    }
    for thing in content.things:
        nodes[thing.id] = {"facts": _facts(thing), "text": [], "found": []}
    return {
        "nodes": nodes,
        "warnings": [
            {
                "message": warning["message"],
                "stated": [_at(each, warning["at"], numbers) for each in warning["stated"]],
            }
            for warning in content.details["warnings"]
        ],
    }


def words_data() -> dict[str, dict[str, dict[str, str]]]:
    """Return what the page says, by language: its controls, and the names of codes by group."""
    controls = [key for key in labels() if key.startswith(WORD)]
    return {
        lang: {
            "page": {key.removeprefix(WORD): label(key, lang) for key in controls},
            "kinds": {kind: label(kind, lang) for kind in SHAPES},
            "relations": {relation: relation_label(relation, lang) for relation in LINES},
            "fields": {field: label(field, lang) for field in (*FACTS, *ANSWERED, *FOUND)},
            "standings": {each: standing_label(each, lang) for each in STANDINGS},
            "tiers": {level: level_label(level, lang) for level in LEVELS}
            | {CLAUSES: label("page.clauses_citing", lang)},
            "changes": {each.value: lexicon.label("changes", each, lang) for each in Change},
            "directions": {
                each.value: lexicon.label("directions", each, lang) for each in Direction
            },
        }
        for lang in LANGUAGES
    }


def standing_label(standing: str, lang: str = "zh") -> str:
    """Return what it is called how far a relation can be relied on."""
    if standing in lexicon.concepts("statuses"):
        return lexicon.label("statuses", standing, lang)
    return label(f"standing.{standing}", lang)


def _names(node: Node) -> dict[str, dict[str, str]]:
    """Return what a shape is called in a list, and in full as a heading, in both languages."""
    if node.column in {"section", "clause"}:
        short = {"zh": node.name, "en": node.name}
    else:
        words = {"zh": node.zh, "en": node.en}
        short = {lang: f"{each} {node.heading}".rstrip() for lang, each in words.items()}
    english = node.name if node.en == node.zh else f"{node.en} · {node.name}"
    return {"short": short, "full": {"zh": node.name, "en": english}}


def _thing_names(thing: Thing) -> dict[str, dict[str, str]]:
    title = thing.title if thing.title != thing.name else ""
    name = f"{thing.name} {title}".strip()
    full = title or name
    return {"short": {"zh": name, "en": name}, "full": {"zh": full, "en": full}}


def _facts(thing: Thing) -> list[dict[str, str]]:
    """Return what the panel tells of a thing that the graph does not draw: its level."""
    if thing.level not in LEVELS or not thing.level:
        return []
    words = {lang: value_label("level", thing.level, lang) for lang in LANGUAGES}
    return [{"field": "level", "zh": words["zh"], "en": words["en"]}]


def _matrix(matrix: MatrixView) -> dict[str, Any]:
    """Return the matrix in plain values, with the cells of each row in one list for an agency."""
    return {
        "of_store": matrix.of_store,
        "agencies": [asdict(head) for head in matrix.agencies],
        "rows": [
            {
                "id": head.id,
                "name": head.name,
                "cells": [[asdict(each) for each in cell] for cell in cells],
            }
            for head, cells in matrix.rows
        ],
        "totals": list(matrix.totals),
    }


def _relation(edge: Edge) -> dict[str, str]:
    return {
        "id": edge.id,
        "from": edge.source,
        "to": edge.target,
        "relation": edge.relation,
        "standing": edge.standing,
    }


def _stated(
    stated: Stated, edge: Edge, numbers: Mapping[str, int], known: Reviewable
) -> dict[str, Any]:
    told = {**asdict(stated.evidence), "where": stated.where}
    if stated.finding:
        told |= {"finding": stated.finding, "status": stated.status}
    if stated.parent:
        told["parent"] = stated.parent
    if stated.to_review:
        told["to_review"] = round(stated.to_review, 2)
    if any(stated.why):
        told["why"] = dict(zip(LANGUAGES, stated.why, strict=True))
    stands_in = edge.source if edge.relation == INFERRED else stated.finding or edge.source
    return _short(_at(told, stands_in, numbers), known)


def _review(review: Review, *, outdated: bool) -> dict[str, Any]:
    """Return a review that the store has, for whoever looks at it again or withdraws it."""
    return {
        "decision": review.decision.value,
        "correction": review.correction,
        "note": review.note,
        "by": review.by,
        "outdated": outdated,
        "statement": review.statement,
        "start": review.start,
        "end": review.end,
        "quote": review.quote,
    }


def _numbers(content: Content) -> dict[str, int]:
    """Return the numbers of the texts on the page by their documents."""
    return {text.document: text.index for text in content.texts}


def _at(told: Mapping[str, Any], thing: str, numbers: Mapping[str, int]) -> dict[str, Any]:
    """Return a stretch with the number of its text; the first is not named, -1 is none here."""
    number = numbers.get(iri.owner(thing, numbers), -1)
    return {**told, "doc": number} if number else dict(told)


def _short(told: dict[str, Any], known: Reviewable) -> dict[str, Any]:
    """Return a finding without the base of its IRI, and without the status that most have.

    ``statement`` is the fingerprint by which a review of it is known; what has none cannot be
    reviewed, and is no finding on the page.
    """
    finding = told.pop("finding", "")
    if finding in known.statements:
        told["finding"] = finding.removeprefix(names.ID)
        told["statement"] = known.statements[finding].fingerprint
    if told.get("status") == Status.CANDIDATE:
        del told["status"]
    return told
