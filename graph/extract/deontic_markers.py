"""The printed words that say of a sentence what must, must not, may or should be done.

A marker counts in the main clause alone (:mod:`graph.grammar.clause_roles`), and where it is
no part of a longer word (主要, 应用), of a noun or of a quality
(:mod:`graph.extract.nominal_markers`).

Of two markers the main one counts: 可统筹资金支持, 要鼓励探索 encourage nothing, and 确保 behind
another predicate (鼓励采用新技术，确保畅通) tells an aim.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from graph.extract.attributes import is_attribute
from graph.extract.encouragement import encourages, has_subject
from graph.extract.nominal_markers import SCORED, is_assurance, is_nominal
from graph.grammar import modal_verbs
from graph.grammar.clause_roles import is_looked_into, parts_of, tells_nothing
from graph.grammar.forms import Forms, compile_forms
from graph.model import NormKind
from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.grammar.sentences import Stretch

_LOOKALIKE = "lookalike"
_CONTEXTS = "norm-contexts"
# 应对申请材料进行审查: one must, and nobody copes with anything
_MUST_TO = re.compile(
    r"(?<![有积极效妥善科学主动及时])应(?=对[^，。；：、]{2,40}(?:进行|予以|给予|作出|加以|负责))"
)
# 扣留质押券应兑付的本金: behind another marker of the clause, which one
_WHICH = re.compile(r"[^，。；：的]{1,6}的[\u4e00-\u9fff]{1,8}(?=[，。；、]|$)")
# 请你们于9月底前将方案报我部
_ASKED = re.compile(
    r"(?<![申邀聘提报恳商特])请(?![示假求教])(?!认真|遵照)[^。；]{0,40}?(?:[日月底]前|内|以前)[^。；]{0,50}?(?:报|送|反馈|函告|告知|提交|寄)(?![告道名纸刊])"
)
_URGED = frozenset({"鼓励", "提倡", "倡导"})  # which stay advice behind a duty of another clause
_GOVERNS = frozenset({NormKind.OBLIGATION, NormKind.PERMISSION})


@dataclass(frozen=True, slots=True)
class Marker:
    """A word of a sentence that shows its deontic kind, by its offsets."""

    kind: NormKind
    start: int
    end: int


@cache
def _cues() -> Forms:
    """All cue words together, so that a longer lookalike (主要) hides a cue in it (要)."""
    lookalikes = dict.fromkeys(lexicon.scheme("norm-lookalikes"), _LOOKALIKE)
    assured = dict.fromkeys(lexicon.written(_CONTEXTS, "assurance"), str(NormKind.OBLIGATION))
    return compile_forms(lookalikes | assured | dict(lexicon.scheme("norms")))


def markers_of(text: str, sentence: Stretch) -> Iterator[Marker]:
    """Yield the first marker of each deontic kind of a sentence, in the order of the text."""
    seen: list[Marker] = []
    for marker in _main(text, sentence, seen):
        if _counts(text, sentence, marker, seen):
            seen.append(marker)
            yield marker


def is_weak(text: str, marker: Marker) -> bool:
    """Tell whether a marker is none that binds by itself: 鼓励创新, 压实责任，确保完成任务."""
    return marker.kind is NormKind.RECOMMENDATION or is_assurance(text, marker)


def _main(text: str, sentence: Stretch, seen: Sequence[Marker]) -> Iterator[Marker]:
    """Yield the markers that stand in the main clause, of kinds that are not ``seen`` yet."""
    asked = False
    for marker in _written(text, sentence):
        if not asked and (tells_nothing(text, sentence) or is_looked_into(text, sentence)):
            return
        asked = True  # only where a marker stands at all
        if any(marker.kind is other.kind for other in seen):
            continue
        start, end = marker.start, marker.end
        if any(part.start <= start < part.end for part in parts_of(text, sentence)):
            continue
        if is_attribute(text, sentence, start, end) or is_nominal(text, sentence, marker):
            continue
        if marker.kind is NormKind.RECOMMENDATION and not encourages(text, sentence, start, end):
            continue
        if marker.kind is NormKind.RECOMMENDATION and SCORED.search(text, end, sentence.end):
            continue
        yield marker


def _written(text: str, sentence: Stretch) -> Iterator[Marker]:
    """Yield the markers as they are printed, told from longer words."""
    please = text.find("请", sentence.start, sentence.end)
    asked = _ASKED.search(text, please, sentence.end) if please >= 0 else None
    if asked:
        yield Marker(NormKind.OBLIGATION, asked.start(), asked.start() + 1)
    for kind, start, end in _cues().find(text, sentence.start, sentence.end):
        if kind != _LOOKALIKE:
            yield Marker(NormKind(kind), start, end)
        elif _MUST_TO.match(text, start) or _must_use(text, start):
            yield Marker(NormKind.OBLIGATION, start, start + 1)
        elif modal_verbs.begins(text, start):  # 应征求意见 is no 应征
            of = NormKind.PERMISSION if text[start] == "可" else NormKind.OBLIGATION
            yield Marker(of, start, start + 1)
        elif text.startswith("方可", start) and _party().search(text[max(0, start - 2) : start]):
            yield Marker(NormKind.PERMISSION, start + 1, end)


def _must_use(text: str, start: int) -> bool:
    """Whether 应用于 is 应 and 用于 here: the moneys, or a share of them, must be used for it."""
    if not text.startswith("应用于", start):
        return False
    before = text[max(0, start - 8) : start].rstrip("，")
    return _money().search(before) is not None


@cache
def _party() -> re.Pattern[str]:
    """Return what makes a party of 方: 甲方可以, and no 方可 as behind 经批准."""
    return re.compile(rf"{lexicon.alternatives(_CONTEXTS, 'party')}$")


@cache
def _money() -> re.Pattern[str]:
    return re.compile(rf"(?:{lexicon.alternatives(_CONTEXTS, 'fund')})$")


def _counts(text: str, sentence: Stretch, marker: Marker, before: list[Marker]) -> bool:
    """Whether a marker is not governed by one before it: 可统筹资金支持, 鼓励…，确保…."""
    if not before:
        return True
    if marker.kind is not NormKind.RECOMMENDATION:
        last = before[-1]
        beside = "，" not in text[last.end : marker.start] and last.kind in _GOVERNS
        if beside and _WHICH.match(text, marker.end, sentence.end):
            return False
        return not is_assurance(text, marker)
    if not any(other.kind in _GOVERNS for other in before):
        return True
    urged = text[marker.end - 2 : marker.end] in _URGED
    return urged or has_subject(text, sentence, marker.start)
