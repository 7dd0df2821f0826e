"""The automatic numbers of a DOCX file: what Word prints in front of a paragraph.

ECMA-376-1, section 17.9: a paragraph names a numbering instance (``numId``) and a level, itself
or through its style; the instance names an abstract numbering, whose counter it shares with all
other instances of it; a level gives the format, the text (``第%1条``) and where counting begins.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from graph.sources.docx_numerals import counted
from graph.sources.ooxml import children, first, value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

_LEVELS: Final = 9
_CLOSING: Final = "、．。，）〕】》：)"  # after these no blank is needed before the text
_PRIVATE: Final = range(0xE000, 0xF900)


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a numbering. ``after`` stands between the number and the text."""

    start: int
    style: str
    text: str
    after: str
    restart: int | None
    legal: bool  # all numbers in it are decimal
    paragraph_style: str | None


@dataclass(slots=True)
class Numbering:
    """The numberings of a document and how far each has counted."""

    levels: dict[str, dict[int, Level]]  # abstract numbering -> its levels
    abstract_of: dict[str, str]  # instance -> abstract numbering
    overrides: dict[str, dict[int, Level]]
    starts: dict[tuple[str, int], int]  # an instance that begins anew
    styles: dict[str, tuple[str | None, int | None, str | None]]  # numId, level, parent style
    default_style: str | None
    _counters: dict[str, list[int | None]] = field(default_factory=dict)
    _begun: set[tuple[str, int]] = field(default_factory=set)

    def label(self, properties: etree._Element | None) -> str:
        """Count a paragraph with these properties (``w:pPr``) and return its printed number."""
        instance, depth = self._place(properties)
        abstract = self.abstract_of.get(instance or "")
        if instance is None or abstract is None or not 0 <= depth < _LEVELS:
            return ""
        level = self._level(instance, abstract, depth)
        if level is None:
            return ""
        counters = self._counters.setdefault(abstract, [None] * _LEVELS)
        self._count(counters, instance, abstract, depth)
        if level.style == "bullet":
            sign = level.text.strip()
            return f"{'•' if not sign or ord(sign[0]) in _PRIVATE else sign}{level.after}"
        text = self._printed(counters, instance, abstract, level)
        return text + ("" if text.endswith(tuple(_CLOSING)) else level.after) if text else ""

    def _place(self, properties: etree._Element | None) -> tuple[str | None, int]:
        instance, depth, style = _numbered(properties)
        style = style or self.default_style
        seen: set[str] = set()
        while (instance is None or depth is None) and style in self.styles and style not in seen:
            seen.add(style)
            own, own_depth, parent = self.styles[style]
            if instance is None and own is not None:
                instance = own
                depth = self._depth_of_style(own, style) if depth is None else depth
            depth = own_depth if depth is None else depth
            style = parent
        return instance, depth or 0

    def _depth_of_style(self, instance: str, style: str) -> int | None:
        levels = self.levels.get(self.abstract_of.get(instance, ""), {})
        return next((n for n, level in levels.items() if level.paragraph_style == style), None)

    def _level(self, instance: str, abstract: str, depth: int) -> Level | None:
        return self.overrides.get(instance, {}).get(depth) or self.levels[abstract].get(depth)

    def _count(self, counters: list[int | None], instance: str, abstract: str, depth: int) -> None:
        key = (instance, depth)
        count = counters[depth]
        level = self._level(instance, abstract, depth)
        if key in self.starts and key not in self._begun:
            self._begun.add(key)
            counters[depth] = self.starts[key]
        elif count is None:
            counters[depth] = level.start if level else 1
        else:
            counters[depth] = count + 1
        for deeper in range(depth + 1, _LEVELS):
            below = self._level(instance, abstract, deeper)
            restart = deeper if below is None or below.restart is None else below.restart
            if depth < restart:
                counters[deeper] = None

    def _printed(
        self, counters: list[int | None], instance: str, abstract: str, level: Level
    ) -> str:
        text = level.text
        for number in range(_LEVELS):
            if f"%{number + 1}" not in text:
                continue
            part = self._level(instance, abstract, number)
            count = counters[number]
            if count is None:
                count = counters[number] = part.start if part else 1
            style = "decimal" if level.legal or part is None else part.style
            text = text.replace(f"%{number + 1}", counted(count, style))
        return text


def read_numbering(numbering: etree._Element | None, styles: etree._Element | None) -> Numbering:
    """Read ``word/numbering.xml`` and the numbered styles of ``word/styles.xml``."""
    read = Numbering({}, {}, {}, {}, {}, None)
    links: dict[str, str] = {}
    for style in children(styles, "style"):
        identifier = value(style, "styleId") or ""
        own, depth, _ = _numbered(first(style, "pPr"))
        read.styles[identifier] = (own, depth, value(first(style, "basedOn")))
        if value(style, "default") in {"1", "true"} and value(style, "type") == "paragraph":
            read.default_style = identifier
    for abstract in children(numbering, "abstractNum"):
        identifier = value(abstract, "abstractNumId") or ""
        read.levels[identifier] = dict(_levels(abstract))
        link = value(first(abstract, "numStyleLink"))
        if link:
            links[identifier] = link
    for number in children(numbering, "num"):
        identifier = value(number, "numId") or ""
        read.abstract_of[identifier] = value(first(number, "abstractNumId")) or ""
        for override in children(number, "lvlOverride"):
            start = value(first(override, "startOverride"))
            if start is not None:
                read.starts[identifier, _integer(value(override, "ilvl"))] = _integer(start)
            read.overrides.setdefault(identifier, {}).update(_levels(override))
    for identifier, own_abstract in read.abstract_of.items():
        linked = read.styles.get(links.get(own_abstract, ""), (None, None, None))[0]
        if linked in read.abstract_of:
            read.abstract_of[identifier] = read.abstract_of[linked]
    read.abstract_of = {n: a for n, a in read.abstract_of.items() if a in read.levels and n != "0"}
    return read


def _levels(parent: etree._Element) -> Iterator[tuple[int, Level]]:
    for level in children(parent, "lvl"):
        after = {"nothing": ""}.get(value(first(level, "suff")) or "tab", " ")
        restart = value(first(level, "lvlRestart"))
        yield (
            _integer(value(level, "ilvl")),
            Level(
                start=_integer(value(first(level, "start")) or "1"),
                style=value(first(level, "numFmt")) or "decimal",
                text=value(first(level, "lvlText")) or "",
                after=after,
                restart=None if restart is None else _integer(restart),
                legal=first(level, "isLgl") is not None,
                paragraph_style=value(first(level, "pStyle")),
            ),
        )


def _numbered(properties: etree._Element | None) -> tuple[str | None, int | None, str | None]:
    number = first(properties, "numPr")
    depth = value(first(number, "ilvl"))
    return (
        value(first(number, "numId")),
        None if depth is None else _integer(depth),
        value(first(properties, "pStyle")),
    )


def _integer(text: str | None) -> int:
    try:
        return int(text or "0")
    except ValueError:
        return 0
