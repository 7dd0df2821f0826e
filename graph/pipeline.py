"""The whole path: a file is read, structured, searched for findings, checked and stored."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from importlib.metadata import version as installed_version
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

from graph.errors import NotADocument, SourceError
from graph.extract import extract
from graph.issuer import day_of, jurisdiction_of
from graph.sources import read_source
from graph.structure import read_document
from ontology import issuers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from graph.model import Reading, SourceText
    from graph.store import Store

SAMPLE = "korla-2018-171.txt"


@dataclass(frozen=True, slots=True)
class Added:
    """A file whose document is now in the store; ``replaced`` when another text of it was there."""

    name: str
    document: str
    title: str
    statements: int
    provisions: int
    replaced: bool


@dataclass(frozen=True, slots=True)
class Unchanged:
    """A file whose statements are in the store already."""

    name: str
    document: str


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that gave no document, and why."""

    name: str
    reason: str


def version() -> str:
    """Return the version of the installed program."""
    return installed_version("zhengmai")


def read_file(path: Path) -> Reading:
    """Return everything that is found in the file at ``path``.

    Raises:
        SourceError: the file cannot be read, or holds no official document.

    """
    return read_text(read_source(path))


def read_sample() -> Reading:
    """Return the reading of 库政办发〔2018〕171号, the sample that the package carries."""
    with as_file(files("graph") / "samples" / SAMPLE) as path:
        return read_file(path)


def read_text(source: SourceText) -> Reading:
    """Return everything that is found in a source text.

    Raises:
        NotADocument: the text has no number, no provisions, and no title of an official document.

    """
    codes = _known_codes()
    document = read_document(source, codes)
    document = replace(document, jurisdiction=jurisdiction_of(document))
    if not (document.number or document.provisions or document.date_issued):
        message = (
            f"{source.name}: 未见文号、条款或成文日期，不像公文 / no document number, provision or "
            "date of issue found; is this an official document?"
        )
        raise NotADocument(message)
    return extract(document, codes)


@cache
def _known_codes() -> frozenset[str]:
    return frozenset(issuers.register())


def documents_in(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield the files at ``paths``; a folder gives the files in and below it in the order of names.

    Raises:
        SourceError: a path does not exist, or a folder holds no file.

    """
    for path in paths:
        if path.is_dir():
            found = [p for p in sorted(path.rglob("*")) if p.is_file() and not _hidden(p, path)]
            if not found:
                message = f"{path}: 文件夹中没有文件 / the folder holds no file; name one that does"
                raise SourceError(message)
            yield from found
        elif path.exists():
            yield path
        else:
            message = f"{path}: 不存在 / does not exist; check the name"
            raise SourceError(message)


def _hidden(path: Path, below: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(below).parts)


def add(store: Store, reading: Reading) -> Added | Unchanged:
    """Put a reading into the store, after checking it; the same statements change nothing.

    Raises:
        EvidenceError: a statement does not stand at its offsets; nothing is stored.

    """
    from graph import iri
    from graph.check import check_document
    from graph.resolve import resolver
    from graph.triples import reading_triples

    document = reading.document
    graph = iri.document(document)
    triples = list(
        reading_triples(reading, resolver(document.jurisdiction, day_of(document)), version())
    )
    check_document(triples)
    before = graph in store
    label = document.number or document.title
    if not store.replace(graph, triples):
        return Unchanged(document.source.name, label)
    return Added(
        name=document.source.name,
        document=label,
        title=document.title,
        statements=len(triples),
        provisions=len(document.provisions),
        replaced=before,
    )
