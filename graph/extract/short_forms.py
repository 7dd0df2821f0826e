"""What a text has said of the documents that it names: short forms, and the numbers of titles.

Forms read::

    《A》（N，以下简称《意见》） … 《意见》              a short form, and what it means
    《A》、《B》（以下简称《甲》、《乙》）               as many short forms as titles
    《行政许可法》（以下简称许可法） … 许可法第五条      a short form without marks
    《B》（国务院令第663号） … 《B》                     a title that the text joined to a number
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from graph.extract.around_titles import ahead_of_title, behind_title, plain_title
from graph.extract.cited_titles import ends_in_kind
from graph.grammar.document_numbers import find_numbers
from graph.grammar.titles import LONGEST, find_titles

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from graph.grammar.sentences import Stretch

_MARKED_SHORT = r"《[^《》\n]{2,30}》"
_DEFINITION = re.compile(
    r"(?:以下(?:统|简)?称|(?<=[，（])[简下]称)[为：:]?"
    rf"(?:(?P<marked>{_MARKED_SHORT}(?:[、和及]{{0,2}}{_MARKED_SHORT}){{0,9}})"
    r"|[“”]?(?P<plain>[\u4e00-\u9fff]{2,14}?)[“”]?(?=[）。，；]))"
)
_MARKED = re.compile("《([^《》]+)》")
_LISTED = re.compile(r"(?:（[^（）]{0,80}）)?[、，和及与 ]{0,3}[\u4e00-\u9fff]{0,12}")
_FURTHEST_DEFINITION = 40  # characters between a title and the short form of it
_FURTHEST_AHEAD = 120  # characters between a number and the title that it is said to issue


@dataclass(frozen=True, slots=True)
class Meant:
    """The document that a short form stands for, from the offset on where the text says so."""

    title: str
    number: str | None
    since: int


@dataclass(frozen=True, slots=True)
class Names:
    """What a text has said of the documents it names: short forms, and numbers of titles."""

    short_forms: Mapping[str, Meant]
    numbers: Mapping[str, str]


def names_in(text: str, known: Collection[str], own: Collection[str]) -> Names:
    """Return what ``text`` says of the documents that it names.

    A title with one number is that document wherever the text writes it, but not where it is one of
    the text's ``own`` titles: the older document of that name is another one.
    """
    numbers: dict[str, set[str]] = {}
    for title in find_titles(text, 0, len(text)):
        behind = behind_title(text, title.end, len(text), known)
        before = max(0, title.start - _FURTHEST_AHEAD)
        ahead = ahead_of_title(
            text, list(find_numbers(text, before, title.start, known)), title.start
        )
        number = behind.number or (ahead[0] if ahead else None)
        if number:
            whole = plain_title(text[title.start + 1 : title.end - 1]) + behind.addition
            numbers.setdefault(whole, set()).add(number.text)
    joined = {
        title: next(iter(found))
        for title, found in numbers.items()
        if len(found) == 1 and re.sub(r"[《》〈〉\s]", "", title) not in own
    }
    shorts = {
        short: replace(meant, number=meant.number or joined.get(meant.title))
        for short, meant in _short_forms(text, known)
    }
    return Names(shorts, joined)


def _short_forms(text: str, known: Collection[str]) -> Iterator[tuple[str, Meant]]:
    """Yield the short forms that the text defines: 意见 for 《A》（N，以下简称《意见》）.

    Several stand for as many titles before them: 《A》、《B》（以下简称《甲》、《乙》).
    """
    for definition in _DEFINITION.finditer(text):
        before = text.rfind("》", 0, definition.start())
        if before < 0 or definition.start() - before > _FURTHEST_DEFINITION:
            continue
        if not definition["marked"] and text[before + 1 : definition.start()].strip("（ "):
            continue  # a plain word shortens what stands directly before the bracket
        titles = list(find_titles(text, max(0, before - 3 * LONGEST), before + 1))
        if not titles or titles[-1].end != before + 1:
            continue
        shorts = _MARKED.findall(definition["marked"] or "") or [definition["plain"]]
        for short, title in zip(reversed(shorts), _shortened(text, titles, shorts), strict=False):
            behind = behind_title(text, title.end, len(text), known)
            number = behind.number or next(
                (n for n in find_numbers(text, title.end, definition.end(), known)), None
            )
            inner = plain_title(text[title.start + 1 : title.end - 1]) + behind.addition
            if number or ends_in_kind(inner):
                written = number.text if number else None
                yield short, Meant(inner, written, title.end)


def _shortened(text: str, titles: list[Stretch], shorts: list[str]) -> list[Stretch]:
    """Return the titles that short forms stand for, the last first.

    One of a list is short for the title that has its characters in their order, else for the last.
    """
    if len(shorts) > 1:
        return titles[: -len(shorts) - 1 : -1]
    listed = [titles[-1]]
    for title in reversed(titles[:-1]):
        if not _LISTED.fullmatch(text, title.end, listed[-1].start):
            break
        listed.append(title)
    named = (t for t in listed if _abbreviates(shorts[0], text[t.start + 1 : t.end - 1]))
    return [next(named, titles[-1])]


def _abbreviates(short: str, title: str) -> bool:
    characters = iter(title)
    return all(character in characters for character in short)
