"""A few processes that stand ready to answer queries, each of which can be ended.

Oxigraph neither stops a query after a time nor can it be interrupted. So a query that takes too
long, or that nobody waits for any more, ends with its process, and another takes that one's place.
"""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import time
from pathlib import Path
from queue import Empty, LifoQueue
from threading import Lock, Timer
from typing import IO, TYPE_CHECKING, Final, cast

from graph.errors import QueriesWaiting, QueryTimeout, StoreError
from graph.store.worker import ASKED, DONE, FAILED, PIECE, receive, send

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LARGEST: Final = 50_000_000  # bytes of an answer
_PATIENCE: Final = 0.1  # seconds after which it is looked whether anybody still waits
_TIME_IS_UP: Final = "time is up"
_NOBODY: Final = "nobody waits"


class Ending:
    """Ends a query from another thread than the one that waits for it."""

    def __init__(self) -> None:
        """Take no worker yet."""
        self._lock = Lock()
        self._worker: _Worker | None = None
        self.reason = ""

    def begin(self, worker: _Worker) -> None:
        """Take the worker that is asked now."""
        with self._lock:
            self._worker = worker

    def finish(self) -> None:
        """Let the worker go; it can no more be ended from here."""
        with self._lock:
            self._worker = None

    def end(self, reason: str = _NOBODY) -> None:
        """End the query, if it still runs."""
        with self._lock:
            self.reason = self.reason or reason
            if self._worker:
                self._worker.kill()


class Pool:
    """Workers for one store; :func:`pool` makes it and closes it."""

    def __init__(
        self, path: Path, *, timeout: float, workers: int, waiting: int, most: int
    ) -> None:
        """Start the workers; see :func:`pool`."""
        self.timeout = timeout
        self._path, self._most = path.absolute(), most
        self._room = workers + waiting
        self._lock = Lock()
        self._asked = 0
        self._closed = False
        self._all: set[_Worker] = set()
        self._idle: LifoQueue[_Worker] = LifoQueue()  # the one used last is the warmest
        for _ in range(workers):
            self._start()

    def answer(
        self, text: str, accepted: Sequence[str], ending: Ending | None = None
    ) -> tuple[bytes, str]:
        """Return the answer to a query, complete, and its media type.

        ``accepted`` are media types, the best first. Raises ``QueryTimeout`` when it is not there
        in time, ``AnswerTooLarge``, ``QueriesWaiting`` when too many wait already, and otherwise as
        :meth:`graph.store.Store.query` does.
        """
        ending = ending or Ending()
        deadline = time.monotonic() + self.timeout
        with self._place():
            worker = self._free(deadline, ending)
            timer = Timer(max(0.0, deadline - time.monotonic()), ending.end, [_TIME_IS_UP])
            timer.start()
            try:
                ending.begin(worker)
                if ending.reason:
                    raise self._ended(ending)
                return worker.ask(text, accepted)
            except EOFError:
                raise self._ended(ending) from None
            finally:
                ending.finish()
                timer.cancel()
                self._return(worker)

    @property
    def processes(self) -> frozenset[int]:
        """The ids of the processes that stand ready or answer."""
        with self._lock:
            return frozenset(worker.process for worker in self._all)

    def close(self) -> None:
        """End all workers, whatever they do."""
        with self._lock:
            self._closed = True
            ended, self._all = self._all, set()
        for worker in ended:
            worker.end()

    @contextlib.contextmanager
    def _place(self) -> Iterator[None]:
        with self._lock:
            if self._asked >= self._room:
                message = "查询太多 / too many queries at once; try again later"
                raise QueriesWaiting(message)
            self._asked += 1
        try:
            yield
        finally:
            with self._lock:
                self._asked -= 1

    def _free(self, deadline: float, ending: Ending) -> _Worker:
        while not ending.reason and not self._closed:
            left = deadline - time.monotonic()
            try:
                return self._idle.get(timeout=max(0.0, min(_PATIENCE, left)))
            except Empty:
                if left <= 0:
                    ending.end(_TIME_IS_UP)
        raise self._ended(ending)

    def _return(self, worker: _Worker) -> None:
        """Make room for the next query: with this worker, or with a new one where it has ended."""
        if worker.alive():
            self._idle.put(worker)
            return
        with self._lock:
            self._all.discard(worker)
        worker.end()
        self._start()

    def _start(self) -> None:
        with self._lock:
            if self._closed:
                return
            worker = _Worker(self._path, self._most)
            self._all.add(worker)
        self._idle.put(worker)

    def _ended(self, ending: Ending) -> QueryTimeout | StoreError:
        if ending.reason == _TIME_IS_UP:
            message = (
                f"查询超过 {self.timeout:g} 秒，已中止 / the query took longer than "
                f"{self.timeout:g} s and was ended; ask for less, or allow more by --timeout"
            )
            return QueryTimeout(message)
        if ending.reason or self._closed:
            message = "查询已取消 / the query was ended, since nobody waits; ask again"
            return StoreError(message)
        message = "查询进程中止 / its process ended, perhaps out of memory; ask for less"
        return StoreError(message)


class _Worker:
    """One process, seen from the program that asks it."""

    def __init__(self, path: Path, most: int) -> None:
        here = os.pathsep.join(entry or str(Path.cwd()) for entry in sys.path)
        self._process = subprocess.Popen(  # noqa: S603 - our own module
            # -P: what lies in the working directory is no module of ours
            [sys.executable, "-P", "-m", "graph.store.worker", str(path), str(most)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": here},
        )
        self._to = cast("IO[bytes]", self._process.stdin)
        self._from = cast("IO[bytes]", self._process.stdout)
        self._sound = True

    def ask(self, text: str, accepted: Sequence[str]) -> tuple[bytes, str]:
        """Return content and media type; raises EOFError where the process ends before."""
        try:
            send(self._to, ASKED, json.dumps({"text": text, "accepted": [*accepted]}).encode())
            pieces = []
            while frame := receive(self._from):
                kind, content = frame
                if kind == PIECE:
                    pieces.append(content)
                elif kind == DONE:
                    return b"".join(pieces), content.decode()
                else:
                    raise FAILED[kind](content.decode())
        except OSError:  # a broken pipe, likewise
            pass
        self._sound = False
        raise EOFError

    @property
    def process(self) -> int:
        return self._process.pid

    def alive(self) -> bool:
        return self._sound and self._process.poll() is None

    def kill(self) -> None:
        self._sound = False
        self._process.kill()

    def end(self) -> None:
        """End the process and wait until it is gone; nothing of it stays."""
        self.kill()
        with contextlib.suppress(OSError):  # what it did not read any more
            self._to.close()
        self._process.wait()
        self._from.close()


@contextlib.contextmanager
def pool(
    path: Path, *, timeout: float, workers: int = 2, waiting: int = 16, most: int = LARGEST
) -> Iterator[Pool]:
    """Start processes that answer queries over the store in the folder ``path``.

    A query may take ``timeout`` seconds, its waiting counted, and its answer have ``most`` bytes.
    At most ``workers`` run at once and ``waiting`` more wait. At the end no process is left.
    """
    made = Pool(path, timeout=timeout, workers=workers, waiting=waiting, most=most)
    try:
        yield made
    finally:
        made.close()
