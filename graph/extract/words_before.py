"""The words before a value that it measures, without what leads in to them or tells when.

Forms read::

    力争到2025年，全市城镇化率稳步保持在80%            全市城镇化率
    3年以上劳动合同或实际工作满3年                     实际工作, behind 或 another case begins
    65岁以上老年人健康管理率达到70%                    the earlier value is an attribute

Which of these words name what is measured, :mod:`graph.extract.measured_phrase` says.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from graph.grammar.dates import DATE
from graph.grammar.measure_words import forms_of
from graph.grammar.sentences import brackets

if TYPE_CHECKING:
    from graph.grammar.quantities import Quantity
    from graph.grammar.sentences import Stretch

_LEADING = re.compile(
    r"(?:[—\-·●]{1,2}|”|“(?![^“”]{1,16}”))?(?:的[^，]{0,14}?[并且])?"
    r"(?:或者|只[要有]|(?:如果?|若)(?![期实数何下意干])|[ 、，且]|但是?|和(?![谐平解睦美])"
    r"|或(?!有(?:负|事|资))"
    r"|及(?![时格早])|并(?![购网联轨行列发])|对(?![照外口象比策方手开标]|接(?!受)|应(?!每|当))于?|凡(?!士))*"
    r"(?:其中[，：]?)?(?:[一二三四五六七八九十]是(?!否))?"
)
_EACH_TIME = re.compile(r"每(?:年|月|季度?|学年)度?")
_SPAN = re.compile(r"(?:\d|[一二三四五六七八九十])年(?:之|以)?内|累计|总计|合计|[届任聘]期内")
_TITLE = re.compile(r"[《》]")
_LIST = re.compile(r"[、，；：]")
_OTHER_CASE = re.compile(r".*(?:或者|[或且]|是指)")
_JOINS = re.compile(r"的?(?:或者|[ 和或且及并但与（）])|的[^，]{0,14}?[并且]|$")
_SHORTEST = 2  # characters of a name
_LONGEST_SUBJECT = 60
_NAME_OF_ARTICLE = re.compile(
    r"[【〔][^【】〔〕]{1,24}[】〕]|[A-Z][.．](?=[\u4e00-\u9fff])|\d{1,2}[.．、](?=[\u4e00-\u9fff]|\d{2,3}(?:周?岁|[%％]))"
    r"|(?<=\n)\d(?=[\u4e00-\u9fff]{4})(?![年月日个名家项万亿人千百米岁类级种次条号天周小分期])"
    r"|第[\d一二三四五六七八九十百]{1,5}[条款项](?:第[\d一二三四五六七八九十]{1,3}[款项])?[ 　]+"
)  # 【适用规则】当事人
# 存在, 节约, 作为: what looks like an adverb is the end of a word
_PART_OF_A_WORD = {
    "在": "存所现潜",
    "约": "节制集预",
    "为": "作成行认人视称",
    "要": "需重主纪摘概必首",
    "应": "供反相对适响",
    "由": "理自事缘",
    "均": "人户平年",
    "也": "",
    "还": "偿归返退",
    "都": "成首",
    "可": "许认",
    "不": "",
}
_TIME = re.compile(
    rf"""(?:[在于到至从自]|力争|争取|确保)?[ ]?(?:{DATE.pattern})
    (?:年?底|年?末|年|度(?![\u4e00-\u9fff]{{0,1}}数)|中(?![职小央医国心等学高]))?(?:之?前|以前|起)?，?
    |(?:\d{{1,2}}|[一二两三四五六七八九十]{{1,2}})年(?:之|以)?内
    |(?:19|20)\d\d[-—~～至](?:19|20)\d\d年
    |第?[一二三四]季度(?:末|底)?|[上下]半年|全年|[年月]底(?:[ \n]?之?前)?""",
    re.VERBOSE,
)


@cache
def ends_in(key: str) -> re.Pattern[str]:
    """Return a pattern of words that end in a form of a concept of ``measure-words``."""
    return re.compile(f"(?:{forms_of(key)})$")


@cache
def _leads() -> re.Pattern[str]:
    return re.compile(
        rf"(?!按照(?:国家|有关|相关|规定))(?:{forms_of('leading')})(?![金人率力员者器])(?<!将(?=来))[，]?"
    )


def only_a_time(text: str, clause: Stretch, quantity: Quantity) -> bool:
    """Whether only a time and words of striving stand before a value in its clause."""
    rest = text[clause.start : quantity.start]
    while rest:
        found = _TIME.match(rest) or _leads().match(rest) or ends_in("adverb").fullmatch(rest)
        if not found or not found.end():
            return False
        rest = rest[found.end() :]
    return True


def over_its_time(words: str, ahead: str) -> str:
    """Return what is measured each year for a value of several: 每年110学时，5年内550学时."""
    return _EACH_TIME.sub("", words) if _SPAN.search(ahead) else words


def start_of(text: str, at: int, before: int, end: int) -> int:
    """Return where the words begin that lead up to a value at ``end`` behind another at ``at``."""
    if at == end:  # 由3年以上放宽至1年以上
        return before
    if at == before or _LIST.search(text, at, end):
        return at
    if other := _OTHER_CASE.match(text, at, end):  # 3年以上劳动合同或实际工作满3年
        return other.end()
    # 65岁以上老年人健康管理率: the earlier value is an attribute
    return at if _JOINS.match(text, at, end) else before


def words_before(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the words before a value, without what only leads in or tells when.

    Closed brackets stay where words stand before them: 县（市、区）机械化率.
    """
    kept = text.find("《", start, end) >= 0 and end - text.rfind("》", start, end) <= _SHORTEST
    for mark in () if kept else _TITLE.finditer(text, start, end):  # 持有《居住证》满一年
        start = mark.end()
    start, end = _last_cell(text, start, end)
    opened = text.rfind("“", start, end)
    if opened >= 0 and text.find("”", opened, end) < 0:  # 实现“覆盖率提高3个百分点”
        start = opened + 1
    closed = list(brackets(text, start, end, "（"))
    inside = {i for pair in closed for i in (pair.start, pair.end - 1)}
    for mark in re.finditer("[（）]", text[start:end]):
        if start + mark.start() not in inside:
            return words_before(text, start + mark.end(), end)
    if closed and (closed[0].start == start or end - start > _LONGEST_SUBJECT):
        start = closed[-1 if end - start > _LONGEST_SUBJECT else 0].end
    start = _past_what_leads_in(text, start, end)
    end = _without_adverbs(text, start, end)
    return max(start, end - _LONGEST_SUBJECT), end


def _last_cell(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the last cell of words with tabs, or nothing where a value stands in it.

    年龄 ⇥ 50周岁以上 ⇥ 5分 ⇥ 最高15分: none of the cells names what the last one limits.
    """
    if text.find("\t", start, end) < 0:
        return start, end
    while end > start and text[end - 1] in " \t":
        end -= 1
    start = max(start, text.rfind("\t", start, end) + 1)
    return (end, end) if re.search(r"\d", text[start:end]) else (start, end)


def _past_what_leads_in(text: str, start: int, end: int) -> int:
    if name := _NAME_OF_ARTICLE.match(text, start, end):
        start = name.end()
    while start < end:
        lead = _LEADING.match(text, start, end)
        stop = lead.end() if lead else start
        found = _TIME.match(text, stop, end) or _leads().match(text, stop, end)
        stop = found.end() if found else stop
        if stop == start:
            break
        start = stop
    return start


def _without_adverbs(text: str, start: int, end: int) -> int:
    while text.endswith(" ", start, end):
        end -= 1
    while adverb := ends_in("adverb").search(text[start:end]):
        if text[start + adverb.start() - 1] in _PART_OF_A_WORD.get(adverb.group(), ""):
            break
        end = start + adverb.start()
    return end
