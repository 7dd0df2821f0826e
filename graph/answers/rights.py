"""Who holds which right, which clause protects it, what is forbidden, and who answers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache, partial
from typing import TYPE_CHECKING

from graph.answers.answerable import clause_answerable
from graph.answers.norms import norm_answers
from graph.answers.responsibility import ROLES
from graph.answers.stated import Stated, findings
from graph.model import NormKind, Role
from graph.outline import joined, stretches
from graph.questions import load
from graph.references import find_right
from graph.store import Iri

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from graph.answers.norms import NormAnswer
    from graph.answers.responsibility import Answering
    from graph.answers.stated import Shared
    from graph.outline import Stretch
    from graph.store import Row, Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause(Stated):
    """A provision that speaks of a right; the quote is its first mention, ``text`` its words."""

    holders: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RightAnswer:
    """One right: what it means, who holds it, where it stands and who answers for it.

    ``collection`` names the set of rights that it belongs to (三权), empty for none. ``norms`` are
    those of its clauses, prohibitions before the rest; ``agencies`` those who answer for them,
    leading ones first.
    """

    right: str
    definition: str
    collection: str
    holders: tuple[str, ...]
    clauses: tuple[Clause, ...]
    norms: tuple[NormAnswer, ...]
    agencies: tuple[Answering, ...]
    iri: str


@dataclass(frozen=True, slots=True)
class _Surroundings:
    """What else a clause says: its words, its norms, and who answers for it."""

    text: str
    norms: tuple[NormAnswer, ...]
    agencies: tuple[Answering, ...]


def rights(store: Store, right: str | None = None) -> tuple[RightAnswer, ...]:
    """Return the rights that the documents speak of: one, those of a collection (三权), or all.

    ``right`` is a name as people type it. A right that no document speaks of is left out.

    Raises:
        UnknownReference: no right is called so; the message names the near ones.

    """
    known = {row.one("right", str): row for row in store.select(load("right"))}
    if right is None:
        mentions = list(findings(store, "rights"))
    else:
        asked = find_right(store, right).iri
        members = [iri for iri, row in known.items() if asked in {iri, row["collection"]}]
        members = members or [asked]  # one that a text named first, by its own words
        mentions = [m for iri in members for m in findings(store, "rights", right=Iri(iri))]
    by_right: dict[str, list[tuple[Row, Shared]]] = {}
    for row, shared in mentions:
        by_right.setdefault(row.one("right", str), []).append((row, shared))
    around = cache(partial(_surroundings, store, cache(partial(stretches, store))))
    return tuple(_answer(iri, known.get(iri), its, around) for iri, its in sorted(by_right.items()))


def _answer(
    right: str,
    known: Row | None,
    mentions: Sequence[tuple[Row, Shared]],
    around: Callable[[str, str], _Surroundings],
) -> RightAnswer:
    """Return what is said of a right; ``known`` is None where the store's schemes lack it.

    A store keeps the schemes of the version that wrote it last, and may hold what another one read.
    """
    clauses: dict[str, Clause] = {}
    norms: dict[str, NormAnswer] = {}
    agencies: dict[str, Answering] = {}
    for row, shared in mentions:
        place, holder = shared["stated_in"], row.optional("holderName", str)
        its = around(row.one("document", str), place)
        clause = clauses.get(place) or Clause(**shared, holders=(), text=its.text)
        holders = dict.fromkeys((*clause.holders, holder)) if holder else clause.holders
        clauses[place] = replace(clause, holders=tuple(holders))
        norms |= {norm.iri: norm for norm in its.norms}
        agencies |= {agency.iri: agency for agency in its.agencies}
    return RightAnswer(
        right=mentions[0][0].one("rightName", str),
        definition=known.one("definition", str) if known else "",
        collection=(known.optional("collectionName", str) or "") if known else "",
        holders=tuple(dict.fromkeys(h for each in clauses.values() for h in each.holders)),
        clauses=tuple(clauses.values()),
        norms=tuple(sorted(norms.values(), key=lambda norm: norm.kind != NormKind.PROHIBITION)),
        agencies=tuple(sorted(agencies.values(), key=lambda who: ROLES.index(Role(who.role)))),
        iri=right,
    )


def _surroundings(
    store: Store,
    wording: Callable[[str], Mapping[str, tuple[Stretch, ...]]],
    document: str,
    place: str,
) -> _Surroundings:
    here = {"document": Iri(document), "statedIn": Iri(place)}
    return _Surroundings(
        text=joined(wording(document).get(place, ())),
        norms=tuple(norm_answers(findings(store, "norms", **here))),
        agencies=clause_answerable(store, document, place),
    )
