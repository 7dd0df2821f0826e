"""What so many of the things do: a share of things says nothing without it.

Forms read::

    50%以上的养老院能够提供医疗服务                   behind the things
    90%以上的城镇社区和60%以上的农村社区纳入网络      behind the other share, too

Nothing is done by them in 为65%以上的老年人提供服务, 将80%的岗位用于招聘.
"""

from __future__ import annotations

import re

from graph.extract.noun_phrase import noun_behind
from graph.grammar.amounts import AMOUNT

_DEED = re.compile(
    r"(?![的与和及或、且并时]|以[上下])[\u4e00-\u9fff“”《》（）、A-Za-z\d \n]{2,48}?"
    r"(?=[，。；]|(?<![售前落先今此])后(?![期续备勤台面])|$)"
)
# 90%以上的城镇社区和60%以上的农村社区纳入服务网络: both do it
_AND_OTHERS = re.compile(rf"[ ]?(?:和|与|及|以及|、)(?:{AMOUNT})[ ]?[%％](?:以上)?的?")
_GOVERNED = tuple("为对给向将把")


def with_what_they_do(text: str, start: int, end: int, stop: int) -> tuple[str, int] | None:
    """Return what is done by things whose share begins at ``start``, and where that ends.

    >>> with_what_they_do("50%以上的养老院能够提供服务。", 0, 9, 15)
    ('能够提供服务', 15)
    """
    if text[:start].endswith(_GOVERNED):
        return None
    others = _AND_OTHERS.match(text, end, stop)
    other = noun_behind(text, others.end() - 1, stop) if others else None
    deed = _DEED.match(text, other[1] if other else end, stop)
    return (" ".join(deed.group().split()), deed.end()) if deed else None
