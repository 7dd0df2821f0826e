"""A store's database alone, opened for reading beside other readers."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from graph.store import folder
from graph.store.database import open_database
from graph.store.lock import WAIT, hold

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import pyoxigraph as ox


@contextlib.contextmanager
def reading(path: Path) -> Iterator[ox.Store]:
    """Open the database of the store in the folder ``path``, without the index of its words.

    Raises as :func:`graph.store.open_store` does for a reader.
    """
    folder.prepare(path, write=False, create=False)
    with hold(path / folder.LOCK, exclusive=False, wait=WAIT):
        yield open_database(path / folder.read_state(path).data / folder.GRAPH, write=False)
