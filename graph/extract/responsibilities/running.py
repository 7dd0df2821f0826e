"""Duties in running text: an agency begins a sentence or clause and is told to act.

Forms read::

    市统计局要规范统计                                     name, word of duty
    市人民政府根据本地实际，不断扩大公共服务范围           name at the start of a sentence, verb
    由市财政部门建立农业转移人口市民化奖励机制             由, name, verb
    有关部门要加快工作进度                                 an open set
    充分发挥户籍制度改革工作协调小组作用                   the part of a body
    公安、卫生计生等相关部门要定期通报情况                 names by their field of work
    省公安厅和发改委、人社厅要会同有关部门加强跟踪评估
"""

from __future__ import annotations

import re
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from graph.extract.responsibilities.name_forms import set_nouns
from graph.extract.responsibilities.names import Names, read_names
from graph.extract.responsibilities.tails import Share
from graph.grammar.body_names import body_endings
from graph.grammar.numbering import LABEL_AT_START
from graph.grammar.sentences import clauses, sentences
from graph.model import Form, Role
from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST_SUBJECT = 160  # characters; lists of twelve agencies stay below
_ROLE_WINDOW = 14
_MOST_OPENINGS = 4  # 由 in one clause
_ADVERBS = re.compile(r"(?:都|均|也|还|各自|分别|共同|统一|切实|认真|积极|进一步|要)$")


def _words(key: str) -> str:
    forms = lexicon.concepts("agency-words")[key].written
    return "|".join(sorted(map(re.escape, forms), key=len, reverse=True))


@cache
def _duty() -> re.Pattern[str]:
    lookalikes = sorted(lexicon.scheme("norm-lookalikes"), key=len, reverse=True)
    passed = "|".join(re.escape(form) for form in lookalikes if "…" not in form)
    return re.compile(rf"(?:{passed})|(?P<duty>{_words('duty')})")


@cache
def _act() -> re.Pattern[str]:
    return re.compile(rf"(?<=[\u4e00-\u9fff）])(?P<act>{_words('act')})")


@cache
def _agent() -> re.Pattern[str]:
    return re.compile(rf"(?<![自理缘事路经])(?:{_words('agent')})")


@cache
def _agent_name() -> re.Pattern[str]:
    """由 and the shortest run of names behind it, where no known verb tells their end."""
    return re.compile(
        rf"{_agent().pattern}(?P<names>[\u4e00-\u9fff（）、]{{1,120}}?"
        rf"(?:{set_nouns()}|{body_endings()})(?:（[^（）]{{1,20}}）)?"
        # 县级人民政府公安机关 is one name
        rf"(?:(?<=政府)(?:(?![或和与及])[\u4e00-\u9fff]){{2,8}}?(?:机关|部门))?)"
        rf"(?=[\u4e00-\u9fff])(?!门|{body_endings()}|{set_nouns()})"
    )


@cache
def _part() -> re.Pattern[str]:
    return re.compile(
        rf"发挥好?(?P<names>[\u4e00-\u9fff（）、]{{2,60}}?(?:{set_nouns()}|{body_endings()}))(?!城市)的?[\u4e00-\u9fff]{{0,4}}作用"
    )


@cache
def _roles() -> re.Pattern[str]:
    """Words behind the subject that tell its role; the first of them counts."""
    forms = [f for f, role in lexicon.scheme("roles").items() if role != Role.RESPONSIBLE]
    return re.compile("|".join(map(re.escape, forms)))


def find_running(text: str, start: int, end: int, prefix: str) -> Iterator[tuple[Share, ...]]:
    """Yield the duties in the sentences between the offsets, one tuple a clause."""
    label = LABEL_AT_START.match(text, start, end)
    for sentence in sentences(text, label.end() if label else start, end):
        if text[sentence.start] in "（〔":
            continue
        stop = sentence.end
        while stop > sentence.start and text[stop - 1] in "。；！\n ，：":
            stop -= 1
        for index, clause in enumerate(clauses(text, sentence.start, sentence.end)):
            if text.startswith("的，", clause.end - 2) and not _duty().match(text, clause.end):
                continue  # …单位参与违法建设的，住建部门应…: a case, and somebody else's duty
            shares = _clause(text, clause.start, clause.end, stop, prefix, first=index == 0)
            if shares:
                yield shares


def _clause(
    text: str, start: int, end: int, stop: int, prefix: str, *, first: bool
) -> tuple[Share, ...]:
    """Return the duty that a clause begins; its statement goes on to ``stop``."""
    for subject_end, rule in _subjects(text, start, end, first=first):
        names = _names(text, start, subject_end, prefix)
        if names:
            return _shares(text, names, subject_end, start, stop, rule)
    for opening in islice(_agent().finditer(text, start, end), _MOST_OPENINGS):
        for subject_end, _ in _subjects(text, opening.end(), end, first=True):
            names = _names(text, opening.end(), subject_end, prefix)
            if names:
                return _shares(
                    text, names, subject_end, opening.start(), stop, "responsibility.agent"
                )
    for pattern, rule in (
        (_agent_name(), "responsibility.agent"),
        (_part(), "responsibility.part"),
    ):
        found = pattern.search(text, start, end)
        if found:
            names = read_names(text, *found.span("names"), prefix, running=True)
            if names:
                return _shares(text, names, found.end(), found.start(), stop, rule)
    return ()


def _subjects(text: str, start: int, end: int, *, first: bool) -> Iterator[tuple[int, str]]:
    """Yield where the subject of a clause can end: before a word of duty, or before a verb."""
    limit = min(end, start + _LONGEST_SUBJECT)
    for match in _duty().finditer(text, start, limit):
        if match["duty"]:
            yield match.start(), "responsibility.duty"
    if first:
        for match in _act().finditer(text, start, limit):
            yield match.start(), "responsibility.act"


def _names(text: str, start: int, end: int, prefix: str) -> Names | None:
    while adverb := _ADVERBS.search(text[start:end]):
        end = start + adverb.start()
    return read_names(text, start, end, prefix, running=True) if start < end else None


def _shares(
    text: str, names: Names, subject_end: int, start: int, end: int, rule: str
) -> tuple[Share, ...]:
    role = Role.RESPONSIBLE
    cue = _roles().search(text, subject_end, min(end, subject_end + _ROLE_WINDOW))
    if cue:
        role = Role(lexicon.scheme("roles")[cue.group()])
    return tuple(
        Share(name, role, Form.BODY, names.among_others, start, end, rule) for name in names.names
    )
