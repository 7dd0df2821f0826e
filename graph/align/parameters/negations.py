"""What one side affirms and the other denies: 不再发放补贴 against 发放补贴.

Forms read::

    不再发放高龄补贴           against 发放高龄补贴: tightened
    不再收取押金、无需提交证明 against 收取押金, 应当提交证明: relaxed
    不得申请入住               against 可以申请入住: tightened

Not read::

    未经批准不得进入           against 经批准可以进入: the same, said twice denied
    不得超过3人                a limit
    不予受理的，应当告知       a case that the rest is about
    责令停止生产               an order to one who must not do it anyway
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.align.comparison import Direction, Parameter
from graph.align.parameters.counterparts import without
from graph.align.parameters.effects import words
from graph.align.parameters.parties import Party, parties, subject
from graph.align.passages import two_grams

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.align.parameters.counterparts import Counterparts, Piece
    from graph.align.sides import Side

NEGATIVE = ("ban", "denies", "spares")
_LIMIT = re.compile(r"[不再应当]*(?:超过|少于|低于|高于|多于|大于|小于|不(?!能))")
_TWICE = re.compile(
    r"未经?|(?<![开解免消排废扣])除(?![名害])|不符合|以外|否则|非(?=[^法常])|没有|无(?![需须偿])|不具备"
)
_CASE = re.compile(r"的$|^[^，]{0,8}已经?(?=[\u4e00-\u9fff]{2})|如|若|凡|因")
_NAMED = re.compile(
    r"(?!以)[\u4e00-\u9fff]{2,5}?(?:的?(?:原因|理由|决定|情形|情况|通知|范围|名单)|之日)"
)
_NO_DENIAL = re.compile(r"责令[^，。；]*$|供不应$|[一二三四五六七八九十\d]不[准得许]$")
_STOPS = frozenset({"停止", "暂停"})
_HOW = re.compile(
    r"^(?:[在于][^，。；]{1,14}?(?:[中时]|过程中|期间)|以[^，。；]{1,10}?(?:方式|名义|形式|理由|手段)"
    r"|[向对][^，。；]{1,8}?(?=收|进|采|实|设|提|发))"
)  # not 向申请人
_THING = re.compile(r"^(?:的?(?:方式|限制|条件|门槛|标准|办法|政策|资金|规定))")
_MEANS = re.compile(r"是?指|所称|分为|是否")
_FEWEST = 3
_ACT = 10  # characters behind the word
_VERBS = 6
_REFUSED = frozenset({"不予"})  # to someone who asked for it
_SAME = 0.65
_VERB = 2


def compare(both: Counterparts) -> Iterator[Parameter]:
    """Yield what one side affirms and the other denies."""
    for piece, word in denied(both.ours):
        other = _affirmed(both, piece, word, both.theirs)
        if other:
            way = effect_of_denial(both.pair.ours, piece, word)
            yield _told(both, piece, other, way)
    for other, word in denied(both.theirs):
        ours = _affirmed(both, other, word, both.ours)
        if ours:
            way = effect_of_denial(both.pair.theirs, other, word)
            yield _told(both, ours, other, reversed_direction(way))


def denied(these: tuple[Piece, ...]) -> Iterator[tuple[Piece, re.Match[str]]]:
    """Yield the pieces that deny something, each with the word that does."""
    for piece in these:
        match = words(*NEGATIVE).search(piece.words)
        if match is None or _LIMIT.match(piece.words, match.end()):
            continue
        if piece.words.endswith("的") or _NO_DENIAL.search(piece.words, 0, match.end()):
            continue
        if match.group() in _STOPS and words("activity").match(piece.words, match.end()):
            continue
        if not _NAMED.match(piece.words, match.end()) and not _MEANS.search(piece.words):
            yield piece, match


def _affirmed(
    both: Counterparts, piece: Piece, word: re.Match[str], others: tuple[Piece, ...]
) -> Piece | None:
    """Return the piece of the other side that says the same and denies nothing."""
    rest = without(piece, (word.group(),))
    verb = piece.words[word.end() : word.end() + _VERB]
    if len(rest) < _FEWEST or len(verb) < _VERB:
        return None
    lead = _before(piece, both)
    denials = set(_TWICE.findall(lead + piece.words[: word.start()]))
    alike, best = both.likest(rest, (each for each in others if verb in each.words), _FEWEST)
    if best is None or alike < _SAME or words(*NEGATIVE, "soft-ban").search(best.words):
        return None
    if not _same_case(both, lead, _before(best, both)):
        return None
    if _CASE.search(best.words) or set(_TWICE.findall(best.words)) != denials:
        return None
    return best


def _same_case(both: Counterparts, lead: str, other: str) -> bool:
    """Whether both are for the same case: not 不符合条件的， against 符合条件的，."""
    if "的，" not in lead and "的，" not in other:
        return True
    same = set(_TWICE.findall(lead)) == set(_TWICE.findall(other))
    return same and both.share(two_grams(lead), two_grams(other)) >= _SAME


def _before(piece: Piece, both: Counterparts) -> str:
    """Return the words of a sentence before a piece of it."""
    ours = any(piece is each for each in both.ours)
    text = both.pair.ours.text if ours else both.pair.theirs.text
    return text[piece.sentence.stretch.start : piece.start]


def effect_of_denial(owner: Side, piece: Piece, word: re.Match[str]) -> Direction:
    """Return what it means for people that something is denied."""
    key = _key(word.group())
    whole = piece.words[word.end() :]
    if key == "spares":
        return Direction.RELAXED
    behind = _HOW.sub("", whole)[:_ACT]
    who = _bound(owner, piece, word)
    takes = words("takes").search(behind[:_VERBS]) or _papers(behind)
    gives = words("admits", "benefit").search(behind)
    gives = None if gives and _THING.match(behind[gives.end() :]) else gives
    burden = takes and not (gives and gives.start() < takes.start())
    if words("any-ban").search(whole):
        return Direction.NOT_COMPARABLE
    guards = key == "ban" and words("protected").search(whole)
    if key == "ban" and words("coercion").search(behind[:_VERBS]):
        return Direction.RELAXED  # whoever is spoken of: 不得采取强迫做法
    if who is not Party.PERSON and (burden or guards):
        return Direction.RELAXED
    refused = key == "denies" and word.group() in _REFUSED
    if gives or refused or (key == "ban" and _binds_people(owner, piece, who)):
        return Direction.TIGHTENED
    return Direction.NOT_COMPARABLE


def _bound(owner: Side, piece: Piece, word: re.Match[str]) -> Party | None:
    """Return whom a denial binds; none where it is anyone, which people are served by, too."""
    start = piece.sentence.stretch.start
    if words("anyone").search(owner.text, start, piece.start + word.start()):
        return None
    return subject(owner.text, start, piece.start, piece.start + word.start())


def _papers(behind: str) -> re.Match[str] | None:
    """Return the word for handing in papers: 不再提供证明 is no loss of what is provided."""
    match = words("hands-in").search(behind[:_VERBS])
    return match if match and words("papers").search(behind, match.end()) else None


def _binds_people(owner: Side, piece: Piece, who: Party | None) -> bool:
    """Whether a ban is on people or firms: by its subject, or by who else is spoken of."""
    if who is Party.FIRM and words("institution").search(piece.words):
        return False
    if who:
        return who in (Party.PERSON, Party.FIRM)
    if words("place").search(owner.text, piece.sentence.stretch.start, piece.end):
        return False  # 常住人口300万以下的城市不得采取积分落户方式
    named = {party for party, *_ in parties(owner.text, *around(owner, piece))}
    return bool(named) and Party.OFFICE not in named


def around(owner: Side, piece: Piece) -> tuple[int, int]:
    """Return the stretch of the sentence of a piece with the one before it."""
    stretch = piece.sentence.stretch
    before = max(0, owner.text.rfind("。", 0, max(0, stretch.start - 1)))
    return before, stretch.end


def _key(word: str) -> str:
    return next(key for key in ("spares", "ban", "denies") if words(key).fullmatch(word))


def reversed_direction(way: Direction) -> Direction:
    """Return what the opposite of a change means for people."""
    turned = {Direction.RELAXED: Direction.TIGHTENED, Direction.TIGHTENED: Direction.RELAXED}
    return turned.get(way, way)


def _told(both: Counterparts, ours: Piece, theirs: Piece, way: Direction) -> Parameter:
    return both.between("denial", ours, theirs, way, unless="reversed")
