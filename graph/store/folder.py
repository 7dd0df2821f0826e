"""The folder of a store, and how one content takes the place of another.

::

    zhengmai.store/
    ├── zhengmai.lock     readers share it, a writer has it alone
    ├── store.json        names the content; replaced in one step
    └── data-1/           the content
        ├── graph/        the oxigraph database
        └── search.sqlite the index of its words

A new content is built in a folder of its own and becomes the store's by the replacement of
``store.json``; what that file does not name is left over from a process that died.
"""

from __future__ import annotations

import json
import os
import re
import shutil
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Final

from graph.errors import StoreError, StoreNotWritable
from graph.store.lock import writable

if TYPE_CHECKING:
    from pathlib import Path

FORMAT: Final = 1
LOCK: Final = "zhengmai.lock"
STATE: Final = "store.json"
GRAPH: Final = "graph"  # the database, in the folder of the content
_DATA = re.compile(r"data-(?P<number>[1-9][0-9]*)")


@dataclass(frozen=True, slots=True)
class State:
    """What ``store.json`` says: the content's folder, and how often writers changed it."""

    data: str = "data-1"
    generation: int = 1
    format: int = FORMAT

    def next_generation(self) -> State:
        """Return the state that a writer announces before its first change."""
        return replace(self, generation=self.generation + 1)

    def next_data(self) -> State:
        """Return the state in which a new folder holds the content."""
        number = int(self.data.removeprefix("data-")) + 1
        return replace(self.next_generation(), data=f"data-{number}")


def is_store(path: Path) -> bool:
    """Tell whether a folder is a store."""
    return (path / STATE).is_file() and (path / LOCK).exists()


def prepare(path: Path, *, write: bool, create: bool) -> None:
    """Make sure that ``path`` is a store, or where one may be created that it can become one.

    Raises ``StoreError`` for a missing store, a file and a folder of something else, and
    ``StoreNotWritable`` for a folder that a writer cannot change.
    """
    try:
        if path.exists() and not path.is_dir():
            message = f"{path}: 是文件 / is a file, and a store is a folder; name another store"
            raise StoreError(message)
        known = (path / STATE).exists() or (path / LOCK).exists()
        if path.is_dir() and not known and any(path.iterdir()):
            message = (
                f"{path}: 文件夹中有其他文件 / is a folder of other files; "
                "name a store, or a new or empty folder"
            )
            raise StoreError(message)
        if not create and not (path / STATE).exists():
            raise _missing(path)
    except OSError as error:
        message = f"{path}: 无法读取 / cannot be read ({error.strerror}); name another store"
        raise StoreError(message) from error
    if write:
        _make_writable(path)


def _make_writable(path: Path) -> None:
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"{path}: 无法建立 / cannot be created ({error.strerror}); name another store"
        raise StoreNotWritable(message) from error
    if not writable(path):
        message = (
            f"{path}: 文件夹无法写入 / the folder cannot be written; "
            "ask its owner, or name another store"
        )
        raise StoreNotWritable(message)


def _missing(path: Path) -> StoreError:
    return StoreError(
        f"{path}: 没有库 / there is no store here; add a document first, or name another one"
    )


def read_state(path: Path) -> State:
    """Return what ``store.json`` says.

    Raises ``StoreError`` when it is missing or damaged, or of a format that only a newer zhengmai
    knows.
    """
    try:
        written = json.loads((path / STATE).read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise _missing(path) from error
    except (OSError, ValueError) as error:
        message = (
            f"{path / STATE}: 无法读取 / cannot be read ({error}); restore the store from a dump"
        )
        raise StoreError(message) from error
    match written:
        case {"format": int(number)} if number > FORMAT:
            message = (
                f"{path}: 由更新的版本写成 / is of format {number}, written by a newer zhengmai "
                f"(this one reads format {FORMAT}); install the newer one"
            )
            raise StoreError(message)
        case {"format": int(number), "generation": int(generation), "data": str(data)} if (
            _DATA.fullmatch(data) and (path / data).is_dir()
        ):
            return State(data, generation, number)
        case _:
            message = (
                f"{path / STATE}: 没有指明内容 / names no content; restore the store from a dump"
            )
            raise StoreError(message)


def write_state(path: Path, state: State) -> None:
    """Replace ``store.json`` in one step, so that a reader finds the old or the new one.

    Raises ``StoreNotWritable``.
    """
    fresh = path / f"{STATE}.new"
    try:
        with fresh.open("w", encoding="utf-8") as file:
            json.dump(asdict(state), file, sort_keys=True)
            file.write("\n")
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path / STATE)
    except OSError as error:
        message = (
            f"{path / STATE}: 无法写入 / cannot be written ({error.strerror}); see to the disk"
        )
        raise StoreNotWritable(message) from error


def discard_leftovers(path: Path, *, keep: str | None) -> None:
    """Remove every content but ``keep``."""
    for entry in path.iterdir():
        if _DATA.fullmatch(entry.name) and entry.name != keep:
            shutil.rmtree(entry, ignore_errors=True)


def discard_logs(database: Path) -> None:
    """Remove the log files that oxigraph leaves each time a database is opened."""
    for log in database.glob("LOG.old.*"):
        try:
            log.unlink()
        except OSError:  # another reader was faster, or the folder is read-only
            continue
