"""Entitlements that are protected: by a verb, by a ban of harm, by what stands behind the right.

Forms read::

    切实保障女职工的休息权和平等就业权              保障, 维护, 尊重, 落实 …
    保障卫技人员工资待遇                            a benefit that is somebody’s
    保障信用主体合法权益                            whoever stands right before it
    解决养殖户困难，保障其合法权益                  who alone was named before
    不得侵害业主的知情权                            harm that is banned, not what is said of harm
    公民的隐私权和个人信息受法律保护                受保护, 不受侵犯, 应予保障
    不得强行要求进城落户农民转让其土地承包权        a ban of taking it, or of asking for it
    不得以退出“三权”作为农民进城落户的条件          the three rights under their common name
    确保如期完成宅基地使用权确权登记颁证            made sure by registration

The holder may be that of the heading, or nobody: 依法保护知识产权. A right that only names a
procedure, a suit or a database (确权登记数据库, 知情权等诉讼案件) is none.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from graph.extract import holders
from graph.extract.entitlement_words import alternatives, pattern, written
from graph.extract.rights import objects, registering
from graph.extract.rights.entitlement import Entitlement
from graph.grammar.cues import Cued, any_of, cued
from graph.grammar.sentences import clauses
from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.grammar.sentences import Stretch

_HOLDING = frozenset({holders.PERSON, holders.ORGANISATION})
_THREE = re.compile(r"[“\"]?(?:农村)?[“\"]三权[”\"]|农村三权")
_NOT_THREE = re.compile(r"(?:[”\"])?(?:分置|分离|分立|抵押|促|改革)|（(?![^）]*承包)")
_FARMERS = re.compile(r"农|牧|落户|村")
_NEAR = 8  # characters between a verb and a right that is nobody’s in particular
_TAKEN = re.compile(r"转让|退出|放弃|收回|流转|交出|处置|作为")
_NOBODYS = frozenset({"利益"})
_AIDED = re.compile(r"参加[^，。；]*(?:资助|补贴|补助)政策$")  # 参加医疗保险的资助政策
_ENDS = re.compile(r"$|[，。；：、“”（）\s]|和|与|及|等|受|不|得到|的?确权|为(?:目标|原则)")
_GIVES = re.compile(r"给予|予以|发放|提供|按")
_LAWFUL = re.compile(r"(?P<who>[\u4e00-\u9fff、]{2,16}?)的?(?=(?:合法|正当)(?:权益|权利))")
_ITS = re.compile(r"其(?:合法|正当|各项|[\u4e00-\u9fff]{1,6}权)")
_WEIGHED = re.compile(r"(?:对|有利于|是否|涉及|关系到)$")
_TAKES = re.compile(r"(?:以|把|将)(?:[^，。；]{0,4}?)(?:退出|放弃|转让|收回|流转|交出)?$")


@cache
def _protecting() -> Cued:
    before = "".join(f"(?<!{field})" for field in sorted(written("field-of-protection")))
    behind = f"(?!{alternatives('protection-noun')})"
    return cued(
        rf"{before}(?:{alternatives('protect')}){behind}(?:了|好|和实现|与)?(?:、[^，。、]{{2,3}}好){{0,3}}",
        written("protect"),
    )


@cache
def _harming() -> re.Pattern[str]:
    return re.compile(alternatives("harm"))


@cache
def _banned() -> re.Pattern[str]:
    return re.compile(alternatives("ban"))


@cache
def _guarded() -> Cued:
    return cued(
        rf"(?:等)?(?:，)?(?:依法|均|都|也|同样|应当|应|要)*(?:{alternatives('guard')})(?!权|的)",
        written("guard"),
    )


@cache
def _due() -> re.Pattern[str]:
    return pattern("held-noun", behind="$")


@cache
def _no_owner() -> re.Pattern[str]:
    return pattern("no-owner", before="^", behind="$|[，。；]|^(?:其|自身|各自)")


@cache
def _paying() -> Cued:
    return cued(alternatives("paid"), written("paid"))


@cache
def _matter() -> re.Pattern[str]:
    """Return a pattern of the matter that rights only name: 股东知情权、优先购买权等诉讼案件."""
    return pattern(
        "matter",
        before=r"(?:[、和与及][\u4e00-\u9fff]{2,10}?){0,6}(?:的|等)?[\u4e00-\u9fff]{0,8}?",
    )


@cache
def _not_object() -> re.Pattern[str]:
    return re.compile(rf"(?:的|等)?(?:{alternatives('not-object')})")


@cache
def _any() -> re.Pattern[str]:
    """Return the cheap question of a clause: does one of the words stand in it that all need?"""
    words = written("paid", "guard", "protect", "harm", "ban")
    return any_of((*words, "确权", "登记颁证"))


def find(text: str, sentence: Stretch, clause: Stretch, end: int) -> Iterator[Entitlement]:
    """Yield the rights that a clause, whose words end at ``end``, protects."""
    if not (text.startswith("或", clause.start) or _any().search(text, clause.start, end)):
        return
    found = list(_guards(text, sentence, clause, end))
    if not found:
        found = list(_taking(text, clause, end))
    if not found:
        found = list(_protected(text, sentence, clause, end))
    yield from found or registering.find(text, clause, end)


def _guards(text: str, sentence: Stretch, clause: Stretch, end: int) -> Iterator[Entitlement]:
    """Yield what stands before 受法律保护, or before 按时足额发放 as what is owed."""
    yield from _paid(text, clause, end)
    for guard in _guarded().finditer(text, clause.start, end):
        verb = _protecting().search(text, clause.start, guard.start())
        first = verb.end() if verb else clause.start
        whose, start = holders.behind(text, first, guard.start())
        rights = objects.held(text, start, guard.start(), benefits=False) or _first_right(
            text, start, guard.start()
        )
        for one in rights:
            if whose or (one.known and one.is_right):
                names = tuple(holders.names(whose, _HOLDING))
                its = Entitlement(one, names, "right.protected")
                yield its if names else _owned(text, sentence, first, its)
        if rights:
            return


def _paid(text: str, clause: Stretch, end: int) -> Iterator[Entitlement]:
    """Yield a benefit that is to be paid: 确保退休人员基本养老金按时足额发放."""
    for paid in _paying().finditer(text, clause.start, end):
        verb = _protecting().search(text, clause.start, paid.start())
        if verb is None:
            continue
        whose, start = holders.behind(text, verb.end(), paid.start())
        names = tuple(holders.names(whose, _HOLDING))
        if names:
            for one in objects.held(text, start, paid.start(), benefits=True):
                yield Entitlement(one, names, "right.protected")
        return


def _first_right(text: str, start: int, end: int) -> list[objects.Held]:
    """Return the rights of a list that goes on with things: 隐私权和个人信息."""
    joints = [m.start() for m in re.finditer(r"、|以及|和|及|或者?", text[start:end])]
    for at in reversed(joints):
        found = objects.held(text, start, start + at, benefits=False)
        if found:
            return found
    return []


def _taking(text: str, clause: Stretch, end: int) -> Iterator[Entitlement]:
    """Yield rights that nobody may take or ask for: 不得强行要求农民转让其土地承包权."""
    if not (text.startswith("或", clause.start, end) or _banned().search(text, clause.start, end)):
        return
    rights = [one for one in _named(text, clause.start, end) if one.is_right]
    rights = [one for one in rights if not one.name.endswith(("权益", "权利"))]
    if not rights or not _TAKEN.search(text, clause.start, end):
        return
    before = [
        h for h in holders.heads(text, clause.start, rights[0].start) if h.kind == holders.PERSON
    ]
    after = [h for h in holders.heads(text, rights[-1].end, end) if h.kind == holders.PERSON]
    head = before[-1] if before else after[0] if after else None
    named = holders.holders_ending(text, clause.start, head) if head else []
    for one in rights:
        yield Entitlement(one, tuple(holders.names(named, _HOLDING)), "right.protected")


def _named(text: str, start: int, end: int) -> Iterator[objects.Held]:
    """Yield the rights of the scheme between the offsets, the three under their common name too."""
    for name, first, last in objects.scheme_forms().find(text, start, end):
        yield objects.known(name, first, last)
    for match in _THREE.finditer(text, start, end):
        if not _NOT_THREE.match(text, match.end()):
            for name in lexicon.collections("rights")["三权"]:
                yield objects.known(name, *match.span())


def _protected(text: str, sentence: Stretch, clause: Stretch, end: int) -> Iterator[Entitlement]:
    verbs = list(_protecting().finditer(text, clause.start, end))
    verbs += [
        m
        for m in _harming().finditer(text, clause.start, end)
        if _banned().search(text, sentence.start, m.start())
    ]
    for verb in sorted(verbs, key=re.Match.start, reverse=True):
        if _WEIGHED.search(text, clause.start, verb.start()):
            continue  # 对保护当事人的权益更为有利
        found = list(_object(text, verb.end(), end))
        found = [_owned(text, sentence, verb.end(), one) for one in found]
        if found:
            yield from found
            return


def _object(text: str, start: int, end: int) -> Iterator[Entitlement]:
    three = [
        one
        for one in _named(text, start, end)
        if text[one.start : one.end].endswith(("”", '"', "三权"))
    ]
    if three and _FARMERS.search(text, start, three[0].start):
        whose, _ = holders.behind(text, start, three[0].start)
        for one in three:
            yield Entitlement(one, tuple(holders.names(whose, _HOLDING)), "right.protected")
        return
    whose, first = holders.behind(text, start, end)
    names = tuple(holders.names(whose, _HOLDING))
    for one in _rights_from(text, first, end):
        if not names or not (one.is_right or one.known) or _AIDED.search(text, first, end):
            continue
        # 乘客的合法权益和从业人员的正当权益: each of its own
        others, begin = holders.behind(text, one.start, one.end)
        own = objects.held(text, begin, one.end, benefits=False) if others else []
        if own and not one.known and "的" in text[one.start : begin]:
            named = tuple(holders.names(others, _HOLDING))
            yield from (Entitlement(each, named, "right.protected") for each in own)
        else:
            yield Entitlement(one, names, "right.protected")
    if names:
        yield from _benefits(text, first, end, names)
    if not names and not text.startswith("自身", start):
        rights = _rights_from(text, start, end)
        near = rights and rights[0].start - start <= _NEAR
        for one in rights:
            ends = _ENDS.match(text, one.end, max(one.end, end))
            if near and ends and one.known and one.is_right:
                yield Entitlement(one, (), "right.protected")


def _benefits(text: str, start: int, end: int, names: tuple[str, ...]) -> Iterator[Entitlement]:
    """Yield the benefits that are somebody’s: 保障卫技人员工资待遇."""
    if start >= end:
        return
    for one in objects.held(text, start, end, benefits=True):
        told = one.known or one.is_right or _GIVES.match(text, one.start)
        if not told and _due().search(text, one.start, one.end):
            yield Entitlement(one, names, "right.protected")


def _owned(text: str, sentence: Stretch, start: int, one: Entitlement) -> Entitlement:
    """Return an entitlement with whoever stands right before it, or was named before as 其."""
    if one.holders:
        return one
    whose = _LAWFUL.match(text, start, one.held.end)
    if whose and not _no_owner().search(whose["who"]):
        return replace(one, holders=(whose["who"],))
    if _ITS.match(text, start):
        whose_ = _antecedent(text, sentence, start)
        return replace(one, holders=whose_) if whose_ else one
    return one


def _antecedent(text: str, sentence: Stretch, start: int) -> tuple[str, ...]:
    """Return whom 其 at ``start`` means: who alone is named in the nearest clause before."""
    earlier = [c for c in clauses(text, sentence.start, start) if c.end <= start]
    for clause in reversed(earlier):
        people = [h for h in holders.heads(text, clause.start, clause.end) if h.kind in _HOLDING]
        found = [holders.holders_ending(text, clause.start, each) for each in people]
        named = tuple(dict.fromkeys(h.name for each in found for h in each))
        if named:
            return named if len(named) == 1 else ()
    return ()


def _rights_from(text: str, start: int, end: int) -> list[objects.Held]:
    """Return the rights at ``start``, up to the last that nothing further is said of."""
    found = objects.held(text, start, end, benefits=False)
    if found:
        return [] if _matter().match(text, found[-1].end, end) else found
    for _, _, last in reversed(list(objects.scheme_forms().find(text, start, end))):
        own = objects.is_right(text[start:last])
        goes_on = re.match(r"[^的]" if own else r"[、和等与及]|$", text[last:end] or "，")
        names = _not_object().match(text, last, end) or _matter().match(text, last, end)
        if goes_on and not names:
            found = objects.held(text, start, last, benefits=False)
            if found:
                return found
    return [one for one in _first_right(text, start, end) if one.name not in _NOBODYS]
