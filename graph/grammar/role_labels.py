"""The labels before lists of bodies, each composed of words for the part and a noun.

Labels read::

    牵头单位：  主办部门：  牵头考核单位：              the first word tells the part
    市级责任单位：  其他配合单位（排名不分先后）：       with words that narrow it
    责任（牵头）单位：  牵头单位和配合单位：             two parts and no split: responsible
    牵头：  配合：                                       without a noun, in a bracket

Other fields of the same bracket or line are told apart and name nobody: 责任领导：, 完成时限：,
适用范围：.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from graph.model import Role
from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

_PARTS = (Role.LEAD, Role.SUPPORT, Role.RESPONSIBLE)
_LONGEST_OTHER = 12  # characters of another field's label: 完成时限及进度安排
_RUN = re.compile(r"[\u4e00-\u9fff（）、/]*$")
_LONGEST_RUN = 80  # names that lost the mark behind them, and the label
_TIME = re.compile(
    r"(?:(?:完成|办结|整改|推进|实施|工作|落实|时间|任务)*"
    r"(?:时限|时间|期限|节点|进度|日期)(?:要求|安排|节点|进度|计划|表)?)$"
)


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a bracket or line: its label from ``start``, its words from ``at`` to ``end``.

    ``role`` is None for a field that names no body; ``noun`` tells whether the label has a noun,
    ``reachable`` whether lines of contact use it too.
    """

    start: int
    at: int
    end: int
    role: Role | None
    noun: bool = False
    reachable: bool = False


def _words(*keys: str) -> str:
    return lexicon.alternatives("role-labels", *keys)


@cache
def _label() -> re.Pattern[str]:
    part, noun, narrow = _words(*_PARTS), _words("noun"), _words("qualifier")
    join = "(?:[、和及与或/]|以及)"
    parts = rf"(?:{part})(?:(?:{join}|（|）|{narrow})*(?:{part}))*）?"
    nouns = rf"(?:（?(?:{narrow})*(?:{noun})(?:（(?:{noun})）)?{join}?）?)"
    return re.compile(
        rf"(?:{narrow})*(?!(?:{_words('lookalike')})$)"
        rf"(?P<parts>{parts}(?:{nouns}(?<=[、和及与或/]){parts})*)(?P<noun>{nouns}*)"
        r"(?:（[^（）：]{1,30}）)?$"
    )


@cache
def _part() -> re.Pattern[str]:
    return re.compile(_words(*_PARTS))


@cache
def _several() -> re.Pattern[str]:
    return re.compile(r"[、和及与/（]|以及")


@cache
def _roles() -> dict[str, Role]:
    words = lexicon.concepts("role-labels")
    return {form: role for role in _PARTS for form in words[role].written}


@cache
def _contact() -> re.Pattern[str]:
    return re.compile(_words("contact", "page"))


@cache
def _page() -> re.Pattern[str]:
    return re.compile(_words("page"))


def is_contact(text: str, start: int, end: int, *, reachable: bool) -> bool:
    """Tell whether a label's line says how to reach somebody, or who keeps a page.

    ``reachable`` is :attr:`Field.reachable`: 责任单位：… with a telephone number still names who
    answers, 联系单位：… with one does not.
    """
    pattern = _contact() if reachable else _page()
    return pattern.search(text, start, end) is not None


def label_role(label: str) -> Role | None:
    """Return the part that a label or a column's heading gives to its bodies, or None.

    >>> [str(label_role(label)) for label in ("牵头考核单位", "会办部门", "责任领导", "主办单位")]
    ['lead', 'support', 'None', 'lead']
    """
    match = _label().search(label)
    return _role(match) if match and match["noun"] else None


def _role(match: re.Match[str]) -> Role:
    """Return the part of the first word, or responsible where two parts are not told apart."""
    parts = [_roles()[part] for part in _part().findall(match["parts"])]
    told = {part for part in parts if part is not Role.RESPONSIBLE}
    several = _several().search(match["parts"])
    if several and len(set(parts)) > 1:
        return Role.RESPONSIBLE if len(told) != 1 or Role.SUPPORT in told else Role.LEAD
    return parts[0]


def fields(text: str, start: int, end: int) -> Iterator[Field]:
    """Yield the labelled fields between the offsets, in their order.

    >>> words = "6月底完成，牵头考核单位：市水利局；适用范围：全市"
    >>> [(str(f.role), words[f.at:f.end]) for f in fields(words, 0, len(words))]
    [('lead', '市水利局；'), ('None', '全市')]
    """
    found: list[Field] = []
    colon = text.find("：", start, end)
    while colon >= 0:
        field = _field(text, start, colon, end)
        if field:
            if found:
                found[-1] = _until(found[-1], field.start)
            found.append(field)
        colon = text.find("：", colon + 1, end)
    yield from found


def _until(field: Field, end: int) -> Field:
    return Field(field.start, field.at, end, field.role, field.noun, field.reachable)


def _field(text: str, start: int, colon: int, end: int) -> Field | None:
    first = max(start, colon - _LONGEST_RUN)
    run = _RUN.search(text, first, colon)
    at = run.start() if run else colon
    if at == colon:
        return None
    label = _label().search(text[at:colon])
    if label:
        parts = _part().findall(label["parts"])
        reachable = parts[0] in lexicon.concepts("role-labels")["reachable"].written
        noun = bool(label["noun"])
        return Field(at + label.start(), colon + 1, end, _role(label), noun, reachable)
    time = _TIME.search(text[at:colon])
    if time:
        return Field(at + time.start(), colon + 1, end, None)
    other = text.rfind("、", at, colon) + 1 or at
    return Field(other, colon + 1, end, None) if colon - other <= _LONGEST_OTHER else None
