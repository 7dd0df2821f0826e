"""Responsibilities that stand apart from the sentence: in brackets behind it or on a line.

Forms read::

    （市公安局牵头）                                       names, verb
    （市党委改革办牵头负责，农业局、国土资源局、卫计委等部门配合）
    （市发改委、财政局、住建局按职责分工负责）
    （省商务厅牵头，合肥海关、省公安厅按职责分工配合）     support, whatever the split
    （市水利局会同市公安局负责）                           the partner supports
    （市水利局为牵头单位，市公安局为配合单位）             names, label
    （责任单位：市公安局、市民政局）                       noun, colon, names
    〔牵头单位：市级相关部门（单位）；配合单位：各区县〕
    （6月底完成，牵头考核单位：市水利局；适用范围：全市）  beside fields that name nobody
    （责任单位：市公安局（牵头）、市民政局）               one is marked: the others support
    责任单位：福州市人民政府、平潭综合实验区管委会         the same on a line of its own
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from graph.extract.responsibilities.contact_lines import is_contact_line
from graph.extract.responsibilities.name_forms import is_agency
from graph.extract.responsibilities.name_levels import level_of
from graph.extract.responsibilities.names import read_names
from graph.extract.responsibilities.remarks import without_remarks
from graph.extract.responsibilities.shares import Share
from graph.extract.responsibilities.spelling import goes_on_over, is_item
from graph.grammar.body_names import ending_pattern
from graph.grammar.role_labels import fields, is_contact, label_role
from graph.grammar.sentences import brackets
from graph.model import Form, Role
from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.extract.responsibilities.names import Name, Names


_NOUN_END = ("单位", "部门", "主体")
_LINE_MARKS = re.compile(r"[。\n（]")
_LONGEST_INNER = 20  # characters of a bracket inside a name: （市、区）
_BOUNDARY = r"(?=[，；。、\n]|$)"
_MOST_LABELS = 12  # that a line has; each is read to its end
_BLANK = "；，。、 \t\n"
_CARRIED_OUT = re.compile(
    r"(?:各?(?:按照?|依照?|根据)(?:各自)?(?:职责|职能|分工){1,2})?"
    rf"(?:具体|组织|实施|落实|负责|抓好)*[{_BLANK}]*$"
)
_WITH_LEAD = re.compile(
    r"(?:会同?|，会同)(?P<names>[\u4e00-\u9fff、（）]{3,80}?)"
    r"(?:(?:办理|研究|制定|落实|实施|负责|开展|推进|组织|完成)+)?(?=[，；。]|$)"
)
_MARKED = re.compile(r"（(?:总?牵头|主责|主办)[^（）]{0,4}）$")

_BROUGHT_IN = re.compile("会同(?!县)")
_TO_ASK = re.compile(r"（联系(?:单位|部门|处室)：")
_SIGNED = re.compile(r"(?:\d{1,2}日|公开[^\n]{0,4})[）\s]*\Z")


@cache
def _verbs() -> str:
    return lexicon.alternation(f for f in lexicon.scheme("roles") if not f.endswith(_NOUN_END))


@cache
def _told_part() -> re.Pattern[str]:
    """What tells the part of the names before it: a verb, or 为 and a label."""
    return re.compile(
        rf"(?:(?:为|是|作为)(?P<label>[\u4e00-\u9fff（）]{{2,10}})"
        rf"|(?P<verb>{_verbs()})(?P<object>(?:(?!的[项工企单])[\u4e00-\u9fff]){{0,20}})){_BOUNDARY}"
    )


@cache
def _told(label: Role) -> re.Pattern[str]:
    """Words of one part, which tell more than the label before them does.

    按职责分工负责 tells more than 责任单位, and less than 牵头单位.
    """
    more = (Role.LEAD, Role.SUPPORT, *((Role.JOINT,) if label is Role.RESPONSIBLE else ()))
    forms = [
        form
        for form, role in lexicon.scheme("roles").items()
        if role in more and not form.endswith(_NOUN_END)
    ]
    return re.compile(lexicon.alternation(forms))


@cache
def _beside() -> re.Pattern[str]:
    """Words before a partner, right behind a name: 财政部商有关部门, but not 财政部、商务部."""
    return re.compile(rf"(?<=[\u4e00-\u9fff）]){ending_pattern('beside')}")


def find_tails(text: str, start: int, end: int, prefix: str) -> Iterator[tuple[Share, ...]]:
    """Yield the statements in brackets between the offsets, one tuple a bracket."""
    for bracket in brackets(text, start, end):
        if _TO_ASK.match(text, bracket.start) and _SIGNED.search(
            text, max(start, bracket.start - _LONGEST_INNER), bracket.start
        ):
            continue  # below the signature: whom to turn to
        if text.startswith(("含", "不含", "包含", "包括"), bracket.start + 1):
            continue  # （含拟随所在学校参加考试的毕业生）
        said = without_remarks(text, bracket.start, bracket.end)
        within = bracket.start + 1, bracket.end - 1
        names = None if said is text else read_names(said, *within, prefix)
        shares = tuple(_statement(said, *within, prefix))
        if names and not shares:
            shares = tuple(
                _told_apart(names, Role.RESPONSIBLE, Form.TAIL, within, "responsibility.verb")
            )
        if shares:
            yield tuple(_within(share, bracket.start, bracket.end) for share in shares)


def find_lines(text: str, start: int, end: int, prefix: str) -> Iterator[tuple[Share, ...]]:
    """Yield the statements 责任单位：… that begin a line or follow a full stop."""
    if text.find("：", start, end) < 0:
        return
    inside = list(brackets(text, start, end))
    at, tried, line_end = start, 0, start
    while (colon := text.find("：", at, end)) >= 0:
        at = colon + 1
        line = max(text.rfind("\n", start, colon) + 1, start)
        *_, label = None, *fields(text, max(line, colon - _LONGEST_INNER), at)
        if label is None or label.role is None or not label.noun or label.at != at:
            continue
        begins = label.start == start or text[label.start - 1] in "\n。；）”! \t"
        before = bisect_left(inside, label.start, key=lambda bracket: bracket.start)
        if not begins or (before and label.start < inside[before - 1].end):
            continue
        stop = _line_end(text, at, end)
        tried = tried + 1 if stop == line_end else 1
        line_end = stop
        if tried > _MOST_LABELS:  # of a line in which none names anybody
            at = stop
            continue
        if is_contact_line(text, label, start, end):
            continue
        shares = tuple(labelled_lists(text, label.start, stop, prefix, Form.LINE))
        if shares:
            yield tuple(_within(share, label.start, stop) for share in shares)
            at = stop


def _line_end(text: str, start: int, end: int) -> int:
    for mark in _LINE_MARKS.finditer(text, start, end):
        if mark.start() < start:  # in a bracket
            continue
        if mark.group() == "\n" and (over := goes_on_over(text, mark.start(), end)):
            start = over
            continue
        closing = text.find("）", mark.start(), min(end, mark.start() + _LONGEST_INNER))
        if mark.group() != "（" or closing < 0 or is_item(text[mark.start() : closing + 1]):
            return mark.start()
        start = closing + 1  # a bracket inside a name: 各县（市、区）人民政府
    return end


def _within(share: Share, start: int, end: int) -> Share:
    return replace(share, start=start, end=end)


def _statement(text: str, start: int, end: int, prefix: str) -> Iterator[Share]:
    found = list(fields(text, start, end))
    first = found[0].start if found else end
    spoken = tuple(_verb_lists(text, start, first, prefix, Form.TAIL))
    yield from spoken
    if any(field.role for field in found):
        prefix = level_of([share.name for share in spoken]) or prefix
        yield from labelled_lists(text, first, end, prefix, Form.TAIL)


def labelled_lists(text: str, start: int, end: int, prefix: str, form: Form) -> Iterator[Share]:
    """Yield the names of the lists behind 牵头单位： and the like between the offsets."""
    reached = [is_contact(text, start, end, reachable=reachable) for reachable in (False, True)]
    for field in fields(text, start, end):
        if field.role is None or reached[field.reachable]:
            continue
        sentence = text.find("。", field.at, field.end)
        stop = sentence if sentence >= 0 else field.end
        spoken = tuple(_verb_lists(text, field.at, stop, prefix, form))
        told = _last_told(text, field.at, stop, field.role) if spoken else 0
        if told:  # 责任单位：甲、乙牵头，丙配合
            yield from spoken
            left = read_names(text, told, stop, prefix)
            if left:
                yield from _told_apart(left, field.role, form, (start, end), "responsibility.verb")
            continue
        if done := _CARRIED_OUT.search(text[field.at : stop]):  # …、新区管委会具体组织实施
            stop = field.at + done.start()
        names = read_names(text, field.at, stop, prefix, strict=not field.noun)
        if names is None:  # 牵头单位：市水利局牵头，市公安局配合
            yield from spoken
            continue
        prefix = level_of(names.names) or prefix
        yield from _told_apart(names, field.role, form, (start, end), "responsibility.labelled")


def _last_told(text: str, start: int, end: int, label: Role) -> int:
    """Return where the last verb for a part ends that ends its piece of a list, or 0."""
    ends = [verb.end() for verb in _told(label).finditer(text, start, end)]
    return max((at for at in ends if at == end or text[at] in _BLANK), default=0)


def _told_apart(
    names: Names, role: Role, form: Form, span: tuple[int, int], rule: str
) -> Iterator[Share]:
    """Yield a share for each name; where some are marked （牵头）, they lead and others support."""
    marks = [_MARKED.search(name.text) for name in names.names]
    split = any(marks) and role is Role.RESPONSIBLE
    for name, mark in zip(names.names, marks, strict=True):
        unmarked, part = name, role
        if mark:
            length = len(mark.group())
            unmarked = replace(
                name, text=name.text[:-length], full=name.full[:-length], end=name.end - length
            )
        if split:
            part = Role.LEAD if mark else Role.SUPPORT
        yield Share(unmarked, part, form, names.among_others, *span, rule)


def _verb_lists(text: str, start: int, end: int, prefix: str, form: Form) -> Iterator[Share]:
    at = pos = start
    while told := _told_part().search(text, pos, end):
        role = label_role(told["label"]) if told["label"] else _spoken_role(told)
        pos = told.start() + 1  # the verb may be part of a name: 协同创新中心牵头
        for first in _starts(text, at, told.start()):
            if role is None:
                break
            shares = tuple(_beside_each_other(text, first, told.start(), prefix, role))
            # 市科技协同创新中心牵头: what is surely no name has no object behind its verb
            if shares and (not told["object"] or any(is_agency(name.text) for name, *_ in shares)):
                at = pos = told.end()
                prefix = level_of([share[0] for share in shares]) or prefix
                beside = tuple(_brought_in(text, told.end("verb"), end, prefix))
                for name, part, others in (*shares, *beside):
                    yield Share(name, part, form, others, start, end, "responsibility.verb")
                break


def _brought_in(text: str, start: int, end: int, prefix: str) -> Iterator[tuple[Name, Role, bool]]:
    """Yield those behind a lead's verb who support it: 省残联牵头会省民政厅、省人社厅办理."""
    partners = _WITH_LEAD.match(text, start, end) if start >= 0 else None
    names = read_names(text, *partners.span("names"), prefix) if partners else None
    for name in names.names if names else ():
        yield name, Role.SUPPORT, bool(names and names.among_others)


