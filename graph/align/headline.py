"""What stands at the head of a compared clause: all that was found to change, and beside it words.

Everything that shows a comparison takes its headline from here, so that none says 未变 above a duty
that is weaker:

- what changed comes first: looser or stricter for people, a duty weaker or stronger, a wider
  circle, or a difference whose direction nobody can tell;
- how the wording differs (localised, detail added, a part left out) is a second, quieter row;
- 放宽 and 收紧 stand only over a parent that surely is one. Over parents that are still to be
  reviewed the headline says that something would have changed *if* they are, and no direction.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from graph.align.comparison import Change, Direction
from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from graph.align.comparison import Parameter, ProvisionAlignment
    from ontology.lexicon import Lang

_TOLD: Final = {
    Direction.RELAXED: Change.RELAXED,
    Direction.TIGHTENED: Change.TIGHTENED,
    Direction.DUTY_WEAKER: Change.DUTY_WEAKER,
    Direction.DUTY_STRONGER: Change.DUTY_STRONGER,
}
WORDING: Final[tuple[Change, ...]] = (Change.LOCALISED, Change.ADDED_DETAIL, Change.NARROWED)
_IF: Final = {"zh": "如确为上级条款：{changes}", "en": "if it is the parent: {changes}"}
_QUIET: Final = {"zh": "文字：{changes}", "en": "wording: {changes}"}


@dataclass(frozen=True, slots=True)
class Headline:
    """What changed (``told``), how the words differ (``wording``).

    ``supposed`` tells that no parent is sure, so that everything holds only if one of them is.
    """

    told: tuple[Change, ...]
    wording: tuple[Change, ...]
    supposed: bool

    @property
    def every(self) -> tuple[Change, ...]:
        """Both rows as one, what changed first."""
        return (*self.told, *self.wording)

    def text(self, lang: Lang = "zh") -> str:
        """Return what changed in words; the wording alone where nothing else did."""
        words = self._words(self.told or self.wording, lang)
        return _IF[lang].format(changes=words) if self.supposed else words

    def quiet(self, lang: Lang = "zh") -> str:
        """Return how the wording differs, in words; empty where the first row says it."""
        if not self.told or not self.wording:
            return ""
        return _QUIET[lang].format(changes=self._words(self.wording, lang))

    def _words(self, changes: tuple[Change, ...], lang: Lang) -> str:
        names = (lexicon.label("changes", change, lang) for change in changes)
        return lexicon.BETWEEN[lang].join(names)


def headline(alignment: ProvisionAlignment) -> Headline:
    """Return the headline of a clause over all its parents."""
    return headline_over(alignment, {link.label for link in alignment.parents if link.sure})


def headline_over(alignment: ProvisionAlignment, sure: Collection[str]) -> Headline:
    """Return the headline of a clause where the parents with the labels ``sure`` surely are some.

    A parameter that no parent states is measured against the best one.
    """
    best = alignment.parents[0].label
    found = set(_found(alignment, sure, best))
    told = tuple(change for change in Change if change in found)
    wording = tuple(change for change in alignment.changes if change in WORDING)
    if not told and not wording:
        wording = alignment.changes or (Change.CHANGED,)
    return Headline(told, wording, supposed=not sure)


def _found(alignment: ProvisionAlignment, sure: Collection[str], best: str) -> Iterator[Change]:
    told = False
    for each in alignment.parameters:
        change = _TOLD.get(each.direction)
        if change and (each.clause or best) in sure:
            told = True
            yield change
    if Change.WIDENED in alignment.changes and best in sure:
        told = True
        yield Change.WIDENED
    if not told and any(map(_differs, alignment.parameters)):
        yield Change.CHANGED


def _differs(each: Parameter) -> bool:
    return each.direction in _TOLD or each.direction is Direction.NOT_COMPARABLE
