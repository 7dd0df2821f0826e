"""Menus of a web page: what stands about the title and belongs to the site.

A menu is told by its form alone: many short lines on end, or one line of many short words, none of
which has the form of anything in a document (a title, a number, a date, the name of a body).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.grammar.dates import DATE
from graph.structure.lines import is_body_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.structure.lines import Line

_LONGEST = 10  # characters of an entry: 增城经济技术开发区
_FEWEST_LINES = 6
_FEWEST_WORDS = 4
_APART = re.compile(r"[ |·]+")
_FORMAL = re.compile(rf"关于|印发|的?通知$|[。；：，《》〔〕]|附\s*件|{DATE.pattern}", re.VERBOSE)


def menu_lines(lines: Sequence[Line]) -> frozenset[int]:
    """Return the positions of the lines that are menus or entries of one."""
    found: set[int] = set()
    run: list[int] = []
    for index, line in enumerate(lines):
        bare = line.text.strip(" |·-")
        words = [word for word in _APART.split(bare) if word]
        # a date's blanks part no entries: 2023 年1 月13 日
        if len(words) >= _FEWEST_WORDS and not DATE.search(line.text) and _are_entries(words):
            found.add(index)
        if _is_short(bare):
            run.append(index)
            continue
        found.update(_menu(lines, run))
        run = []
    return frozenset(found.union(_menu(lines, run)))


def _menu(lines: Sequence[Line], run: Sequence[int]) -> Sequence[int]:
    """Return the run of short lines if it is a menu."""
    words = [lines[index].text.strip(" |·-") for index in run]
    return run if len(run) >= _FEWEST_LINES and _are_entries(words, shortest=0) else ()


def _are_entries(words: Sequence[str], shortest: int = 2) -> bool:
    """Whether words are entries of a menu: 新闻中心 may be among them, a list of bodies is none."""
    bodies = sum(is_body_name(word) for word in words)
    return 2 * bodies < len(words) and all(_is_short(w) and len(w) >= shortest for w in words)


def _is_short(text: str) -> bool:
    return len(text) <= _LONGEST and not _FORMAL.search(text)
