"""The list of contents: headings that come again below, and are provisions only there.

Forms read::

    目录⏎一、总体要求 ..... 1⏎二、主要任务 ..... 3⏎一、总体要求⏎以人为本。    under its word
    第一章 总则⏎第二章 管理⏎第三章 附则⏎第一章 总则⏎第一条 …            without it
    - 〔1 总则〕（#t1）⏎- 〔1.1 目的〕（#t2）                             links of a page
    目录一、总体要求二、主要任务一、总体要求以人为本。…                  in a text without line ends
    1.1 编制目的 …………（4） 1.2 编制依据 …………（4）               leaders and pages
    第一章 总则 第二章 管理 第三章 附则⏎第一章 总则⏎第一条 …            on a line of its own
    目录⏎第一条 现状 1⏎第二条 目标 4⏎第三条 用地 11⏎现状⏎过去五年…      pages that grow, without
                                                                       the same numbers below

A block of headings that do not come again is none, nor one that comes again as bare as before (the
same form in two annexes), unless its word stands above it and each entry ends in its page.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.grammar.numbering import LABEL_AT_START, find_labels

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.model import ProvisionKind as Kind
    from graph.structure.lines import Line

_WORD = re.compile(r"目\s*[录次]\s*")
_LINK = re.compile(r"[-*·•〉 ]*(?:〔(?P<words>[^〔〕]+)〕（[^（）]*）|(?P<bare>.*))")
_PAGE = re.compile(r"[\s.…·•_—-]*(?:[（〔]?\d{1,3}[）〕]?)?$")
_ENDS_IN_PAGE = re.compile(r"[\s.…·•_—\-\d）〕]")
_PAGE_NUMBER = re.compile(r"[\s.…·•_—-]*\d{1,3}")
_LED = re.compile(r"[….·•_—-][….·•_—-]{2,}[ ]*[（〔]?\d{1,3}[）〕]?(?!\d)")
_PAGED = re.compile(r".*[\u4e00-\u9fff”》）][\s.…·•_—-]*[（〔]?(?P<page>\d{1,3})[）〕]?\s*")
_PAGE_ENDS = re.compile(r"\d[）〕]?$")
_SENTENCE = re.compile(r"[。；！？]")
_LONGEST = 60  # characters of an entry
_LONG_LINE = 200  # a text that lost its line ends
_HEAD_LINES = 12  # which may hold the contents behind other words
_FEWEST = 3  # entries of a list without its word
_FEWEST_NAMED = 2
_MANY = 10  # headings on end, with no sentence among them, are a list without its word, too
_MOST_NEW = 0.3  # of the entries under the word need not come again (附件, 前言)
_FURTHEST = 4000  # characters from the start of a text without line ends
_MOST_ALIKE = 50  # lines of one label that are looked through


def find_contents(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Return the stretches that are lists of contents, in their order."""
    headings = _Headings(lines)
    found: list[tuple[int, int]] = []
    index = 0
    while index < len(lines):
        line = lines[index]
        if led := _led_end(lines, index):
            found.append((line.start, lines[led - 1].end))
            index = led
            continue
        named = _is_word(line.text)
        if named and (paged := _paged_end(lines, index + 1)):
            found.append((line.start, lines[paged - 1].end))
            index = paged
            continue
        many = index < _HEAD_LINES or bool(headings.labels[index]) or len(line.text) > _LONG_LINE
        on_one_line = list(_on_one_line(lines, index)) if many else []
        found += on_one_line
        if on_one_line or len(line.text) > _LONG_LINE:
            pass
        elif named or headings.labels[index]:
            first = index + named
            stop = headings.block_end(first)
            last = headings.last_entry(first, stop, named=named)
            if last is not None:
                found.append((line.start, lines[last].end))
            index = max(stop, index + 1)
            continue
        index += 1
    return found


