"""Titles without 《》, which the number in brackets behind them makes known.

根据某市人民政府关于加强用水管理的通知（某政发〔2010〕4号）要求
2.某市人民政府办公室关于印发节水办法的通知（某政办发〔2011〕5号）
"""

from __future__ import annotations

import re
from functools import cache

from graph.extract.citation_words import ITEM_LABEL, words
from graph.extract.cited_titles import names_document
from graph.grammar.body_names import body_endings
from graph.grammar.sentences import Stretch
from graph.model import Relation
from ontology import lexicon

_LONGEST = 90  # characters
_EDGE = re.compile(r"[^\u4e00-\u9fff“”‘’、〈〉（）\d+·—-]")
_ABOUT = re.compile(r"关于|印发|转发|批转")


@cache
def _lead() -> re.Pattern[str]:
    """Return the pattern of what leads in to a title: 根据, 现将, 转发.

    What passes on leads in only at the beginning: 某市政府批转某局关于…的通知 is one title.
    """
    concepts = lexicon.concepts("relations")
    verbs = lexicon.alternatives(
        "relations", *(key for key in concepts if key != Relation.FORWARDS)
    )
    passing = lexicon.alternation(concepts[Relation.FORWARDS].written - {"印发"})
    return re.compile(
        rf"^{ITEM_LABEL}[ ]*(?:[^关]{{0,12}}?(?:{verbs}|现?将|{words('repeal')})|{passing})?"
    )


@cache
def _issuer() -> re.Pattern[str]:
    return re.compile(rf"[\u4e00-\u9fff、 （）]{{2,60}}?{body_endings()}(?=关于|印发|转发|批转)")


def unmarked_title(text: str, start: int, at: int) -> Stretch | None:
    """Return the title whose number stands in a bracket at ``at``, or None.

    It begins with the body that issued it, so that no word before it is taken for its own.
    """
    if text[at - 1 : at] != "（":
        return None
    reach = max(start, at - 1 - _LONGEST)
    edges = [match.end() for match in _EDGE.finditer(text, reach, at - 1)]
    first = edges[-1] if edges else reach
    lead = _lead().match(text[first : at - 1])
    first += lead.end() if lead else 0
    name = text[first : at - 1]
    if not _issuer().match(name) or not _ABOUT.search(name) or not names_document(name):
        return None
    return Stretch(first, at - 1)
