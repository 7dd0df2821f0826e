"""Times that tell which things are meant, how much, or what one can do: nothing is due by them.

Forms read::

    不能立即办理、未按规定及时报送                   it is denied
    能够及时发现、基本实现2小时内到达                an ability
    对6个月内仍未整改的机构、施行前已审批的银行      which ones
    五年内的养护费用、按月缴费期间的人员             and of what
    建立定期会商的机制、有及时报告的义务             an institution, a duty
    加大定期宣讲力度、按其每月费用的60%              how much
    每年可节约用水10万吨                             what comes of it
    污染源限期治理管理办法（2010年）                part of a title without marks

应当在5日内公示, 责令限期治理 and 按期完成 say what is due.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from graph.model import DeadlineKind as Kind
from ontology import lexicon

if TYPE_CHECKING:
    from graph.extract.terms import Term
    from graph.grammar.sentences import Stretch

_WHOSE = re.compile(r"[^，。；：、的]{1,24}的[\u4e00-\u9fff]")
_DURING = re.compile(r"[^，。；的]{0,6}(?:期间|时)的[\u4e00-\u9fff]")  # 按月缴费期间的人员
# 按月领取养老金的退休人员, 每年度发生的医疗费用
_FALLS_TO = re.compile(
    r"(?:领取|享受)[^，。；的]{1,16}的(?:[\u4e00-\u9fff]{0,10}(?:人员|职工|对象|家庭|居民|人|者))|(?:发生|产生)的"
)
# 1年内治疗病历: of when a paper is
_PAPERS = re.compile(r"[\u4e00-\u9fff]{0,6}(?:病历|流水|账单|发票|照片|无犯罪记录|化验单|诊断书)")
_MATTER = re.compile(r"[^，。；的将把]{1,8}情况(?:作为|纳入|列入|的)")  # 将按期回款情况作为考评内容
_WITH = re.compile(r"(?:结合|根据|依据|参照)$")  # 结合每年对平台的考核
_AND_ABLE = re.compile(r"能[^，。；的]{0,24}[和并、及]$")  # 能胜任工作和及时处置疫情的队伍
_TITLE_GOES_ON = re.compile(r"[\u4e00-\u9fff]{0,12}(?:办法|条例|规定|细则|规则)(?=（)")
# 组织实施重点污染源限期治理: what is organised, where 督促企业限期整改 asks for it
_NOUN = re.compile(r"限期(?:治理|整改|达标)(?=[，。；、和与及]|$)")
_ORGANISED = re.compile(r"(?:实施|负责|管理|开展|指导|监督)(?![^，。；]*(?:责令|督促|令其))")
_NEAR = 16  # characters before a time that tell what it is
ASKED: Final = re.compile(r"要|应|须|必|请|将|得(?!到)|务|予以|加以|确保|力争|建议")


def says_which(text: str, term: Term, clause: Stretch) -> bool:
    """Whether a time is denied, or part of an attribute, a name, a rate or an ability."""
    ahead = text[max(clause.start, term.start - _NEAR) : term.start]
    if _denied().search(ahead) or _is_attribute(text, ahead, term, clause):
        return True
    if _able().search(ahead):
        return ASKED.search(text, clause.start, term.start) is None
    if _yields().match(text, term.end, clause.end):  # 每年可节约用水
        return True
    if term.kind is Kind.RECURRING and ahead.endswith(("按", "按照", "以", "其")):
        return _rate().match(text, term.end, clause.end) is not None
    if _NOUN.match(text, term.start, clause.end):
        return _ORGANISED.search(text, clause.start, term.start) is not None
    return _TITLE_GOES_ON.match(text, term.end, clause.end) is not None


def _is_attribute(text: str, ahead: str, term: Term, clause: Stretch) -> bool:
    """Whether a time tells which ones: 施行前已审批的项目, 建立定期会商的机制."""
    if term.kind is Kind.RECURRING and _recurs_of(text, ahead, term, clause):
        return True
    of_period = term.kind is Kind.PERIOD and (
        text.startswith("的", term.end)  # 五年内的养护费用
        or _PAPERS.match(text, term.end, clause.end)
    )
    if of_period or _MATTER.match(text, term.end, clause.end):
        return True
    if term.kind is not Kind.VAGUE and _state().match(text, term.end, clause.end):
        return True
    opens = _opener(recurs=term.kind is Kind.RECURRING).search(ahead) or _AND_ABLE.search(
        text, clause.start, term.start
    )
    if opens and _WHOSE.match(text, term.end, clause.end):
        return True
    made = _made().search(ahead)
    named = _institution().match(text, term.end, clause.end)
    if (
        made
        and named
        and ((made["verb"] and ahead.endswith(made["verb"])) or "的" in named.group())
    ):
        return True
    raised = _raising().search(text, clause.start, term.start)
    return raised is not None and _strength().match(text, term.end, clause.end) is not None


def _recurs_of(text: str, ahead: str, term: Term, clause: Stretch) -> bool:
    """Whether what recurs tells of whom or of what: 按月领取养老金的退休人员."""
    end = clause.end
    if _DURING.match(text, term.end, end) or _FALLS_TO.match(text, term.end, end):
        return True
    return _WITH.search(ahead) is not None and _WHOSE.match(text, term.end, end) is not None


def _words(key: str) -> str:
    return lexicon.alternatives("time-words", key)


@cache
def _denied() -> re.Pattern[str]:
    either = r"未[^，。；]{1,14}(?:或者?|、)"  # 未重新取得或者及时变更许可证
    return re.compile(rf"(?:{_words('denial')}{_words('manner')}*|{either})$")


@cache
def _able() -> re.Pattern[str]:
    return re.compile(rf"{_words('ability')}$")


@cache
def _state() -> re.Pattern[str]:
    return re.compile(rf"，?{_words('state')}[^，。；]{{0,30}}?的[\u4e00-\u9fff]")


@cache
def _rate() -> re.Pattern[str]:
    return re.compile(rf"[^，。；]{{0,16}}?(?:[\d.]+[%％‰]|{_words('rate')})")


@cache
def _yields() -> re.Pattern[str]:
    return re.compile(_words("yield"))


@cache
def _raising() -> re.Pattern[str]:
    return re.compile(_words("raising"))


@cache
def _strength() -> re.Pattern[str]:
    return re.compile(rf"[^，。；的]{{1,8}}{_words('strength')}(?=[，。；、]|$)")


@cache
def _opener(*, recurs: bool) -> re.Pattern[str]:
    set_by = f"|{_words('setting')}" if recurs else ""  # 调整每日交易价格的幅度
    return re.compile(rf"(?:{_words('attribute')}{_words('denial')}?{set_by})$")


@cache
def _made() -> re.Pattern[str]:
    making, practice = _words("making"), _words("practice")
    return re.compile(rf"(?:(?P<verb>{making})|{practice})[^，。；的]{{0,8}}$")


@cache
def _institution() -> re.Pattern[str]:
    ends = "(?=[，。；、和与及]|$)"
    return re.compile(rf"[^，。；]{{1,30}}?(?:的[^，。；的]{{0,6}}?)?{_words('institution')}{ends}")
