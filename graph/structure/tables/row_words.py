"""The words of one row whose cells nothing parts: what is content, who answers, and by when.

A row is read from its end: a date or a term, before it the bodies of one or more columns, and the
rest is content. Inside that, sub-rows end in bodies of their own.

Forms read::

    建立机制市公安局、市人社局                               content, bodies
    完成清淤市水利局市公安局、各区政府2021年12月底前         牵头单位, 配合单位, 完成时限
    完善制度2020年底前市水利局                               完成时限 before 责任单位
    修编规划市水利局2021年底开展督查市公安局每季度           two sub-rows
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from graph.grammar.cells import task_beginning, term_beginning, whole_term
from graph.model import ColumnKind
from graph.structure.tables.glued_names import (
    Lists,
    ends_inside_a_name,
    ends_of_names,
    ends_surely,
    lists_before,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.model import Column

_LONGEST_TERM: Final = 40
_LONGEST_UNKNOWN_TERM: Final = 20
_SHORTEST_CONTENT: Final = 4
_NO_CONTENT_END: Final = "，、；：由和与及对向"
_UNSURE: Final = 1.0  # that words which begin like no time say by when
_LIST_GOES_ON: Final = ("、", "，", "；", "（", "和", "与", "及", "以及", "会同", "等")
_SENTENCE = re.compile(r"[。；！？\n]")


@dataclass(frozen=True, slots=True)
class Parted:
    """A row, or a sub-row, by the offsets of its cells."""

    content: tuple[int, int]
    lists: tuple[tuple[int, int], ...]
    term: tuple[int, int] | None


def _goes_on(words: str) -> bool:
    """Whether a comma stands in the words, and no other time behind it: a task goes on there."""
    parts = words.split("，")
    return any(not term_beginning().match(part) for part in parts[1:])


class RowWords:
    """The words of the rows of one table, by the columns that it has."""

    def __init__(self, text: str, columns: Sequence[Column], known: frozenset[str]) -> None:
        """Take the columns, and the names that the table has ``known`` to begin and end."""
        kinds = [column.kind for column in columns]
        self._text = text
        self._known = known
        self._answering = kinds.count(ColumnKind.AGENCY)
        self._term = ColumnKind.TERM in kinds
        self._term_first = ColumnKind.TERM in kinds[: kinds.index(ColumnKind.AGENCY)]
        self._remark = kinds[-1] in (ColumnKind.REMARK, ColumnKind.OTHER)

    def read(self, begin: int, end: int, *, last: bool) -> list[Parted]:
        """Return the sub-rows between two offsets, or none where their cells cannot be told."""
        found = self._tail(begin, end, last=last)
        if found is None:
            return []
        if self._term_first:
            return [found]
        earlier: list[Parted] = []
        at = begin
        for stop, until in self._inner_ends(begin, found.content[1]):
            lists = lists_before(self._text, at, stop, self._known)
            if lists and self._is_sub_row(at, lists):
                term = (stop, until) if until > stop else None
                earlier.append(Parted((at, lists.start), lists.lists, term))
                at = until
        if at >= found.content[1]:
            return []
        return [*earlier, Parted((at, found.content[1]), found.lists, found.term)]

    def _inner_ends(self, begin: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield where the bodies of a sub-row can end, and where its last cell does."""
        if self._term:
            for match in whole_term().finditer(self._text, begin, end):
                yield match.span()
            return
        for stop in ends_of_names(self._text, begin, end):
            if task_beginning().match(self._text, stop, end):
                yield stop, stop

    def _is_sub_row(self, begin: int, lists: Lists) -> bool:
        """Whether words and the bodies behind them are a sub-row, not a clause of the bodies."""
        content = self._text[begin : lists.start]
        return (
            len(content) >= _SHORTEST_CONTENT
            and content[-1] not in _NO_CONTENT_END
            and len(lists.lists) <= self._answering
            and (
                self._term
                or "、" in self._text[lists.start : lists.lists[-1][1]]
                or ends_surely(self._text, begin, lists.lists[-1][1], self._known)
            )
        )

    def _tail(self, begin: int, end: int, *, last: bool) -> Parted | None:
        """Return content, bodies and term of a row whose last cell ends at ``end``."""
        best: tuple[float, Parted] | None = None
        while end > begin and self._text[end - 1] in " \n":
            end -= 1
        for stop in ends_of_names(self._text, begin, end):
            cost, until = self._rest(stop, end, last=last)
            if cost is None or (best and (cost > best[0] or cost == best[0] >= _UNSURE)):
                continue
            lists = lists_before(self._text, begin, stop, self._known)
            if lists is None or lists.start <= begin:
                continue
            if ends_inside_a_name(self._text, lists.lists[-1][0], stop, end):
                continue
            spans = lists.lists[-self._answering :] if self._answering > 1 else lists.lists
            if 1 < len(spans) < self._answering:
                continue
            term = (stop, until) if until > stop else None
            best = cost, Parted((begin, spans[0][0]), spans, term)
        if best is None:
            return None
        return self._with_term_before(best[1]) if self._term_first else best[1]

    def _rest(self, start: int, end: int, *, last: bool) -> tuple[float | None, int]:
        """Return what it costs that these words follow the bodies of a row, and where they end."""
        while start < end and self._text[start] in " \n":
            start += 1
        words = self._text[start:end]
        term_behind = self._term and not self._term_first
        if not words:
            return (0.3 if term_behind else 0.0), start
        if words.startswith(_LIST_GOES_ON) or not (term_behind or self._remark):
            return None, start
        if last and (match := whole_term().match(self._text, start, end)):
            line = self._text.find("\n", start, end)
            stop = line if line > 0 else end
            return 0.0, stop if stop - start <= _LONGEST_UNKNOWN_TERM else match.end()
        long = _SENTENCE.search(words) or len(words) > _LONGEST_TERM or _goes_on(words)
        cost = None if long else 0.1
        if cost and not term_beginning().match(words):
            cost = _UNSURE if len(words) <= _LONGEST_UNKNOWN_TERM else None
        return cost, end

    def _with_term_before(self, parsed: Parted) -> Parted:
        begin, end = parsed.content
        terms = [m for m in whole_term().finditer(self._text, begin, end) if m.end() == end]
        if not terms:
            return parsed
        return Parted((begin, terms[-1].start()), parsed.lists, terms[-1].span())
