"""What somebody need not pay or do.

Forms read::

    农村居民采伐自留地的林木，免征育林基金          whose case it is
    对重建户免收土地证书工本费                      whom a preposition names

An agency that must not ask for it (机构应当免收检定费) is not who need not pay.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from graph.extract.entitlement_words import alternatives, pattern
from graph.extract.rights import objects, receivers
from graph.extract.rights.entitlement import Entitlement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.grammar.sentences import Stretch

_EXEMPT = re.compile(r"免(?:予|于)?(?:征收?|收|缴|交|除)(?=[\u4e00-\u9fff])(?![或和而的后期]|部分)")
_COLLECTED = re.compile("收$")
_MUST_NOT_ASK = re.compile(r"(?:应当?|须|必须|并|且|同时)[^，。；]{0,10}$")  # 机构应当免收检定费
_LEAST = 2
_MOST = 40


@cache
def _not_charged() -> re.Pattern[str]:
    return pattern("not-charged", behind="(?:（[^）]*）)?$")


@cache
def spoiled() -> re.Pattern[str]:
    """Return a pattern of what denies, reclaims or reports what is given."""
    return re.compile(
        rf"(?:{alternatives('not-given')})(?:{alternatives('link')})*$|{alternatives('reclaims')}"
    )


def find(text: str, sentence: Stretch, clause: Stretch, end: int) -> Iterator[Entitlement]:
    """Yield what somebody need not pay: 免征育林基金."""
    if text.find("免", clause.start, end) < 0:
        return
    for verb in _EXEMPT.finditer(text, clause.start, end):
        if spoiled().search(text, clause.start, verb.start()):
            continue
        last = objects.without_amount(text, verb.start(), end)
        too_long = not _LEAST < last - verb.start() <= _MOST
        if too_long or not _not_charged().search(text, verb.start(), last):
            continue
        whose = receivers.before(text, sentence, clause, verb.start())
        if not whose.names and not whose.refused:
            asks = _COLLECTED.search(verb.group()) and _MUST_NOT_ASK.search(
                text[clause.start : verb.start()]
            )
            if asks:  # who must not ask for it is not who need not pay
                return
            whose = receivers.subject(text, sentence, clause, verb.group())
        if whose.names and not whose.refused:
            yield Entitlement(objects.deed(text, verb.start(), last), whose.names, "right.exempt")
        return
