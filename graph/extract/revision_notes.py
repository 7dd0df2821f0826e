"""The decisions that changed a document, as the note under its title (题注) names them.

Forms read, each a mention and never a deed of the document itself::

    （…通过 根据2018年7月19日省人大常委会第五次会议《关于修改〈A〉等法规的决定》第一次修正）
    2011年1月8日国务院令第588号《国务院关于废止和修改部分行政法规的决定》修订
    根据2016年9月30日关于修改A条例的决定修正                     without title marks
    …会议关于修改《A》等二十五件地方性法规的决定第二次修正         which only the law in it has
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from graph.extract.around_titles import plain_title
from graph.extract.mentions import Mention, find_mentions
from graph.extract.named_documents import bare, own_titles
from graph.extract.short_forms import Names
from graph.grammar.titles import find_titles
from graph.model import Citation, Place, Relation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.model import Document, HistoryEvent

_UNMARKED = re.compile(
    r"[\u4e00-\u9fff]{0,24}?(?P<about>关于)(?:修改|修订|修正|废止)[^。；，\n]{2,120}?(?:决定|命令)"
)
_ISSUER_BEFORE = re.compile(r".*(?:会议|通过|根据|依据|按照|月|日|号|的)(?=[^关]{0,24}关于)")
_NOTHING_SAID = Names({}, {})


def find(document: Document, known_codes: frozenset[str]) -> Iterator[Citation]:
    """Yield a citation for each decision that the note under the title names."""
    own = own_titles(document)
    for event in document.history:
        for mention in _mentions(document, event, known_codes):
            if mention.title and bare(mention.title) not in own:
                yield Citation(
                    where=Place.PREAMBLE,
                    work=0,
                    span=document.folded.span(mention.start, mention.end),
                    rule="citation.history",
                    title=mention.title,
                    number=mention.number,
                    relation=Relation.CITES,
                )


def _mentions(
    document: Document, event: HistoryEvent, known_codes: frozenset[str]
) -> Iterator[Mention]:
    text, origin = document.folded.text, document.folded.origin
    start, end = bisect_left(origin, event.span.start), bisect_left(origin, event.span.end)
    marked = find_mentions(text, start, end, _NOTHING_SAID, known_codes)
    unmarked = _unmarked(text, start, end)
    inside = [m for m in marked if not any(u.start <= m.start < u.end for u in unmarked)]
    yield from sorted((*inside, *unmarked), key=lambda mention: mention.start)


def _unmarked(text: str, start: int, end: int) -> list[Mention]:
    """Return the decisions that are named without title marks of their own."""
    titles = list(find_titles(text, start, end))
    found = []
    for match in _UNMARKED.finditer(text, start, end):
        if any(title.start < match.start("about") < title.end for title in titles):
            continue
        issuer = _ISSUER_BEFORE.match(text, match.start(), match.end())
        first = issuer.end() if issuer else match.start()
        title = plain_title(text[first : match.end()].replace("《", "〈").replace("》", "〉"))
        found.append(Mention(title, None, first, match.end(), match.end()))
    return found
