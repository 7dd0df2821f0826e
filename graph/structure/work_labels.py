"""What the labels of each work in a file begin with, so that they tell in which of them one stands.

Nothing is numbered that is not printed so. Forms, and what the labels are::

    附件1⏎考核办法⏎一、…            附件1/一          a printed heading, with its number
    附件⏎任务分工表⏎1.…            附件/1            and without one where it has none
    甲管理办法⏎第一条…             第一条            the document, or what its letter issues
    甲管理办法…乙实施细则…          甲管理办法/第一条    one of several: its title
    a letter and its 方案 with 一、   通知/一, 一        of what kind the letter is
    附件1 of each of two 办法       甲管理办法/附件1/1   the annex of one of them

A work is an annex where 附件, 附表 or 附录 heads it, or where a list of attachments names it. What
a letter issues (印发, 转发, 发布) without that is a work of its own and no annex, and so is a text
that only stands behind another one.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from graph.structure.titles import kind_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.structure.works import Region

_LETTER = "通知"
_LETTERS = ("决定", "函", "公告", "通告", "批复", "命令", "通报", "公报")
_UNNUMBERED = ("附件", "附表", "附录")


def beginnings(regions: Sequence[Region], numbered: Sequence[bool]) -> list[str]:
    """Return what the labels of each work begin with; ``numbered`` tells which have any."""
    plain = [index for index, region in enumerate(regions) if numbered[index] and not region.name]
    behind = [index for index in plain if index]
    alone = len(behind) == 1 and (0 not in plain or regions[behind[0]].issued)
    recurs = Counter(region.name for region in regions)
    given: Counter[str] = Counter()
    found: list[str] = []
    work = annex = ""  # what annexes can be below: a work by its title, and an annex
    for index, region in enumerate(regions):
        name = ""
        if region.name:
            above = work or ("" if region.name in _UNNUMBERED else annex)
            inner = above and recurs[region.name] > 1
            name = f"{above}/{region.name}" if inner else region.name
            annex = annex if inner else name
        elif index in behind and not alone:
            name = work = _titled(region.title)
        elif index == 0 and alone and 0 in plain:
            kind = kind_of(region.title)
            name = kind if kind in _LETTERS else _LETTER
        given[name] += 1
        again = f"~{given[name]}" if name and given[name] > 1 else ""
        found.append(f"{name}{again}/" if name else "")
    return found


def _titled(title: str) -> str:
    """Return a title as it begins a label: without what marks it and without a slash."""
    return "".join(title.split()).strip("《》").replace("/", "／")
