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
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from graph.extract.entitlement_words import written
from graph.extract.person_heads import AUTHORITY, OFFICER, ORGANISATION, PERSON, Head, heads
from graph.extract.person_names import named
from graph.grammar.cues import firsts, led
from graph.grammar.forms import Forms, compile_forms
from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST = 32  # characters of a noun phrase with its attribute
JOINED = re.compile(r"(?:、|以及|及其|及|(?<!共)和|与|或者|或)$")
LONGEST_DESCRIBED = 48  # where the attribute has verbs: 年满60周岁且未领取待遇的人员
_EVERYBODY = re.compile(r"任何|一切|其他(?:组织|单位)|其它组织|非法人组织")
# a single character that ends before a holder begins, where it is no part of a word
_PARTICLE = re.compile(
    r"使(?!用|者)|(?<!受|转|出)让(?!人|与)|令|(?<!自)由|把|将(?!军|士)|(?<![行作成认称])为"
    r"|(?<![定导走投])向|(?<!应|针|绝)对(?!象|口|方|接|标|照|账|抗|付|外(?!国|来|地|籍))|(?<!供)给|凡(?!是)|且|是|若|如(?!皋)"
    r"|(?<![提口])供(?![给应养销水电热暖气货需])|被(?=依法)|称|[，。；：“”\"（）()《》〈〉〔〕\n\s？！·—0-9]"
)
_PARTICLE_BEGINS = r"使让令由把将为向对给凡且是若如供被称，。；：“”\"（）()《》〈〉〔〕\s？！·—0-9"
_JOINT = re.compile(
    r"(?=[、以和与及或])(?:、|以及|(?<!共)[和与及](?!谐|平(?!等)|睦)|或者?)(?![^、和与及或]{0,12}的)"
)
_GOVERNING = re.compile(
    r"(?:对于?|向|为|给|将|把|让|使|确保|(?<!养老)(?<!生活)(?<!住房)(?<!社会)(?<!医疗)保障|凡)"
)
_NO_FIELD = "(?!(?:(?<=廉租)|(?<=公租)|(?<=住房))保障对象)"  # 廉租保障对象
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


@cache
def _groups() -> Forms:
    return compile_forms(lexicon.scheme("groups"))


@cache
def boundary() -> re.Pattern[str]:
    """Return a pattern of words that end where a noun phrase of persons begins."""
    words = [form for form in written("boundary") if len(form) > 1]
    known = f"{_NO_FIELD}(?:{lexicon.alternation(words)})(?:了|好|过)?"
    begins = firsts(words) + _PARTICLE_BEGINS
    return re.compile(led(begins, f"{known}|{_PARTICLE.pattern}"))


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


@lru_cache(maxsize=512)
def listed(text: str, start: int, head: Head) -> tuple[tuple[int, Head], ...]:
    """Return the phrases of the list that ends with a head, each with where it begins."""
    spans = [(phrase_start(text, start, head), head)]
    while True:
        first = spans[0][0]
        joint = JOINED.search(text, max(start, first - 2), first)
        near = max(start, joint.start() - LONGEST) if joint else start  # a list may be long
        before = list(heads(text, near, joint.start())) if joint else []
        if joint is None or not before or before[-1].end != joint.start():
            return tuple(spans)
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
