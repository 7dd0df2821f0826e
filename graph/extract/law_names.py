"""Laws that a text names without title marks.

Forms read::

    依照行政许可法第十二条                               an article behind it
    按照民法典的有关规定                                 what it lays down
    依据土地管理法和城乡规划法，制定本办法               what is made or done by it
    外商投资法施行后, 外商投资法及其实施条例             what only an act can be said to do

A method is written alike (按照综合评分法评标), so that a name alone is none.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from graph.extract.citation_words import words
from graph.grammar.sentences import Stretch

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST = 30  # characters: 全国人民代表大会和地方各级人民代表大会代表法
_SHORTEST = 2  # 刑法
# 办法, 方法, 立法 …: words that end like a law; 法律, 法规, 法人 …: that begin where a law ends.
_END = re.compile(
    r"法(?:典|(?:(?<=公司法)|(?<![依办方做立执司违合守非用说看想手算疗打写讲提无设书语枉普变兵魔内际位]法))"
    r"(?![律人院治官学庭医警令纪案理师条]|规(?!定)|定(?!的)|制(?!定))(?:实施条例|实施细则)?)"
)
_BOUNDARY = re.compile(r"[^\u4e00-\u9fff]")
_BEHIND_ANOTHER = (
    r"(?:规定|[条款项]|责任制?|制度|要求|义务|政策|标准|措施|条例|办法)(?:和|、|及|与|以及)"
    r"|(?<=[人方院者])以"
)
# 弘扬宪法精神, 国家宪法日, 宪法法律知识: what the constitution stands for, and no word of it
_STANDS_FOR = re.compile(
    r"(?<=宪法)(?:精神|日|宣誓|意识|权威|原则|使命|法律|宣传|知识|教育|尊严|至上)"
)
_NO_NAME = re.compile(
    r"(?<!自)由|所(?!得)|[第的了其本该此每某被是在向从至则应须并该等未不上下新旧两先]|有关|相关|法律|规定"
    r"|办理|以及|采用|采取|使用"
)
_SINGLE = re.compile(r"[和及与或按依以将有]|对(?!外)|自(?![由然治贸主])")
_STRONG = re.compile(
    r"[ ]?第[〇零一二三四五六七八九十百千\d]{1,6}[条章]"
    r"|(?:中|的|等|有|没有|另有|未作?|有关|相关|法律|法规|行政|之)*(?:规定|要求|精神)"
    r"|及其(?:实施|配套|有关|相关)|，?(?:结合[^，。；]{1,20}，)?(?:特?制定|修订)"
    r"|(?:正式)?(?:施行|实施|颁布|出台|公布|生效)|明确|确立|予以|给予|追究|处罚|处理|等?(?:有关|相关)?(?:法律|法规)"
)
_BEHIND_TITLE = re.compile(r"》(?:（[^（）]{0,60}）)?(?:、|和|及|与|以及)$")  # 《公司法》和
_OBEYED = re.compile("(?:贯彻|贯彻落实|贯彻实施|贯彻执行|违反|遵守)$")  # only laws are
# 保证宪法实施: whatever verb stands before it
_CONSTITUTION = re.compile(r"(?:中华人民共和国)?宪法\Z")
_LIST = re.compile(r"、|和|及(?!其)|与|以及|或者?")


@cache
def _before() -> re.Pattern[str]:
    """Return the pattern of the words behind which a law's name can begin."""
    return re.compile(f"{words('before-law')}|{_BEHIND_ANOTHER}")


def find_law_names(text: str, start: int, end: int) -> Iterator[Stretch]:
    """Yield the names of laws that stand between the offsets without title marks.

    >>> t = "依照行政许可法第十二条、外商投资法及其实施条例，按照综合评分法评标，依法办理"
    >>> [t[s.start:s.end] for s in find_law_names(t, 0, len(t))]
    ['行政许可法', '外商投资法']
    """
    if text.find("法", start, end) < 0:
        return
    found: list[Stretch] = []
    later = end  # where the law begins that stands behind, if it is one
    for ending in reversed(list(_END.finditer(text, start, end))):
        first = _start(text, start, ending.start())
        if first < 0 or _NO_NAME.search(text, first, ending.start()):
            continue
        if _STANDS_FOR.match(text, ending.end(), end):
            continue
        listed = _LIST.match(text, ending.end(), end)
        listed_before = _BEHIND_TITLE.search(text, max(0, start - 80), first) is not None
        strong = listed_before or _OBEYED.search(text, start, first) is not None
        strong = strong or _STRONG.match(text, ending.end(), end) is not None
        if strong or (listed and listed.end() == later):
            found.append(Stretch(first, ending.end()))
            later = first
    yield from reversed(found)


def _start(text: str, start: int, end: int) -> int:
    """Return where the name begins whose last character but 法 ends at ``end``, or -1."""
    reach = max(start, end - _LONGEST)
    if constitution := _CONSTITUTION.search(text, reach, end + 1):
        return constitution.start()
    edges = [match.end() for match in _BOUNDARY.finditer(text, reach, end)]
    first = edges[-1] if edges else reach
    cut = first > start and first == reach and not edges
    for match in _before().finditer(text, first, end):
        first, cut = match.end(), False
    inner = _END.search(text, first, end)
    if inner:  # 治安管理处罚法和行政处罚法: the second begins behind the first
        joined = _LIST.match(text, inner.end(), end)
        first = joined.end() if joined else first
    lead = _SINGLE.match(text[first:end])
    first += lead.end() if lead else 0
    return -1 if cut or end - first < _SHORTEST - 1 else first
