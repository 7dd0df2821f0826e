"""Cited titles in 《》, with titles inside them in 《》 or 〈〉.

A scanner with a bound on length and depth, since one 《 without its partner must not swallow a
document, and unbounded patterns have been killed for memory on hostile text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.grammar.sentences import Stretch

if TYPE_CHECKING:
    from collections.abc import Iterator

_MARK = re.compile(r"[《》\n。]")
_DEEPEST = 4  # titles within titles
LONGEST = 200  # characters; the longest title met in 10,000 notices has 131


def find_titles(text: str, start: int, end: int) -> Iterator[Stretch]:
    """Yield the titles between the offsets, outermost marks included.

    A title whose closing mark is missing ends nowhere and is none; the search goes on behind its
    opening mark.

    >>> t = "《关于印发〈实施方案〉的通知》、《意见》和《未完"
    >>> [t[s.start:s.end] for s in find_titles(t, 0, len(t))]
    ['《关于印发〈实施方案〉的通知》', '《意见》']
    """
    at = text.find("《", start, end)
    while at >= 0:
        stop = _closing(text, at, min(end, at + LONGEST))
        if stop:
            yield Stretch(at, stop)
        at = text.find("《", stop or at + 1, end)


def _closing(text: str, start: int, end: int) -> int:
    depth = 0
    for mark in _MARK.finditer(text, start, end):
        if mark.group() == "《":
            depth += 1
            if depth > _DEEPEST:
                break
        elif mark.group() == "》":
            depth -= 1
            if depth == 0:
                return mark.end()
        else:
            break
    return 0
