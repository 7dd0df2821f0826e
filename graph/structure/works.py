"""The works in one file: the document, the plan that it issues or forwards, and its annexes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.grammar.columns import columns_of
from graph.grammar.numbering import LABEL_AT_START
from graph.structure.lines import is_body_name, is_date, is_remark
from graph.structure.tables.heading_row import run_together
from graph.structure.titles import CHARACTERS, is_title
from graph.structure.unnumbered import NOTHING, without

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.structure.header import Header
    from graph.structure.lines import Line
    from graph.structure.unnumbered import Unnumbered

_ISSUED = re.compile(
    r"(?:印发|转发|批转|发布|公布|下发)(?P<by>[\u4e00-\u9fff、]{2,40}?(?:关于|制定的|《))?"
    r"(?P<title>.{4,140})的(?:通知|公告|通告|函|决定)(?:（[^）]*）)?$"
)
_ANNEX_LINE = re.compile(
    r"附\s*(?:件|表|录)\s*(?P<number>\d{1,2}|[一二三四五六七八九十]{1,2})?\s*[：:]?"
)
_ANNEX_INSIDE = re.compile(
    r"(?:(?<=[。）日])附件(?P<number>\d{1,2})?[：:]?|(?<=\d日))(?P<title>[\u4e00-\u9fff（）]{4,40})$"
)
_ANNEX_MARK = re.compile(r"^附\s*件\s*\d{0,2}\s*[：:]?\s*")
_MARKS = re.compile(r"[\s《》〈〉“”‘’\"'*]")
_TITLE_LINES = 5
_LINES_BEFORE_NUMBERS = 8
_LONGEST_ADDITION = 24  # characters: （征求意见稿） and the like
_LONGEST_NAME = 50
_SHORTEST_TITLE = 6
_LONGEST_TITLE = 200
_FEWEST_COLUMNS = 2


@dataclass(frozen=True, slots=True)
class Region:
    """The stretch of one work: ``title_start`` to ``start`` is its title, the rest its text.

    ``prefix`` is what its labels get where they would read like those of another work.
    """

    title: str
    prefix: str
    title_start: int
    start: int
    end: int


def issued_title(title: str) -> str | None:
    """Return the title of the work that a notice of this title issues or forwards.

    >>> issued_title("关于印发库尔勒市推动非户籍人口在城市落户实施方案的通知")
    '库尔勒市推动非户籍人口在城市落户实施方案'
    >>> issued_title("国务院办公厅转发教育部等部门关于做好升学考试工作意见的通知")
    '关于做好升学考试工作意见'
    """
    match = _ISSUED.search(title)
    if match is None:
        return None
    by, issued = match["by"] or "", match["title"]
    if by.endswith("关于"):
        issued = "关于" + issued
    issued = issued.rstrip("》")
    return issued.lstrip("《") if issued.count("《") <= issued.count("》") + 1 else issued


def same_work(one: str, other: str) -> bool:
    """Tell whether two titles can be of one document: the whole one, and a part that names it.

    >>> same_work("关于印发居住证办法的通知", "某市人民政府关于印发《居住证办法》的通知")
    True
    >>> same_work("某市火灾事故调查处理实施细则", "某市民用航空发展规划")
    False
    """
    first, second = (_bare(issued_title(title) or title) for title in (one, other))
    return first in second or second in first


def _bare(text: str) -> str:
    return _MARKS.sub("", text)


def _find_issued(
    lines: Sequence[Line], text: str, issued: str, start: int
) -> tuple[int, int] | None:
    """Return where the issued work's title stands after the letter, over up to five lines."""
    wanted = _bare(issued).replace("的", "")  # 转发关于…工作意见的通知 and 关于…工作的意见
    for index, line in enumerate(lines):
        if line.start < start or _ANNEX_LINE.fullmatch(line.text):
            continue
        if is_date(line.text) or is_remark(line.text):
            continue
        joined = ""
        for following in lines[index : index + _TITLE_LINES]:
            joined += _bare(following.text).replace("的", "")
            if len(joined) > len(wanted) + _LONGEST_ADDITION:
                break
            if _ends_alike(joined, wanted):
                return line.start, following.end
            if joined.startswith(wanted) and joined[len(wanted) :].startswith("（"):
                return line.start, following.end
    offset = text.find(issued, start)
    while offset > 0 and (text[offset - 1] in "《关于印发" or _in_title(text, offset)):
        offset = text.find(issued, offset + 1)
    return (offset, offset + len(issued)) if offset >= 0 else None


def _in_title(text: str, offset: int) -> bool:
    """Whether an offset stands in 《》: 《省政府转发…实施方案的通知》 names another's plan."""
    before = max(0, offset - _LONGEST_TITLE)
    return text.rfind("《", before, offset) > text.rfind("》", before, offset)


