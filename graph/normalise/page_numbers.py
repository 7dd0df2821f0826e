"""The number of a printed page, which stands on a line of its own between two pages of a text."""

from __future__ import annotations

import re
from typing import Final

_PAGE_NUMBER: Final = re.compile(
    r"""
      [-—=·]+\s*\d{1,4}\s*[-—=·]+              # - 1 -   —4—
    | 第\s*\d{1,4}\s*页(?:.{0,4}共\s*\d{1,4}\s*页)?
    | (?:\#+[ ])?[Pp]age\s*\d{1,4}[：:]?          # "# Page 12:" between pages taken from a PDF
    """,
    re.VERBOSE,
)


def is_page_number(line: str) -> bool:
    """Tell whether a line is the number of a printed page and nothing else.

    >>> is_page_number("— 12 —"), is_page_number("12")
    (True, False)
    """
    return _PAGE_NUMBER.fullmatch(line) is not None
