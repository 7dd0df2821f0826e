"""Where an export goes: a file or a folder that is there complete or not at all."""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
from typing import TYPE_CHECKING, Final

from graph.errors import ExportError
from graph.files import SITE_SIGN

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_THERE: Final = "已存在 / exists already; use --force to replace it"


def write(destination: Path, content: bytes, *, force: bool) -> None:
    """Write a file through a temporary one in the same folder, which then takes its name.

    Raises ExportError when the destination exists and ``force`` is not given, when it is no file,
    when its folder does not exist, and when it cannot be written; an existing file is then as it
    was.
    """
    check(destination, force=force)
    target = destination.resolve()  # a link stays a link
    partial = _partial(target)
    try:
        with partial.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(target)
    except OSError as error:
        raise _unwritable(destination, error) from error
    finally:
        with contextlib.suppress(OSError):
            partial.unlink(missing_ok=True)


def write_folder(destination: Path, files: Iterable[tuple[str, bytes]], *, force: bool) -> int:
    """Write files (relative path, content) into a new folder, which then takes its name.

    Returns how many bytes they have. Raises ExportError when the destination exists and ``force``
    is not given, and when it cannot be written; ``force`` replaces only a folder that such an
    export wrote, so that nothing else of anybody's is lost.
    """
    check(destination, force=force, folder=True)
    target = destination.resolve()
    partial = _partial(target)
    old = partial.with_name(f"{partial.name}-old")
    size = 0
    try:
        partial.mkdir()
        (partial / SITE_SIGN).touch()
        for name, content in files:
            file = partial / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
            size += len(content)
        if target.exists():
            target.rename(old)
        partial.rename(target)
    except OSError as error:
        raise _unwritable(destination, error) from error
    finally:
        if old.exists() and not target.exists():  # the new one did not get there
            old.rename(target)
        shutil.rmtree(partial, ignore_errors=True)
        shutil.rmtree(old, ignore_errors=True)
    return size


def check(destination: Path, *, force: bool, folder: bool = False) -> None:
    """Raise ExportError where it is clear beforehand that the destination cannot be written."""
    reason = _no_folder(destination, force=force) if folder else _no_file(destination, force=force)
    if not (reason or destination.exists() or destination.parent.is_dir()):
        destination = destination.parent
        reason = "文件夹不存在 / the folder does not exist; create it first"
    if reason:
        message = f"{destination}: {reason}"
        raise ExportError(message)


def _no_file(destination: Path, *, force: bool) -> str:
    """Return why no file can be written over what is there; empty where one can."""
    if destination.is_dir():
        return "是文件夹 / is a folder; name a file in it"
    if destination.exists() and not destination.is_file():
        return "不是普通文件 / is no regular file; name another"
    return _THERE if destination.exists() and not force else ""


def _no_folder(destination: Path, *, force: bool) -> str:
    """Return why no folder can take the place of what is there; empty where one can."""
    if not destination.exists():
        return ""
    if not destination.is_dir():
        return "不是文件夹 / is no folder; name a new folder"
    if not (destination / SITE_SIGN).exists():
        return "已存在 / exists already; name a new folder"
    return "" if force else _THERE


def _partial(target: Path) -> Path:
    """Return a path beside another one that nothing else has."""
    return target.with_name(f".zhengmai-{secrets.token_hex(8)}")


def _unwritable(destination: Path, error: OSError) -> ExportError:
    return ExportError(
        f"{destination}: 无法写入 / cannot be written ({error.strerror}); "
        "choose a folder that you may write to"
    )
