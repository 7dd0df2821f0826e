"""The embedded store: one oxigraph database with a named graph for each document.

What oxigraph leaves open is settled here. Readers and writers are kept apart by a lock, since
reading while another process writes is undefined. A document is replaced in one transaction. A
bulk load, which is none, fills a new folder that then takes the place of the old one. Oxigraph is
young, so that an N-Quads dump rebuilds everything.
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
from graph.store.in_step import INDEX, IndexInStep
from graph.store.lock import WAIT, hold
from graph.store.passages import passages
from graph.store.rows import Row, Table
from graph.store.sparql import refuse_service, run
from graph.store.terms import name, nquads, ntriples, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.store.search import Hit
    from graph.store.terms import Iri, Value

DEFAULT: Final = Path("zhengmai.store")


@contextlib.contextmanager
def open_store(
    path: Path = DEFAULT, *, write: bool, create: bool = True, wait: float = WAIT
) -> Iterator[Store]:
    """Open the store in the folder ``path``; a writer creates it, unless told not to.

    One writer, or any number of readers: whoever comes second waits up to ``wait`` seconds and
    then gets ``StoreLocked``. Raises ``StoreNotWritable`` when a writer cannot change the folder
    and ``StoreError`` when there is no store, none that can be read, or something else.
    """
    folder.prepare(path, write=write, create=write and create)
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
        if write and not (path / folder.STATE).exists():
            folder.discard_leftovers(path, keep=None)
            state = folder.State()
            graph = open_database(path / state.data / folder.GRAPH, write=True)
            folder.write_state(path, state)
        else:
            state = folder.read_state(path)
            if write:
                folder.discard_leftovers(path, keep=state.data)
            graph = open_database(path / state.data / folder.GRAPH, write=write)
        self._content: IndexInStep | None = IndexInStep(path, state, graph, write=write)

    @property
    def _index(self) -> IndexInStep:
        if self._content is None:
            message = f"{self._path}: 库已关闭 / the store has been closed; open it again"
            raise StoreError(message)
        return self._content

    @property
    def _opened(self) -> ox.Store:
        return self._index.graph

    def close(self) -> None:
        """Bring the index to the state of the graph and give both back."""
        if self._content is None:
            return
        try:
            self._content.settle()
        finally:
            self._content.close()
            self._content = None  # and with it the graph, which oxigraph gives back when forgotten

    # Writing.

    def replace(self, graph: str, triples: Iterable[ox.Triple]) -> bool:
        """Let ``triples`` be all that the named graph ``graph`` says, in one transaction.

        Returns False, and changes nothing, when it says just that already.
        """
        wanted = set(triples)
        if wanted == set(statements(self._opened, graph)):
            return False
        self._require_writable()
        with self._index.changing() as index:
            replace_graph(self._opened, graph, wanted)
            index.replace(graph, passages(graph, wanted))
        return True

    def remove(self, graph: str) -> bool:
        """Take out the named graph ``graph``; False when the store has none of that name."""
        if graph not in self:
            return False
        self._require_writable()
        with self._index.changing() as index:
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
        state = self._index.state.next_data()
        data = self._path / state.data
        try:
            graph = bulk_load(data / folder.GRAPH, file)
            folder.write_state(self._path, state)
        except BaseException:
            shutil.rmtree(data, ignore_errors=True)
            raise
        self._index.close()
        self._content = IndexInStep(self._path, state, graph, write=True)
        folder.discard_leftovers(self._path, keep=state.data)
        self._index.opened()

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
        answer = run(self._opened, query, bindings)
        if isinstance(answer, Table):
            return answer.rows
        message = "查询不是 SELECT / the query is no SELECT query"
        raise QueryError(message)

    def ask(self, query: str, **bindings: Value) -> bool:
        """Answer an ASK query over the union of all graphs."""
        answer = run(self._opened, query, bindings)
        if isinstance(answer, bool):
            return answer
        message = "查询不是 ASK / the query is no ASK query"
        raise QueryError(message)

    def construct(self, query: str, **bindings: Value) -> bytes:
        """Answer a CONSTRUCT or DESCRIBE query by sorted N-Triples."""
        answer = run(self._opened, query, bindings)
        if isinstance(answer, tuple):
            return ntriples(answer)
        message = "查询不是 CONSTRUCT、DESCRIBE / the query is no CONSTRUCT or DESCRIBE query"
        raise QueryError(message)

    def query(self, text: str) -> bool | Table | bytes:
        """Answer a query that a user wrote: ASK, SELECT, or by N-Triples CONSTRUCT and DESCRIBE.

        Nothing is written, and no other endpoint is asked: updates and SERVICE raise
        ``QueryError``. Oxigraph neither stops a query after a time nor can be interrupted: whoever
        answers for others must do so in a process that can be ended (:mod:`graph.store.pool`).
        """
        refuse_service(text)
        answer = run(self._opened, text, {})
        return ntriples(answer) if isinstance(answer, tuple) else answer

    def search(self, text: str, limit: int | None = None) -> tuple[Hit, ...]:
        """Return the provisions' passages that contain ``text``, by document and place."""
        return self._index.opened().find(text, limit)

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
        self._index.settle()
        state = folder.State(generation=self._index.state.generation)
        data = destination / state.data
        try:
            destination.mkdir(parents=True)
            data.mkdir()
            (destination / folder.LOCK).touch()
            self._opened.backup(data / folder.GRAPH)
        except OSError as error:
            message = f"{destination}: 无法写入 / cannot be written ({error}); name a new folder"
            raise StoreNotWritable(message) from error
        self._index.opened().copy_to(data / INDEX)
        folder.write_state(destination, state)

    def _require_writable(self) -> None:
        if not self._write:
            message = f"{self._path}: 只读打开 / was opened for reading; open it for writing"
            raise StoreNotWritable(message)
