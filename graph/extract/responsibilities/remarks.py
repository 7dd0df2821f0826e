"""Remarks inside a bracket that say how its list is to be read, and are no part of the list.

Forms read::

    （市住建局（逗号前为牵头单位，下同），市城管局）
    （市住建局、市城管局负责（列第一位者为牵头单位，下同））
    （市住建局、市城管局等，列第一位者为牵头部门，下同）

They tell the roles (:mod:`.sharing`); the list is read as if they did not stand there.
"""

from __future__ import annotations

import re
from typing import Final

from graph.extract.responsibilities.sharing import FIRST

_REMARK: Final = re.compile(
    r"（[^（）]{0,30}(?:逗号|第一|首位|下同)[^（）]{0,30}）"
    # behind the list, where 为牵头部门 would make all of it lead
    rf"|(?<=[，。；、])[ \n]*(?:其中，?)?{FIRST}[^，。；（）]{{0,10}}[为是]"
    r"(?:牵头|主责|主办)[^，。；（）]{0,6}"
    r"(?:[，；](?:以?下同|其余|其他|其它)[^，。；（）]{0,16})*(?=[ \n]*[）〕；。])"
)


def without_remarks(text: str, start: int, end: int) -> str:
    """Return a text with blanks for the remarks between the offsets: every offset stays.

    >>> without_remarks("（甲局（列首位的牵头，下同）、乙局）", 0, 18)
    '（甲局           、乙局）'
    """
    remark = _REMARK.search(text, start + 1, end)
    if remark is None:
        return text
    rest = without_remarks(text, remark.end(), end)
    return f"{text[: remark.start()]}{' ' * len(remark.group())}{rest[remark.end() :]}"
