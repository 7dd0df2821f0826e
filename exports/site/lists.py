"""The pages that list all things of a kind, for those who look without a script."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from exports.page.scene import LEVELS
from exports.site.things import CITED
from graph.answers.agencies import by_place
from graph.outline import work
from graph.references.agencies import body_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from exports.site.known import Known
    from exports.site.things import Listed


@dataclass(frozen=True, slots=True)
class Row:
    """A thing in a list. ``note`` is a day, ``also`` a second name; ``count`` is 0 for none."""

    iri: str
    name: str
    also: str = ""
    note: str = ""
    count: int = 0


@dataclass(frozen=True, slots=True)
class Part:
    """Rows under a heading: a level (``coded``), or the name of a place or a document."""

    id: str
    heading: str
    coded: bool
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class ListPage:
    """A list. ``kind`` is the key of what it lists, ``counted`` of what its numbers count."""

    kind: str
    counted: str
    parts: tuple[Part, ...]

    @property
    def total(self) -> int:
        """How many things are listed."""
        return sum(len(part.rows) for part in self.parts)


LISTS: Final[Mapping[str, str]] = {
    "document/index.html": "documents",
    "document/cited.html": "stubs",
    "agency/index.html": "agencies",
    "agency/open.html": "open-agencies",
    "group/index.html": "groups",
    "right/index.html": "rights",
}
_KINDS: Final = {
    "stubs": CITED,
    "agencies": "agency",
    "open-agencies": "open",
    "groups": "group",
    "rights": "right",
}


def list_page(
    known: Known, path: str, documents: Iterable[str], things: Iterable[Listed]
) -> ListPage:
    """Return the list that stands at a path, one of :data:`LISTS`."""
    kind = LISTS[path]
    if kind == "documents":
        return ListPage(kind, "", _levels({each: _held(known, each) for each in documents}, known))
    rows = [thing for thing in things if thing.kind == _KINDS[kind]]
    if kind == "stubs":
        return ListPage(kind, "citations", _cited(rows))
    if kind == "agencies":
        return ListPage(kind, "duties", _places(known, rows))
    if kind == "open-agencies":
        return ListPage(kind, "duties", _sets(known, rows))
    rows.sort(key=_most_first)
    part = Part("all", "", coded=False, rows=tuple(map(_row, rows)))
    return ListPage(kind, "provisions", (part,) if rows else ())


def _held(known: Known, document: str) -> Row:
    its = known.heading(document)
    return Row(document, its.name, its.title, its.date)


def _levels(rows: Mapping[str, Row], known: Known) -> tuple[Part, ...]:
    by_level: defaultdict[str, list[str]] = defaultdict(list)
    for document in rows:
        by_level[work(known.store, document).level].append(document)
    return tuple(
        Part(
            f"l{at}",
            level,
            coded=True,
            rows=tuple(rows[d] for d in sorted(by_level[level], key=known.newest_first)),
        )
        for at, level in enumerate(LEVELS)
        if by_level[level]
    )


def _cited(stubs: Iterable[Listed]) -> tuple[Part, ...]:
    by_level: defaultdict[str, list[Listed]] = defaultdict(list)
    for stub in sorted(stubs, key=_most_first):
        by_level[stub.level].append(stub)
    return tuple(
        Part(f"l{at}", level, coded=True, rows=tuple(map(_row, by_level[level])))
        for at, level in enumerate(LEVELS)
        if by_level[level]
    )


def _places(known: Known, bodies: Iterable[Listed]) -> tuple[Part, ...]:
    by_division: defaultdict[str, list[Listed]] = defaultdict(list)
    for body in bodies:
        by_division[body_of(body.iri).division].append(body)
    return tuple(
        Part(
            f"p{code}",
            known.place_name(code) or code,
            coded=False,
            rows=tuple(map(_row, sorted(by_division[code], key=_most_first))),
        )
        for code in sorted(by_division, key=by_place)
    )


def _sets(known: Known, sets: Iterable[Listed]) -> tuple[Part, ...]:
    by_document: defaultdict[str, list[Listed]] = defaultdict(list)
    for each in sorted(sets, key=_most_first):
        by_document[known.owner(each.iri)].append(each)
    return tuple(
        Part(f"d{at}", known.name(document), coded=False, rows=tuple(map(_row, its)))
        for at, (document, its) in enumerate(sorted(by_document.items()))
    )


def _most_first(thing: Listed) -> tuple[int, str]:
    return -thing.count, thing.iri


def _row(thing: Listed) -> Row:
    return Row(thing.iri, thing.name, "、".join(thing.also), "", thing.count)