def entries(text: str, stretches: Sequence[tuple[int, int]]) -> dict[str, str]:
    """Return the headings that lists of contents give, by the number printed before each.

    >>> text = "目录1.总则1.1编制目的…………3 1.2适用范围"
    >>> entries(text, [(0, len(text))])
    {'1': '总则', '1.1': '编制目的', '1.2': '适用范围'}
    """
    found: dict[str, str] = {}
    for start, end in stretches:
        labels = list(find_labels(text, start, end))
        for label, stop in zip(labels, [*(x.start for x in labels[1:]), end], strict=bool(labels)):
            words = _words(text[label.end : stop].split("\n", maxsplit=1)[0].strip())
            if 0 < len(words) <= _LONGEST:
                found.setdefault(label.printed, words.strip())
    return found


def _is_word(line: str) -> bool:
    """Whether a line is the word over a list of contents."""
    return line.startswith("目") and _WORD.fullmatch(line) is not None


def _can_end_in_page(line: str) -> bool:
    """Whether the number of a page may end a line: the cheap question."""
    return line[-1].isdecimal() or line[-1] in "）〕"


def _led_end(lines: Sequence[Line], index: int) -> int:
    """Return the line behind a list whose entries leaders part from their pages, or 0."""
    named = _is_word(lines[index].text)
    if not named and not _can_end_in_page(lines[index].text):
        return 0
    at = index + named
    entries = 0
    while at < len(lines) and (led := len(_LED.findall(lines[at].text))):
        if not _PAGE_ENDS.search(lines[at].text):
            return 0
        entries += led
        at += 1
    return at if entries >= _FEWEST else 0


def _paged_end(lines: Sequence[Line], first: int) -> int:
    """Return the line behind entries that end in pages which never fall and grow at last, or 0.

    An entry that is longer than its line has its page on the next one.
    """
    pages: list[int] = []
    stop = at = first
    while at < len(lines) and at <= stop + 1:
        line = lines[at].text
        paged = _PAGED.fullmatch(line) if len(line) <= 2 * _LONGEST else None
        if _SENTENCE.search(line) or (paged and pages and int(paged["page"]) < pages[-1]):
            break
        at += 1
        if paged:
            pages.append(int(paged["page"]))
            stop = at
    return stop if len(pages) >= _FEWEST and pages[0] < pages[-1] else 0


class _Headings:
    """The lines of a text as headings: without a link's address, leader dots and page number."""

    def __init__(self, lines: Sequence[Line]) -> None:
        """Note each line's words and label, and which line of the same beginning comes next."""
        self._lines = lines
        words = [_first_entry(_words(line.text[:_LONG_LINE])) for line in lines]
        starts = [LABEL_AT_START.match(each) for each in words]
        self.labels = [match.group().strip() if match else "" for match in starts]
        self._keys = ["".join(each.split()) for each in words]
        self._next: list[int | None] = [None] * len(lines)
        behind: dict[str, int] = {}
        for index in range(len(lines) - 1, -1, -1):
            begins = self.labels[index] or self._keys[index]
            self._next[index] = behind.get(begins)
            behind[begins] = index

    def block_end(self, first: int) -> int:
        """Return the first line from ``first`` on that can be no entry, or begins it anew."""
        again = self._again(first, first + 1) if first < len(self._lines) else None
        at = first
        while at < len(self._lines) and at != again:
            line = self._lines[at].text
            if len(self._keys[at]) > _LONGEST or _SENTENCE.search(line):
                break
            at += 1
        return at

    def last_entry(self, first: int, stop: int, *, named: bool) -> int | None:
        """Return the last line of a list of contents, or None where the block is none."""
        entries = [at for at in range(first, stop) if self._keys[at]]
        again = self._again(first, stop) if entries else None
        if again is None:
            return None
        recurring = [at for at in entries if self._again(at, again) is not None]
        if again != stop:  # other words stand between
            entries = [at for at in entries if at <= recurring[-1]]
        enough = _FEWEST_NAMED if named else _FEWEST
        new = len(entries) - len(recurring)
        if len(recurring) < enough or new > (_MOST_NEW * len(entries) if named else 0):
            return None
        below = self._lines[again : again + 3 * len(entries) + 3]
        has_words = any(_SENTENCE.search(line.text) for line in below)
        return entries[-1] if has_words else None

    def _again(self, entry: int, start: int) -> int | None:
        """Return the line from ``start`` on that begins with the words of an entry."""
        at = self._next[entry]
        for _ in range(_MOST_ALIKE):
            if at is None or (at >= start and self._keys[at].startswith(self._keys[entry])):
                return at
            at = self._next[at]
        return None


