"""What a clause forbids, excludes, asks for or grants, and no parent says a word of.

Forms read::

    有传染病的老年人不得入住       a ban on people: tightened
    已享受补贴的不再享受           an exclusion: tightened
    养老机构不得收取赞助费         a ban that protects people: relaxed
    应当提交无犯罪记录证明         a paper where the parents ask for none, or not for this one
    应当提交身份证                 where the parents ask for 身份证和收入证明: relaxed
    可以享受免费体检               an entitlement: relaxed
    落实护理补贴政策, 将护理费纳入报销范围
    但居住满十年的，可以申领       an exception in someone's favour, of what is known: relaxed

None is new that stands anywhere in the parents' document; a paper is none where a parent asks for
相关证明材料, which this one may be.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from graph.align.comparison import Direction, Parameter
from graph.align.parameters.effects import words
from graph.align.parameters.negations import around, denied, effect_of_denial
from graph.align.parameters.parties import Party, parties, subject
from graph.align.passages import two_grams
from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.align.parameters.counterparts import Counterparts, Piece

_KNOWN = 0.5  # share of the words that one sentence of the parents' document has
_ANY = frozenset({"材料", "证明材料", "复印件", "原件"})  # which say of no paper what it is
_LEAST = 2
_WINDOW = 4  # characters that name a thing: 就业服务, 法律援助
_CASE = re.compile(r"的(?=部分|人|者|$)|不足|未|逾期|超过|多于|少于")
_LACKS = re.compile(
    r"未(?:依法)?(?:经|取得|获得|办理|领取|通过)(?:依法)?(?P<what>[\u4e00-\u9fff]{2,8})"
)
_MEANS = re.compile(r"是?指|包括|所称|分为|是否|基金|专户|资金|经费")
_ENTITLES = re.compile(
    r"(?<![所享具原固])有权(?![益利限力威属证机处])|优先(?=安排|录取|录用|办理|享受|给予|配租|保障|入)|可以?(?=享受|申请|领取|选择|免)"
    r"|免费(?=享受|享有|入|参加|乘|使用|提供|接受|为)|(?<![已未经])享受(?![^，。；]{0,4}(?:相应|相关|有关|规定))(?=[^，。；]{0,14}(?:补贴|补助|优惠|优待|减免|奖励))"
    r"|给予[^，。；]{0,16}(?:补贴|补助|奖励|资助|减免|优惠)"
)
_CHINESE = re.compile(r"[\u4e00-\u9fff]+")
_MAY = re.compile(r"可以?(?!能|行|持续)")
_MUST = re.compile(r"应当?|必须|须|需|要(?!求)")


def compare(both: Counterparts) -> Iterator[Parameter]:
    """Yield what is new in the clause and good or bad for people."""
    told: set[int] = set()
    for piece, word in denied(both.ours):
        if _is_known(both, piece, piece.words[word.end() :]) and not _new_case(both, piece, word):
            continue
        if _twice_denied(both, piece, word):
            continue
        way = effect_of_denial(both.pair.ours, piece, word)
        if way is not Direction.NOT_COMPARABLE:
            told.add(piece.start)
            yield Parameter("ban", "", both.our_span(piece.start, piece.end), None, way)
    for piece in entitlements(both):
        if piece.start not in told:
            span = both.our_span(piece.start, piece.end)
            yield Parameter("entitlement", "", span, None, Direction.RELAXED)
    yield from _papers(both)


def entitlements(both: Counterparts) -> Iterator[Piece]:
    """Yield the pieces that grant people what no parent does."""
    for piece in both.ours:
        if _in_favour(both, piece):
            yield piece
            continue
        match = _ENTITLES.search(piece.words) or _benefit().search(piece.words)
        if match is None or _MEANS.search(piece.words):
            continue
        tail = piece.words[match.start() :]
        if _attribute().search(tail):
            continue  # 享受补贴的决定
        known = _is_known(both, piece, tail) or _names_the_same(both, match, piece)
        if not known and _serves_people(both, piece):
            yield piece


def _in_favour(both: Counterparts, piece: Piece) -> bool:
    """Whether a piece grants something to someone by an exception: 但…的，可以申领."""
    text, start = both.pair.ours.text, piece.sentence.stretch.start
    but = max(text.rfind(mark, start, piece.end) for mark in ("，但", "（但", "；但"))
    if but < 0 or not words("admits", "claims").search(piece.words):
        return False
    case = text[but + 2 : piece.start] or piece.words
    grams = two_grams(case)
    less = words("ban", "denies", "only").search(text, but, piece.end)
    may = _MAY.search(piece.words) and not less
    known = len(grams) <= _LEAST or both.in_document(grams) >= _KNOWN
    ends = re.search(r"的，$", case)
    return bool(may and ends and not known and _serves_people(both, piece))


@cache
def _benefit() -> re.Pattern[str]:
    """Return what takes a benefit up: 落实…补贴政策, 将…纳入报销范围."""
    benefit, carried, taken = (
        lexicon.alternatives("effect-words", key) for key in ("benefit", "carries-out", "includes")
    )
    return re.compile(
        rf"(?:{carried})[^，。；]{{0,16}}(?:{benefit})(?:等)?政策(?!落实|执行|宣传|情况|衔接)"
        rf"|(?:{taken})[^，。；]{{0,10}}(?:{benefit}|保障)[^，。；]{{0,4}}范围"
    )


@cache
def _attribute() -> re.Pattern[str]:
    return re.compile(lexicon.alternatives("effect-words", "benefit") + "的")


def _is_known(both: Counterparts, piece: Piece, tail: str) -> bool:
    """Whether a sentence of the parents' document has the words."""
    grams = two_grams(tail)
    grams = grams if len(grams) >= _LEAST + 1 else piece.grams
    return len(grams) < _LEAST or both.in_document(grams) >= _KNOWN


