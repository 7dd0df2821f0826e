"""A statute of the collection taken apart by rules that know nothing of the reader's.

What happened to it on which day is told in the lines between its title and ``INFO END``; an
article stands at the start of a line, a chapter is a heading.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

LAYOUTS: Final = ("markdown", "plain", "caption", "one-line")
FIELDS: Final = (
    "title", "number", "issuer", "date_issued", "date_adopted", "passed_by", "in_force_from",
)  # fmt: skip
_CN = "〇零一二三四五六七八九十百千"
# 第一条 and its text; 第一百二十八 条 is set badly, 第三条第二款 refers
_ARTICLE = re.compile(rf"\s*(第[{_CN}\s]{{1,9}}条(?:之[{_CN}]+)?)(?:(?=[\s　])|(?<=\s条))")
_BLANK = re.compile(r"[\s　]")
_RUN_IN = re.compile(rf"(?<=[。：；])\s?(第[{_CN}]{{1,9}}条)(?!第|规定)")  # left on one line
_HEADING = re.compile(
    rf"#+\s*(第[{_CN}\s]{{1,6}}(?:分编|[编章节])|[{_CN}]{{1,3}}、)"
    rf"|(?P<unmarked>第[{_CN}]{{1,4}}[编章节])[\u4e00-\u9fff、]{{2,16}}$"
)
_COMMENT = re.compile(r"<!--.*?-->")
_HALF = {ord("０") + digit: str(digit) for digit in range(10)}
_DAY = re.compile(r"(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日?")
_QUOTED = re.compile(r"《[^《》]*(?:《[^《》]*》[^《》]*)*》")
_LEAD = re.compile(r"^[\s，、（）]*(?:由|经|在)?|[\s，、。（）]*(?:根据|自)?[\s，、。（）]*$")
_ORDER = re.compile(
    rf"(?P<body>\S+?)(?P<what>令|公告)[（(]?第?(?P<no>[\d{_CN}]+)号"
    rf"|(?P<body2>\S+?)第?(?P<no2>[\d{_CN}]+)号(?P<what2>令|公告)"
)
_NATION = re.compile(r"中华人民共和国(?=.)")
_SESSION = re.compile(rf"第?[{_CN}\d]{{1,4}}届|第?[{_CN}\d]{{1,5}}次|{_NATION.pattern}")
_KINDS: Final = {  # what an event ends in
    r"通过": "adopted", r"批准": "approved", r"修正|修改|修订|补正": "amended",
    r"公布|发布": "issued", r"施行|生效|实施": "effective",
}  # fmt: skip
_SAID = re.compile(r"(?:通过|批准|修正|修改|修订|补正|公布|发布|起?施行|起?生效|起?实施)+$")


@dataclass(frozen=True, slots=True)
class Event:
    """What happened to a statute: its kinds, the days that its words name, the words."""

    kinds: frozenset[str]
    days: tuple[str, ...]
    words: str


@dataclass(slots=True)
class Statute:
    """A file of the collection: its title, what its information says, its lines in order."""

    title: str
    info: list[str]
    body: list[str]
    source: str
    events: list[Event] = field(default_factory=list)


def statute(text: str) -> Statute | None:
    """Take a file of the collection apart, or return None where it is no statute."""
    head, mark, body = text.partition("<!-- INFO END -->")
    if not mark:
        return None
    lines = [_COMMENT.sub("", line).strip() for line in head.translate(_HALF).split("\n")]
    title = "".join(line.lstrip("# ").strip() for line in lines if line.startswith("#"))
    info = [line for line in lines if line and not line.startswith(("#", "---"))]
    rest = [line for line in (_COMMENT.sub("", x).strip() for x in body.split("\n")) if line]
    return Statute(_BLANK.sub("", title), info, rest, text, list(events("\n".join(info))))


def events(info: str) -> Iterator[Event]:
    """Yield the events of the lines under a title, some of which run into the next."""
    quotes = [
        match.span() for match in _QUOTED.finditer(info.replace("<", "《").replace(">", "》"))
    ]
    days = [
        match
        for match in _DAY.finditer(info)
        if not any(start < match.start() < end for start, end in quotes)
    ]
    ends = [*(match.start() for match in days[1:]), len(info)][: len(days)]
    named: list[str] = []
    words = ""
    for day, end in zip(days, ends, strict=True):
        named.append("-".join(part.zfill(2) for part in day.groups()))
        words += " " + _BLANK.sub("", _LEAD.sub("", _LEAD.sub("", info[day.end() : end])))
        said = _SAID.search(_QUOTED.sub("", words))
        if said:
            kinds = {kind for form, kind in _KINDS.items() if re.search(form, said.group())}
            yield Event(frozenset(kinds), tuple(named), words.strip())
            named, words = [], ""


def stated(one: Statute) -> dict[str, set[str]]:
    """Return what a statute prints of each field: the values that a careful reader may give."""
    found: dict[str, set[str]] = {name: set() for name in FIELDS}
    found["title"] = {one.title}
    issued = [e for e in one.events if "issued" in e.kinds and "amended" not in e.kinds]
    adopted = [e for e in one.events if e.kinds & {"adopted"} and "amended" not in e.kinds]
    bodies: list[str] = []
    for event in issued:
        found["date_issued"].add(event.days[0])
        order = _ORDER.search(event.words)
        if order:
            found["number"] |= {plain_number(order.group()), first_number(order.group())}
            bodies.append(order["body"] or order["body2"])
        else:
            bodies.append(_SAID.sub("", event.words).removesuffix("公告"))
    for event in adopted[:1]:
        found["date_adopted"] |= set(event.days)
        found["passed_by"] = set(re.findall(r"\S+?会议", event.words)[:1])
        if not any(bodies) or "主席" in bodies[0]:
            bodies.append(event.words)
    found["issuer"] = {plain_body(body) for body in bodies if plain_body(body)}
    found["in_force_from"] = {e.days[-1] for e in one.events if "effective" in e.kinds}
    return found


def plain_number(words: str) -> str:
    """Return the number of an order or announcement as it is compared."""
    order = _ORDER.search(_BLANK.sub("", _NATION.sub("", words)))
    if order is None:
        return words
    body = plain_body(order["body"] or order["body2"]).replace("、", "")
    serial = order["no"] or order["no2"]
    return f"{body}{order['what'] or order['what2']}{ordinal(f'第{serial}条')}"


def first_number(words: str) -> str:
    """Return the number of a joint order as the body named first counts it.

    国务院、中央军事委员会令第418号 stands between No. 417 and No. 419 of 国务院, whose count it is.
    """
    return plain_number(re.sub(r"、[^、令]+?(?=令|第\d+号令)", "", _BLANK.sub("", words)))


def plain_body(words: str) -> str:
    """Return the bodies in words such as 某省第八届人民代表大会第五次会议, as compared."""
    bare = re.sub(r"(?:审判|检察)委员会", "", _SESSION.sub("", _BLANK.sub("", words)))
    bare = re.sub(r"(?:常务|全体)?会议.*?(?=、|$)|(?:审议|修订)?通过$|人大常委会", _short, bare)
    return "、".join(sorted({part for part in bare.split("、") if part}))


def _short(match: re.Match[str]) -> str:
    return "人民代表大会常务委员会" if match.group() == "人大常委会" else ""


def laid_out(one: Statute, layout: str) -> tuple[str, list[tuple[str, int]]]:
    """Return a statute in a layout, with the label and the offset of each unit that it has."""
    if layout == "markdown":
        lines = one.source.split("\n")
        first = next(i for i, line in enumerate(lines) if "INFO END" in line) + 1
        head, body, between = "\n".join(lines[:first]), lines[first:], "\n"
    elif layout == "caption":
        note = [f"（{'　'.join(one.info)}）".replace("））", "）")] if one.info else []
        head, body, between = "\n".join([one.title, *note]), one.body, "\n"
    else:
        between = " " if layout == "one-line" else "\n"
        head, body = between.join([one.title, *one.info]), one.body
    units: list[tuple[str, int]] = []
    parts, at, last, quotes = [head], len(head), 0, 0
    contents = _contents(body)
    for index, line in enumerate(body):
        at += len(between)
        bare = line if layout == "markdown" else line.lstrip("# ")
        if (heading := _HEADING.match(line)) and (heading[1] or quotes <= 0):
            label = heading[1] or heading["unmarked"]
            if index not in contents:
                units.append((_BLANK.sub("", label).rstrip("、"), at + bare.index(label)))
        elif article := _ARTICLE.match(line):
            number = ordinal(article[1])
            if number == last + 1 or quotes <= 0:  # else the new words of an amended article
                units.append((_BLANK.sub("", article[1]), at + article.start(1)))
                last = number
        for more in _RUN_IN.finditer(bare):
            if ordinal(more[1]) == last + 1:
                units.append((more[1], at + more.start(1)))
                last += 1
        quotes += line.count("“") - line.count("”")
        parts.append(bare)
        at += len(bare)
    return between.join(parts), units


def _contents(body: list[str]) -> set[int]:
    """Return the lines of a list of contents: headings that hold nothing and stand again below."""
    named = [_BLANK.sub("", line).lstrip("#") if _HEADING.match(line) else "" for line in body]
    full = [index for index, line in enumerate(body) if line.strip()]
    return {
        index
        for index, below in pairwise(full)
        if named[index] and named[below] and named[index] in named[index + 1 :]
    }


def ordinal(label: str) -> int:
    from graph.grammar.numerals import parse_numeral

    return parse_numeral(_BLANK.sub("", label)[1:].partition("条")[0])


def right(name: str, value: str | None, gold: set[str], found: dict[str, Any]) -> bool:
    """Tell whether a field as read is one of the values that the statute prints."""
    if name == "issuer":
        names = [row["name"] for row in found.get("issuers") or ()] or [value or ""]
        return plain_body("、".join(names)) in gold
    if name == "number":
        return plain_number(value or "") in gold
    read = _BLANK.sub("", value or "")
    if name == "passed_by":  # of several meetings the first
        return any(read == meeting or read.startswith(meeting + "、") for meeting in gold)
    return read in gold


def happened(event: Event, found: dict[str, Any]) -> bool:
    """Tell whether an event of the history is read, with one of its days."""
    rows = [(row.get("event") or "", row.get("date")) for row in found.get("history") or ()]
    words = "|".join(form for form, kind in _KINDS.items() if kind in event.kinds)
    return any(day in event.days and re.search(words, _QUOTED.sub("", said)) for said, day in rows)


def unit_kind(label: str) -> str:
    """Return 条 of 第十二条之一, 章 of 第一章, and 、 of a 一 without a unit."""
    return (label.partition("之")[0].lstrip("第" + _CN) or "、")[-1]
