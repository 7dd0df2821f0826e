"""A comparison as the JSON object of ``zhengmai compare --format json``; keys are only added."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from graph.align.comparison import NOTE, Kind, State, state_of
from graph.align.differences import differences
from graph.align.headline import headline
from graph.align.justification import justification, not_found
from graph.align.versions import words_of_both
from graph.answers.opening import Gap
from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.align.comparison import (
        Comparison,
        NotFound,
        Parameter,
        ParentLink,
        ProvisionAlignment,
        SharedPassage,
    )
    from graph.align.differences import Difference
    from graph.answers.closed import PairReasons, Reason
    from graph.model import Document, Provision, Span
    from ontology.lexicon import Lang


_NONE: Final[PairReasons] = MappingProxyType({})


def comparison_object(
    comparison: Comparison, lang: Lang = "zh", reasons: PairReasons = _NONE
) -> dict[str, Any]:
    """Return a comparison in plain values; quotes stand at ``start`` to ``end`` of their source.

    ``parent_without_child`` has no correspondence at all, ``parent_to_review`` only such as are to
    be reviewed. ``reasons`` are why gaps are none: *accepted*, or *suspect* where the clause has
    changed since; the ``status`` of the others is empty.
    """
    return {
        "child": _name(comparison.child),
        "parent": _name(comparison.parent),
        "as": comparison.kind.value,
        "note": NOTE[lang],
        "alignments": [_alignment(comparison, each, lang) for each in comparison.alignments],
        "child_without_parent": [each.label for each in comparison.child_without_parent],
        "parent_without_child": [
            each.label for each in comparison.parent_without_child if not each.to_review
        ],
        "parent_to_review": [
            each.label for each in comparison.parent_without_child if each.to_review
        ],
        "not_found": {
            side: [_not_found(each, lang, reasons.get((gap, each.label))) for each in those]
            for side, gap, those in gaps_of(comparison)
        },
        "rejected": [
            {"child": child, "parents": [_parent(comparison, link, lang)]}
            for child, link in comparison.rejected
        ],
        "candidates": [
            {"child": child, "parents": [_parent(comparison, link, lang)]}
            for child, link in comparison.candidates
        ],
    }


def by_clause(
    comparison: Comparison,
) -> Iterator[tuple[str, ProvisionAlignment | None, tuple[ParentLink, ...]]]:
    """Yield each clause of the child that has parents, or may have, with those to be reviewed."""
    aligned = {each.child: each for each in comparison.alignments}
    for provision in comparison.child.provisions:
        alignment = aligned.get(provision.label)
        to_review = comparison.to_review(provision.label)
        if alignment or to_review:
            yield provision.label, alignment, to_review


def side_by_side(comparison: Comparison, child: str, parent: str) -> list[dict[str, Any]]:
    """Return two clauses, by their labels, as stretches that are equal, inserted or deleted."""
    if comparison.kind is Kind.VERSIONS:
        found = words_of_both(comparison, child, parent)
    else:
        ours, theirs = _provision(comparison.child, child), _provision(comparison.parent, parent)
        found = differences(comparison.child, ours, comparison.parent, theirs)
    return [stretch(comparison, each) for each in found]


def stretch(comparison: Comparison, difference: Difference) -> dict[str, Any]:
    """Return a stretch of both texts in plain values; a side that lacks it is None."""
    return {
        "mark": difference.mark.value,
        "child": _at(comparison.child, difference.child) if difference.child else None,
        "parent": _at(comparison.parent, difference.parent) if difference.parent else None,
    }


def gaps_of(comparison: Comparison) -> tuple[tuple[str, Gap, tuple[NotFound, ...]], ...]:
    """Return the clauses of each side without a counterpart, with the kind of gap that they are."""
    return (
        ("child", Gap.NO_PARENT, comparison.child_without_parent),
        ("parent", Gap.NO_CHILD, comparison.parent_without_child),
    )


def comparison_rows(
    comparison: Comparison, lang: Lang = "zh", reasons: PairReasons = _NONE
) -> list[dict[str, Any]]:
    """Return a comparison as flat rows: a clause and a parent each, and those that stand alone."""
    rows = []
    for child, alignment, to_review in by_clause(comparison):
        for link in (*(alignment.sure_parents if alignment else ()), *to_review):
            held = alignment if link.sure else None
            parameters = parameter_lines(comparison, held, lang) if held else []
            rows.append(
                {
                    "child": child,
                    "parent": link.label,
                    "score": link.score,
                    "delta": " | ".join(filter(None, headline_rows(held, lang))) if held else "",
                    "parameters": "; ".join(parameters),
                    "justification": justification(comparison, link, lang),
                    "status": link.status,
                    "because": "",
                    "state": state_of(link.score, link.status).value,
                }
            )
    for side, gap, those in gaps_of(comparison):
        for found in those:
            empty = {"child": "", "parent": "", "score": found.score, "delta": "", "parameters": ""}
            told = _not_found(found, lang, reasons.get((gap, found.label)))
            own = {"justification": told["reason"], "status": told["status"]}
            said = {"because": told["because"], "state": told["state"]}
            rows.append(empty | {side: found.label} | own | said)
    return rows


def headline_rows(alignment: ProvisionAlignment, lang: Lang = "zh") -> tuple[str, str]:
    """Return the headline of a clause, and the quieter row beside it, which may be empty."""
    head = headline(alignment)
    return head.text(lang), head.quiet(lang)


def parameter_lines(
    comparison: Comparison, alignment: ProvisionAlignment, lang: Lang = "zh"
) -> list[str]:
    """Return each parameter in a few words: ``年限要求: 不得超过5年 → 不得超过2年 (放宽)``.

    Only over against parents that correspond, and need not be reviewed.
    """
    lines = []
    for each in alignment.sure_parameters:
        plain = parameter_object(comparison, each, lang)
        values = " → ".join("".join((plain[side] or "—").split()) for side in ("parent", "child"))
        direction = lexicon.label("directions", plain["direction"], lang)
        why = f": {plain['reason']}" if plain["reason"] else ""
        lines.append(f"{plain['what']}: {values} ({direction}{why})")
    return lines


def parameter_object(
    comparison: Comparison, parameter: Parameter, lang: Lang = "zh"
) -> dict[str, Any]:
    """Return a parameter in plain values, with the words of both sides."""
    return {
        "what": parameter.subject or lexicon.label("parameter-kinds", parameter.kind, lang),
        "kind": parameter.kind,
        "child": _quote(comparison.child, parameter.child),
        "parent": _quote(comparison.parent, parameter.parent),
        "direction": parameter.direction.value,
        "reason": lexicon.label("comparison-reasons", parameter.reason, lang),
        "places": {
            side: {"start": span.start, "end": span.end}
            for side, span in (("child", parameter.child), ("parent", parameter.parent))
            if span
        },
    }


def _provision(document: Document, label: str) -> Provision:
    return next(provision for provision in document.provisions if provision.label == label)


def _name(document: Document) -> str:
    return document.number or document.title


def _alignment(comparison: Comparison, alignment: ProvisionAlignment, lang: Lang) -> dict[str, Any]:
    head = headline(alignment)
    return {
        "child": alignment.child,
        "parents": [_parent(comparison, link, lang) for link in alignment.parents],
        "delta": [change.value for change in alignment.changes],
        "headline": {
            "told": [change.value for change in head.told],
            "wording": [change.value for change in head.wording],
            "supposed": head.supposed,
            "text": head.text(lang),
        },
        "parameters": [parameter_object(comparison, each, lang) for each in alignment.parameters],
    }


def _parent(comparison: Comparison, link: ParentLink, lang: Lang) -> dict[str, Any]:
    return {
        "label": link.label,
        "score": link.score,
        "state": "matched" if link.sure else "to-review",
        "justification": justification(comparison, link, lang),
        "status": link.status,
        "passages": [_passage(comparison, each) for each in link.evidence.passages],
    }


def _passage(comparison: Comparison, passage: SharedPassage) -> dict[str, Any]:
    return {
        "child": _at(comparison.child, passage.child),
        "parent": _at(comparison.parent, passage.parent),
    }


def _quote(document: Document, span: Span | None) -> str | None:
    return document.quote(span) if span else None


def _at(document: Document, span: Span) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "quote": document.quote(span)}


def _not_found(found: NotFound, lang: Lang, reason: Reason | None) -> dict[str, Any]:
    return {
        "label": found.label,
        "nearest": found.nearest,
        "score": found.score,
        "reason": not_found(found, lang),
        "because": reason.because if reason else "",
        "status": reason.status if reason else "",
        "state": State.TO_REVIEW.value if found.is_open else State.NOT_FOUND.value,
    }
