"""The steps of a lineage."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Literal

from graph.align.comparison import State
from graph.answers.stated import Stated

Direction = Literal["up", "down"]

ALIGNMENT: Final = "alignment"  # from clause to clause; no relation that a text states
DIRECT: Final = "direct-alignment"  # from clause to clause, past the documents in between
NOT_FOUND: Final = "not-found"
UNSTATED: Final = "unstated-parent"  # seems to be followed, and is not named


class Direct(StrEnum):
    """How a clause further up corresponds to the clause asked for itself, beside the way there."""

    HOLDS = "holds"
    TO_REVIEW = "to-review"
    NOT_FOUND = "not-found"
    NOT_COMPARED = "not-compared"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hop(Stated):
    """One step of a lineage, from ``origin`` to ``to``; ``relation`` always reads child to parent.

    The first hops start at what was asked for, the others where an earlier one arrived.
    ``to_document`` (an IRI), ``document``, ``provision``, ``heading``, ``title``, ``level`` and
    ``stub`` describe where the hop arrives: the cited document on the way up, what cites on the way
    down. A stub is not held, so that nothing is known beyond it. The quote is always that of the
    document that cites, which ``source`` names. ``via`` is what speaks for ``origin``, by its name:
    the plan that a clause is part of, a clause of the document; empty where the citation is
    ``origin``'s own.

    A hop from clause to clause has the relation ``alignment``: ``text`` are the words of the clause
    where it arrives, ``delta`` what the lower one changes, ``score`` how probable it is and
    ``justification`` why; by its ``state`` it is *matched* or *to-review*, and nothing rests on the
    latter. One of the relation ``not-found`` says that a held parent was looked through for a
    counterpart, and ends there. Beyond the first such hop ``direct`` says how the clause where it
    arrives corresponds to the clause asked for, ``direct_score`` how probable that is (nothing for
    no counterpart, or where it was not compared), and ``diverges`` that the way there says
    otherwise: a way over other clauses proves nothing by itself. A hop of the relation
    ``direct-alignment`` is one to which no way over correspondences that hold leads; its ``via``
    names the stated parents between.
    ``standing`` is what is said of whether that document is in force
    (:mod:`graph.answers.validity`).
    """

    origin: str
    to: str
    to_document: str
    relation: str
    title: str
    level: str
    stub: bool
    depth: int
    via: str
    text: str = ""
    delta: tuple[str, ...] = ()
    score: float | None = None
    justification: str = ""
    state: str = ""
    direct: str = ""
    direct_score: float | None = None
    diverges: bool = False
    standing: tuple[Stated, ...] = ()

    @property
    def to_review(self) -> bool:
        """Whether it is a correspondence that waits for a reviewer (待核)."""
        return self.state == State.TO_REVIEW
