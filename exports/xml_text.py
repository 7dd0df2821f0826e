"""The characters that XML 1.0 can hold: its production ``Char``."""

from __future__ import annotations

import re
from typing import Final

_NOT_CHAR: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def xml_text(text: str) -> str:
    r"""Return a text with U+FFFD for each character that XML has no way to write.

    One for one, so that offsets hold; the formats that are no XML have the text as it stands.

    >>> xml_text("第一页\x0c第二页")
    '第一页\ufffd第二页'
    """
    return _NOT_CHAR.sub("\ufffd", text)
