"""The whole path: a file is read, structured, searched for findings, checked and stored."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from importlib.metadata import version as installed_version
from importlib.resources import as_file, files
from pathlib import PurePath
from typing import TYPE_CHECKING

from graph.extract import extract
from graph.issuer import day_of, jurisdiction_of
from graph.model import TextWarning
from graph.recognition import doubts, refuse_columns
from graph.sources import Confined
from graph.structure import read_documents
from graph.structure.work_titles import same_work
from ontology import issuers

if TYPE_CHECKING:
    from pathlib import Path

    from graph.alignments import Aligner
    from graph.model import Document, Reading, SourceText
    from graph.references import Reference
    from graph.store import Store
    from graph.versions import Version

SAMPLE = "korla-2018-171.txt"
NO_TITLE = "no-title"  # the code of the warning


@dataclass(frozen=True, slots=True)
class Added:
    """A file whose document is now in the store.

    ``replaced`` is the text that it took the place of, which is kept as a version; ``reread`` tells
    that the same text was there, with other statements. ``shares_number_with`` is the title of
    another document of the same number, which is kept apart.
    """

    name: str
    document: str
    title: str
    statements: int
    provisions: int
    replaced: Version | None = None
    reread: bool = False
    shares_number_with: str | None = None


@dataclass(frozen=True, slots=True)
class Unchanged:
    """A file whose statements are in the store already.

    ``version_beside`` is the file of the text that is held, where this one is kept as a version.
    """

    name: str
    document: str
    version_beside: str = ""


def version() -> str:
    """Return the version of the installed program."""
    return installed_version("zhengmai")


def read_file(path: Path) -> Reading:
    """Return everything that is found in the file at ``path``.

    Raises:
        SourceError: the file cannot be read, or holds no official document.

    """
    with Confined() as confined:
        return read_text(confined.read(path))


def read_sample() -> Reading:
    """Return the reading of 库政办发〔2018〕171号, the sample that the package carries."""
    with as_file(files("graph") / "samples" / SAMPLE) as path:
        return read_file(path)


def read_text(source: SourceText) -> Reading:
    """Return everything that is found in a source text, in its first document if it holds several.

    Raises:
        NotADocument: the text has no number, no provisions, and no title of an official document.

    """
    return read_all(source)[0]


def read_all(source: SourceText) -> tuple[Reading, ...]:
    """Return the reading of each document in a source text.

    Raises:
        NotADocument: one of them has no sign of an official document.
        InColumns: its lines hold two columns of a page, side by side.

    """
    refuse_columns(source)
    codes = _known_codes()
    readings = []
    for place, found in enumerate(read_documents(source, codes)):
        document = replace(found, jurisdiction=jurisdiction_of(found), place=place)
        if not document.title:
            document = _named_for_its_file(document)
        reading = extract(document, codes)
        readings.append(replace(reading, warnings=(*reading.warnings, *doubts(reading))))
    if len(readings) > 1:
        message = f"文件中有 {len(readings)} 个公文 / the file holds {len(readings)} documents"
        warning = TextWarning("several-documents", message)
        readings[0] = replace(readings[0], warnings=(*readings[0].warnings, warning))
    return tuple(readings)


def _named_for_its_file(document: Document) -> Document:
    """Return a document whose text has no title under the name of its file, and saying so."""
    message = (
        "正文未见标题，以文件名代之 / no title in the text; the name of the file stands for it"
    )
    return replace(
        document,
        title=title_from(document.source.name),
        titled=False,
        warnings=(*document.warnings, TextWarning(NO_TITLE, message)),
    )


def title_from(file: str) -> str:
    """Return the name of a file without its suffix and without what steers a terminal."""
    return "".join(c if c.isprintable() else "\ufffd" for c in PurePath(file).stem)


@cache
def _known_codes() -> frozenset[str]:
    return frozenset(issuers.register())


def add(store: Store, reading: Reading, aligner: Aligner | None = None) -> Added | Unchanged:
    """Put a reading into the store, after checking it; the same statements change nothing.

    A number is not always a key: a document that bears the number of another one in the store is
    kept apart from it, and the answer names the other. What reviewers decided about its findings
    holds for those that state the same in the same words, wherever these stand now. The document
    is compared with the parents that it states and with those that state it, as far as they are
    held; give the same ``aligner`` when many documents are added.

    Raises:
        EvidenceError: a statement does not stand at its offsets; nothing is stored.

    """
    from graph import iri, versions
    from graph.check import check_document
    from graph.resolve import resolver
    from graph.reviews import recorded
    from graph.reviews.standing import moved, restated
    from graph.reviews.statement import findings, said
    from graph.triples import reading_triples

    if iri.ONTOLOGY_GRAPH not in store:
        refresh_vocabulary(store)
    reading, other = identified(store, reading)
    document, source = reading.document, reading.document.source
    graph = iri.document(document)
    resolve = resolver(document.jurisdiction, day_of(document))
    found = list(reading_triples(reading, resolve, version()))
    made = recorded.reviews(store, within=graph)
    known = findings(said(found)) if made else {}
    now = moved(made, known)
    triples = restated(found, now, known)
    check_document(triples)
    recorded.replace(store, made, now)
    before = versions.held_text(store, graph)
    label = document.number or document.title
    aligner = aligner or open_aligner(store)
    old = None
    if before and before.sha256 != source.sha256:  # kept first: what ends here loses no text
        text = iri.parts(document).text
        old = versions.keep(store, graph, before, versions.Because.REPLACED, text)
    if not store.replace(graph, triples):
        return Unchanged(source.name, label)
    versions.forget(store, graph, source.sha256)
    aligner.realign(graph)
    return Added(
        name=source.name,
        document=label,
        title=document.title,
        statements=len(triples),
        provisions=len(document.provisions),
        replaced=old,
        reread=before is not None and old is None,
        shares_number_with=other,
    )


def refresh_vocabulary(store: Store) -> None:
    """Put the vocabulary and schemes of this version into the store."""
    from graph.iri import ONTOLOGY_GRAPH
    from graph.triples import vocabulary_triples

    store.replace(ONTOLOGY_GRAPH, vocabulary_triples())


def identified(store: Store, reading: Reading) -> tuple[Reading, str | None]:
    """Return a reading that knows whether another document in the store bears its number.

    With it comes the title of that other one. Names of files tell no documents apart.
    """
    from graph import iri
    from graph.outline import work

    document = reading.document
    known = iri.numbered(document.number) if document.number else ""
    if not known or known not in store or not document.titled or _is_untitled(store, known):
        return reading, None
    held = work(store, known)
    if not held.title or same_work(held.title, document.title):
        return reading, None
    return replace(reading, document=replace(document, shares_number=True)), held.title


def _is_untitled(store: Store, document: str) -> bool:
    """Tell whether the title of a held document is the name of its file."""
    from graph.questions import load
    from graph.store import Iri

    rows = store.select(load("warnings"), document=Iri(document))
    return any(row["code"] == NO_TITLE for row in rows)


def remove(store: Store, document: str) -> None:
    """Take a document (its IRI) out, with its comparisons and the versions that are kept of it.

    It stays a stub where it is cited.
    """
    from graph import versions

    aligner = open_aligner(store)
    store.remove(document)
    versions.forget(store, document)
    aligner.realign(document)


def open_aligner(store: Store) -> Aligner:
    """Return what keeps the comparisons of a store, open for writing, up to date."""
    from graph.alignments import Aligner

    return Aligner(store, read_all)


def read_held(store: Store, document: str) -> Reading:
    """Return the reading of a held document (its IRI), from the text in the store."""
    from graph.alignments import Shelf

    return Shelf(store, read_all).reading(document)


def justify(
    store: Store, ref: Reference, because: str, gap: str | None = None, other: str | None = None
) -> None:
    """Record why a gap of a clause is none, and that its suspect alignments were looked at.

    ``gap`` is one kind of gap, None all of the clause; ``other`` the one document (its IRI) over
    against which it is none, None all. A second justification takes the place of the first; an
    empty one takes it back.
    """
    from graph.alignments.justified import Justified, record

    given = Justified(about=ref.iri, because=because, gap=gap or "", document=other or "")
    record(store, given, ref.document)
    open_aligner(store).realign(ref.document)
