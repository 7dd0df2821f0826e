"""The embedded store: one oxigraph database with a named graph for each document.

What oxigraph leaves open is settled here. Readers and writers are kept apart by a lock, since
reading while another process writes is undefined. A document is replaced in one transaction. A
bulk load, which is none, fills a new folder that then takes the place of the old one. Oxigraph is
young, so that an N-Quads dump rebuilds everything.

The index of words is another database and shares no transaction with the graph. So every writer
counts up the store's generation before its first change, and the index takes that number with the
last one: an index of another number missed something and is built again from the graph.
"""

from __future__ import annotations

import contextlib
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final

import pyoxigraph as ox

from graph.errors import QueryError, StoreError, StoreNotWritable
from graph.store import folder
from graph.store.database import (
    bulk_load,
    drop_graph,
    open_database,
    replace_graph,
    statements,
)
from graph.store.lock import hold
from graph.store.passages import passages
from graph.store.rows import Row, Table
from graph.store.search import create_index, generation_of, open_index
from graph.store.sparql import refuse_service, run, serialized
from graph.store.terms import name, nquads, ntriples, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from graph.store.search import Hit, SearchIndex
    from graph.store.terms import Iri, Value

DEFAULT: Final = Path("zhengmai.store")
_WAIT: Final = 10.0  # seconds for the lock
_GRAPH: Final = "graph"
_INDEX: Final = "search.sqlite"


@contextlib.contextmanager
def open_store(path: Path = DEFAULT, *, write: bool, wait: float = _WAIT) -> Iterator[Store]:
    """Open the store in the folder ``path``; a writer creates it.

    One writer, or any number of readers: whoever comes second waits up to ``wait`` seconds and
    then gets ``StoreLocked``. Raises ``StoreNotWritable`` when a writer cannot change the folder
    and ``StoreError`` when there is no store, none that can be read, or something else.
    """
    folder.prepare(path, write=write)
    with hold(path / folder.LOCK, exclusive=write, wait=wait):
        store = Store(path, write=write)
        try:
            yield store
        finally:
            store.close()


