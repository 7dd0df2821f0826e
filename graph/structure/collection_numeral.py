"""The numeral that a collection puts before the title of a document that it reprints.

``2. 某省司法厅印发关于优化法治化营商环境的十条措施的通知（2023年4月12日）`` above
``某司〔2023〕8号`` and the addressees: the 2 counts documents of the collection and is no provision
of this one. It stands before the first words of the text, and the title ends with its day.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.grammar.dates import DATE
from graph.structure.lines import Line, salutation
from graph.structure.titles import kind_of

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST_LINES = 5  # of a title that a narrow page breaks
_NUMERAL = re.compile(r"(?:\d{1,3}|[一二三四五六七八九十百]{1,5})[.、][ ]*(?=[\u4e00-\u9fff《“])")
_DATED = re.compile(rf"(?P<title>[^。；]{{6,}})（(?:{DATE.pattern})）", DATE.flags)
_NUMBERED = re.compile(r"(?:\d{1,3}|[一二三四五六七八九十百]{1,5})[.、]")


def collection_numeral(lines: Sequence[Line]) -> tuple[int, int] | None:
    """Return where the numeral before the title stands, or None where there is none.

    A list of documents is none: its next line has a numeral too.

    >>> one = ["2. 某省司法厅关于印发十条措施的通知（2023年4月12日）", "某司〔2023〕8号"]
    >>> collection_numeral([Line(text, 0, len(text)) for text in one])
    (0, 3)
    >>> two = [one[0], "3. 某省民政厅关于做好救助工作的通知（2023年5月4日）"]
    >>> collection_numeral([Line(text, 0, len(text)) for text in two])
    """
    numeral = _NUMERAL.match(lines[0].text) if lines else None
    if numeral is None:
        return None
    title = ""
    for index, line in enumerate(lines[:_MOST_LINES]):
        if index and _NUMBERED.match(line.text):
            return None
        title += line.text
        dated = _DATED.match(title)
        rest = title[dated.end() :].strip() if dated else title
        if dated and (not rest or salutation(rest)):
            behind = lines[index + 1 : index + 2]
            named = dated["title"]  # its last character may be printed twice: …的通知知
            kind = kind_of(named) or (named[-2:-1] == named[-1] and kind_of(named[:-1]))
            if not behind or _NUMBERED.match(behind[0].text) or not kind:
                return None
            return lines[0].start, lines[0].start + numeral.end()
    return None


def after(numeral: tuple[int, int] | None, lines: Sequence[Line]) -> list[Line]:
    """Return the lines without the numeral."""
    if numeral is None:
        return list(lines)
    first = lines[0]
    return [Line(first.text[numeral[1] - first.start :], numeral[1], first.end), *lines[1:]]
