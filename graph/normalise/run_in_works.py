"""Where works begin within the lines of a text that keeps some of its line ends.

A page that sets the form of a document on one line leaves blanks, or nothing, between the letter's
signature, its day, and the title of what it issues; each article then has a line of its own.

Forms read, a stroke where a line begins::

    某市人民政府|2016年9月7日|某市试验区管理办法|第一章 总则|…       behind the day, a text below it
    某市商务委员会|二〇〇九年八月七日|附件一 成员单位职责 …          behind the day, 附件
    …2010年3月29日|省政府办公厅关于转发某办法的通知|各市人民政府：     a title that the letter names
    某市试验区改革创新方案|为贯彻落实…                             one that begins a line
    …先进水平。|附件：建设项目表|附件|建设项目表 序号 项目 …          an annex, listed and headed

No work begins behind a day in a sentence: 自2010年1月1日起施行某办法, 2010年1月1日印发的某办法,
nor in the history of an act: 1997年1月14日 《…的决定》修订.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from graph.grammar.dates import DATE
from graph.grammar.ideographs import HAN
from graph.normalise.cuts import ends_a_name
from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SHORTEST: Final = 6  # characters of a title
_LONGEST: Final = 80
_SHORTEST_REST: Final = 4  # characters of what can stand behind a title
_LONGEST_SENTENCE: Final = 400
_MOSTLY: Final = 0.6
_MOST: Final = 12  # titles that a text announces
_LONGEST_NAME: Final = 30
_NO_SIGNATURE: Final = re.compile(
    r"[ ]?(?:[起前底至以，。、；：内召通发第公的之施实在到）]|[（(]?星期)"
)
_HANDED: Final = re.compile(r"印发|转发|批转|公布|发布|下发|颁布")
_MARKED: Final = re.compile(r"《([^《》]{4,80}(?:《[^《》]{2,60}》[^《》]{0,20})?)》")
_NAMED: Final = re.compile(
    rf"关于(?:{_HANDED.pattern})([^《》]{{4,80}}?)的[ ]?(?:通[ ]?知|决定|公告|函)"
)
_LISTED_AND_HEADED: Final = 2
_ALIKE: Final = re.compile(
    r"(?<=[。；）日 ])附件[ ]?：[ ]?(?P<title>[^。；：\n]{4,60}?)[ ]?(?P<annex>附件)[ ]?\n?[ ]?"
    r"(?P=title)"
)
_DROPPED: Final = frozenset(' 《》〈〉“”"')
_ANNEX: Final = re.compile(r"[ ]*附[ ]?件[ ]?(?:\d{1,2}|[一二三四五六七八九十]{1,2})?[ ]?：?[ ]?")
# （此件公开发布）, （信息公开形式：主动公开）
_REMARK: Final = re.compile(
    r"[ ]?（(?:此件|本文)[^（）]{0,20}）|[ ]?（[^（）]{0,10}公开[^（）]{0,10}）"
)
_PRINTED: Final = re.compile(r"[ ]?印发(?:[ ]?共印[ ]?：?[ ]?\d+[ ]?份)?(?=[ ]|$|附[ ]?件)")
# 1997年1月14日《…的决定》修订: an act in the history of the one whose note this is
_OF_A_NOTE: Final = re.compile(r"[ ]?(?:第[一二三四五六七八九十]{1,2}次)?修[正订改]")
_NUMBERS: Final = re.compile(r"[ ]*(?:（[^（）]{2,60}）)?[ ]*(?:第[一1][章条]|一、)")
_TEXT: Final = re.compile(
    rf"{_NUMBERS.pattern}|[ ]*(?:（[^（）]{{2,60}}）)?[ ]*(?:（一）|1[.、 ]|总则|目录|根据|按照"
    r"|依据|为[了贯认进加切深全规保促推做建])"
)


def announced(text: str) -> tuple[str, ...]:
    """Return the titles that a text says are issued or forwarded, without marks and blanks."""
    text = text.replace("\n", "")  # a page may break a sentence anywhere
    found = [match[1] for match in _NAMED.finditer(text)]
    for handed in _HANDED.finditer(text):
        first = max(0, handed.start() - _LONGEST_SENTENCE)
        begun = max(text.rfind(mark, first, handed.start()) for mark in "。；") + 1
        found += _MARKED.findall(text, max(first, begun), handed.start())
    bare = ("".join(c for c in title if c not in _DROPPED) for title in found)
    return tuple(dict.fromkeys(title for title in bare if len(title) >= _SHORTEST))[:_MOST]


def work_starts(line: str, titles: Sequence[str]) -> list[int]:
    """Return where lines began in a line that a signature, a day and a title share.

    >>> line = "某市人民政府办公室 2016年9月7日 某市试验区管理办法 第一章 总则"
    >>> at = work_starts(line, ())
    >>> [line[a:b].strip() for a, b in zip([0, *at], [*at, len(line)])]
    ['某市人民政府办公室', '2016年9月7日', '某市试验区管理办法', '第一章 总则']
    >>> work_starts("本办法自2010年1月1日起施行。", ())
    []
    """
    found = set(_headed(line, titles))
    if "日" in line or "号" in line:
        for date in DATE.finditer(line):
            if date["day"] and not _NO_SIGNATURE.match(line, date.end()):
                found.update(_behind_day(line, date.start(), date.end(), titles))
    return sorted(at for at in found if 0 < at < len(line))


def annex_starts(line: str, following: str) -> list[int]:
    """Return where a list of one annex and the annex itself begin in a line that ran on.

    >>> line = "全省达到先进水平。附件：建设项目一览表附件"
    >>> at = annex_starts(line, "建设项目一览表（动态管理）")
    >>> [line[a:b] for a, b in zip([0, *at], [*at, len(line)])]
    ['全省达到先进水平。', '附件：建设项目一览表', '附件']
    >>> annex_starts("全省达到先进水平。附件：申请表及附件", "某市商务局")
    []
    """
    if line.count("附件") < _LISTED_AND_HEADED:
        return []
    match = _ALIKE.search(f"{line}\n{following}")
    at = (match.start(), match.start("annex"), match.end("annex")) if match else ()
    return [start for start in at if 0 < start < len(line)]


def _headed(line: str, titles: Sequence[str]) -> Iterator[int]:
    """Yield where an announced title begins and ends that stands apart and has its text behind it.

    Behind a day that stands in the line it may be any text.
    """
    if not any(title[:_SHORTEST] in line for title in titles):
        return
    day = next((date.end() for date in DATE.finditer(line) if date["day"]), len(line))
    for title in titles:
        at = line.find(title[:_SHORTEST])
        while at >= 0:
            end = _title_end(line, at, title)
            apart = line[at - 1] in " 。）" if at else not line.startswith("《")
            if (
                end
                and apart
                and (_TEXT.match(line, end) or (at > day and line[end : end + 1] == " "))
            ):
                yield from (at, end)
                break
            at = line.find(title[:_SHORTEST], at + 1)


def _behind_day(line: str, start: int, end: int, titles: Sequence[str]) -> Iterator[int]:
    """Yield where a signature begins, its day, and what stands behind it."""
    apart = start == 0 or line[start - 1] in " 。）" or ends_a_name(line[:start])
    printed = _PRINTED.match(line, end)
    at = printed.end() if printed else end
    while remark := _REMARK.match(line, at):
        at = remark.end()
    annex = _ANNEX.match(line, at)
    title = annex.end() if annex else at + len(line[at:]) - len(line[at:].lstrip())
    stop = max((_title_end(line, title, each) for each in titles), default=0)
    if not stop and apart and line[end : end + 1] in " （":
        stop = _unannounced_end(line, title, titles)
    if stop and _OF_A_NOTE.match(line, stop):
        return
    if printed and annex and annex.end() == len(line):  # …2006年2月6日印发附件
        yield at
    if stop or (annex and apart and annex.end() < len(line)):
        yield from (_signer_start(line, start), at)
        yield from () if printed else (start, end)
        if annex and line[annex.end() - 1] not in " ：":  # 附件任务分工表: the title glued to it
            yield annex.end()
        if len(line[stop:].strip()) >= _SHORTEST_REST:  # not 任务分工|表
            yield stop


def _title_end(line: str, start: int, title: str) -> int:
    """Return where an announced title ends that stands at ``start``, or 0; blanks do not count.

    What it has in brackets at its end may stand in the next line.
    """
    at, read = start, 0
    while at < len(line) and read < len(title):
        if line[at] == title[read]:
            read += 1
        elif line[at] not in _DROPPED:
            return 0
        at += 1
    if read < len(title) and not (at == len(line) and title[read] == "（"):
        return 0
    return at + (line[at : at + 1] == "》")


def _unannounced_end(line: str, start: int, titles: Sequence[str]) -> int:
    """Return where a title ends below which numbers begin, or 0 where there is none.

    Where it is an announced one in other words, any text may begin there.
    """
    for kind in _kind().finditer(line, start, min(len(line), start + _LONGEST)):
        end = kind.end()
        if end - start < _SHORTEST or not _TEXT.match(line, end):
            continue
        if not _TITLE.fullmatch(line, start, end) or _TELLS.search(line, start, end):
            return 0
        if _NUMBERS.match(line, end) or any(_alike(line[start:end], each) for each in titles):
            return end
    return 0


def _alike(title: str, announced_one: str) -> bool:
    """Whether a title is an announced one with another word: 严禁违法猎捕, 严禁非法猎捕."""
    bare = "".join(c for c in title if c not in _DROPPED)
    pairs, others = ({a + b for a, b in pairwise(words)} for words in (bare, announced_one))
    return len(pairs & others) >= _MOSTLY * max(len(pairs), len(others))


# 某市人民政府 印发防汛方案: who did what, in the news of a page
_TELLS: Final = re.compile(r"[\u4e00-\u9fff](?<!关于)[ ]?(?:印发|转发|召开|部署|出台|审议|公布)")
_TITLE: Final = re.compile(rf"[{HAN}《》〈〉“”（）、 \d—-]+")


@cache
def _kind() -> re.Pattern[str]:
    kinds = sorted(lexicon.scheme("document-kinds"), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, kinds))})(?:[ ]?（[^（）]{{1,24}}）)?")


def _signer_start(line: str, day: int) -> int:
    """Return where the name begins that stands before a day, or the day itself."""
    words = line[:day].rstrip()
    first = max(words.rfind(mark) for mark in " 。）") + 1
    name = words[first:]
    return first if 0 < len(name) <= _LONGEST_NAME and ends_a_name(name) else day
