"""What a page leaves behind after the end of a document: footers, links, advertisements."""

from __future__ import annotations

import re

from graph.structure.lines import is_body_name, is_date

_FORMAL = re.compile(
    r"附\s*[件表录]|抄\s*[送报]|（|特此|此[件复致]|\d{1,2}[.、]|[一二三四五六七八九十]{1,3}、|签发|校对|印发|.*印发$|联系人|（?共印"
)
_FURNITURE = re.compile(
    r"ICP|公网安备|网站标识码|版权所有|主办单位|承办单位|技术支持|浏览器|扫一扫|分享到|打印|关闭窗口|TOP|返回顶部"
    r"|上一篇|下一篇|相关附件|相关链接|javascript|https?://|浏览次数|责任编辑|字体|收藏"
)
_SENTENCE_END = re.compile(r"[。！？；：）”》.]$")


def leavings(text: str, start: int, end: int) -> tuple[int, list[tuple[int, int]]]:
    """Return where the document's own words end, and the lines behind them that are none.

    A line is the document's own when it ends as a sentence does, or has the form of a signature, a
    date, a list of annexes or a colophon. Lines of any other kind at the very end are left over.
    """
    left: list[tuple[int, int]] = []
    stop = end
    while stop > start:
        line_start = max(text.rfind("\n", start, stop) + 1, start)
        line = text[line_start:stop]
        if _is_own(line):
            break
        if line.strip():
            left.append((line_start, stop))
        stop = line_start - 1 if line_start > start else start
    return max(stop, start), left[::-1]


def _is_own(line: str) -> bool:
    if not line.strip() or _FURNITURE.search(line):
        return False
    return (
        _SENTENCE_END.search(line) is not None
        or _FORMAL.match(line) is not None
        or is_date(line)
        or is_body_name(line)
    )
