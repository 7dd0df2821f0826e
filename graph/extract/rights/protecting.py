"""Entitlements that are protected: by a verb, by a ban of harm, by what stands behind the right.

Forms read::

    切实保障女职工的休息权和平等就业权              保障, 维护, 尊重, 落实 …
    不得侵害业主的知情权                            harm that is banned, not what is said of harm
    公民的隐私权和个人信息受法律保护                受保护, 不受侵犯, 应予保障
    不得强行要求进城落户农民转让其土地承包权        a ban of taking it, or of asking for it
    不得以退出“三权”作为农民进城落户的条件          the three rights under their common name
    确保如期完成宅基地使用权确权登记颁证            made sure by registration

The holder may be that of the heading, or nobody: 依法保护知识产权.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from graph.extract import holders
from graph.extract.entitlement_words import alternatives, written
from graph.extract.rights import objects
from graph.extract.rights.entitlement import Entitlement
from graph.grammar.cues import Cued, cued
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
_REGISTERED = re.compile(r"(?:[、和][\u4e00-\u9fff]{2,12}){0,4}?(?:等)?的?(?:确权|登记颁证)")
_OF_REGISTERS = re.compile("确权|登记颁证")
_TAKES = re.compile(r"(?:以|把|将)(?:[^，。；]{0,4}?)(?:退出|放弃|转让|收回|流转|交出)?$")


@cache
def _protecting() -> Cued:
    fields = (
        "社会",
        "住房",
        "生活",
        "医疗",
        "劳动",
        "环境",
        "生态",
        "服务",
        "财政",
        "组织",
        "物资",
    )
    before = "".join(f"(?<!{field})" for field in fields)
    behind = "(?!对象|性|房|部门|机构|制度|体系|措施|中心|局|厅|条例|法|主体)"
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
def _not_object() -> re.Pattern[str]:
    return re.compile(rf"(?:的|等)?(?:{alternatives('not-object')})")


def find(text: str, sentence: Stretch, clause: Stretch, end: int) -> Iterator[Entitlement]:
    """Yield the rights that a clause, whose words end at ``end``, protects."""
    found = list(_guards(text, clause, end))
    if not found:
        found = list(_taking(text, clause, end))
    if not found:
        found = list(_protected(text, sentence, clause, end))
    yield from found or _registered(text, clause, end)


def _guards(text: str, clause: Stretch, end: int) -> Iterator[Entitlement]:
    """Yield what stands before 受法律保护: 公民的隐私权受法律保护."""
    for guard in _guarded().finditer(text, clause.start, end):
        verb = _protecting().search(text, clause.start, guard.start())
        first = verb.end() if verb else clause.start
        whose, start = holders.behind(text, first, guard.start())
        rights = objects.held(text, start, guard.start(), benefits=False) or _first_right(
            text, start, guard.start()
        )
        for one in rights:
            if whose or (one.known and one.is_right):
                yield Entitlement(one, tuple(holders.names(whose, _HOLDING)), "right.protected")
        if rights:
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
    if not rights:
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
        found = list(_object(text, verb.end(), end))
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
        if not names or not (one.is_right or one.known):
            continue
        # 乘客的合法权益和从业人员的正当权益: each of its own
        others, begin = holders.behind(text, one.start, one.end)
        own = objects.held(text, begin, one.end, benefits=False) if others else []
        if own and not one.known and "的" in text[one.start : begin]:
            named = tuple(holders.names(others, _HOLDING))
            yield from (Entitlement(each, named, "right.protected") for each in own)
        else:
            yield Entitlement(one, names, "right.protected")
    if not names:
        rights = _rights_from(text, start, end)
        near = rights and rights[0].start - start <= _NEAR
        for one in rights:
            if near and one.known and one.is_right:
                yield Entitlement(one, (), "right.protected")


def _rights_from(text: str, start: int, end: int) -> list[objects.Held]:
    """Return the rights at ``start``, up to the last that nothing further is said of."""
    found = objects.held(text, start, end, benefits=False)
    if found:
        return found
    for _, _, last in reversed(list(objects.scheme_forms().find(text, start, end))):
        own = objects.is_right(text[start:last])
        goes_on = re.match(r"[^的]" if own else r"[、和等与及]|$", text[last:end] or "，")
        if goes_on and not _not_object().match(text, last, end):
            found = objects.held(text, start, last, benefits=False)
            if found:
                return found
    return []


def _registered(text: str, clause: Stretch, end: int) -> Iterator[Entitlement]:
    if not _OF_REGISTERS.search(text, clause.start, end):
        return
    for name, first, last in objects.scheme_forms().find(text, clause.start, end):
        if objects.is_right(name) and _REGISTERED.match(text, last, end):
            yield Entitlement(objects.known(name, first, last), (), "right.protected")
