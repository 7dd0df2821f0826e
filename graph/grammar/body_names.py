"""What the names of public bodies are made of, and whether a stretch of text lists some.

Forms read::

    市水利局                                      an ending of a body: 局, 委员会, 办公室
    各区县政府、有关部门                          a set of bodies, named by none
    市民政局（牵头）、团市委，市财政局            a list; words in brackets belong to their name
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from ontology import agencies, divisions, lexicon

_LONGEST: Final = 30  # characters of a name in a list
_SHORTEST_TASK: Final = 6  # characters behind a verb within what would be a name
_SHORTEST_OBJECT: Final = 4  # characters behind a verb that make the words a task
_CHARACTERS = re.compile(r"[\u4e00-\u9fff（）“”〔〕A-Za-z]+")
_MARKS = re.compile(r"[、，；,;/]")
_BRACKETS = re.compile(r"（[^（）]*）")
_FULL_STOP = re.compile(r"[。！？：]")


@cache
def body_endings() -> str:
    """Return a pattern of what the name of a public body ends in."""
    return ending_pattern("body")


def ending_pattern(key: str) -> str:
    """Return a pattern of the endings of a concept of ``agency-words``, where they end a word.

    >>> re.match(ending_pattern("body"), "社会保障局"), re.match(ending_pattern("body"), "社")[0]
    (None, '社')
    """
    words = lexicon.concepts("agency-words")
    forms = sorted(words[key].written, key=len, reverse=True)
    patterns = (_unless_run_on(form, words["run-on"].written) for form in forms)
    return f"(?:{lexicon.by_first_letter(patterns)})"


def _unless_run_on(form: str, run_on: frozenset[str]) -> str:
    rests = sorted(
        word.removeprefix(form) for word in run_on if word.startswith(form) and word != form
    )
    return re.escape(form) + (f"(?!{'|'.join(map(re.escape, rests))})" if rests else "")


def _alternatives(*keys: str) -> str:
    return lexicon.alternatives("agency-words", *keys)


@cache
def _ending() -> re.Pattern[str]:
    return re.compile(rf"(?:{body_endings()}|{ending_pattern('set')})$")


@cache
def _weak_ending() -> re.Pattern[str]:
    return re.compile(rf"(?:{_alternatives('weak')})$")


@cache
def _beginning() -> re.Pattern[str]:
    """Return a pattern of how names begin that say their level, or that they are a set."""
    begin = _alternatives("level", "level-set", "open", "nation", "whose")
    return re.compile(rf"(?!{_alternatives('no-level')})(?:{begin})")


@cache
def _level() -> re.Pattern[str]:
    return re.compile(_alternatives("level"))


@cache
def _verb() -> re.Pattern[str]:
    return re.compile(lexicon.alternatives("column-headings", "begins-task"))


@cache
def _no_name() -> re.Pattern[str]:
    """Return a pattern of what no name has in it: verbs, particles, words for a time."""
    terms = lexicon.alternatives("deadline-kinds", "ongoing", "vague")
    return re.compile(f"{_alternatives('not-in-name')}|{terms}")


def is_listed_name(text: str) -> bool:
    """Tell whether ``text`` has the form of the name of a body, or of a set of them, in a list.

    An ending that is as often part of another word (建设充电站) needs a word before it that begins
    names, or the register's word.

    >>> [is_listed_name(name) for name in ("市水利局", "团市委", "有关部门", "建设充电站")]
    [True, True, True, False]
    >>> is_listed_name("发展改革委"), is_listed_name("建设智慧城市运行中心")
    (True, False)
    """
    name = _BRACKETS.sub("", text.strip(" \n。"))
    name = re.sub(r"等$", "", name)
    if not 1 < len(name) <= _LONGEST or not _CHARACTERS.fullmatch(name):
        return False
    if _no_name().search(name) or not _ending().search(name) or _is_task(name):
        return False
    if not _weak_ending().search(name) or _beginning().match(name):
        return True
    known = agencies.by_name(name) or agencies.by_national_name(name) or has_level(name)
    if known or _beginning().match(name[1:]):  # 团市委, 原市卫生局
        return True
    return any(divisions.by_stem(name[:n], divisions.NATION) for n in (2, 3))  # 广安银监分局


def _is_task(name: str) -> bool:
    """Whether words that end like a name begin like a task: 建设智慧城市运行中心, not 建设局."""
    behind = (m for m in _verb().finditer(name, 1) if len(name) - m.end() >= _SHORTEST_TASK)
    if any(_ending().search(name[: match.start()]) for match in behind):
        return True  # 县委宣传部加快推进河道清淤县医保局: a name, a task, a name
    verb = _verb().match(name)
    if verb is None or len(name) - verb.end() < _SHORTEST_OBJECT:
        return False
    return agencies.by_name(name) is None and agencies.by_national_name(name) is None


def has_level(name: str) -> bool:
    """Tell whether ``name`` is a level and the register's name of a body: 市民政局.

    >>> has_level("市民政局"), has_level("市民活动室"), has_level("民政局")
    (True, False, False)
    """
    level = _level().match(name)
    return level is not None and agencies.by_name(name[level.end() :]) is not None


def names_in(text: str) -> list[str]:
    """Return the pieces between the list marks of ``text``, without what they have in brackets.

    >>> names_in("药政处，中医药处（牵头）、人事处")
    ['药政处', '中医药处', '人事处']
    """
    return [name.strip() for name in _MARKS.split(_BRACKETS.sub("", text)) if name.strip()]


def can_list(text: str) -> bool:
    """Tell whether nothing in the words keeps them from being names: no figures, no task.

    >>> can_list("基层处、人事处"), can_list("组织2次演练"), can_list("推进社区服务站建设")
    (True, False, False)
    """
    names = names_in(text.rstrip("。 "))
    return all(_CHARACTERS.fullmatch(name) and not _is_task(name) for name in names)


def lists_bodies(text: str) -> bool:
    """Tell whether ``text`` is a list of bodies and nothing more: half of its names look like one.

    >>> lists_bodies("市水利局、市公安局，各区政府"), lists_bodies("推进河道清淤")
    (True, False)
    """
    if _FULL_STOP.search(text.rstrip("。 ")):
        return False
    names = names_in(text)
    if not names or any(len(name) > _LONGEST for name in names):
        return False
    return 2 * sum(map(is_listed_name, names)) >= len(names)
