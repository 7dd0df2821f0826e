"""Gaps that a reviewer has closed by a justification."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache, partial
from typing import TYPE_CHECKING, TypeAlias

from graph import iri
from graph.alignments.justified import justified, words_now
from graph.answers.opening import Gap
from graph.model import Status
from graph.outline import outline

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from graph.alignments.justified import Justified
    from graph.answers.opening import Open
    from graph.store import Store

    PairReasons: TypeAlias = "Mapping[tuple[Gap, str], Reason]"  # by the label of the clause


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a gap is none. ``status`` is *accepted*, or *suspect* where the clause changed since."""

    because: str
    status: str


class Reasons:
    """The justifications of a store, read once."""

    def __init__(self, store: Store) -> None:
        """Read the justifications of a store."""
        self._store = store
        self._now = cache(partial(words_now, store))
        self._given: dict[str, list[Justified]] = {}
        for each in justified(store):
            self._given.setdefault(each.about, []).append(each)

    def of(self, clause: str, gap: str, others: Collection[str] = ()) -> Reason | None:
        """Return why a gap of a clause is none over against other documents (all IRIs).

        One given for a document counts for that alone, and before one given for all; a gap to
        several documents is closed when it is to each of them.
        """
        given = [each for each in self._given.get(clause, ()) if each.gap in {gap, ""}]
        fitting = [
            max(those, key=lambda each: (bool(each.document), bool(each.gap)))
            for other in (others or ("",))
            if (those := [each for each in given if each.document in {other, ""}])
        ]
        if not fitting or len(fitting) < len(others):
            return None
        now = self._now(iri.owner(clause, self._store)).get(clause, "")
        holds = all(each.digest == now for each in fitting)
        because = dict.fromkeys(each.because for each in fitting)
        return Reason("；".join(because), Status.ACCEPTED if holds else Status.SUSPECT)


def reasons_of_pair(store: Store, child: str, parent: str) -> PairReasons:
    """Return why gaps between two held documents (IRIs) are none."""
    reasons = Reasons(store)
    return {
        (gap, part.label): reason
        for gap, own, other in ((Gap.NO_PARENT, child, parent), (Gap.NO_CHILD, parent, child))
        for part in outline(store, own).values()
        if (reason := reasons.of(part.iri, gap, (other,)))
    }


def closed(store: Store, found: Iterable[Open], *, keep: bool) -> Iterator[Open]:
    """Yield gaps without those that are justified, or, with ``keep``, these as *accepted*.

    Where the clause has other words than those that were justified the gap is open again, as
    *suspect* and with the old reason.
    """
    reasons = Reasons(store)
    for each in found:
        reason = reasons.of(each.stated_in, each.gap, each.others)
        if reason is None:
            yield each
        elif keep or reason.status != Status.ACCEPTED:
            yield replace(each, because=reason.because, status=reason.status)
