"""The acts that make and change a regulation, as the note under its title (题注) lists them.

立法技术规范 (全国人大常委会法工委) puts the note in brackets below the title; law databases set
each act on a line. Forms read::

    （2016年1月20日某市第十八届人民代表大会第六次会议通过）                 adopted
    2016年3月30日 某省第十二届人民代表大会常务委员会第二十次会议批准         approved
    （该文件于2014年1月15日以某府令第197号公布）                            promulgated
    （2023年3月1日某省人民政府令第100号公布 自2023年5月1日起施行）          promulgated, commenced
    （某部令第37号 1999年2月24日某部第4次部务会议通过）                   promulgated, adopted
    根据2018年9月21日某省人大常委会第五次会议《关于修改〈A〉的决定》第一次修正  amended
    2000年4月29日第九届全国人大常委会第十五次会议第一次修订                  revised
    2007年12月14日国务院令第514号公布施行                              promulgated, commenced
    自公布之日起30日后施行                                           commenced, on no date
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from graph.grammar.dates import DATE, find_dates
from graph.grammar.document_numbers import find_numbers
from graph.grammar.numerals import CHINESE, parse_numeral
from graph.grammar.titles import find_titles
from ontology import lexicon

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping

COMMENCED = "commenced"
_CHANGES = ("amended", "revised")
ENDED = "ended"  # told by a remark of the page, and by no note under a title
_LONGEST = 3000  # characters of a note; that of a law amended seven times has 900
_NUMBER = 40  # characters of the number of an order
_MASK = "□"  # stands for the characters of a title: no word of an act, part of no date
_LEAD = re.compile(
    r"[ \n；，。、]*(?:(?:该文件|本(?:办法|规定|条例|细则|规则))于)?"
    r"(?:(?:已经|业经|经|由|自|根据|依据|按照|同时|并|后|原)[ ]?)*"
)
_BEHIND = re.compile(r"[ 。；，）]*(?:根据[ ]*)?")  # of the act on the next line
_WITHIN = r"[^，。；\n]{0,260}?"
_LEAD_OF_BODY = re.compile(r"(?:[ ，]|经|由|于|以|根据|依据|按照)*")
_NO_ACT = "批准的|的|了|之日|本|稿|案|法|，报|后|日期|时间"  # 通过的《关于修改A的决定》修正
_DECISION = re.compile(r"关于(?:修改|修订|修正)[^。；\n]{2,100}?(?:决定|命令|令)")
_PERIOD = rf"满?(?P<count>\d{{1,3}}|[{CHINESE}]{{1,4}})[ ]?(?P<unit>日|天|个月|年)[之以]?后?"
_EVENTS = "公布|发布|印发|颁布|下发|签发|签署|通过|批准"
_SINCE = re.compile(  # lines set to a margin and joined leave a blank anywhere: 自公 布之日起
    rf"(?P<event>{re.sub('(?<=[^|])(?=[^|])', '[ ]?', _EVENTS)})[ ]?之[ ]?日"
    r"(?:[ ]?起|(?=施行|实施|生效))"  # 1985年9月18日国务院发布 发布之日施行
    rf"(?:{_PERIOD})?[ ，]?(?:正式|开始)?"
)


_UNTIL = r"起?[至到][ ]?\d{4}年\d{1,2}月\d{1,2}日止?(?:期间)?"  # 自2008年5月1日至2013年4月30日施行


@dataclass(frozen=True, slots=True)
class Since:
    """A day told by another one: ``event`` is the act that it is counted from."""

    event: str
    count: int
    unit: str


@dataclass(frozen=True, slots=True)
class Act:
    """One act: what it did (a key of ``enactment-acts``), on which day, and who or what did it.

    ``word`` is the word for it as printed (通过, 修正), ``by`` the decision that amends where one
    is named, or else the order, the meeting or the body; ``number`` is that of the order.
    ``since`` tells the day where no date does.
    """

    kind: str
    word: str
    date: dt.date | None
    by: str
    number: str | None
    since: Since | None
    start: int
    end: int
    by_start: int
    by_end: int

    def moved(self, by: int) -> Act:
        """Return the act with its places that many characters further on."""
        places = ("start", "end", "by_start", "by_end")
        return replace(self, **{place: getattr(self, place) + by for place in places})


@cache
def _words() -> Mapping[str, str]:
    return {w: key for w, key in lexicon.scheme("enactment-acts").items() if key != ENDED}


@cache
def _any_word() -> re.Pattern[str]:
    return re.compile(lexicon.alternation((*_words(), "令", "公告")))


@cache
def _act() -> re.Pattern[str]:
    words = lexicon.alternation(_words())
    return re.compile(
        rf"(?P<date>(?:{DATE.pattern})(?![前后底初末起至]|(?<!日)内))?(?P<by>{_WITHIN})(?:第[一二三四五六七八九十\d]{{1,3}}次)?"
        rf"(?P<word>{words})(?!{_NO_ACT})(?:{_MASK}+(?=[ ；。）]|$))?",  # 通过《A办法》
        re.VERBOSE,
    )


@cache
def _commenced() -> re.Pattern[str]:
    words = "|".join(
        "[ ]?".join(word) for word in lexicon.concepts("enactment-acts")[COMMENCED].written
    )
    return re.compile(
        rf"(?:(?P<date>{DATE.pattern})(?:{_UNTIL})?[ ，]?(?:起?正式)?|(?P<since>{_SINCE.pattern}))"
        rf"(?P<word>{words})",
        re.VERBOSE,
    )


def find_acts(text: str, start: int, end: int) -> Iterator[Act]:
    """Yield the acts that a note consists of, as far as it consists of them from ``start``.

    >>> note = "（2006年7月26日市人大常委会第七次会议通过 自2007年1月1日起施行）"
    >>> [(act.kind, str(act.date), act.by) for act in find_acts(note, 1, len(note) - 1)]
    [('adopted', '2006-07-26', '市人大常委会第七次会议'), ('commenced', '2007-01-01', '')]
    """
    words = text[start:end]
    masked = _masked(words)
    opens = text.startswith("（", start - 1) if start else False
    at = 0
    while True:
        lead = _LEAD.match(masked, at)
        first = lead.end() if lead else at
        act = (
            read_commencement(masked, first, len(masked))
            or (_order_before(words, masked, first) if opens and not at else None)
            or _read(words, masked, first, dayless=opens or at > 0)
            or (_order_alone(words, first) if opens or DATE.match(words, first) else None)
        )
        if act is None:
            return
        at = act.end
        yield act.moved(start)
        if act.kind == "promulgated" and words[:at].endswith(("施行", "实施")):
            commenced = Act(
                COMMENCED, act.word[-2:], act.date, "", None, None, act.start, *[at] * 3
            )
            yield commenced.moved(start)


def note_end(text: str, start: int, end: int) -> int:
    """Return where a note ends that begins at ``start``, or ``start`` where none does.

    >>> note_end("（2019年1月3日省人民政府令第5号公布）", 0, 21), note_end("2019年共通过", 0, 8)
    (21, 0)
    """
    if end - start > _LONGEST or not _any_word().search(text, start, end):
        return start
    first = at = start + text.startswith("（", start)
    for act in find_acts(text, at, end):
        at = act.end
    if at == first:
        return start
    behind = _BEHIND.match(text, at, end)
    return behind.end() if behind else at


def read_commencement(text: str, start: int, end: int) -> Act | None:
    """Return from when something is in force, if the words at ``start`` tell: 2024年1月1日起施行.

    >>> act = read_commencement("公布之日起30日后施行", 0, 11)
    >>> (act.date, act.since)
    (None, Since(event='公布', count=30, unit='日'))
    """
    match = _commenced().match(text, start, end)
    if match is None:
        return None
    day, since = None, None
    if match["date"]:
        date = next(find_dates(text, *match.span("date")), None)
        if date is None or not date.day:
            return None
        day = date.last()
    else:
        count = parse_numeral(match["count"]) if match["count"] else 0
        since = Since(match["event"].replace(" ", ""), count, match["unit"] or "日")
    word, stop = match["word"].replace(" ", "").removeprefix("起"), match.end()
    return Act(COMMENCED, word, day, "", None, since, match.start(), *[stop] * 3)


def _masked(text: str) -> str:
    """Return the text with titles and decisions in it made unreadable, character for character."""
    spans = [(title.start, title.end) for title in find_titles(text, 0, len(text))]
    spans += [decision.span() for decision in _DECISION.finditer(text)]
    masked = list(text)
    for first, last in spans:
        masked[first:last] = _MASK * (last - first)
    return "".join(masked)


def _order_alone(text: str, start: int) -> Act | None:
    """Return the promulgation that an order's number alone tells: （2009年8月27日主席令第18号）."""
    date = DATE.match(text, start)
    after = date.end() if date else start
    number = next(find_numbers(text, after, len(text)), None)
    if number is None or "〔" in number.text:
        return None
    behind = text[number.end :].strip(" ）；。")
    if behind and date is None:  # （教育部令第41号 2017年2月4日）
        date = DATE.match(text, number.end + (text[number.end : number.end + 1] == " "))
        behind = text[date.end() :].strip(" ）；。") if date else behind
    if behind:
        return None
    if text[after : number.start].strip(" ") not in {"", "中华人民共和国"}:
        return None
    found = next(find_dates(text, *date.span()), None) if date else None
    day = found.last() if found and found.day else None
    written = text[number.start : number.end]
    end = max(number.end, date.end()) if date else number.end
    span = (start, end, number.start, number.end)
    return Act("promulgated", "公布", day, written, number.text, None, *span)


