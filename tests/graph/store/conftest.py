from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pytest
from pyoxigraph import Literal, NamedNode, Triple

from ontology import names

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

NOBODY = 65534


class MakeDocument(Protocol):
    def __call__(self, document: str, **texts: str) -> list[Triple]: ...


def made(document: str, **texts: str) -> list[Triple]:
    """The least that a document says about its provisions: their labels and their words."""
    triples = [_says(document, names.rdf_type, NamedNode(names.eli_LegalResource))]
    start = 0
    for label, text in texts.items():
        provision = f"{document}/{label}"
        evidence = f"{document}/text/1#char={start},{start + len(text)}"
        position, quote = f"{evidence}/position", f"{evidence}/quote"
        triples += [
            _says(provision, names.rdf_type, NamedNode(names.eli_LegalResourceSubdivision)),
            _says(provision, names.eli_id_local, Literal(label)),
            _says(provision, names.zm_evidence, NamedNode(evidence)),
            _says(evidence, names.oa_hasSelector, NamedNode(position)),
            _says(evidence, names.oa_hasSelector, NamedNode(quote)),
            _says(position, names.oa_start, Literal(start)),
            _says(position, names.oa_end, Literal(start + len(text))),
            _says(quote, names.oa_exact, Literal(text)),
        ]
        start += len(text)
    return triples


def _says(subject: str, predicate: str, value: NamedNode | Literal) -> Triple:
    return Triple(NamedNode(subject), NamedNode(predicate), value)


@pytest.fixture
def make_document() -> MakeDocument:
    return made


@pytest.fixture
def shared_folder() -> Iterator[Path]:
    """A folder that every user can reach, unlike ``tmp_path``."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def without_rights() -> Callable[[], contextlib.AbstractContextManager[None]]:
    """A context without the right to write to what is not its own, even for root."""

    @contextlib.contextmanager
    def drop() -> Iterator[None]:
        user = os.geteuid()
        if user == 0:
            os.seteuid(NOBODY)
        try:
            yield
        finally:
            os.seteuid(user)

    return drop
