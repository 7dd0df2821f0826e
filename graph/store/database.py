"""The oxigraph database: opened, filled in bulk, and changed by the named graph."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

import pyoxigraph as ox

from graph.errors import StoreError, StoreNotWritable
from graph.store.folder import discard_logs
from graph.store.terms import ntriples

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path


def open_database(path: Path, *, write: bool) -> ox.Store:
    """Open the database at ``path``; a writer creates it. Raises ``StoreError``."""
    try:
        if write:
            path.mkdir(parents=True, exist_ok=True)
        discard_logs(path)
        return ox.Store(path) if write else ox.Store.read_only(str(path))
    except (OSError, RuntimeError) as error:  # oxigraph's RuntimeError: damaged data
        message = (
            f"{path}: 数据库无法打开 / the database cannot be opened ({error}); "
            "restore it from a dump"
        )
        raise StoreError(message) from error


def bulk_load(path: Path, file: BinaryIO) -> ox.Store:
    """Return a new database at ``path`` that holds the N-Quads in ``file``.

    No transaction: whoever calls gives a new folder and discards it after ``StoreError``.
    """
    database = open_database(path, write=True)
    try:
        database.bulk_load(file, ox.RdfFormat.N_QUADS)
    except SyntaxError as error:
        message = f"备份不是 N-Quads / the dump is no N-Quads ({error}); take an undamaged one"
        raise StoreError(message) from error
    except (OSError, RuntimeError) as error:
        message = (
            f"备份无法载入 / the dump cannot be loaded ({error}); see to the file and the disk"
        )
        raise StoreError(message) from error
    if any(database.quads_for_pattern(None, None, None, ox.DefaultGraph())):
        message = (
            "备份中有不属于命名图的语句 / the dump has statements outside of any named graph; "
            "take one of a store"
        )
        raise StoreError(message)
    database.flush()
    return database


def statements(database: ox.Store, graph: str | None) -> Iterator[ox.Triple]:
    """Yield the statements of one named graph, or of all."""
    name = None if graph is None else ox.NamedNode(graph)
    return (quad.triple for quad in database.quads_for_pattern(None, None, None, name))


def replace_graph(database: ox.Store, graph: str, triples: Iterable[ox.Triple]) -> None:
    """Let ``triples`` be all that ``graph`` says, in one transaction.

    Only an update can drop and insert at once. The terms write themselves into its text:
    characters that would end a literal are escaped, and an IRI cannot hold any.
    """
    name, lines = ox.NamedNode(graph), ntriples(triples).decode()
    _update(database, f"DROP SILENT GRAPH {name} ; INSERT DATA {{ GRAPH {name} {{\n{lines}}} }}")


def drop_graph(database: ox.Store, graph: str) -> None:
    """Take out ``graph``, which exists, in one transaction."""
    _update(database, f"DROP GRAPH {ox.NamedNode(graph)}")


def _update(database: ox.Store, update: str) -> None:
    try:
        database.update(update)
    except (OSError, RuntimeError) as error:
        message = f"库无法写入 / the store cannot be written ({error}); see to the disk"
        raise StoreNotWritable(message) from error
