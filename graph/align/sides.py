"""A clause beside the parents that it carries out, with everything that was found in both."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from graph.align.masking import masker
from graph.align.passages import clauses_of, folded_offset

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator, Mapping

    from graph.align.passages import Clause, Sentence
    from graph.align.similarity import Weights
    from graph.model import Finding, Reading

    AnyFinding = TypeVar("AnyFinding", bound=Finding)

_MATCHES = 0.3  # share of a sentence that another has when both say the same


@dataclass(frozen=True, slots=True)
class Side:
    """A reading, what is left out of it, its comparable clauses, and its findings by place."""

    reading: Reading
    pattern: re.Pattern[str]
    clauses: tuple[Clause, ...]
    findings: Mapping[str, tuple[Finding, ...]]

    @property
    def text(self) -> str:
        """The folded text."""
        return self.reading.document.folded.text

    @property
    def place(self) -> str:
        """The code of the place that the document is for."""
        found = self.reading.document.jurisdiction
        return found.code if found else ""

    def of(self, clause: Clause, kind: type[AnyFinding]) -> Iterator[AnyFinding]:
        """Yield what of a kind was found in a clause."""
        for finding in self.findings.get(clause.label, ()):
            if isinstance(finding, kind):
                yield finding


def prepare(reading: Reading) -> Side:
    """Return a reading ready to be compared; it need be prepared only once for many comparisons."""
    pattern = masker(reading.document)
    found: dict[str, list[Finding]] = {}
    kinds: tuple[Iterable[Finding], ...] = (
        reading.conditions,
        reading.targets,
        reading.deadlines,
        reading.responsibilities,
        reading.norms,
        reading.groups,
        reading.rights,
    )
    for kind in kinds:
        for finding in kind:
            found.setdefault(finding.where, []).append(finding)
    by_place = {where: tuple(those) for where, those in found.items()}
    return Side(reading, pattern, clauses_of(reading, pattern), by_place)


@dataclass(frozen=True, slots=True)
class Pair:
    """A clause and its parents, best first; ``siblings`` are all that carry out the first."""

    ours: Side
    theirs: Side
    clause: Clause
    parents: tuple[Clause, ...]
    siblings: tuple[Clause, ...]
    weights: Weights

    def our(self, kind: type[AnyFinding]) -> Iterator[AnyFinding]:
        """Yield what was found in the clause."""
        return self.ours.of(self.clause, kind)

    def their(self, kind: type[AnyFinding]) -> Iterator[AnyFinding]:
        """Yield what was found in the parents, the best parent's first."""
        for parent in self.parents:
            yield from self.theirs.of(parent, kind)

    def our_sentence(self, finding: Finding) -> Sentence | None:
        """Return the sentence of the clause that a finding stands in."""
        return _sentence(self.ours, (self.clause,), finding)

    def their_sentence(self, finding: Finding) -> Sentence | None:
        """Return the sentence of the parents that a finding stands in."""
        return _sentence(self.theirs, self.parents, finding)

    def carries(self, theirs: Sentence) -> bool:
        """Whether the clause says what a sentence of the parents says."""
        return self.weights.share(theirs.grams, self.clause.grams) >= _MATCHES

    def match(self, ours: Sentence) -> Sentence | None:
        """Return the sentence of the parents that is most like one of the clause, if one is."""
        candidates = [s for parent in self.parents for s in parent.sentences]
        best = max(candidates, key=lambda s: self._alike(ours, s), default=None)
        return best if best and self._alike(ours, best) >= _MATCHES else None

    def _alike(self, ours: Sentence, theirs: Sentence) -> float:
        shares = self.weights.share
        return max(shares(ours.grams, theirs.grams), shares(theirs.grams, ours.grams))


def _sentence(owner: Side, clauses: tuple[Clause, ...], finding: Finding) -> Sentence | None:
    last = folded_offset(owner.reading.document.folded, finding.span.end) - 1
    read = (sentence for clause in clauses for sentence in clause.sentences)
    return next((s for s in read if s.stretch.start <= last < s.stretch.end), None)
