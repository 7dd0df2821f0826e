"""How far two documents are about one subject, by the words of their titles.

A document that cites a law in passing (根据《环境保护法》 in a notice on sludge) names it as much
as one that carries it out throughout; their titles tell the two apart.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from graph.align.masking import BREAK, mask
from graph.align.passages import two_grams
from ontology import lexicon

if TYPE_CHECKING:
    from graph.align.sides import Side


def same_subject(ours: Side, theirs: Side) -> float:
    """Return the share (0 to 1) of the words of the shorter title that the other has too."""
    mine, its = _words(ours), _words(theirs)
    return len(mine & its) / max(1, min(len(mine), len(its)))


def _words(side: Side) -> frozenset[str]:
    document = side.reading.document
    titles = {document.title, *(work.title for work in document.works)}
    return frozenset().union(*(_telling(side.pattern, title) for title in titles if title))


def _telling(local: re.Pattern[str], title: str) -> frozenset[str]:
    """Return the pairs of characters of a title without places, kinds and words of every title.

    >>> from graph.align.masking import masker_of
    >>> sorted(_telling(masker_of("440000"), "广东省居住证条例"))
    ['住证', '居住']
    """
    plain = title.replace("《", "").replace("》", "")
    left = mask(local, plain, 0, len(plain)).text
    return two_grams(_everyday().sub(BREAK, left))


@cache
def _everyday() -> re.Pattern[str]:
    kinds = (form for each in lexicon.concepts("document-kinds").values() for form in each.written)
    words = lexicon.concepts("stock-phrases")["title"].written
    forms = sorted({*kinds, *words, "的", "和"}, key=lambda form: (-len(form), form))
    return re.compile("|".join(map(re.escape, forms)))
