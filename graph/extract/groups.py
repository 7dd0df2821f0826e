"""Target groups: those of the scheme anywhere, and others where a clause is about them.

Forms read::

    农业转移人口, 居住证持有人          the written forms of the scheme, the longest
    租赁房屋…的人员                     … stands for a few words between its parts
    对计划生育特殊家庭给予慰问          whom a preposition or a verb of care names
    为游客提供讲解, 鼓励志愿者参与
    网约车驾驶员应当出示证件            who is the subject of a duty, a right or a condition
    退役士兵子女                        is another group than 退役士兵

What the scheme lacks is named by its own words. A group is none as part of another name: of a
body (残疾人联合会), a right (职工基本医疗保险), a document (《流动人口服务管理条例》), a paper or a
system (学生证, 学生学籍管理平台, 民办非企业单位), or of a word that only holds its characters
(行业主管部门, 公众号); nor where others have what is called by it (享受小微企业扶持政策), in a
topic of research, or in what a word means that names no persons.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING

from graph.extract.addressed import addressed
from graph.extract.directing import directing
from graph.extract.entitlement_words import alternatives, written
from graph.extract.person_heads import has_head, heads
from graph.grammar.cues import cued
from graph.grammar.forms import Forms, compile_forms
from graph.grammar.numbering import LABEL_AT_START
from graph.grammar.sentences import clauses
from graph.grammar.titles import find_titles
from graph.model import GroupMention
from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from graph.model import Document

_TOPIC_ENDS = 12  # characters of 研究与实践 and what may stand behind it
_NONE = ""  # the key of a word that only holds the characters of a group
_OF_THEM = re.compile(r"村官|志愿者|创业者|工匠|人才|带头人|干部")  # 大学生村官, 青年人才
_FIRM = re.compile("企业(?!家)")
_JOINING = "投靠"
_VISITED = re.compile(r"(?<![引推促改先])进$")  # 进园区、进企业: a place
_RELATIVES = re.compile(
    r"(?:(?<=家庭)(?:人员|毕业生|学生)|家庭成员|家庭(?![经教医病农困])|的?(?:子女|家属|遗属|配偶|近亲属|直系亲属|亲属|父母|家长|监护人))"
)
# 破产改制企业退休人员: another group than the enterprise
_STAFF = re.compile(r"(?:离?退休人员|下岗职工|失业人员|经营者|从业人员|一线职工|职工|员工)")
# …关于培育家庭农场的意见 某政发〔2013〕108号, 见义勇为人员保护办法（1998年…): titles without 《》
_TITLE = cued(
    r"关于[^，。；：《》\n]{2,60}?的(?:实施意见|若干意见|意见|通知|决定|方案|批复|函|报告)"
    r"(?=[ （(]*[\u4e00-\u9fff]{1,10}[〔\[]|[ ]*(?:\n|$))"
    r"|[\u4e00-\u9fff]{4,40}?(?:办法|条例|规定|细则)"
    r"(?=（(?:[0-9]{4}年|[\u4e00-\u9fff、 ]{2,60}?(?:令|公告)?[〔\[第0-9]))",
    ("关于", "办法（", "条例（", "规定（", "细则（"),
)
_ATTACHMENT = cued(r"(?:^|\n)[ ]*附件[ ]?[0-9一二三四五六七八九十]*[ ]?[：:.][^\n]*", ("附件",))
# 为残疾人建设康复中心: what is done for somebody is no name of theirs
_GOVERNED = re.compile(r"(?:为|向|给|对|帮助|方便|便于)$")
# 享受小微企业扶持政策, 执行居民价格: what others have, by the name of those it was made for
_HAD_BY_OTHERS = re.compile(
    r"(?:享受|参照|比照|执行|适用)(?:国家|同等|相关|有关|现行|[省市]级?)?(?:的)?$"
)
_POLICY = re.compile(r"等?[^，。；、的]{0,10}?(?:政策|优惠|价格|税率)")
# 学生学习任务设计与指导的研究与实践: a topic of research
_TOPIC = re.compile(
    r"(?!加强|开展|做好|深化|推进|组织|强化|加大|支持|鼓励)[^，。；：\n]{4,60}的(?:[\u4e00-\u9fff]{2,6}与)?"
    r"(?:[\u4e00-\u9fff]{2})?研究(?:与[\u4e00-\u9fff]{2,4})?[。；]?\s*"
)
# 诊疗活动是指帮助患者恢复健康的活动: what a word means that is no word for persons
_MEANING = cued(r"(?:是指|所称[^，。；：]{1,30}指)(?P<what>[^。；\n]{2,200})", ("指",))
_NO_NAME = re.compile(r"[的在对可应须为向和与由将把给到持凭被让、或]")
_NAME_ENDS = r"(?!城区|城市|城镇|镇|村|组织|校区|改革|[者人员])"


@cache
def _forms() -> Forms:
    words = dict.fromkeys(written("not-a-group-word"), _NONE)
    return compile_forms(words | dict(lexicon.scheme("groups")))


# 退役军人事务局, 残疾人联合会: a body for a group names the body.
_BODY = re.compile(
    "(?:事务|工作|服务|管理|就业|权益|主管|监管)*(?:事务(?=[、，和])|局|厅|联合会|协会|领导小组|办公室|委员会|部门|基金会)"
)


_BODY_BEGINS = frozenset("事工服管就权主监局厅联协领办委部基")


@cache
def _other_name() -> re.Pattern[str]:
    return re.compile(lexicon.alternatives("measure-words", "not-a-group"))


@cache
def _other_begins() -> frozenset[str]:
    return frozenset(form[0] for form in lexicon.written("measure-words", "not-a-group"))


def _names_another(text: str, at: int) -> bool:
    """Whether a body or a thing is named where a group ends: 残疾人联合会, 学生学籍管理平台."""
    letter = text[at : at + 1]
    if letter in _BODY_BEGINS and _BODY.match(text, at):
        return True
    return letter in _other_begins() and _other_name().match(text, at) is not None


@cache
def _name() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<words>(?:[\u4e00-\u9fff]|（[\u4e00-\u9fff]{{1,6}}）){{0,10}}?)(?:{alternatives('name-head')}){_NAME_ENDS}"
    )


@cache
def _goes_on() -> re.Pattern[str]:
    """Return a pattern of what shows that a sentence, and no name, goes on behind a group."""
    return re.compile(f"{_NO_NAME.pattern}|{alternatives('group-verb')}")


@cache
def _bodies() -> frozenset[str]:
    return frozenset(lexicon.collections("groups")["组织"])


@cache
def _verbs() -> tuple[str, ...]:
    words = lexicon.concepts("agency-words")
    nouns = written("group-noun")
    return tuple(sorted((words["verb"].written | words["act"].written) - nouns))


@cache
def _rights() -> Forms:
    return compile_forms(lexicon.scheme("rights"))


def mentions(text: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Yield the groups named between the offsets: preferred name, start and end."""
    words = list(_forms().find(text, start, end))
    rights = _rights().find(text, start, end) if words else ()
    yield from _mentions(text, start, end, words, rights)


