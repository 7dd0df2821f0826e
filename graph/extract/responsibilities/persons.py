"""Persons of a body, who are not the body: its head, its staff, somebody by name.

Forms read, behind the name of a body::

    负责人, 主要领导, 分管负责同志, 工作人员       what they are in it
    自治区 主席, 协调小组 组长, 办公室 主任        their office
    省水利局 王某某副局长                          their name and office

市级有关部门负责人员转移 tells of no person: the body must see to the move of people.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from graph.extract.responsibilities.name_forms import alternatives

_NO_PERSON = "[^，。；、）\n应要须必可需到参出签担为组等的名进按在对和及与]"  # behind 负责人员
IN_CHARGE: Final = rf"负责(?:人(?!员{_NO_PERSON})|同志)"


@cache
def _person() -> re.Pattern[str]:
    """Somebody of a body, also by name: 市水利局负责人, 省环保局王某副局长."""
    return re.compile(
        r"(?:主要|分管|联系|有关|相关|党政|班子|其|的|直接|一把手|法定代表|常务|行政)*"
        rf"(?:{IN_CHARGE}|负责制(?![定订作约止造])|{alternatives('person')}(?!单位|大会|团|令|[下会]))"
        r"|(?![应要须必可负承组牵])[\u4e00-\u9fff]{2,3}副?[主局厅部市县区省校院][任席长](?=[（，。；、任担兼主])"
    )


def is_of_person(text: str, at: int, end: int) -> bool:
    """Tell whether what follows a name means somebody of the body: 市委 in 市委主要领导任组长."""
    return _person().match(text, at, end) is not None
