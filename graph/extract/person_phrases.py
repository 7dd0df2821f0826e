"""Noun phrases of persons and bodies: where they begin, their names, their lists.

Holders are no closed list: any noun phrase that ends like a word for persons can be one. It is
named by its concept where its words are a label of one, else by its own words.

Forms read::

    牧民, 新就业形态劳动者, 烈士遗属       a word, and what describes it
    因疫情影响导致生活困难的家庭          with its attribute, where the word says little
    孤儿和事实无人抚养儿童                each of those that are listed
    任何单位和个人                        a list that means everybody is one
    农业转移人口及其他常住人口随迁子女    and so are the children of several
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from graph.extract.entitlement_words import pattern, written
from graph.extract.person_names import named
from graph.grammar.cues import firsts, led
from graph.grammar.forms import Forms, compile_forms
from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

PERSON, ORGANISATION, AUTHORITY, OFFICER = "person", "organisation", "authority", "officer"
_LONGEST_WORD = 6  # characters of a word that means no person
LONGEST = 32  # characters of a noun phrase with its attribute
JOINED = re.compile(r"(?:、|以及|及其|及|(?<!共)和|与|或者|或)$")
LONGEST_DESCRIBED = 48  # where the attribute has verbs: 年满60周岁且未领取待遇的人员
_EVERYBODY = re.compile(r"任何|一切|其他(?:组织|单位)|其它组织|非法人组织")
# a single character that ends before a holder begins, where it is no part of a word
_PARTICLE = re.compile(
    r"使(?!用|者)|(?<!受|转|出)让(?!人|与)|令|(?<!自)由|把|将(?!军|士)|(?<![行作成认称])为"
    r"|(?<![定导走投])向|(?<!应|针|绝)对(?!象|口|方|接|标|照|账|抗|付|外(?!国|来|地|籍))|(?<!供)给|凡(?!是)|且|是|若|如(?!皋)"
    r"|(?<![提口])供(?![给应养销水电热暖气货需])|被(?=依法)|称|[，。；：“”\"（）()《》〈〉\n\s？！·—0-9]"
)
# what stands behind a word of persons where its last character begins another word
_OTHER_WORDS = {
    "人": re.compile(
        "员|力(?![争求图])|权(?![利益能])|才(?![能可会有])"
        "|工(?:智能|成本|影响天气|增雨|降雨|湖|造林|鱼礁|养殖|繁[殖育])"
    ),  # 司法人员 is no 法人, 领军人才 no 军人, 国家人工智能 no 国家人
    "业": re.compile("家"),  # 企业家 is no 企业
    "体": re.compile(
        "责任|功能|地位|工程|结构|作用|资格|建筑|部分|施工|培训|信用|税种|业务|框架|性|育|系|制"
    ),
    "民": re.compile(
        "[政营警兵法族]|间(?!的)|办|(?<=国民)(?:经济|待遇|收入|教育|体质|素质|生产)"
        "|(?<=人民)(?:银行|建设银行|政府|法院|检察|解放军|武装|保险|币|共和国|调解|团体|大学|医院|防空|政协)"
    ),
    "生": re.compile("活[费补津保困水救照用来环]|[产态命源物育涯猪]"),  # 见习生活补助
    "才": re.compile("计划|工程|战略|市场|公寓"),  # 市级人才计划
    "工": re.compile("[作业程具种艺]"),
}
_JOINT = re.compile(r"(?:、|以及|(?<!共)[和与及](?!谐|平(?!等)|睦)|或者?)(?![^、和与及或]{0,12}的)")
_GOVERNING = re.compile(
    r"(?:对于?|向|为|给|将|把|让|使|确保|(?<!养老)(?<!生活)(?<!住房)(?<!社会)(?<!医疗)保障|凡)"
)
_AGED, _AGE = re.compile("周?岁"), re.compile(r"\d{1,3}$")
_BARE_KIN = frozenset({"家庭", "家属"})  # 失业人员及家庭: theirs
_RELATIVES = re.compile(r"(?:子女|家属|遗属|配偶|亲属|父母)$")
_AND_HIS = re.compile(r"及其(?![他它余])")


@dataclass(frozen=True, slots=True)
class Holder:
    """One holder: its name, and where its words stand."""

    name: str
    start: int
    end: int
    kind: str = PERSON


@dataclass(frozen=True, slots=True)
class Head:
    """The last word of a noun phrase, and what kind of thing it is a word for."""

    kind: str
    start: int
    end: int


@cache
def _groups() -> Forms:
    return compile_forms(lexicon.scheme("groups"))


@cache
def _heads() -> re.Pattern[str]:
    kinds = (OFFICER, AUTHORITY, ORGANISATION, PERSON)
    return re.compile(lexicon.alternation(written(*kinds)))


@cache
def _heads_anywhere() -> re.Pattern[str]:
    """Return a pattern of the longest word at each place, also where others stand over it."""
    words = written(OFFICER, AUTHORITY, ORGANISATION, PERSON)
    return re.compile(led(firsts(words), f"(?=({_heads().pattern}))"))


@cache
def _kind_of() -> dict[str, str]:
    kinds = (PERSON, ORGANISATION, AUTHORITY, OFFICER)
    return {form: kind for kind in kinds for form in written(kind)}


@cache
def _no_person() -> re.Pattern[str]:
    return pattern("not-person", behind="$")


@cache
def boundary() -> re.Pattern[str]:
    """Return a pattern of words that end where a noun phrase of persons begins."""
    long = lexicon.alternation(form for form in written("boundary") if len(form) > 1)
    return re.compile(f"{long}(?:了|好|过)?|{_PARTICLE.pattern}")


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a text that can end a phrase, in their order: where they begin, and which.

    ``known`` tells of each whether it goes on to another word, and whether it is of no person.
    """

    firsts: tuple[int, ...]
    heads: tuple[Head, ...]
    known: tuple[tuple[bool, bool], ...]


