"""Where an export goes: a file that is there complete or not at all."""

from __future__ import annotations

import contextlib
import os
import secrets
from typing import TYPE_CHECKING

from graph.errors import ExportError

if TYPE_CHECKING:
    from pathlib import Path


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


def check(destination: Path, *, force: bool) -> None:
    """Raise ExportError where it is clear beforehand that the destination cannot be written."""
    if destination.is_dir():
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
