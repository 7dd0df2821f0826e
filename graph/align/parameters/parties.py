"""Who must, may or gets something: a person, a firm, or an office.

Forms read::

    申请人应当在30日内补正       the nearest one before the word, in its piece
    民政部门受理后，应当公示     or else the first one of the sentence
    对困难人员给予补贴           no subject: whom something is done for
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_NO_SUBJECT = re.compile(
    r"[对向给为将把与同]|关于|根据|按照?|依照|经(?![营济办])|自(?![治然主愿身])"
)
_ATTRIBUTE = re.compile(r"的(?!，|$)")
_BETWEEN = (
    r"[，、。；：（）和及与或等应可须需要不未无已在于自从由凭持将把每均也都又再有是因为按至到经]"
    r"|连续|累计|依法|主动|及时|自愿|必须|务必|年满|鼓励|支持|引导"
)
_FIRM = "企业"
_LONG = 2  # 处, 科, 院 are offices only at the end of a name


class Party(StrEnum):
    """Whom a rule binds or serves."""

    PERSON = "person"
    FIRM = "firm"
    OFFICE = "office"


@cache
def _kinds() -> Mapping[str, Party | None]:
    """Return who is meant by each word; None where a word only looks like one."""
    of, ours = lexicon.concepts("entitlement-words"), lexicon.concepts("effect-words")
    offices = {word for word in of["authority"].written if len(word) >= _LONG}
    found: dict[str, Party | None] = dict.fromkeys(of["person"].written, Party.PERSON)
    firms = of["organisation"].written | ours["firm"].written
    found |= dict.fromkeys(firms - of["generic"].written | {_FIRM}, Party.FIRM)
    found |= dict.fromkeys(offices | ours["office"].written | of["officer"].written, Party.OFFICE)
    return MappingProxyType(found | dict.fromkeys(of["not-person"].written))


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(lexicon.alternation(_kinds()))


def parties(text: str, start: int, end: int) -> Iterator[tuple[Party, int, int]]:
    """Yield those who are named between the offsets.

    >>> [party.value for party, _, _ in parties("受理机构通知申请人", 0, 9)]
    ['office', 'person']
    """
    for match in _pattern().finditer(text, start, end):
        party = _kinds()[match.group()]
        if party:
            yield party, match.start(), match.end()


def subject(text: str, sentence: int, piece: int, at: int) -> Party | None:
    """Return who is the subject of what stands at an offset, by where its piece begins.

    >>> text = "民政部门受理后，对申请人应当告知"
    >>> subject(text, 0, 8, 12)
    <Party.OFFICE: 'office'>
    """
    own = list(_acting(text, piece, at))
    return own[-1] if own else next(_acting(text, sentence, piece), None)


def _acting(text: str, head: int, at: int) -> Iterator[Party]:
    """Yield those who are no object and no attribute: 对申请人, 申请人的材料."""
    for party, start, end in parties(text, head, at):
        if _may_act(text, head, start, end, at):
            yield party


def _may_act(text: str, head: int, start: int, end: int, at: int) -> bool:
    comma = max(head, text.rfind("，", head, start) + 1)
    if _NO_SUBJECT.search(text, comma, start) or _ATTRIBUTE.match(text, end, at):
        return False
    return end >= at or _goes_on().match(text, end) is not None


@cache
def _goes_on() -> re.Pattern[str]:
    """Return what stands behind a subject; behind 残疾人 in 残疾人补贴资金 stands a noun."""
    keys = ("predicate", "does", "takes", "person-act", "office-act", "claims", "hands-in", "state")
    acts = lexicon.alternatives("effect-words", *keys, "ban", "denies", "spares", "now")
    return re.compile(rf"{_BETWEEN}|{acts}(?!资金|经费|标准|政策|制度|工作)")
