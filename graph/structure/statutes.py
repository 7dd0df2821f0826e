"""Words of a statute that a list sets below each of its items: their numbers are the statute's.

Forms read::

    25、未制定监测方案⏎- 《甲法》第二十一条第二款 单位应当：⏎（二）建立制度；⏎（三）制定方案。
    《乙条例》第十条：下列行为应当处罚：⏎（一）倾倒；⏎（二）填埋。

A sentence that only cites an article (《甲法》第二十条规定的…, 依据《甲法》第三条：…) quotes none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_CN = "[一二三四五六七八九十百零〇]{1,6}"
_QUOTED = re.compile(
    r"(?<![^\n])[-*•·○ ]*《[^《》\n]{3,80}》(?:（[^（）\n]{2,40}）)?"
    rf"(?:第{_CN}[条款项](?:之{_CN})?[、和]?){{1,6}}[ ：]+"
    r"(?!修改|增加|删|规定|改为|作|中)[^\n]*(?P<items>(?:\n（[一二三四五六七八九十]{1,3}）[^\n]*)*)"
)
_ITEM = re.compile(r"（[一二三四五六七八九十]{1,3}）")
_FEWEST = 2  # statutes that are quoted so, in a list that does it


def quoted_statutes(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches between the offsets in which a list quotes items of statutes."""
    if "》第" not in text:
        return
    found = list(_QUOTED.finditer(text, start, end))
    if len(found) >= _FEWEST:
        yield from (match.span() for match in found if _ITEM.search(match.group()))
