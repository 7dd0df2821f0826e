"""What is said of those who act: their part, and whether they must or may.

Forms read, behind the names::

    应当加强检查, 要积极配合, 不得收费                        a word of duty or power
    牵头制定, 密切配合, 负责审核                              the part itself
    审批采砂许可, 派人核实, 组织实施                          a verb, where the language is sure
    在受理申请后，应当公示; 于每年六月确定                    first a time, a condition, a manner
    ，应当将治水纳入规划; ，依照职责制定规范                  a comma
    为户口登记机关                                            what they are
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import NamedTuple

from graph.extract.responsibilities.name_forms import alternatives
from graph.extract.responsibilities.parts import read_part
from graph.extract.responsibilities.persons import is_of_person
from graph.extract.responsibilities.phrases import (
    is_due,
    is_fact,
    is_ground,
    phrase_at,
    preposition_at,
    time_at,
)
from graph.extract.responsibilities.verbs import belongs_behind, is_narrative, modal_at, verb_at
from graph.grammar.body_names import ending_pattern
from graph.grammar.role_labels import label_role
from graph.model import Modality, Role
from ontology import lexicon

_MOST_STEPS = 10  # adverbs, times and phrases before the verb
_BY_WHOM = frozenset(
    {"在", "于", "自", "从", "以", "经", "就", "如", "因", "若", "如果"}
)  # tell a duty behind 由 only
_NO_DUTY = re.compile(
    r"组成(?![^，。；]{0,10}[组队团])|构成|担任|兼任|任(?![务何命免用教])|出任|等?[^，。]{0,6}组成(?![^，。；]{0,10}[组队团])|变更为|改为|转为|下放|之间|以外|以内"
    r"|编制(?:调整|工作(?!方案|计划|规程|规则|指引|手册|流程|简报)|事项|部门|委员会|核定|数|限额|总额|配备|员额|职数)"
    r"|(?:管理|负责|责任|包干|问责)制(?![定订作约止造])|批准(?:成立|设立|组建|建立)(?=[，。；]|$)"
)
_JOINT = re.compile(
    r"(?P<remit>(?:按照?|根据|依照?|依据|在)"
    r"(?:各自|本?部门|本单位|有关|相关|规定|国家规定|工作|其|的)*"
    r"(?:职责|职能|职权|分工|权限|任务)"
    r"(?:[和与及、]?(?:分工|范围|权限|任务|要求|职责))*(?:以?之?内|下)?)"
    r"|共同|分别|各司其职|各负其责|通力协作|通力合作|齐抓共管|分工负责|分工协作"
    r"|协同(?!配合|[，。；]|[省市县区各有相])"
)
_JOINT_BEGINS = frozenset("按根依在共分各通齐协")
_DIVIDED = re.compile("各自|分工|分别|共同|各司|各负|通力|齐抓|协同")
_OWN = re.compile(r"按照?|根据|依照?|依据")
_DUE = re.compile("每|[前内底]$")
_LATER = re.compile(r"[^，。；]{0,30}(?:时|后|前|中)，?(?=应当|要|应|须|必须)")
_MEETS = re.compile("发现|接到|收到")  # 发现已发出的信息有误时，可以
_SERVES = re.compile(
    r"为[^，。；]{1,24}?(?:提供|创造|办理|建立|开展|出具|做好|缴纳|购买|配备|颁发|发放|设立|安排)"
)
_IS = re.compile(
    r"(?:均|都|也|应当|应)?[是为](?!了)[^，。；、]{0,24}?"
    r"(?P<what>[\u4e00-\u9fff]{0,6}(?:机关|主管部门|监管部门|管理部门|责任主体|责任单位|责任部门|牵头单位"
    r"|牵头部门|(?<![为是])主体|实施单位|配合单位))(?=[，。；、\n]|$)"
)
_IS_BEGINS = frozenset("均都也应是为")
_WITH = re.compile(  # 由市国土部门与竞得人签订
    r"与[^，。；]{1,24}?(?:签订|签署|订立|联合|共同|协商|协调|对接)"
)
_SEATED = re.compile(  # 联席会议办公室设在省国土厅，主要承担日常工作; 省文史馆直属省政府，负责…
    r"(?:设(?:在|于)|直属于?|隶属于?|挂靠在?)[^，。；]{2,24}，(?:主要|具体|负责|承担)+(?=[\u4e00-\u9fff])"
)
_REMIT = re.compile(  # 省指挥部的主要职责是组织抢险
    r"的?(?:主要|具体|工作)?(?:职责|任务)(?:是|为(?!了)|包括)(?=[\u4e00-\u9fff])"
)
_HELPS = re.compile(  # 应对其查询工作予以配合
    r"对[^，。；]{2,40}?(?:予以|给予)(?:积极|大力|密切|充分|必要的?|支持[和与、])*(?:配合|协助)(?=[，。；\n]|$)"
)
_CAPACITY = re.compile(r"作为[^，。；]{0,20}?(?P<what>[\u4e00-\u9fff]{4,8})，")
# What begins the patterns of a time, of a common task, of a part and of what somebody is.
_BEGINS = (
    "于在自从到至每次当今明翌〇一二三四五六七八九十两，按根依结共分各通齐协设隶挂作主负总具牵抓"
    "发做予给应配参统全直归均都也是为处与的工职任"
)


@dataclass(frozen=True, slots=True)
class Predicate:
    """What is said of those who act; ``start`` is where it begins, ``end`` where its verb ends.

    ``shared`` tells words for a common task (在职责范围内), which make a part joint only where
    several answer; ``divided`` that they divide it (按职责分工, 各自), which a set alone needs;
    ``remit`` that the words are those of a remit (按职责).
    ``modal`` tells a word of duty or power, ``part`` a verb for the part itself, ``loose`` that
    only an adverb says that something is done.
    """

    role: Role
    modality: Modality
    start: int
    end: int
    shared: bool = False
    remit: bool = False
    divided: bool = False
    modal: bool = False
    part: bool = False
    loose: bool = False

    @property
    def worded(self) -> bool:
        """Whether a word tells the duty (应当, 负责, 会同), not the act alone."""
        return self.modal or self.part or self.shared or self.role is not Role.RESPONSIBLE


class _Way(NamedTuple):
    """How far the way from the names to their verb is gone, and what it told."""

    start: int
    at: int
    modality: Modality | None = None
    shared: bool = False
    remit: bool = False
    divided: bool = False
    told: bool = False  # an adverb or a ground: what follows is done, whatever its verb
    timed: bool = False
    comma: bool = False
    role: Role | None = None  # 作为牵头部门，

    def says(self, role: Role, end: int, *, power: bool = False, part: bool = False) -> Predicate:
        """Return what is said at the end of the way."""
        plain = Modality.POWER if power else Modality.DUTY
        modality = self.modality or plain
        modal = self.modality is not None
        if role is Role.RESPONSIBLE and self.role:
            role = self.role
        shared, remit, divided = self.shared, self.remit, self.divided
        return Predicate(
            role, modality, self.start, end, shared, remit, divided, modal=modal, part=part
        )


@cache
def _adverb() -> re.Pattern[str]:
    return re.compile(alternatives("adverb"))


@cache
def _adverb_begins() -> frozenset[str]:
    return frozenset(form[0] for form in lexicon.written("agency-words", "adverb"))


@cache
def _beside() -> re.Pattern[str]:
    return re.compile(ending_pattern("beside"))


def _is_power(word: str) -> bool:
    return word in lexicon.concepts("modalities")["power"].written


def modality_of(word: str) -> Modality:
    """Return what a word tells: 可以 a power, 应当 a duty."""
    return Modality.POWER if _is_power(word) else Modality.DUTY


@cache
def _first_letters() -> frozenset[str]:
    """Return the letters of which one begins whatever is said; most names are only mentioned."""
    words = lexicon.concepts("agency-words")
    keys = ("duty", "adverb", "preposition", "verb", "act", "beside")
    return frozenset(form[0] for key in keys for form in words[key].written) | set(_BEGINS)


def read_predicate(text: str, at: int, end: int, *, agent: bool) -> Predicate | None:
    """Return what is said of those whose names end at ``at``, or None if it gives no duty.

    ``agent`` says that 由 stands before the names, so that any verb will do. ``end`` is the end of
    the sentence.
    """
    if at >= end or not (text[at] in _first_letters() or text[at].isdecimal()):
        return None
    return _said(text, at, end, agent=agent)


def _said(text: str, at: int, end: int, *, agent: bool) -> Predicate | None:
    if is_of_person(text, at, end) or _NO_DUTY.match(text, at, end):
        return None
    if text[at] in "的主具工职任" and (remit := _REMIT.match(text, at, end)):
        return Predicate(Role.RESPONSIBLE, Modality.DUTY, at, remit.end(), part=True)
    if text[at] in "设直隶挂" and (seated := _SEATED.match(text, at, end)):
        return Predicate(Role.RESPONSIBLE, Modality.DUTY, at, seated.end(), part=True)
    comma = text[at] == "，"
    way = _Way(at, at + comma, comma=comma)
    for _ in range(_MOST_STEPS):
        gone = _step(text, way, end)
        if gone is None:
            break
        way = gone
    if way.at >= end:  # 各单位要各司其职
        return way.says(Role.RESPONSIBLE, end) if way.modality and way.shared else None
    return _part(text, way, end) or _what(text, way, end) or _act(text, way, end, agent=agent)


def _step(text: str, way: _Way, end: int) -> _Way | None:
    """Return the way behind its next word of duty, adverb, time or phrase; None at its end."""
    at = way.at
    if modal := modal_at(text, at, end):
        way = way._replace(modality=way.modality or modality_of(modal.group()))
        return _behind(text, way, modal.end(), end)
    letter = text[at : at + 1]
    if letter in _JOINT_BEGINS and (joint := _JOINT.match(text, at, end)):
        remit = way.remit or _OWN.match(joint.group()) is not None
        divided = way.divided or _DIVIDED.search(joint.group()) is not None
        way = way._replace(shared=True, remit=remit, divided=divided, told=True)
        return _behind(text, way, joint.end(), end)
    if letter in _adverb_begins() and (adverb := _adverb().match(text, at, end)):
        return _behind(text, way._replace(told=True), adverb.end(), end)
    if time := time_at(text, at, end):
        due = way.timed or _DUE.search(time.group()) is not None
        return _behind(text, way._replace(timed=due), time.end(), end)
    return _phrase_step(text, way, end)


def _phrase_step(text: str, way: _Way, end: int) -> _Way | None:
    """Return the way behind a phrase: 在受理后，, 对违法行为, 作为牵头部门，."""
    at = way.at
    capacity = _CAPACITY.match(text, at, end)
    role = label_role(capacity["what"]) if capacity else None
    if capacity and role:
        return way._replace(at=capacity.end(), told=True, role=role)
    phrase = phrase_at(text, at, end)
    if not phrase:
        return None
    told = way.told or is_ground(text, at, end)
    timed = way.timed or is_due(text, at, phrase)
    return _behind(text, way._replace(told=told, timed=timed), phrase, end)


def _behind(text: str, way: _Way, at: int, end: int) -> _Way:
    """Return the way from an offset on, over a comma that stands there."""
    comma = text.startswith("，", at) and at + 1 < end
    return way._replace(at=at + comma)


def _part(text: str, way: _Way, end: int) -> Predicate | None:
    """Return the part that a verb for it tells: 牵头, 负责配合."""
    part = read_part(text, way.at, end)
    return way.says(*part, part=True) if part else None


def _what(text: str, way: _Way, end: int) -> Predicate | None:
    """Return the part of those who are something: 为户口登记机关, 是责任主体."""
    if way.comma or text[way.start] not in _IS_BEGINS:
        return None
    what = _IS.match(text, way.start, end)
    if what is None:
        return None
    return way.says(label_role(what["what"]) or Role.RESPONSIBLE, what.end(), part=True)


def _act(text: str, way: _Way, end: int, *, agent: bool) -> Predicate | None:
    """Return a duty to do something, told by a word of duty or by what is done."""
    verb = verb_at(text, way.at, end)
    if way.modality is not None:
        helps = _HELPS.match(text, way.at, end)
        role = Role.SUPPORT if helps else Role.RESPONSIBLE
        return way.says(role, verb.end() if verb else way.at)
    if verb:
        return _sure(text, way, verb, end, agent=agent)
    beside = _beside().match(text, way.at, end) or _SERVES.match(text, way.at, end)
    if beside or (agent and _WITH.match(text, way.at, end)):
        return way.says(Role.RESPONSIBLE, way.at)
    preposition = None if way.comma else preposition_at(text, way.at, end)
    if preposition:
        sure = agent or preposition.group() not in _BY_WHOM
        fact = is_fact(text, preposition.end(), end, manner=True)
        return way.says(Role.RESPONSIBLE, preposition.end()) if sure and not fact else None
    if way.told and not way.comma and not is_fact(text, way.at, end):
        return replace(way.says(Role.RESPONSIBLE, way.at), loose=True)
    return None


def _sure(text: str, way: _Way, verb: re.Match[str], end: int, *, agent: bool) -> Predicate | None:
    """Return a duty that a verb tells by itself, where it is no fact and belongs to no noun."""
    behind = verb.end()
    bare = "" if agent or way.told else verb.group()
    if text.startswith("的", behind) or belongs_behind(text, behind, end, verb=bare):
        return None
    if is_fact(text, behind, end) and not _MEETS.match(verb.group()):
        return None
    sure = agent or way.timed or way.told or _LATER.match(text, behind, end)
    if not sure and is_narrative(verb.group()):
        return None
    return way.says(Role.RESPONSIBLE, behind, power=_is_power(verb.group()))
