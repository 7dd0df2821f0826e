"""Where an export goes: a file or a folder that is there complete or not at all."""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
from typing import TYPE_CHECKING, Final

from graph.errors import ExportError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_SIGN: Final = ".zhengmai-site"  # tells a folder that was exported from any other


def write(destination: Path, content: bytes, *, force: bool) -> None:
    """Write a file through a temporary one in the same folder, which then takes its name.

    Raises ExportError when the destination exists and ``force`` is not given, when it is no file,
    when its folder does not exist, and when it cannot be written; an existing file is then as it
    was.
    """
    check(destination, force=force)
    target = destination.resolve()  # a link stays a link
    partial = target.with_name(f".zhengmai-{secrets.token_hex(8)}")
    try:
        with partial.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(target)
    except OSError as error:
        message = (
            f"{destination}: 无法写入 / cannot be written ({error.strerror}); "
            "choose a folder that you may write to"
        )
        raise ExportError(message) from error
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
    partial = target.with_name(f".zhengmai-{secrets.token_hex(8)}")
    old = partial.with_name(f"{partial.name}-old")
    size = 0
    try:
        partial.mkdir()
        (partial / _SIGN).touch()
        for name, content in files:
            file = partial / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
            size += len(content)
        if target.exists():
            target.rename(old)
        partial.rename(target)
    except OSError as error:
        message = (
            f"{destination}: 无法写入 / cannot be written ({error.strerror}); "
            "choose a folder that you may write to"
        )
        raise ExportError(message) from error
    finally:
        if old.exists() and not target.exists():  # the new one did not get there
            old.rename(target)
        shutil.rmtree(partial, ignore_errors=True)
        shutil.rmtree(old, ignore_errors=True)
    return size


def check(destination: Path, *, force: bool, folder: bool = False) -> None:
    """Raise ExportError where it is clear beforehand that the destination cannot be written."""
    if folder and destination.is_dir():
        if force and (destination / _SIGN).exists():
            return
        message = (
            f"{destination}: 已存在 / exists already; name a new folder"
            if not (destination / _SIGN).exists()
            else f"{destination}: 已存在 / exists already; use --force to replace it"
        )
    elif folder and destination.exists():
        message = f"{destination}: 不是文件夹 / is no folder; name a new folder"
    elif destination.is_dir():
        message = f"{destination}: 是文件夹 / is a folder; name a file in it"
    elif destination.exists() and not destination.is_file():
        message = f"{destination}: 不是普通文件 / is no regular file; name another"
    elif destination.exists() and not force:
        message = f"{destination}: 已存在 / exists already; use --force to replace it"
    elif not destination.parent.is_dir():
        message = f"{destination.parent}: 文件夹不存在 / the folder does not exist; create it first"
    else:
        return
    raise ExportError(message)