def _starts(text: str, start: int, end: int) -> Iterator[int]:
    """Yield where the names before a verb may begin: at once, or behind what names nobody."""
    at = start
    while at < end:
        while at < end and text[at] in _BLANK:
            at += 1
        yield at
        stops = [i for i in (text.find(mark, at, end) for mark in "，；。\n") if i >= 0]
        at = min(stops, default=end)


def _beside_each_other(
    text: str, start: int, end: int, prefix: str, role: Role
) -> Iterator[tuple[Name, Role, bool]]:
    """Yield the names of a list with their parts; those behind 会同 support."""
    if _BROUGHT_IN.match(text, start, end):
        return  # 甲局牵头，会同乙局落实: who is brought in supports, and is told already
    beside = [*_beside().finditer(text, start, end), None]
    for partner in beside:
        stop = partner.start() if partner else end
        names = read_names(text, start, stop, prefix)
        behind = read_names(text, partner.end(), end, prefix) if names and partner else None
        parted = partner and names and all(is_agency(name.text) for name in names.names)
        if names and (not partner or (parted and behind)):
            yield from ((name, role, names.among_others) for name in names.names)
            for name in behind.names if behind else ():
                yield name, Role.SUPPORT, bool(behind and behind.among_others)
            return


def _spoken_role(verb: re.Match[str]) -> Role:
    """Return the part that a verb tells: 按职责分工配合 is support, 按职责分工负责 is joint."""
    role = Role(lexicon.scheme("roles")[verb["verb"]])
    told = _told(Role.JOINT).search(verb["object"]) if role is Role.JOINT else None
    return Role(lexicon.scheme("roles")[told.group()]) if told else role
