"""The characters that XML 1.0 can hold: its production ``Char``."""

from __future__ import annotations

import re
from typing import Final

from graph.errors import ExportError

_NOT_CHAR: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def require_xml(text: str, where: str, instead: str) -> None:
    """Raise ExportError, which names the format to take ``instead``, if XML cannot hold a text."""
    if found := _NOT_CHAR.search(text):
        message = (
            f"{where}: 含有 XML 不允许的字符 / holds U+{ord(found[0]):04X}, which XML cannot; "
            f"export {instead}"
        )
        raise ExportError(message)
