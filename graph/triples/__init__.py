"""A reading as plain triples, in the order of the document: what it is, its parts, its findings.

Nothing is blank and nothing depends on the run: the same reading gives the same triples. A thing
that is met twice (an agency, a stretch of text) is stated once.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from graph import iri
from graph.resolve import one_name_each
from graph.triples.documents import document_triples
from graph.triples.findings import finding_triples
from graph.triples.provisions import provision_triples
from graph.triples.vocabulary import vocabulary_triples
from graph.triples.warnings import warning_triples

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import Triple

    from graph.model import Reading
    from graph.resolve import Resolve

__all__ = ["reading_triples", "vocabulary_triples"]


def reading_triples(reading: Reading, resolve: Resolve, version: str) -> Iterator[Triple]:
    """Yield each triple of a document's graph once.

    ``resolve`` gives a mention of an agency its identity; ``version`` is that of the program, for
    ``prov:SoftwareAgent``.
    """
    parts = iri.parts(reading.document)
    resolve = one_name_each(resolve, _mentions(reading))
    triples = chain(
        document_triples(reading.document, parts, resolve),
        provision_triples(reading.document, parts),
        finding_triples(reading, parts, resolve, version),
        warning_triples(reading, parts),
    )
    yield from dict.fromkeys(triples)


def _mentions(reading: Reading) -> Iterator[str]:
    """Yield what a document calls bodies, at its head and in its text."""
    document = reading.document
    if document.issuer:
        yield document.issuer
    yield from (name.name for name in (*document.issuers, *document.addressees))
    yield from (found.agency for found in reading.responsibilities if not found.open)
