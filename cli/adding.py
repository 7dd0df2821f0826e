"""Files into a store, one after the other: a file that is refused does not stop the others."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.errors import EvidenceError, SourceError
from graph.pipeline import (
    SAMPLE,
    Added,
    Unchanged,
    add,
    open_aligner,
    read_all,
    read_sample,
    refresh_vocabulary,
)
from graph.sources import read_source
from graph.store import open_store

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of a file: ``outcome`` is added, replaced, unchanged or refused."""

    file: str
    outcome: str
    document: str | None = None
    title: str | None = None
    provisions: int | None = None
    statements: int | None = None
    reason: str | None = None


def put(folder: Path, files: Iterable[Path | None]) -> Iterator[Outcome]:
    """Read each file, None being the sample, and put it into the store in ``folder``.

    The store is opened, and created, by the first file that can be read, and gets the vocabulary of
    this version. Raises StoreError.
    """
    with ExitStack() as stack:
        store = aligner = None
        for path in files:
            file = SAMPLE if path is None else str(path)
            try:
                readings = (read_sample(),) if path is None else read_all(read_source(path))
                if store is None:
                    store = stack.enter_context(open_store(folder, write=True))
                    refresh_vocabulary(store)
                    aligner = open_aligner(store)
                for reading in readings:
                    yield _outcome(file, add(store, reading, aligner))
            except (SourceError, EvidenceError) as error:
                yield Outcome(file=file, outcome="refused", reason=str(error))


def _outcome(file: str, done: Added | Unchanged) -> Outcome:
    if isinstance(done, Unchanged):
        return Outcome(file=file, outcome="unchanged", document=done.document)
    return Outcome(
        file=file,
        outcome="replaced" if done.replaced else "added",
        document=done.document,
        title=done.title,
        provisions=done.provisions,
        statements=done.statements,
        reason=_shared(done),
    )


def _shared(done: Added) -> str | None:
    """Return the notice that another document has the same number, if one has."""
    if done.shares_number_with is None:
        return None
    return f"文号与《{done.shares_number_with}》相同，分别保存 / shares its number; kept apart"
