"""The decisions that changed a document, as the note under its title (题注) names them.

Forms read, each a mention and never a deed of the document itself::

    （…通过 根据2018年7月19日省人大常委会第五次会议《关于修改〈A〉等法规的决定》第一次修正）
    2011年1月8日国务院令第588号《国务院关于废止和修改部分行政法规的决定》修订
    根据2016年9月30日关于修改A条例的决定修正                     without title marks
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from graph.extract.mentions import Mention, find_mentions
from graph.extract.named_documents import bare, own_titles
from graph.extract.short_forms import Names
from graph.model import Citation, Place, Relation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.model import Document, HistoryEvent

_UNMARKED = re.compile(
    r"[\u4e00-\u9fff]{0,24}?关于(?:修改|修订|修正|废止)[^。；《》，\n]{2,100}?(?:决定|命令)"
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
    yield from marked
    if any(mention.title for mention in marked):
        return
    for named in _UNMARKED.finditer(text, start, end):
        issuer = _ISSUER_BEFORE.match(text, named.start(), named.end())
        first = issuer.end() if issuer else named.start()
        yield Mention(text[first : named.end()], None, first, named.end(), named.end())
