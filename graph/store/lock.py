"""One writer or many readers: the lock of a store's folder.

Oxigraph leaves it undefined what a reader sees while another process writes, so every reader
shares this lock and a writer holds it alone. It is a lock that SQLite takes on an empty file: the
operating system's own (``fcntl``, ``LockFileEx``), released when the process dies, and a waiting
writer is not starved by readers that keep coming.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from typing import TYPE_CHECKING, Final

from graph.errors import StoreError, StoreLocked, StoreNotWritable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WAIT: Final = 10.0  # seconds, unless told


def writable(path: Path) -> bool:
    """Tell whether this process may write to ``path``."""
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


@contextlib.contextmanager
def hold(path: Path, *, exclusive: bool, wait: float) -> Iterator[None]:
    """Hold the lock at ``path``, alone or shared with other readers.

    A reader needs no right to write there. Raises ``StoreLocked`` when the lock is still taken
    after ``wait`` seconds, and ``StoreNotWritable`` when there is no right to take it.
    """
    if not path.exists():
        with contextlib.suppress(OSError):  # SQLite says below what is wrong
            path.touch()
    if exclusive and path.exists() and not writable(path):  # SQLite would quietly share it
        message = f"{path}: 无法写入 / cannot be written; ask its owner, or name another store"
        raise StoreNotWritable(message)
    try:
        connection = _connect(path, exclusive=exclusive, wait=wait)
    except sqlite3.Error as error:
        if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY:
            use = "正被使用 / is in use" if exclusive else "正被写入 / is being written"
            message = (
                f"{path.parent}: {use} by another process and was not free within {wait:g} s; "
                "try again when that has ended, or read a backup"
            )
            raise StoreLocked(message) from error
        message = (
            f"{path}: 无法锁定 / is no lock that can be taken ({error}); "
            "remove it when nobody uses it"
        )
        raise StoreError(message) from error
    with contextlib.closing(connection):
        yield


def _connect(path: Path, *, exclusive: bool, wait: float) -> sqlite3.Connection:
    """Return a connection in the transaction that holds the lock until it is closed."""
    address = f"{path.absolute().as_uri()}?mode={'rw' if exclusive else 'ro'}"
    connection = sqlite3.connect(address, uri=True, timeout=wait, isolation_level=None)
    try:
        if exclusive:
            connection.execute("PRAGMA journal_mode = MEMORY")  # leave no journal beside the lock
            connection.execute("BEGIN EXCLUSIVE")
        else:
            connection.execute("BEGIN")
            connection.execute("SELECT 1 FROM sqlite_master").fetchall()  # takes the shared lock
    except BaseException:
        connection.close()
        raise
    return connection
