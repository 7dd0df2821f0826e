"""What the words behind a document or a list say of it: it is carried out, or it is the ground.

Forms read::

    为做好《条例》的贯彻实施工作                          carried out
    加大《纲要》实施力度; 推动《条例》落地见效              by a verb before and one behind
    推进《条例》《意见》等扎实落实                        of a whole list
    《意见》已公开发布，各级各部门要全面贯彻落实            published, and then told to all
    以《A法》、《B规定》等法律法规为依据                    the ground

《规划》实施情况, 《条例》实施细则 say nothing of the kind, nor does what is about something else:
《意见》已经印发，各地要落实责任.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from graph.extract.citation_words import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.extract.mentions import Mention

_NEAR = 12  # characters before a list that hold the verb which the one behind completes
_FURTHEST = 160  # characters behind a list to the verb that is said of it
_AT_ONCE = re.compile(
    r"(?:精神)?的?(?:学习)?(?:宣传)?(?:贯彻(?:落实|实施|执行)?|组织实施)(?!情况|[落实执行]|后|以来)"
)
_NO_DEED = "(?!情况|中|后|以来|之|前|期|时|细则|办法|意见|方案|条例|规定|机制|效果|状况|进展)"
# 实施《A》以来, 实施《A》办法: of a time, or the name of what is to be made
_OVER = re.compile(
    r"(?:以来|之?[后前]|之日|期间|时|过程中?|中|的?(?:有关|相关)?(?:情况|成效|经验)"
    r"|的?(?:实施)?(?:若干)?(?:办法|细则|条例|规定|意见|通知|方案|决定))"
)
_MADE_AND = re.compile("[并和、]?")


@cache
def _pattern(name: str) -> re.Pattern[str]:
    carry, further = words("carry-out"), words("further")
    published = f"(?:{words('issue')}|{words('published')})"
    return re.compile(
        {
            "further": rf"{further}(?:好|了)?[^，。；：《》]{{0,8}}$",
            "carried": r"(?:等[^，。；：《》]{0,12}?)?(?:精神|要求|(?:各项)?(?:目标)?任务)?的?"
            rf"(?:全面|顺利|有效|深入|有序|扎实|进一步|学习|宣传|推进)*{carry}{_NO_DEED}",
            "told": rf"[^，。；：《》\n]{{0,30}}?(?:已|业)[^，。；：《》\n]{{0,20}}?{published}"
            r"(?!的|后|以来)(?:，[^。；：《》]{0,50}?)?，"
            r"(?:请|各|全[省市县区州盟旗国系]|有关|相关)[^。；：《》]{0,30}?"
            rf"(?<![一不])(?:[要应须请]|应当|认真|严格|务必|切实)[^，。；：《》现]{{0,12}}?{carry}"
            r"(?:好|到位|工作)?(?=[，。；]|$)",
            "ground": r"(?:等[^，。；：《》]{0,16})?(?:为|作为)[^，。；：《》]{0,6}?"
            rf"{words('ground')}",
        }[name]
    )


def is_carried_out(text: str, start: int, listed: Sequence[Mention], end: int) -> bool:
    """Tell whether the words behind a list say that it is carried out.

    >>> from graph.extract.mentions import Mention
    >>> text = "加大《纲要》实施力度，《规划》实施情况"
    >>> [is_carried_out(text, 0, [Mention("", None, a, b, b)], 19) for a, b in ((2, 6), (11, 15))]
    [True, False]
    """
    at = listed[-1].reach
    stop = min(end, at + _FURTHEST)
    if _AT_ONCE.match(text, at, stop):
        return True
    if _pattern("told").match(text, at, stop):
        return True
    first = listed[0].start
    behind = _pattern("carried").match(text, at, stop)
    return bool(behind and _pattern("further").search(text[max(start, first - _NEAR) : first]))


def is_ground(text: str, start: int, listed: Sequence[Mention], end: int) -> bool:
    """Whether a text makes documents its ground: 以《A》、《B》等法律法规为重要依据."""
    first, at = listed[0].start, listed[-1].reach
    before = text[max(start, first - _NEAR) : first]
    return "以" in before and _pattern("ground").match(text, at, end) is not None


def only_dates(text: str, verb: tuple[int, int], behind: int) -> bool:
    """Tell whether 实施 before a title says when, or names what is to be made: 实施《A》以来."""
    return text.endswith("实施", *verb) and _OVER.match(text, behind) is not None


def is_made_and_put_into_force(text: str, made: int, verb: tuple[int, int]) -> bool:
    """Tell whether 实施 only goes on with the verb of one who makes a document: 制定并实施《A》."""
    if made < 0 or text[slice(*verb)] != "实施":
        return False
    return _MADE_AND.fullmatch(text, made, verb[0]) is not None
