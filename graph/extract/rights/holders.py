"""Who holds a right: the noun phrase of persons before the verb, or behind it.

Holders are no closed list: any noun phrase that ends like a word for persons can be one. It is
named by its concept where its words are a label of one, else by its own words.

Forms read::

    消费者享有…                          the subject, right before the verb
    业主对共有部分享有…                  with adverbials between
    进城落户农民与当地城镇居民同等享有…  whose equal somebody is does not hold it
    孤儿和事实无人抚养儿童享受…          each of those that are listed
    任何单位和个人有权…                  a list that means everybody is one holder
    申请人对决定不服的，有权…            the subject of a clause before
    对生活困难的群众，可以给予…          what a clause before is about
    女职工的休息权、职工带薪年休假权利   whose right it is

An authority is no holder, and neither are its officials of what 有权 gives them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from graph.extract.rights.words import alternatives, pattern, written
from graph.grammar.forms import Forms, compile_forms
from graph.grammar.sentences import clauses
from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.grammar.sentences import Stretch

PERSON, ORGANISATION, AUTHORITY, OFFICER = "person", "organisation", "authority", "officer"
_LONGEST = 32  # characters of a noun phrase with its attribute
_EQUAL = re.compile(r"同等|同样|平等|一样|同城|相同|均等|一视同仁|同权")
_EQUAL_REACH = 16  # characters behind the verb in which the equal may be named
_JOINED = re.compile(r"(?:、|以及|及其|及|和|与|或者|或)$")
_EVERYBODY = re.compile(r"任何|其他(?:组织|单位)|其它组织|非法人组织")
_PRONOUN = re.compile(r"^(?:其|自己|本人|他人|对方|上述|前款|前述|此类|这些|他们)")
_ALONE = frozenset({"人", "者", "人员", "对象", "人士", "双方", "一方", "组织", "机构"})
# a single character that ends before a holder begins, where it is no part of a word
_PARTICLE = re.compile(
    r"使(?!用|者)|(?<!受|转|出)让(?!人|与)|令|(?<!自)由|把|将(?!军|士)|(?<![行作成认称])为"
    r"|(?<![定导走投])向|(?<!应|针|绝)对(?!象|口|方|外(?!国|来|地|籍))|(?<!供)给|凡(?!是)|且|是|若|如(?!皋)"
    r"|被(?=依法)|称|[，。；：“”（）()《》〈〉\n\s？！·—0-9]"
)
_JOINT = re.compile(r"(?:、|以及|[和与及](?!谐|平(?!等)|睦)|或者?)(?![^、和与及或]{0,12}的)")
_GOVERNING = re.compile(r"(?:对于?|向|为|给|将|把|让|使|确保|保障|凡)")
_GOVERNED = re.compile(
    r"(?:将|把|对于?|为|向|给|让|使|确保|保障|推动|鼓励)(?:符合条件的|本市|全市)?$"
)
_FOR_ANOTHER = re.compile(
    r"(?:为|替|代)(?:其|他人|[^，。；]{0,10}(?:子女|家属|父母|配偶|亲属|老人|儿童))[^，。；]{0,4}$"
)
_RELATIVES = re.compile(r"(?:子女|家属|遗属|配偶|亲属)$")
_CONTINUES = re.compile(r"(?:的|之)?(?:证(?!件人)|卡|会(?!员)|节|院|局|站)")


@dataclass(frozen=True, slots=True)
class Holder:
    """One holder: its name, and where its words stand."""

    name: str
    start: int
    end: int
    kind: str = PERSON


@dataclass(frozen=True, slots=True)
class _Head:
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
    words = {form: kind for kind in kinds for form in written(kind)}
    ordered = sorted(words, key=lambda form: (-len(form), form))
    return re.compile("|".join(map(re.escape, ordered)))


@cache
def _kind_of() -> dict[str, str]:
    kinds = (PERSON, ORGANISATION, AUTHORITY, OFFICER)
    return {form: kind for kind in kinds for form in written(kind)}


@cache
def _no_person() -> re.Pattern[str]:
    return pattern("not-person", behind="$")


@cache
def _boundary() -> re.Pattern[str]:
    long = "|".join(
        sorted(
            (re.escape(f) for f in written("boundary") if len(f) > 1),
            key=lambda form: (-len(form), form),
        )
    )
    return re.compile(f"(?:{long})(?:了|好|过)?|{_PARTICLE.pattern}")


@cache
def _determiners() -> re.Pattern[str]:
    return pattern("determiner", before="^(?:", behind=")(?!的?$)")


@cache
def _between() -> re.Pattern[str]:
    """Return a pattern of what may stand between a subject and its verb."""
    adverb, preposition = alternatives("link"), alternatives("preposition")
    return re.compile(
        rf"(?:{adverb}|(?:{preposition})[^，。；：]{{1,30}}?|[^，。；：]{{0,6}}(?:后|期间|时|前|内)|，)*"
    )


@cache
def _opening() -> re.Pattern[str]:
    """Return a pattern of what stands before the subject at the head of a clause."""
    return re.compile(r"\s*(?:但是?|其中|同时|此外|另外|凡|凡是|对于?|因此|所以|且|并且|针对|、)*")


def heads(text: str, start: int, end: int) -> Iterator[_Head]:
    """Yield the words that can end a noun phrase of persons or bodies, in their order."""
    for match in _heads().finditer(text, start, end):
        kind = _kind_of()[match.group()]
        if kind in {PERSON, ORGANISATION} and _no_person().search(
            text, max(start, match.end() - 6), match.end()
        ):
            continue
        yield _Head(kind, match.start(), match.end())


def _phrase_start(text: str, start: int, head: _Head) -> int:
    """Return where the noun phrase of a head begins."""
    first = max(start, head.end - _LONGEST)
    for match in _boundary().finditer(text, first, head.start):
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
    for _, a, b in _groups().find(text, start, head.end):
        if b == head.end and a < first:  # 适龄儿童、少年, 退出部队现役的农村义务兵和士官
            first = a
    return first


def _attribute_start(text: str, start: int, first: int, head: _Head) -> int:
    """Return where a phrase begins whose attribute has verbs: 因疫情影响导致生活困难的儿童."""
    low = max(start, head.end - _LONGEST)
    governing = [m.end() for m in _GOVERNING.finditer(text, low, first)]
    begin = governing[-1] if governing else start
    words = text[begin : head.start]
    if begin < low or re.search(r"[，。；：（）《》\n]", words):
        return first
    if any(h.kind == AUTHORITY for h in heads(text, begin, head.start)):
        return first
    return begin


def _name(written_: str) -> str | None:
    """Return the name of a holder by its words, or None where they name nobody."""
    scheme = lexicon.scheme("groups")
    words = written_
    while (found := _determiners().match(words)) and found.end() < len(words):
        words = words[found.end() :].removeprefix("的")
    if words in scheme:
        return scheme[words]
    head = words.rpartition("的")[2]
    if head in scheme and head not in written("generic"):
        return scheme[head]
    if head != words and head not in written("generic") and len(head) > 1:
        words = head
    verb = next((words[: -len(f)] for f in scheme if words.endswith(f) and words != f), None)
    if verb and verb in lexicon.concepts("agency-words")["verb"].written:
        return scheme[words[len(verb) :]]  # 关爱老年人
    if words in _ALONE or _PRONOUN.match(words) or not words:
        return None
    return words


def holders_ending(text: str, start: int, head: _Head) -> list[Holder]:
    """Return the holders whose list ends with a head: 孤儿和事实无人抚养儿童 are two."""
    spans = _listed(text, start, head)
    found = [
        Holder(name, first, last.end, last.kind)
        for first, last in spans
        if (name := _name(text[first : last.end]))
    ]
    if len(spans) > 1 and _is_one(text, spans):
        kinds = {last.kind for _, last in spans}
        kind = next(k for k in (AUTHORITY, OFFICER, ORGANISATION, PERSON) if k in kinds)
        return [Holder("".join(text[spans[0][0] : head.end].split()), spans[0][0], head.end, kind)]
    return found


def _listed(text: str, start: int, head: _Head) -> list[tuple[int, _Head]]:
    """Return the phrases of the list that ends with a head, each with where it begins."""
    spans = [(_phrase_start(text, start, head), head)]
    while True:
        first = spans[0][0]
        joint = _JOINED.search(text, max(start, first - 2), first)
        before = list(heads(text, start, joint.start())) if joint else []
        if joint is None or not before or before[-1].end != joint.start():
            return spans
        spans.insert(0, (_phrase_start(text, start, before[-1]), before[-1]))


def _is_one(text: str, spans: Sequence[tuple[int, _Head]]) -> bool:
    """Whether a list means one holder: everybody, or the children of all of them."""
    if any(_EVERYBODY.match(text, first) for first, _ in spans):
        return True
    first, last = spans[-1]
    return bool(_RELATIVES.search(text[first : last.end])) and any(
        h.end < last.start for h in heads(text, first, last.end)
    )


def may_stand_between(words: str) -> bool:
    """Tell whether words can stand between a subject and its verb: 按规定, 在居住地."""
    return bool(_between().fullmatch(words.strip()))


def for_another(words: str) -> bool:
    """Tell whether words before a verb say that it is done for somebody else: 为其子女."""
    return bool(_FOR_ANOTHER.search(words))


def subject(text: str, clause: Stretch, verb: tuple[int, int]) -> list[Holder]:
    """Return who is the subject of the verb at ``verb`` within its clause; nobody is none."""
    between = _between()
    for head in reversed(list(heads(text, clause.start, verb[0]))):
        if not between.fullmatch(text, head.end, verb[0]):
            continue
        found = holders_ending(text, clause.start, head)
        before = text[clause.start : _listed(text, clause.start, head)[0][0]]
        alone = text[clause.start : _phrase_start(text, clause.start, head)]
        compared = re.search(r"(?:与|同|和|跟|比照|参照)$", alone) and _EQUAL.search(
            text, head.end, verb[1] + _EQUAL_REACH
        )
        if compared or re.search(r"(?:对|向|为|凭|按|以|于|从)$", before):
            continue
        return [] if for_another(text[head.end : verb[0]]) else found
    return []


def subject_before(text: str, sentence: Stretch, start: int) -> list[Holder]:
    """Return the subject, or the topic, of the clauses of a sentence before ``start``."""
    earlier = [c for c in clauses(text, sentence.start, sentence.end) if c.end <= start]
    for clause in reversed(earlier):
        opening = _opening().match(text, clause.start, clause.end)
        first = opening.end() if opening else clause.start
        for head in heads(text, first, clause.end):
            if head.end - first > 2 * _LONGEST:
                break
            if _listed(text, first, head)[0][0] > first:
                continue
            if not _starts_predicate(text, head.end, clause.end):
                continue
            return holders_ending(text, first, head)
    return []


@cache
def _predicate() -> re.Pattern[str]:
    words = (
        "[，；：]|[对在因凭持按依与自未不经已需须要有被从就如若均都也向并将以由于应可到享为拟]|认为|发现|符合|具有|愿意|提出|提交"
        "|申请|参加|年满|达到|死亡|办理|退休|失踪|遭|购|租|登记|接受|连续|通过|取得|获得|拥有|属于|居住"
        "|就业|签订|缴|报考|患|怀孕|生育|失业|出现|收到|进入|离开|退出|入住|入学|违反|使用|提供|选择"
    )
    return re.compile(rf"(?:等)?(?:{words}|$)")


def _starts_predicate(text: str, at: int, end: int) -> bool:
    return bool(_predicate().match(text, at, end)) and not _CONTINUES.match(text, at)


def governed(text: str, clause: Stretch, verb: int) -> list[Holder]:
    """Return whom a preposition before the verb names: 将农民纳入, 对高校毕业生给予."""
    for head in reversed(list(heads(text, clause.start, verb))):
        before = text[clause.start : _listed(text, clause.start, head)[0][0]]
        if (
            head.kind == PERSON
            and _GOVERNED.search(before)
            and _between().fullmatch(text, head.end, verb)
        ):
            return holders_ending(text, clause.start, head)
    return []


def behind(text: str, start: int, end: int) -> tuple[list[Holder], int]:
    """Return whose right follows a verb, and where the words of the right begin.

    The phrase that 的 follows is whose it is (女职工的休息权); without one the first phrase, with
    whom it is about in turn: 务工人员随迁子女受教育权利 is the children's.
    """
    found = [h for h in heads(text, start, end) if h.kind in {PERSON, ORGANISATION}]
    for last in found:
        if text.startswith("的", last.end) and _begins(text, start, last):
            return holders_ending(text, start, last), last.end + 1
    if not found or not _begins(text, start, found[0]):
        return [], start
    chain = found[0]
    for head in found[1:]:
        gap = text[chain.end : head.start]
        if not re.fullmatch(r"(?:[、和与及或]|以及|或者)?[\u4e00-\u9fff]{0,6}?", gap) or _verb_in(
            gap
        ):
            break
        chain = head
    return holders_ending(text, start, chain), chain.end


def _begins(text: str, start: int, head: _Head) -> bool:
    """Whether the phrases that a head ends begin where the words do."""
    first = _listed(text, start, head)[0][0]
    before = text[start:first].strip()
    if not before or _between().fullmatch(before):
        return True
    # 宗教活动场所、宗教教职人员: a list may begin with what is no person
    return (
        bool(_JOINED.search(before)) and len(before) <= _LONGEST and not _boundary().search(before)
    )


def _verb_in(gap: str) -> bool:
    return bool(
        re.search(r"平等|依法|享有|享受|接受|受|在|对|参加|合法|的|同等|按|获得|应|可", gap)
    )


def names(holders: Sequence[Holder], kinds: frozenset[str]) -> list[str]:
    """Return the names of the holders of the kinds, each once."""
    return list(dict.fromkeys(h.name for h in holders if h.kind in kinds))
