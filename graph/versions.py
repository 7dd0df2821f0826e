"""The texts of a document that are kept beside the one which is held.

No text is lost that was put in once: one that another takes the place of, and one that must not
take the place of what is held, stay whole in a named graph of their own
(``id/version/国发/2014/25/0123456789ab``). Nothing is read from them, so no answer has them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from graph import iri
from graph.questions import load
from graph.store import Iri
from graph.triples.terms import code, link
from ontology import names

if TYPE_CHECKING:
    from graph.store import Store


class Because(StrEnum):
    """Why a text is kept and not the one that is held."""

    REPLACED = "replaced"  # another text of the document took its place
    SAME_RUN = "same-run"  # another text of the document came before it in one run
    SAME_WORDS = "same-words"  # the document is held in the same words
    OTHER_WORDS = "other-words"  # it has few of the words that are held


@dataclass(frozen=True, slots=True)
class Text:
    """A text of a document as its file gave it; ``iri`` is empty for one that was never held."""

    chars: str
    file: str
    encoding: str
    sha256: str
    iri: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Version:
    """A text that is kept: of which document, from which file, and how long it is (characters).

    ``beside`` is the text that was held then, or that took its place.
    """

    document: str
    file: str
    sha256: str
    length: int
    because: str
    beside: str
    iri: str


def held_text(store: Store, document: str) -> Text | None:
    """Return the text of a document that is held; None where it is not."""
    rows = store.select(load("text-version"), document=Iri(document))
    if not rows:
        return None
    row = rows[0]
    return Text(
        chars=row.one("chars", str),
        file=row.one("fileName", str),
        encoding=row.one("encoding", str),
        sha256=row.one("sha256", str),
        iri=row.one("text", str),
    )


def keep(store: Store, document: str, text: Text, because: Because, beside: str) -> Version:
    """Keep a text of a document (its IRI) beside the one that is held, or was put in its place."""
    node = iri.version(document, text.sha256)
    store.replace(
        node,
        (
            link(node, names.rdf_type, names.zm_Version),
            link(node, names.dct_isVersionOf, document),
            code(node, names.zm_fileName, text.file),
            code(node, names.zm_encoding, text.encoding),
            code(node, names.zm_sha256, text.sha256),
            code(node, names.zm_keptText, text.chars),
            code(node, names.zm_keptBecause, because),
            link(node, names.zm_keptBeside, beside),
        ),
    )
    return Version(document, text.file, text.sha256, len(text.chars), because, beside, node)


def versions(store: Store, document: str | None = None) -> tuple[Version, ...]:
    """Return the texts that are kept of a document (its IRI), or of all."""
    bindings = {} if document is None else {"document": Iri(document)}
    found = (
        Version(
            document=row.one("document", str),
            file=row.one("fileName", str),
            sha256=row.one("sha256", str),
            length=row.one("length", int),
            because=row.one("because", str),
            beside=row.one("beside", str),
            iri=row.one("version", str),
        )
        for row in store.select(load("versions"), **bindings)
    )
    return tuple(sorted(found))


def kept_text(store: Store, version: str) -> str:
    """Return the words of a version (its IRI)."""
    (row,) = store.select(load("version-text"), version=Iri(version))
    return row.one("chars", str)


def forget(store: Store, document: str, sha256: str | None = None) -> None:
    """Let go of what is kept of a document, or of its text of one hash, which is held now."""
    for each in versions(store, document):
        if sha256 in {None, each.sha256}:
            store.remove(each.iri)
