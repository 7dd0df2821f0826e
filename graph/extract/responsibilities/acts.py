"""What an act alone tells of a body, where no word of duty stands before it.

市财政局拨付补助 may tell what is done as well as what must be. A word of duty later in the sentence
tells it, and so does 请 before the body::

    公安机关发现线索的，应当移送检察机关          the clauses before tell when
    请各地区、各部门于月底前报送进展              asked for

Else the form of the sentence tells how surely the act is a duty, and so by which rule it is read.
What says something of another thing, or what was done, states nothing (:mod:`.told_only`)::

    市农业农村局编制年度计划，市财政局下达资金。   a plain name begins the sentence: act-first
    市财政局每年对资金使用情况开展评价。           a time, a ground or an object first: act-way
    省财政厅将组织检查。                           promised: act-promised
    各地积极推动产业发展。                         places, a purse, a level: act-named
    对符合条件的项目，省财政给予补助。             not first in its sentence: act-behind
    市水利局组织编制规划                           a line that may be no sentence: act
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from graph.extract.responsibilities.field_of_work import is_field
from graph.extract.responsibilities.name_forms import alternatives, is_agency
from graph.extract.responsibilities.name_in_text import is_purse
from graph.extract.responsibilities.name_places import is_city_by_name
from graph.extract.responsibilities.plain_names import is_plain
from graph.extract.responsibilities.told_only import is_told_only
from graph.extract.responsibilities.verbs import modal_at
from graph.grammar.numbering import LABEL_AT_START
from graph.grammar.sentences import Stretch, clauses

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from graph.extract.responsibilities.subjects import Subject

_ASKING = re.compile("[请望]$|希望$")
_AND = re.compile("(?:并且?|还|也|均|都|同时|且|但|则)?")
_WHEN = re.compile(r"(?:的|之?[后时前]|期间|过程中|之日起) ?，$")
_BROKEN = re.compile(r"[\u4e00-\u9fff]\n$")  # a line that goes on from the one before
# 省局认定的机构名单；: an item that names a thing
_THING = re.compile(
    r"[^，。；]*的(?:[\u4e00-\u9fff]{2,10}(?:名单|文件|材料|情况|报告|证明|反馈)(?:等)?|[^，。；]*等)[。；]"
)
_DONE = re.compile(
    r"[已曾]|过(?=[，。；]|[一二两三\d])|近[日年来]|近期(?=，|[\u4e00-\u9fff]*了)|(?<!\d)日前|目前|以来|截至|[去前]年|上半年|昨"
    r"|现(?=经|就|予|已)|共(?:有|计|[\d一二三四五六七八九十])|如期|收到|来[函文信]|你[省市区县局厅委]"
)
_NOW = re.compile("^(?:正在|正)")
_PROMISED = re.compile("(?:[^，。；]{0,12}?)(?:将(?!来|近|军)|拟(?![定订]))")
_EVERY = re.compile("每(?:年|月|周|季|半年)")
_OBJECT_AHEAD = re.compile(  # 将结果报市财政局
    "将[^，。；]{1,30}?(?:报|送|列入|纳入|作为|转|存入|划|拨|录入|告知|通报|发|交)"
)
_SCORED = re.compile(r"[得扣计加记减] ?\d[\d.]* ?分|\d ?分[，。；）]")
_LONGEST_HEADING = 30  # characters
_ACT: Final = "responsibility.act"
_MOST_CLAUSES = 4


def asked(text: str, subject: Subject) -> bool:
    """Tell whether the body is asked to act: 请各地报送."""
    at = subject.names.names[0].start
    return _ASKING.search(text, max(0, at - 2), at) is not None


def told_behind(
    text: str, clause: Stretch, stop: int, has_subject: Callable[[Stretch], bool]
) -> re.Match[str] | None:
    """Return the word of duty of a later clause of the same sentence, said of the same body.

    ``has_subject`` tells whether a clause has a body of its own, of which it then is said.
    """
    behind = list(clauses(text, clause.end, stop))[:_MOST_CLAUSES]
    for index, later in enumerate(behind):
        joint = _AND.match(text, later.start, later.end)
        modal = modal_at(text, joint.end() if joint else later.start, later.end)
        if modal and modal.group() != "可":
            return None if any(map(has_subject, behind[:index])) else modal
    return None


def is_case(text: str, clause: Stretch, stop: int, has_subject: Callable[[Stretch], bool]) -> bool:
    """Tell whether a clause only tells when or in which case somebody else must act.

    >>> words = "省农业局受理后，由省财政局复核。"
    >>> is_case(words, Stretch(0, 8), len(words), lambda clause: True)
    True
    """
    if not _WHEN.search(text, clause.start, clause.end):
        return False
    following = next(clauses(text, clause.end, stop), None)
    return following is not None and (
        text.startswith("由", following.start) or has_subject(following)
    )


@dataclass(frozen=True, slots=True)
class Act:
    """A clause in which a body acts, without a word of duty.

    ``behind_another`` says that the clause before has a body of its own, ``directs`` that the words
    stand where somebody is directed, and nothing is merely told.
    """

    text: str
    subject: Subject
    sentence: Stretch
    clause: Stretch
    behind_another: bool
    directs: bool

    def rule(self) -> str:
        """Return the rule by which the act tells a duty, or nothing where it tells none."""
        if is_told_only(self.text, self.subject, self.sentence, self.clause):
            return ""
        promised = _PROMISED.match(self._told) and not _OBJECT_AHEAD.match(self._told)
        if not self.directs:  # in a preamble only what is to come, or comes every year
            every = "-way" if _EVERY.match(self._told) else ""
            return f"{_ACT}-promised" if promised else every and f"{_ACT}{every}"
        if not _is_whole_sentence(self.text, self.subject, self.sentence, self.clause):
            return _ACT
        return f"{_ACT}-promised" if promised else f"{_ACT}{self._form()}"

    @property
    def _told(self) -> str:
        return self.text[self.subject.said.start : self.sentence.end]

    def _form(self) -> str:
        """Return the form of a whole sentence: who begins it, and what stands before the act."""
        text, sentence, start = self.text, self.sentence, self.subject.start
        first = not text[sentence.start : start].strip(" \n\t\u3000") or self.behind_another
        words = text[sentence.start : sentence.end] if first else self._told
        if _DONE.search(words) or _NOW.match(self._told):
            return ""
        if not first:
            return "-behind"
        if self.subject.said.loose:
            return "-way"
        plain = _are_plain([name.text for name in self.subject.names.names])
        return "-first" if plain else "-named"


def _is_whole_sentence(text: str, subject: Subject, sentence: Stretch, clause: Stretch) -> bool:
    """Whether a whole sentence says what the body does: no heading, no line, no case, no thing."""
    words = text[sentence.start : sentence.end]
    if _is_broken(text, sentence.start) or not words.endswith(("。", "；")):
        return False
    if _WHEN.search(text, clause.start, clause.end):
        return False
    told = text[subject.said.start : sentence.end]
    if subject.said.end - subject.said.start >= len(told) - 1:  # 中国人民银行检查。: a heading
        return False
    return _SCORED.search(words) is None and _THING.fullmatch(words) is None


def _is_broken(text: str, start: int) -> bool:
    """Whether a line goes on from the one before, which ends in no mark and is no heading."""
    if not _BROKEN.search(text, max(0, start - 2), start):
        return False
    before = text[max(text.rfind("\n", 0, start - 1) + 1, start - _LONGEST_HEADING) : start - 1]
    return not LABEL_AT_START.match(before)


def _are_plain(names: Sequence[str]) -> bool:
    """Whether all are names of bodies, or fields beside one: 市、县财政、审计等部门."""
    if len(names) == 1:
        return is_plain(names[0])
    return any(map(is_plain, names)) and all(
        is_plain(name) or _is_field_alone(name) or name.startswith("各") for name in names
    )


def _is_field_alone(name: str) -> bool:
    other = is_purse(name) or is_agency(name) or is_city_by_name(name)
    return is_field(name) and not other and re.match(alternatives("adverb"), name) is None
