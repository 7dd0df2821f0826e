"""The duties of agencies, many at once: each question reads the days of all documents."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from graph import iri
from graph.answers.responsibility import responsibility
from graph.references import AgencyMatch
from graph.succession import heirs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from exports.site.known import Known
    from graph.answers.responsibility import Duty

AT_ONCE: Final = 400
_KEPT: Final = 2  # answers for so many agencies

Duties = tuple["Duty", ...]


class AllDuties:
    """The duties of agencies, asked for in batches; a batch is kept while its pages are made."""

    def __init__(self, known: Known, matches: Iterable[AgencyMatch], at_once: int) -> None:
        """Take the agencies in the order in which they will be asked about."""
        self._known = known
        self._batches = list(_batches(matches, at_once))
        self._batch_of = {m.iri: at for at, batch in enumerate(self._batches) for m in batch}
        self._answers = lru_cache(_KEPT)(lambda at: duties_of(known, self._batches[at]))

    def of(self, match: AgencyMatch) -> Duties:
        """Return the duties of one of the agencies, in the order of the texts."""
        return self._answers(self._batch_of[match.iri]).get(match.iri, ())


def duties_of(known: Known, matches: Sequence[AgencyMatch]) -> Mapping[str, Duties]:
    """Return the duties of agencies by their IRIs, as a question for each alone would.

    A duty names its agency, which is one of those asked for: a body by its full name, an open set
    by that and its document. Where two share a name each is asked for by itself.
    """
    by_name: defaultdict[tuple[str, str], list[AgencyMatch]] = defaultdict(list)
    for match in matches:
        by_name[known.owner(match.iri) if match.open else "", match.name].append(match)
    found: defaultdict[str, list[Duty]] = defaultdict(list)
    for duty in responsibility(known.store, matches):
        asked = by_name.get((known.owner(duty.stated_in) if duty.open else "", duty.agency), ())
        if len(asked) != 1:
            return {m.iri: responsibility(known.store, [m]) for m in matches}
        found[asked[0].iri].append(duty)
    return {thing: tuple(duties) for thing, duties in found.items()}


def successors(known: Known, named: Iterable[AgencyMatch]) -> Iterator[tuple[AgencyMatch, int]]:
    """Yield the bodies that no text names and to which reforms gave duties, and how many."""
    bodies = [match for match in named if not match.open]
    there = {match.iri for match in bodies}
    possible = {
        thing: AgencyMatch(thing, heir.name, open=False)
        for match in bodies
        for heir in heirs(match.body)
        if (thing := iri.agency(heir.division, heir.kind)) not in there
    }
    for batch in _batches((possible[thing] for thing in sorted(possible)), AT_ONCE):
        found = duties_of(known, batch)
        for match in batch:
            if match.iri in found:
                yield match, len(found[match.iri])


def _batches(matches: Iterable[AgencyMatch], at_once: int) -> Iterator[Sequence[AgencyMatch]]:
    batch: list[AgencyMatch] = []
    for match in matches:
        batch.append(match)
        if len(batch) == at_once:
            yield batch
            batch = []
    if batch:
        yield batch