@lru_cache(maxsize=4)
def _words_of(text: str) -> _Words:
    """Return the words of a whole text, each of whose clauses asks for its own many times."""
    heads = tuple(
        Head(_kind_of()[match[1]], *match.span(1)) for match in _heads_anywhere().finditer(text)
    )
    known = tuple((_goes_on(text, head), _is_no_person(text, 0, head)) for head in heads)
    return _Words(tuple(head.start for head in heads), heads, known)


def has_head(text: str, start: int, end: int) -> bool:
    """Tell whether a word that can end a phrase stands between the offsets: the cheap question."""
    firsts = _words_of(text).firsts
    at = bisect_left(firsts, start)
    return at < len(firsts) and firsts[at] < end


def heads(text: str, start: int, end: int) -> Iterator[Head]:
    """Yield the words that can end a noun phrase of persons or bodies, in their order."""
    words = _words_of(text)
    until = start
    for at in range(bisect_left(words.firsts, start), bisect_left(words.firsts, end)):
        head = words.heads[at]
        if head.start < until:
            continue
        goes_on, no_person = words.known[at]
        if head.end > end:
            shorter = _heads().match(text, head.start, end)
            if shorter is None:
                continue
            head = Head(_kind_of()[shorter.group()], *shorter.span())
            goes_on = _goes_on(text, head)
        if goes_on:  # 司法人员 is no 法人, 见习生活 no 见习生
            continue
        until = head.end
        if head.end - _LONGEST_WORD < start or head is not words.heads[at]:
            no_person = _is_no_person(text, start, head)
        if not no_person:
            yield head


def _is_no_person(text: str, start: int, head: Head) -> bool:
    """Whether a word is part of one that means no person: 第三人称 of 称, 机器人."""
    if head.kind not in {PERSON, ORGANISATION}:
        return False
    first = max(start, head.end - _LONGEST_WORD)
    return _no_person().search(text, first, head.end) is not None


def _goes_on(text: str, head: Head) -> bool:
    """Whether a word of persons goes on to another word: 法人员, 企业家, 见习生活."""
    if text.startswith(("所得税", "身份证", "居住证"), head.end):
        return True
    last = text[head.end - 1]
    if (
        head.end - head.start == 1
        and last == "人"
        and text.startswith(("均", "次", "数"), head.end)
    ):
        return True
    other = _OTHER_WORDS.get(last)
    return other is not None and other.match(text, head.end) is not None


