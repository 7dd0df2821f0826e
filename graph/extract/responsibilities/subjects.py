"""Who acts in a clause: how far the names go, and what is said of them.

Forms read::

    市统计局要…                                    at the head of a clause
    其中，区民政部门负责…; 第八条 各级…部门应当…    behind what opens a clause
    在受理后五日内市水利局应当…                      behind a time or a condition
    …，由市财政局统筹安排                            behind 由
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from graph.extract.responsibilities.field_of_work import has_verb
from graph.extract.responsibilities.name_ends import has_name_end, name_ends
from graph.extract.responsibilities.name_forms import is_local, is_surely_agency
from graph.extract.responsibilities.name_in_text import is_company
from graph.extract.responsibilities.names import Name, Names, read_names
from graph.extract.responsibilities.persons import is_of_person
from graph.extract.responsibilities.phrases import time_at
from graph.extract.responsibilities.predicates import Predicate, read_predicate
from graph.extract.responsibilities.verbs import verb_at
from graph.grammar.numbering import LABEL_AT_START
from graph.model import Modality, Role
from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_OPENER = re.compile(
    r"(?:[ \t\u2003“”]|第[〇零一二三四五六七八九十百]{1,6}条(?:之[一二三四五])?(?=[ \u4e00-\u9fff])"
    r"|建议(?!有关|相关|任免|监察|上级|同级|其)|希望|[望请](?=各|你|有关|相关)|特别是|尤其是|包括(?![：:])|(?:其中|同时|此外|另外|但是?|并且?|因此|为此|对此|必要时|原则上|今年|目前|而且|而|经协商后|凡|一是|二是|三是|四是|五是)，?)"
)
INSERTION: Final = re.compile(r"(?:特别是|尤其是|包括)")  # …，特别是林业部门，要
_AHEAD = re.compile(
    r"(?:在|自|于|经|对|从|收到|接到|受理|发生|发现|每年|当|遇|截至|到)[^，。；：]{2,40}?"
    r"(?:之?[后内前时中下]|期间|之日起|以前)|[\u4e00-\u9fff]{2,8}期间"
)
_HEADING = re.compile(r"[\u4e00-\u9fff、]{2,20}[ \u2003]+(?=[\u4e00-\u9fff])")
_EACH_WITH_TIME = re.compile(
    r"[于在]?(?:每年|[0-9〇一二三四五六七八九十]{1,4}(?:年|月|个月))[^，。；、]{0,10}?(?:前|内|起|底)、"
)
_TIME_BEGINS = frozenset("于在每0123456789〇一二三四五六七八九十")
# What can not be the verb behind the one who acts.
_VERBAL = re.compile(
    r"(?![\u4e00-\u9fff]{1,10}、|组成|构成|担任|兼任|任|出任|变更|改为|转为|下放|确定的|负责人|主要负责|分管|领导|工作人员|人员|有关|相关|之间)"
    r"[\u4e00-\u9fff](?<![性级和与及或的部所以为是到向至对之内外间上下等者门长局委会员制办厅处科室在于里])"
)
_BESIDE_WHOM = re.compile(  # 与甲局建立…, 经甲局批准: somebody else acts
    "[与和及或]|跨(?!境)|经(?![济信开贸营发费办纪管侦合])|经(?=管委|管理|办公|开发|信访|发展|发改|纪检|纪委)|报(?![社刊])"
)
_PASSED = re.compile(r"[^，。；：]{2,40}会议(?:审议|讨论)?通过(?![\u4e00-\u9fff])")  # what was done
_NAMED_BY = re.compile(  # 由县级政府指定单位负责; that it names one (由政府指定管理单位) is its act
    "(?:指定|确定)的?[\u4e00-\u9fff]{0,8}?(?:单位|机构|组织|企业|人员|部门)(?=负责|承担|牵头|具体)"
)
# 由工业和信息化部人才交流中心出具: the name goes on, and is another body's
_GOES_ON = re.compile(
    "[\u4e00-\u9fff]{2,10}?(?P<unit>中心|研究所|研究院|学院|协会|学会|基金会|出版社|公司)"
)
_ATTRIBUTE = re.compile(r"[^，。；]{1,16}的(?=[\u4e00-\u9fff])")  # 由市水利局直接实施的工程
_LOCAL = re.compile(
    r"(?P<name>[省市县区州旗][\u4e00-\u9fff]{1,7}?[委促协联学商金事]会)(?=负责|牵头|统一负责|统一组织)"
)
_FROM_TO = re.compile(
    r"[\u4e00-\u9fff]{2,16}(?:改|变|转|调整|变更)为(?!由)|[\u4e00-\u9fff]{2,6}[向往](?:[\u4e00-\u9fff、]{1,12})(?:延伸|转移|转变|拓展|覆盖|流动|集中|扩展|推进)"
)
_TOPIC = re.compile(r"[^，。；：]{2,40}，(?=要(?!求)|应当|必须)")
_PLACE = re.compile(r"(?!各|设区的?市)[\u4e00-\u9fff]*(?:[省市县州旗盟镇乡]|[^园景]区|自治区)")
_LEVEL = re.compile(r"[省市县区州旗镇乡村]级")  # 省级充分就业社区: it tells of what follows

_AWARDED = re.compile(r"(?:一次性|每[个家项])?(?:给予)?(?:一次性)?奖励 ?[\d一二三四五六七八九十百]")


@dataclass(frozen=True, slots=True)
class Subject:
    """Those who act, from ``start``, and what is said of them."""

    names: Names
    start: int
    said: Predicate


def find_subject(text: str, start: int, end: int, stop: int, prefix: str) -> Subject | None:
    """Return who acts at the head of a clause; its sentence goes on to ``stop``."""
    if not has_name_end(text, start, end):
        return None
    at = _opened(text, start, end)
    if text.startswith("由", at):  # the reading of 由 is :func:`find_agent`
        return None
    found = _subject(text, at, end, stop, prefix, agent=False)
    if found:
        return found
    ahead = time_at(text, at, end) or _AHEAD.match(text, at, end)
    if ahead and ahead.end() < end and text[ahead.end()] != "的":
        return _subject(text, ahead.end(), end, stop, prefix, agent=False)
    heading = _HEADING.match(text, at, end)  # 职责分工 交通运输部门负责…, on one line
    behind = heading and _subject(text, heading.end(), end, stop, prefix, agent=False)
    return behind if behind and (behind.said.modal or behind.said.part) else None


def find_agent(text: str, start: int, end: int, stop: int, prefix: str) -> Subject | None:
    """Return who acts behind 由, whose offset ``start`` is next to.

    由城市向乡村延伸 tells a way, and nobody acts.
    """
    if _FROM_TO.match(text, start, end) or _PASSED.match(text, start, end):
        return None
    found = _subject(text, start, end, stop, prefix, agent=True)
    if found and _NAMED_BY.match(text, found.said.start, end):
        return None  # 由县级政府指定单位负责: the one that it names
    return found or _local_agent(text, start, end, stop)


def _local_agent(text: str, start: int, end: int, stop: int) -> Subject | None:
    """Return who acts by a name of no known ending, with a level before it: 由省监委会负责解释."""
    local = _LOCAL.match(text, start, end)
    if local is None or not is_local(local["name"]) or has_verb(local["name"]):
        return None
    said = read_predicate(text, local.end(), stop, agent=True)
    name = Name(local["name"], *local.span("name"), local["name"], open=False)
    return Subject(Names((name,), among_others=False), start, said) if said else None


def names_alone(text: str, start: int, end: int, prefix: str) -> Names | None:
    """Return the names that a whole clause consists of, if it is nothing else: 市水利局，…."""
    lengths = _last_words().get(text[end - 1], {})
    named = any(text[max(start, end - n) : end] in words for n, words in lengths.items())
    at = _opened(text, start, end) if named else end
    return read_names(text, at, end, prefix, running=True) if at < end else None


@cache
def _last_words() -> dict[str, dict[int, set[str]]]:
    """Return what ends whatever is a list of names, by its last letter and by its length."""
    words = lexicon.concepts("agency-words")
    keys = (
        *("body", "set", "inner", "places", "level", "level-set", "territories", "role-noun"),
        *("elliptic", "private", "public-unit"),
    )
    forms = {form for key in keys for form in words[key].written}
    others = ("财政", "中心", "银行", "组织", "机构", "单位", *"等）〕”。 \t\u2003")
    found: dict[str, dict[int, set[str]]] = {}
    for form in (*forms, *lexicon.scheme("role-labels"), *others):
        found.setdefault(form[-1], {}).setdefault(len(form), set()).add(form)
    return found


def _opened(text: str, start: int, end: int) -> int:
    """Return where a clause begins behind its label and what opens it."""
    label = LABEL_AT_START.match(text, start, end)
    at = label.end() if label else start
    while (opener := _OPENER.match(text, at, end)) and opener.end() > at:
        at = opener.end()
    return at


def _subject(
    text: str, start: int, end: int, stop: int, prefix: str, *, agent: bool
) -> Subject | None:
    if start >= end or _BESIDE_WHOM.match(text, start, end):
        return None
    unsaid: list[tuple[int, int]] = []  # ends of names of which nothing is said, farthest first
    for until, behind in name_ends(text, start, end):
        begins = text[behind : behind + 1] in _TIME_BEGINS
        timed = _EACH_WITH_TIME.match(text, behind, end) if begins else None
        following = timed and _subject(text, timed.end(), end, stop, prefix, agent=agent)
        said = following.said if following else read_predicate(text, behind, stop, agent=agent)
        if said is None:
            unsaid.append((until, behind))
            continue
        names = read_names(text, start, until, prefix, running=True)
        if not names and is_company(text[start:until]):
            break  # 自治区储备粮管理有限责任公司: the place is no body that acts
        if names is None or _only_places(names, said, agent=agent):
            continue
        if _AWARDED.match(text, said.start, stop) and _are_levels(names):
            continue
        if farther := _first_names(text, start, unsaid, prefix):
            return _told_otherwise(text, farther, start, stop, agent=agent)
        if following:  # 省级政府2022年底前、市级政府2023年底前要完成
            both = (*names.names, *following.names.names)
            return Subject(Names(both, following.names.among_others), start, said)
        return Subject(names, start, said)
    asked = agent or bool(unsaid and text.find("各", start, unsaid[0][0]) >= 0)
    if asked and any(_could_be_told(text, (start, *each), stop, agent=agent) for each in unsaid):
        farthest = _first_names(text, start, unsaid, prefix)
        return _told_otherwise(text, farthest, start, stop, agent=agent) if farthest else None
    return None


def _first_names(
    text: str, start: int, ends: Iterable[tuple[int, int]], prefix: str
) -> tuple[Names, int] | None:
    """Return the first list of names among those that end so, and where words go on behind it."""
    for until, behind in ends:
        names = read_names(text, start, until, prefix, running=True)
        if names:
            return names, behind
    return None


def _could_be_told(text: str, names: tuple[int, int, int], stop: int, *, agent: bool) -> bool:
    """Whether words that no rule of predicates reads may tell a duty: the cheap question."""
    start, until, behind = names
    if agent:
        return _VERBAL.match(text, behind, stop) is not None
    every = text.find("各", start, until) >= 0
    return every and _TOPIC.match(text, behind, stop) is not None


def _told_otherwise(
    text: str, names_to: tuple[Names, int], start: int, stop: int, *, agent: bool
) -> Subject | None:
    """Return who acts though no predicate stands behind the names, which end at an offset."""
    names, behind = names_to
    told = _unknown_verb if agent else _told_later
    return told(text, names, start, behind, stop)


def _told_later(text: str, names: Names, start: int, behind: int, stop: int) -> Subject | None:
    """Return all of a sort whose topic comes first: 各地区工作中的问题，要及时报告.

    Of anybody else a name that nothing is said of is none that acts, and is not cut to be one.
    """
    later = _TOPIC.match(text, behind, stop)
    if not later or not all(name.text.startswith("各") for name in names.names):
        return None
    return Subject(
        names, start, Predicate(Role.RESPONSIBLE, Modality.DUTY, behind, later.end(), modal=True)
    )


def _only_places(names: Names, said: Predicate, *, agent: bool) -> bool:
    """Whether places are told of without a word of duty: 甲市大力发展旅游 reports what it did."""
    if agent or said.modal or said.part:
        return False
    return all(
        _PLACE.fullmatch(n.text) or (said.loose and _LEVEL.fullmatch(n.text)) for n in names.names
    )


def _are_levels(names: Names) -> bool:
    """Whether levels alone are named, which in 省级奖励五万元 may be those of a title."""
    return all(_LEVEL.fullmatch(name.text) for name in names.names)


def _unknown_verb(text: str, names: Names, start: int, behind: int, stop: int) -> Subject | None:
    """Return who acts behind 由 where no verb is known: the names can be nothing else."""
    known = verb_at(text, behind, stop)  # 由民政部门设立的机构: seen, and no duty
    if behind >= stop or known or is_of_person(text, behind, stop):
        return None
    if not _VERBAL.match(text, behind, stop) or _ATTRIBUTE.match(text, behind, stop):
        return None
    if further := _GOES_ON.match(text, behind, stop):
        return _centre(text, names, start, further, stop)
    if not all(name.open or is_surely_agency(name.text) for name in names.names):
        return None
    return Subject(names, start, Predicate(Role.RESPONSIBLE, Modality.DUTY, behind, behind))


def _centre(
    text: str, names: Names, start: int, further: re.Match[str], stop: int
) -> Subject | None:
    """Return the centre of a body that acts: 教育部考试中心; another's unit is no public body."""
    said = read_predicate(text, further.end(), stop, agent=True)
    if said is None or further["unit"] != "中心" or len(names.names) > 1:
        return None
    first = names.names[0]
    whole = text[first.start : further.end()]
    name = Name(whole, first.start, further.end(), whole, open=first.open)
    return Subject(Names((name,), among_others=False), start, said)


def find_sharers(text: str, start: int, end: int, stop: int, prefix: str) -> Iterator[Subject]:
    """Yield who else has a part of its own in a clause: 甲局牵头、乙局密切配合."""
    for mark in re.finditer("、", text[start:end]):
        other = _subject(text, start + mark.end(), end, stop, prefix, agent=False)
        if other and (other.said.part or other.said.shared):
            yield other