def _ends_alike(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return (
        len(shorter) >= _SHORTEST_TITLE
        and longer.endswith(shorter)
        and len(longer) - len(shorter) < _LONGEST_ADDITION
    )


def find_works(
    lines: Sequence[Line], text: str, header: Header, unnumbered: Unnumbered = NOTHING
) -> list[Region]:
    """Return the works in their order; the first is the document itself."""
    title = header.title.value if header.title else ""
    own_start = header.title.start if header.title and header.title.start >= 0 else 0
    starts: list[tuple[int, int, str, str]] = [(own_start, header.text_start, title, "")]
    issued = issued_title(title)
    after_letter = header.letter_end or header.text_start
    if issued:
        found = _find_issued(lines, text, issued, after_letter)
        if found:
            name = _ANNEX_MARK.sub("", text[found[0] : found[1]].replace("\n", ""))
            starts.append((*found, name, "plan"))
    for index, line in enumerate(lines):
        if line.start < max(after_letter, starts[-1][1]):
            continue
        if not without((line.start, line.end), unnumbered.attachments):
            continue
        match = _ANNEX_LINE.fullmatch(line.text)
        if match is None:
            if header.letter_end and len(starts) == 1:
                starts += _unmarked(lines, index, after_letter, title)
            continue
        stop, name = _annex_title(lines[index + 1 : index + 1 + _TITLE_LINES])
        if starts[-1][3] != "plan" and issued and name and _bare(name).endswith(_bare(issued)):
            starts.append((line.start, stop or line.end, name, "plan"))
        elif len(starts) > 1 or not issued or name:
            starts.append(
                (line.start, stop or line.end, name or line.text, f"附件{match['number'] or ''}")
            )
    starts += _annexes_in_lines(lines, text, starts[-1][1])
    return _regions(starts, len(text))


def _annexes_in_lines(
    lines: Sequence[Line], text: str, start: int
) -> Iterator[tuple[int, int, str, str]]:
    """Yield the annexes that begin inside a line: 附件重点任务分工序号工作任务责任单位1….

    Told by the headings of a table without anything between them, and the title before these.
    """
    for line in lines:
        if line.end <= start:
            continue
        heading = run_together(text, max(line.start, start), line.end)
        match = _ANNEX_INSIDE.search(text, line.start, heading.start) if heading else None
        if match and match.end() == (heading.start if heading else -1):
            yield match.start(), match.end(), match["title"], f"附件{match['number'] or ''}"


def _unmarked(
    lines: Sequence[Line], index: int, start: int, title: str
) -> list[tuple[int, int, str, str]]:
    """Return the work whose title ends at ``index``, behind a signature and without 附件.

    It is none where an order repeats its own title above what it proclaims.
    """
    if not _begins_work(lines, index):
        return []
    first = _title_above(lines, index, start)
    name = _ANNEX_MARK.sub("", "".join(part.text for part in lines[first : index + 1]))
    if _bare(name) == _bare(title):
        return []
    return [(lines[first].start, lines[index].end, name, "附件")]


def _begins_work(lines: Sequence[Line], index: int) -> bool:
    """Whether a title behind the signature heads a text that numbers anew, without 附件."""
    if not is_title(lines[index].text):
        return False
    following = lines[index + 1 : index + 1 + _LINES_BEFORE_NUMBERS]
    labels = (LABEL_AT_START.match(line.text) for line in following)
    first = next((label.group().strip() for label in labels if label), "")
    return first.startswith(("一、", "第一章", "第一条"))


def _title_above(lines: Sequence[Line], index: int, start: int) -> int:
    """Return the first line of the title that ends at ``index``: often it is set over two."""
    above = lines[index - 1] if index else None
    if above is None or above.start < start or is_date(above.text) or is_remark(above.text):
        return index
    begins = CHARACTERS.fullmatch(above.text) and not is_body_name(above.text)
    return index - 1 if begins and is_title(above.text + lines[index].text) else index


def _heads_table(lines: Sequence[Line]) -> bool:
    """Whether the headings of a table stand here, a line each."""
    counts = range(_FEWEST_COLUMNS, len(lines) + 1)
    return any(columns_of(line.text for line in lines[:count]) for count in counts)


def _annex_title(lines: Sequence[Line]) -> tuple[int | None, str]:
    joined = ""
    best: tuple[int | None, str] = (None, "")
    for index, line in enumerate(lines):
        if joined and _heads_table(lines[index:]):
            break  # the headings of a table
        joined += line.text.replace(" ", "")
        if is_title(joined):
            return line.end, joined
        if (
            best[0] is None
            and len(line.text) < _LONGEST_NAME
            and CHARACTERS.fullmatch(line.text)
            and not line.text.endswith(("。", "："))
        ):
            best = (line.end, joined)
    return best


def _regions(starts: Sequence[tuple[int, int, str, str]], end: int) -> list[Region]:
    annexes = sum(prefix.startswith("附件") for *_, prefix in starts)
    found: list[Region] = []
    for index, (title_start, start, title, prefix) in enumerate(starts):
        stop = starts[index + 1][0] if index + 1 < len(starts) else end
        if prefix == "plan":
            shown = ""
        elif prefix.startswith("附件"):
            shown = f"{prefix if annexes > 1 else '附件'}/"
        else:
            shown = prefix
        found.append(Region(title, shown, title_start, start, stop))
    return found