class Store:
    """An open store; :func:`open_store` makes it and closes it."""

    def __init__(self, path: Path, *, write: bool) -> None:
        """Open the store in ``path``, whose lock is held."""
        self._path = path
        self._write = write
        self._changed = False
        self._index: SearchIndex | None = None
        if write and not (path / folder.STATE).exists():
            folder.discard_leftovers(path, keep=None)
            self._state = folder.State()
            self._graph: ox.Store | None = open_database(self._data / _GRAPH, write=True)
            folder.write_state(path, self._state)
        else:
            self._state = folder.read_state(path)
            if write:
                folder.discard_leftovers(path, keep=self._state.data)
            self._graph = open_database(self._data / _GRAPH, write=write)

    @property
    def _data(self) -> Path:
        return self._path / self._state.data

    @property
    def _opened(self) -> ox.Store:
        if self._graph is None:
            message = f"{self._path}: the store has been closed; open it again"
            raise StoreError(message)
        return self._graph

    def close(self) -> None:
        """Bring the index to the state of the graph and give both back."""
        if self._graph is None:
            return
        try:
            if self._changed:
                self._settle()
        finally:
            self._forget_index()
            self._graph = None

    # Writing.

    def replace(self, graph: str, triples: Iterable[ox.Triple]) -> bool:
        """Let ``triples`` be all that the named graph ``graph`` says, in one transaction.

        Returns False, and changes nothing, when it says just that already.
        """
        wanted = set(triples)
        if wanted == set(statements(self._opened, graph)):
            return False
        with self._changing() as index:
            replace_graph(self._opened, graph, wanted)
            index.replace(graph, passages(graph, wanted))
        return True

    def remove(self, graph: str) -> bool:
        """Take out the named graph ``graph``; False when the store has none of that name."""
        if graph not in self:
            return False
        with self._changing() as index:
            drop_graph(self._opened, graph)
            index.replace(graph, ())
        return True

    def load_nquads(self, file: BinaryIO) -> None:
        """Let the dump in ``file`` be the whole content of the store.

        It is loaded into a folder of its own, so that a damaged dump and a process that dies
        leave the old content. Raises ``StoreError`` when the dump cannot be read, or has
        statements outside of any named graph.
        """
        self._require_writable()
        state = self._state.next_data()
        data = self._path / state.data
        try:
            graph = bulk_load(data / _GRAPH, file)
            folder.write_state(self._path, state)
        except BaseException:
            shutil.rmtree(data, ignore_errors=True)
            raise
        self._forget_index()
        self._graph, self._state, self._changed = graph, state, False
        folder.discard_leftovers(self._path, keep=state.data)
        self._search_index()

    # Reading.

    def graphs(self) -> tuple[str, ...]:
        """Return the IRIs of the named graphs, sorted."""
        return tuple(sorted(node.value for node in self._opened.named_graphs()))

    def __contains__(self, graph: object) -> bool:
        """Tell whether there is a named graph of this IRI."""
        return isinstance(graph, str) and self._opened.contains_named_graph(ox.NamedNode(graph))

    def triples(self, graph: str | None = None) -> Iterator[tuple[Iri, Iri, Value]]:
        """Yield what ``graph`` says, or the whole store, sorted and without repetition.

        Objects are plain values, so that language tags are lost; :meth:`ntriples` keeps them.
        """
        for triple in sorted(set(statements(self._opened, graph)), key=str):
            yield name(triple.subject), name(triple.predicate), plain(triple.object)

    def ntriples(self, graph: str | None = None) -> bytes:
        """Return what ``graph`` says, or the whole store, as sorted N-Triples."""
        return ntriples(statements(self._opened, graph))

    def select(self, query: str, **bindings: Value) -> tuple[Row, ...]:
        """Answer a SELECT query over the union of all graphs.

        ``bindings`` are the values of variables: an ``Iri``, or the value of a literal. Such a
        variable must stand in the SELECT clause, and in that of each sub-select where it is meant
        (an inner ``?x`` that is not projected is another variable). A statement of two graphs is
        found twice: ask with DISTINCT.
        """
        answer = run(self._opened, query, bindings, None)
        if isinstance(answer, Table):
            return answer.rows
        message = "the query: is no SELECT query"
        raise QueryError(message)

    def ask(self, query: str, **bindings: Value) -> bool:
        """Answer an ASK query over the union of all graphs."""
        answer = run(self._opened, query, bindings, None)
        if isinstance(answer, bool):
            return answer
        message = "the query: is no ASK query"
        raise QueryError(message)

    def construct(self, query: str, **bindings: Value) -> bytes:
        """Answer a CONSTRUCT or DESCRIBE query by sorted N-Triples."""
        answer = run(self._opened, query, bindings, None)
        if isinstance(answer, tuple):
            return ntriples(answer)
        message = "the query: is no CONSTRUCT or DESCRIBE query"
        raise QueryError(message)

    def query(self, text: str, *, max_rows: int | None = None) -> bool | Table | bytes:
        """Answer a query that a user wrote: ASK, SELECT, or by N-Triples CONSTRUCT and DESCRIBE.

        Nothing is written, and no other endpoint is asked: updates and SERVICE raise
        ``QueryError``. ``max_rows`` bounds the rows that are returned, not the time that it takes
        to find them, since oxigraph neither stops a query after a time nor can be interrupted:
        whoever answers for others must do so in a process that can be ended.
        """
        refuse_service(text)
        answer = run(self._opened, text, {}, max_rows)
        return ntriples(answer) if isinstance(answer, tuple) else answer

    def serialized(self, text: str, accepted: Sequence[str]) -> tuple[bytes, str]:
        """Answer a query that a user wrote as an endpoint does: its bytes and their media type.

        ``accepted`` are media types, the best first. Nothing is written, and no other endpoint is
        asked, as with :meth:`query`.
        """
        refuse_service(text)
        return serialized(self._opened, text, accepted)

    def search(self, text: str, limit: int | None = None) -> tuple[Hit, ...]:
        """Return the provisions' passages that contain ``text``, by document and place."""
        return self._search_index().find(text, limit)

    def dump_nquads(self, file: BinaryIO) -> None:
        """Write everything as N-Quads, graph by graph, each sorted: the same store, the same bytes.

        The dump holds the source texts too, so that :meth:`load_nquads` needs nothing else.
        """
        for graph in self.graphs():
            node = ox.NamedNode(graph)
            file.write(nquads(self._opened.quads_for_pattern(None, None, None, node)))

    def backup(self, destination: Path) -> None:
        """Copy the store to a new folder, which is a store itself and can be read meanwhile.

        On the same file system it takes no time and hardly any space (hard links). Raises
        ``StoreNotWritable`` when ``destination`` exists or cannot be written.
        """
        if self._changed:
            self._settle()
        state = folder.State(generation=self._state.generation)
        data = destination / state.data
        try:
            destination.mkdir(parents=True)
            data.mkdir()
            (destination / folder.LOCK).touch()
            self._opened.backup(data / _GRAPH)
        except OSError as error:
            message = f"{destination}: cannot be written ({error}); name a new folder"
            raise StoreNotWritable(message) from error
        self._search_index().copy_to(data / _INDEX)
        folder.write_state(destination, state)

    # Graph and index in step.

    def _require_writable(self) -> None:
        if not self._write:
            message = f"{self._path}: was opened for reading; open it for writing"
            raise StoreNotWritable(message)

    @contextlib.contextmanager
    def _changing(self) -> Iterator[SearchIndex]:
        """Announce a change of graph and index; when it fails the index is built anew."""
        self._require_writable()
        index = self._search_index()
        if not self._changed:
            state = self._state.next_generation()
            folder.write_state(self._path, state)
            self._state, self._changed = state, True
        try:
            yield index
        except BaseException:
            self._forget_index()
            raise

    def _search_index(self) -> SearchIndex:
        """Return the index, built from the graph where it is missing or not in step."""
        if self._index is None:
            place = self._data / _INDEX
            if generation_of(place) == self._state.generation:
                self._index = open_index(place, write=self._write)
            else:
                index = create_index(place if self._write else None)
                for graph in self.graphs():
                    index.replace(graph, passages(graph, statements(self._opened, graph)))
                self._index = index
                self._settle()
        return self._index

    def _settle(self) -> None:
        """Make the index last; the next change is then announced anew."""
        if self._index is None:
            return
        if self._write:
            self._opened.flush()  # the graph first: an index must never be ahead of it
        self._index.settle(self._state.generation)
        self._changed = False

    def _forget_index(self) -> None:
        if self._index is not None:
            self._index.close()
            self._index = None