def phrase_start(text: str, start: int, head: Head) -> int:
    """Return where the noun phrase of a head begins."""
    first = max(start, head.end - LONGEST)
    short = head.end - head.start == 1
    for match in boundary().finditer(text, first, head.start):
        if not (short and match.end() == head.start):  # 完成人, 委托方
            first = match.end()
    if (
        first > start
        and "的" in text[first : head.start]
        and text[head.start : head.end] in written("generic")
    ):
        first = _attribute_start(text, start, first, head)
    joint = [m.end() for m in _JOINT.finditer(text[first : head.start])]
    if joint:
        first += joint[-1]
    if text[first - 1 : first] == "》" and (title := text.rfind("《", start, first)) >= 0:
        first = title  # 《居住证》持有人
    if _AGED.match(text, first) and (years := _AGE.search(text, max(start, first - 3), first)):
        first = years.start()  # 65周岁以上老年人
    known = _groups().find(text, start, head.end) if _ends_group(text, head.end) else ()
    for _, a, b in known:
        if b == head.end and a < first:  # 适龄儿童、少年, 退出部队现役的农村义务兵和士官
            first = a
    return first


def _ends_group(text: str, end: int) -> bool:
    """Whether the words of a group of the scheme can end at an offset: the cheap question."""
    lengths = _group_ends().get(text[end - 1 : end], {})
    return any(text[max(0, end - n) : end] in words for n, words in lengths.items())


@cache
def _group_ends() -> dict[str, dict[int, set[str]]]:
    """Return what the groups of the scheme end in, by the last letter and by the length."""
    found: dict[str, dict[int, set[str]]] = {}
    for form in lexicon.scheme("groups"):
        last = form.rpartition("…")[2]
        found.setdefault(last[-1:], {}).setdefault(len(last), set()).add(last)
    return found


def _attribute_start(text: str, start: int, first: int, head: Head) -> int:
    """Return where a phrase begins whose attribute has verbs: 因疫情影响导致生活困难的儿童."""
    low = max(start, head.end - LONGEST_DESCRIBED)
    governing = [m.end() for m in _GOVERNING.finditer(text, low, first)]
    begin = governing[-1] if governing else start
    words = text[begin : head.start]
    if begin < low or re.search(r"[，。；：（）《》\n]", words):
        return first
    if any(
        h.kind == AUTHORITY and text[h.start : h.end] != "国家"
        for h in heads(text, begin, head.start)
    ):
        return first
    return begin


def holders_ending(text: str, start: int, head: Head) -> list[Holder]:
    """Return the holders whose list ends with a head: 孤儿和事实无人抚养儿童 are two."""
    spans = listed(text, start, head)
    found = [
        Holder(name, first, last.end, last.kind)
        for first, last in spans
        if (name := named(text[first : last.end]))
    ]
    if len(spans) > 1 and _is_one(text, spans):
        kinds = {last.kind for _, last in spans}
        kind = next(k for k in (AUTHORITY, OFFICER, PERSON, ORGANISATION) if k in kinds)
        return [Holder("".join(text[spans[0][0] : head.end].split()), spans[0][0], head.end, kind)]
    return found


def listed(text: str, start: int, head: Head) -> list[tuple[int, Head]]:
    """Return the phrases of the list that ends with a head, each with where it begins."""
    spans = [(phrase_start(text, start, head), head)]
    while True:
        first = spans[0][0]
        joint = JOINED.search(text, max(start, first - 2), first)
        near = max(start, joint.start() - LONGEST) if joint else start  # a list may be long
        before = list(heads(text, near, joint.start())) if joint else []
        if joint is None or not before or before[-1].end != joint.start():
            return spans
        spans.insert(0, (phrase_start(text, start, before[-1]), before[-1]))


def _is_one(text: str, spans: Sequence[tuple[int, Head]]) -> bool:
    """Whether a list means one holder: everybody, or the children of all of them."""
    if any(_EVERYBODY.match(text, first) for first, _ in spans):
        return True
    first, last = spans[-1]
    if text[first : last.end] in _BARE_KIN:
        return True
    # 流动人口及其配偶、子女、父母
    if _AND_HIS.search(text, spans[0][0], first) and _RELATIVES.search(text[first : last.end]):
        return True
    return bool(_RELATIVES.search(text[first : last.end])) and any(
        h.end < last.start for h in heads(text, first, last.end)
    )
