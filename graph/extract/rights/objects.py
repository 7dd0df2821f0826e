"""What is held: the words of a right or a benefit, each part of a list by itself.

A part whose words are a label of the scheme is that concept; another is named by its own words.

Forms read::

    知情权、决策权、监督权                 each right of a list
    申请行政复议和提起行政诉讼的权利       what somebody has a right to do, as one
    陈述、申辩和听证的权利                 each where the scheme knows it as a right
    住房保障、医疗救助等待遇               the benefits of the scheme
    免费停车待遇、税收减免                 others by their nouns

No object is what only describes something else (享受补贴的人员名单, 接受义务教育问题).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from graph.extract.entitlement_words import pattern, written
from graph.grammar.forms import Forms, compile_forms
from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LONGEST_DEED = 60
TELLS_WHICH = re.compile(
    r"的(?:[\u4e00-\u9fff]{0,10}(?:机关|部门|单位|机构|法院|人|人员|组织|事项))?$"
)
_LONGEST = 60  # characters of a right in its own words
_SHORTEST = 4  # characters of a deed that 的权利 names
_JOINT = re.compile(r"、|以及|(?:[及或]|(?<!共)和)(?!谐|睦|平(?!等))者?")
_LEAD = re.compile(
    r"^(?:的|是|(?:《[^》]{2,40}》(?:等)?)?规定的|依法|应有的?|应当?|所|享有的?|享受的?|合理的?|其(?!他|它|余|中)|在(?:本市|我市|当地|居住地)|国家规定的|各项|与[^，。；、]{2,12}?(?:同等|平等|相同|一样)的?|法律赋予的?|相关的|有关的)+"
)
_EQUALLY = re.compile("(?:同等|平等|相同|一样)的?$")
BARE = frozenset({"权利", "权益", "待遇", "服务", "政策", "优惠", "优惠政策", "利益", "权"})
_VERB = re.compile(r"享受|享有|应当|可以|必须|有权(?!益)|不得|负责|违反|涉及")
_TAIL = re.compile(
    r"(?:至[^，。；、]{1,10}?止|等(?:各项|相关|方面的?|多项)?|的?前提下?|基础上|情况下|(?<=权利)和义务|(?<=权利)与义务)$"
)
_BEHIND_FORM = re.compile(r"(?:的|等)?(?:合法)?(?:待遇|权利|权益|服务|政策|资格)?(?:等)?$")
# 基本医疗保险等社会保险: what 等 sums up is named before it
_NAMED_FIRST = re.compile(r"(?P<first>.{2,}?)等(?!级|候|待遇$|价|额|值)(?P<rest>.{0,16})$")
_POLICY = re.compile(
    r"等[\u4e00-\u9fff\s]{0,9}(?:政\s?策|措\s?施)$"
)  # 税收减免、用地指标等扶持政策
_LAID_DOWN = re.compile(r"^(?:明确|规定|约定)的")  # 集体经济组织明确的权利、义务不变
_OF_ALL = re.compile(r"(?:公共|国家|社会|集体|全局|自身|经济)利益$")
_BRACKETS = re.compile(r"（[^（）]*）|〔[^〕]*〕|[“”]")
_AMOUNT = re.compile(
    r"(?:(?:最高|最低|总额|合计|共|每|不超过|不低于|[（(])[^，。；、]{0,8})?[0-9０-９.．一二三四五六七八九十百千万]+(?:万|亿)?(?:元|%|％|个月|天(?=$)|年(?=$))(?:/[^，。；、]{1,4}|以内|以下|以上|左右|不等|人民币|·[月年]|每?[人户年月])*$"
)
# 对违法行为进行检举和控告的权利, 接受教育、社会救助等公共服务的权利: one deed
_DONE = re.compile(
    r"(?P<deed>对[^，。；]{2,40}(?:进行|予以|提出)[^，。；]{2,16}|(?:接受|获得|享受|参加)[^，。；]{2,50}等[^，。；、的]{0,4}(?:服务|保障|待遇))的权利"
)
_DEED = re.compile(r"(?<!合法)(?<!法律)(?<!同等)(?<!平等)(?<!相应)(?<!规定)(?<!正当)的权利$")


@dataclass(frozen=True, slots=True)
class Held:
    """One right: its name, where its words stand, whether the scheme knows it and it is a right."""

    name: str
    start: int
    end: int
    known: bool
    is_right: bool  # whether it is called a right, where others are benefits


def is_right(name: str) -> bool:
    """Tell whether a name is that of a right, not of a benefit.

    >>> is_right("知情权"), is_right("住房保障")
    (True, False)
    """
    return name.endswith(tuple(written("right-noun")))


@cache
def scheme_forms() -> Forms:
    """Return the written forms of the scheme of rights."""
    return compile_forms(lexicon.scheme("rights"))


@cache
def _noun() -> re.Pattern[str]:
    return pattern("right-noun", "benefit-noun", behind="$")


@cache
def _sums_up() -> re.Pattern[str]:
    return pattern("sums-up", behind="(?:的|中|内)?$|^$")


@cache
def _describes() -> re.Pattern[str]:
    return pattern("not-object", behind="$")


@cache
def _right_noun() -> re.Pattern[str]:
    return pattern("right-noun", behind="$")


@cache
def _no_right() -> re.Pattern[str]:
    return pattern("not-right-noun", behind="$")


@cache
def _given_noun() -> re.Pattern[str]:
    return pattern("right-noun", "grant-noun", "aid-noun", behind="$")


def names_right(words: str, ends: re.Pattern[str] | None = None) -> bool:
    """Tell whether words end like a right, or as ``ends`` tells.

    >>> names_right("平等就业权"), names_right("加强授权")
    (True, False)
    """
    words = "".join(words.split())  # a line may break inside a word
    if not (ends or _right_noun()).search(words):
        return False
    return not _no_right().search(words) and not _OF_ALL.search(words)


def without_amount(text: str, start: int, end: int) -> int:
    """Return where words end without the amount that is said behind them: 补贴2000元.

    >>> words = "给予创业补贴不超过5000元，"
    >>> words[: without_amount(words, 0, len(words))]
    '给予创业补贴'
    """
    end = _trimmed(text, start, end)
    amount = _AMOUNT.search(text, start, end)
    return amount.start() if amount else end


def held(text: str, start: int, end: int, *, benefits: bool, given: bool = False) -> list[Held]:
    """Return the rights that an object names, none where it is no right or describes another thing.

    Without ``benefits`` a benefit counts only where the scheme knows it. What is ``given`` is a
    benefit by its verb.
    """
    return list(_held(text, start, end, benefits=benefits, given=given))


@lru_cache(maxsize=512)
def _held(text: str, start: int, end: int, *, benefits: bool, given: bool) -> Sequence[Held]:
    end = _trimmed(text, start, end)
    start = _behind_lead(text, start, end)
    if start >= end:
        return []
    if done := _DONE.fullmatch(text, start, end):
        return [deed(text, start, done.end("deed"))]
    if _VERB.search(text, start, end):
        return []
    found: list[Held] = []
    whole = _POLICY.search(text, start, end)
    if whole and benefits and not _each_ends(text, start, whole.start()):
        return [Held("".join(text[start:end].split()), start, end, known=False, is_right=False)]
    ends = _given_noun() if given else _noun() if benefits else _right_noun()
    for first, last in _parts(text, start, end, ends, known=not given):
        one = _named(text, first, last, ends)
        if not one:
            tells = _describes().search(text, first, last)
            return [] if tells else [each for each in found if each.known]
        found += one
    return found


def _each_ends(text: str, start: int, end: int) -> bool:
    """Whether each part of a list before 等政策 is a benefit by itself: 用地指标 is none."""
    return all(_ends_right(part, _noun()) for part in _JOINT.split(text[start:end]) if part)


def _behind_lead(text: str, start: int, end: int) -> int:
    """Return where an object begins without what only leads to it: 国家规定的各项."""
    start += text.startswith("的", start)
    lead = _LEAD.match(text[start:end])
    if lead is None:
        return start
    rest = text[start + lead.end() : end]
    if rest in BARE:
        return start
    if _JOINT.split(rest)[0] in BARE:  # 与当地居民同等待遇、同等权利
        alone = _EQUALLY.search(lead.group())
        return start + alone.start() if alone else start
    return start + lead.end()


def _trimmed(text: str, start: int, end: int) -> int:
    """Return where an object ends without brackets, quotation marks and 等 behind it."""
    while end > start and text[end - 1] in " ，。；：！？\n、”’":
        end -= 1
    while end > start and text[end - 1] == "）" and "（" in text[start:end]:
        end = text.rindex("（", start, end)
    tail = _TAIL.search(text[start:end])
    return start + tail.start() if tail else end


def _parts(
    text: str, start: int, end: int, ends: re.Pattern[str], *, known: bool
) -> Iterator[tuple[int, int]]:
    """Yield the parts of a list; words that end no right go with the part behind them."""
    words = _BRACKETS.sub(lambda m: "〇" * len(m.group()), text[start:end])
    forms = [(a - start, b - start) for _, a, b in scheme_forms().find(text, start, end)]
    first = 0
    for joint in _JOINT.finditer(words):
        if any(a < joint.start() < b for a, b in forms):  # 基本公共服务和便利
            continue
        part = words[first : joint.start()]
        ends_right = _ends_right(part, ends) if known else names_right(part, ends)
        if not part or not ends_right:  # 给予养老保险、医疗保险补贴: a subsidy of both
            continue
        yield start + first, start + joint.start()
        first = joint.end()
    if first < len(words):
        yield start + first, end


def _ends_right(words: str, ends: re.Pattern[str]) -> bool:
    if names_right(words, ends):
        return True
    return any(
        _BEHIND_FORM.fullmatch("".join(words[last:].split()))
        for _, _, last in scheme_forms().find(words, 0, len(words))
    )


def _named(text: str, start: int, end: int, ends: re.Pattern[str]) -> list[Held]:
    """Return the right of one part: its concept, or its own words."""
    start += text.startswith("、", start)
    if text.startswith("“", start) and text.find("”", start, end) < 0:
        start += 1
    start = _behind_lead(text, start, end)
    words = text[start:end]
    named = _NAMED_FIRST.match(words)
    sums_up = named and (_noun().search(named["rest"]) or _sums_up().search(named["rest"]))
    if named and sums_up and _ends_right(named["first"], ends):
        end = start + named.end("first")
        words = text[start:end]
    deeds = _known_deeds(text, start, end)
    if deeds:
        return deeds
    forms = list(scheme_forms().find(text, start, end))
    for name, first, last in reversed(forms):
        own = is_right(name) or is_right(text[first:last])
        # 财产继承权 is a right of inheritance; 住房公积金贷款优惠 is none of the fund
        behind = "".join(text[last:end].split())
        if _BEHIND_FORM.fullmatch(behind) and (own or not is_right(words) or last < end):
            return [Held(name, first, last, known=True, is_right=is_right(name))]
    if not names_right(words, ends) or len(words) > _LONGEST or _LAID_DOWN.match(words):
        return []
    name = words
    if _DEED.search(words) and len(words) - 3 >= _SHORTEST:
        name = words[:-3].removesuffix("等方面")
    own = is_right(words)
    return [Held("".join(name.split()), start, end, known=False, is_right=own)]


def _known_deeds(text: str, start: int, end: int) -> list[Held]:
    """Return the rights of 陈述、申辩和听证的权利, where the scheme knows each of the deeds."""
    scheme = lexicon.scheme("rights")
    words = text[start:end]
    if not words.endswith(("的权利", "权利")) or not _JOINT.search(words):
        return []
    stop = len(words.removesuffix("权利").removesuffix("的"))
    found, first = [], 0
    for joint in [*_JOINT.finditer(words, 0, stop), None]:
        last = joint.start() if joint else stop
        deed = words[first:last]
        name = scheme.get(f"{deed}的权利") or scheme.get(f"{deed}权")
        if name is None:
            return []
        found.append(Held(name, start + first, start + last, known=True, is_right=True))
        first = joint.end() if joint else stop
    return found


def known(name: str, start: int, end: int) -> Held:
    """Return a right of the scheme at its place."""
    return Held(name, start, end, known=True, is_right=is_right(name))


def deed(text: str, start: int, end: int) -> Held:
    """Return what somebody may do as a right, in its own words."""
    return Held("".join(text[start:end].split()), start, end, known=False, is_right=True)
