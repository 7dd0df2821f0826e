"""The clauses of other documents that correspond to one document's: inferred, never stated."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from exports.to_review import folded, named
from graph.align.comparison import State
from graph.answers.correspondences import Clauses, correspondences, lonely, sides
from graph.answers.opening import Gap
from graph.model import Status
from graph.outline import key
from graph.questions import load
from graph.store import Iri
from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from exports.site.known import Known
    from graph.answers.closed import Reason
    from graph.answers.correspondences import Clause, Correspondence
    from ontology.lexicon import Lang


@dataclass(frozen=True, slots=True)
class Parameter:
    """A condition, a date, a leader in both clauses, and how the lower one differs.

    ``child`` and ``parent`` are the words of each side, empty where it says nothing.
    """

    kind: str
    subject: str
    direction: str
    child: str
    parent: str

    @property
    def plain(self) -> bool:
        """Tell whether the words for what is fixed are no more than the kind itself."""
        return self.subject == lexicon.label("parameter-kinds", self.kind)


@dataclass(frozen=True, slots=True)
class Counterpart:
    """A clause of another document that corresponds, with what speaks for it and what changed.

    ``text`` are the words of a clause above; those below can be many, and each has its own page.
    """

    iri: str
    document: str
    name: str
    label: str
    heading: str
    text: str
    score: float | None
    status: str
    delta: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    reason: str
    state: str

    @property
    def to_review(self) -> bool:
        """Whether it waits for a reviewer (待核)."""
        return self.state == State.TO_REVIEW and self.status == Status.CANDIDATE


@dataclass(frozen=True, slots=True)
class NotFound:
    """A held document that was looked through for a counterpart.

    ``reason`` tells what came nearest, or was a counterpart until a reviewer rejected it;
    ``closed`` why a reviewer finds that in order.
    """

    document: str
    name: str
    reason: str
    closed: Reason | None


@dataclass(slots=True)
class Counterparts:
    """What corresponds to one clause; ``folded…`` is one line for what is to be reviewed."""

    above: list[Counterpart] = field(default_factory=list)
    below: list[Counterpart] = field(default_factory=list)
    folded_above: str = ""
    folded_below: str = ""
    not_above: list[NotFound] = field(default_factory=list)
    not_below: list[NotFound] = field(default_factory=list)


def counterparts(known: Known, document: str, lang: Lang) -> Mapping[str, Counterparts]:
    """Return what corresponds to each clause of a document, the best first."""
    store, clauses = known.store, Clauses(known.store)
    found: defaultdict[str, Counterparts] = defaultdict(Counterparts)
    for pair, _ in known.pairs.get(document, ()):
        parameters = _parameters(known, pair)
        for each in correspondences(store, lang, pair=pair):
            mine = parameters.get(each.iri, ())
            if each.child_document == document:
                there = clauses.of(each.parent_document, each.parent)
                above = _counterpart(each, each.parent, each.parent_document, there, mine)
                found[each.stated_in].above.append(above)
            if each.parent_document == document:
                there = clauses.of(each.child_document, each.stated_in)
                below = _counterpart(each, each.stated_in, each.child_document, there, mine)
                found[each.parent].below.append(replace(below, text=""))
        for lone in lonely(store, lang, pair=pair):
            if lone.own_document == document:
                lower, theirs = lone.side == "child", found[lone.stated_in]
                gap = Gap.NO_PARENT if lower else Gap.NO_CHILD
                closed = known.reasons.of(lone.stated_in, gap, (lone.other_document,))
                if lone.state == State.TO_REVIEW and not closed:
                    continue  # it stands among what is to be reviewed
                missed = NotFound(lone.other_document, lone.against, lone.justification, closed)
                (theirs.not_above if lower else theirs.not_below).append(missed)
    for its in found.values():
        its.above.sort(key=_best_first)
        its.below.sort(key=_best_first)
        its.folded_above, its.folded_below = _folded(its.above, lang), _folded(its.below, lang)
    return found


def _folded(those: Iterable[Counterpart], lang: Lang) -> str:
    """Return what is to be reviewed in one line, the most probable first."""
    every = tuple(those)
    waiting = named((e.name, e.label, e.score or 0.0) for e in every if e.to_review)
    return folded(waiting, lang, alone=all(each.to_review for each in every))


def _best_first(each: Counterpart) -> tuple[float, str]:
    return (-(each.score or 0), each.iri)


def _counterpart(
    found: Correspondence,
    iri: str,
    document: str,
    there: Clause,
    parameters: tuple[Parameter, ...],
) -> Counterpart:
    return Counterpart(
        iri=iri,
        document=document,
        name=there.document,
        label=there.label,
        heading=there.heading,
        text=there.text,
        score=found.score,
        status=found.status,
        delta=found.delta,
        parameters=parameters if found.sure else (),
        reason=found.justification,
        state=found.state,
    )


def _parameters(known: Known, pair: str) -> Mapping[str, tuple[Parameter, ...]]:
    found: defaultdict[str, list[tuple[int, Parameter]]] = defaultdict(list)
    for row in known.store.select(load("parameters"), pair=Iri(pair)):
        both = sides(known.store, row.one("parameter", str))
        first = (both["child"] or both["parent"] or (None,))[0]
        parameter = Parameter(
            kind=key(row.one("kind", str)),
            subject=row.one("subject", str),
            direction=key(row.one("direction", str)),
            child=" … ".join(stretch.words for stretch in both["child"]),
            parent=" … ".join(stretch.words for stretch in both["parent"]),
        )
        found[row.one("alignment", str)].append((first.start if first else 0, parameter))
    return {
        alignment: tuple(
            parameter for _, parameter in sorted(its, key=lambda p: (p[0], repr(p[1])))
        )
        for alignment, its in found.items()
    }
