"""Responsibilities that stand apart from the sentence: in brackets behind it or on a line.

Forms read::

    （市公安局牵头）                                       names, verb
    （市党委改革办牵头负责，农业局、国土资源局、卫计委等部门配合）
    （市发改委、财政局、住建局按职责分工负责）
    （责任单位：市公安局、市民政局）                       noun, colon, names
    〔牵头单位：市级相关部门（单位）；配合单位：各区县〕
    责任单位：福州市人民政府、平潭综合实验区管委会         the same on a line of its own
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from graph.extract.responsibilities.names import Name, level_of, read_names
from graph.grammar.sentences import brackets
from graph.model import Form, Role
from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

_NOUN_END = ("单位", "部门", "主体")
_LONGEST_INNER = 20  # characters of a bracket inside a name: （市、区）
_BOUNDARY = r"(?=[，；。、\n]|$)"
_OTHER_FIELD = re.compile(r"(?:完成)?(?:时限|时间|期限)[：:]")


@dataclass(frozen=True, slots=True)
class Share:
    """The part of one name in a statement: ``start`` to ``end`` is the whole statement."""

    name: Name
    role: Role
    form: Form
    among_others: bool
    start: int
    end: int
    rule: str


def _role_words(*, nouns: bool) -> str:
    forms = [f for f in lexicon.scheme("roles") if f.endswith(_NOUN_END) is nouns]
    return "|".join(re.escape(form) for form in forms)


@cache
def _labelled() -> re.Pattern[str]:
    return re.compile(rf"(?P<noun>{_role_words(nouns=True)}|牵头|责任|配合)[：:][ ]*")


@cache
def _verb() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<verb>{_role_words(nouns=False)})(?P<object>[\u4e00-\u9fff]{{0,8}}){_BOUNDARY}"
    )


def find_tails(text: str, start: int, end: int, prefix: str) -> Iterator[tuple[Share, ...]]:
    """Yield the statements in brackets between the offsets, one tuple a bracket."""
    for bracket in brackets(text, start, end):
        shares = tuple(_statement(text, bracket.start + 1, bracket.end - 1, prefix, Form.TAIL))
        if shares:
            yield tuple(_within(share, bracket.start, bracket.end) for share in shares)


def find_lines(text: str, start: int, end: int, prefix: str) -> Iterator[tuple[Share, ...]]:
    """Yield the statements 责任单位：… that begin a line or follow a full stop."""
    at = start
    while match := _labelled().search(text, at, end):
        at = match.end()
        begins = match.start() == start or text[match.start() - 1] in "\n。；）”! "
        if not begins or match["noun"] in ("牵头", "责任", "配合"):
            continue
        stop = _line_end(text, match.end(), end)
        shares = tuple(_labelled_lists(text, match.start(), stop, prefix, Form.LINE))
        if shares:
            yield tuple(_within(share, match.start(), stop) for share in shares)
            at = stop


def _line_end(text: str, start: int, end: int) -> int:
    stops = [i for i in (text.find(mark, start, end) for mark in "。\n（") if i >= 0]
    bracket = text.find("（", start, end)
    stop = min(stops, default=end)
    if stop == bracket:  # a bracket inside a name: 各县（市、区）人民政府
        closing = text.find("）", stop, end)
        if 0 <= closing - stop < _LONGEST_INNER:
            return _line_end(text, closing + 1, end)
    return stop


def _within(share: Share, start: int, end: int) -> Share:
    return Share(share.name, share.role, share.form, share.among_others, start, end, share.rule)


def _statement(text: str, start: int, end: int, prefix: str, form: Form) -> Iterator[Share]:
    if _labelled().search(text, start, end):
        yield from _labelled_lists(text, start, end, prefix, form)
    else:
        yield from _verb_lists(text, start, end, prefix, form)


def _labelled_lists(text: str, start: int, end: int, prefix: str, form: Form) -> Iterator[Share]:
    nouns = list(_labelled().finditer(text, start, end))
    for index, noun in enumerate(nouns):
        stop = nouns[index + 1].start() if index + 1 < len(nouns) else end
        field = _OTHER_FIELD.search(text, noun.end(), stop)
        stop = field.start() if field else stop
        while stop > noun.end() and text[stop - 1] in "；，。、 \n":
            stop -= 1
        names = read_names(text, noun.end(), stop, prefix, strict=False)
        if names is None:
            continue
        prefix = level_of(names.names) or prefix
        word = noun["noun"]
        role = Role(lexicon.scheme("roles").get(word) or lexicon.scheme("roles")[word + "单位"])
        for name in names.names:
            yield Share(name, role, form, names.among_others, start, end, "responsibility.labelled")


def _verb_lists(text: str, start: int, end: int, prefix: str, form: Form) -> Iterator[Share]:
    at = start
    for verb in _verb().finditer(text, start, end):
        if verb.start() < at:
            continue
        while at < verb.start() and text[at] in "，；。、 \n":
            at += 1
        names = read_names(text, at, verb.start(), prefix)
        if names is None:  # what stands before a comma may have a verb that tells no role: 指导
            comma = text.rfind("，", at, verb.start())
            names = read_names(text, comma + 1, verb.start(), prefix) if comma >= 0 else None
        if names is None:
            continue
        at = verb.end()
        prefix = level_of(names.names) or prefix
        role = Role(lexicon.scheme("roles")[verb["verb"]])
        for name in names.names:
            yield Share(name, role, form, names.among_others, start, end, "responsibility.verb")
