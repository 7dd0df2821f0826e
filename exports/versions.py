"""A comparison of two versions of one instrument: its clauses in plain values, and as flat rows."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, Final

from exports.comparison import comparison_object, parameter_lines, stretch
from exports.labels import label
from graph.align.differences import Mark
from graph.align.versions import differences_of
from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.align.comparison import Comparison, Revision
    from graph.align.differences import Difference
    from graph.model import Document
    from ontology.lexicon import Lang

STATES: Final = (
    "new",
    "deleted",
    "split",
    "merged",
    "unchanged",
    "changed",
    "moved",
    "renumbered",
)


def states(revision: Revision) -> tuple[str, ...]:
    """Return what became of a clause, as keys of :data:`STATES`."""
    told = {
        "new": revision.is_new,
        "deleted": revision.is_deleted,
        "split": bool(revision.split_from),
        "merged": bool(revision.merged_into),
        "unchanged": revision.unchanged,
        "changed": bool(revision.child and revision.parent) and not revision.unchanged,
        "moved": revision.moved,
        "renumbered": revision.renumbered,
    }
    return tuple(state for state in STATES if told[state])


def versions_object(comparison: Comparison, lang: Lang = "zh") -> dict[str, Any]:
    """Return a comparison of versions as that of a child and its parent, and clause by clause."""
    return {
        **comparison_object(comparison, lang),
        "counts": counted(comparison),
        "clauses": list(revision_objects(comparison)),
    }


def revision_objects(comparison: Comparison) -> Iterator[dict[str, Any]]:
    """Yield the clauses of both versions in the order of the newer one, in plain values."""
    for each, words in differences_of(comparison):
        yield {
            "child": each.child,
            "parent": each.parent,
            "new": each.is_new,
            "deleted": each.is_deleted,
            "unchanged": each.unchanged,
            "moved": each.moved,
            "renumbered": each.renumbered,
            "split_from": each.split_from or None,
            "merged_into": each.merged_into or None,
            "differences": [stretch(comparison, word) for word in words],
        }


def counted(comparison: Comparison) -> dict[str, int]:
    """Return how many clauses are in each state; one can be in several."""
    found = Counter(state for each in comparison.revisions for state in states(each))
    return {state: found[state] for state in STATES}


def told(revision: Revision, lang: Lang = "zh") -> str:
    """Return what became of a clause in words: ``修改、改序号``, ``自第四十九条拆出``."""
    words = (
        label(f"revision.{state}", lang).format(
            clause=revision.split_from if state == "split" else revision.merged_into
        )
        for state in states(revision)
    )
    return lexicon.BETWEEN[lang].join(words)


def revision_rows(comparison: Comparison, lang: Lang = "zh") -> list[dict[str, Any]]:
    """Return the clauses as flat rows, with the words that were put in and left out."""
    aligned = {each.child: each for each in comparison.alignments}
    rows = []
    for each, words in differences_of(comparison):
        found = aligned.get(each.child or "")
        rows.append(
            {
                "older": each.parent or "",
                "newer": each.child or "",
                "revision": told(each, lang),
                "inserted": _said(comparison.child, words, Mark.INSERTED),
                "deleted": _said(comparison.parent, words, Mark.DELETED),
                "parameters": "; ".join(parameter_lines(comparison, found, lang)) if found else "",
                "score": found.parents[0].score if found else "",
            }
        )
    return rows


def _said(document: Document, words: Iterable[Difference], mark: Mark) -> str:
    spans = (word.child or word.parent for word in words if word.mark is mark)
    return " … ".join("".join(document.quote(span).split()) for span in spans if span)
