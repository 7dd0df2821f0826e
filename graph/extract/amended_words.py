"""Words that an amending sentence quotes, old or new: they are the amended act's, not its own.

Forms read::

    将第二条中的“不少于3人”修改为“不少于5人”        both
    第八条修改为“建筑高度超过50米的住宅”            the new ones
    在“应当保存”后增加“不少于两年”                  both
    删去第四条中的“每年至少一次”                    the old ones

A word in marks beside an amendment that is no part of it (“三个经济”) stays the sentence's own.
"""

from __future__ import annotations

import re

from graph.grammar.sentences import Stretch

_QUOTED = re.compile(r"“[^“”\n]{1,400}”")
_AMENDS = ("改为", "修订为", "删去", "删除", "增加")
_BEFORE = re.compile(
    r"(?:修改为|改为|修订为|调整为|表述为|增加|增写|删去|删除|补充|[条款项点段]?中的?|[条款项]|将|把|在)[：:]?$"
)
_BEHIND = re.compile(
    r"[^，。；“”]{0,10}?(?:修改|改为|修订为|删去|删除|[之以]?[前后]增加|调整为|一并)"
)


def amended_words(text: str, start: int, end: int) -> tuple[Stretch, ...]:
    """Return the words between the offsets that are quoted as another act's old or new ones."""
    for word in _AMENDS:
        if text.find(word, start, end) >= 0:
            break
    else:
        return ()
    return tuple(
        Stretch(*quoted.span())
        for quoted in _QUOTED.finditer(text, start, end)
        if _BEFORE.search(text, max(start, quoted.start() - 12), quoted.start())
        or _BEHIND.match(text, quoted.end(), end)
    )
