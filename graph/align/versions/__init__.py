"""Two versions of one instrument: which clause became which, which are new, gone, moved.

Another task than a child and its parent: every clause has one counterpart at most, most have one,
and their order tells more than their words. What both versions say is compared word for word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graph.align.comparison import (
    Change,
    Comparison,
    Evidence,
    Kind,
    NotFound,
    ParentLink,
    ProvisionAlignment,
    Revision,
)
from graph.align.delta import changes
from graph.align.differences import Mark, revised
from graph.align.parameters import parameters_of
from graph.align.sides import Pair
from graph.align.versions.counterparts import counterparts
from graph.align.versions.units import in_units, members
from graph.align.versions.values import in_place
from graph.model import ProvisionKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from graph.align.differences import Difference
    from graph.align.passages import Clause
    from graph.align.sides import Side
    from graph.align.versions.counterparts import Counterparts

__all__ = ["compare_versions", "differences_of", "words_of_both"]

_OF_WORDING: Final = frozenset({Change.UNCHANGED, Change.LOCALISED, Change.CHANGED})


def compare_versions(newer: Side, older: Side) -> Comparison:
    """Return what became of the clauses of the older version in the newer one."""
    return _Versions(in_units(newer), in_units(older)).compared()


def differences_of(comparison: Comparison) -> Iterator[tuple[Revision, tuple[Difference, ...]]]:
    """Yield each revision of a comparison of versions with its words in both, marked."""
    ours, theirs = members(comparison.child), members(comparison.parent)
    for each in comparison.revisions:
        new, old = ours.get(each.child or "", ()), theirs.get(each.parent or "", ())
        yield each, revised(comparison.child, new, comparison.parent, old)


def words_of_both(comparison: Comparison, newer: str, older: str) -> tuple[Difference, ...]:
    """Return the words of one unit in both versions, by its labels there."""
    new, old = members(comparison.child)[newer], members(comparison.parent)[older]
    return revised(comparison.child, new, comparison.parent, old)


class _Versions:
    """The units of two versions while their comparison is put together; old ones are rows."""

    def __init__(self, newer: Side, older: Side) -> None:
        self._newer, self._older = newer, older
        self._found: Counterparts = counterparts(older.clauses, newer.clauses)
        self._old_of = {column: row for row, column in self._found.pairs}
        self._new_of = dict(self._found.pairs.keys())
        self._members = members(newer.reading.document), members(older.reading.document)

    def compared(self) -> Comparison:
        words = {pair: self._words(*pair) for pair in self._found.pairs}
        unchanged = frozenset(
            pair for pair, those in words.items() if all(w.mark is Mark.EQUAL for w in those)
        )
        return Comparison(
            self._newer.reading.document,
            self._older.reading.document,
            alignments=tuple(
                self._alignment(row, column, words[row, column], same=(row, column) in unchanged)
                for column, row in sorted(self._old_of.items())
            ),
            child_without_parent=tuple(
                self._alone(clause.label, self._found.likeness.columns[at], self._older)
                for at, clause in enumerate(self._newer.clauses)
                if at not in self._old_of
            ),
            parent_without_child=tuple(
                self._alone(clause.label, self._found.likeness.rows[at], self._newer)
                for at, clause in enumerate(self._older.clauses)
                if at not in self._new_of
            ),
            kind=Kind.VERSIONS,
            revisions=tuple(self._revisions(unchanged)),
        )

    def _alignment(
        self, row: int, column: int, words: tuple[Difference, ...], *, same: bool
    ) -> ProvisionAlignment:
        clause, old = self._newer.clauses[column], self._older.clauses[row]
        link = self._link(clause, old, self._found.pairs[row, column])
        if same:
            return ProvisionAlignment(clause.label, (link,), (Change.UNCHANGED,))
        pair = Pair(
            ours=self._newer,
            theirs=self._older,
            clause=clause,
            parents=(old,),
            siblings=(clause,),
            weights=self._found.likeness.weights,
        )
        stated = in_place(parameters_of(pair), words)
        told = tuple(each for each in changes(pair, stated) if each not in _OF_WORDING)
        return ProvisionAlignment(clause.label, (link,), told or (Change.CHANGED,), stated)

    def _link(self, clause: Clause, old: Clause, score: float) -> ParentLink:
        share = self._found.likeness.weights.share
        shares = Evidence(
            of_child=round(share(clause.grams, old.grams), 3),
            of_parent=round(share(old.grams, clause.grams), 3),
        )
        return ParentLink(old.label, round(score, 3), shares)

    def _words(self, row: int, column: int) -> tuple[Difference, ...]:
        ours, theirs = self._members
        return revised(
            self._newer.reading.document,
            ours[self._newer.clauses[column].label],
            self._older.reading.document,
            theirs[self._older.clauses[row].label],
        )

    def _alone(self, label: str, near: Mapping[int, float], others: Side) -> NotFound:
        """Return a unit without a counterpart, with the one whose words are most like its own."""
        best = max(near, key=lambda at: (near[at], -at), default=None)
        if best is None:
            return NotFound(label, None, 0.0)
        return NotFound(label, others.clauses[best].label, round(near[best], 3))

    def _revisions(self, unchanged: frozenset[tuple[int, int]]) -> Iterator[Revision]:
        """Yield the units of the newer version, what is gone behind what stood before it."""
        behind: dict[int, list[int]] = {}
        last = -1
        for row in range(len(self._older.clauses)):
            column = self._new_of.get(row)
            if column is None:
                behind.setdefault(last, []).append(row)
            elif (row, column) not in self._found.moved:
                last = column
        yield from map(self._gone, behind.get(-1, ()))
        for column in range(len(self._newer.clauses)):
            yield self._revision(column, unchanged)
            yield from map(self._gone, behind.get(column, ()))

    def _gone(self, row: int) -> Revision:
        into = self._found.merged.get(row)
        return Revision(
            child=None,
            parent=self._older.clauses[row].label,
            merged_into="" if into is None else self._newer.clauses[into].label,
        )

    def _revision(self, column: int, unchanged: frozenset[tuple[int, int]]) -> Revision:
        new = self._newer.clauses[column]
        row = self._old_of.get(column)
        if row is None:
            of = self._found.split.get(column)
            split_from = "" if of is None else self._older.clauses[of].label
            return Revision(child=new.label, parent=None, split_from=split_from)
        old = self._older.clauses[row]
        return Revision(
            child=new.label,
            parent=old.label,
            unchanged=(row, column) in unchanged,
            moved=(row, column) in self._found.moved,
            renumbered=_number(new) != _number(old),
        )


def _number(clause: Clause) -> str:
    """Return by what a clause is cited: an article by its number alone, whatever its chapter."""
    provision = clause.provision
    return provision.path[-1] if provision.kind is ProvisionKind.ARTICLE else provision.label