def _twice_denied(both: Counterparts, piece: Piece, word: re.Match[str]) -> bool:
    """Whether a ban says in other words what the parents ask for: 未取得许可证不得预售."""
    start = piece.sentence.stretch.start
    lead = both.pair.ours.text[start : piece.start + word.start()]
    asked = (match["what"] for match in _LACKS.finditer(lead))
    return any(what[:_LEAST] in both.their_words for what in asked)


def _new_case(both: Counterparts, piece: Piece, word: re.Match[str]) -> bool:
    """Whether something known is denied in a case that the parents do not know."""
    case = piece.words[: word.start()]
    if not _CASE.search(case):
        before = [each for each in both.ours if each.end < piece.start]
        last = before[-1] if before and before[-1].sentence is piece.sentence else None
        if last is None or not last.words.endswith("的"):
            return False
        case = last.words
    grams = two_grams(case)
    return len(grams) > _LEAST and both.in_document(grams) < _KNOWN


def _names_the_same(both: Counterparts, match: re.Match[str], piece: Piece) -> bool:
    """Whether the parents name the thing that is granted: 就业服务, 法律援助; 有权…举报."""
    verb = piece.words[match.end() : match.end() + _LEAST]
    if match.group() == "有权" and re.search(rf"有权[^。]*{re.escape(verb)}", both.their_words):
        return True
    tail = _CHINESE.findall(piece.words[match.start() :])
    things = "".join(tail)[_LEAST:]  # without the verb
    windows = (things[at : at + _WINDOW] for at in range(len(things) - _WINDOW + 1))
    return len(things) < _WINDOW or any(window in both.their_words for window in windows)


def _serves_people(both: Counterparts, piece: Piece) -> bool:
    text = both.pair.ours.text
    if _benefit().search(piece.words):
        return True  # whom a benefit goes to need not be said again
    start, _ = around(both.pair.ours, piece)
    named = {party for party, *_ in parties(text, start, piece.end)}
    return bool(named & {Party.PERSON, Party.FIRM}) and "不" not in piece.words


def _papers(both: Counterparts) -> Iterator[Parameter]:
    """Yield the papers that the clause asks for and the parents do not."""
    asked = [each for each in both.ours if _asks(both, each)]
    if not asked or words("any-papers").search(both.their_words):
        return
    theirs = set(words("papers").findall(both.their_words))
    open_list = re.search(r"等(?:相关|有关)?(?:证明|材料|证件)", both.their_words)
    yield from _papers_spared(both, asked)
    for piece in asked:
        match = words("hands-in").search(piece.words)
        listed = piece.words[match.end() :] if match else ""
        named = (each for each in words("papers").findall(listed) if each not in _ANY)
        new = [each for each in named if each not in theirs]
        if new and not open_list and not _is_known(both, piece, listed):
            span = both.our_span(piece.start, piece.end)
            yield Parameter("paper", new[0], span, None, Direction.TIGHTENED)


def _papers_spared(both: Counterparts, asked: Sequence[Piece]) -> Iterator[Parameter]:
    """Yield a list of papers that lacks some of the parents', and has no other ones."""
    if words("any-papers").search(both.our_words) or "等" in both.our_words:
        return
    mine = set(words("papers").findall(both.our_words))
    for other in both.theirs:
        match = words("hands-in").search(other.words)
        if match is None or not _MUST.search(other.words[: match.start()]):
            continue
        theirs = {*words("papers").findall(other.words, match.end())} - _ANY
        alike = [each for each in asked if other.sentence in both.sentences_like(each.sentence)]
        if alike and mine < theirs:
            ours = both.our_span(alike[0].start, alike[0].end)
            yield Parameter(
                "paper", "", ours, both.their_span(other.start, other.end), Direction.RELAXED
            )
            return


def _asks(both: Counterparts, piece: Piece) -> bool:
    match = words("hands-in").search(piece.words)
    if match is None or not words("papers").search(piece.words, match.end()):
        return False
    lead = piece.words[: match.start()]
    if not _MUST.search(lead) or words("denies", "ban", "spares").search(lead):
        return False
    text, start = both.pair.ours.text, piece.sentence.stretch.start
    who = subject(text, start, piece.start, piece.start + match.start())
    return who in (Party.PERSON, None) or _last(lead) is Party.PERSON


def _last(lead: str) -> Party | None:
    found: Sequence[Party] = [party for party, *_ in parties(lead, 0, len(lead))]
    return found[-1] if found else None
