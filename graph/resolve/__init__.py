"""A mention of a public body or a document → an identity, or :class:`Unresolved` with the reason.

An agency is (division, kind). The place is read from the name itself (库尔勒市公安局), from the
word of a level, which the document's own place completes (市公安局 in 库尔勒市), or is the
document's own (公安局). The kind is one of the register or, where the register has none, the name
as it is written. A plausible wrong body is worse than none.
"""

from __future__ import annotations

from graph.resolve.agencies import open_set, resolve_agency, resolver
from graph.resolve.documents import document_level, full_title
from graph.resolve.identities import (
    Agency,
    OpenSet,
    Reason,
    Resolution,
    Resolve,
    Unresolved,
    agency_of,
    counterparts,
)
from graph.resolve.typed import identified, typed
from graph.resolve.written_names import fullest, one_name_each

__all__ = [
    "Agency",
    "OpenSet",
    "Reason",
    "Resolution",
    "Resolve",
    "Unresolved",
    "agency_of",
    "counterparts",
    "document_level",
    "full_title",
    "fullest",
    "identified",
    "one_name_each",
    "open_set",
    "resolve_agency",
    "resolver",
    "typed",
]
