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
from graph.extract.entitlement_words import written
from graph.extract.group_lookalikes import (
    NONE,
    another,
    is_none,
    is_part_of_name,
    names_another,
    whole_start,
)
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
# …关于培育家庭农场的意见 某政发〔2013〕108号, 见义勇为人员保护办法（1998年…): titles without 《》
_TITLE = cued(
    r"关于[^，。；：《》\n]{2,60}?的(?:实施意见|若干意见|意见|通知|决定|方案|批复|函|报告)"
    r"(?=[ （(]*[\u4e00-\u9fff]{1,10}[〔\[]|[ ]*(?:\n|$))"
    r"|[\u4e00-\u9fff]{4,40}?(?:办法|条例|规定|细则)"
    r"(?=（(?:[0-9]{4}年|[\u4e00-\u9fff、 ]{2,60}?(?:令|公告)?[〔\[第0-9]))",
    ("关于", "办法（", "条例（", "规定（", "细则（"),
)
_ATTACHMENT = cued(r"(?:^|\n)[ ]*附件[ ]?[0-9一二三四五六七八九十]*[ ]?[：:.][^\n]*", ("附件",))
# （面向工业企业安全的公共服务平台建设）, （高端制造企业质量管控解决方案）: the name of a project
_PROJECT = cued(
    r"（[^（）、，。；：\n]{6,60}?(?:平台|系统|解决方案|应用项目)(?:建设)?）",
    ("平台）", "系统）", "方案）", "项目）", "建设）"),
)
# 学生学习任务设计与指导的研究与实践: a topic of research
_TOPIC = re.compile(
    r"(?!加强|开展|做好|深化|推进|组织|强化|加大|支持|鼓励)[^，。；：\n]{4,60}的(?:[\u4e00-\u9fff]{2,6}与)?"
    r"(?:[\u4e00-\u9fff]{2})?研究(?:与[\u4e00-\u9fff]{2,4})?[。；]?\s*"
)
# 诊疗活动是指帮助患者恢复健康的活动: what a word means that is no word for persons
_MEANING = cued(r"(?:是指|所称[^，。；：]{1,30}指)(?P<what>[^。；\n]{2,200})", ("指",))


@cache
def _forms() -> Forms:
    words = dict.fromkeys(written("not-a-group-word"), NONE)
    return compile_forms(words | dict(lexicon.scheme("groups")))


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
    for form in (_TITLE, _ATTACHMENT, _PROJECT):
        taken += [match.span() for match in form.finditer(text, start, end)]
    told = start  # where the group before ends: 学生家长 is one
    for group, first, last in known:
        # 《居住证》持有人 begins with a title of its own
        inside = any((a < first and last <= b) or (a == first and last < b) for a, b in taken)
        if first < told or inside or is_none(text, start, group, first, last):
            continue
        if is_part_of_name(text, start, first, last, end):
            continue
        other = another(text, group, first, last, end)
        if other:
            words, told = text[first : other.end()], other.end()
            yield lexicon.scheme("groups").get(words, words), first, other.end()
        elif (begin := whole_start(text, start, first)) < first:
            yield text[begin:last], begin, last
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


def phrases(text: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Yield the noun phrases of persons between the offsets that a clause is about."""
    titles: list[tuple[int, int]] | None = None
    for clause in clauses(text, start, end):
        if not has_head(text, clause.start, clause.end):
            continue
        for name, first, last in addressed(text, clause):
            if titles is None:
                titles = [(title.start, title.end) for title in find_titles(text, start, end)]
            if names_another(text, last) or is_part_of_name(text, start, first, last, end):
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
