"""The words around a number, by the scheme ``measure-words``, and what states one without a limit.

Forms read::

    能耗降低16%、最高可提高10个百分点        a rise or fall, and its cap
    探访率100%                               a rate
    补贴500元、给予每人2000元补贴            a grant
    每半年至少组织演练1次、每户限购1套       a word of limit before the verb
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from ontology import lexicon


@cache
def forms_of(key: str) -> str:
    """Return a pattern of the written forms of a concept of ``measure-words``, longest first."""
    return lexicon.alternatives("measure-words", key)


def written(key: str) -> frozenset[str]:
    """Return the written forms of a concept of ``measure-words``."""
    return lexicon.written("measure-words", key)


@cache
def stated() -> re.Pattern[str]:
    """What makes a value one without a word of limit: a rise or fall, a grant, a rate."""
    return re.compile(
        rf"(?P<cap>(?:最高|最多)可?)?(?P<change>(?<!同比)(?:{forms_of('change')}))$"
        rf"|(?P<rate>{forms_of('measured')})$"
        rf"|(?:(?P<most>最高|最多|不超过)|(?P<least>不少于|不低于))?[^，。；\d]{{0,6}}?(?P<grant>(?:{forms_of('grant')})(?:为|金额为|每人|每户|每人每月|每年)?)$"
        rf"|(?P<up_to>(?:最高|最多|不超过)可?)?(?P<given>(?:给予|发放|按)(?:每[\u4e00-\u9fff]){{0,2}}(?:一次性)?)$"
    )


@cache
def granted() -> re.Pattern[str]:
    """Return a pattern of what an amount behind 给予每人 is granted as."""
    return re.compile(rf"的?(?:一次性|资金|定额|财政|生活|就业|创业|岗位)?(?:{forms_of('grant')})")


# 每半年至少组织演练1次: the word of limit stands before the verb
APART: Final = re.compile(
    r"(?P<gteq>至少|最少)?(?P<lteq>(?<!“)最多(?!跑)|至多|限(?=[填报购用申招录推参每]))?(?<=[少多限])[^，。；、\d]{1,10}$"
)
