"""Which files of the paths that a user names are read, and what is left out of them and why.

A folder gives the files in and below it in the order of names. Hidden ones are passed over; what
else is left out is told: a store, a site that was exported, what cannot be looked into.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path  # told apart from what is passed over
from typing import TYPE_CHECKING, Final

from graph.errors import SourceError
from graph.sources import written
from graph.store import is_store

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SITE_SIGN: Final = ".zhengmai-site"  # tells a folder that was exported from any other


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A path below those that were named which is not read, and why."""

    path: Path
    reason: str


def files_in(paths: Iterable[Path]) -> Iterator[Path | PassedOver]:
    """Yield the files at ``paths``, and in their place those that are left out.

    Raises:
        SourceError: a path does not exist, or a folder holds nothing at all.

    """
    for path in paths:
        if path.is_dir():
            found = list(_below(path))
            if not found:
                message = (
                    f"{written(path)}: 文件夹中没有文件 / the folder holds no file; "
                    "name one that does"
                )
                raise SourceError(message)
            yield from found
        elif path.exists():
            yield _file(path)
        else:
            message = f"{written(path)}: 不存在 / does not exist; check the name"
            raise SourceError(message)


def documents_in(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield the files at ``paths`` alone; see :func:`files_in`."""
    return (each for each in files_in(paths) if isinstance(each, Path))


def _below(folder: Path) -> Iterator[Path | PassedOver]:
    ahead = [folder]
    while ahead:
        path = ahead.pop()
        if path.is_symlink() and path.is_dir() and path != folder:
            yield PassedOver(path, "是文件夹的链接，未进入 / is a link to a folder, not followed")
        elif not path.is_dir():
            yield _file(path)
        elif reason := _own(path):
            yield PassedOver(path, reason)
        else:
            try:
                inside = sorted(path.iterdir(), key=lambda each: each.name, reverse=True)
            except OSError as error:
                reason = f"文件夹无法读取 / the folder cannot be read: {error.strerror}"
                yield PassedOver(path, reason)
                continue
            ahead += [each for each in inside if not each.name.startswith(".")]


def _file(path: Path) -> Path | PassedOver:
    if path.is_file():
        return path
    return PassedOver(path, "不是普通文件 / is no regular file")


def _own(folder: Path) -> str:
    """Return what of ours a folder is; empty for any other."""
    if is_store(folder):
        return "是政脉的库，略过 / is a store of zhengmai, passed over"
    if (folder / SITE_SIGN).exists():
        return "是政脉导出的网站，略过 / is a site that zhengmai exported, passed over"
    return ""
