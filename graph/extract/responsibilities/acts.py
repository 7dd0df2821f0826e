"""What an act alone tells of a body, where no word of duty stands before it.

市财政局拨付补助 may tell what is done as well as what must be. A word of duty later in the sentence
tells it, and so does 请 before the body::

    公安机关发现线索的，应当移送检察机关          the clauses before tell when
    请各地区、各部门于月底前报送进展              asked for

Else a duty is stated only where the sentence can be nothing but an instruction: a plain name
(:mod:`.plain_names`) begins a whole sentence, or a clause behind that of another body, and acts::

    市农业农村局编制年度计划，市财政局下达资金。
    县级公安机关对申请进行核查；

The act alone stays a candidate for a reviewer in what may tell how things stand or what was done::

    各地积极推动产业发展                          places
    省财政重点支持脱贫县                          a purse
    近日，市财政局联合市税务局完成首批兑付        a day of the past
    省农业局受理申请后，由省财政局复核            a time
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.extract.responsibilities.field_of_work import is_field
from graph.extract.responsibilities.name_forms import alternatives, is_agency, is_city_by_name
from graph.extract.responsibilities.name_in_text import is_purse
from graph.extract.responsibilities.plain_names import is_plain
from graph.extract.responsibilities.verbs import modal_at
from graph.grammar.sentences import Stretch, clauses

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from graph.extract.responsibilities.subjects import Subject

_ASKING = re.compile("[请望]$|希望$")
_AND = re.compile("(?:并且?|还|也|均|都|同时|且|但|则)?")
_WHEN = re.compile(r"(?:的|之?[后时前]|期间|过程中|之日起) ?，$")
_BROKEN = re.compile(r"[\u4e00-\u9fff]\n$")  # a line that goes on from the one before
# 各部门报送的公文，由国务院办公厅呈批: what is said of it is no act of theirs
_TOPIC = re.compile(r"的[^，。；]{1,12}，(?=由|按|依照|参照|适用|执行)|[^于但只凡还或若可]是(?!否)")
_NO_ACT = re.compile(
    r"(?:适用|参照|依照|按照)(?:本|前款|上述)[^，。；]{0,8}(?:执行)?[。；]$|的，视为|，适用"
    r"|，(?:按照|依照|依据)[^，。；]{2,40}进行[，。；]"
    r"|的，(?:由|[\u4e00-\u9fff、]{2,20}(?:应当|应|不得|可以))"
)
# 省局认定的机构名单；: an item that names a thing
_THING = re.compile(
    r"[^，。；]*的(?:[\u4e00-\u9fff]{2,10}(?:名单|文件|材料|情况|报告|证明|反馈)(?:等)?|[^，。；]*等)[。；]"
)
_DONE = re.compile(
    r"了(?!解)|[已曾]|过(?=[，。；]|[一二两三\d])|近[日年期来]|日前|目前|以来|截至|先后|[去前]年|上半年|昨|现(?=经|将|就|予|已)"
    r"|共(?:有|计|[\d一二三四五六七八九十])|如期|收到|来[函文信]|你[省市区县局厅委]"
)
_PROMISED = re.compile("^(?:将|拟|正在|正|下设)")
_SCORED = re.compile(r"[得扣计加记减] ?\d[\d.]* ?分|\d ?分[，。；）]")
_LONGEST_HEAD = 2  # characters of what begins the clause behind
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


def is_instruction(
    text: str, subject: Subject, sentence: Stretch, clause: Stretch, *, behind_another: bool
) -> bool:
    """Tell whether a sentence in which a body acts can be nothing but an instruction.

    ``behind_another`` says that the clause before has a body of its own.
    """
    words = text[sentence.start : sentence.end]
    first = not text[sentence.start : subject.start].strip(" \n\t\u3000") or behind_another
    broken = _BROKEN.search(text, max(0, sentence.start - 2), sentence.start)
    if broken or not first or subject.said.loose or not words.endswith(("。", "；")):
        return False
    if _WHEN.search(text, clause.start, clause.end) or _TOPIC.search(
        text, clause.start, clause.end + _LONGEST_HEAD
    ):
        return False
    told = text[subject.said.start : sentence.end]
    if subject.said.end - subject.said.start >= len(told) - 1:  # 中国人民银行检查。: a heading
        return False
    if any(pattern.search(words) for pattern in (_DONE, _SCORED, _NO_ACT)):
        return False
    if _PROMISED.match(told) or _THING.fullmatch(words):
        return False
    return _are_plain([name.text for name in subject.names.names])


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