def _order_before(text: str, masked: str, start: int) -> Act | None:
    """Return the order that stands before the first act by its number: （某部令第37号 1999年…."""
    number = next(find_numbers(text, start, min(len(text), start + _NUMBER)), None)
    if number is None or number.start != start or "〔" in number.text:
        return None
    lead = _LEAD.match(text, number.end)
    behind = lead.end() if lead else number.end
    if behind == number.end or not _read(text, masked, behind, dayless=False):
        return None
    span = (start, number.end, number.start, number.end)
    return Act("promulgated", "公布", None, number.text, number.text, None, *span)


def _read(text: str, masked: str, start: int, *, dayless: bool) -> Act | None:
    """Return the act that begins at ``start``; without a day only by an order's number."""
    match = _act().match(masked, start)
    if match is None or not _is_balanced(match["by"]):
        return None
    kind = _words()[match["word"]]
    date = next(find_dates(masked, *match.span("date")), None) if match["date"] else None
    day = date.last() if date and date.day else None
    by_start, by_end, number = _agent(text, *match.span("by"))
    changed = kind in _CHANGES and match["date"] and by_end > by_start  # 2011年《A决定》修正
    if kind == COMMENCED or (day is None and not (number and dayless) and not changed):
        return None
    by = text[by_start:by_end].replace(" ", "")
    return Act(kind, match["word"], day, by, number, None, start, match.end(), by_start, by_end)


def _is_balanced(words: str) -> bool:
    """Whether brackets close as they open; （2件） 一、A（…令第29号公布 closes one first."""
    depth = 0
    for character in words:
        depth += (character == "（") - (character == "）")
        if depth < 0:
            return False
    return not depth


def _agent(text: str, start: int, end: int) -> tuple[int, int, str | None]:
    """Return who or what did an act: the decision, the order, or else the meeting or body."""
    number = next(find_numbers(text, start, end), None)
    title = next(find_titles(text, start, end), None)
    decision = _DECISION.search(text, start, end)
    if decision and (title is None or decision.start() < title.start):
        return *decision.span(), number.text if number else None
    if title:
        return title.start, title.end, number.text if number else None
    lead = _LEAD_OF_BODY.match(text, start, end)
    start = lead.end() if lead else start
    while end > start and text[end - 1] in " ，":
        end -= 1
    return start, end, number.text if number else None
