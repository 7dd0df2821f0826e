"""Those who are asked about, and those in texts whose duties can be theirs: by reform, on a day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph import iri
from graph.answers.dated import Dated
from graph.errors import BadReference
from graph.references.agencies import body_of, partners
from graph.resolve import agency_of
from graph.succession import Certainty, Trace, forerunners, holders, refusal, trace
from ontology import agencies, divisions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.references import AgencyMatch
    from graph.resolve import Agency
    from graph.store import Store
    from ontology.successions import Succession

_LISTED = 6  # names in a message


@dataclass(frozen=True, slots=True)
class Claim:
    """A body that is asked about, and one in texts whose duties can be its.

    ``names`` are the endings of the names by which that one does its work, empty for any name.
    """

    asked: Agency
    named: Agency
    names: tuple[str, ...] = ()

    @property
    def iri(self) -> str:
        """The IRI of the body in texts."""
        return iri.agency(self.named.division, self.named.kind)

    def grounds(
        self, written: str, text: str, stated: dt.date | None, on: dt.date | None
    ) -> tuple[Trace, ...]:
        """Return how a duty of the body in texts is that of the body asked about; () if it is not.

        ``written`` is its name in the text of the duty, ``text`` that of the clause, which is of
        the day ``stated``; ``on`` as in :func:`graph.succession.trace`.
        """
        if self.names:
            shared = written.endswith(self.names)
            return (Trace(self.asked, Certainty.SAME, ()),) if shared else ()
        found = trace(self.named, self.asked, text, stated, on)
        return (found,) if found else ()


def claims(asked: Agency) -> tuple[Claim, ...]:
    """Return the bodies in texts whose duties can be those of a body, itself first.

    They are those before it by any reform, and the joint offices that do its work.
    """
    before = (Claim(asked, body) for body in (asked, *forerunners(asked)))
    beside = (Claim(asked, body_of(other), names) for other, names in partners(asked))
    return (*before, *beside)


def all_holders(
    thing: str, text: str, stated: dt.date | None, on: dt.date | None
) -> tuple[Trace, ...]:
    """Return whose duty on a day is what a text gave to a body; without a day, that body's."""
    named = body_of(thing)
    if on is None:
        return (Trace(named, Certainty.SAME, ()),)
    return holders(named, text, stated, on)


def existing(store: Store, found: Iterable[AgencyMatch], on: dt.date) -> tuple[AgencyMatch, ...]:
    """Return those that there was on a day, so far as is known.

    Raises:
        BadReference: there was none; the message names those that did the work on that day.

    """
    documents = Dated(store)
    refused: list[tuple[AgencyMatch, tuple[Succession, ...]]] = []
    kept = []
    for match in found:
        events = () if match.open else refusal(match.body, on)
        if events:
            since = dt.date.min if _made(match.body, events) else events[-1].local_until
            named = documents.named(match.division, since, on)
            events = refusal(match.body, on, named)
        if events:
            refused.append((match, events))
        else:
            kept.append(match)
    if refused and not kept:
        raise BadReference("; ".join(_refusals(refused, on)))
    return tuple(kept)


def _refusals(
    refused: Iterable[tuple[AgencyMatch, tuple[Succession, ...]]], on: dt.date
) -> Iterator[str]:
    """Yield why bodies cannot be asked about, once for all of which the same is true."""
    told: dict[str, list[str]] = {}
    for match, events in refused:
        told.setdefault(_refusal(match.body, events, on), []).append(match.name)
    for reason, names in told.items():
        more = " …" if len(names) > _LISTED else ""
        yield f"{'、'.join(names[:_LISTED])}{more}: {reason}"


def _refusal(body: Agency, events: tuple[Succession, ...], on: dt.date) -> str:
    place = divisions.get(body.division)
    made = _made(body, events)
    kinds = [row.predecessor if made else row.successor for row in events]
    others = [kind for full in dict.fromkeys(kinds) if (kind := agencies.by_full_name(full))]
    names = [agency_of(kind, place).short for kind in others[:_LISTED] if place]
    reforms = "、".join(dict.fromkeys(row.event for row in events))
    zh, en = ("尚无", "not yet there") if made else ("已无", "no longer there")
    return f"{on} {zh}此机构（{reforms}）/ {en} on that day; 可问 / ask for: {'; '.join(names)}"


def _made(body: Agency, events: tuple[Succession, ...]) -> bool:
    """Tell whether events made a body, rather than ended it."""
    return events[0].successor == body.classification


def by_place(division: str) -> str:
    """Return the key by which places are listed: the nation, then by code.

    >>> sorted(["652801", "CN", "650000"], key=by_place)
    ['CN', '650000', '652801']
    """
    return "" if division == divisions.NATION else division
