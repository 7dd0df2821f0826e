"""The verbs for a part itself: who leads, supports or is responsible.

Forms read::

    牵头制定, 负责牵头, 主办; 发挥统筹协调、牵头抓总作用      leads
    密切配合, 参与, 协助, 负责配合做好                        supports
    负责审核, 主管, 归口管理                                  is responsible
"""

from __future__ import annotations

import re

from graph.extract.responsibilities.persons import IN_CHARGE
from graph.extract.responsibilities.verbs import belongs_behind
from graph.model import Role

_LEAD = re.compile(
    r"主导(?!(?:、|，)?(?:的|作用|地位|权|产业|社会|市场|企业|群众|公众|多方|多元|各方))"
    r"|(?:负责|总|具体)?(?:牵头|主办)(?!单位|部门|责任|人|考核|作用|处室|地位)|主责|抓总|总牵头"
)
_SUPPORT = re.compile(
    r"(?:负责|做好|予以|给予|主动|应予)?"
    r"(?:协同配合|配合|参与|参加(?!社会|[^，。]{0,6}保险)|协助|协办|协同(?=[，。；省市县区各有相]))"
    r"(?!单位|部门|人|度|保)"
)
_LEADS_BY = re.compile(r"发挥[^，。；]{0,30}牵头[^，。；]{0,12}作用")
_RESPONSIBLE = re.compile(
    rf"(?:具体|统一|全面|主要|直接)?(?!{IN_CHARGE})负责(?!制(?![定订作约止造]))"
    r"|主管(?!部门|单位|机关)|归口管理"
)
_BEGINS = frozenset("主负总具牵抓做予给应协配参发统全直归")  # what all of them begin with
_PARTS = (
    (_LEAD, Role.LEAD),
    (_LEADS_BY, Role.LEAD),
    (_SUPPORT, Role.SUPPORT),
    (_RESPONSIBLE, Role.RESPONSIBLE),
)


def read_part(text: str, at: int, end: int) -> tuple[Role, int] | None:
    """Return the part that the verb at an offset tells and where the verb ends."""
    if text[at : at + 1] not in _BEGINS:
        return None
    for pattern, role in _PARTS:
        match = pattern.match(text, at, end)
        if match is None:
            continue
        behind = match.end()
        if text.startswith("的", behind) or belongs_behind(text, behind, end):
            return None
        inner = _LEAD.match(text, behind, end) or _SUPPORT.match(text, behind, end)
        if role is Role.RESPONSIBLE and inner:
            leads = _LEAD.match(inner.group()) is not None
            return (Role.LEAD if leads else Role.SUPPORT), behind
        return role, behind
    return None


def part_at(text: str, at: int, end: int) -> Role | None:
    """Return the part that the verb at an offset tells, if one stands there.

    >>> str(part_at("负责配合做好救助", 0, 8)), part_at("健全体系", 0, 4)
    ('support', None)
    """
    told = read_part(text, at, end)
    return told[0] if told else None
