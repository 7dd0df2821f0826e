"""What a document says, found by rules: each finding with its place, its words and its rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.extract import citations, deadlines, groups, norms, quantities, responsibilities, rights
from graph.model import Condition, Reading, Target

if TYPE_CHECKING:
    from graph.model import Document


def extract(document: Document, known_codes: frozenset[str] = frozenset()) -> Reading:
    """Return everything that the rules find in ``document``.

    ``known_codes`` are the codes of document numbers that a register knows.
    """
    measures = tuple(quantities.find(document))
    return Reading(
        document=document,
        citations=tuple(citations.find(document, known_codes)),
        responsibilities=tuple(responsibilities.find(document)),
        norms=tuple(norms.find(document)),
        groups=tuple(groups.find(document)),
        rights=tuple(rights.find(document)),
        conditions=tuple(m for m in measures if isinstance(m, Condition)),
        targets=tuple(m for m in measures if isinstance(m, Target)),
        deadlines=tuple(deadlines.find(document)),
        warnings=document.warnings,
    )
