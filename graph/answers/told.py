"""What is told of a thing: one fact, or one finding with its words, its rule and its review."""

from __future__ import annotations

from dataclasses import dataclass

from graph.align.comparison import State


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One thing that is said: a fact about the document, or a finding with its words and rule.

    ``kind`` tells which (title, citation, responsibility, norm …), ``value`` and ``detail`` what:
    an agency and its role, a document and the relation to it. ``decision``, ``correction``,
    ``note`` and ``by`` are what a reviewer decided about it, or about what it stated before where
    the status is *suspect*. ``precision`` is how right the rule's findings were when ``judged`` of
    them were read. ``score`` is how probable a correspondence is, and ``state`` whether it holds
    (:class:`graph.align.comparison.State`). The other fields are those of
    :class:`graph.answers.stated.Stated`; a fact that stands in no single place has no quote.
    """

    kind: str
    value: str
    detail: str = ""
    document: str = ""
    provision: str = ""
    heading: str = ""
    quote: str = ""
    start: int | None = None
    end: int | None = None
    source: str = ""
    status: str = ""
    rule: str = ""
    precision: float | None = None
    judged: int | None = None
    iri: str = ""
    stated_in: str = ""
    decision: str = ""
    correction: str = ""
    note: str = ""
    by: str = ""
    score: float | None = None
    state: str = ""

    @property
    def to_review(self) -> bool:
        """Whether it is a correspondence that waits for a reviewer (待核)."""
        return self.state == State.TO_REVIEW