def _words(text: str) -> str:
    match = _LINK.match(text)
    words = (match["words"] or match["bare"]) if match else text
    return _PAGE.sub("", words) if _ENDS_IN_PAGE.match(words, len(words) - 1) else words


def _first_entry(words: str) -> str:
    """Return the first entry of a line that holds several: 1总则 1.1目的 1.2依据."""
    if "." not in words or "。" in words:
        return words
    second = next((x for x in find_labels(words, 0, len(words)) if x.start > 1), None)
    return words[: second.start].rstrip() if second else words


def _on_one_line(lines: Sequence[Line], index: int) -> Iterator[tuple[int, int]]:
    """Yield the list of contents in a line; its entries may come again in those below."""
    line, text = lines[index], ""
    word = _WORD.search(line.text, 0, _FURTHEST)
    for run in _runs(line.text):
        text = text or "\n".join(each.text for each in lines[index:])
        named = word is not None and word.end() == run[0]
        first = _words(text[run[0] : run[1]])
        again = text.find(first, run[1])
        entries = [start for start in run if start < again]
        if len(entries) < (_FEWEST_NAMED if named else _FEWEST):
            continue
        ends = [*entries[1:], again]
        pairs = list(zip(entries, ends, strict=True))
        below = "".join(text[again:].split())
        kept = [_recurring(text[start:stop], below) for start, stop in pairs]
        lenient = named or len(entries) >= _MANY
        new = kept.count("")
        if new > (_MOST_NEW * len(entries) if lenient else 0) or not _SENTENCE.search(text, again):
            continue
        end = max(start + len(words) for start, words in zip(entries, kept, strict=True) if words)
        if any(_words(text[start:stop]) != text[start:stop] for start, stop in pairs[:-1]):
            page = _PAGE_NUMBER.match(text, end)
            end = page.end() if page else end
        begins = word.start() if named and word else run[0]
        yield line.start + begins, line.start + min(end, again)
        return


def _runs(text: str) -> Iterator[list[int]]:
    """Yield the starts of labels in rows that nothing but headings part, and no first one anew.

    So 附件：1.甲表2.应急预案 and 1.总则1.1目的2.组织 behind it are two.
    """
    run: list[int] = []
    kind: Kind | None = None
    for label in find_labels(text, 0, min(len(text), _FURTHEST)):
        apart = run and (
            label.start - run[-1] > _LONGEST
            or _SENTENCE.search(text, run[-1], label.start)
            or (label.ordinal == 1 and label.kind is kind)
        )
        if apart:
            if len(run) >= _FEWEST_NAMED:
                yield run
            run = []
        kind = kind if run else label.kind
        run.append(label.start)
    if len(run) >= _FEWEST_NAMED:
        yield run


def _recurring(words: str, below: str) -> str:
    """Return as much of an entry as comes again in the text below, or an empty string.

    Behind the last entry other words may follow at once, so that its end shows only there. Blanks
    do not count: 7.1 宣传 in the list may be 7.1宣传 in the text.
    """
    entry = _words(words[:_LONGEST])
    label = LABEL_AT_START.match(entry)
    shortest = len(label.group()) + 2 if label else _FEWEST
    for length in range(len(entry), shortest - 1, -1):
        if "".join(entry[:length].split()) in below:
            return entry[:length]
    return ""
