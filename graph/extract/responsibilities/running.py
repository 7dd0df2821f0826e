"""Duties in running text: an agency begins a sentence or clause and is told to act.

Forms read::

    市统计局要规范统计                                     name, word of duty
    市人民政府根据本地实际，不断扩大公共服务范围           name at the start of a sentence, verb
    国务院教育部门，应当制定规划                           a comma between them
    由市财政部门建立农业转移人口市民化奖励机制             由, name, verb
    由甲局统一制定，由乙局统筹印制                         each its own
    有关部门要加快工作进度                                 an open set
    充分发挥户籍制度改革工作协调小组作用                   the part of a body
    公安、卫生计生等相关部门要定期通报情况                 names by their field of work
    省公安厅会同省民政厅制定细则                           the partner supports
    省级政府2022年年底前、市县两级政府2023年年底前要完成   each with its time
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from graph.extract.responsibilities.acts import Act, asked, is_case, told_behind
from graph.extract.responsibilities.name_ends import has_name_end
from graph.extract.responsibilities.name_forms import alternatives
from graph.extract.responsibilities.names import Names
from graph.extract.responsibilities.partners import find_partners
from graph.extract.responsibilities.parts_in_work import find_parts
from graph.extract.responsibilities.predicates import modality_of, read_predicate
from graph.extract.responsibilities.shares import Share
from graph.extract.responsibilities.subjects import (
    INSERTION,
    Subject,
    find_agent,
    find_sharers,
    find_subject,
    names_alone,
)
from graph.extract.responsibilities.verbs import modal_at
from graph.grammar.cues import Cued, cued
from graph.grammar.numbering import LABEL_AT_START
from graph.grammar.sentences import Stretch, brackets, clauses, sentences
from graph.model import Form, Modality, Role
from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.extract.responsibilities.names import Name

_DUTY = "responsibility.duty"
_MOST_OPENINGS = 4  # 由 in one clause
_MUTUAL = re.compile(r"(?:密切|相互|互相|通力|协同)+(?:协调|沟通)?(?:配合|协作)")
_TOGETHER = re.compile(rf"[^，。；]{{0,4}}(?:结合各自[^，。；]{{2,8}}，)?加强{_MUTUAL.pattern}")
_HAS_MODAL = re.compile("应当|必须|不得|可以|要(?!求)|由")
_REPORT = re.compile(
    r"近年来|以来，|使[^，。]{2,40}(?:实现|得到|取得|有)了|取得[^，。]{0,8}(?:成效|成绩|进展|成果)|得到[^，。]{0,8}(?:提高|改善|加强)"
)
_NOWADAYS = re.compile(r"目前|当前|近期|近来|近几年|长期以来|一直以来|去年|上半年")
_NOT_BY = re.compile(r"(?:如果|若|凡|除|未|非|尚未|没有|纳入|是指[^，。；]{0,10})$")
_MODAL_BEFORE = re.compile(
    r"(?:(?P<power>可以?|允许|有权)|(?P<duty>应当?|必须|须|要))(?:依法|统一|直接)?$"
)
# …按照本办法调整权限，未予施行的，由…: who did not do it
_CASE_BEHIND = re.compile(r"(?:未|不|逾期|拒不|没有|仍)[^，。；]{0,20}的，")
_DEFINES = re.compile("(?:是指|系指|指的是)：$")
_LONGEST_DEFINED = 8  # characters
_ALONE = re.compile(r"[，。；、]|$|\n")  # nothing that they would support
_LEADS = re.compile("牵头|抓总|主办")


@cache
def _agent() -> Cued:
    words = lexicon.concepts("agency-words")["agent"].written
    # 理由, 事由 and 路由 are words; in 管理由…负责 and 公路由…养护 another word ends before 由
    other = (
        "(?<!(?<![管办治处受审代清修整监])理)(?<!(?<![公道铁线管陆水支])路)(?<!(?<![赛民外人刑])事)"
    )
    return cued(rf"(?<![自缘经来]){other}(?:{alternatives('agent')})(?!此|于)", words)


def find_running(
    text: str, start: int, end: int, prefix: str, *, directs: bool = True
) -> Iterator[tuple[Share, ...]]:
    """Yield the duties in the sentences between the offsets, one tuple a clause.

    Without ``directs`` they stand where things are told, too (a preamble, a table), so that an act
    alone states nothing.
    """
    label = LABEL_AT_START.match(text, start, end)
    for sentence in sentences(text, label.end() if label else start, end):
        stop = sentence.end
        while stop > sentence.start and text[stop - 1] in "。；！\n ，：”":
            stop -= 1
        yield from _sentence(text, _unbracketed(text, sentence), stop, prefix, directs=directs)


def _unbracketed(text: str, sentence: Stretch) -> Stretch:
    """Return a sentence without the tail of the one before it: （市公安局负责）各地要…."""
    if text[sentence.start] not in "（〔":
        return sentence
    first = next(brackets(text, sentence.start, sentence.end), None)
    start = first.end if first and first.start == sentence.start else sentence.end
    return Stretch(start, sentence.end)


def _sentence(
    text: str, sentence: Stretch, stop: int, prefix: str, *, directs: bool
) -> Iterator[tuple[Share, ...]]:
    if not _names_somebody(text, sentence):
        return
    if text.startswith("的", stop - 1) and not _HAS_MODAL.search(text, sentence.start, stop):
        return  # （二）司法机关依法查封的；: one case of several
    waiting: tuple[Name, ...] = ()  # names before a comma that share what is said behind it
    another = False  # whether the clause before has a body of its own
    for clause in clauses(text, sentence.start, sentence.end):
        if text.startswith("的，", clause.end - 2) and not modal_at(text, clause.end, stop):
            continue  # …单位参与违法建设的，住建部门应…: a case, and somebody else's duty
        subject = find_subject(text, clause.start, clause.end, stop, prefix)
        if subject and not subject.said.modal and _tells_no_duty(text, sentence, clause, stop):
            subject = None
        if waiting and not subject:
            subject = _of_those_before(text, clause, stop, waiting)
            waiting = () if subject else waiting
        if subject and not _is_partner(text, subject, sentence):
            subject = _told_anywhere(text, subject, clause, stop, prefix)
        else:
            subject = None
        if subject:
            start = min(subject.start, *(name.start for name in waiting), stop)
            at = Act(text, subject, sentence, clause, behind_another=another, directs=directs)
            rule = _DUTY if subject.said.worded else at.rule()
            if rule:
                yield _shares(text, subject, start, stop, rule, waiting)
        another = subject is not None
        waiting = () if subject else _waiting(text, clause, prefix, waiting)
        yield from _beside_the_subject(text, clause, stop, prefix, subject)
        yield from find_parts(text, clause, stop, prefix)


def _names_somebody(text: str, sentence: Stretch) -> bool:
    """Whether a name can end in a sentence, or one of 在…配合下 and 发挥…作用 stand there."""
    return (
        has_name_end(text, *sentence)
        or text.find("下", *sentence) >= 0
        or text.find("作用", *sentence) >= 0
    )


def _is_partner(text: str, subject: Subject, sentence: Stretch) -> bool:
    """Whether 会同 before a county (会同县财政局) brings in a partner and is no county's name.

    It is the name where it begins the sentence and a word of duty follows: 会同县财政局应当….
    """
    if not text.startswith(tuple(lexicon.written("agency-words", "beside")), subject.start):
        return False
    first = not text[sentence.start : subject.start].strip()
    return not (first and subject.said.worded)


def _told_anywhere(
    text: str, subject: Subject, clause: Stretch, stop: int, prefix: str
) -> Subject | None:
    """Return who acts with the word of duty that stands elsewhere in the sentence, if one does.

    Return None where the act only tells when somebody else must do something.
    """
    if subject.said.worded:
        return subject

    def has_subject(later: Stretch) -> bool:
        return find_subject(text, later.start, later.end, stop, prefix) is not None

    if asked(text, subject):
        return replace(subject, said=replace(subject.said, modal=True))
    if modal := told_behind(text, clause, stop, has_subject):
        modality = modality_of(modal.group())
        return replace(subject, said=replace(subject.said, modal=True, modality=modality))
    return None if is_case(text, clause, stop, has_subject) else subject


def _tells_no_duty(text: str, sentence: Stretch, clause: Stretch, stop: int) -> bool:
    """Whether a sentence reports how things stand, or a clause gives way to a case behind it."""
    behind = _CASE_BEHIND.match(text, clause.end, stop)
    return behind is not None or _tells_what_is(text, sentence, stop)


def _tells_what_is(text: str, sentence: Stretch, stop: int) -> bool:
    """Whether a sentence reports how things stand: 目前，各地区积极推进改革."""
    start = sentence.start
    while start < stop and text[start] in " \u3000\n":
        start += 1
    return (
        _NOWADAYS.match(text, start, stop) is not None
        or _REPORT.search(text, start, stop) is not None
    )


def _beside_the_subject(
    text: str, clause: Stretch, stop: int, prefix: str, subject: Subject | None
) -> Iterator[tuple[Share, ...]]:
    """Yield who else has a part in a clause: behind 由, behind 会同, behind 、."""
    last = subject
    after = subject.said.end if subject else clause.start
    named = has_name_end(text, after, clause.end)
    openings = _agent().finditer(text, after, clause.end) if named else ()
    for opening in islice(openings, _MOST_OPENINGS):
        if _NOT_BY.search(text, clause.start, opening.start()) or _in_title(text, clause, opening):
            continue  # 如果由…管辖更为适宜的, 除由…负责的外
        if text[opening.start() - 1 : opening.start()] == "：" and _DEFINES.search(
            text, max(0, opening.start() - _LONGEST_DEFINED), opening.start()
        ):
            continue  # 区政府部门文件是指：由各委办局起草的文件
        agent = find_agent(text, opening.end(), clause.end, stop, prefix)
        if agent:
            agent = _as_allowed(text, agent, clause.start, opening.start())
            yield _shares(text, agent, opening.start(), stop, "responsibility.agent", ())
            last = agent
    whole = subject.start if subject else -1  # 会同县民政局负责: its name only begins so
    partners = tuple(
        shares for shares in find_partners(text, clause, stop, prefix) if shares[0].start != whole
    )
    yield from partners
    beside = {share.name.start for shares in partners for share in shares}
    for other in find_sharers(text, last.said.end, clause.end, stop, prefix) if last else ():
        if not any(name.start in beside for name in other.names.names):
            yield _shares(text, other, other.start, stop, _DUTY, ())


def _in_title(text: str, clause: Stretch, opening: re.Match[str]) -> bool:
    """Whether 由 stands within a title: 《关于加强由政府安排工作…的意见》."""
    before = text.rfind("《", clause.start, opening.start())
    return before >= 0 and text.find("》", before, opening.start()) < 0


def _as_allowed(text: str, agent: Subject, start: int, opening: int) -> Subject:
    """Return who acts behind 由, with the power or duty that is told before it: 可以由, 应当由."""
    before = _MODAL_BEFORE.search(text, start, opening)
    at_will = re.match(alternatives("at-will"), text[agent.said.start : agent.said.end + 4])
    if before is None and not at_will:
        return agent
    duty = before is not None and before["duty"] is not None
    modality = Modality.DUTY if duty else Modality.POWER
    return replace(agent, said=replace(agent.said, modality=modality))


def _of_those_before(
    text: str, clause: Stretch, stop: int, waiting: tuple[Name, ...]
) -> Subject | None:
    """Return those of the clauses before who are told to act: 各部门，特别是林业局，要…."""
    if not modal_at(text, clause.start, clause.end):
        return None
    said = read_predicate(text, clause.start, stop, agent=False)
    return Subject(Names(waiting, among_others=False), waiting[0].start, said) if said else None


def _waiting(text: str, clause: Stretch, prefix: str, before: tuple[Name, ...]) -> tuple[Name, ...]:
    """Return the sets that a clause is nothing but: 各区政府，市政府各部门要….

    Of a single body the comma leaves open whether what is said behind it is said of it.
    """
    if not text.startswith("，", clause.end - 1):
        return ()
    names = names_alone(text, clause.start, clause.end - 1, prefix)
    inserted = before and INSERTION.match(text, clause.start, clause.end)
    sets = names is not None and (inserted or all(name.open for name in names.names))
    return (*before, *names.names) if names and sets else ()


def _shares(
    text: str, subject: Subject, start: int, stop: int, rule: str, waiting: tuple[Name, ...]
) -> tuple[Share, ...]:
    said, names = subject.said, (*waiting, *subject.names.names)
    role = _role(text, subject, start, several=len(names) > 1)
    others = subject.names.among_others
    return tuple(
        Share(name, role, Form.BODY, others, start, stop, rule, said.modality) for name in names
    )


def _role(text: str, subject: Subject, start: int, *, several: bool) -> Role:
    """Return the part that is said, or joint where several answer each within its remit."""
    said, names = subject.said, subject.names
    listed = several or names.among_others
    many = listed or any(name.open for name in names.names)
    if said.role is Role.RESPONSIBLE and said.shared and (many or said.remit):
        return Role.JOINT if listed or said.divided else said.role
    if said.role is Role.RESPONSIBLE and many and _TOGETHER.match(text, said.start):
        return Role.JOINT  # 各部门要结合各自职责，加强协同配合
    mutual = _MUTUAL.search(text, said.start, said.end) and _ALONE.match(text, said.end)
    if said.role is not Role.SUPPORT or not many or not mutual:
        return said.role
    sentence = text[max(text.rfind("。", 0, start), text.rfind("\n", 0, start)) + 1 : start]
    led = _LEADS.search(sentence) is not None and not said.shared
    return said.role if led else Role.JOINT  # 各部门要密切配合: each with the others
