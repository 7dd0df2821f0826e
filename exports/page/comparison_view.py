"""A document held against the documents that it carries out, clause by clause, for the page."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from exports.comparison import by_clause, parameter_object, side_by_side
from exports.page.known_pair import KnownPair
from exports.to_review import folded
from graph.align import compare
from graph.align.comparison import NOTE
from graph.align.differences import Mark
from graph.align.headline import Headline, headline
from graph.align.justification import justification, not_found
from graph.answers.opening import Gap
from graph.model import Status
from ontology.lexicon import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from graph.align.comparison import Change, NotFound, Parameter, ParentLink, ProvisionAlignment
    from graph.alignments.held import Held
    from graph.answers.correspondences import Correspondence
    from graph.model import Document
    from ontology.lexicon import Lang

_FAINT: Final = 0.2  # of the words; below, all but a few of them would be struck out
Both: TypeAlias = "Mapping[str, str]"  # the same in Chinese and English


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of a clause, and whether only this side has it."""

    text: str
    changed: bool


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause: its IRI, its label, its heading."""

    iri: str
    label: str
    heading: str


@dataclass(frozen=True, slots=True)
class ParentClause:
    """A parent with both texts; ``why`` says what speaks for it.

    ``score`` is the probability of the correspondence, ``shared`` the share of words that both have
    (0 to 1), ``sure`` whether it holds or is still to be reviewed.
    ``finding`` is the alignment in the store (an IRI), empty where the store has none;
    ``suspicion`` is why it is suspect: the ``parent`` has other words since the two documents were
    first compared, or either clause since its ``review``; empty where it is not.
    """

    clause: Clause
    score: float
    shared: float
    sure: bool
    status: str
    suspicion: str
    why: Both
    child_words: tuple[Words, ...]
    parent_words: tuple[Words, ...]
    finding: str

    @property
    def is_faint(self) -> bool:
        """Tell whether the two share so little that this is marked, and not what differs."""
        return self.shared < _FAINT


@dataclass(frozen=True, slots=True)
class Row:
    """A clause with its parents, what changed, and the parameters that differ (plain values).

    ``changes`` are what changed, or the wording where nothing else did; ``wording`` is the quieter
    row beside it. ``supposed`` tells that no parent is sure.
    ``to_review`` are clauses that may be parents too, on which nothing rests until a reviewer
    accepts them; ``folded`` names them in one line.
    """

    clause: Clause
    parents: tuple[ParentClause, ...]
    changes: tuple[str, ...]
    wording: tuple[str, ...]
    supposed: bool
    parameters: tuple[Mapping[str, Any], ...]
    to_review: tuple[ParentClause, ...] = ()
    folded: Both = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Alone:
    """A clause without a counterpart, the nearest candidate, and why that is none.

    ``because`` is what a reviewer said of the gap: it is none (``status`` accepted), or was none
    until the clause got other words (suspect). Without one ``near`` names the two clauses where
    the nearest is probable enough (``score``) for a reviewer.
    """

    clause: Clause
    reason: Both
    because: str = ""
    status: str = ""
    to_review: bool = False
    near: str = ""
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class Gone:
    """A clause whose parent's words are not there any more, by its alignment in the store."""

    clause: Clause
    finding: str
    status: str
    reason: Both


@dataclass(frozen=True, slots=True)
class ComparisonView:
    """A child against one parent (an IRI); the gaps of both kinds are listed apart.

    ``to_review`` are parent's clauses that one of the child may carry out, ``folded`` into a line;
    clauses of the child that may have a parent are rows.
    """

    parent: str
    name: str
    title: str
    note: Both
    rows: tuple[Row, ...]
    without_parent: tuple[Alone, ...]
    without_child: tuple[Alone, ...]
    to_review: tuple[Alone, ...]
    folded: Both
    gone: tuple[Gone, ...]
    known: KnownPair


def comparison_view(child: Held, parent: Held, known: KnownPair | None = None) -> ComparisonView:
    """Return the comparison of two held documents, with what the store knows of the pair."""
    return _View(child, parent, known or KnownPair()).made()


