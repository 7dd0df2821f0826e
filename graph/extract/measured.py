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
from dataclasses import replace
from functools import cache
from itertools import zip_longest
from typing import TYPE_CHECKING

from graph.extract.behind_values import not_done, of_its_noun, with_what_is_behind
from graph.extract.counted_things import is_a_plural
from graph.extract.due_lengths import is_due, is_until
from graph.extract.made import find_made, making_verb
from graph.extract.measured_phrase import adds_up, is_of_a_noun, named
from graph.extract.measured_value import AGES, Form, Measured
from graph.extract.named_earlier import GENERIC, topic_of
from graph.extract.noun_behind import LASTING, SHARES
from graph.extract.noun_phrase import has_size
from graph.extract.shared_out import coordinated
from graph.extract.whole_phrase import is_whole
from graph.extract.words_before import (
    ends_in,
    only_a_time,
    over_its_time,
    start_of,
    words_before,
)
from graph.grammar.amounts import AMOUNT
from graph.grammar.cues import cued
from graph.grammar.dates import DATE
from graph.grammar.measure_words import forms_of
from graph.grammar.measures import can_be_value
from graph.grammar.quantities import find_quantities

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.grammar.quantities import Quantity
    from graph.grammar.sentences import Stretch

_JOINED_TO = re.compile(r"[以上下内].{0,12}[和与及、]$")  # 80%以上的村和90%以上的社区
# 满1年不足3年的，按半年计发; 1000千瓦以下由县审批: the case is its own name
_CASE = re.compile(
    r"的(?:[，。；：]|部分|$)|由[\u4e00-\u9fff]|按[^，。；]|给予|予以|奖励|补助|补贴"
)
_JOINING = ("和", "与", "及", "或", "、", "者")  # 面积1万和5万平方米以上的
_AS_RATE = re.compile(r"的(?:比例|标准|额度)(?=[，。；）])")
_LONGEST_TIME = 6  # characters of 一年内累计
_GOES_ON = "满不未超已"
_CASE_BEGINS = "满不未超达年已"
_SHORTEST = 2  # characters of a subject
_OLDEST = 150  # years; 1165周岁 is a number and an age run together
# 由3120元提高到3360元: the old value, and what it is the old value of
_FROM = re.compile(
    rf"[由从](?:原来的?|原有的|现行的?|目前的?)?[^，。；]{{0,12}}?{AMOUNT}[^，。；]{{0,8}}$"
)
_WITHIN = re.compile(r"[在于][ ]?$")
_RECKONED = cued(  # 折算完成3株植树任务
    "折算|(?<![约（])折合|换算|比如|例如", ("折算", "折合", "换算", "比如", "例如")
)
_SCORED = re.compile(r"[的]?，?(?:积|得|加|扣|计|记)\d")  # 每满1年积3分 is a rate
_SERIES = re.compile(rf"(?:、[ ]?{AMOUNT}[^\W\d]{{1,3}})*、[ ]?$")
_OLD = re.compile(r"[由从][^，。；]{0,12}$")
_CHANGED = re.compile(
    r"[^，。；]{0,6}?(?:放宽|调整|提高|提|降|增|减|降低|缩短|压缩|压减|减少|增加|提升|延长|下调|上调)[至到为]"
)


@cache
def _only_verb() -> re.Pattern[str]:
    return re.compile(f"(?:{forms_of('bare-verb')}|发放|按)?(?:每[\u4e00-\u9fff]){{0,2}}")


@cache
def _change() -> re.Pattern[str]:
    return re.compile(f"(?:{forms_of('change')})(?![至到为])")


def measured(
    text: str, clauses: Sequence[Stretch], before: Measured | None = None
) -> Iterator[tuple[Measured, Stretch]]:
    """Yield the values in clauses with what they measure; ``before`` is the last before a ；."""
    for clause in clauses:
        if not can_be_value().search(text, clause.start, clause.end):
            continue
        if _RECKONED.search(text, clause.start, clause.end):
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
        if last and (quantity.follows or _in_series(text, quantity, last)):
            found: Measured | None = _same(last, quantity)
        elif quantity.turn:
            several = _shared(text, quantity, (start, end)) if quantity.turn == 1 else several
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
    ahead, lasting = text[start:end], quantity.unit in LASTING
    if _FROM.search(ahead):  # 规模统一由11%调整为8%
        ahead = _FROM.sub("", ahead).removesuffix("统一")
    of = is_of_a_noun(text, both, lasting=lasting)
    sums = adds_up(text, end, quantity.start)
    words, start = named(ahead, start, lasting=lasting, of_a_noun=of, together=sums)
    if text[quantity.start - 1] in "为至到":  # 费率水平降低为不超过0.05%
        words = ends_in("change").sub("", words)
    if last and words.endswith("的") and "的" in last.subject and text[quantity.start] == "新":
        words += last.subject.rsplit("的", 1)[1]  # 超50亿元的企业新增2家、超10亿元的新增6家
    if quantity.unit in SHARES and "占" in words:  # 占生产总值的40%
        words = words.removesuffix("的")
    unnamed = words not in GENERIC and not is_whole(words)
    plain = _is_plain(words, text[quantity.start]) or unnamed or _is_base(words, quantity)
    found = with_what_is_behind(text, quantity, (words, start), clause, both, plain=plain)
    if found:
        return found
    if rate := _AS_RATE.match(text, both, clause.end):  # 从净收入中提取不低于70%的比例；
        return Measured(quantity, words + rate.group(), start, rate.end())
    if undone := not_done(text, both, words, lasting=lasting):
        return Measured(quantity, words + undone.group(), start, undone.end())
    if not plain:
        return of_its_noun(text, quantity, (words, start), both, clause) or Measured(
            quantity, words, start, quantity.end
        )
    return _without_words(text, quantity, words, clause, both, last)


