"""The time terms of a clause: each reading of its words, those that say more first.

Forms read::

    2016年底前出台、2022年上半年完成            deadline; a part of a year ends with that part
    6月底前完成、8月13日16时前                  its year is what the sentence names before, or the
                                                document's, and marked as inferred
    2018年组织开展…、2021年6月份取得成效        a time that begins a clause, and what is due
    完成时限：2021年12月底、持续推进            what a label or a column of time limits holds
    到2020年、力争2025年达到80%                 target
    每年12月底前、每3至5年、定期、逐年          recurring, but no 每人每月65元
    30个工作日内、24小时内、利用3至5年时间      period
    自印发之日起3个月内                         period, counted from the day of issue
    持续推进、长期坚持、常态化开展              ongoing
    在迁出前申报、届满30日前                    deadline by an event
    明年一季度、次年3月底前、尽快、及时         the year after, where it is known; vague
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from graph.extract.before_events import find_events
from graph.extract.calendar_days import after, is_counted, plan_end
from graph.extract.spans import find_month_starts, find_spans
from graph.extract.undated import ongoing, ongoing_words, vague, vague_words
from graph.grammar.cues import cued
from graph.grammar.numerals import parse_numeral
from graph.grammar.times import CALENDAR, find_stretches
from graph.model import DeadlineKind as Kind
from ontology import lexicon

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from graph.grammar.times import Stretch

_SINCE_RULE = "deadline.since"
_NEAR = 12  # characters before a time that tell what it is
_N = r"(?:\d{1,3}|[一二两三四五六七八九十百]{1,4})"
_UNITS = r"(?:个?工作日|个?自然日|个?小时|分钟|周|个月|[日天月年])"


@dataclass(frozen=True, slots=True)
class Term:
    """A time in a clause. ``inferred`` tells that its year stands elsewhere."""

    kind: Kind
    last: dt.date | None
    start: int
    end: int
    rule: str
    year: int | None = None
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Context:
    """What the words before a clause and the document say of its times.

    ``issued`` is the day of the document, ``year`` the year that its sentence named last,
    ``recurs`` that a clause of it recurs (每年3月底前…，4月底前…), ``listed`` that the whole
    stretch is a time limit: a cell of such a column, or what stands behind such a label.
    """

    issued: dt.date | None
    year: int | None = None
    recurs: bool = False
    listed: bool = False


@cache
def _due() -> re.Pattern[str]:
    subject = r"[^，。；的（）\d]{1,16}?(?:应当?|要(?!求)|须|必须|将(?=[对在与把组开启全]))"
    return re.compile(
        rf"(?:前|之前|以前|内)?，?(?:{lexicon.alternatives('time-words', 'due')}|{subject})"
    )


_MONEY = r"[^，。；]{0,12}?[\d.]+(?:万|亿)?元"
_RATE = (
    r"[ ]?(?:约|不超过|不少于)?"
    r"(?:[\d.]+[万亿]?[吨户人个亩头台套辆件家%％‰度升克平立]|[一二两三四五六七八九十百千万]+[吨亩度升克])"
)
_RECURRING = cued(
    rf"(?:于)?(?<!指)(?<!公历)(?<!每[户人名生件亩床次])(?<!平均)每(?:个)?[ ]?"
    rf"(?:{_N}[～~—\-至到]{_N}|{_N})?[ ]?个?"
    rf"(?:年度?|半年|季度?|月|周|旬|日|天|学期|学年|工作日)"
    rf"(?!度?期|的(?![ ]?[\d一二三四五六七八九十]{{1,3}}月)|届满)"
    rf"(?!{_MONEY})(?!{_RATE})(?!每[平户人名床亩吨件辆个])[ ]?(?:\d{{1,2}}月|第?[一二三四]季度)?"
    rf"(?:\d{{1,2}}[日号]|底|末|初)?(?:[之以]?前)?"
    r"|(?<!不)定期(?!或者?不定期|不定期|抚恤|补助|救助金|定量|存款|存单|储蓄|利率|寿险|航班|航线|公交|客运|货运|刊物|合同|债|票据|限|评估每|[\u4e00-\u9fff]{2,4}(?:制度|机制|体系))|逐[年月](?!情况|数据|明细|表|分析表)|按(?:月|季度?|半年|年度|学期)(?!度?目标)",
    ("每", "定期", "逐年", "逐月", "按"),
)
_WITHIN = cued(
    rf"(?:(?<=不超过)|(?<![近过去第至\d]))(?<!近[ ])(?<!以上)(?<!创办)(?<!成立)(?<!毕业)"
    rf"(?<!注册)(?<!初创)(?<!退役)"
    rf"(?P<n>{_N})[ ]?(?P<unit>{_UNITS})(?:以|之)?内(?!部|容|涵|的?累计|次数)"
    r"(?!的?(?:均?未|无(?!偿)|没有|不能|曾|受过|发生过|有过|多次))"
    rf"|(?:利用|用)[ ]?(?:{_N}[～~—\-至到])?{_N}[ ]?(?:年|个月)(?:左右)?的?时间"
    rf"|提前[ ]?{_N}[ ]?{_UNITS}"
    rf"|(?<!有效)(?:期限|时间|时限)[^，。；]{{0,6}}?"
    rf"(?:不得超过|不超过|最长为?)[ ]?{_N}[ ]?{_UNITS}"
    rf"|(?:保存|保管|留存|公示|公告|征求意见)的?(?:期限|时间|时限)[^，。；]{{0,4}}?"
    rf"(?:不得少于|不少于|不低于|至少)[ ]?{_N}[ ]?{_UNITS}"  # a warranty of 5 years is a condition
    rf"|(?<![经已])公示[ ]?{_N}[ ]?{_UNITS}(?=[，。；）])",
    ("内", "时间", "提前", "期限", "时限", "公示"),
)
_PLAN = cued(
    r"“?(?P<plan>十[一二三四五六七八九])五”?(?:期间|时期)|“(?P<quoted>十[一二三四五六七八九])五”末",
    ("五”", "五期间", "五时期"),
)
_UNTIL = re.compile(r"(?:到|(?<![年月日])至|力争|争取|确保)[ ]?$")
# 申报时间为发布之日起至4月15日, 期限延长至2007年, 政策延续到2023年: how long, nothing to be reached
_LASTS = re.compile(
    r"(?:(?:时间|期限|日期|之日起|延[长期]|顺延)[^，。；]{0,8}至"
    r"|(?:延[续长]|顺延|执行|实施)[到至])[ ]?$"
)
_SINCE = re.compile(r"(?:自|从)[ ]?$")
_STARTS = re.compile(r"(?:年?[底末初]|春季|秋季|学年)?(?:开始|起)")
_BEFORE = re.compile(r"(?:之|以)?前(?!出生|述|期|款)")
_RELATIVE = re.compile(
    r"(?:次|翌|下|当|同|来|第二|去|上|历|往|近|近几|每|常|整|全|今|本)$|(?:次|翌|下|第二|来|当)一?年度?$"
)
_SHORT_SUBJECT = re.compile(r"[各全我本][\u4e00-\u9fff]{1,7}")  # 各地区2022年原则上应
_INSIDE = re.compile("以?内(?!部|容|涵|的|外)")
_PAST = re.compile(r"(?:去|上|往|历|近几|前)一?年度?$|(?:去|上|往|历)$")
_NEXT_YEAR = re.compile(r"明年$")
_REACHES = re.compile(
    r"[^，。；]{0,24}?(?:达到|达|提高到|提高至|提升到|提升至|降至|降到|降低到|突破|不低于|不少于)"
)
# 自本通知印发之日起, 自印发之日起; 自公布之日起 may be that of a list, 名单印发之日 is
_ITS_ISSUE = (
    r"(?:(?:自|从|于|在)?(?:本[\u4e00-\u9fff]{1,6}|文件)%s|(?:自|从|于|在)(?:印发|下发))"
    r"(?:之日)?(?:起|后)[ ]?$"
)


@cache
def _counted_from_issue() -> re.Pattern[str]:
    return re.compile(_ITS_ISSUE % lexicon.alternatives("time-words", "event"))


@cache
def any_term() -> re.Pattern[str]:
    """Return a pattern of the words without which a sentence has no term."""
    cued_by = (_RECURRING, CALENDAR, _WITHIN, ongoing(), vague())
    return re.compile(
        "|".join(
            ("五", "前", "以后", "之后", "其后", "随后", "月起", *(x.cue.pattern for x in cued_by))
        )
    )


def terms(text: str, start: int, end: int, context: Context) -> Iterator[Term]:
    """Yield the readings of the times of a clause, those that say more first."""
    for first, stop, last in find_spans(text, start, end):
        yield Term(Kind.PERIOD, last, first, stop, "deadline.span", last.year if last else None)
    for match in _RECURRING.finditer(text, start, end):
        yield Term(Kind.RECURRING, None, *match.span(), "deadline.recurring")
    opening = _opening(text, start, end)
    for stretch in find_stretches(text, start, end):
        if is_counted(text, stretch.start):  # 近三年|内
            continue
        inside = _INSIDE.match(text, stretch.end, end)
        if inside and stretch.year and stretch.ends_with_year:  # 在2016年内启动
            last, stop = stretch.last(stretch.year), inside.end()
            yield Term(Kind.PERIOD, last, stretch.start, stop, "deadline.within", stretch.year)
            continue
        term = _dated(text, stretch, context, opening, (start, end))
        if term:
            yield term
    for match in _WITHIN.finditer(text, start, end):
        yield _within(text, match, start, context)
    for match in _PLAN.finditer(text, start, end):
        last = plan_end(match["plan"] or match["quoted"])
        yield Term(Kind.PERIOD, last, *match.span(), "deadline.plan", last.year)
    yield from _undated(text, start, end, context)


def _undated(text: str, start: int, end: int, context: Context) -> Iterator[Term]:
    """Yield what is kept up, what an event dates, and vague words."""
    for span in ongoing_words(text, start, end, listed=context.listed):
        yield Term(Kind.ONGOING, None, *span, "deadline.ongoing")
    for month in find_month_starts(text, start, end):
        yield Term(Kind.ONGOING, None, *month, _SINCE_RULE)
    for event in find_events(text, start, end):
        yield Term(Kind.DEADLINE, None, *event, "deadline.event")
    for words in vague_words(text, start, end):
        yield Term(Kind.VAGUE, None, *words, "deadline.vague")


def _opening(text: str, start: int, end: int) -> int:
    """Return where the words of a clause begin."""
    while start < end and text[start] in "（〔 \n\t“在于":
        start += 1
    return start


def _dated(
    text: str, stretch: Stretch, context: Context, opening: int, clause: tuple[int, int]
) -> Term | None:
    start, end = stretch.start, stretch.end
    # 2022年，选取部分区试点: what is due may stand behind a comma
    stop = clause[1] if end < clause[1] - 1 else min(len(text), clause[1] + _NEAR)
    ahead = text[max(clause[0], start - _NEAR) : start]
    this_year = stretch.year is None and ahead.endswith(("今", "本"))  # 今年内完成
    if stretch.year is None and not this_year and (_PAST.search(ahead) or _RELATIVE.search(ahead)):
        return None if _PAST.search(ahead) else _relative(text, stretch)  # 次年3月底前: of which?
    if since := _since(text, stretch, ahead, opening, clause[1]):
        return since
    before = _BEFORE.match(text, end, clause[1])
    until = _UNTIL.search(ahead)
    year, inferred = _year(stretch, context, ahead)
    last = stretch.last(year, before=bool(before)) if year else None
    if inferred and last and context.issued and last < context.issued:
        last = None  # 3月底前, said in November: of which year?
    if context.recurs and stretch.year is None:
        stop = before.end() if before else end
        return Term(Kind.RECURRING, None, start, stop, "deadline.recurring")
    if before:
        return Term(
            Kind.DEADLINE, last, start, before.end(), "deadline.before", year if last else None,
            inferred and last is not None,
        )  # fmt: skip
    if until and stretch.year:
        begin = start - len(ahead) + until.start()
        lasts = _LASTS.search(ahead) or text.startswith("止", end)
        kind, rule = (Kind.PERIOD, "span") if lasts else (Kind.TARGET, "target")
        return Term(kind, last, begin, end, f"deadline.{rule}", year)
    return _placed(text, stretch, context, opening, stop)


def _since(text: str, stretch: Stretch, ahead: str, opening: int, stop: int) -> Term | None:
    """Return a time from which something goes on: 自2014年起, 2015年起增加…."""
    starts = _STARTS.match(text, stretch.end, stop)
    if starts is None:
        return None
    if _SINCE.search(ahead):
        return Term(Kind.ONGOING, None, stretch.start - 1, starts.end(), _SINCE_RULE, stretch.year)
    if stretch.start <= opening and stretch.year:
        return Term(Kind.ONGOING, None, stretch.start, starts.end(), _SINCE_RULE, stretch.year)
    return None


def _placed(text: str, stretch: Stretch, context: Context, opening: int, stop: int) -> Term | None:
    """Return a time that only its place makes one: in a list of limits, or before what is due."""
    year, inferred = _year(stretch, context, text[max(0, stretch.start - 2) : stretch.start])
    last = stretch.last(year) if year else None
    if inferred and last and context.issued and last < context.issued:
        last = None
    shown = (year if last or stretch.year else None, inferred and last is not None)
    if context.listed:
        return Term(Kind.DEADLINE, last, stretch.start, stretch.end, "deadline.listed", *shown)
    first = stretch.start - (text[stretch.start - 1] in "今本")
    leads = first <= opening or text[stretch.start - 1] == "）"
    leads = leads or _SHORT_SUBJECT.fullmatch(text, opening, stretch.start) is not None
    if not (leads if stretch.year else stretch.ends_a_part):
        return None
    due = _due().match(text, stretch.end, stop)
    if due is None:
        return None
    kind = Kind.TARGET if _REACHES.match(text, stretch.end, stop) else Kind.DEADLINE
    return Term(kind, last, stretch.start, stretch.end, "deadline.year-first", *shown)


def _relative(text: str, stretch: Stretch) -> Term | None:
    before = _BEFORE.match(text, stretch.end)
    every = text[stretch.start - 1] == "每"
    if every or not before:
        return None
    return Term(Kind.DEADLINE, None, stretch.start - 1, before.end(), "deadline.before")


def _year(stretch: Stretch, context: Context, ahead: str = "") -> tuple[int | None, bool]:
    """Return the year of a stretch, and whether it stands elsewhere."""
    if stretch.year is not None:
        return stretch.year, False
    if ahead and context.issued and _NEXT_YEAR.search(ahead):
        return context.issued.year + 1, True
    if context.year is not None:
        return context.year, True
    return (context.issued.year, True) if context.issued else (None, False)


def _within(text: str, match: re.Match[str], start: int, context: Context) -> Term:
    """Return a period; one that counts from the issue of the text ends on a day."""
    first = max(start, match.start() - 2 * _NEAR)
    counted = _counted_from_issue().search(text[first : match.start()])
    if not counted or not match["n"]:
        return Term(Kind.PERIOD, None, *match.span(), "deadline.within")
    last = after(context.issued, parse_numeral(match["n"]), match["unit"])
    begin = first + counted.start()
    return Term(
        Kind.PERIOD, last, begin, match.end(), "deadline.within", last.year if last else None
    )
