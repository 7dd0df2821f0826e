"""The remark of a page on the end of a document, which is none of its words.

Forms read::

    …的通知-此件于2017年7月31日宣布失效。         behind the title, or on a line of its own
    （此文件已于2020年12月31日废止）
    …的决定（交通运输部令2015年第4号）（已废止）    a mark without a day
"""

from __future__ import annotations

import re
from functools import cache

from graph.grammar.dates import DATE, find_dates
from graph.grammar.enactment import ENDED, Act
from ontology import lexicon

_CUE = re.compile("失效|废止")


@cache
def _remark() -> re.Pattern[str]:
    ended = lexicon.alternatives("enactment-acts", ENDED)
    return re.compile(
        r"[ ]*[—－–-]*[ ]*[（【〔]?[ ]*(?:此|本|该)(?:件|文件|文|通知|办法|规定)"
        rf"(?:已经?)?[于自在][ ]?(?P<date>{DATE.pattern})起?(?:已经?|正式|予以)?(?P<word>{ended})"
        r"[。；]?[ ]*[）】〕]?[。]?",
        re.VERBOSE,
    )


_MARK = re.compile(
    r"[ ]*（(?:已经?)?(?:宣布)?(?:失效|废止|停止执行|修改|修订)）$|[ ]*（(?:现行|继续)?有效）$"
)


def expiry_at(text: str, start: int, end: int) -> Act | None:
    """Return the end of a document that a remark between the offsets tells, if one does.

    >>> act = expiry_at("关于水价的通知-此件于2017年7月31日宣布失效。", 0, 26)
    >>> (act.kind, str(act.date), act.start)
    ('ended', '2017-07-31', 7)
    """
    if not _CUE.search(text, start, end):
        return None
    match = _remark().search(text, start, end)
    if match is None:
        return None
    date = next(find_dates(text, *match.span("date")), None)
    if date is None or not date.day:
        return None
    stop = match.end("word")
    return Act(ENDED, match["word"], date.last(), "", None, None, match.start(), *[stop] * 3)


def without_expiry(line: str) -> str:
    """Return a line without the remark that it ends in.

    >>> without_expiry("关于修改甲办法的决定（已废止）"), without_expiry("废止甲办法的决定")
    ('关于修改甲办法的决定', '废止甲办法的决定')
    """
    if not _CUE.search(line) and not line.endswith("）"):
        return line
    remark = _remark().search(line)
    if remark and remark.end() == len(line):
        line = line[: remark.start()]
    mark = _MARK.search(line)
    return line[: mark.start()] if mark else line