def _without_words(
    text: str,
    quantity: Quantity,
    words: str,
    clause: Stretch,
    both: int,
    last: Measured | None,
) -> Measured | None:
    """Return a value that no words of its clause name: the case itself, or the measure before."""
    bare = text[quantity.start] in _CASE_BEGINS or quantity.start == quantity.number
    again = last if last and last.quantity.unit == quantity.unit else None
    again = again if again and again.form in (Form.BEFORE, Form.EARLIER) else None
    if again and text[quantity.start] in _GOES_ON and len(words) < _LONGEST_TIME:
        women = words == "女" and again.subject.endswith("男")  # 缴费男满25年、女满20年
        subject = again.subject[:-1] + words if women else again.subject
        at = quantity.start  # 累计工作已满1年不满10年的，…；已满10年不满20年的，
        return Measured(quantity, subject, at, quantity.end, form=Form.EARLIER)
    alone = len(words) < _SHORTEST and not text[: quantity.start].rstrip().endswith(_JOINING)
    if topic := topic_of(text, clause.start) if alone and text[quantity.start] in "不最" else None:
        return Measured(quantity, topic, quantity.start, quantity.end, form=Form.EARLIER)
    rated = text.endswith("按", 0, quantity.start)  # 按不低于总量的8%予以单列
    if _CASE.match(text, both) and bare and alone and not rated:
        case = text[quantity.start : both]
        return Measured(quantity, case, quantity.start, both, form=Form.CASE)
    if last is None or last.subject[0] in _CASE_BEGINS or last.quantity.unit != quantity.unit:
        return None
    if not only_a_time(text, clause, quantity):
        return None
    subject = over_its_time(last.subject, text[clause.start : quantity.start])
    return Measured(quantity, subject, quantity.start, quantity.end, form=Form.EARLIER)


def _is_plain(words: str, first: str) -> bool:
    """Whether the words before a value that begins so do not name what it measures."""
    bare = first.isdigit() or first in "一二三四五六七八九十百千万"
    listed = bare and words.endswith("、")  # （暂住证）、十六周岁以下流动人员 lists
    listed = listed or words.startswith(("的", "（")) or _JOINED_TO.search(words) is not None
    return len(words) < _SHORTEST or listed or _only_verb().fullmatch(words) is not None


def _is_base(words: str, quantity: Quantity) -> bool:
    """Whether words before a share only tell of what it is one: 预算总额的30%以上."""
    share = quantity.unit in (*SHARES, "倍") and quantity.start == quantity.number
    return share and words.endswith("的")


def _is_none(text: str, quantity: Quantity, start: int, end: int, clause: Stretch) -> bool:
    """Whether a value limits nothing: an old value, a rate, what two cells make of an age."""
    if quantity.unit in AGES and quantity.value > _OLDEST:
        return True
    if _OLD.search(text, clause.start, quantity.start) and _CHANGED.match(text, quantity.end):
        return True
    within = quantity.unit in LASTING and text.startswith("内", quantity.end - 1)
    if within and _WITHIN.search(text, start, quantity.start) and not has_size(text[start:end]):
        return True
    graded = quantity.unit == "类" and "以上" in text[quantity.number : quantity.end]
    if graded or (within and is_due(text, quantity, start)):  # 三类以上地区
        return True
    several = is_a_plural(text, quantity, clause.start)
    if (
        several or is_until(text, quantity) or DATE.fullmatch(text, start, end)
    ):  # 1998年达到2000人 measures nothing
        return True
    scored = "每" in text[start:end] and _SCORED.match(text, quantity.end)
    return text[start:end].endswith("每") or bool(scored)


def _same(last: Measured, quantity: Quantity) -> Measured:
    """Return the other bound with the subject of the first, or with what stands behind both."""
    start = min(last.start, quantity.start) if quantity.follows else quantity.start
    end = max(quantity.end, last.end)
    return Measured(quantity, last.subject, start, end, form=last.form)


def _in_series(text: str, quantity: Quantity, last: Measured) -> bool:
    """Whether a value goes on with a series of one measure: 获批量达50件、100件、200件以上的."""
    if quantity.turn or last.quantity.turn or quantity.start != quantity.number:
        return False
    series = _SERIES.match(text, last.quantity.end, quantity.start)
    return series is not None and quantity.unit == last.quantity.unit


def _shared(text: str, quantity: Quantity, words: tuple[int, int]) -> list[str]:
    """Return what each of the values behind 分别 measures: 氨氮排放量下降, 粉尘排放量下降."""
    change = _change().search(text, quantity.start, quantity.number)
    several = coordinated(text[slice(*words)], quantity.turns)
    return [each + (change.group() if change else "") for each in several]


def _turn(quantity: Quantity, several: Sequence[str], start: int) -> Measured | None:
    if not several:
        return None
    return Measured(quantity, several[quantity.turn - 1], start, quantity.end)
