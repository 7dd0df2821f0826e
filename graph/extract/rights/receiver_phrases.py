"""The phrase that names who receives something: 对建档立卡贫困劳动力, 对特困人员的缴费部分.

Forms read::

    为低保家庭、残疾毕业生发放…          each of a list
    对白内障和唇腭裂患者给予…            a list that shares its last word stays one phrase
    对符合救助条件的，给予…              a case that stands for the person, as it is written
    对企业招用毕业生的，给予…            its subject, where it has one
    对特困人员的个人缴费部分给予…        whose expense it is
    对毕业生到孵化器创业给予…            whose deed it is

A thing or a place (对项目, 对贫困县) is nobody.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from graph.extract import holders
from graph.extract.entitlement_words import pattern
from graph.extract.person_names import named

if TYPE_CHECKING:
    from graph.extract.person_heads import Head

RECEIVING = frozenset({holders.PERSON, holders.ORGANISATION})
_JOINT = re.compile(r"、|以及|及(?!时)|(?<!共)[和与](?!谐|平)|或者?")
_NOBODY = re.compile(r"(?:其|上述|该|此类|前款|以上)?$")
_LONGEST = 100
_CONNECTIVE = re.compile(r"^(?:而|且|若|如|但|并且)")
_HIS = re.compile(r"其(?![中他它余])")  # 对其在承包地上投入的: whoever 其 is
_DISPUTED = re.compile(r"(?:不服|异议|争议|不满意?|不同意)的$")  # 对决定不服的: whoever it is
_THING_OF_HIS = re.compile(
    r"[\u4e00-\u9fff]{0,6}?(?:贷款|债务|账户|住房|房屋|土地|车辆|保险费|合同)"
)
_AGREED = re.compile(r"(?:另有约定|协商一致|达成协议|协商不成)的$")  # either of them
# 符合条件的, 经审核符合规定的 may be anybody; 土地利用效率高的 tells of a thing of somebody’s
_SAYS_NOBODY = re.compile(
    r"(?:(?:经|通过)[\u4e00-\u9fff]{2,10})?(?:符合|满足|具备|达到)(?:以上|上述|下列|规定|相关|有关|相应|申请|申报|政策|的)*"
    r"(?:条件|规定|要求|标准|政策)的"
)
_PLACES = re.compile(r"(?:^|[，、])(?:各|有关|相关)(?:地|省|市|县|区|州|盟|旗|乡|镇|级)")
_OF_QUALITY = re.compile(r"(?:率|度|水平|质量|效益)(?:较|很|最|更|特别|相对)?[高低好大小强优差]的$")
_LONGEST_CASE = 40
_LONGEST_LIST = 24
_NEAR = 5  # characters of what describes the persons behind 的
_HAS_DONE = ("已", "曾", "仍", "未", "以")
_GOES_ON = re.compile("[、，][并且]")  # 录用为公务员、并在当地参保的人员: the end of a longer case
_BARE = frozenset({"个人", "单位", "企业", "组织", "人员", "家庭", "集体", "家属", "商户"})
_DESCRIBES = re.compile(r"到|在|从|与|由|向|被|因|符合|获得|取得|具有|持有|参加|从事")
_AT = re.compile(r"[在于按].{6,}")  # 在国家级大赛获奖者
_THERE = re.compile(
    r"[在到赴来于][^，。；、]{1,12}?(?:新设|设立|创[业办]|就业|投资|参加|开展|落户|建|购)"
)
_KIN = re.compile(r"家庭$")
_FAMILY_MEMBER = re.compile(r"(?:毕业生|学生|子女|儿童|成员|人员|老人|劳动力)$")


@dataclass(frozen=True, slots=True)
class Receivers:
    """The receivers by their names.

    ``refused`` where what receives it is nobody, ``nobody`` where somebody receives it who is not
    named: whose expense is made good.
    """

    names: tuple[str, ...] = ()
    refused: bool = False
    nobody: bool = False
    start: int = 0  # where their words begin
    form: str = ""  # what names them, where it is no preposition: behind, subject, case, elsewhere


@cache
def any_thing() -> re.Pattern[str]:
    """Return a pattern of what is a thing or a place, and nobody."""
    return pattern("thing")


@cache
def _expense() -> re.Pattern[str]:
    return pattern("expense", behind="(?:等)?$")


def named_in(text: str, start: int, end: int) -> Receivers:
    """Return who is named by the words between a preposition and what follows."""
    bracket = text.find("（", start, end)
    if bracket > start and "）" not in text[bracket:end]:
        end = bracket
    words = text[start:end].removesuffix("等")
    if _NOBODY.fullmatch(words) or len(words) > _LONGEST:
        return Receivers()
    if words.endswith("的"):
        return case_of(text, start, start + len(words))
    if deed := _done_there(text, start, start + len(words)):
        return deed
    phrases = parts(text, start, start + len(words))
    if phrases:
        if employer := _employer(text, start, start + len(words)):
            return Receivers((employer,))
        names = [name for part in phrases if (name := named(part) or _described(part))]
        return Receivers(tuple(dict.fromkeys(names)), refused=not names)
    return _whose_deed(text, start, start + len(words)) or Receivers(refused=True)


def _several(text: str, start: int, end: int) -> str | None:
    """Return a list that shares its last word, before what these do: 重病、贫困儿童参加…."""
    for head in holders.heads(text, start, end):
        words = text[start : head.end]
        if "的" in words or len(words) > _LONGEST_LIST:
            return None
        if head.kind == holders.PERSON and holders.starts_predicate(text, head.end, end):
            return words if "、" in words else None
    return None


def _done_there(text: str, start: int, end: int) -> Receivers | None:
    """Return who does something somewhere: 金融机构在我市新设机构."""
    first = first_head(text, start, end)
    if first is None or "的" in text[start:end] or not _THERE.match(text, first.end, end):
        return None
    name = named(text[start : first.end])
    return Receivers((name,)) if name else None


def _whose_deed(text: str, start: int, end: int) -> Receivers | None:
    """Return whose deed or expense the words tell: 毕业生到孵化器创业, 特困人员的缴费部分."""
    first = first_head(text, start, end)
    whose = named(text[start : first.end]) if first else None
    if first is None and (several := _several(text, start, end)):
        return Receivers((several,))
    deed = first and "的" not in text[first.end : end]
    if whose and first and deed and holders.starts_predicate(text, first.end, end):
        return Receivers((whose,))
    if whose and first and deed and _outlay().match(text, first.end, end):
        return Receivers((whose,))
    return _whose_expense(text, start, end, whose)


def _whose_expense(text: str, start: int, end: int, whose: str | None) -> Receivers | None:
    """Return whose expense is made good: nobody’s in particular, but for that of a budget."""
    if not _expense().search(text[start:end]):
        return None
    if whose:
        return Receivers((whose,))
    # 对各地的支出: between budgets; 对官员、嘉宾的接待费: theirs, by no name that is read
    told = holders.has_head(text, start, end) and not _HIS.match(text, start)
    if told or _PLACES.search(text[start:end]):
        return Receivers(refused=True)
    return Receivers(nobody=True, form="expense")


def _employer(text: str, start: int, end: int) -> str | None:
    """Return who takes somebody on, where the words are a clause: 企业新招用毕业生.

    Adverbials may stand between them: 企业在新增岗位新招用失业人员.
    """
    first = first_head(text, start, end)
    if first is None:
        return None
    if "的" not in text[start:end] and _hires().match(text, first.end, end):
        return named(text[start : first.end])
    taken_on = _takes_on().search(text, first.end, end)
    if first.kind != holders.ORGANISATION or taken_on is None:
        return None
    whole = "的" in text[first.end : taken_on.start()]
    return None if whole else named(text[start : first.end])


@cache
def _takes_on() -> re.Pattern[str]:
    return pattern("takes-on", behind="(?!的)")


@cache
def _outlay() -> re.Pattern[str]:
    return pattern("outlay")


@cache
def _hires() -> re.Pattern[str]:
    return pattern("hires")


def parts(text: str, start: int, end: int) -> list[str]:
    """Return the phrases of a list of persons, none where it does not end with one."""
    ends = {h.end for h in holders.heads(text, start, end) if h.kind in RECEIVING}
    if end not in ends:
        return []
    found, first = [], start
    for joint in _JOINT.finditer(text, start, end):
        left, right = text[first : joint.start()], text[joint.end() : end]
        describes = "的" in right and ("的" not in left or _DESCRIBES.match(left) is not None)
        if joint.start() in ends and joint.start() > first and not describes:
            found.append(text[first : joint.start()])
            first = joint.end()
    found.append(text[first:end])
    if len(found) > 1 and _KIN.search(found[-2]) and _FAMILY_MEMBER.search(found[-1]):
        return [text[start:end]]  # 低保家庭和残疾毕业生: the graduates of both
    if len(found) > 1 and found[-1].removeprefix("其") in _BARE:
        return [text[start:end]]  # 做出显著成绩的单位和个人: one attribute
    return found


def _described(words: str) -> str:
    """Return the words of a phrase that only its description names: 按规定获得证书的人员."""
    if _GOES_ON.search(words) and not named(words):
        return ""
    told = re.search(r"的[\u4e00-\u9fff]{1,4}$", words) or _AT.match(words)
    return words if told else ""


def first_head(text: str, start: int, end: int) -> Head | None:
    """Return the head of the phrase at the start: 企业 of 企业招用毕业生."""
    found: Head | None = None
    for head in holders.heads(text, start, end):
        if found and head.start != found.end:  # 高校毕业生 has two
            break
        named_ = holders.holders_ending(text, start, head) if head.kind in RECEIVING else []
        if named_ and named_[0].start != start:
            break
        found = head if named_ else found
    return found


def is_anybodys(words: str) -> bool:
    """Whether a case does not tell whose it is: 对其投入的, 不服的, 符合条件的, 效率高的."""
    told = _AGREED.search(words) or _DISPUTED.search(words) or _HIS.match(words)
    return (told or _SAYS_NOBODY.fullmatch(words) or _OF_QUALITY.search(words)) is not None


def _is_attribute(text: str, first: Head, end: int) -> bool:
    """Whether the first persons of a case only describe others: 企业招用的毕业生."""
    of = text.find("的", first.end, end)
    if of < 0:
        return False
    following = next(holders.heads(text, of, end), None)
    return following is not None and following.start - of <= _NEAR


def names_his_thing(text: str, at: int) -> bool:
    """Tell whether persons that end at ``at`` only say whose a thing is: 个人创业担保贷款."""
    return _THING_OF_HIS.match(text, at) is not None


def _subject_of_case(text: str, start: int, first: Head, end: int) -> Receivers:
    """Return the subject of a case, where it is that of the whole: 毕业生创业满一年的."""
    if names_his_thing(text, first.end):  # 个人创业担保贷款还款困难的
        return Receivers(nobody=True)
    if _is_attribute(text, first, end - 1):
        return Receivers(refused=True)  # 企业招用的毕业生就业满一年的: no part of it
    name = named(text[start : first.end])
    return Receivers((name,)) if name else Receivers()


def case_of(text: str, start: int, end: int) -> Receivers:
    """Return the receiver of a case: its subject, or the words that stand for the person."""
    words = text[start:end]
    start += len(words) - len(_CONNECTIVE.sub("", words))
    words = text[start:end]
    if is_anybodys(words):
        return Receivers(nobody=True)
    # 已领取独生子女养老保险待遇的: whoever has
    first = None if words.startswith(_HAS_DONE) else first_head(text, start, end)
    if first and text[first.end] not in "的、和与及或":
        return _subject_of_case(text, start, first, end)
    if first is None and any_thing().match(words):
        return Receivers(refused=True)
    if len(words) > _LONGEST_CASE or "，" in words:
        # 对家庭农场和合作社建设冷藏设施的: theirs, by no name that is read
        told = holders.has_head(text, start, end) or any_thing().search(words)
        return Receivers(refused=True) if told else Receivers(nobody=True)
    return Receivers((words,))
