"""Whether a document is in force on a day, by what it says of itself and what others say of it.

Read::

    有效期5年, 有效期至2026年12月31日, 试行期为一年    its own words, and the last day
    自2031年7月1日起施行                            from when it applies
    《甲办法》同时废止, 修改《甲办法》                another act that is held

Nothing else is known: a term that a later act made longer ends here by the document's own words,
and a document of which nothing is said has no state. No day is today's unless it is asked for.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache, partial
from typing import TYPE_CHECKING, Final, TypeVar

from graph import iri
from graph.answers.dated import Dated
from graph.answers.hops import Hop
from graph.answers.impact import Impact
from graph.answers.stated import Stated, findings, on_the_side
from graph.model import DeadlineKind, Relation
from graph.outline import key, known_as, work
from graph.questions import load
from graph.store import Iri

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from graph.store import Store

_Row = TypeVar("_Row", Hop, Impact)


class Validity(StrEnum):
    """What is said of a document, or how it stands on a day."""

    IN_FORCE = "in-force"  # on that day, by its own term
    NOT_YET = "not-yet"
    EXPIRED = "expired"  # its own term is over
    LIMITED = "limited"  # it has a term; no day was asked for, or the last one is not known
    REPEALED = "repealed"
    AMENDED = "amended"


_BY_ANOTHER: Final[Mapping[str, Validity]] = {
    Relation.REPEALS: Validity.REPEALED,
    Relation.AMENDS: Validity.AMENDED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing(Stated):
    """What makes a document stand so; the quote is that of the document that says it.

    ``since`` is the day from which it stands so, ``until`` the last day of its own term; None where
    the words give none.
    """

    state: str
    since: dt.date | None = None
    until: dt.date | None = None


def standing(store: Store, document: str, day: dt.date | None = None) -> tuple[Standing, ...]:
    """Return what is said of a document (its IRI), held or only cited; nothing where nothing is.

    On a ``day``: how it stands then. What ended it comes first.
    """
    with on_the_side():
        said = (*_by_others(store, document), *_by_itself(store, document))
    if day is not None:
        said = tuple(on for each in said if (on := _on(each, day)))
        early = any(each.state == Validity.NOT_YET for each in said)
        said = tuple(each for each in said if not (early and each.state == Validity.IN_FORCE))
    return said


def _by_others(store: Store, document: str) -> Iterator[Standing]:
    days = Dated(store)
    own = (document, *work(store, document).annexes, *known_as(store, document))
    for state in _BY_ANOTHER.values():
        for cited in own:
            for row, shared in findings(store, "citations", cited=Iri(cited)):
                act = row.one("document", str)
                if act == document or _BY_ANOTHER.get(key(row.one("relation", str))) != state:
                    continue
                since = _in_force_from(store, act) or days.day(act)
                yield Standing(**shared, state=state, since=since)


def _by_itself(store: Store, document: str) -> Iterator[Standing]:
    if document not in store:
        return
    for row, shared in findings(store, "deadlines", document=Iri(document)):
        kind, last = key(row.one("kind", str)), row.optional("date", dt.date)
        if kind == DeadlineKind.VALIDITY:
            yield Standing(**shared, state=Validity.LIMITED, until=last)
        elif kind == DeadlineKind.EFFECTIVE and last:
            yield Standing(**shared, state=Validity.NOT_YET, since=last)


def _in_force_from(store: Store, document: str) -> dt.date | None:
    for row in store.select(load("adoption"), document=Iri(document)):
        return row.optional("inForce", dt.date)
    return None


def _on(said: Standing, day: dt.date) -> Standing | None:
    """Return what is said as it is on a day; None where it is not so then."""
    if said.state == Validity.NOT_YET:
        return said if said.since and day < said.since else None
    if said.state != Validity.LIMITED:
        return None if said.since and day < said.since else said
    if said.until is None:
        return said
    over = day > said.until
    return replace(said, state=Validity.EXPIRED if over else Validity.IN_FORCE)


def known(said: Iterable[Standing]) -> tuple[Standing, ...]:
    """Return what is worth telling where no day was asked for: not from when it applied."""
    return tuple(each for each in said if each.state != Validity.NOT_YET)


def with_standing(
    store: Store, rows: Iterable[_Row], day: dt.date | None = None
) -> tuple[_Row, ...]:
    """Return steps of a lineage, or what is affected, with how each document there stands."""

    @cache
    def told(document: str) -> tuple[Standing, ...]:
        said = standing(store, document, day)
        return said if day else known(said)

    owner = cache(partial(iri.owner, among=store))
    return tuple(
        replace(
            row,
            standing=told(row.to_document if isinstance(row, Hop) else owner(row.affected)),
        )
        for row in rows
    )