def _mentions(
    text: str,
    start: int,
    end: int,
    known: Sequence[tuple[str, int, int]],
    rights: Iterable[tuple[str, int, int]],
) -> Iterator[tuple[str, int, int]]:
    """Yield the groups among the words of the scheme; those of a right or a title are none."""
    if not known:
        return
    taken = [(title.start, title.end) for title in find_titles(text, start, end)]
    taken += [(first, last) for _, first, last in rights]
    taken += _meanings(text, start, end)
    for form in (_TITLE, _ATTACHMENT):
        taken += [match.span() for match in form.finditer(text, start, end)]
    told = start  # where the group before ends: 学生家长 is one
    for group, first, last in known:
        # 《居住证》持有人 begins with a title of its own
        inside = any((a < first and last <= b) or (a == first and last < b) for a, b in taken)
        if first < told or inside or _is_none(text, start, group, first, last):
            continue
        if _is_part_of_name(text, start, first, last, end):
            continue
        other = _another(text, group, first, last, end)
        if other:
            words, told = text[first : other.end()], other.end()
            yield lexicon.scheme("groups").get(words, words), first, other.end()
        else:
            yield group, first, last


def _meanings(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield what is said of the meaning of a word that names no persons."""
    for meaning in _MEANING.finditer(text, start, end):
        what = meaning.span("what")
        ends = {clause.end for clause in clauses(text, *what)} | {what[1]}
        told = (head.end for head in heads(text, *what))
        if not any(at in ends or text[at : at + 1] in "，。；、（及和" for at in told):
            yield what


def _is_none(text: str, start: int, group: str, first: int, last: int) -> bool:
    """Whether the words are none of a group: 非企业, 被申请人, 企业年金, 残疾人联合会."""
    if group == _NONE or (first > start and text[first - 1] in "非被预"):
        return True
    if _VISITED.search(text, start, first):
        return True
    if _POLICY.match(text, last) and _HAD_BY_OTHERS.search(text, start, first):
        return True
    if group not in _bodies() and _FIRM.match(text, last):  # 港澳青年企业
        return True
    return _names_another(text, last)


def _another(text: str, group: str, first: int, last: int, end: int) -> re.Match[str] | None:
    """Return the words by which others than the group are meant: its children, its staff."""
    of_somebody = not text[first:last].endswith(_JOINING)
    other = _RELATIVES.match(text, last, end) if of_somebody else None
    if not other and group in _bodies():
        other = _STAFF.match(text, last, end)
    if not other and not text[first:last].endswith(("员", "者", "人")):
        other = _OF_THEM.match(text, last, end)
    return other


def _is_part_of_name(text: str, start: int, first: int, last: int, end: int) -> bool:
    """Whether the words of a group go on to a name: 企业信用信息公示系统."""
    name = _name().match(text, last, end)
    if name is None or _goes_on().search(name["words"]):
        return False
    # 对企业食品安全管理人员进行考核: who is governed is the last of them
    if _GOVERNED.search(text, start, first) and not name.group().endswith(("人员", "负责人")):
        return False
    return not name["words"].startswith(_verbs())


def phrases(text: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Yield the noun phrases of persons between the offsets that a clause is about."""
    titles: list[tuple[int, int]] | None = None
    for clause in clauses(text, start, end):
        if not has_head(text, clause.start, clause.end):
            continue
        for name, first, last in addressed(text, clause):
            if titles is None:
                titles = [(title.start, title.end) for title in find_titles(text, start, end)]
            if _names_another(text, last) or _is_part_of_name(text, start, first, last, end):
                continue
            if not any(a <= first < b for a, b in titles):
                yield name, first, last


def _stands_in(words: Sequence[tuple[str, int, int]], first: int, last: int) -> bool:
    """Whether a stretch shares a character with one of the words, which follow each other."""
    before = bisect_left(words, last, key=lambda word: word[1])
    return before > 0 and words[before - 1][2] > first


def _is_topic(text: str, start: int, end: int) -> bool:
    """Whether a whole passage names a topic of research: 学生学习方式的研究与实践."""
    if text.rfind("研究", max(start, end - _TOPIC_ENDS), end) < 0:
        return False
    label = LABEL_AT_START.match(text, start, end)
    return _TOPIC.fullmatch(text, label.end() if label else start, end) is not None


def find(document: Document) -> Iterator[GroupMention]:
    """Yield the mentions of target groups in the order of the text."""
    text = document.folded.text
    for passage in directing(document, aims=True):
        span = (text, passage.start, passage.end)
        if _is_topic(*span):
            continue
        words = list(_forms().find(*span))
        told = list(phrases(*span))
        rights = list(_rights().find(*span)) if words or told else []
        known = _mentions(*span, words, rights)
        found = [(*mention, "group.form") for mention in known]
        for name, first, last in told:
            if not (_stands_in(words, first, last) or _stands_in(rights, first, last)):
                found.append((name, first, last, "group.phrase"))
        for group, start, end, rule in sorted(found, key=lambda one: one[1]):
            yield GroupMention(
                where=passage.where,
                work=passage.work,
                span=document.folded.span(start, end),
                rule=rule,
                group=group,
            )
