"""The works in one file: the document, what it issues or forwards, and its annexes.

A work begins with a title that the letter announces (:mod:`graph.structure.announced`), with 附件
and what stands below it, or with another title below which the numbers begin anew::

    附件⏎河道考评指标⏎1.水质达标。                 an annex, its title below the word
    附件1：任务分工表⏎一、治理河道⏎…               its title beside it
    …年1月2日⏎甲管理办法⏎第一条 …⏎乙实施细则⏎第一条 …   two that one notice issues
    附件：任务分工表⏎某市人民政府⏎2020年1月2日       a list of attachments, and no annex
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from graph.grammar.numbering import LABEL_AT_START
from graph.grammar.numerals import parse_numeral
from graph.structure import annex_headings
from graph.structure.annex_headings import printed_name
from graph.structure.announced import find_announced
from graph.structure.lines import is_date, is_remark
from graph.structure.run_in_titles import RunInTitles
from graph.structure.titles import is_title
from graph.structure.unnumbered import NOTHING, without
from graph.structure.work_starts import Kind, Start
from graph.structure.work_titles import alike, annex_title, bare, means, title_above

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.structure.header import Header
    from graph.structure.lines import Line
    from graph.structure.unnumbered import Unnumbered

_NO_CONTENT = re.compile(r"附[ ]?[件表录]|抄[ ]?[送报]|（此件|（联系人")
_NUMERAL = re.compile(r"\d{1,2}|[一二三四五六七八九十]{1,2}")
_PRINTED = re.compile(r"日[ ]?印发$")
_STARTERS = ("一、", "第一章", "第一条", "1 ", "第1条")
_TITLE_LINES, _LINES_BEFORE_NUMBERS = 5, 8
_SHORTEST_TITLE = 6


@dataclass(frozen=True, slots=True)
class Region:
    """The stretch of one work: ``title_start`` to ``start`` is its title, the rest its text.

    ``name`` is how it is printed as an annex, 附件1 or 附件, or empty; ``issued`` tells that the
    letter before it issues or forwards it.
    """

    title: str
    name: str
    title_start: int
    start: int
    end: int
    issued: bool = False


def find_works(
    lines: Sequence[Line], text: str, header: Header, unnumbered: Unnumbered = NOTHING
) -> list[Region]:
    """Return the works in their order; the first is the document itself."""
    starts = _Works(lines, text, header, unnumbered).find()
    ends = [start.title_start for start in starts[1:]] + [len(text)]
    return [
        Region(
            start.title,
            start.name,
            start.title_start,
            start.start,
            end,
            issued=start.kind is Kind.ISSUED,
        )
        for start, end in zip(starts, ends, strict=True)
    ]


class _Works:
    """The search for works, line by line behind the letter."""

    def __init__(
        self, lines: Sequence[Line], text: str, header: Header, unnumbered: Unnumbered
    ) -> None:
        title = header.title.value if header.title else ""
        own_start = header.title.start if header.title and header.title.start >= 0 else 0
        self._lines = lines
        self._text = text
        self._lists = unnumbered.attachments
        self._signed = header.letter_end is not None
        self._proclaims = header.enacted.proclamation is not None  # its own title above its text
        self._after = header.letter_end or header.text_start
        announced = find_announced(title, text, header, unnumbered.attachments)
        own = [title] if self._signed and not (self._proclaims or announced.issued) else []
        self._issued = [bare(name) for name in announced.issued]
        exact = [bare(name) for name in (*announced.named, *own) if name]
        self._exact = [x for x in exact if not (self._proclaims and x == bare(title))]
        self._attached = {bare(name): number for name, number in announced.attached.items()}
        self._run_in = RunInTitles(
            text,
            self._after,
            issued=(*self._issued, *self._exact),
            attached=tuple(self._attached),
            lists=self._lists,
            signed=self._signed,
        )
        self._starts = [Start(Kind.DOCUMENT, title, own_start, header.text_start)]
        self._seen: set[str] = set()  # labels since the last work began
        self._numbered = False  # whether there was any at all

    def find(self) -> list[Start]:
        for index, line in enumerate(self._lines):
            begun = max(self._after, self._starts[-1].start)
            if line.end <= begun:
                continue
            start = None
            if line.start >= begun:
                start = self._annex(index) or self._announced(index) or self._unannounced(index)
            if start:
                self._add(start)
                continue
            for inside in self._run_in.starts(line, self._starts):
                self._add(inside)
            if label := LABEL_AT_START.match(line.text):
                self._seen.add(label.group().strip())
                self._numbered = True
        return self._starts

    def _add(self, start: Start) -> None:
        """Take a start in; with no words between, it and the one before are the same work's."""
        last = self._starts[-1]
        if start.title_start < last.start or self._is_given(start):
            return
        between = self._text[last.start : start.title_start].strip()
        self._seen = set()
        apart = last.name and start.name and last.name != start.name  # 附件2⏎登记表⏎附件3⏎…
        if last.kind is Kind.DOCUMENT or between or apart:
            self._starts.append(start)
            return
        kind = Kind.ISSUED if Kind.ISSUED in (last.kind, start.kind) else Kind.ANNEX
        self._starts[-1] = replace(
            start, kind=kind, title_start=last.title_start, name=last.name or start.name
        )

    def _is_given(self, start: Start) -> bool:
        """Whether what is issued has begun already, with words of its own."""
        return start.kind is Kind.ISSUED and any(
            held.kind is Kind.ISSUED and bare(held.title) == bare(start.title)
            for held in self._starts[:-1]
        )

    def _annex(self, index: int) -> Start | None:
        """Return the annex that 附件 heads, with its title below the word or beside it."""
        line = self._lines[index]
        beside = annex_headings.BESIDE.fullmatch(line.text)
        if beside and self._has_content(index + 1, numbered=beside["number"] is not None):
            name = printed_name(beside)
            return Start(Kind.ANNEX, beside["title"].strip(), line.start, line.end, name)
        run_in = annex_headings.RUN_IN.match(line.text)
        if run_in and run_in["number"] and (self._is_headed(run_in) or self._is_next(run_in)):
            title, end = run_in["title"], line.start + run_in.end()
            return Start(Kind.ANNEX, title, line.start, end, printed_name(run_in))
        match = annex_headings.LINE.fullmatch(line.text)
        following = self._lines[index + 1].text if index + 1 < len(self._lines) else ""
        is_list = not without((line.start, line.end), self._lists) or "〕（" in following
        if match is None or is_list:  # 附件：⏎〔登记表.pdf〕（/static/1.pdf）
            return None
        titled = self._announced(index + 1)
        if titled:
            listed = "" if match["number"] else self._listed(bare(titled.title))
            return replace(titled, title_start=line.start, name=listed or printed_name(match))
        stop, title = annex_title(self._lines[index + 1 : index + 1 + _TITLE_LINES])
        if not title and self._issued and len(self._starts) == 1:
            return None
        return Start(
            Kind.ANNEX, title or line.text, line.start, stop or line.end, printed_name(match)
        )

    def _is_headed(self, run_in: re.Match[str]) -> bool:
        """Whether the words behind 附件1 on a line are the title of that annex, and no sentence."""
        title = bare(run_in["title"])
        if any(alike(title, name) for name in self._attached):
            return True
        return run_in["title"] != run_in.string[run_in.start("title") :] and is_title(title)

    def _is_next(self, run_in: re.Match[str]) -> bool:
        """Whether 附件2 and words before a blank head sentences, behind 附件1 or as the first."""
        ordinal = parse_numeral(run_in["number"])
        before = {
            start.name.removeprefix(run_in["word"].replace(" ", "")) for start in self._starts
        }
        behind = run_in.string[run_in.end() :]
        follows = ordinal == 1 or any(
            name and parse_numeral(name) == ordinal - 1
            for name in before
            if _NUMERAL.fullmatch(name)
        )
        return follows and "。" in behind and "附件" not in behind

    def _has_content(self, index: int, *, numbered: bool) -> bool:
        """Whether the text of an annex follows, and not the rest of a list or of a letter."""
        following = self._lines[index].text if index < len(self._lines) else ""
        if _NO_CONTENT.match(following):
            return False
        label = LABEL_AT_START.match(following)
        if label and not numbered:
            return following.startswith((*_STARTERS, "1"))
        return label is not None or "\t" in following or "。" in following

    def _announced(self, index: int) -> Start | None:
        """Return the work whose announced title stands at a line, over up to five lines."""
        told = self._issued or self._exact or self._attached
        if not told or index >= len(self._lines) or not self._can_begin(self._lines[index]):
            return None
        first = self._lines[index]
        joined = ""
        for at, line in enumerate(self._lines[index : index + _TITLE_LINES], start=index):
            if "。" in line.text or LABEL_AT_START.match(line.text):
                break
            joined += bare(line.text)
            title = annex_headings.MARK.sub(
                "", self._text[first.start : line.end].replace("\n", "")
            )
            if years := self._years_behind(joined, at):
                return Start(Kind.ISSUED, f"{title}{years}", first.start, line.end + 1 + len(years))
            if joined in self._exact or any(alike(joined, issued) for issued in self._issued):
                return Start(Kind.ISSUED, title, first.start, line.end, self._listed(joined))
            if joined in self._attached:
                name = self._listed(joined) or "附件"
                return Start(Kind.ANNEX, title, first.start, line.end, name)
        return None

    def _years_behind(self, joined: str, index: int) -> str:
        """Return what ends an announced title in brackets and begins the line of its text.

        So …行动方案⏎（2022—2024年）为加快….
        """
        following = self._lines[index + 1].text if index + 1 < len(self._lines) else ""
        end = following.find("）") + 1
        if not following.startswith("（") or end in (0, len(following)):
            return ""
        return following[:end] if joined + following[:end] in (*self._issued, *self._exact) else ""

    def _listed(self, title: str) -> str:
        """Return how a list of several attachments numbers the one of this title, or nothing."""
        number = self._attached.get(title, 0)
        return f"附件{number}" if number else ""

    def _can_begin(self, line: Line) -> bool:
        formal = (
            is_date(line.text)
            or is_remark(line.text)
            or annex_headings.LINE.fullmatch(line.text)
            or _PRINTED.search(line.text)
        )
        return not formal and bool(without((line.start, line.end), self._lists))

    def _unannounced(self, index: int) -> Start | None:
        """Return the work that a title heads below which the numbers begin, anew or at all."""
        line = self._lines[index]
        label = self._first_label(index) if is_title(line.text) else ""
        if not label.startswith(_STARTERS):
            return None
        first_behind_letter = self._signed and len(self._starts) == 1
        anew = label in self._seen or (label.startswith("第") and self._numbered)
        if not first_behind_letter and not anew:
            return None
        if not first_behind_letter and len(line.text) < _SHORTEST_TITLE:
            return None
        first = title_above(self._lines, index, self._after)
        title = annex_headings.MARK.sub("", "".join(x.text for x in self._lines[first : index + 1]))
        if self._proclaims and bare(title) == bare(self._starts[0].title):
            return None
        beside = self._starts[-1]
        kind = Kind.ISSUED if beside.kind is Kind.ISSUED and not beside.name else Kind.ANNEX
        name = next((self._listed(x) for x in self._attached if means(x, bare(title))), "")
        return Start(kind, title, self._lines[first].start, line.end, name)

    def _first_label(self, index: int) -> str:
        """Return the first label in the lines behind a title."""
        following = self._lines[index + 1 : index + 1 + _LINES_BEFORE_NUMBERS]
        labels = (LABEL_AT_START.match(line.text) for line in following)
        return next((label.group().strip() for label in labels if label), "")
