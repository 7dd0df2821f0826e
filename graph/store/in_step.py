"""The index of words, kept in step with the graph that it is made from.

The index is another database than the graph and shares no transaction with it. So a writer counts
up the store's generation before its first change, and the index takes that number with the last
one: an index of another number missed something and is built again from the graph.
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Final

from graph.store import folder
from graph.store.database import statements
from graph.store.passages import passages
from graph.store.search import create_index, generation_of, open_index

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import pyoxigraph as ox

    from graph.store.search import SearchIndex

INDEX: Final = "search.sqlite"


class IndexInStep:
    """The index of one content of a store; it is opened when it is first needed.

    ``state`` is that of the store's folder, with the generation of the last announced change, and
    ``graph`` the database that the words come from.
    """

    def __init__(self, path: Path, state: folder.State, graph: ox.Store, *, write: bool) -> None:
        """Take the store's folder, its state, and the graph of that content."""
        self.state = state
        self.graph = graph
        self._path = path
        self._place = path / state.data / INDEX
        self._write = write
        self._announced = False
        self._index: SearchIndex | None = None

    @contextlib.contextmanager
    def changing(self) -> Iterator[SearchIndex]:
        """Announce a change of graph and index; when it fails the index is built anew."""
        index = self.opened()
        if not self._announced:
            state = self.state.next_generation()
            folder.write_state(self._path, state)
            self.state, self._announced = state, True
        try:
            yield index
        except BaseException:
            self.close()
            raise

    def opened(self) -> SearchIndex:
        """Return the index, built from the graph where it is missing or not in step."""
        if self._index is None:
            if generation_of(self._place) == self.state.generation:
                self._index = open_index(self._place, write=self._write)
            else:
                self._index = self._built()
                self._settle(self._index)
        return self._index

    def settle(self) -> None:
        """Make announced changes last; the next one is then announced anew."""
        if self._announced and self._index is not None:
            self._settle(self._index)

    def close(self) -> None:
        """Give the index back; changes since it was settled are lost."""
        if self._index is not None:
            self._index.close()
            self._index = None

    def _built(self) -> SearchIndex:
        index = create_index(self._place if self._write else None)
        for node in self.graph.named_graphs():
            index.replace(node.value, passages(node.value, statements(self.graph, node.value)))
        return index

    def _settle(self, index: SearchIndex) -> None:
        if self._write:
            self.graph.flush()  # the graph first: an index must never be ahead of it
        index.settle(self.state.generation)
        self._announced = False
