"""The noun behind a value, where the value is of it: fines, persons, things counted.

Forms read::

    处一万元以上十万元以下罚款、处违法所得三倍以下的罚款    the fine, with what it is reckoned by
    未满16周岁的公民、65岁以上户籍老年人                    whose an age is
    年满18周岁、能够专职工作的中国公民                      behind what else tells whose
    省财政给予最高50万元的奖励                              what governs the number says so
    确定两个以上课题承接人                                  what is counted, with its verb
    设置高度2米以上的围挡                                   what has the height
    无正当理由超过30日不签订合同的                          what is not done for so long
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from graph.extract.measured_value import AGES, Form, Measured
from graph.extract.noun_behind import MONEY, SHARES, governed, has_the_output
from graph.extract.noun_phrase import has_size, is_verbal, noun_behind
from graph.extract.whole_phrase import is_whole
from graph.extract.words_before import ends_in
from graph.grammar.amounts import AMOUNT
from graph.grammar.measure_words import forms_of

if TYPE_CHECKING:
    from graph.grammar.quantities import Quantity
    from graph.grammar.sentences import Stretch

_TO_EACH = re.compile(r"(?:给予|发放|按|奖励)每[\u4e00-\u9fff]{1,2}$")  # 给予每户3000元补贴
_COUNTERS = ("个", "家", "名", "项", "种", "所", "件", "类", "处", "人", "次")
_LONGEST_VERB = 24  # characters: what is longer says what is counted by itself
_GIVEN_TO = re.compile(r"(?:给予|予以|安排)(?P<whom>[\u4e00-\u9fff]{2,16})$")
_PENAL = re.compile(r"罚款$|罚金$|徒刑$|拘役$|拘留$")
_PER_THING = re.compile(r"每[ ]?(?:平方米|立方米|公斤|千克|[\u4e00-\u9fff])(?=(?:并?处以?)?$)")
_AMOUNT_PAID = re.compile(rf"[ ]?{AMOUNT}[ ]?元")
# 2周岁以下的幼牛及耕牛
_ANIMAL = re.compile(
    r"的(?P<noun>[\u4e00-\u9fff]{0,8}?[牛羊猪马犬猫驴禽畜])"
    r"(?=[^\u4e00-\u9fff]|[和及与或等进应须可的])"
)
_VERB = "(?!纳入|列入|参照|按照|享受|给予|不得|免)"  # 16周岁以下的纳入特困人员供养范围
_REASON = re.compile("(?:无正当理由|无故|擅自|逾期)$")
_NOT_DONE = re.compile(r"[未不][\u4e00-\u9fff]{2,20}?(?=的|[，。；]|$)")
_BARE = 2  # characters of 高度, 金额
_WORD = "(?:(?!以[上下内])[\u4e00-\u9fff])"


@cache
def _behind() -> re.Pattern[str]:
    """A noun phrase behind a value: 的公民, 失能失智行动不便的老年人."""
    return re.compile(
        rf"(?:等值以[下内])?(?:、[^，。；、]{{1,40}}(?=的))?的?{_VERB}(?P<noun>(?:{_WORD}{{0,12}}?的)?{_WORD}{{0,8}}?(?:{forms_of('head-noun')})+)"
        rf"(?![\u4e00-\u9fff]{{0,2}}(?:部门|机构|单位))"
    )


@cache
def _persons() -> re.Pattern[str]:
    persons = rf"(?:{forms_of('head-noun')}|(?:祖|岳)?父母)(?!籍|在[校职岗编读])"
    return re.compile(rf"{_VERB}(?:{_WORD}{{0,12}}?的)?{_WORD}{{0,10}}?{persons}+[群员]?")


@cache
def _granted() -> re.Pattern[str]:
    return re.compile(rf"[\u4e00-\u9fff]{{0,6}}(?:{forms_of('grant')}|支持)")


@cache
def _bare_before() -> re.Pattern[str]:
    return re.compile(f"(?:{forms_of('bare-verb')})(?![\u4e00-\u9fff]*的)")


def with_what_is_behind(
    text: str,
    quantity: Quantity,
    before: tuple[str, int],
    clause: Stretch,
    both: int,
    *,
    plain: bool,
) -> Measured | None:
    """Return a value with the noun behind it, where that is what it is of."""
    behind = _behind().match(text, both, clause.end)
    if behind and (has_the_output(quantity, behind["noun"]) or _is_done(behind["noun"])):
        behind = None
    if behind and _PENAL.search(behind["noun"]):
        return _penalty(quantity, before, behind, plain=plain)
    if quantity.unit in AGES:
        return _of_a_person(text, quantity, behind, both, clause.end)
    found = governed(text, quantity, before, both, clause.end)
    if found and is_whole(found.subject):
        return Measured(quantity, found.subject, found.start, found.end, form=Form.BEHIND)
    words = before[0]
    if (whom := _GIVEN_TO.search(text, clause.start, quantity.start)) and (
        given := _given(text, behind, both, clause.end)
    ):
        noun, end = given
        return Measured(quantity, whom["whom"] + noun, whom.start(), end, form=Form.BEHIND)
    verb = ends_in("bare-verb").search(words.replace(" ", "")) or _TO_EACH.search(words)
    paid = behind and _AMOUNT_PAID.match(text, behind.end())  # 25亿元以上的奖励4万元: a verb
    if (
        behind and not paid and (plain or verb or words.endswith("的"))
    ):  # 评定为优秀的给予最高500万元资金
        start, end = quantity.start, behind.end()
        size, of, whose = behind["noun"].rpartition("的")  # 5年以上有效期的持证人
        noun = whose + size if of and has_size(size) else behind["noun"]
        return Measured(quantity, noun, start, end, form=Form.BEHIND)
    return _counting(text, quantity, before, clause, both)


def _is_done(noun: str) -> bool:
    return is_verbal(noun) and not noun.startswith(("给予", "予以"))


def _given(text: str, behind: re.Match[str] | None, both: int, stop: int) -> tuple[str, int] | None:
    """Return what is given at a rate, also behind another limit: 给予展位费最高80%支持."""
    if behind and _granted().fullmatch(behind["noun"]):
        return behind["noun"], behind.end()
    found = noun_behind(text, both, stop)
    return found[:2] if found and _granted().fullmatch(found[0]) else None


def _penalty(
    quantity: Quantity, before: tuple[str, int], behind: re.Match[str], *, plain: bool
) -> Measured | None:
    """Return a value of a fine or a term of prison, which is measured itself."""
    words, start = before
    bare = _bare_before().match(words)  # 可处以月租金10倍以下罚款
    verb = ends_in("bare-verb").search(words.replace(" ", "")) or _TO_EACH.search(words)
    fined = quantity.unit in (*MONEY, *SHARES, "倍")  # 按每份200元以上500元以下罚款
    if not (plain or verb or fined or bare or words.endswith("的")):
        return None
    at = start if bare and not verb else quantity.start
    each = _PER_THING.search(words)  # 处以每株1万元以上3万元以下的罚款
    noun = (each.group() if each else "") + behind["noun"]
    return Measured(quantity, noun, at, behind.end(), form=Form.PENALTY)


def _counting(
    text: str, quantity: Quantity, before: tuple[str, int], clause: Stretch, both: int
) -> Measured | None:
    """Return a value that counts what is right behind it, with the words before it."""
    words, start = before
    can = quantity.unit in _COUNTERS and not quantity.aim and len(words) <= _LONGEST_VERB
    counted = noun_behind(text, both, clause.end) if can else None
    if counted is None:
        return None
    noun, end, of = counted
    if of or has_size(words):  # 容纳50人以上的剧院, 租住人数在50人以上的
        return None
    subject = words if words.endswith(noun) else words + noun
    return Measured(quantity, subject, start, end, form=Form.BEHIND)


def _of_a_person(
    text: str, quantity: Quantity, behind: re.Match[str] | None, both: int, stop: int
) -> Measured | None:
    """Return an age with whose it is: 年满60岁的父母, 60周岁以上户籍老年人."""
    opened = 1 if text.startswith("的", both) else 0
    person = _persons().match(text, both + opened, stop)
    if person is None and behind is None:
        other = _ANIMAL.match(text, both, stop)
        return Measured(quantity, other["noun"], quantity.start, other.end()) if other else None
    noun, end = (person.group(), person.end()) if person else ("", 0)
    if person is None and behind:  # 年满18周岁、能够专职工作的中国公民
        noun, end = behind["noun"], behind.end()
    return Measured(quantity, noun, quantity.start, end, form=Form.BEHIND)


def not_done(text: str, both: int, words: str, *, lasting: bool) -> re.Match[str] | None:
    """Return what is not done for so long: 无正当理由超过30日不签订合同的."""
    return _NOT_DONE.match(text, both) if lasting and _REASON.search(words) else None


def of_its_noun(
    text: str, quantity: Quantity, words: tuple[str, int], both: int, clause: Stretch
) -> Measured | None:
    """Return a bare 高度 or 金额 with the noun behind 的 that has it: 高度2米以上的围挡."""
    bare = len(words[0]) == _BARE and has_size(words[0]) and text.startswith("的", both)
    found = noun_behind(text, both, clause.end) if bare else None
    if found is None:
        return None
    return Measured(quantity, found[0] + words[0], words[1], found[1])
