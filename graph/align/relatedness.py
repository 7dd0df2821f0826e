"""Whether a document carries out another one at all, before any clause of it is looked at.

Between any two documents some clause is the likest. A document that names the other one, by title
or number (国发〔2014〕25号), is held to follow it; otherwise its likest clauses have to tell that.
"""

from __future__ import annotations

import math
import statistics
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.align.reasons import Table
    from graph.align.sides import Side

LIKEST: Final = 3  # clauses; one alone may be 施行 or a sentence of every document
_LEAST = 0.001
_LONG_ENOUGH = 6  # characters of a title that names one document


def names(ours: Side, theirs: Side) -> bool:
    """Whether a document cites another one by its number or its title."""
    parent = theirs.reading.document
    number = str(parent.number) if parent.number else None
    titles = {parent.title, *(work.title for work in parent.works)}
    return any(
        (number and str(each.number) == number)
        or (each.title and len(each.title) >= _LONG_ENOUGH and _is_among(each.title, titles))
        for each in ours.reading.citations
    )


def _is_among(cited: str, titles: set[str]) -> bool:
    return any(title and (title.endswith(cited) or cited.endswith(title)) for title in titles)


def likest(alike: Table) -> float:
    """Return the logarithm of the mean likeness of the likest clauses of a document."""
    best: Sequence[float] = sorted((max(line) for line in alike), reverse=True)
    return math.log(max(_LEAST, statistics.fmean(best[:LIKEST])))
