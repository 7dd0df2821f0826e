"""Rights that stand before what guards them, and benefits before their payment.

Forms read::

    公民的隐私权受法律保护                          whose it is, and what guards it
    其合法权益不受侵犯                              whoever 其 is
    确保退休人员基本养老金按时足额发放              what is owed and paid in time
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from graph.extract import holders, possessors
from graph.extract.entitlement_words import alternatives, written
from graph.extract.rights import objects
from graph.extract.rights.entitlement import Entitlement
from graph.extract.rights.owners import HOLDING, owned
from graph.extract.rights.protecting_verbs import protecting_verbs
from graph.grammar.cues import Cued, cued

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.grammar.sentences import Stretch


@cache
def _guarded() -> Cued:
    return cued(
        rf"(?:等)?(?:，)?(?:依法|均|都|也|同样|应当|应|要)*(?:{alternatives('guard')})(?!权|的)",
        written("guard"),
    )


@cache
def _paying() -> Cued:
    return cued(alternatives("paid"), written("paid"))


def find(text: str, sentence: Stretch, clause: Stretch, end: int) -> Iterator[Entitlement]:
    """Yield what stands before 受法律保护, or before 按时足额发放 as what is owed."""
    yield from _paid(text, clause, end)
    for guard in _guarded().finditer(text, clause.start, end):
        verb = protecting_verbs().search(text, clause.start, guard.start())
        first = verb.end() if verb else clause.start
        whose, start = possessors.behind(text, first, guard.start())
        rights = objects.held(text, start, guard.start(), benefits=False) or first_right(
            text, start, guard.start()
        )
        for one in rights:
            # 其合法权益受法律保护: whoever 其 is
            if whose or (one.is_right and (one.known or text.startswith("其", first))):
                names = tuple(holders.names(whose, HOLDING))
                its = Entitlement(one, names, "right.guarded")
                told = its if names else owned(text, sentence, first, its)
                if told:
                    yield told
        if rights:
            return


def _paid(text: str, clause: Stretch, end: int) -> Iterator[Entitlement]:
    """Yield a benefit that is to be paid: 确保退休人员基本养老金按时足额发放."""
    for paid in _paying().finditer(text, clause.start, end):
        verb = protecting_verbs().search(text, clause.start, paid.start())
        if verb is None:
            continue
        whose, start = possessors.behind(text, verb.end(), paid.start())
        names = tuple(holders.names(whose, HOLDING))
        if names:
            for one in objects.held(text, start, paid.start(), benefits=True):
                yield Entitlement(one, names, "right.paid")
        return


def first_right(text: str, start: int, end: int) -> list[objects.Held]:
    """Return the rights of a list that goes on with things: 隐私权和个人信息."""
    joints = [m.start() for m in re.finditer(r"、|以及|和|及|或者?", text[start:end])]
    for at in reversed(joints):
        found = objects.held(text, start, start + at, benefits=False)
        if found:
            return found
    return []
