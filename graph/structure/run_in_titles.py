"""The titles of works that stand within a line, in a text that lost its line ends.

Forms read::

    …2020年1月2日河道管理办法第一条 …          behind the signature, what the letter issues
    …执行。河道管理实施细则第一条 …            an announced title, and the beginning of a text
    …2020年1月2日 附件：考核办法 第一条 …      an announced title, and 附件 before it
    …。附件重点任务分工序号工作任务责任单位1…  an annex, told by the headings of its table

A title in the midst of a sentence (依照河道管理办法第一条规定) begins no work.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from graph.structure import annex_headings
from graph.structure.annex_headings import printed_name
from graph.structure.tables.heading_row import run_together
from graph.structure.unnumbered import without
from graph.structure.work_starts import Kind, Start
from graph.structure.work_titles import occurrences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.structure.lines import Line

_ADDITION = r"[ ]*(?:（[^（）]{1,30}）)?[ ]*"
_BODY_BEGINS = re.compile(rf"{_ADDITION}(?:第一|一、|（一）|1[.、 ]|为|根据|按照|依据|总则|目录)")
_NUMBERS_BEGIN = re.compile(rf"{_ADDITION}(?:第一章|一、|第一条(?!规定|所|的|第|明确)|1[.、 ])")
_LONG_LINE = 200  # a text that lost its line ends


class RunInTitles:
    """The titles that a letter announces, wherever they stand behind it.

    ``issued`` are those of what it issues and ``attached`` those of its annexes, ``lists`` where
    attachments are only listed, and ``signed`` tells that the letter has a signature.
    """

    def __init__(
        self,
        text: str,
        after: int,
        *,
        issued: Sequence[str],
        attached: Sequence[str],
        lists: Sequence[tuple[int, int]],
        signed: bool,
    ) -> None:
        """Find the titles from ``after`` on, where the letter ends."""
        self._text = text
        self._after = after
        self._issued = len(issued)
        self._lists = lists
        self._signed = signed
        self._titles = sorted(occurrences(text, after, (*issued, *attached)))

    def starts(self, line: Line, begun: Sequence[Start]) -> list[Start]:
        """Return the works that begin within a line, behind those that have ``begun``."""
        found = [*self._titled(line, begun), *self._tabled(line, begun[-1])]
        return sorted(found, key=lambda start: start.title_start)

    def _titled(self, line: Line, starts: Sequence[Start]) -> Iterator[Start]:
        """Yield the works whose announced titles stand within a line."""
        begun = max(line.start, self._after)
        given: set[int] = set()
        for at in range(bisect_left(self._titles, (begun,)), len(self._titles)):
            start, end, number = self._titles[at]
            if start >= line.end:
                break
            kind = Kind.ISSUED if number < self._issued else Kind.ANNEX
            opening = annex_headings.BEFORE.search(self._text[max(begun, start - 8) : start])
            if number in given or not without((start, end), self._lists):
                continue
            last = starts[-1]
            headed = (
                last.name and last.start <= start and not self._text[last.start : start].strip()
            )
            annexed = bool(opening or headed)
            first = len(starts) == 1 and self._signed and kind is Kind.ISSUED
            if not self._begins_at((start, end), kind, line, annexed=annexed, first=first):
                continue
            given.add(number)
            title = self._text[start:end].strip("《》")
            before = len(opening.group()) if opening else 0
            yield Start(kind, title, start - before, end, printed_name(opening) if opening else "")

    def _tabled(self, line: Line, last: Start) -> Iterator[Start]:
        """Yield an annex told by the headings of a table, with its title before these.

        So 附件重点任务分工序号工作任务责任单位1…, where nothing stands between the cells.
        """
        begun = max(line.start, self._after, last.start)
        heading = run_together(self._text, begun, line.end)
        match = annex_headings.TABLE.search(self._text, begun, heading.start) if heading else None
        if match and heading and match.end() == heading.start:
            name = f"附件{match['number'] or ''}"
            yield Start(Kind.ANNEX, match["title"], match.start(), match.end(), name)

    def _begins_at(
        self, stretch: tuple[int, int], kind: Kind, line: Line, *, annexed: bool, first: bool
    ) -> bool:
        """Whether a title inside a line heads a text: an end before it, a beginning behind it.

        The ``first`` one, right behind the signature, is the title of what the letter issues,
        whatever follows.
        """
        start, end = stretch
        before = self._text[max(0, start - 1) : start]
        if not (annexed or before in ("", "。", "）", "日", "\n")):
            return False
        if annexed and kind is Kind.ANNEX:
            return True
        if first and before in ("日", "）", "\n"):
            return True
        begins = _BODY_BEGINS if len(line.text) > _LONG_LINE else _NUMBERS_BEGIN
        return begins.match(self._text, end) is not None
