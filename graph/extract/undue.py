"""Times by which nothing is due, though a clause names them.

What a clause is for, :mod:`graph.grammar.clause_roles` says: nothing is due by a time in a case, an
aim, a ground, a definition, a name. Beside that nothing is due by::

    2010年7月31日以前参加保险，参保人住院的，…     it says of which cases a rule is
    凡8月31日以前年满6周岁的儿童、2000年前建成的   it tells who or which ones
    2012年全市登记犬只100只（文件印发于2013年）     it is past
    “十三五”时期，工作取得了进展、省政府及时召开了会议   it has happened
    我局将持续推进                                  a promise of who writes
    关于建立按时发放的机制                          a heading says what is spoken of
    比“十一五”末减少20%、开展“十二五”期间规划评估    a base, and of which years

What tells which things are meant, :mod:`graph.extract.timed_attributes` says.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from graph.extract.timed_attributes import ASKED, says_which
from graph.grammar.clause_roles import Role, parts_of
from graph.model import DeadlineKind as Kind
from ontology import lexicon

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from graph.extract.terms import Term
    from graph.grammar.sentences import Stretch

_LONGEST_NAME = 16  # characters of a name in quotation marks
_OWN = (Kind.EFFECTIVE, Kind.VALIDITY)  # of the act itself, whatever stands around them
_DATED = frozenset({"deadline.before", "deadline.year-first"})
_HAPPENED = frozenset({"deadline.plan", "deadline.year-first", "deadline.target", "deadline.span"})
_PASSING = (Kind.DEADLINE, Kind.TARGET, Kind.PERIOD, Kind.EVALUATION)
# Roles in which a time without a date is none; in the others none is
_UNDATED_IN = (Role.AIM, Role.CIRCUMSTANCE, Role.GROUND, Role.RESULT)
# 数据的范围为…至…, 发放日期在…之间
_SCOPE = re.compile(
    r"(?:年限|年龄|工龄|时间|业绩|成果)[^，。；]{0,6}(?:计算|统计|认定)[^，。；]{0,2}$|(?:范围|对象|口径)(?:为|是)[^，。；]*$|(?:发放|签订|出生|成交|登记|开具)日期在[^，。；]*$"
)
# 违法行为轻微并及时改正，没有造成危害后果的，不予处罚
_MENDED = re.compile(
    r"(?:及时|立即)(?:改正|纠正|整改|消除)[^，。；]{0,10}，(?:且|并)?(?:没有|未|尚未)(?:造成|产生|引起|引发|发生)[^，。；]{1,20}的[，。；]"
)
# 每1年积5分; 每年参加检查3次，满1年积10分: what counts for how many points
_POINTS = re.compile(
    r"[ ]?(?:[积加得扣记]|可[积加得])[ ]?\d+(?:\.\d+)?分"
    r"|[^。；]{0,40}，(?:累计|连续)?满\d年[^，。；]{0,4}[积加得计]\d+分"
)
_BARRED = re.compile(r"(?:取消|剥夺)[^，。；]{0,4}$")  # 取消其二年至五年内参加招标的资格
_PRINTED = re.compile(r"[ ]?印发?[。\s]*$")  # 2022年8月5日印发, in the colophon
_NEAR = 60  # characters before a length of time that tell of what it is
_LASTS = re.compile("期限|时间|时限")
_HANDLED = re.compile(
    "审批|办理|缴纳|解缴|责令|整改|审核|受理|评审|拨付|发放|公示|答复|放款|发放到位|处理|办结|审查"
)
# 自收到之日起十五日内，未提出异议的，…: what happens if nobody does it
_NOTHING_DONE = re.compile(
    r"(?:[\u4e00-\u9fff]{0,10}?)(?:未|没有|不再|拒不|无正当理由)[^，。；]*的，"
)
_CASE = re.compile(r"的(?:（[^（）]*）)?[，：]$")
_WHICH = re.compile(
    r"的(?:[\u4e00-\u9fff]{0,4}(?:人员|职工|学生|毕业生|企业|单位|家庭|对象|住户|居民|项目|案件|者|小区))[，、。；]?$"
)
# 凡8月31日以前年满6周岁的儿童: a day that tells who, and no day by which they are to do so
_WHO_BY_THEN = re.compile(
    r"[^，。；]{0,8}?(?:年满|满\d|出生|取得|参加|登记|注册|毕业|入学|缴纳|缴费|签订|购买|成立|设立|退休|参保|入职|在职|在编|在册|入户"
    r"|被[\u4e00-\u9fff]{1,4}(?:为|列|纳入)|领取|持有|居住|备案|获得|经批准|核准|开业|投产)[^，。；]{0,20}的[\u4e00-\u9fff]"
)
# 传达了、召开了: a report; 为了, 除了 and 了解 are no verb's past
_PAST = re.compile(r"[\u4e00-\u9fff](?<![为除罢])了(?!解|结|断|望|然|不|却)")
_DIRECTED = re.compile(r"(?<![主重需])要(?![求素点件])|应|须|必|请|不得|务|确保|建议")
# 也是从2001年起实行县统发工资的试点县; 2019年1月1日起施行的《个人所得税法》
_TELLS_SINCE = re.compile(r"(?:是|即)(?:自|从)?$")
_SINCE_WHEN = re.compile(r"[^，。；]{0,12}?(?:施行|实施|执行|开始|实行)的")
_LOOKED_AT = re.compile(r"(?:情况|问题|机制)[。；]?\s*$")
_PROMISED = re.compile(r"(?:我[们局厅委部办市省县区院会]|本[局厅委])[^，。；]{0,12}将")
# “十一五”期间安排建设的公共租赁住房，面向…: of which years a thing is
_OF_WHAT = re.compile(r"[\u4e00-\u9fff]{2,14}的[\u4e00-\u9fff、]{2,14}，")
_HEADING = re.compile(r"[\u4e00-\u9fff]{0,6}(?:任务|目标|重点|思路|计划|安排|规划)[。；\s]*$")


@dataclass(frozen=True, slots=True)
class Setting:
    """What a text says of all times of a passage.

    ``issued`` is its day, ``titles`` stand in the passage, and one that is ``reported`` by tells
    and answers, and directs only where it says so.
    """

    text: str
    issued: dt.date | None
    titles: Sequence[Stretch]
    reported: bool = False


def asks_nothing(
    setting: Setting, sentence: Stretch, term: Term, clause: Stretch, behind: Sequence[Stretch]
) -> bool:
    """Tell whether nothing is due by a time; ``behind`` are its clause and the one behind that."""
    since = term.rule == "deadline.since" and _is_fact(setting, term, clause)
    issued = setting.issued
    past = issued and term.last and term.last < issued and term.kind in _PASSING
    if since or past or _is_in_title(setting, term):
        return True
    if term.kind in _OWN:
        return False
    text = setting.text
    return (
        text[sentence.end - 1] in "？?"  # a question in a heading, 按月领取期间需要缴费吗？
        or _is_beside(text, sentence, term)
        or _is_met(text, term, clause)
        or _is_of_a_ban_or_print(text, term, clause)
        or (_leads_to_case(text, term, behind) and _is_of_case(text, term, behind))
        or _SCOPE.search(text, clause.start, term.start) is not None
        or (term.rule == "deadline.within" and _is_of_grant(text, sentence, term))
        or (term.rule in _HAPPENED and _has_happened(text, sentence, term, behind))
        or (term.rule == "deadline.plan" and _is_base(text, term, clause))
        or (term.last is None and _is_told(setting, sentence, term, clause))
        or (term.last is None and says_which(text, term, clause))
    )


def _is_met(text: str, term: Term, clause: Stretch) -> bool:
    """Whether a time tells what earns points, or lets a case go unpunished: 每1年积5分."""
    if term.kind is Kind.RECURRING:
        return _POINTS.match(text, term.end) is not None
    mended = term.kind is Kind.VAGUE and _MENDED.match(text, term.start) is not None
    return mended and not ASKED.search(text, clause.start, term.start)


def _is_of_a_ban_or_print(text: str, term: Term, clause: Stretch) -> bool:
    """Whether it says how long somebody is barred, or when a paper was printed."""
    printed = _PRINTED.match(text, term.end, clause.end)
    return printed is not None or _BARRED.search(text, clause.start, term.start) is not None


def _is_of_grant(text: str, sentence: Stretch, term: Term) -> bool:
    """Whether it says how long a loan or a grant lasts: 申请展期，期限不超过1年."""
    if not _LASTS.match(text, term.start, term.end):
        return False
    near = max(sentence.start, term.start - _NEAR)
    told = [*_granted().finditer(text, near, term.start)]
    return bool(told) and not _HANDLED.search(text, told[-1].end(), term.start)


@cache
def _granted() -> re.Pattern[str]:
    return re.compile(_words("granted-for"))


def _is_in_title(setting: Setting, term: Term) -> bool:
    titles = setting.titles
    before = bisect_right(titles, term.start, key=lambda title: title.start)
    return before > 0 and term.start < titles[before - 1].end


def _is_beside(text: str, sentence: Stretch, term: Term) -> bool:
    """Whether a time stands in a part of its sentence that does not say what is to be done."""
    for part in parts_of(text, sentence):
        if not (part.start <= term.start and term.end <= part.end):
            continue
        if part.role is Role.NAME and part.end - part.start > _LONGEST_NAME:
            continue
        if part.role is Role.CASE and text[part.start] == "除":  # 除每年检查外，还应…
            continue
        if term.last is None or term.rule == "deadline.plan" or part.role not in _UNDATED_IN:
            return True
    return False


def _leads_to_case(text: str, term: Term, ahead: Sequence[Stretch]) -> bool:
    """Whether a time may say of which cases a rule is: a day, and what is all of its clause."""
    alone = ahead[0].end - term.end <= 1 and text[ahead[0].end - 1] == "，"
    if term.rule == "deadline.within" and alone and len(ahead) > 1:
        told = text[ahead[0].start : term.start]
        done = not ASKED.search(told) and _CASE.search(text, ahead[1].start, ahead[1].end)
        return bool(done or _NOTHING_DONE.match(text, ahead[1].start, ahead[1].end))
    return term.rule in _DATED or (term.rule == "deadline.event" and alone)


def _is_of_case(text: str, term: Term, ahead: Sequence[Stretch]) -> bool:
    """Whether a day says of which cases a rule is, or who: 以前参加保险，参保人住院的，."""
    who = _WHICH.search if term.rule == "deadline.year-first" else _WHO_BY_THEN.match
    if who(text, term.end, ahead[0].end):
        return True
    for clause in ahead:
        words = text[max(clause.start, clause.end - 24) : clause.end]  # no more: clauses are long
        if _CASE.search(words):
            return True
        if not words.endswith("，"):
            return False
    return False


def _has_happened(text: str, sentence: Stretch, term: Term, behind: Sequence[Stretch]) -> bool:
    if term.rule == "deadline.plan" and _HEADING.match(text, term.end, behind[0].end):
        return True
    told = text[term.end : sentence.end] if term.rule == "deadline.year-first" else ""
    if _PAST.search(told) and not ASKED.search(told):  # 2015年11月，组织讨论，形成了草稿
        return True
    return any(_fact().search(text, max(term.end, each.start), each.end) for each in behind)


def _is_fact(setting: Setting, term: Term, clause: Stretch) -> bool:
    """Whether what goes on since then is told: 也是从2001年起实行的试点县."""
    text, issued = setting.text, setting.issued
    dated = re.search(r"\d", text[term.start : term.end])
    if issued and dated and (term.year or 0) < issued.year:
        return True
    return (
        _TELLS_SINCE.search(text[clause.start : term.start]) is not None
        or _SINCE_WHEN.match(text, term.end, clause.end) is not None
    )


def _is_told(setting: Setting, sentence: Stretch, term: Term, clause: Stretch) -> bool:
    """Whether a sentence tells what was or will be done, and asks for nothing."""
    text = setting.text
    words = text[sentence.start : sentence.end]
    if text.startswith("关于", clause.start) and _LOOKED_AT.search(words):
        return True
    if setting.reported and not _DIRECTED.search(words):
        return True
    if _PROMISED.search(text, sentence.start, term.start) and not _DIRECTED.search(words):
        return True
    if ASKED.search(words):
        return False
    before = _told().search(text, clause.start, term.start)
    if before and "的" not in text[before.end() : term.start]:
        return True
    return _PAST.search(words) is not None


def _is_base(text: str, term: Term, clause: Stretch) -> bool:
    """Whether a plan is what something is compared with, or of what a thing is: 比“十一五”末."""
    ahead = text[clause.start : term.start]
    of = text.startswith("的", term.end) or _OF_WHAT.fullmatch(text, term.end, clause.end)
    return bool(of) or _compared().search(ahead) is not None


def _words(key: str) -> str:
    return lexicon.alternatives("time-words", key)


@cache
def _compared() -> re.Pattern[str]:
    """Return the words before a plan that is a base, or tells of which years."""
    return re.compile(rf"{_words('compared')}$")


@cache
def _fact() -> re.Pattern[str]:
    return re.compile(_words("fact"))


@cache
def _told() -> re.Pattern[str]:
    return re.compile(_words("told"))
