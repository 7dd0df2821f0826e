"""To whom a letter goes (主送机关, GB/T 9704-2012, 7.3.2): each addressee of its address line.

Forms read::

    各乡、镇、场，各街道办事处，市政府各部门：        three; 、 within one shares its words
    国务院各部委、各直属机构：                      two: the second has a 各 of its own
    各区卫生健康局、财政局，市医保中心：             two: 财政局 are those of each district
    市发展改革委、市财政局，国家税务总局某市税务局：   three bodies
    编办、人力社保厅、财政厅：                      three, as none has a place before it
    某兵团建设局、财务局：                         one: 财务局 is that of the same
    市委、市政府各部门：                           one: the departments of both
    各市（州）、县（市、区）人民政府（行署）：         one
    甲省各市（州）、乙市各区县人民政府：              one: the governments of both
    中、省直有关单位：                             one: those of the centre and of the province
    各市人民政府、某综合实验区管委会：                two: a zone with its name stands by itself
    某示范区、某高新区、某经开区管委会：               one: the committees of all three
    国家经贸委、冶金部：                            two: neither is part of the other
    各街道办事处、某某集团：                         two: a company stands by itself
    国务院各部委、各直属机构人事部门：                 one: the offices of both

Where no line above the text addresses anybody, the copies lines below it may (主送：各分行，各商业
银行。): those to whom copies go (抄送, 分送, 内部发送) are none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.structure.lines import Line, is_body_name
from ontology import agencies, divisions

if TYPE_CHECKING:
    from collections.abc import Iterator

_APART = re.compile(r"[，；。：]")
_DISTRIBUTED = ("各", "有关", "相关")
_OWN_WORD = re.compile(r"各|有关|相关|其他|其它|直属|所属|下属|国务院|中央|驻")
_LEVELS = ("省", "市", "县", "区", "州", "盟", "旗", "自治区", "国家", "中央", "全国", "中国", "驻")
_CORPS = re.compile(r"[\u4e00-\u9fff]{0,8}兵团")
_DEPARTMENT = re.compile(r"(?:[^总]局|[厅委部办]|委员会|办公室)(?:（[^（）]*）)?$")
_BRACKET = re.compile(r"（[^（）]*）$")
_ONE_OF_A_LEVEL = re.compile(
    r"(?:省|市|自治区)(?!政市|场|容|[直级属辖际（、区县])(?!.*政府(?:（|$))"
)
_COMMITTEE = re.compile(r"(?:[省市县区州旗盟]|自治区)?(?:党)?委|党中央|中央")
_GOVERNMENTS = re.compile(r"(?:[省市县区州旗盟]|自治区)?(?:人民)?政府各|国务院各|国家机关各")
_LEVEL = re.compile(r"(?:中央?|部|各?[一二三]级|[省市县区州盟旗]+)(?:（[^（）]*）)?")
_BODY_OF_ZONE = re.compile(  # 各区人社局、北京经济技术开发区人事局
    r"(?!各|有关|相关)[\u4e00-\u9fff]{0,10}(?:开发区|高新区|经开区|实验区|示范区|新区|园区)"
    r"[\u4e00-\u9fff（）]{2,20}"
)
_COMPANY = re.compile(r"(?!各|有关|相关)[\u4e00-\u9fff（）]{2,24}(?:集团|公司|总公司)")
_OF_STATE = ("国家", "最高", "全国", "中共中央")
_MINISTRY = re.compile(r"(?!各|有关|相关|[省市县区])[\u4e00-\u9fff]{2,12}(?:部|总局|署|委|委员会)")
_OFFICES_OF_ALL = re.compile(
    r"各(?:直属机构|部门|单位|机关)[\u4e00-\u9fff（）]{2,12}(?:部门|机构|司局?|处室?)"
)
_BARE_ZONE = re.compile(
    r"(?:^|[、，])(?!各|有关|相关)[^、，]{1,12}(?:示范区|高新区|经开区|开发区|新区|园区|管理区)$"
)
_ZONE = re.compile(r"(?!各|有关|相关)[\u4e00-\u9fff]{3,14}[区园](?:管委会|管理委员会)")
_COPIES = 1500  # characters at the end of a document in which its copies lines stand
_MAIN = re.compile(
    r"主[ ]?送(?:机关|单位)?[ ]?：[ ]?(?P<who>[^。\n]{2,800}?)"
    r"(?=[。\n]|$|[，； ]?(?:抄[ ]?[送报]|分[ ]?送|(?:内部)?发[ ]?送|打字|校对)[ ]?：)"
)


def addressed_below(text: str, start: int) -> tuple[int, int] | None:
    r"""Return where the copies lines at the end of a text say to whom it goes, if they do.

    >>> text = "五、本通知自印发之日起施行。\n主送：各分行，各商业银行。\n抄送：财政部。"
    >>> text[slice(*addressed_below(text, 0))]
    '各分行，各商业银行'
    """
    found = _MAIN.search(text, max(start, len(text) - _COPIES))
    return found.span("who") if found else None


def addressees(text: str, start: int, end: int) -> Iterator[Line]:
    """Yield the addressees of an address line, in order.

    >>> line = "各乡、镇、场，市政府各部门、各直属机构："
    >>> [addressee.text for addressee in addressees(line, 0, len(line))]
    ['各乡、镇、场', '市政府各部门', '各直属机构']
    """
    at = start
    named: set[str] = set()
    for stop in (*_stops(text, start, end), end):
        for addressee in _listed(text, at, stop) if text[at:stop].strip() else ():
            if addressee.text not in named:  # a page may print the line twice
                yield addressee
            named.add(addressee.text)
        at = stop + 1


def _stops(text: str, start: int, end: int) -> Iterator[int]:
    """Yield the marks between addressees; those in a bracket part none."""
    depth = 0
    for at in range(start, end):
        depth += (text[at] == "（") - (text[at] == "）")
        if depth <= 0 and _APART.match(text, at):
            yield at


def _listed(text: str, start: int, end: int) -> Iterator[Line]:
    """Part a list at those 、 behind which another addressee begins."""
    stops = [*(at for at in _marks(text, start, end)), end]
    begins = [start, *(at + 1 for at in stops[:-1])]
    words = [text[a:b].strip() for a, b in zip(begins, stops, strict=True)]
    apart = not words[0].startswith(_DISTRIBUTED) and all(map(is_body_name, words))
    shared = apart and _is_placed(words[0])
    at = start
    for stop, following in zip(stops, words[1:], strict=False):
        named = apart and not (shared and _is_department(following))
        named |= bool(_OWN_WORD.search(following)) or _is_another(text[at:stop], following)
        named |= _are_ministries(text[at:stop], following)
        named &= not (_shares_head(following, words[-1]) or _BARE_ZONE.search(text[at:stop]))
        if named and _is_whole(text[at:stop], following):
            yield _line(text, at, stop)
            at = stop + 1
    yield _line(text, at, end)


def _marks(text: str, start: int, end: int) -> Iterator[int]:
    depth = 0
    for at in range(start, end):
        depth += (text[at] == "（") - (text[at] == "）")
        if depth <= 0 and text[at] == "、":
            yield at


def _is_another(before: str, following: str) -> bool:
    """Whether a set is whole and a single body of a level follows: …人民政府、省农垦总局.

    So is a zone with a name of its own: …人民政府、某综合实验区管委会.
    """
    whole = is_body_name(_BRACKET.sub("", before.strip()))
    if whole and _COMPANY.fullmatch(following):
        return True
    if not whole or not is_body_name(following):
        return False
    level = _ONE_OF_A_LEVEL.match(following) and not agencies.by_name(following)  # 市场监管局
    return bool(level or _ZONE.fullmatch(following) or _BODY_OF_ZONE.fullmatch(following))


def _are_ministries(before: str, following: str) -> bool:
    """Whether two bodies are of the state: 国家经贸委、冶金部; a 司 would be part of the first."""
    last = before.rpartition("、")[2].strip()
    of_state = agencies.by_national_name(last) is not None or last.startswith(_OF_STATE)
    known = agencies.by_national_name(following) is not None
    alone = last == before.strip() and _MINISTRY.fullmatch(last) is not None
    of_state |= known and alone  # 应急部、人民银行, and not 各省财政厅、党委宣传部、发展改革委
    return of_state and (known or _MINISTRY.fullmatch(following) is not None)


def _shares_head(following: str, last: str) -> bool:
    """Whether the last of a list says what is meant of each: 各部委、各直属机构人事部门."""
    return following == last and _OFFICES_OF_ALL.fullmatch(last) is not None


def _is_department(words: str) -> bool:
    """Whether words name a department of the body before them: 财政局 behind 某兵团民政局."""
    return not _is_placed(words) and _DEPARTMENT.search(words) is not None


def _is_placed(words: str) -> bool:
    """Whether words name one body by themselves: with its place, or of the nation."""
    if agencies.bearers(words):
        return False
    if words.startswith(_LEVELS) or _CORPS.match(words):
        return True
    national = agencies.by_national_name(words) is not None
    return national or divisions.split_leading(words)[0] is not None


def _is_whole(before: str, following: str) -> bool:
    """Whether words name someone without those behind them: 各乡 of 各乡、镇 does not.

    Nor does 市委 of 市委、市政府各部门, whose departments are those of both.
    """
    last = before.rpartition("、")[2].strip()
    if last.endswith("中央") and following[0] in "省部自":  # 驻市中央、省属各单位
        return False
    if _COMMITTEE.fullmatch(last) and _GOVERNMENTS.match(following):
        return False
    sets = last.rpartition("各")[2].removeprefix("有关")  # 甲省各市（州）、乙市各区县人民政府
    return not _LEVEL.fullmatch(sets)


def _line(text: str, start: int, end: int) -> Line:
    while text[start].isspace():
        start += 1
    while text[end - 1].isspace():
        end -= 1
    return Line("".join(text[start:end].split()), start, end)
