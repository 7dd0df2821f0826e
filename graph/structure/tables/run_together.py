"""Tables that lost all that parted their cells: read by their numbers and the words of the cells.

The numbers of the rows count up. A row is content, then the bodies of one or more columns, then a
date or a term; a number ends it only where the words before it have just that order.

Forms read::

    序号工作任务责任单位1探索…。市民政局2动员…             content, bodies
    …完成清淤市水利局市公安局、各区政府2021年12月底前      牵头单位, 配合单位, 完成时限
    …市卫生局（牵头）、市民政局持续实施                     one column, one who leads
    …2020年底前市水利局3…                                   完成时限 before 责任单位
    …启动实施二、政策措施部分23各级政府…                   a section between rows
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from graph.grammar.numbering import find_labels
from graph.model import Cell, ColumnKind
from graph.structure.tables.glued_names import names_between_marks
from graph.structure.tables.row_words import Parted, RowWords
from graph.structure.tables.table import Row, Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.grammar.numbering import Label
    from graph.model import Column
    from graph.structure.tables.heading_row import Heading

_LONGEST_ROW: Final = 3000  # characters
_LONGEST_SECTION: Final = 40
_FEWEST_ROWS: Final = 2
_MOST_WRONG: Final = 0.2  # of the rows, those whose cells cannot be told
_SECTION = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)[^，。；！？\d]{2,40}"
    r"(?:（共?\d{1,3}[项个条]）)?$"  # （共5项）
)
# Numbers are missing before it: 14…五、管理体制创新方面（共3项）21允许…
_NUMBER_BEHIND_SECTION = re.compile(
    r"[一二三四五六七八九十]{1,3}、[^，。；！？\d]{2,40}（共?\d{1,3}[项个条]）\n?(?P<number>\d{1,3})(?!\d)"
)
_WORDS: Final = (ColumnKind.TASK, ColumnKind.DUTY, ColumnKind.OTHER, ColumnKind.CATEGORY)
_BELOW = re.compile(
    r"\n?(?:相关附件|附件|附表|抄\s*送|主办单位|注[：:]|说明[：:]|（此件|二维码|扫一扫)"
)


def read_run_together(
    text: str, heading: Heading, lines: Sequence[tuple[int, int]]
) -> Table | None:
    """Return the table whose headings stand without anything between them."""
    end = lines[-1][1] if lines else heading.end
    reader = _Reader(text, heading.columns, heading.end, end)
    return reader.table(heading.start)


class _Reader:
    """What is known of the table while its rows are read."""

    def __init__(self, text: str, columns: Sequence[Column], start: int, end: int) -> None:
        self.text = text
        self.start, self.end = start, end
        self.answering = [c for c in columns if c.kind is ColumnKind.AGENCY]
        kinds = [c.kind for c in columns]
        self.term = next((c for c in columns if c.kind is ColumnKind.TERM), None)
        self.task = next((c for c in columns if c.kind in _WORDS), columns[0])
        first = kinds.index(ColumnKind.AGENCY)
        self.term_first = ColumnKind.TERM in kinds[:first]
        self.orderly = self._is_orderly(kinds)
        self.rows = RowWords(text, columns, names_between_marks(text, start, end))
        self.named: list[str] = []  # the sections so far, in their words

    @staticmethod
    def _is_orderly(kinds: Sequence[ColumnKind]) -> bool:
        """Whether content stands before the bodies, and these side by side."""
        places = [i for i, kind in enumerate(kinds) if kind is ColumnKind.AGENCY]
        content = [i for i, kind in enumerate(kinds) if kind in _WORDS]
        together = places[-1] - places[0] == len(places) - 1
        return together and bool(content) and content[-1] < places[0]

    def table(self, start: int) -> Table | None:
        """Return the table, unread where its cells cannot be told."""
        first = self._first()
        if first is None:
            return None
        rows: list[Row] = []
        sections = list(self._section_labels(self.start, first))
        wrong, number, at = 0, 1, first
        while True:
            found = self._row(number, at)
            if found is None:
                break
            parsed, stop, following = found
            wrong += not parsed
            cells = self._cells(parsed)
            if not cells:
                cells = (Cell(self.task, at + len(str(number)), stop),)
            if rows and rows[-1].number == str(number):
                last = rows.pop()
                rows.append(Row(last.number, last.start, cells[-1].end, (*last.cells, *cells)))
            else:
                rows.append(Row(str(number), at, cells[-1].end, cells))
            if following is None:
                break
            sections += self._section_labels(stop, following[1])
            number, at = following
        if not self.orderly or len(rows) < _FEWEST_ROWS or wrong > _MOST_WRONG * len(rows):
            stop = rows[-1].end if rows else self.end
            return Table(start, stop, read=False)
        return Table(start, rows[-1].end, tuple(rows), tuple(sections))

    def _first(self) -> int | None:
        match = re.compile(r"1(?![\d.、．年月%])").search(
            self.text, self.start, min(self.end, self.start + 2 * _LONGEST_SECTION)
        )
        return match.start() if match else None

    def _section_labels(self, start: int, end: int) -> Iterator[Label]:
        """Yield the labels of the sections between two rows, but of one that is printed again."""
        found = list(find_labels(self.text, start, end))
        ends = [*(label.start for label in found[1:]), end]
        for label, stop in zip(found, ends, strict=bool(found)):
            words = self.text[label.start : stop]
            if words not in self.named:
                yield label
            self.named.append(words)

    def _row(self, number: int, at: int) -> tuple[list[Parted], int, tuple[int, int] | None] | None:
        """Return a row from its number on, where it ends, and number and place of the next one."""
        begin = at + len(str(number))
        limit = min(self.end, begin + _LONGEST_ROW)
        fallback: tuple[int, int] | None = None
        numbers = re.compile(rf"(?<![\d.（共])(?:{number + 1}|{number})(?![\d.%年月日季])")
        for match in numbers.finditer(self.text, begin + 1, limit):
            stop = self._before_section(begin, match.start())
            parsed = self.rows.read(begin, stop, last=False)
            if parsed:
                return parsed, stop, (int(match.group()), match.start())
            if fallback is None and int(match.group()) == number + 1:
                fallback = match.span()
        for match in _NUMBER_BEHIND_SECTION.finditer(self.text, begin + 1, limit):
            stop = self._before_section(begin, match.start("number"))
            skips = fallback is None and int(match["number"]) > number
            if skips and (parsed := self.rows.read(begin, stop, last=False)):
                return parsed, stop, (int(match["number"]), match.start("number"))
        below = _BELOW.search(self.text, begin, self.end)
        stop = below.start() if below else limit
        parsed = self.rows.read(begin, stop, last=True)
        if parsed:
            last = parsed[-1]
            return parsed, (last.term or last.lists[-1])[1], None
        return ([], fallback[0], (number + 1, fallback[0])) if fallback else ([], stop, None)

    def _before_section(self, begin: int, end: int) -> int:
        """Return where a row ends before the sections that stand between it and the next one."""
        while match := _SECTION.search(self.text, max(begin, end - _LONGEST_SECTION), end):
            if match.start() <= begin:
                break
            end = match.start()
        return end

    def _cells(self, rows: Sequence[Parted]) -> tuple[Cell, ...]:
        cells: list[Cell] = []
        for row in rows:
            cells.append(Cell(self.task, *row.content))
            if self.term_first and row.term and self.term:
                cells.append(Cell(self.term, *row.term))
            for index, span in enumerate(row.lists):
                column = self.answering[min(index, len(self.answering) - 1)]
                cells.append(Cell(column, *span))
            if not self.term_first and row.term and self.term:
                cells.append(Cell(self.term, *row.term))
        return tuple(cells)
