"""What the words around a list of citations make of them: implemented, a basis, amended, repealed.

A verb before a list governs the whole list (为贯彻落实《A》、《B》精神), until another verb comes
between; a verb behind one does so too (原《A》、《B》同时废止). Each sentence is gone through
once in either direction, so that a list of any length costs its length.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Protocol

from graph.model import Relation
from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SEPARATORS = re.compile(r"[、，和及与以并\s]*")
_FURTHEST_BEFORE = 16  # characters between a verb and the title that it governs
_NO_WORD = {"对": "(?<![应核校反])"}  # 应对新型冠状病毒…机制《通知》: no 对 that cites
_LONGEST_ISSUER = 30  # 和国务院应对新型冠状病毒感染肺炎疫情联防联控机制《…》
_FURTHEST_BEHIND = 30
_TOO_FAR = 200
# 按照《A》的规定，《B》将予以废止: the verb is B's; but 《A》自本办法施行之日起，同时废止 goes on.
_MENTION = "〇"  # stands for a mention between
# 按照《A》提出的目标进行修订, 根据《关于修改B的决定》第一次修订: something else is amended.
# 在《办法（试行）》失效后 tells when, and repeals nothing.
_TELLS_WHEN = re.compile(r"(?:之?[前后]|之日|期间|时)")
_NOT_ITSELF = re.compile(r"的|第.{1,3}次$")
_PARTED = re.compile(r"《|[；：]|(?<!起)，(?!(?:同时|即行|一并|均|予以|相应)*$)")
_BEHIND = (Relation.REPEALS, Relation.AMENDS)
_BEFORE = (Relation.IMPLEMENTS, Relation.BASIS, Relation.CITES, Relation.REPEALS, Relation.AMENDS)


class Placed(Protocol):
    """Anything with a place in the text."""

    @property
    def start(self) -> int:
        """The offset of its first character."""

    @property
    def end(self) -> int:
        """The offset behind its last character."""


@dataclass(frozen=True, slots=True)
class _Verb:
    relation: Relation
    start: int
    end: int


@cache
def _verbs(relations: tuple[Relation, ...]) -> re.Pattern[str]:
    forms = lexicon.scheme("relations")
    groups = (
        f"(?P<{relation.value}>"
        + "|".join(
            _NO_WORD.get(f, "") + re.escape(f)
            for f, key in forms.items()
            if key == relation and "…" not in f
        )
        + ")"
        for relation in relations
    )
    return re.compile("|".join(groups))


def relations(
    text: str, start: int, end: int, mentions: Sequence[Placed]
) -> list[tuple[Relation, str]]:
    """Return the relation of each mention in the sentence between the offsets, and its rule.

    ``mentions`` stand in the order of the text and do not overlap.
    """
    before = _by_verbs_before(text, start, end, mentions)
    behind = _by_verbs_behind(text, start, end, mentions)
    return [
        (late, "citation.verb-behind")
        if late
        else (early, "citation.verb-before")
        if early
        else (Relation.CITES, "citation.mention")
        for early, late in zip(before, behind, strict=True)
    ]


def _outside(
    text: str, start: int, end: int, kinds: tuple[Relation, ...], mentions: Sequence[Placed]
) -> Iterator[_Verb]:
    """Yield the verbs that stand in no mention."""
    held = 0
    for match in _verbs(kinds).finditer(text, start, end):
        while held < len(mentions) and mentions[held].end <= match.start():
            held += 1
        if held == len(mentions) or match.start() < mentions[held].start:
            yield _Verb(Relation(str(match.lastgroup)), *match.span())


def _by_verbs_before(
    text: str, start: int, end: int, mentions: Sequence[Placed]
) -> list[Relation | None]:
    verbs = list(_outside(text, start, end, _BEFORE, mentions))
    found: list[Relation | None] = []
    verb: _Verb | None = None
    between, at, previous_end = "", 0, start
    for mention in mentions:
        newest = None
        while at < len(verbs) and verbs[at].end <= mention.start:
            newest = verbs[at]
            at += 1
        if newest:
            verb, between = newest, text[newest.end : mention.start]
        elif len(between) < _TOO_FAR:
            between += text[previous_end : mention.start]
        found.append(verb.relation if verb and _governs(between) else None)
        previous_end = mention.end
    return found


def _by_verbs_behind(
    text: str, start: int, end: int, mentions: Sequence[Placed]
) -> list[Relation | None]:
    verbs = list(_outside(text, start, end, _BEHIND, mentions))
    found: list[Relation | None] = []
    verb: _Verb | None = None
    between, next_start = "", end
    for mention in reversed(mentions):
        nearest = None
        while verbs and verbs[-1].start >= mention.end:
            nearest = verbs.pop()
        if nearest:
            verb, between = nearest, text[mention.end : nearest.start]
        elif len(between) < _TOO_FAR:
            between = f"{text[mention.end : next_start]}{_MENTION}{between}"
        near = not (verb and _TELLS_WHEN.match(text, verb.end))
        near = near and len(between) <= _FURTHEST_BEHIND and not _PARTED.search(between)
        if verb and verb.relation is Relation.AMENDS and _NOT_ITSELF.search(between):
            near = False
        found.append(verb.relation if verb and near else None)
        next_start = mention.start
    return found[::-1]


def _governs(between: str) -> bool:
    """Whether only list marks and a few words (自治区, 国家有关) stand between verb and title."""
    separators = _SEPARATORS.match(between)
    rest = between[separators.end() :] if separators else between
    if rest and separators and "，" in separators.group():
        return False
    near = len(rest) <= (_FURTHEST_BEFORE if "的" in rest else _LONGEST_ISSUER)
    return near and "，" not in rest and "：" not in rest
