"""Which words of a clause a value measures.

Forms read::

    全市户籍人口城镇化率稳步保持在80%            the words before it
    未满16周岁的公民、65岁以上老年人             those behind an age, which tell whose it is
    处一万元以上十万元以下罚款                   those behind, where only a verb is before
    确定两个以上课题承接人                       both, where the value counts what is behind it
    满1年不足3年的，                             the case itself, where nothing else names it
    到2023年医生数不低于4人，到2025年不低于5人   the measure before, where only a time is left
    高中、初中入学率分别达到95%、98%             one of several for each value that 分别 shares out
    建成50个智能工厂、新增基站1000座             verb and noun around a number that is aimed at
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from itertools import zip_longest
from typing import TYPE_CHECKING

from graph.extract.made import find_made, making_verb
from graph.extract.noun_behind import LASTING, MONEY, governed
from graph.extract.noun_phrase import has_size, noun_behind
from graph.extract.shared_out import coordinated
from graph.extract.words_before import ends_in, named, only_a_time, start_of, words_before
from graph.grammar.amounts import AMOUNT
from graph.grammar.dates import DATE
from graph.grammar.measure_words import forms_of
from graph.grammar.quantities import FIGURE, find_quantities

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.grammar.quantities import Quantity
    from graph.grammar.sentences import Stretch

_JOINED_TO = re.compile(r"[以上下内].{0,12}[和与及、]$")  # 80%以上的村和90%以上的社区
# 满1年不足3年的，按半年计发; 1000千瓦以下由县审批: the case is its own name
_CASE = re.compile(
    r"的(?:[，。；：]|部分|$)|由[\u4e00-\u9fff]|按[^，。；]|给予|予以|奖励|补助|补贴"
)
_TO_EACH = re.compile(r"(?:给予|发放|按|奖励)每[\u4e00-\u9fff]{1,2}$")  # 给予每户3000元补贴
_AS_RATE = re.compile(r"的(?:比例|标准|额度)(?=[，。；）])")
_CASE_BEGINS = "满不未超达年已"
_COUNTERS = ("个", "家", "名", "项", "种", "所", "件", "类", "处", "人", "次")
_SHORTEST = 2  # characters of a subject
_LONGEST_VERB = 15  # characters: what is longer says what is counted by itself
_PENAL = re.compile(r"罚款$|罚金$|徒刑$|拘役$|拘留$")
AGES = ("周岁", "岁")
_OLDEST = 150  # years; 1165周岁 is a number and an age run together
# 由3120元提高到3360元: the old value, and what it is the old value of
_FROM = re.compile(
    rf"[由从](?:原来的?|原有的|现行的?|目前的?)?[^，。；]{{0,12}}?{AMOUNT}[^，。；]{{0,8}}$"
)
_WITHIN = re.compile(r"[在于][ ]?$")
_OLD = re.compile(r"[由从][^，。；]{0,12}$")
_CHANGED = re.compile(
    r"[^，。；]{0,6}?(?:放宽|调整|提高|提|降|增|减|降低|缩短|压缩|压减|减少|增加|提升|延长|下调|上调)[至到为]"
)
_WORD = "(?:(?!以[上下内])[\u4e00-\u9fff])"


class Form(StrEnum):
    """Where the words of what is measured stand; the rule of a condition is named by it."""

    BEFORE = "limit"
    BEHIND = "noun-behind"
    AGE = "age"
    PENALTY = "penalty"
    CASE = "case"  # 满1年不足3年的: the case itself
    EARLIER = "named-earlier"  # in the clause before, or in the lead of the list
    AMOUNT = "amount"  # an amount without a word of limit: 补助3000元


@dataclass(frozen=True, slots=True)
class Measured:
    """A value with the words that it measures, and the stretch that states both.

    ``made`` tells that it counts what is to be made: an aim, whatever stands behind it.
    ``adjacent`` that its number stands right behind the verb: 建成50个智能车间.
    """

    quantity: Quantity
    subject: str
    start: int
    end: int
    made: bool = False
    adjacent: bool = False
    form: Form = Form.BEFORE


@cache
def _behind() -> re.Pattern[str]:
    """A noun phrase behind a value: 的公民, 失能失智行动不便的老年人."""
    return re.compile(
        rf"(?:、[^，。；、]{{1,24}}(?=的))?的?(?P<noun>(?:{_WORD}{{0,12}}?的)?{_WORD}{{0,8}}?(?:{forms_of('head-noun')})+)"
        rf"(?![\u4e00-\u9fff]{{0,2}}(?:部门|机构|单位))"
    )


@cache
def _bare_before() -> re.Pattern[str]:
    return re.compile(f"(?:{forms_of('bare-verb')})(?![\u4e00-\u9fff]*的)")


@cache
def _only_verb() -> re.Pattern[str]:
    return re.compile(f"(?:{forms_of('bare-verb')}|发放|按)?(?:每[\u4e00-\u9fff]){{0,2}}")


def measured(text: str, clauses: Sequence[Stretch]) -> Iterator[tuple[Measured, Stretch]]:
    """Yield the values in the clauses of a sentence, each with what it measures."""
    before: Measured | None = None  # in the same sentence
    for clause in clauses:
        if not FIGURE.search(text, clause.start, clause.end):
            continue
        for found in _in_clause(text, clause, before):
            before = found
            yield found, clause


def _in_clause(text: str, clause: Stretch, earlier: Measured | None) -> Iterator[Measured]:
    made = list(_counted(text, clause))
    others = _others(text, clause, earlier, made)
    yield from sorted((*made, *others), key=lambda each: each.quantity.number)


def _counted(text: str, clause: Stretch) -> Iterator[Measured]:
    for made in find_made(text, clause):
        quantity = made.quantity
        yield Measured(
            quantity, made.subject, made.start, made.end, made=True,
            adjacent=made.end > quantity.end,
        )  # fmt: skip


def _others(
    text: str, clause: Stretch, earlier: Measured | None, made: Sequence[Measured]
) -> Iterator[Measured]:
    """Yield the values that no verb of making counts."""
    counted = {each.quantity.number for each in made}
    at, before = clause.start, clause.start
    last: Measured | None = None
    several: list[str] = []
    before_it = -1
    quantities = list(find_quantities(text, clause.start, clause.end))
    for quantity, following in zip_longest(quantities, quantities[1:]):
        if ended := [each.end for each in made if at < each.end <= quantity.start]:
            at = before = ended[-1]
        dated = DATE.search(text, quantity.start, quantity.end)  # 组建2008年北京奥运会…委员会
        if dated or quantity.number in counted:
            continue
        verb = making_verb(text, quantity)  # 参加培训不少于3人: 培训 is part of what is measured
        first = start_of(text, at, before, quantity.start)
        start, end = words_before(text, first, quantity.start)
        end = quantity.start + len(verb) if verb and end == quantity.start > start else end
        if text[at : quantity.start] or at == clause.start:  # 500万元以上1000万元以下 is one
            before = min(start, quantity.start)
        at = quantity.end
        if quantity.follows and ended and quantity.start - ended[-1] <= 1:
            last, before_it = next(each for each in made if each.end == ended[-1]), ended[-1]
            last = replace(last, made=False)
        elif quantity.follows and (last is None or last.quantity.end != before_it):
            continue  # the other bound of what nothing names
        before_it = quantity.end
        if quantity.follows and last:
            found: Measured | None = _same(last, quantity)
        elif quantity.turn:
            several = (
                coordinated(text[start:end], quantity.turns) if quantity.turn == 1 else several
            )
            found = _turn(quantity, several, start)
        else:
            both = following.end if following and following.follows else quantity.end
            found = _one(text, quantity, (start, end), clause, both, last or earlier)
        if found:
            last = found
            yield found


def _one(
    text: str,
    quantity: Quantity,
    before: tuple[int, int],
    clause: Stretch,
    both: int,
    last: Measured | None,
) -> Measured | None:
    """Return a value with the words before it, those behind it, or the measure before.

    ``both`` is where the value ends, or its other bound. A case that is nothing but its bounds
    (满1年不足3年的，) is called by them.
    """
    start, end = before
    if _is_none(text, quantity, start, end, clause):
        return None
    words, start = named(_FROM.sub("", text[start:end]), start)
    if last and words.endswith("的") and "的" in last.subject and text[quantity.start] == "新":
        words += last.subject.rsplit("的", 1)[1]  # 超50亿元的企业新增2家、超10亿元的新增6家
    plain = _is_plain(words, text[quantity.start])
    found = _with_what_is_behind(text, quantity, (words, start), clause, both, plain=plain)
    if found:
        return found
    if rate := _AS_RATE.match(text, both, clause.end):  # 从净收入中提取不低于70%的比例；
        return Measured(quantity, words + rate.group(), start, rate.end())
    if not plain:
        return Measured(quantity, words, start, quantity.end)
    return _without_words(text, quantity, clause, both, last)


def _without_words(
    text: str, quantity: Quantity, clause: Stretch, both: int, last: Measured | None
) -> Measured | None:
    """Return a value that no words of its clause name: the case itself, or the measure before."""
    bare = text[quantity.start] in _CASE_BEGINS or quantity.start == quantity.number
    if _CASE.match(text, both) and bare:
        case = text[quantity.start : both]
        return Measured(quantity, case, quantity.start, both, form=Form.CASE)
    if last is None or last.subject[0] in _CASE_BEGINS or last.quantity.unit != quantity.unit:
        return None
    if not only_a_time(text, clause, quantity):
        return None
    return Measured(quantity, last.subject, quantity.start, quantity.end, form=Form.EARLIER)


def _is_plain(words: str, first: str) -> bool:
    """Whether the words before a value that begins so do not name what it measures."""
    bare = first.isdigit() or first in "一二三四五六七八九十百千万"
    listed = bare and words.endswith("、")  # （暂住证）、十六周岁以下流动人员 lists
    listed = listed or words.startswith(("的", "（")) or _JOINED_TO.search(words) is not None
    return len(words) < _SHORTEST or listed or _only_verb().fullmatch(words) is not None


def _with_what_is_behind(
    text: str,
    quantity: Quantity,
    before: tuple[str, int],
    clause: Stretch,
    both: int,
    *,
    plain: bool,
) -> Measured | None:
    """Return a value with the noun behind it, where that is what it is of."""
    words, start = before
    behind = _behind().match(text, both, clause.end)
    plain = plain or words.endswith("的")  # 评定为优秀的给予最高500万元资金
    penal = behind is not None and _PENAL.search(behind["noun"]) is not None
    if quantity.unit not in AGES and not penal:
        found = governed(text, quantity, before, both, clause.end)
        if found:
            return Measured(quantity, found.subject, found.start, found.end, form=Form.BEHIND)
    verb = ends_in("bare-verb").search(words.replace(" ", "")) or _TO_EACH.search(words)
    fined = penal and quantity.unit in MONEY  # 按数量每份200元以上500元以下罚款
    if behind and (plain or verb or fined or quantity.unit in AGES):
        form = Form.PENALTY if penal else Form.BEHIND
        return Measured(quantity, behind["noun"], quantity.start, behind.end(), form=form)
    if behind and _bare_before().match(words):  # 可处以月租金10倍以下罚款
        return Measured(quantity, behind["noun"], start, behind.end(), form=Form.PENALTY)
    can = quantity.unit in _COUNTERS and not quantity.aim and len(words) <= _LONGEST_VERB
    counted = noun_behind(text, both, clause.end) if can else None
    if counted is None:
        return None
    noun, end, of = counted
    if of or has_size(words):  # 容纳50人以上的剧院, 租住人数在50人以上的
        return None
    subject = words if words.endswith(noun) else words + noun
    return Measured(quantity, subject, start, end, form=Form.BEHIND)


def _is_none(text: str, quantity: Quantity, start: int, end: int, clause: Stretch) -> bool:
    """Whether a value limits nothing: an old value, a rate, what two cells make of an age."""
    if quantity.unit in AGES and quantity.value > _OLDEST:
        return True
    if _OLD.search(text, clause.start, quantity.start) and _CHANGED.match(text, quantity.end):
        return True
    within = quantity.unit in LASTING and text.startswith("内", quantity.end - 1)
    if within and _WITHIN.search(text, start, quantity.start) and not has_size(text[start:end]):
        return True  # 农村在十日以内办理: by when
    if quantity.unit == "类" and "以上" in text[quantity.number : quantity.end]:  # 三类以上地区
        return True
    if DATE.fullmatch(text, start, end):  # 1998年达到2000人 measures nothing
        return True
    return text[start:end].endswith("每")  # 每满1年积3分 is a rate


def _same(last: Measured, quantity: Quantity) -> Measured:
    """Return the other bound with the subject of the first, or with what stands behind both."""
    end = max(quantity.end, last.end)
    return Measured(quantity, last.subject, min(last.start, quantity.start), end, form=last.form)


def _turn(quantity: Quantity, several: Sequence[str], start: int) -> Measured | None:
    if not several:
        return None
    return Measured(quantity, several[quantity.turn - 1], start, quantity.end)
