"""The nouns of a comparison: which clause carries out which, what changed, and what stands alone.

A correspondence is a finding for a lawyer, never a verdict: it does not prove that the lower
document conforms to the higher one, and a clause without a parent may rest on another document.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from graph.model import Status

if TYPE_CHECKING:
    from graph.model import Document, Span

NOTE: Final = {
    "zh": "对应关系供法律人员核查，不是结论；有对应不证明相符，无对应不证明抵触。",
    "en": "A correspondence is a finding for a lawyer to check, never a verdict: it is no proof of "
    "conformity, and its absence none of conflict.",
}
SURE: Final = 0.8  # a probability from which on a correspondence is a base for further answers
OPEN: Final = 0.15  # and one from which on a reviewer should look at it


class State(StrEnum):
    """How a correspondence stands: on the first alone further answers rest."""

    MATCHED = "matched"  # 对应
    TO_REVIEW = "to-review"  # 待核
    NOT_FOUND = "not-found"  # 未见对应


def state_of(score: float, status: str = Status.CANDIDATE) -> State:
    """Return how a correspondence of a probability stands, and of a review status."""
    if status == Status.REJECTED:
        return State.NOT_FOUND
    if status == Status.ACCEPTED or score >= SURE:
        return State.MATCHED
    return State.TO_REVIEW if score >= OPEN else State.NOT_FOUND


class Kind(StrEnum):
    """What two documents are to each other when they are compared."""

    PARENT = "parent"  # the child carries the parent out
    VERSIONS = "versions"  # the child is the newer version of one instrument, the parent the older


class Change(StrEnum):
    """What a clause changes in its parents; looser and stricter are the citizen's view."""

    UNCHANGED = "unchanged"
    LOCALISED = "localised"
    ADDED_DETAIL = "added-detail"
    NARROWED = "narrowed"
    WIDENED = "widened"
    RELAXED = "relaxed"
    TIGHTENED = "tightened"
    DUTY_WEAKER = "duty-weaker"  # in a headline only
    DUTY_STRONGER = "duty-stronger"
    CHANGED = "changed"  # in a direction that the rules cannot tell


class Direction(StrEnum):
    """How a parameter differs from the parent's."""

    SAME = "same"
    RELAXED = "relaxed"
    TIGHTENED = "tightened"
    DROPPED = "dropped"
    ADDED = "added"
    DUTY_WEAKER = "duty-weaker"  # binds offices, not citizens
    DUTY_STRONGER = "duty-stronger"
    NOT_COMPARABLE = "not-comparable"


@dataclass(frozen=True, slots=True)
class SharedPassage:
    """The same words in both texts but for places and levels, each by its span in its source."""

    child: Span
    parent: Span


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for a correspondence.

    ``of_child`` and ``of_parent`` are the weighted shares (0 to 1) of the one clause that the other
    has too; ``reasons`` are those of :data:`graph.align.reasons.REASONS` that speak most for it,
    ``beside`` the parents of the clauses right before and after; ``concepts`` are the groups,
    rights, agencies and functions that both name, as ``scheme:key``; ``whole_sentence`` a sentence
    of the parent that this clause has far more of than any other; ``named`` the child's words that
    cite the parent clause; ``same_heading`` that the child is headed as the section that the parent
    clause stands in.
    """

    of_child: float
    of_parent: float
    reasons: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    concepts: tuple[str, ...] = ()
    passages: tuple[SharedPassage, ...] = ()
    whole_sentence: Span | None = None
    named: Span | None = None
    same_heading: bool = False


@dataclass(frozen=True, slots=True)
class ParentLink:
    """A parent that a clause carries out: ``score`` is how probable that is, from 0 to 1.

    ``status`` is a review status.
    """

    label: str
    score: float
    evidence: Evidence
    status: str = Status.CANDIDATE

    @property
    def sure(self) -> bool:
        """Whether the correspondence holds (对应); otherwise it is to be reviewed (待核)."""
        return state_of(self.score, self.status) == State.MATCHED


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value that both clauses could state; a side that says nothing is None.

    ``kind`` is a notation of the scheme ``parameter-kinds``, ``subject`` the words that say what is
    measured, where there are any; ``reason`` a notation of ``comparison-reasons``, why nothing is
    told of the direction; ``clause`` the label of the parent that states it.
    """

    kind: str
    subject: str
    child: Span | None
    parent: Span | None
    direction: Direction
    reason: str = ""
    clause: str = ""


