"""Rights that are made sure by registration: 确保如期完成宅基地使用权确权登记颁证."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.extract.rights import objects
from graph.extract.rights.entitlement import Entitlement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.grammar.sentences import Stretch

_REGISTERED = re.compile(
    r"(?:[、和][\u4e00-\u9fff]{2,12}){0,4}?(?:等)?的?(?:确权|登记颁证)(?:登记|颁证|发证|工作)*(?=[，。；\s]|$)"
)
_MADE_SURE = re.compile(r"确保|完成|推进|做好|开展|加快|落实|抓好|全面(?!的)")
_AIMED_AT = re.compile(r"(?:为|为了)[^，。；]{0,6}$")
_OF_REGISTERS = re.compile("确权|登记颁证")


def find(text: str, clause: Stretch, end: int) -> Iterator[Entitlement]:
    """Yield the rights that a clause, whose words end at ``end``, has registered."""
    if not _OF_REGISTERS.search(text, clause.start, end):
        return
    sure = _MADE_SURE.search(text, clause.start, end)
    if sure is None or _AIMED_AT.search(text, clause.start, sure.start()):
        return
    for name, first, last in objects.scheme_forms().find(text, clause.start, end):
        if objects.is_right(name) and _REGISTERED.match(text, last, end):
            yield Entitlement(objects.known(name, first, last), (), "right.registered")
