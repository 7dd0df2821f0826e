"""A document held against the older version that it replaces or amends, for the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from exports.comparison import stretch
from exports.page.comparison_view import printed_words
from exports.versions import counted, told
from graph.align.comparison import NOTE
from graph.align.versions import compare_versions, differences_of
from ontology.lexicon import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from exports.page.comparison_view import Both, Words
    from graph.alignments.held import Held


@dataclass(frozen=True, slots=True)
class VersionRow:
    """What became of a clause: ``newer`` and ``older`` are labels, empty where there is none.

    ``clause`` is the newer one's IRI; an unchanged one has no words.
    """

    clause: str
    newer: str
    older: str
    told: Both
    unchanged: bool
    newer_words: tuple[Words, ...]
    older_words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class VersionsView:
    """A document against an older version (an IRI), clause by clause in the newer one's order."""

    older: str
    name: str
    note: Both
    counts: Mapping[str, int]
    rows: tuple[VersionRow, ...]


def versions_view(newer: Held, older: Held) -> VersionsView:
    """Return the comparison of two held versions of one instrument."""
    comparison = compare_versions(newer.side, older.side)
    document = comparison.parent
    rows = []
    for each, words in differences_of(comparison):
        stretches = [] if each.unchanged else [stretch(comparison, word) for word in words]
        rows.append(
            VersionRow(
                clause=newer.parts.provisions[each.child] if each.child else "",
                newer=each.child or "",
                older=each.parent or "",
                told={lang: told(each, lang) for lang in LANGUAGES},
                unchanged=each.unchanged,
                newer_words=tuple(printed_words(comparison.child, stretches, "child")),
                older_words=tuple(printed_words(document, stretches, "parent")),
            )
        )
    return VersionsView(
        older=older.parts.document,
        name=document.number or document.title,
        note=NOTE,
        counts={state: count for state, count in counted(comparison).items() if count},
        rows=tuple(rows),
    )
