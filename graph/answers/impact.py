"""What must be looked at again when a document is amended or repealed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING, Final

from graph.answers.lineage import lineage
from graph.answers.stated import Stated, shared_of
from graph.outline import outline

if TYPE_CHECKING:
    from graph.references import Reference
    from graph.store import Store

WHOLE: Final = "document"
CLAUSE: Final = "clause"


@dataclass(frozen=True, slots=True, kw_only=True)
class Impact(Stated):
    """Something that hangs on a document, by the citation that is quoted.

    ``scope`` is ``document`` where a whole work rests on it, ``clause`` where one clause cites it;
    ``affected`` is the IRI of that work or clause, and ``provisions`` how many provisions it has,
    itself counted. ``depth`` is 1 for what cites the document itself.
    """

    scope: str
    affected: str
    relation: str
    title: str
    provisions: int
    depth: int
    via: str


def impact(store: Store, ref: Reference) -> tuple[Impact, ...]:
    """Return what hangs on ``ref``, nearest first and whole works before single clauses."""
    parts = cache(partial(outline, store))
    found = []
    for hop in lineage(store, ref, "down"):
        within = parts(hop.to_document)
        below = sum(f"{part}/".startswith(f"{hop.to}/") for part in within)
        found.append(
            Impact(
                **shared_of(hop),
                scope=CLAUSE if hop.to in within else WHOLE,
                affected=hop.to,
                relation=hop.relation,
                title=hop.title,
                provisions=below,
                depth=hop.depth,
                via=hop.via,
            )
        )
    return tuple(sorted(found, key=lambda each: (each.depth, each.scope != WHOLE)))
