"""Give a text that stands on few lines its paragraphs back, where blanks are left of their ends.

Crawlers write a whole document on one line. Where two wide blanks, or one, stand behind full stops
and before labels, they are what is left of the line ends, and those between title, number and
signature are too. On lines of ordinary texts a gap only spaces a heading (第一章　　总则).
"""

from __future__ import annotations

import re
from typing import Final

from graph.grammar.numbering import LABEL
from graph.normalise.widths import GAP

_WHOLE_DOCUMENT: Final = 600  # characters on one line; the longest paragraph met has 1,500, no gaps
_SENTENCE_GAP: Final = re.compile(r"(?<=[。：；！？）]) (?=\S)")
_ENDED_BY_GAP: Final = re.compile(f"[。：；！？）]{GAP}")
_GAPS: Final = 3  # behind full stops, of a text that has them for line ends
_ALMOST_ALL: Final = 0.8  # of the characters of a text
_BEHIND_LABEL: Final = re.compile(rf"(?:^|(?<=\n))[ ]*(?:{LABEL.pattern})\n", re.VERBOSE)


def parted(text: str) -> str:
    r"""Return folded ``text`` with a line end for each gap that stands for one, its length kept.

    >>> parted(f"第一章{GAP}总则"), parted(f"一、要求。{GAP}二、任务。{GAP}三、保障。{GAP}某市")
    ('第一章 总则', '一、要求。\n二、任务。\n三、保障。\n某市')
    """
    lines = text.split("\n")
    gapped = [len(_ENDED_BY_GAP.findall(line)) >= _GAPS for line in lines]
    held = sum(len(line) for line, has in zip(lines, gapped, strict=True) if has)
    by_gaps = held >= _ALMOST_ALL * len(text)
    return "\n".join(
        _at_gaps(line)
        if len(line) > _WHOLE_DOCUMENT or (by_gaps and has)
        else line.replace(GAP, " ")
        for line, has in zip(lines, gapped, strict=True)
    )


def _at_gaps(line: str) -> str:
    parts = _SENTENCE_GAP.sub("\n", line).replace(GAP, "\n")
    return _BEHIND_LABEL.sub(lambda match: match.group()[:-1] + " ", parts)
