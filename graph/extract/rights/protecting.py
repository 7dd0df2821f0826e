"""Entitlements that are protected: by a verb, by a ban of harm, by what stands behind the right.

Forms read::

    切实保障女职工的休息权和平等就业权              保障, 维护, 尊重, 落实 …
    保障卫技人员工资待遇                            a benefit that is somebody’s
    不得侵害业主的知情权                            harm that is banned, not what is said of harm
    公民的隐私权和个人信息受法律保护                受保护, 不受侵犯, 应予保障
    不得以退出“三权”作为农民进城落户的条件          a ban of taking it (taking)
    确保如期完成宅基地使用权确权登记颁证            made sure by registration

The holder may be that of the heading, or nobody: 依法保护知识产权. A right that only names a
procedure, a suit or a database (确权登记数据库, 知情权等诉讼案件) is none.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from graph.extract import holders, possessors
from graph.extract.entitlement_words import alternatives, pattern, written
from graph.extract.rights import guarding, objects, registering, taking
from graph.extract.rights.entitlement import Entitlement
from graph.extract.rights.owners import HOLDING, beside, owned
from graph.extract.rights.protecting_verbs import protecting_verbs
from graph.grammar.cues import any_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.grammar.sentences import Stretch

_FARMERS = re.compile(r"农|牧|落户|村")
_JOINT = re.compile("、|和|与|以及|及")
_NEAR = 8  # characters between a verb and a right that is nobody’s in particular
_NOBODYS = frozenset({"利益"})
_AIDED = re.compile(r"参加[^，。；]*(?:资助|补贴|补助)政策$")  # 参加医疗保险的资助政策
_ENDS = re.compile(r"$|[，。；：、“”（）\s]|和|与|及|等|受|不|得到|的?确权|为(?:目标|原则)")
_GIVES = re.compile(r"给予|予以|发放|提供|按")
_TOLD_OF = re.compile("(?:提供|奠定|发挥|作出)了")
_BY_THEMSELVES = re.compile("(?:他们|她们|自己)(?:依法)?$")
_IS_A_MEANS = re.compile(r"(?:(?P<is>(?<![不只就要于])是)|作为)(?:切实|有效|充分)?$")
_MEANS = re.compile(
    r"的(?:重要|有效|基本|必要|根本)?(?:措施|举措|手段|途径|保证|要求|体现|前提|环节)"
)
# 从保障子女教育权的高度，充分认识: how a matter is looked at
_STANCE = re.compile(r"[^，。；]*的(?:政治|战略|全局)?(?:高度|角度|立场|出发点)")
_LOOKED_AT = re.compile(r"(?<![自服听])从[^，。；]*$")
# 既有利于项目建设，保障投资者权益，又…: an effect
_NOT_ONLY = re.compile(r"既有利于[^。；]*$|[，。]有利于[^，。；]*，$")
# 打击…侵害妇女权益和残疾人人身权利、电信网络诈骗等各种违法犯罪: crimes are listed
_CRIMES = re.compile(r"[^，。；]*、[^，。；、]*等?(?:各种|各类|违法)*犯罪")
_OF_A_LIST = re.compile(r"(?:补贴|补助|低保|救助|保险|津贴|养老金|待遇|供养|保障|贷款)、")
_LAWFUL = re.compile(r"合法权益|正当权益|合法权利|权益$")
_CARRIES_OUT, _A_POLICY = re.compile("落实|完善|健全|执行"), re.compile("政策$")
# 强化法律在维护群众权益中的权威地位, 旨在…维护老年人权益: a part that something plays, an aim
_PLAYS_IN, _PART = (
    re.compile("在[^，。；]*$"),
    re.compile("[^。；]*?中的[\u4e00-\u9fff]{0,8}?(?:地位|作用|功能)"),
)
_AIM = re.compile("旨在|目的是|目的在于")
_URGED = re.compile("引导|帮助|指导|协助|支持|鼓励|教育")
_WEIGHED = re.compile(r"(?:对|有利于|是否|涉及|关系到|是指为了?)$")


@cache
def _harming() -> re.Pattern[str]:
    return re.compile(alternatives("harm"))


@cache
def _due() -> re.Pattern[str]:
    return pattern("held-noun", behind="$")


@cache
def _matter() -> re.Pattern[str]:
    """Return a pattern of the matter that rights only name: 股东知情权、优先购买权等诉讼案件."""
    return pattern(
        "matter",
        before=r"(?:[、和与及][\u4e00-\u9fff]{2,10}?){0,6}(?:的|等)?[\u4e00-\u9fff]{0,8}?",
    )


@cache
def _body() -> re.Pattern[str]:
    """Return a pattern of a body or place that a right only names: 知识产权评估机构."""
    return pattern("named-by-right", before=r"[\u4e00-\u9fff]{2,6}?")


@cache
def _not_object() -> re.Pattern[str]:
    return re.compile(rf"(?:的|等)?(?:{alternatives('not-object')})")


def cue_words() -> tuple[str, ...]:
    """Return the words of which one stands in each clause that does not go on with 或."""
    return (*written("paid", "guard", "protect", "harm", "ban"), "确权", "登记颁证")


@cache
def _cues() -> re.Pattern[str]:
    return any_of(cue_words())


def find(text: str, sentence: Stretch, clause: Stretch, end: int) -> Iterator[Entitlement]:
    """Yield the rights that a clause, whose words end at ``end``, protects."""
    if not (text.startswith("或", clause.start) or _cues().search(text, clause.start, end)):
        return
    found = list(guarding.find(text, sentence, clause, end))
    if not found:
        found = list(taking.find(text, clause, end))
    if not found:
        found = list(_protected(text, sentence, clause, end))
    yield from found or registering.find(text, clause, end)


def _protected(text: str, sentence: Stretch, clause: Stretch, end: int) -> Iterator[Entitlement]:
    verbs = list(protecting_verbs().finditer(text, clause.start, end))
    verbs += [
        m
        for m in _harming().finditer(text, clause.start, end)
        if taking.banned().search(text, sentence.start, m.start())
    ]
    for verb in sorted(verbs, key=re.Match.start, reverse=True):
        if _WEIGHED.search(text, clause.start, verb.start()) or _is_only_told(
            text, sentence, clause, verb
        ):
            continue  # 对保护当事人的权益更为有利
        if _BY_THEMSELVES.search(text, clause.start, verb.start()):
            continue  # 帮助他们维护合法权益: whoever they are
        means = _IS_A_MEANS.search(text, clause.start, verb.start())
        if means and (means["is"] or _MEANS.search(text, verb.end(), clause.end)):
            continue  # 公示是保障公众知情权的重要措施
        if _TOLD_OF.search(text, verb.end(), clause.end):
            continue  # 为维护当事人合法权益提供了法律依据
        if _NOT_ONLY.search(text, sentence.start, verb.start()) or _CRIMES.match(
            text, verb.end(), sentence.end
        ):
            continue
        harms = _harming().fullmatch(verb.group()) is not None
        held = (
            replace(one, rule=_rule(one, harms=harms)) for one in _object(text, verb.end(), end)
        )
        if _CARRIES_OUT.match(text, verb.start()) and _A_POLICY.search(text, verb.end(), end):
            # 落实企业减免政策: what it entitles to is told elsewhere, but where the scheme knows it
            held = (one for one in held if one.held.known)
        told = [owned(text, sentence, verb.end(), one) for one in held]
        found = [_urged(text, clause, verb, one) for one in told if one]
        if found:
            yield from found
            return


def _urged(text: str, clause: Stretch, verb: re.Match[str], one: Entitlement) -> Entitlement:
    """Return a right that is nobody’s yet with who is urged to guard it: 引导群众维护合法权益."""
    urging = list(_URGED.finditer(text, clause.start, verb.start()))
    if one.holders or not urging:
        return one
    people = list(holders.heads(text, urging[-1].end(), verb.start()))
    if not people or people[0].kind != holders.PERSON:
        return one
    named = holders.holders_ending(text, urging[-1].end(), people[0])
    begins = named and named[0].start == urging[-1].end()
    return replace(one, holders=tuple(holders.names(named, HOLDING))) if begins else one


def _rule(one: Entitlement, *, harms: bool) -> str:
    """Return the rule of a protection: of a right by its name, or of interests (合法权益)."""
    if _LAWFUL.search(one.held.name):
        return "right.interests"
    return "right.unharmed" if harms else "right.protected"


def _is_only_told(text: str, sentence: Stretch, clause: Stretch, verb: re.Match[str]) -> bool:
    """Whether a clause tells how a matter is looked at, or what has been protected."""
    if text[verb.end() - 1] == "了":
        return True
    plays_in = _PLAYS_IN.search(text, clause.start, verb.start())
    if plays_in and _PART.match(text, verb.end(), sentence.end):
        return True
    if _AIM.search(text, sentence.start, verb.start()):
        return True
    looked_at = _LOOKED_AT.search(text, clause.start, verb.start())
    return looked_at is not None and _STANCE.match(text, verb.end(), clause.end) is not None


def _three(text: str, start: int, end: int) -> Iterator[Entitlement]:
    """Yield the three rights where they stand under their common name: 农民“三权”."""
    three = [
        one
        for one in taking.named(text, start, end)
        if text[one.start : one.end].endswith(("”", '"', "三权"))
    ]
    if three and _FARMERS.search(text, start, three[0].start):
        whose, _ = possessors.behind(text, start, three[0].start)
        for one in three:
            yield Entitlement(one, tuple(holders.names(whose, HOLDING)), "right.protected")


def _object(text: str, start: int, end: int) -> Iterator[Entitlement]:
    three = list(_three(text, start, end))
    yield from three
    if three:
        return
    whose, first = possessors.behind(text, start, end)
    names = tuple(holders.names(whose, HOLDING))
    if any(_OF_A_LIST.search(name) for name in names):
        return  # 落实农村低保、特困人员供养、临时救助等政策: whose each of them is, nobody can tell
    names = (*beside(text, start), *names) if names else names
    rights = _rights_from(text, first, end) or _behind_a_deed(text, first, end)
    last = first
    for one in rights:
        if not names or not (one.is_right or one.known) or _AIDED.search(text, first, end):
            continue
        joint = _JOINT.search(text, last, one.start) if last > first else None
        # 常住人口公共服务权益和落户人口合法权益: the nearest are whose it is
        near = possessors.behind(text, joint.end(), one.end)[0] if joint else []
        names = tuple(holders.names(near, HOLDING)) or names
        last = one.end
        # 乘客的合法权益和从业人员的正当权益: each of its own
        others, begin = possessors.behind(text, one.start, one.end)
        own = objects.held(text, begin, one.end, benefits=False) if others else []
        if own and not one.known and "的" in text[one.start : begin]:
            named = tuple(holders.names(others, HOLDING))
            yield from (Entitlement(each, named, "right.protected") for each in own)
        else:
            yield Entitlement(one, names, "right.protected")
    if names:
        yield from _benefits(text, first, end, names)
    elif not text.startswith("自身", start):
        yield from _nobodys(text, start, end)


def _nobodys(text: str, start: int, end: int) -> Iterator[Entitlement]:
    """Yield the rights of the scheme near the verb that are nobody’s in particular."""
    rights = _rights_from(text, start, end)
    near = rights and rights[0].start - start <= _NEAR
    for one in rights:
        ends = _ENDS.match(text, one.end, max(one.end, end))
        if near and ends and one.known and one.is_right:
            yield Entitlement(one, (), "right.protected")


def _behind_a_deed(text: str, start: int, end: int) -> list[objects.Held]:
    """Return 合法权益 behind a deed of its holder: 维护参保人员参加保险并享受待遇的合法权益."""
    lawful = _LAWFUL.search(text, start, end)
    if lawful is None or lawful.end() != end or text.find("，", start, end) >= 0:
        return []
    return objects.held(text, lawful.start(), end, benefits=False)


def _benefits(text: str, start: int, end: int, names: tuple[str, ...]) -> Iterator[Entitlement]:
    """Yield the benefits that are somebody’s: 保障卫技人员工资待遇."""
    if start >= end:
        return
    for one in objects.held(text, start, end, benefits=True):
        told = one.known or one.is_right or _GIVES.match(text, one.start)
        if not told and _due().search(text, one.start, one.end):
            yield Entitlement(one, names, "right.protected")


def _rights_from(text: str, start: int, end: int) -> list[objects.Held]:
    """Return the rights at ``start``, up to the last that nothing further is said of."""
    found = objects.held(text, start, end, benefits=False)
    if found:
        at = found[-1].end
        return [] if _matter().match(text, at, end) or _body().match(text, at, end) else found
    for _, _, last in reversed(list(objects.scheme_forms().find(text, start, end))):
        own = objects.is_right(text[start:last])
        goes_on = re.match(r"[^的]" if own else r"[、和等与及]|$", text[last:end] or "，")
        names = _not_object().match(text, last, end) or _matter().match(text, last, end)
        names = names or _body().match(text, last, end)
        if goes_on and not names:
            found = objects.held(text, start, last, benefits=False)
            if found:
                return found
    return [one for one in guarding.first_right(text, start, end) if one.name not in _NOBODYS]
