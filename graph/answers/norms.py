"""What must, must not, may or should be done, sentence by sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.answers.stated import Stated, findings
from graph.outline import concept, key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.answers.stated import Shared
    from graph.model import NormKind
    from graph.references import Reference
    from graph.store import Row, Store


@dataclass(frozen=True, slots=True, kw_only=True)
class NormAnswer(Stated):
    """A sentence with its deontic kind; the quote is the sentence."""

    kind: str


def norms(
    store: Store, kind: NormKind | None = None, document: Reference | None = None
) -> tuple[NormAnswer, ...]:
    """Return the norms of a kind, or of all, in a document or provision, or in the whole store."""
    bindings = {"kind": concept("norm", kind)} if kind else {}
    return tuple(norm_answers(findings(store, "norms", document, **bindings)))


def norm_answers(found: Iterator[tuple[Row, Shared]]) -> Iterator[NormAnswer]:
    """Yield the norms that a question found."""
    for row, shared in found:
        yield NormAnswer(**shared, kind=key(row.one("kind", str)))
