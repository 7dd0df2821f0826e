"""What the store knows of a document: its names, its provisions and their words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

from graph.iri import is_document
from graph.questions import load
from graph.store import Iri
from ontology import names

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from graph.store import Store


@dataclass(frozen=True, slots=True)
class Part:
    """A provision in the outline of its document; ``whole`` is what it is directly part of."""

    iri: str
    label: str
    heading: str
    position: int
    whole: str


@dataclass(frozen=True, slots=True)
class Work:
    """A document or an annex, held or only cited.

    ``title`` is its own or, of a stub, one by which it is cited. ``level`` is the notation of the
    level of its issuer (国, 省, 市, 县), empty when not known. ``document`` is the document itself,
    or the one that carries the annex; ``annexes`` are IRIs.
    """

    iri: str
    document: str
    number: str
    title: str
    level: str
    held: bool
    annexes: tuple[str, ...]

    @property
    def name(self) -> str:
        """The number, or else the title."""
        return self.number or self.title


def held_documents(store: Store) -> tuple[str, ...]:
    """Return the IRIs of the documents that are held: not of stubs, pairs and the vocabulary."""
    return tuple(graph for graph in store.graphs() if is_document(graph))


def key(iri: str) -> str:
    """Return what an IRI names a concept or a rule by: its last segment.

    >>> key("https://w3id.org/zhengmai/id/unit/%25")
    '%'
    """
    return unquote(iri.rpartition("/")[2])


def concept(scheme: str, notation: str) -> Iri:
    """Return the IRI of a concept of a closed list: ``concept("role", "lead")``."""
    return Iri(f"{names.ID}{scheme}/{notation}")


def work(store: Store, iri: str) -> Work:
    """Return what the store knows of a document or an annex."""
    rows = store.select(load("work"), work=Iri(iri))

    def first(name: str) -> str:
        return min((value for row in rows if (value := row.optional(name, str))), default="")

    return Work(
        iri=iri,
        document=first("document") or iri,
        number=first("number"),
        title=first("title") or first("alternative"),
        level=key(first("level")),
        held=any(row["held"] for row in rows),
        annexes=tuple(sorted(a for row in rows if (a := row.optional("annex", str)))),
    )


def held_as(store: Store, stub: str) -> str:
    """Return the held document that a citation by title means; empty where it means none."""
    rows = store.select(load("held-as"), stub=Iri(stub))
    return rows[0].one("held", str) if rows else ""


def held_stubs(store: Store) -> Mapping[str, str]:
    """Return the held document that each stub means, by the stub, where it means one."""
    rows = store.select(load("held-as"))
    return {row.one("stub", str): row.one("held", str) for row in rows}


def known_as(store: Store, document: str) -> tuple[str, ...]:
    """Return the IRIs of the stubs by which a held document is cited."""
    rows = store.select(load("held-as"), held=Iri(document))
    return tuple(sorted(row.one("stub", str) for row in rows))


def outline(store: Store, document: str) -> Mapping[str, Part]:
    """Return the provisions of a document by their IRIs, in their printed order."""
    parts = [
        Part(
            iri=row.one("part", str),
            label=row.one("label", str),
            heading=row.optional("heading", str) or "",
            position=row.one("position", int),
            whole=row.one("whole", str),
        )
        for row in store.select(load("outline"), document=Iri(document))
    ]
    return {part.iri: part for part in sorted(parts, key=lambda part: part.position)}


@dataclass(frozen=True, slots=True, order=True)
class Stretch:
    """Words of a provision that stand together, with their place in the source."""

    start: int
    end: int
    words: str


def stretches(store: Store, document: str) -> Mapping[str, tuple[Stretch, ...]]:
    """Return the own words of each provision of a document, in the order of the text."""
    own: dict[str, list[Stretch]] = {}
    for row in store.select(load("texts"), document=Iri(document)):
        stretch = Stretch(row.one("start", int), row.one("end", int), row.one("words", str))
        own.setdefault(row.one("part", str), []).append(stretch)
    return {part: tuple(sorted(its)) for part, its in own.items()}


def joined(own: Iterable[Stretch]) -> str:
    """Return the words of a provision in one text, without blanks around each stretch."""
    return "\n".join(stretch.words.strip() for stretch in own)


def audiences(store: Store, document: str) -> Mapping[str, tuple[str, ...]]:
    """Return the groups that each provision of a document is about."""
    rows = store.select(load("audiences"), document=Iri(document))
    groups: dict[str, tuple[str, ...]] = {}
    for part, name in sorted((row.one("part", str), row.one("groupName", str)) for row in rows):
        groups[part] = (*groups.get(part, ()), name)
    return groups


def printed_path(document: str, place: str) -> str:
    """Return the printed path of a place, with or without its provision in the store.

    >>> printed_path("…/2018/171", "…/2018/171/annex/1/三/（一）/1")
    '三（一）1'
    """
    path = re.sub(r"^annex/\d+/", "", place.removeprefix(f"{document}/"))
    return unquote(path.replace("/", ""))
