"""Numbers of technical standards (标准编号): 标准代号、顺序号、发布年号 (GB/T 1.1, 标准化法).

Forms read, each in its one form::

    GB50161, GB 50161                       GB 50161
    GB/T 24188-2009, GB/T24188—2009         GB/T 24188—2009
    DB43/T 1234—2019, JTG/T D33-2012        of a place, of a branch
    建标143－2010                           建标143—2010

One without its year is known by its code (scheme ``citation-words``), since letters and figures
alone are anything: （A3）, （PPP12）.
"""

from __future__ import annotations

import re
from functools import cache

from graph.grammar.document_numbers import DocumentNumber
from ontology import lexicon

_LEAD = re.compile(
    r"[ ]*(?:(?:中华人民共和国)?(?:国家|行业|地方|团体)?标准|标准号|标准编号|编号)?[： ]*"
)


@cache
def _number() -> re.Pattern[str]:
    codes = sorted(lexicon.concepts("citation-words")["standard-code"].written, key=len)
    known = "|".join(map(re.escape, reversed(codes)))
    return re.compile(
        rf"(?P<code>(?:(?P<known>DBJ?\d{{2,4}}(?=[ ]?[/ ])|{known})|(?:T/)?[A-Z]{{2,6}})"
        r"(?:[ ]?/[ ]?[A-Z]{1,6})?)[ ]?"
        r"(?P<serial>[A-Z]?\d{1,6}(?:\.\d{1,3}){0,3})"
        r"(?:[ ]?[-—–－]{1,2}[ ]?(?P<year>(?:19|20)?\d{2}))?(?![\dA-Za-z])"
    )


def standard_number(text: str, start: int, end: int) -> DocumentNumber | None:
    """Return the number of a standard that the words between the offsets begin with, or None.

    >>> [standard_number(t, 0, len(t)).text for t in ("GB50161", "建标143－2010", "CJJ/T 30-99")]
    ['GB 50161', '建标143—2010', 'CJJ/T 30—99']
    >>> standard_number("COVID-19", 0, 8), standard_number("PPP12", 0, 5)
    (None, None)
    """
    lead = _LEAD.match(text, start, end)
    match = _number().match(text, lead.end() if lead else start, end)
    if match is None or not (match["year"] or match["known"]):
        return None
    code = match["code"].replace(" ", "")
    blank = " " if code[-1].isascii() else ""
    year = f"—{match['year']}" if match["year"] else ""
    return DocumentNumber(f"{code}{blank}{match['serial']}{year}", *match.span())
