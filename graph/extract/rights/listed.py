"""Rights in a list under 享有下列权利：each item is a right, in its own words if need be.

Forms read::

    居住证持有人享有下列权利：（一）接受义务教育；      items with labels of their own
    志愿者享有以下权利：获得培训；拒绝提供服务。        items in the sentence
    居住地人民政府为居住证持有人提供下列服务：
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.extract import holders
from graph.extract.rights import objects
from graph.extract.rights.entitlement import Entitlement
from graph.grammar.numbering import LABEL_AT_START
from graph.grammar.sentences import Stretch, clauses

if TYPE_CHECKING:
    from collections.abc import Iterator

_LEAD = re.compile(
    r"(?P<verb>享有|享受|有权|提供)[^，。；：]{0,16}?(?:(?:下列|以下|如下|下述)[^，。；：]{0,16}|(?<=享有)|(?<=有权))：?$"
)
_WHAT = re.compile(r"权利?|权益|待遇|服务|便利|优惠|优待|政策|保障|补贴|：$")
_BENEFITS = re.compile(r"服务|便利|优惠|优待|待遇|保障")
_REACHED = re.compile(
    r"(?:参加|接受|享受|享有|获得|领取|提取|缴存|使用|缴纳|申请|取得|[、和及或的]|平等|依法|按规定|同等|国家规定的|其他|各项)$|^$"
)
_HOLDING = frozenset({holders.PERSON, holders.ORGANISATION, holders.OFFICER})
_DENIED = re.compile(r"不予|不得|未按|违反")  # 机构未按规定执行的，不予支付: no right
_HARM = re.compile(r"侵犯|侵害|损害")
_LONGEST = 60
_MAY = re.compile("可以|享受|享有|有权")
_LEAD_OF_ITEM = re.compile("(?:可以|有权)(?=[\u4e00-\u9fff]{2})")  # 可以参加资格考试
_ITEM_END = re.compile(r"[；。！\n]")


@dataclass(frozen=True, slots=True)
class Lead:
    """A sentence that opens a list of rights: whose they are, and where the list begins."""

    holders: tuple[str, ...]
    end: int


def lead(text: str, sentence: Stretch) -> Lead | None:
    """Return what opens a list of rights in a sentence: 志愿者享有下列权利：."""
    if text.find("：", sentence.start, sentence.end) < 0:
        return None
    for clause in clauses(text, sentence.start, sentence.end):
        words = text[clause.start : clause.end].rstrip(" \n")
        match = _LEAD.search(words) if words.endswith("：") else None
        if match is None or not _WHAT.search(words[match.start() :]):
            continue
        if match["verb"] == "提供" and not _BENEFITS.search(words[match.start() :]):
            continue
        verb = (clause.start + match.start(), clause.start + match.end("verb"))
        if match["verb"] == "提供":
            found = holders.governed(text, clause, verb[0])
        else:
            found = holders.subject(text, clause, verb)
            found = found or holders.subject_before(text, sentence, clause.start)
        if match["verb"] == "有权" and any(
            h.kind not in _HOLDING or h.kind == holders.OFFICER for h in found
        ):
            found = []
        named = tuple(holders.names(found, _HOLDING))
        if named:
            return Lead(named, clause.end)
    return None


@dataclass(frozen=True, slots=True)
class Item:
    """The rights that the first words of an item name, and where these end."""

    rights: tuple[Entitlement, ...]
    end: int


def item(text: str, start: int, end: int) -> Item:
    """Return the rights of one item of a list, that stands in a place of its own."""
    label = LABEL_AT_START.match(text, start, end)
    first = label.end() if label else start
    stop = _until(text, first, end)
    if _has_own_subject(text, first, stop):
        return Item((), start)
    return Item(tuple(_rights(text, first, stop)), min(end, stop + 1))


def _has_own_subject(text: str, start: int, end: int) -> bool:
    """Whether an item tells of its own persons what they may do: 其子女可以接受义务教育."""
    may = _MAY.search(text, start, end)
    return may is not None and any(
        head.kind == holders.PERSON for head in holders.heads(text, start, may.start())
    )


def items(text: str, start: int, end: int) -> Iterator[Entitlement]:
    """Yield the rights of the items that a sentence lists behind its colon."""
    while start < end:
        last = _until(text, start, end)
        label = LABEL_AT_START.match(text, start, last)
        yield from _rights(text, label.end() if label else start, last)
        start = max(last + 1, start + 1)


def end(text: str, start: int, stop: int) -> int:
    """Return where a list ends that begins at ``start``: at the full stop."""
    full_stop = text.find("。", start, stop)
    return stop if full_stop < 0 else full_stop + 1


def _until(text: str, start: int, end: int) -> int:
    stop = _ITEM_END.search(text, start, end)
    return stop.start() if stop else end


def _rights(text: str, start: int, end: int) -> Iterator[Entitlement]:
    if _DENIED.search(text, start, end):
        return
    while start < end and text[start] in " \n":
        start += 1
    while end > start and text[end - 1] in " \n；。，：":
        end -= 1
    known = [
        objects.known(name, first, last)
        for name, first, last in objects.scheme_forms().find(text, start, end)
        if re.match(r"[、，和与及等的待服权和]|$", text[last:end])
        and _REACHED.search(text[start:first])
    ]
    if known and not _HARM.search(text, start, end):
        for one in known:
            yield Entitlement(one, (), "right.in-list")
        return
    may = _LEAD_OF_ITEM.match(text, start, end)
    start = may.end() if may else start
    stop = end if end - start <= _LONGEST else text.find("，", start, end)
    if stop > start + 1 and not text[start:stop].endswith("的"):
        yield Entitlement(objects.deed(text, start, stop), (), "right.in-list-words")
