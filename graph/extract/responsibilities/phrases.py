"""What stands between those who act and what they do: a time, a condition, a manner, an object.

Forms read::

    于每年六月, 在二十个工作日内                a time
    在受理申请后，; 在…的基础上                  up to 后, 内, 上 …
    根据国家规定，; 对违法行为                   up to a comma, or to the word of duty
"""

from __future__ import annotations

import re
from functools import cache

from graph.extract.responsibilities.name_forms import alternatives
from graph.extract.responsibilities.verbs import modals, verbs
from ontology import lexicon

_LONGEST = 60  # characters
_TIME = re.compile(
    r"[于在自从到至]?(?:每(?:年|月|季度?|半年|两年|周|学期|日|天|[\d二两三四五六七八九十]{1,3}(?:个月|年|天|周))|次年|当年|当月|今年|明年|翌年|"
    r"[\d〇一二三四五六七八九十两]{1,4}(?:个?工作日|个?月|年|日|天|小时|季度|周))"
    r"(?:[^，。；、要应]{0,16}?(?:之日起|以前|期间|上半年|下半年|[前内起底末后初]|[上中下]旬)(?:以?前|内)?)?"
    r"(?=，|[\d\u4e00-\u9fff])(?![度内的])"
)
_TIME_BEGINS = frozenset("于在自从到至每次当今明翌〇一二三四五六七八九十两")
_NO_PREPOSITION = re.compile(
    r"将(?=[对在按根会适就与从])|以[上下内外前后]|在[建岗职编校籍逃]|对[外口]|从业|将来|为[主准]|除了?外|自[行己主愿]"
    r"|就[业近地]|经[济营]"
)
_OBJECT = re.compile("[对将把就]|针对|围绕")
_GROUND = re.compile("根据|按照?|依照|依据|结合|参照|[对将把]")
_FACT = re.compile(
    r"[^，。；]{0,12}了(?!解)|[^，。；]{0,60}(?:进行|予以|给予|[作做]出|开展|组织)了|已|曾|近年来|目前已"
)
_MANNER = re.compile(r"[^，；。：\n]*")


@cache
def _preposition() -> re.Pattern[str]:
    return re.compile(alternatives("preposition"))


@cache
def _preposition_begins() -> frozenset[str]:
    return frozenset(form[0] for form in lexicon.written("agency-words", "preposition"))


@cache
def _closed() -> re.Pattern[str]:
    """A phrase up to the word that closes it, before a comma or what is done: …后, …的基础上."""
    return re.compile(
        r"[^，。；：\n]{1,60}?(?:之?[后内前时中下外]|期间|过程中|基础上|情况下|之日起|为主|为由|方面|之际"
        rf"|的同时|[会台站报栏]上)(?=，|还|也|每|应|要|须|必须|可|不得|需|{alternatives('adverb')}|{verbs()})"
    )


def time_at(text: str, at: int, end: int) -> re.Match[str] | None:
    """Return the time that stands at an offset: 于每年六月, 2022年年底前."""
    letter = text[at : at + 1]
    if letter not in _TIME_BEGINS and not letter.isdecimal():
        return None
    return _TIME.match(text, at, end)


def preposition_at(text: str, at: int, end: int) -> re.Match[str] | None:
    """Return the preposition at an offset: 对, but not 对外."""
    if text[at : at + 1] not in _preposition_begins():
        return None
    match = _preposition().match(text, at, end)
    return None if match and _NO_PREPOSITION.match(text, at, end) else match


def is_due(text: str, start: int, end: int) -> bool:
    """Tell whether a phrase between the offsets says by when or upon what: 在汛期内, 在受理后."""
    return start < end and text[end - 1] in "内后前中" and not _OBJECT.match(text, start, end)


def is_ground(text: str, at: int, end: int) -> bool:
    """Tell whether a phrase says on what ground or to what something is done: 根据…, 对…."""
    return _GROUND.match(text, at, end) is not None


def is_fact(text: str, at: int, end: int, *, manner: bool = False) -> bool:
    """Tell whether words tell what was done; with ``manner``, also where they end in 的."""
    words = _MANNER.match(text, at, end)
    told = words.group() if words else ""
    return _FACT.match(text, at, end) is not None or (manner and told.endswith("的"))


def phrase_at(text: str, start: int, end: int) -> int:
    """Return where a phrase ends that a preposition opens at an offset, or 0 where there is none.

    It ends at the word of duty, behind 后, 内 …, or at a comma.
    """
    preposition = preposition_at(text, start, end)
    if preposition is None:
        return 0
    at = preposition.end()
    limit = min(end, at + _LONGEST)
    comma = text.find("，", at, limit)
    of_object = _OBJECT.match(preposition.group()) is not None
    for match in modals().finditer(text, at, comma if comma >= 0 else limit):
        if match["modal"]:
            whole = text[at : match.start()]
            return 0 if _tells_which(whole) and not of_object else match.start()
    closed = None if of_object else _closed().match(text, at, end)
    if closed:
        return closed.end()
    return comma if 0 <= comma < end - 1 else 0


def _tells_which(words: str) -> bool:
    """Whether words before 应当 end in a noun that 的 describes: 按规定收取的费用应当…."""
    of = words.rfind("的")
    noun = words[of + 1 :]
    ends = re.search("[后内前时中下]$|期间$|过程$|基础上$", noun)
    return of >= 0 and len(noun) > 1 and ends is None
