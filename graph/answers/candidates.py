"""Whom a set can mean that a text leaves open: narrowed, never guessed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING

from graph.outline import key
from graph.questions import load
from graph.resolve.places import words
from graph.store import Iri
from ontology import agencies

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from graph.resolve import Agency
    from graph.store import Store


class Candidates:
    """Whom a set can mean that a text leaves open: those that the document itself names.

    A set of one kind (各级公安机关) can mean the bodies of that kind, one of departments (相关部门)
    those of the document's own place that have no part of their own in the clause. It is narrowed
    by that and never decided.
    """

    def __init__(self, store: Store) -> None:
        """Read what is asked of a store when it is asked."""
        self._store = store
        self._in = cache(self._named)

    @cached_property
    def kinds(self) -> Mapping[str, str]:
        """The kinds of the open sets that are of one kind, by their IRIs."""
        return {
            row.one("agency", str): key(kind)
            for row in self._store.select(load("open-kinds"))
            if (kind := row.optional("kind", str))
        }

    def may_mean(self, open_set: str, bodies: Iterable[Agency]) -> bool:
        """Tell whether a set can mean one of some bodies, by its kind."""
        kind = self.kinds.get(open_set)
        return kind is None or any(body.classification == kind for body in bodies)

    def of(self, open_set: str, written: str, document: str, clause: str) -> tuple[str, ...]:
        """Return the full names of those that a set can mean, in the order of the text."""
        kind = self.kinds.get(open_set)
        if kind is None and not written.endswith(words("function")):
            return ()
        named = self._in(document)
        taken = {each.name for each in named if each.clause == clause}
        found = (
            each.name
            for each in named
            if (each.kind == kind if kind else each.is_department and each.name not in taken)
        )
        return tuple(dict.fromkeys(found))

    def _named(self, document: str) -> tuple[_Named, ...]:
        """Return the bodies that a document names, in the order of the text."""
        found = (
            _Named(
                row.one("start", int),
                row.one("agencyName", str),
                key(row.optional("kind", str) or ""),
                row.one("statedIn", str),
                row.one("own", bool),
            )
            for row in self._store.select(load("candidates"), document=Iri(document))
        )
        return tuple(sorted(found))


@dataclass(frozen=True, slots=True, order=True)
class _Named:
    """A body that a document names in a clause; ``own`` where it is of the document's place."""

    start: int
    name: str
    kind: str
    clause: str
    own: bool

    @property
    def is_department(self) -> bool:
        """Tell whether the body is a department of the document's own place."""
        kind = agencies.by_full_name(self.kind)
        return self.own and kind is not None and kind.sort in agencies.DEPARTMENTS
