"""The last item of a list: which of the paragraphs behind its label are its own."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from graph.grammar.sentences import brackets, sentences
from graph.model import ProvisionKind as Kind
from graph.structure.closing_paragraphs import (
    asks,
    before_colophon,
    before_leavings,
    closes,
    form_within,
    headed_generally,
    of_this_letter,
    speaks_of_all,
)
from graph.structure.leavings import leavings
from graph.structure.units import paragraphs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.structure.units import Unit

OF_AN_ARTICLE = (Kind.ITEM, Kind.SUBITEM)
_FEWEST_BEFORE = 2  # items that show what is usual in a list
_COMPLETE = re.compile(r"[。！？][”’）]?(?:〔[^〔〕]*〕|（[^（）]*）)?$")
_OPEN = re.compile(r"[：；，、]$")
_TAIL_END = re.compile(r"[）〕][ ]*(?=本)")
_LONGEST_HEADING = 30
_STOP = re.compile("。")
_STOPPED = re.compile(r"[。！？；][”’）]?\s*$")


class LastItem:
    """The last item of a list with its paragraphs, and those before it, which show the usual.

    ``alike`` tells that none of these has units below it, so that their paragraphs compare,
    ``run_in`` that the item begins within a line, or most units do: the text lost its line ends.
    """

    def __init__(
        self, text: str, unit: Unit, before: Sequence[Unit], *, alike: bool, run_in: bool
    ) -> None:
        """Take the paragraphs of ``unit`` and count those of the items ``before`` it."""
        self.unit = unit
        self.own = list(paragraphs(text, *unit.own[0]))
        self._text = text
        self._before = before
        self._counts = [len(list(paragraphs(text, *item.own[0]))) for item in before]
        self._alike = alike
        self._run_in = run_in
        self._form: frozenset[int] = frozenset()

    def cut(self, starts: Sequence[int]) -> None:
        """Part the paragraph in which the form of the document, or what the page adds, begins."""
        self._form = frozenset(starts)
        _, left = leavings(self._text, self.own[0][0], self.own[-1][1])
        begins = [*starts, *(start for start, _ in left), *self._closing_sentences()]
        for position, (start, end) in enumerate(self.own):
            form = form_within(self._text, start, end)
            form_starts = [form] if form else []
            at = min((at for at in (*begins, *form_starts) if start < at < end), default=None)
            if at is not None:
                self.own[position : position + 1] = [(start, at), (at, end)]
                return

    def part_sentences(self) -> None:
        """Part what stands behind the sentence of an item in a text that lost its line ends.

        Each item before it is one sentence, and so is the last: （二）外来人员。派出所应当登记。
        Tasks that no colon opens may be of several: 3.党政办公室要公示流程。投诉电话同时公布。
        """
        start, end = self.own[0]
        if not (self._run_in and self._before and self._alike):
            return
        items = [self._text[slice(*item.own[0])].rstrip() for item in self._before]
        many = len(items) >= _FEWEST_BEFORE and self.is_listed()
        listed = many or all(item.endswith("；") for item in items)
        if not listed or any("。" in item[:-1] or "\n" in item for item in items):
            return
        pieces = list(sentences(self._text, start, end))
        stop = next((p.end for p in pieces if self._text[p.end - 1] == "。"), end)
        tail = next(brackets(self._text, stop, end), None)  # 〔责任单位：市民政局〕
        if tail and tail.start == stop:
            stop = tail.end
        if self._text[stop:end].strip():
            self.own[:1] = [(start, stop), (stop, end)]

    def _closing_sentences(self) -> list[int]:
        """Return where sentences close a text that lost its line ends (特此通告)."""
        if self.unit.kind in (Kind.ARTICLE, *OF_AN_ARTICLE):
            return []
        if not self._run_in:
            return self._behind_a_tail()
        pieces = (piece for own in self.own for piece in sentences(self._text, *own))
        end = self.own[-1][1]
        patterns = (closes(), asks())
        found = (
            piece.start
            for piece in pieces
            if any(pattern.match(self._text, piece.start, end) for pattern in patterns)
        )
        return list(islice(found, 1))

    def _behind_a_tail(self) -> list[int]:
        """Return where …（责任单位：市林业局） 本意见自2018年4月1日起施行 closes within a line."""
        start, end = self.own[-1]
        tails = (match.end() for match in _TAIL_END.finditer(self._text, start, end))
        return list(islice((at for at in tails if closes().match(self._text, at, end)), 1))

    def kept(self, every: int, *, is_last: bool) -> int:
        """Return how many of the first ``every`` paragraphs stay with the item, at least one."""
        if self.unit.kind is Kind.ARTICLE or every <= 1:
            return every
        if is_last:
            every = self._before_letter(every)
        single = bool(self._counts) and max(self._counts) == 1
        if single and self.is_listed():
            return min(self._complete(), every)
        if single and (self._are_sentences() or self._speaks_of_all()):
            return 2 if self._is_heading() else 1
        if not is_last or headed_generally(self._text[slice(*self.own[0])]):
            return every
        usual = max(self._counts) if self._counts and self._alike else 1
        broken = single and self._alike and not self._stopped()
        headed = not self._ends(0) and not broken
        least = min(max(usual, 2 if headed else 1), every)
        if self.before_closing(0, least) < least:  # 三、附则 / 本办法由市民政局解释。
            return every
        return self.before_closing(least, every)

    def _before_letter(self, every: int) -> int:
        """Return how many paragraphs stand before those in which a letter speaks of itself.

        Below a heading they are of that: 三、加强领导⏎各地要按照本意见要求，制定方案。
        """
        if not self._ends(0) or of_this_letter().search(self._text, *self.own[0]):
            return every
        told = (at for at in range(1, every) if of_this_letter().search(self._text, *self.own[at]))
        return next(told, every)

    def is_listed(self) -> bool:
        """Whether the items are the 项 of an article, or stand below a colon."""
        if self.unit.parent is None:
            return False
        opening = self._text[slice(*self.unit.parent.own[0])].rstrip()
        return self.unit.kind in OF_AN_ARTICLE or opening.endswith("：")

    def before_closing(self, start: int, end: int) -> int:
        """Return the first of these paragraphs that speaks of the whole document, or ``end``.

        What is asked of the reader (请认真执行) closes behind items that are a paragraph each;
        below a heading it may be of that.
        """
        for position in range(start, end):
            stretch = self.own[position]
            asked = self._ends(0) and position and asks().match(self._text, *stretch)
            if asked or closes().match(self._text, *stretch):
                return position
        return end

    def before_form(self) -> int:
        """Return how many paragraphs stand before the signature, the colophon and the page."""
        begun = (at for at, (start, _) in enumerate(self.own) if at and start in self._form)
        return min(
            next(begun, len(self.own)),
            before_colophon(self._text, self.own),
            before_leavings(self._text, self.own),
        )

    def _ends(self, position: int) -> bool:
        return _COMPLETE.search(self._text[slice(*self.own[position])]) is not None

    def _stopped(self) -> bool:
        """Whether the items before it end in a full stop or a semicolon."""
        return any(_STOPPED.search(self._text[slice(*item.own[0])]) for item in self._before)

    def _complete(self) -> int:
        """Return how many paragraphs the item has: one, or all to the first that ends a sentence.

        It goes on where its first one opens a list of its own or ends in the midst of one, and
        where it breaks off while the items before it end.
        """
        first = self._text[slice(*self.own[0])]
        if _COMPLETE.search(first) or not (self._stopped() or _OPEN.search(first)):
            return 1
        ends = (position for position in range(len(self.own)) if self._ends(position))
        return next(ends, 0) + 1

    def _speaks_of_all(self) -> bool:
        """Whether the second paragraph is about all items: 以上任务由市水利局牵头."""
        return self._ends(0) and speaks_of_all(self._text, *self.own[1])

    def _is_heading(self) -> bool:
        """Whether the first paragraph only heads the item, as a first sentence does its brothers.

        So （三）优化交通。⏎打通断头路，提升效能。 behind （二）优化供电。推广线上办理。
        """
        first = self._text[slice(*self.own[0])].strip()
        brothers = [self._text[slice(*item.own[0])].strip() for item in self._before]
        return len(first) <= _LONGEST_HEADING and all(
            _STOP.search(words[:-1]) and len(words) > _LONGEST_HEADING for words in brothers
        )

    def _are_sentences(self) -> bool:
        """Whether the items are sentences, and so many that one paragraph is the rule."""
        sentences = any("。" in self._text[slice(*item.own[0])] for item in self._before)
        first = "。" in self._text[slice(*self.own[0])]
        return len(self._before) >= _FEWEST_BEFORE and sentences and first
