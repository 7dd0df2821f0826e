"""A process that answers queries over one store, so that a query can be ended by ending it.

``python -m graph.store.worker STORE MOST`` reads requests from standard input and writes answers to
standard output. Both are frames: a letter, a length (four bytes, big-endian) and so many bytes. A
request is JSON. An answer is its content in pieces and, last, its media type or what went wrong.
It ends when its input does, in the middle of a query too: nobody waits for the answer any more.
"""

from __future__ import annotations

import json
import os
import signal
import struct
import sys
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import IO, TYPE_CHECKING, Final

from graph.errors import AnswerTooLarge, QueryError, StoreError, ZhengmaiError

if TYPE_CHECKING:
    from collections.abc import Sequence

ASKED: Final = b"a"
PIECE: Final = b"p"
DONE: Final = b"d"
FAILED: Final[dict[bytes, type[ZhengmaiError]]] = {
    b"l": AnswerTooLarge,
    b"q": QueryError,
    b"s": StoreError,
}
_HEAD: Final = struct.Struct(">cI")


def send(file: IO[bytes], kind: bytes, content: bytes) -> None:
    """Write one frame."""
    file.write(_HEAD.pack(kind, len(content)) + content)
    file.flush()


def receive(file: IO[bytes]) -> tuple[bytes, bytes] | None:
    """Read one frame; None where the other side has ended."""
    head = file.read(_HEAD.size)
    if len(head) < _HEAD.size:
        return None
    kind, length = _HEAD.unpack(head)
    content = file.read(length)
    return (kind, content) if len(content) == length else None


class _Pieces:
    """Takes an answer piece by piece, and no more of it than may be given out."""

    def __init__(self, file: IO[bytes], most: int) -> None:
        self._file = file
        self._most = most
        self._left = most

    def write(self, piece: bytes) -> int:
        self._left -= len(piece)
        if self._left < 0:
            message = (
                f"结果超过 {self._most / 1e6:g} MB / the answer to the query is larger than "
                f"{self._most / 1e6:g} MB; ask for less, or add LIMIT"
            )
            raise AnswerTooLarge(message)
        send(self._file, PIECE, piece)
        return len(piece)

    def flush(self) -> None:
        """Do nothing: every piece has gone out."""


def main(arguments: Sequence[str]) -> None:
    """Answer one request after the other until there is no more input."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the program that started this one
    requests: SimpleQueue[bytes] = SimpleQueue()
    Thread(target=_listen, args=(sys.stdin.buffer, requests), daemon=True).start()
    path, most = Path(arguments[0]), int(arguments[1])
    out = sys.stdout.buffer
    try:
        _serve(path, most, requests, out)
    except ZhengmaiError as error:  # the store cannot be opened
        requests.get()
        send(out, _letter(error), str(error).encode())


def _listen(file: IO[bytes], requests: SimpleQueue[bytes]) -> None:
    while frame := receive(file):
        requests.put(frame[1])
    os._exit(0)


def _serve(path: Path, most: int, requests: SimpleQueue[bytes], out: IO[bytes]) -> None:
    from graph.store.reading import reading
    from graph.store.sparql import refuse_service, serialize_to

    with reading(path) as graph:
        while True:
            asked = json.loads(requests.get())
            pieces = _Pieces(out, most)
            try:
                refuse_service(asked["text"])
                media_type = serialize_to(pieces, graph, asked["text"], asked["accepted"])  # type: ignore[arg-type]  # it writes, and does nothing else with it
            except ZhengmaiError as error:
                send(out, _letter(error), str(error).encode())
            else:
                send(out, DONE, media_type.encode())


def _letter(error: ZhengmaiError) -> bytes:
    return next(letter for letter, kind in FAILED.items() if isinstance(error, kind))


if __name__ == "__main__":
    main(sys.argv[1:])
