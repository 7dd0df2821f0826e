"""Rights that nobody may take or ask for, and the three rights under their common name.

Forms read::

    不得强行要求进城落户农民转让其土地承包权        a ban of taking it, or of asking for it
    不得以退出“三权”作为农民进城落户的条件          the three rights under their common name
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from graph.extract import holders
from graph.extract.entitlement_words import alternatives
from graph.extract.rights import objects
from graph.extract.rights.entitlement import Entitlement
from graph.extract.rights.owners import HOLDING
from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.grammar.sentences import Stretch

_THREE = re.compile(r"[“\"]?(?:农村)?[“\"]三权[”\"]|农村三权")
_NOT_THREE = re.compile(r"(?:[”\"])?(?:分置|分离|分立|抵押|促|改革)|（(?![^）]*承包)")
# 土地承包经营权流转当事人, 土地承包经营权流转不得改变用途: who trades it, and how
_TRADE = re.compile(r"流转(?:当事人|双方|合同|价款|期限|管理|服务|市场|交易|不得|应当|应)")
_TAKEN = re.compile(r"转让|退出|放弃|收回|流转|交出|处置|作为")


@cache
def banned() -> re.Pattern[str]:
    """Return a pattern of the words of a ban: 不得, 严禁."""
    return re.compile(alternatives("ban"))


def find(text: str, clause: Stretch, end: int) -> Iterator[Entitlement]:
    """Yield rights that nobody may take or ask for: 不得强行要求农民转让其土地承包权."""
    if not (text.startswith("或", clause.start, end) or banned().search(text, clause.start, end)):
        return
    rights = [one for one in named(text, clause.start, end) if one.is_right]
    rights = [one for one in rights if not one.name.endswith(("权益", "权利"))]
    rights = [one for one in rights if not _TRADE.match(text, one.end)]
    if not rights or not _TAKEN.search(text, clause.start, end):
        return
    before = [
        h for h in holders.heads(text, clause.start, rights[0].start) if h.kind == holders.PERSON
    ]
    after = [h for h in holders.heads(text, rights[-1].end, end) if h.kind == holders.PERSON]
    head = before[-1] if before else after[0] if after else None
    whose = holders.holders_ending(text, clause.start, head) if head else []
    for one in rights:
        yield Entitlement(one, tuple(holders.names(whose, HOLDING)), "right.untaken")


def named(text: str, start: int, end: int) -> Iterator[objects.Held]:
    """Yield the rights of the scheme between the offsets, the three under their common name too."""
    for name, first, last in objects.scheme_forms().find(text, start, end):
        yield objects.known(name, first, last)
    three = text.find("三权", start, end) >= 0
    for match in _THREE.finditer(text, start, end) if three else ():
        if not _NOT_THREE.match(text, match.end()):
            for name in lexicon.collections("rights")["三权"]:
                yield objects.known(name, *match.span())
