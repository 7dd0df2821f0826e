"""What reviewers decided, and whether it still applies."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache, partial
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from graph import iri
from graph.answers.stated import Stated
from graph.model import Place, Status
from graph.outline import key, outline, printed_path, work
from graph.questions import load
from graph.reviews.recorded import reviews
from graph.reviews.statement import place_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from graph.outline import Part
    from graph.references import Reference
    from graph.reviews.recorded import Review
    from graph.store import Store

ALIGNMENT: Final = "alignment"
KINDS: Final = (
    ALIGNMENT, "citation", "amendment", "responsibility", "norm", "group", "right", "condition",
    "target", "deadline",
)  # fmt: skip


class Applies(StrEnum):
    """Whether a review counts now."""

    YES = "yes"
    CHANGED = "changed"  # what was reviewed is not stated any more
    NOT_HELD = "not-held"  # the document, or one of the two, was taken out


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed(Stated):
    """A decision about a finding or an alignment, in the words that were reviewed.

    ``kind`` is that of the finding, or ``alignment`` with its ``parent`` clause; ``by`` who
    reviewed it, where that was given; ``status`` what it has now, empty where it is gone.
    """

    kind: str
    parent: str
    decision: str
    correction: str
    note: str
    by: str
    applies: str


def reviewed(store: Store, ref: Reference | None = None) -> tuple[Reviewed, ...]:
    """Return the reviews of a document or provision, or all, in the order of the texts."""
    parts = cache(partial(outline, store))
    now: dict[str, list[tuple[str, str]]] = {}
    for row in store.select(load("reviews-of")):
        told = (row.one("finding", str), key(row.one("status", str)))
        now.setdefault(row.one("review", str), []).append(told)
    found = (_reviewed(store, parts, each, now.get(each.iri, [])) for each in reviews(store))
    return tuple(
        each
        for each in sorted(found, key=lambda r: (r.document, r.start, r.iri))
        if ref is None or f"{each.stated_in}/".startswith(f"{ref.iri}/")
    )


def _reviewed(
    store: Store,
    parts: Callable[[str], Mapping[str, Part]],
    review: Review,
    now: list[tuple[str, str]],
) -> Reviewed:
    now = sorted(now, key=lambda each: (each[0] != review.about, each[0]))
    held = [each for each in now if each[1] != Status.SUSPECT]
    finding, status = (held or now or [(review.about, "")])[0]
    if held:
        applies = Applies.YES
    else:
        applies = Applies.CHANGED if review.within in store else Applies.NOT_HELD
    document, place, kind, parent = _place(review, finding)
    part, above = parts(document).get(place), place.rpartition("/")[2]
    label = part.label if part else printed_path(document, place)
    name = _name(store, document)
    return Reviewed(
        document=name,
        provision=above if not part and above in set(Place) else label,
        heading=part.heading if part else "",
        quote=review.quote,
        start=review.start,
        end=review.end,
        source=name,
        status=status,
        rule="",
        iri=finding,
        stated_in=place,
        kind=kind,
        parent=" ".join((_name(store, parent[0]), printed_path(*parent))) if parent else "",
        decision=review.decision,
        correction=review.correction,
        note=review.note,
        by=review.by,
        applies=applies,
    )


def _place(review: Review, finding: str) -> tuple[str, str, str, tuple[str, str] | None]:
    """Return document, place and kind of what was reviewed; of an alignment the parent as well."""
    if iri.is_document(review.within):
        place, _, kind = place_of(finding).rpartition("/")
        return review.within, place, kind, None
    child, parent = iri.of_pair(review.within)
    clauses = finding.removeprefix(f"{review.within}/alignment/").partition("/to/")
    return child, f"{child}/{clauses[0]}", ALIGNMENT, (parent, f"{parent}/{clauses[2]}")


def _name(store: Store, document: str) -> str:
    """Return the name of a document, which may have been taken out and be cited by none."""
    return work(store, document).name or unquote(document.rpartition("/document/")[2])