@dataclass(frozen=True, slots=True)
class ProvisionAlignment:
    """A clause with the parents that it carries out, best first, and what it changes in them."""

    child: str
    parents: tuple[ParentLink, ...]
    changes: tuple[Change, ...]
    parameters: tuple[Parameter, ...] = ()

    @property
    def sure_parents(self) -> tuple[ParentLink, ...]:
        """The parents to which the correspondence holds."""
        return tuple(each for each in self.parents if each.sure)

    @property
    def sure_parameters(self) -> tuple[Parameter, ...]:
        """The parameters, but none over against what may be no parent.

        One that no parent states is measured against the best of them.
        """
        sure = {each.label for each in self.sure_parents}
        best = self.parents[0].label
        return tuple(each for each in self.parameters if (each.clause or best) in sure)


@dataclass(frozen=True, slots=True)
class NotFound:
    """A clause for which no counterpart was surely found, with the nearest candidate.

    ``to_review`` tells that a correspondence with the nearest is to be reviewed (待核),
    ``rejected`` that it was one until a reviewer rejected it.
    """

    label: str
    nearest: str | None
    score: float
    rejected: bool = False
    to_review: bool = False

    @property
    def is_open(self) -> bool:
        """Whether the nearest is near enough for a reviewer to look at it (待核)."""
        return not self.rejected and state_of(self.score) != State.NOT_FOUND


@dataclass(frozen=True, slots=True)
class Revision:
    """What became of a clause from the older version (``parent``) to the newer one (``child``).

    A side that has no such clause is None. ``unchanged`` is word for word, but for its own number;
    ``moved`` stands in another order than the clauses beside it. A clause without a counterpart may
    have been split off an old one (``split_from``) or have gone into a new one (``merged_into``).
    """

    child: str | None
    parent: str | None
    unchanged: bool = False
    moved: bool = False
    renumbered: bool = False
    split_from: str = ""
    merged_into: str = ""

    @property
    def is_new(self) -> bool:
        """Whether the older version has nothing that became it."""
        return self.parent is None and not self.split_from

    @property
    def is_deleted(self) -> bool:
        """Whether nothing of the newer version came from it."""
        return self.child is None and not self.merged_into


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two documents held against each other, clause by clause, in the order of the child.

    ``rejected`` are correspondences that a reviewer rejected; they count nowhere else.
    ``revisions`` are the clauses of two versions in the order of the newer one, each of the older
    one that is gone behind what stood before it.
    ``candidates`` are too improbable for a parent, and probable enough for a reviewer to look at.
    """

    child: Document
    parent: Document
    alignments: tuple[ProvisionAlignment, ...] = field(default=())
    child_without_parent: tuple[NotFound, ...] = field(default=())
    parent_without_child: tuple[NotFound, ...] = field(default=())
    rejected: tuple[tuple[str, ParentLink], ...] = field(default=())
    kind: Kind = Kind.PARENT
    revisions: tuple[Revision, ...] = field(default=())
    candidates: tuple[tuple[str, ParentLink], ...] = field(default=())

    def to_review(self, child: str) -> tuple[ParentLink, ...]:
        """Return the parents of a clause (its label) that are to be reviewed (待核), best first."""
        found = [link for label, link in self.candidates if label == child]
        for each in self.alignments:
            if each.child == child:
                found += (link for link in each.parents if not link.sure)
        return tuple(sorted(found, key=lambda link: -link.score))
