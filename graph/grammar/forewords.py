"""Why an act is made: the sentence that opens it, up to the words that make it or hand it over.

Forms read::

    为维护职工权益，根据有关法律，|制定本办法。
    为加快发展、确保安全，|现就有关事项通知如下
    为规范业务，保护消费者权益，|现将…印发给你们
    为依法惩治犯罪，|特制定本规定

A sentence that directs before these words (为其担保的机构应当…，现予公布) is none.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.grammar.sentences import Stretch

_HANDING_OVER = 4  # characters behind a sentence that show that it hands over: 现印发
_MAKES = re.compile(
    r"，(?:现(?:就|将|予|提出|制[定订]|结合)|特(?:制[定订]|提出|作出)|制[定订]本(?![地市单省部区级县行系辖院校])|提出(?:如下|以下))"
)


@cache
def directs() -> re.Pattern[str]:
    """Return the words by which a clause directs: 应当, 不得."""
    return re.compile(
        r"应当|必须|不得|(?<![主重需])要(?![求素点件])|(?<![相适供对反响效])应(?![急用对变])|可以|须(?!知)"
    )


def purpose_ends(text: str, sentence: Stretch) -> int:
    """Return where a sentence stops telling why an act is made, its start where it does not.

    >>> from graph.grammar.sentences import Stretch
    >>> text = "为维护职工权益，根据有关法律，制定本办法。"
    >>> text[: purpose_ends(text, Stretch(0, len(text)))]
    '为维护职工权益，根据有关法律，'
    """
    last = sentence.end
    if text[last - 1] == "，":  # a letter is read without the words that hand over
        last += _HANDING_OVER
    act = _MAKES.search(text, sentence.start, last)
    if act is None or directs().search(text, sentence.start, act.start()):
        return sentence.start
    return act.start() + 1
