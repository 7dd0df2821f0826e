"""Correspondences that wait for a reviewer (待核), folded into one line wherever others are listed.

另有 3 条待核：第五条 .62、第六条 .41、第九条 .17
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports.labels import label
from graph.align.comparison import State
from graph.answers.told import Told
from ontology.lexicon import BETWEEN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ontology.lexicon import Lang


def folded(those: Iterable[tuple[str, float]], lang: Lang = "zh", *, alone: bool = False) -> str:
    """Return clauses, by their names, with how probable each is; nothing where there are none.

    ``alone``: nothing else corresponds.

    >>> folded([("第五条", 0.62), ("第六条", 0.414)])
    '另有 2 条待核：第五条 .62、第六条 .41'
    >>> folded([("第五条", 0.62)], "en", alone=True)
    'none that holds; 1 to review: 第五条 .62'
    """
    each = [f"{name} {probability(score)}" for name, score in those]
    key = "page.to_review_alone" if alone else "page.to_review_besides"
    words = label(key, lang).format(n=len(each), those=BETWEEN[lang].join(each))
    return words if each else ""


def fold_told(told: Iterable[Told], lang: Lang = "zh") -> tuple[Told, ...]:
    """Return what is told of a thing, with one line a clause for what is to be reviewed."""
    every = tuple(told)
    waiting: dict[str, list[Told]] = {}
    for each in every:
        if each.to_review:
            waiting.setdefault(each.stated_in, []).append(each)
    sure = {each.stated_in for each in every if each.state and not each.to_review}
    lines = {
        clause: Told(
            kind=State.TO_REVIEW,
            value=folded(
                [(each.value, each.score or 0.0) for each in those], lang, alone=clause not in sure
            ),
            document=those[0].document,
            provision=those[0].provision,
        )
        for clause, those in waiting.items()
    }
    found = (lines.pop(each.stated_in, None) if each.to_review else each for each in every)
    return tuple(each for each in found if each)


def named(those: Iterable[tuple[str, str, float]]) -> list[tuple[str, float]]:
    """Return clauses of several documents by their names, a document once for clauses in a row.

    >>> named([("国发〔2030〕5号", "二", 0.6), ("国发〔2030〕5号", "三", 0.5)])
    [('国发〔2030〕5号 二', 0.6), ('三', 0.5)]
    """
    found, before = [], ""
    for document, provision, score in those:
        found.append((provision if document == before else f"{document} {provision}", score))
        before = document
    return found


def probability(score: float) -> str:
    """Return a probability as short as a list of them needs it.

    >>> probability(0.62), probability(1)
    ('.62', '1.00')
    """
    return f"{score:.2f}".removeprefix("0")
