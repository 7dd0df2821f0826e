"""Who gives something, as far as it tells who is given it, or that nobody must give it.

Forms read::

    指导老师在教学期间由单位发给津贴        who is given it by another
    企业可以根据能力实行定额补贴，予以支持  who gives by himself
    鼓励机构为企业提供免费服务              who is only urged to give it
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from graph.extract import holders
from graph.extract.entitlement_words import pattern
from graph.extract.rights import receivers
from graph.grammar.sentences import clauses

if TYPE_CHECKING:
    from graph.grammar.sentences import Stretch

_BY = re.compile("(?<![自理缘因])由(?!于)")
_MAY_GIVE = re.compile("(?:可以?|应当?|要|须)(?:根据|按照?|从|在|对|结合|视|给|向|与)")
_SERVES = "提供"


def given_by(text: str, clause: Stretch, verb: int) -> receivers.Receivers | None:
    """Return who is given it by another: 指导老师在教学期间由单位发给津贴."""
    by = _BY.search(text, clause.start, verb)
    if by is None or not holders.has_head(text, clause.start, by.start()):
        return None
    head = receivers.first_head(text, clause.start, by.start())
    if head is None or not holders.starts_predicate(text, head.end, by.end()):
        persons = any(
            h.kind == holders.PERSON for h in holders.heads(text, clause.start, by.start())
        )
        return receivers.Receivers(refused=True) if persons else None
    found = holders.holders_ending(text, clause.start, head)
    return receivers.Receivers(tuple(holders.names(found, receivers.RECEIVING)))


def only_urged(text: str, sentence: Stretch, clause: Stretch, verb: re.Match[str]) -> bool:
    """Whether somebody is only urged to give: 鼓励机构为企业提供免费服务.

    An authority named before the verb gives: 鼓励…通过市场解决，政府提供补贴.
    """
    earlier = [c for c in clauses(text, sentence.start, sentence.end) if c.end <= clause.start]
    first = earlier[-1].start if earlier and verb.group() == _SERVES else clause.start
    urging = list(_urging().finditer(text, first, verb.start()))
    if not urging:
        return False
    told = list(holders.heads(text, urging[-1].end(), verb.start()))
    by_office = any(each.kind == holders.AUTHORITY for each in told)
    return not by_office and any(each.kind == holders.ORGANISATION for each in told[:1])


def is_subject(text: str, sentence: Stretch, who: str, verb: int) -> bool:
    """Whether somebody is to give: 企业可以根据自身能力实行补贴的办法，予以资金支持."""
    at = text.rfind(who, sentence.start, verb)
    return at >= 0 and _MAY_GIVE.match(text, at + len(who), verb) is not None


@cache
def _urging() -> re.Pattern[str]:
    return pattern("urges")
