"""What a document says, found by rules: each finding with its place, its words and its rule."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from graph.extract import (
    amendments,
    citations,
    deadlines,
    groups,
    norms,
    quantities,
    responsibilities,
    rights,
)
from graph.model import Citation, Condition, Finding, Reading, Target

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.model import Document, Span

Found = TypeVar("Found", bound=Finding)


def extract(document: Document, known_codes: frozenset[str] = frozenset()) -> Reading:
    """Return everything that the rules find in ``document``.

    ``known_codes`` are the codes of document numbers that a register knows.
    """
    measures = tuple(_own(quantities.find(document), document))
    return Reading(
        document=document,
        citations=tuple(_own(citations.find(document, known_codes), document)),
        amendments=tuple(amendments.find(document, known_codes)),
        responsibilities=tuple(_own(responsibilities.find(document), document)),
        norms=tuple(_own(norms.find(document), document)),
        groups=tuple(_own(groups.find(document), document)),
        rights=tuple(_own(rights.find(document), document)),
        conditions=tuple(m for m in measures if isinstance(m, Condition)),
        targets=tuple(m for m in measures if isinstance(m, Target)),
        deadlines=tuple(_own(deadlines.find(document), document)),
        warnings=document.warnings,
    )


def _own(found: Iterable[Found], document: Document) -> Iterator[Found]:
    """Yield what the document states itself, not what the new text states that it gives elsewhere.

    A document cited there is cited by the amended article; one whose words only reach there, as
    that of an article to amend does, is the decision's.
    """
    if not document.quoted:
        yield from found
        return
    for finding in found:
        span = finding.span
        reaches = (quote for quote in document.quoted if quote.start < span.end)
        if any(span.start < quote.end and _states(finding, quote) for quote in reaches):
            continue
        yield finding


def _states(finding: Finding, quote: Span) -> bool:
    return not isinstance(finding, Citation) or quote.start <= finding.span.start
