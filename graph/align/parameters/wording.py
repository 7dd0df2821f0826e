"""Words of force and ease: 探索实行 against 全面实行, 放宽提取 against 提取, a new 不受…限制."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from graph.align.comparison import Direction, Parameter
from graph.align.parameters.effects import words
from graph.align.passages import folded_stretch
from graph.model import Norm, NormKind, RightMention, Span
from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.align.passages import Sentence
    from graph.align.sides import Pair, Side

_LEVELS = ("force-1", "force-2", "force-3", "force-4")
_SAME_VERB = 2  # characters behind a word of force
_REWORKED = 6  # characters before a thing: 调整户口迁移政策 may loosen it, too
_SPARED = re.compile(r"不受(?P<what>[^。；]{2,60})(?:限制|制约)")
_SAME_OBJECT = 4  # characters behind a word of ease


def compare(pair: Pair) -> Iterator[Parameter]:
    """Yield words of force, words of ease and exemptions that stand on one side only or differ."""
    yield from _exemption(pair)
    for ours in pair.clause.sentences:
        theirs = pair.match(ours)
        if theirs:
            yield from _force(pair, ours, theirs)
            yield from _easing(pair, ours, theirs)


def _exemption(pair: Pair) -> Iterator[Parameter]:
    ours = _exempting(pair.our(Norm))
    theirs = _exempting(pair.their(Norm))
    eased = any(
        _easing_words().search(pair.theirs.text, s.stretch.start, s.stretch.end)
        for parent in pair.parents
        for s in parent.sentences
    )
    if ours and not theirs and (not eased or _asked(pair, ours)):
        yield Parameter("exemption", "", ours.span, None, Direction.RELAXED)
    if theirs and not ours:
        sentence = pair.their_sentence(theirs)
        if sentence and pair.carries(sentence):
            yield Parameter("exemption", "", None, theirs.span, Direction.TIGHTENED)


def _asked(pair: Pair, exempting: Norm) -> bool:
    """Whether a parent asks for something that the clause spares: 有合法稳定住所的人员."""
    folded = pair.ours.reading.document.folded
    stretch = folded_stretch(folded, exempting.span)
    spared = _SPARED.search(pair.ours.text, stretch.start, stretch.end)
    things = re.split(r"、|，|和|及|或者?|等", spared["what"]) if spared else []
    return any(
        len(thing) >= _SAME_OBJECT and thing in pair.theirs.text[s.stretch.start : s.stretch.end]
        for parent in pair.parents
        for s in parent.sentences
        if not _easing_words().search(pair.theirs.text, s.stretch.start, s.stretch.end)
        for thing in things
    )


def _exempting(norms: Iterator[Norm]) -> Norm | None:
    return next((norm for norm in norms if norm.kind is NormKind.EXEMPTION), None)


def _force(pair: Pair, ours: Sentence, theirs: Sentence) -> Iterator[Parameter]:
    for word, level, verb in _forces(pair.ours, ours):
        for other, their_level, their_verb in _forces(pair.theirs, theirs):
            graded = words("open-5", "open-4", "open-2").match(verb)  # a scale of its own
            if verb == their_verb and level != their_level and not graded:
                yield Parameter("force", verb, word, other, _force_way(pair, level > their_level))


def _forces(owner: Side, sentence: Sentence) -> Iterator[tuple[Span, int, str]]:
    text = owner.text
    for match in _force_words().finditer(text, sentence.stretch.start, sentence.stretch.end):
        level = next(at for at, key in enumerate(_LEVELS) if match[key.replace("-", "_")])
        verb = text[match.end() : match.end() + _SAME_VERB]
        yield owner.reading.document.folded.span(*match.span()), level, verb


def _force_way(pair: Pair, stronger: bool) -> Direction:  # noqa: FBT001 - a comparison's outcome
    grants = any(norm.kind is NormKind.PERMISSION for norm in pair.our(Norm))
    if grants or next(pair.our(RightMention), None):
        return Direction.RELAXED if stronger else Direction.TIGHTENED
    return Direction.DUTY_STRONGER if stronger else Direction.DUTY_WEAKER


def _easing(pair: Pair, ours: Sentence, theirs: Sentence) -> Iterator[Parameter]:
    """Yield what only the parent says to loosen, where the clause speaks of the same thing."""
    text = pair.theirs.text
    stretch = theirs.stretch
    for match in _easing_words().finditer(text, stretch.start, stretch.end):
        thing = text[match.end() : match.end() + _SAME_OBJECT]
        at = pair.ours.text.find(thing, ours.stretch.start, ours.stretch.end)
        if len(thing) < _SAME_OBJECT or at < 0:
            continue
        lead = pair.ours.text[ours.stretch.start : at]
        if not _easing_words().search(lead) and not words("reworks").search(lead[-_REWORKED:]):
            span = pair.ours.reading.document.folded.span(at, at + len(thing))
            other = pair.theirs.reading.document.folded.span(
                match.start(), match.end() + len(thing)
            )
            yield Parameter("easing", thing, span, other, Direction.TIGHTENED)


@cache
def _force_words() -> re.Pattern[str]:
    groups = (f"(?P<{key.replace('-', '_')}>{_alternatives(key)})" for key in _LEVELS)
    return re.compile("|".join(groups))


@cache
def _easing_words() -> re.Pattern[str]:
    return re.compile(_alternatives("easing"))


def _alternatives(key: str) -> str:
    return lexicon.alternatives("adaptation-words", key)
