"""Rights and who holds them: an entitlement, not a mention.

A right is read where its clause entitles somebody to it. Forms read, each in a module::

    消费者享有自主选择商品的权利                    who has what           (having)
    残疾人享受门票减免优惠
    农户有权拒绝摊派                                what somebody may do   (having)
    被征地农民可自主选择货币安置                    what he may claim      (claiming)
    对决定不服的，可以申请行政复议
    维护农民工合法权益、不得侵害业主的知情权        what is protected      (protecting)
    公民的隐私权受法律保护
    不得以退出“三权”作为农民进城落户的条件
    将农业转移人口纳入住房保障                      who is covered         (covering)
    持证人可以申请公共租赁住房保障
    对生活困难的群众给予临时救助                    who is given what      (granting)
    足额支付土地补偿费                              what is owed
    居住证持有人享有下列权利：（一）接受义务教育    each item of a list    (listed)

Right and holder are no closed lists: each is named by its concept where its words are a label of
one, else by its own words. A benefit (an insurance, an allowance) needs its holder: a fund, a
reform, a score or a fraud of it states none. Authorities have powers and no rights. Whose equal
somebody is (与当地居民同等享有) is not who holds it. Why an act is
made (为维护职工权益，制定本办法) gives nobody anything.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from graph.extract.directing import directing
from graph.extract.groups import mentions
from graph.extract.rights import covering, granting, having, listed, protecting
from graph.extract.rights.objects import scheme_forms
from graph.grammar.cues import any_of, cued
from graph.grammar.forewords import purpose_ends
from graph.grammar.numbering import LABEL_AT_START
from graph.grammar.sentences import Stretch, clauses, sentences
from graph.grammar.titles import find_titles
from graph.model import RightMention
from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.extract.rights.entitlement import Entitlement
    from graph.model import Document, Passage

_LONGEST_HEADING = 40
_MARKS = "，。；：！？ \n"
_ENTITLES = re.compile(r"维护|保障|保护|确保|享有|享受|权利|权益|“三权”|待遇")
# 财政、科技和知识产权、发展改革等部门: a field of a department, no right
_BODIES = re.compile(
    r"(?:[、和][\u4e00-\u9fff]{2,14}){0,20}(?:等)?(?:有关|相关|主管|职能|行政)?部门"
)

# 2015年底，力争户籍家庭全部得到住房保障: what is aimed at
_STRIVEN = cued(
    r"[\s0-9０-９一二三四五六七八九十、.．（）()]*(?:(?:到|至)?[0-9０-９]{4}年[^，。；]{0,6}，)?(?:力争|争取|力求)",
    ("力争", "争取", "力求"),
)
_WAYS = (having, protecting, granting, covering)  # the first that reads a right has it


def find(document: Document) -> Iterator[RightMention]:
    """Yield the rights to which ``document`` entitles somebody, in the order of its text."""
    text = document.folded.text
    parents = {provision.label: provision.parent for provision in document.provisions}
    leads: dict[str | None, tuple[str, ...]] = {}
    for passage in directing(document, aims=True):
        if parents.get(passage.where) in leads:
            whose = leads[parents.get(passage.where)]
            item = listed.item(text, passage.start, passage.end)
            yield from _mentions(document, passage, item.rights, whose)
            for sentence in sentences(text, item.end, passage.end):
                found = _in_sentence(text, sentence, sentence)
                yield from _mentions(document, passage, found, whose)
            continue
        heading = _heading(text, passage)
        label = LABEL_AT_START.match(text, passage.start, passage.end)
        start = label.end() if label else passage.start
        behind_list = begin = start
        for sentence in sentences(text, start, passage.end):
            if sentence.start < behind_list:
                continue
            if text[sentence.start - 1 : sentence.start] != "；":
                begin = sentence.start  # of the clauses that share a subject
            lead = listed.lead(text, sentence)
            if lead is None:
                found = _in_sentence(text, sentence, Stretch(begin, sentence.end))
                yield from _mentions(document, passage, found, heading)
                continue
            if not text[lead.end : passage.end].strip():
                leads[passage.where] = lead.holders
            behind_list = listed.end(text, lead.end, passage.end)
            found = listed.items(text, lead.end, behind_list)
            yield from _mentions(document, passage, found, lead.holders)


def _heading(text: str, passage: Passage) -> tuple[str, ...]:
    """Return the one group that the first words of a provision entitle: 维护…农民“三权”."""
    first = next(sentences(text, passage.start, passage.end), None)
    if first is None or not LABEL_AT_START.match(text, passage.start):
        return ()
    words = text[first.start : first.end]
    if passage.where.endswith("条") or len(words) > _LONGEST_HEADING or first.end >= passage.end:
        return ()
    groups = {group for group, *_ in mentions(text, first.start, first.end)}
    groups -= set(lexicon.collections("groups")["组织"])
    return tuple(groups) if len(groups) == 1 and _ENTITLES.search(words) else ()


def _in_sentence(text: str, sentence: Stretch, around: Stretch) -> Iterator[Entitlement]:
    """Yield what a sentence entitles to; its subject may stand in the part before a ；."""
    span = (text, sentence.start, sentence.end)
    titles: list[Stretch] | None = None
    for clause in _telling(text, sentence):
        end = clause.end
        while end > clause.start and text[end - 1] in _MARKS:
            end -= 1
        if not _any_cue().search(text, clause.start, end):
            continue
        found: list[Entitlement] = []
        for way in _WAYS:
            context = sentence if way is protecting else around
            for one in way.find(text, context, clause, end):
                if titles is None:
                    titles = list(find_titles(*span))
                inside = any(t.start <= one.held.start < t.end for t in titles)
                again = any(_same(one, other) for other in found)
                again = again or (way is not having and _defined(found))
                if not inside and not again and not _in_list_of_bodies(text, one.held.end):
                    found.append(one)
        if found:
            yield from sorted(found, key=lambda one: one.held.start)


def _telling(text: str, sentence: Stretch) -> Iterator[Stretch]:
    """Yield the clauses of a sentence but those that tell why an act is made or what it aims at."""
    if _any_cue().search(text, sentence.start, sentence.end):
        purpose = purpose_ends(text, sentence)
        for clause in clauses(text, sentence.start, sentence.end):
            striven = _STRIVEN.search(text, clause.start, clause.end)
            if clause.start >= purpose and not (striven and striven.start() == clause.start):
                yield clause


@cache
def _any_cue() -> re.Pattern[str]:
    """Return the cheap question of a sentence: does a word stand in it that one of the ways needs?

    Those that protect read a clause that goes on with 或, too.
    """
    return any_of((*(word for way in _WAYS for word in way.cue_words()), "或"))


def _defined(found: Iterable[Entitlement]) -> bool:
    return any(one.rule == "right.defined" for one in found)


def _same(one: Entitlement, other: Entitlement) -> bool:
    """Whether one right was read in two ways, at the same words."""
    return (
        one.held.start < other.held.end
        and other.held.start < one.held.end
        and (one.rule != other.rule)
    )


def _in_list_of_bodies(text: str, last: int) -> bool:
    return bool(_BODIES.match(text, last))


def _mentions(
    document: Document,
    passage: Passage,
    found: Iterable[Entitlement],
    inherited: tuple[str, ...],
) -> Iterator[RightMention]:
    """Yield a mention for each holder; one without takes the holder of its heading or lead."""
    text, found = document.folded.text, list(found)
    if not found:
        return
    three = any("三权" in text[one.held.start : one.held.end] for one in found)
    names = scheme_forms().find(text, passage.start, passage.end) if three else ()
    by_name = {name for name, *_ in names}
    for one in found:
        # “三权” stands for those that the place does not name itself
        if "三权" in text[one.held.start : one.held.end] and one.held.name in by_name:
            continue
        # of those whom the lead names, a case only tells which: 具备相应能力的
        which = inherited and all(name.endswith("的") for name in one.holders)
        named = inherited if which else one.holders or inherited
        rule = (
            one.rule
            if one.holders or not inherited or one.rule.startswith("right.in-list")
            else "right.in-provision"
        )
        if not named and not one.held.is_right and not one.alone:
            continue
        for holder in named or (None,):
            yield RightMention(
                where=passage.where,
                work=passage.work,
                span=document.folded.span(one.held.start, one.held.end),
                rule=rule,
                right=one.held.name,
                holder=holder,
            )
