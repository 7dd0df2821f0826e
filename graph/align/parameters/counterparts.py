"""The pieces of a clause beside those of its parents: which says the same, and what only one has.

A piece is what stands between two commas. Two pieces are counterparts when most words of the
shorter one are in the other; what is asked of them is looked for in *all* parents that the clause
carries out, the most like first.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from graph.align.comparison import Direction, Parameter
from graph.align.masking import mask
from graph.align.passages import two_grams
from graph.grammar.sentences import clauses

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from graph.align.passages import Clause, Sentence
    from graph.align.sides import Pair, Side
    from graph.grammar.sentences import Stretch
    from graph.model import Span

SAME_PIECE = 0.6  # share of the shorter piece's words
_SAME_SENTENCE = 0.35
_ENDS = "。！？；，：\n”’」）〕 "


@dataclass(frozen=True, slots=True)
class Piece:
    """What stands between two commas, in folded offsets, with the sentence that it is a part of."""

    start: int
    end: int
    words: str
    grams: frozenset[str]
    sentence: Sentence

    def __len__(self) -> int:
        """Return how many characters it has."""
        return self.end - self.start


class Counterparts:
    """A pair as the pieces of both sides."""

    def __init__(self, pair: Pair) -> None:
        """Hold a pair; its pieces are made when they are asked for."""
        self.pair = pair
        self._matches: dict[Stretch, tuple[Sentence, ...]] = {}

    @cached_property
    def our_lines(self) -> tuple[Piece, ...]:
        """The pieces of the clause with those of its heading."""
        return tuple(pieces(self.pair.ours, (self.pair.clause,)))

    @cached_property
    def their_lines(self) -> tuple[Piece, ...]:
        """The pieces of the parents with those of their headings."""
        return tuple(pieces(self.pair.theirs, self.pair.parents))

    @cached_property
    def ours(self) -> tuple[Piece, ...]:
        """The pieces of the clause."""
        return tuple(piece for piece in self.our_lines if not piece.sentence.heading)

    @cached_property
    def theirs(self) -> tuple[Piece, ...]:
        """The pieces of the parents, those of the best parent first."""
        return tuple(piece for piece in self.their_lines if not piece.sentence.heading)

    @cached_property
    def our_words(self) -> str:
        """All words of the clause."""
        return "\n".join(s.masked.text for s in self.pair.clause.sentences)

    @cached_property
    def their_words(self) -> str:
        """All words of the parents, as they stand but for places and marks."""
        return "\n".join(s.masked.text for p in self.pair.parents for s in p.sentences)

    def our_span(self, start: int, end: int) -> Span:
        """Return a stretch of the clause as a span of its source."""
        return self.pair.ours.reading.document.folded.span(start, end)

    def their_span(self, start: int, end: int) -> Span:
        """Return a stretch of the parents as a span of their source."""
        return self.pair.theirs.reading.document.folded.span(start, end)

    def between(
        self, kind: str, ours: Piece, theirs: Piece, way: Direction, *, unless: str
    ) -> Parameter:
        """Return what two pieces say differently; ``unless`` is the reason where none can tell."""
        return Parameter(
            kind,
            "",
            self.our_span(ours.start, ours.end),
            self.their_span(theirs.start, theirs.end),
            way,
            unless if way is Direction.NOT_COMPARABLE else "",
        )

    def like(self, grams: frozenset[str]) -> Iterator[tuple[Piece, float]]:
        """Yield the parents' pieces that have most of some words, or are in them."""
        yield from self._most_like(grams, self.theirs)

    def liked_by(self, grams: frozenset[str]) -> Iterator[tuple[Piece, float]]:
        """Yield our pieces that have most of some words of the parents, or are in them."""
        yield from self._most_like(grams, self.ours)

    def _most_like(
        self, grams: frozenset[str], others: Sequence[Piece]
    ) -> Iterator[tuple[Piece, float]]:
        found = [(other, self.share(grams, other.grams)) for other in others]
        found.sort(key=lambda pair: -pair[1] - len(pair[0].grams & grams) / 100)
        yield from ((other, alike) for other, alike in found if alike >= SAME_PIECE)

    def likest(
        self, grams: frozenset[str], others: Iterable[Piece], fewest: int
    ) -> tuple[float, Piece | None]:
        """Return the piece that shares most of some words, with how much, of those with enough."""
        found = (
            (self.share(grams, other.grams), other)
            for other in others
            if len(other.grams) >= fewest
        )
        return max(found, key=lambda pair: pair[0], default=(0.0, None))

    def share(self, one: frozenset[str], other: frozenset[str]) -> float:
        """Return the weighted share of the shorter one's 2-grams that both have."""
        of = self.pair.weights.of
        weights = [sum(of.get(gram, 1.0) for gram in grams) for grams in (one, other)]
        common = sum(of.get(gram, 1.0) for gram in one & other)
        return common / min(weights) if min(weights) else 0.0

    def in_parents(self, grams: frozenset[str]) -> float:
        """Return how much of some words one sentence of the parents has."""
        share = self.pair.weights.share
        return max(
            (share(grams, s.grams) for p in self.pair.parents for s in p.sentences), default=0.0
        )

    def in_document(self, grams: frozenset[str]) -> float:
        """Return how much of some words one sentence of the parents' whole document has."""
        found = (s for clause in self.pair.theirs.clauses for s in clause.sentences)
        return max((len(grams & s.grams) / len(grams) for s in found), default=0.0) if grams else 0

    def sentences_like(self, ours: Sentence) -> tuple[Sentence, ...]:
        """Return the parents' sentences that may say what a sentence says, the most like first."""
        if ours.stretch not in self._matches:
            found = [
                (self.share(ours.grams, s.grams), s) for p in self.pair.parents for s in p.sentences
            ]
            found.sort(key=lambda pair: -pair[0])
            self._matches[ours.stretch] = tuple(s for alike, s in found if alike >= _SAME_SENTENCE)
        return self._matches[ours.stretch]


def pieces(owner: Side, these: Iterable[Clause]) -> Iterator[Piece]:
    """Yield the pieces of clauses, those of a heading that stands before its text too."""
    text = owner.text
    for clause in these:
        for sentence in clause.sentences:
            for each in clauses(text, sentence.stretch.start, sentence.stretch.end):
                end = each.end
                while end > each.start and text[end - 1] in _ENDS:
                    end -= 1
                if end > each.start:
                    masked = mask(owner.pattern, text, each.start, end).text
                    yield Piece(
                        each.start, end, text[each.start : end], two_grams(masked), sentence
                    )


def crossing(words: str, part: str) -> frozenset[str]:
    """Return the 2-grams of a part of some words, and those that reach into it.

    >>> sorted(crossing("民政部门应当建立", "应当"))
    ['应当', '当建', '门应']
    """
    at = words.find(part)
    if at < 0:
        return frozenset()
    return two_grams(words[max(0, at - 1) : at + len(part) + 1])


def without(piece: Piece, parts: Iterable[str]) -> frozenset[str]:
    """Return the 2-grams of a piece that no one of some of its words is in."""
    grams = piece.grams
    for part in parts:
        grams -= crossing(piece.words, part)
    return grams