class _View:
    """Two documents while their comparison is put together."""

    def __init__(self, child: Held, parent: Held, known: KnownPair) -> None:
        self._known = known
        self._child, self._parent = child.parts.document, parent.parts.document
        self._comparison = compare(child.side, parent.side, known.statuses)
        self._ours, self._theirs = _Clauses(child), _Clauses(parent)

    def made(self) -> ComparisonView:
        document, found = self._comparison.parent, self._comparison
        above = [
            self._alone(each, self._ours, Gap.NO_PARENT, self._parent)
            for each in found.child_without_parent
        ]
        below = [
            self._alone(each, self._theirs, Gap.NO_CHILD, self._child)
            for each in sorted(found.parent_without_child, key=lambda e: -e.score * e.is_open)
        ]
        waiting = [(each.near, each.score) for each in below if each.to_review]
        return ComparisonView(
            parent=self._parent,
            name=document.number or document.title,
            title=document.title,
            note=NOTE,
            rows=tuple(self._rows()),
            without_parent=tuple(each for each in above if not each.to_review),
            without_child=tuple(each for each in below if not each.to_review),
            to_review=tuple(each for each in below if each.to_review),
            folded=_both(lambda lang: folded(waiting, lang, alone=True)),
            gone=tuple(map(self._gone, self._known.gone)),
            known=self._known,
        )

    def _rows(self) -> Iterator[Row]:
        """Yield the clauses in the order of the child, with what a reviewer rejected behind."""
        known = {
            child: (alignment, those) for child, alignment, those in by_clause(self._comparison)
        }
        rejected: dict[str, list[ParentLink]] = {}
        for child, link in self._comparison.rejected:
            rejected.setdefault(child, []).append(link)
        for label in self._ours.labels:
            if label in known or label in rejected:
                alignment, to_review = known.get(label, (None, ()))
                yield self._row(label, alignment, to_review, rejected.get(label, ()))

    def _row(
        self,
        label: str,
        alignment: ProvisionAlignment | None,
        to_review: Sequence[ParentLink],
        rejected: Iterable[ParentLink],
    ) -> Row:
        head = headline(alignment) if alignment else Headline((), (), supposed=True)
        sure = alignment.sure_parents if alignment else ()
        stated = alignment.sure_parameters if alignment else ()
        named = [(each.label, each.score) for each in to_review]
        return Row(
            clause=self._ours.of(label),
            parents=tuple(self._parent_clause(label, link) for link in (*sure, *rejected)),
            changes=_values(head.told or head.wording),
            wording=_values(head.wording) if head.told else (),
            supposed=head.supposed,
            parameters=tuple(map(self._parameter, stated)),
            to_review=tuple(self._parent_clause(label, link) for link in to_review),
            folded=_both(lambda lang: folded(named, lang, alone=not sure)),
        )

    def _parent_clause(self, child: str, link: ParentLink) -> ParentClause:
        stretches = side_by_side(self._comparison, child, link.label)
        known = self._known.alignments.get((child, link.label))
        return ParentClause(
            clause=self._theirs.of(link.label),
            score=link.score,
            shared=(link.evidence.of_child + link.evidence.of_parent) / 2,
            sure=link.sure,
            status=link.status,
            suspicion=self._suspicion(known.iri) if known and link.status == Status.SUSPECT else "",
            why=_both(lambda lang: justification(self._comparison, link, lang)),
            child_words=tuple(printed_words(self._comparison.child, stretches, "child")),
            parent_words=tuple(printed_words(self._comparison.parent, stretches, "parent")),
            finding=known.iri if known and known.iri in self._known.statements else "",
        )

    def _suspicion(self, alignment: str) -> str:
        return "review" if alignment in self._known.reviews else "parent"

    def _alone(self, found: NotFound, clauses: _Clauses, gap: Gap, other: str) -> Alone:
        clause = clauses.of(found.label)
        known = self._known.reason(clause.iri, gap, other)
        return Alone(
            clause,
            _both(lambda lang: not_found(found, lang)),
            because=known.because if known else "",
            status=known.status if known else "",
            to_review=found.is_open and not known,
            near=f"{found.nearest} ← {found.label}",
            score=found.score,
        )

    def _gone(self, both: tuple[Correspondence, Correspondence]) -> Gone:
        zh, en = both
        finding = zh.iri if zh.iri in self._known.statements else ""
        reason = {"zh": zh.justification, "en": en.justification}
        return Gone(Clause(zh.stated_in, zh.provision, zh.heading), finding, zh.status, reason)

    def _parameter(self, parameter: Parameter) -> dict[str, Any]:
        plain = parameter_object(self._comparison, parameter)
        what = _both(lambda lang: parameter_object(self._comparison, parameter, lang)["what"])
        why = _both(lambda lang: parameter_object(self._comparison, parameter, lang)["reason"])
        return {**plain, "what": what, "why": why}


class _Clauses:
    """The provisions of a document by their labels, under the IRIs of the graph."""

    def __init__(self, held: Held) -> None:
        self._iris = held.parts.provisions
        provisions = held.side.reading.document.provisions
        self._headings = {each.label: each.heading for each in provisions}
        self.labels = tuple(self._headings)

    def of(self, label: str) -> Clause:
        return Clause(self._iris[label], label, self._headings[label])


def _both(say: Callable[[Lang], str]) -> Both:
    return {lang: say(lang) for lang in LANGUAGES}


def _values(changes: Iterable[Change]) -> tuple[str, ...]:
    return tuple(change.value for change in changes)


def printed_words(
    document: Document, stretches: Iterable[Mapping[str, Any]], side: str
) -> Iterator[Words]:
    """Yield the words of one side as they are printed, with the blanks between the stretches."""
    at = None
    for stretch in stretches:
        here = stretch[side]
        if here is None:
            continue
        if at is not None and at < here["start"]:
            yield Words(document.source.text[at : here["start"]], changed=False)
        yield Words(here["quote"], changed=stretch["mark"] != Mark.EQUAL)
        at = here["end"]
