"""How much the store holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from graph.answers.stated import note_left_out
from graph.outline import held_documents
from graph.questions import load
from ontology import names

if TYPE_CHECKING:
    from graph.store import Store

_COUNTED: Final = {
    "provisions": names.eli_LegalResourceSubdivision,
    "agencies": names.m8g_PublicOrganisation,
    "open-agencies": names.zm_OpenAgencySet,
    "citations": names.zm_Citation,
    "responsibilities": names.zm_Responsibility,
    "norms": names.zm_Norm,
    "groups": names.zm_GroupMention,
    "rights": names.zm_RightMention,
    "conditions": names.zm_Condition,
    "targets": names.zm_Target,
    "deadlines": names.zm_Deadline,
    "warnings": names.zm_Warning,
}


@dataclass(frozen=True, slots=True)
class Count:
    """How many of a kind there are. Groups and rights are counted by mention."""

    kind: str
    count: int


def stats(store: Store) -> tuple[Count, ...]:
    """Return the counts of documents, stubs, parts, bodies, findings and statements.

    What a reviewer rejected, and what is unproven, is not counted among the findings.
    """
    held = held_documents(store)
    rows = store.select(load("counts"))
    note_left_out(store, names.zm_Finding)
    by_type = {row.one("type", str): row.one("count", int) for row in rows}
    stubs = {row.one("stub", str) for row in store.select(load("stubs"))}
    return (
        Count("documents", len(held)),
        Count("annexes", len(store.select(load("annexes")))),
        Count("stubs", len(stubs)),
        *(Count(kind, by_type.get(counted, 0)) for kind, counted in _COUNTED.items()),
        Count("statements", store.select(load("statement-count"))[0].one("count", int)),
    )
