"""Whether a name is a body's and nothing else: every piece of it is one that names are made of.

What stands before an act may be no name at all (批示发展改革委研究, 近日人民银行印发), and only its
first words tell. A plain name is a place, a level or an open word, and a body that the register
knows, or a function that ends in a noun for bodies.

Plain::

    市水利局, 省人民政府生态环境主管部门, 国务院有关部门         known bodies of a level
    县级以上地方人民政府, 各县级政府                              governments
    移民工作主管部门, 省森林防火指挥部                            by function, by task

Not plain::

    近日中国人民银行, 召集有关部门, 现经区政府                    words before a body
    省级, 县财政, 青岛, 各地                                      a level, a purse, a place
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from graph.extract.responsibilities.field_of_work import has_particle
from graph.extract.responsibilities.name_forms import alternatives, is_agency
from graph.extract.responsibilities.name_in_text import is_purse
from graph.extract.responsibilities.verbs import verb_at
from ontology import agencies, divisions, lexicon

_LONGEST_HEAD = 6  # characters of words that stand before a body and are no part of its name
_LONGEST_FUNCTION = 12
_GOVERNMENT = re.compile("(?:人民)?政府(?:及其|所属|的)?|其|所属|以[上下]|级|[、和与及]")
_CAPACITY = re.compile(
    "(?:行政|主管|监管|监督|管理|执法|职能|业务|行业|牵头|责任|成员|配合|参与|审批|工作|办事|经办)*"
    "(?:部门|机关|机构)"
)
_GROUP = re.compile("(?:领导小组|联席会议|指挥部|协调小组|工作小组)(?:办公室)?")
_AHEAD = re.compile(
    "(?:近日|日前|现|附|连同|含|统一|[\u4e00-\u9fff]*(?:到一个|[经由到及]))(?!济|[信开贸营发管侦]|[和与])"
)
_BY_NAME = re.compile(
    "(?P<what>[\u4e00-\u9fff“”]{2,})(?:(?:行政)?(?:主管|管理|监管|监督)?(?:部门|机关)|(?:管理|经办|监管)机构"
    "|[局厅委部办署院]|中心|委员会|管委会|办公室|指挥部|领导小组|工作小组|协调小组|联席会议|工作专班)"
)
_SHORT = re.compile("[厅局办]")  # 省厅, 青海局


@lru_cache(maxsize=4096)
def is_plain(name: str) -> bool:
    """Tell whether a name is a body's whole name, with no other words in it.

    >>> [is_plain(n) for n in ("市水利局", "省人民政府生态环境主管部门", "移民工作主管部门")]
    [True, True, True]
    >>> [is_plain(n) for n in ("近日中国人民银行", "召集有关部门", "省级", "县财政", "各地")]
    [False, False, False, False, False]
    """
    if is_purse(name) or _AHEAD.match(name) or not is_agency(name) or has_particle(name):
        return False
    rest = _without_place(name)
    if not rest:
        return bool(re.search("政府$", name))
    placed = rest != name and _SHORT.fullmatch(rest) is not None
    return placed or _is_known(rest) or _is_by_name(rest)


def _without_place(name: str) -> str:
    """Return what is left of a name behind its places, levels, open words and government."""
    place, rest = divisions.split_leading(name)
    rest = rest if place else name
    while rest:
        head = _head().match(rest) or _GOVERNMENT.match(rest)
        if head is None or not head.group() or _is_known(rest):
            return rest
        rest = rest[head.end() :]
    return rest


@cache
def _head() -> re.Pattern[str]:
    """A word that may stand before any body: 市, 各, 有关, 国务院, 本."""
    keys = ("nation", "level-set", "level", "open", "own-place", "whose")
    words = lexicon.written("agency-words", *keys)
    lookalike = rf"(?!{alternatives('no-level')}(?!府))"  # 市政府 begins with its level
    return re.compile(rf"{lookalike}{lexicon.alternation({*words, '地方'})}")


def _is_known(rest: str) -> bool:
    return bool(
        agencies.bearers(rest)
        or agencies.by_name(rest)
        or agencies.by_national_name(rest)
        or _CAPACITY.fullmatch(rest)
    )


def _is_by_name(rest: str) -> bool:
    """Whether a name that no register has is of a function or task, without words before it."""
    if _GROUP.fullmatch(rest):  # the one that the document sets up
        return True
    named = _BY_NAME.fullmatch(rest)
    if named is None or len(named["what"]) > _LONGEST_FUNCTION or verb_at(rest, 0, len(rest)):
        return False
    return not any(_begins(rest[at:]) for at in range(1, min(_LONGEST_HEAD, len(rest) - 2) + 1))


def _begins(words: str) -> bool:
    """Whether a whole name begins here: 有关部门 in 召集有关部门, 人民银行 in 近日人民银行."""
    if _CAPACITY.fullmatch(words):  # 主管部门 in 林业主管部门
        return False
    place, behind = divisions.split_leading(words)
    head = _head().match(words)
    if place or head:
        rest = behind if place else words[head.end() :] if head else words
        return not rest or _is_known(_without_place(rest))
    return agencies.by_national_name(words) is not None
