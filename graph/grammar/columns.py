"""The headings of a table's columns: what the cells below one hold, and who answers there as what.

Forms read::

    序号 · 编号                                   numbers of rows
    重点任务 · 工作内容 · 具体举措 · 评价标准     what is to be done
    工作职责 · 职责分工                           what the body of the row answers for
    牵头单位 · 主办单位 · 市卫健委内牵头处室      those who lead
    配合单位 · 协办部门 · 参与单位                those who take part
    责任单位 · 负责审核单位 · 核发部门            those who answer
    牵头、配合单位                                both in one column: they answer
    责任单位（列第一位的为牵头单位）              the words in brackets lay down who leads
    部门 · 成员单位                               a body, where a column of duties stands beside it
    完成时限 · 时间进度 · 时间节点                by when
    备注 · 责任人 · 设定依据                      none of these
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from graph.grammar.cues import firsts, led
from graph.model import Column, ColumnKind, Role
from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_LONGEST: Final = 14  # characters of a heading without what it has in brackets
_LONGEST_BRACKET: Final = 24
_FEWEST: Final = 3  # columns of a table; of bodies and their duties two will do
_FEWEST_KNOWN: Final = 2
_REMEMBERED: Final = 1024  # lines, each of which is asked of every table that may begin above it
_SPELLED: Final = ("task", "duty", "term", "remark", "category")
_BRACKET = re.compile(rf"（[^（）]{{0,{_LONGEST_BRACKET}}}）")
_SECTION = re.compile(r"[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）")
_CHARACTERS = re.compile(r"[\u4e00-\u9fffA-Za-z0-9、/（）“”]+")


def _words(*keys: str) -> str:
    return lexicon.alternatives("column-headings", *keys)


@cache
def _kinds() -> tuple[tuple[ColumnKind, re.Pattern[str]], ...]:
    before = rf"(?:{_words('modifier')})*"
    return (
        (ColumnKind.NUMBER, re.compile(_words("number"))),
        (ColumnKind.BODY, re.compile(_words("body"))),
        (ColumnKind.REMARK, re.compile(rf"{before}(?:{_words('remark')})")),
        (ColumnKind.DUTY, re.compile(rf"{before}(?:{_words('duty')})")),
        (ColumnKind.TERM, re.compile(rf"{before}(?:{_words('term')})")),
        (ColumnKind.CATEGORY, re.compile(rf"{before}(?:{_words('category')})")),
        (
            ColumnKind.TASK,
            re.compile(rf"(?:{before}|[\u4e00-\u9fff0-9]{{1,6}})(?:{_words('task')})"),
        ),
    )


@cache
def _bearers() -> re.Pattern[str]:
    """Return a pattern of the headings of those who answer: 牵头单位, 市卫健委内牵头处室."""
    how = _words("lead", "support", "responsible")
    return re.compile(
        rf"(?:(?![及和与])[\u4e00-\u9fff]){{0,8}}?(?P<how>{how})"
        rf"(?:(?:{_words('bearer')})?(?:和|及|与|、|/)(?P<also>{how}))?(?:{_words('bearer')})"
        rf"|(?P<alone>{_words('lead', 'support')})"
    )


@cache
def _last_letters() -> frozenset[str]:
    """Return the letters in which the headings that are known end."""
    concepts = lexicon.concepts("column-headings").values()
    return frozenset(form[-1] for concept in concepts for form in concept.written)


@cache
def _role_of() -> dict[str, Role]:
    concepts = lexicon.concepts("column-headings")
    return {
        form: role
        for role in (Role.RESPONSIBLE, Role.SUPPORT, Role.LEAD)
        for form in concepts[role].written
    }


@lru_cache(maxsize=_REMEMBERED)
def column_of(text: str) -> Column | None:
    """Return the column that ``text`` heads, or None where it is no heading that is known.

    >>> [column_of(text).role for text in ("牵头 单位", "核发部门", "牵头和配合单位")]
    [<Role.LEAD: 'lead'>, <Role.RESPONSIBLE: 'responsible'>, <Role.RESPONSIBLE: 'responsible'>]
    >>> column_of("完成时限").kind, column_of("责任单位负责人"), column_of("毕业时间")
    (<ColumnKind.TERM: 'term'>, None, None)
    """
    heading = "".join(text.split())
    bare = _BRACKET.sub("", heading)
    if not bare or len(bare) > _LONGEST or not {heading[-1], bare[-1]} & _last_letters():
        return None
    writings = (heading,) if heading == bare else (heading, bare)
    for written in writings:
        if match := _bearers().fullmatch(written):
            how, also = match["how"] or match["alone"], match["also"]
            role = _role_of()[how]
            mixed = also is not None and _role_of()[also] is not role
            return Column(heading, ColumnKind.AGENCY, Role.RESPONSIBLE if mixed else role)
    for kind, pattern in _kinds():
        for written in writings:
            if pattern.fullmatch(written):
                return Column(heading, kind)
    return None


@cache
def bearer_headings() -> re.Pattern[str]:
    """Return a pattern of the headings of those who answer, wherever they stand: 责任单位."""
    return re.compile(led(firsts(bearer_beginnings()), _bearer()))


@cache
def bearer_beginnings() -> frozenset[str]:
    """Return the letters in which the headings of those who answer begin."""
    concepts = lexicon.concepts("column-headings")
    keys = ("lead", "support", "responsible")
    return frozenset(form[0] for key in keys for form in concepts[key].written if form)


@cache
def heading_beginnings() -> str:
    """Return the letters in which headings of the scheme begin, as they stand in a set."""
    concepts = lexicon.concepts("column-headings")
    keys = ("number", "lead", "support", "responsible", "modifier", *_SPELLED)
    return firsts(form for key in keys for form in concepts[key].written)


@cache
def spelled() -> str:
    """Return a pattern of the headings that the scheme has, without blanks in them."""
    before = rf"(?:{_words('modifier')}){{0,3}}"
    kinds = "|".join(rf"{before}(?:{_words(key)})" for key in _SPELLED)
    return rf"(?:{_words('number')}|{_bearer()}|{kinds})(?:{_BRACKET.pattern})?"


def _bearer() -> str:
    return rf"(?:{_words('lead', 'support', 'responsible')})(?:{_words('bearer')})"


@lru_cache(maxsize=_REMEMBERED)
def can_head(text: str) -> bool:
    """Tell whether ``text`` can be the heading of a column, known or not."""
    heading = "".join(text.split())
    bare = _BRACKET.sub("", heading)
    return (
        0 < len(bare) <= _LONGEST
        and _CHARACTERS.fullmatch(heading) is not None
        and not bare.isdecimal()
        and not _SECTION.match(bare)
    )


def columns_of(headings: Iterable[str]) -> tuple[Column, ...] | None:
    """Return the columns of a heading row, or None where the row heads no table of tasks.

    >>> [column.kind.value for column in columns_of(("序号", "重点任务", "", "责任单位"))]
    ['number', 'task', 'other', 'agency']
    >>> columns_of(("序号", "名称", "金额")), columns_of(("市公安局", "市民政局", "市财政局"))
    (None, None)
    """
    cells = ["".join(heading.split()) for heading in headings]
    if not all(not cell or can_head(cell) for cell in cells):
        return None
    known = [column_of(cell) or Column(cell, ColumnKind.OTHER) for cell in cells]
    columns = tuple(_bodies_with_duties(known))
    kinds = {column.kind for column in columns}
    told = sum(column.kind is not ColumnKind.OTHER for column in columns)
    heads = ColumnKind.AGENCY in kinds or (ColumnKind.NUMBER in kinds and told >= _FEWEST)
    heads = heads or told >= _FEWEST + 1
    fewest = _FEWEST_KNOWN if {ColumnKind.AGENCY, ColumnKind.DUTY} <= kinds else _FEWEST
    return columns if heads and told >= _FEWEST_KNOWN and len(columns) >= fewest else None


def _bodies_with_duties(columns: Sequence[Column]) -> Iterator[Column]:
    """Yield the columns; 部门 beside 工作职责 names those who answer, 单位 beside 数量 nobody."""
    kinds = {column.kind for column in columns}
    answers = ColumnKind.AGENCY not in kinds and (
        ColumnKind.DUTY in kinds
        or any(c.kind is ColumnKind.TASK and c.heading.endswith("任务") for c in columns)
    )
    for column in columns:
        if column.kind is ColumnKind.BODY and answers:
            yield replace(column, kind=ColumnKind.AGENCY, role=Role.RESPONSIBLE)
        else:
            yield column
