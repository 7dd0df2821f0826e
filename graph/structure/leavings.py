"""What a page sets before a document and leaves behind it: footers, links, advertisements.

The document's own, though no stop ends it, are a signature, a date, a list of annexes, a colophon,
who answers for an item (成员单位：市公安局), and a table of which a row says something.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from graph.grammar.dates import DATE
from graph.structure.front import says_something
from graph.structure.lines import is_body_name, is_date
from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.structure.header import Header
    from graph.structure.lines import Line

_FORMAL = re.compile(
    r"附\s*[件表录]|抄\s*[送报]|（|特此|此[件复致]|\d{1,2}[ ]?[.、]"
    r"|[一二三四五六七八九十]{1,3}、|签发|校对|印发|.*印发$|联系人|（?共印"
)
_FURNITURE = re.compile(
    r"ICP|公网安备|网站标识码|版权所有|主办单位|承办单位|技术支持|浏览器|扫一扫|分享到|打印|关闭窗口|TOP|返回顶部"
    r"|上一篇|下一篇|相关附件|相关链接|javascript|https?://|浏览次数|责任编辑|字体|收藏"
    r"|本(?:网|站|网站)[^。]{0,20}(?:[非未]经|不得)[^。]*(?:转载|复制|使用|应用)"
)
# What is attached, by the name of its file: 申请表.doc, and not 附件：1.申请表.doc
_FILE = re.compile(r"\.(?:docx?|xlsx?|pptx?|pdf|wps|et|zip|rar|jpe?g)[）” ]*$", re.IGNORECASE)
_LIST_OF_FILES = re.compile(r"附[ ]?[件表]")
_LONG_LINE = 60  # a paragraph, or a text that lost its line ends
_STOP = re.compile(r"[。；]")
_SIGNED = re.compile(r"日(?:[ ]*（(?:此件|本文)[^（）]{0,20}）)?$")
_CONTACT = re.compile(
    r"(?:联系|咨询|办公)?(?:电话|传真|邮箱|地址|邮编|邮政编码|电子邮[件箱])[/、： ]"
)
_FEWEST_COUNTED = 3  # rows that count
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
        if _is_own(line) or _is_row(text, start, line_start, stop):
            break
        if not left and _CONTACT.match(line) and _follows_own(text, start, line_start):
            break
        if own := _own_part(line):
            if own < len(line):
                left.append((line_start + own, stop))
            stop = line_start + own
            break
        if line.strip():
            left.append((line_start, stop))
        stop = line_start - 1 if line_start > start else start
    return max(stop, start), left[::-1]


def _own_part(line: str) -> int:
    """Return how much of a line is the document's own, before what the page put behind it."""
    ends = max(line.rfind("。"), line.rfind("；")) + 1
    furniture = _FURNITURE.search(line, ends)
    if ends and furniture:
        return furniture.start()
    if _FURNITURE.search(line, 0, ends):  # a sentence on printing, or 上一篇：关于…的通知。
        return len(line) if ends == len(line) > _LONG_LINE else 0
    return len(line) if ends and _FORMAL.match(line[ends:].lstrip()) else ends  # 。附件：1.甲表


def _follows_own(text: str, start: int, stop: int) -> bool:
    """Whether lines of contact stand right below a letter's own words; a footer has them too."""
    for line in text[start : max(stop - 1, start)].split("\n")[::-1]:
        if not _CONTACT.match(line):
            return _SENTENCE_END.search(line) is not None or _FORMAL.match(line) is not None
    return False


def _is_row(text: str, start: int, line_start: int, stop: int) -> bool:
    """Whether a line is a row of a table of which this row, or one right above it, has a stop."""
    if "\t" not in text[line_start:stop] or _FURNITURE.search(text, line_start, stop):
        return False
    first = line_start
    while first > start:
        above = max(text.rfind("\n", start, first - 1) + 1, start)
        if "\t" not in text[above : first - 1]:
            break
        first = above
    return _STOP.search(text, first, stop) is not None or _counts(text[first:stop].split("\n"))


def _counts(rows: Sequence[str]) -> bool:
    """Whether the rows of a table are counted: 1⇥一类⇥高血压病, 2⇥一类⇥糖尿病."""
    numbers = [cell for row in rows if (cell := row.partition("\t")[0].strip()).isdecimal()]
    counted = [int(number) for number in numbers]
    return len(counted) >= _FEWEST_COUNTED and counted == list(
        range(counted[0], counted[0] + len(counted))
    )


@cache
def _answers() -> re.Pattern[str]:
    """Return the pattern of a line of who answers: 牵头单位：, 成员单位：, and not 主办单位：."""
    words = lexicon.concepts("role-labels")
    shares = words["lead"].written | words["support"].written | words["responsible"].written
    shares -= words["reachable"].written
    roles = "|".join(sorted(map(re.escape, shares), key=lambda form: (-len(form), form)))
    nouns = "|".join(sorted(map(re.escape, words["noun"].written), key=lambda form: -len(form)))
    return re.compile(rf"(?:{roles})(?:{nouns})：")


def _is_own(line: str) -> bool:
    if not line.strip() or _FURNITURE.search(line):
        return False
    if _FILE.search(line) and not _LIST_OF_FILES.match(line):
        return False
    if len(line) > _LONG_LINE and _SIGNED.search(line):
        return True
    return (
        _SENTENCE_END.search(line) is not None
        or _FORMAL.match(line) is not None
        or _answers().match(line) is not None
        or is_date(line)
        or is_body_name(line)
        or is_signed(line)
    )


def is_signed(line: str) -> bool:
    """Tell whether a line is a body and the day on which it signed.

    >>> is_signed("某省人民政府办公厅 2018年3月8日"), is_signed("某市门户网 2018年3月8日更新")
    (True, False)
    """
    date = next(DATE.finditer(line), None)
    return (
        date is not None
        and date.end() == len(line.rstrip())
        and is_date(date.group())
        and is_body_name(line[: date.start()].strip())
    )


def before_text(lines: Sequence[Line], header: Header) -> Iterator[tuple[int, int]]:
    """Yield the stretches of sentences before the text that are no part of the document.

    Menus and fields of a page are silent; what says something (。) is never dropped unseen.
    """
    stated = [header.title, header.number, header.date, *header.issuers, *header.addressees]
    known = [(part.start, part.end) for part in stated if part]
    known += [(note.start, note.end) for note in header.enacted.notes]
    start = end = -1
    for line in lines:
        if line.end > header.text_start:
            break
        if not says_something(line) or any(a < line.end and line.start < b for a, b in known):
            continue
        if end >= 0 and line.start - end > 1:
            yield start, end
            start = -1
        start, end = (line.start if start < 0 else start), line.end
    if end >= 0:
        yield start, end
