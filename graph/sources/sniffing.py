"""Which format some bytes are in. The suffix of a file name is never asked: it is often wrong."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final


class Format(StrEnum):
    """What a file begins with."""

    PDF = "pdf"
    ZIP = "zip"  # DOCX, OFD and others: the names of the parts tell
    OLE = "doc"  # Word 97 to 2003, WPS
    IMAGE = "image"
    RTF = "rtf"
    MHTML = "mhtml"
    TEXT = "text"  # plain or HTML, in any encoding


_SIGNATURES: Final = (
    (b"PK\x03\x04", Format.ZIP),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Format.OLE),
    (b"{\\rtf", Format.RTF),
    (b"\x89PNG\r\n\x1a\n", Format.IMAGE),
    (b"\xff\xd8\xff", Format.IMAGE),
    (b"II*\x00", Format.IMAGE),
    (b"MM\x00*", Format.IMAGE),
)
_PDF_WITHIN: Final = 1_024  # bytes that may stand before the signature (ISO 32000-1, annex H)

_MHTML: Final = re.compile(
    rb"\A\s*(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,12}?Content-Type:\s*multipart/related",
    re.IGNORECASE,
)
_OPENING: Final = re.compile(
    r"""\s*
    (?:(?:<!--(?:(?!-->).)*-->|<\?xml[^>]*>)\s*)*
    <(?:(?P<page>!doctype\s+html|html|head|body|meta|title|script|style|link)
       |(?:div|p|table|section|article|center|font|span|ul|ol|h[1-6]))
    [\s>]""",
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_LATE_OPENING: Final = re.compile(r"<(?:!doctype\s+html|html)[\s>]", re.IGNORECASE)
_LATE: Final = 2_000  # characters that may stand before the page itself
_CHARSET: Final = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{3,20})", re.IGNORECASE
)
HEAD: Final = 4_096  # bytes that tell the format, and in which a page declares its encoding
GENERATOR: Final = '<meta name="generator" content="zhengmai">'  # the templates of exports have it
_LEGACY: Final = {"gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "big5": "big5hkscs"}


def format_of(data: bytes) -> Format:
    """Tell the format by the first bytes.

    >>> format_of(b"%PDF-1.7"), format_of("库政办发".encode())
    (<Format.PDF: 'pdf'>, <Format.TEXT: 'text'>)
    """
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            return kind
    if b"%PDF-" in data[:_PDF_WITHIN]:
        return Format.PDF
    if _MHTML.match(data[:HEAD]):
        return Format.MHTML
    return Format.TEXT


def declared_encoding(data: bytes) -> str | None:
    """Return the encoding that a page declares, widened as the WHATWG Encoding Standard does."""
    match = _CHARSET.search(data[:HEAD])
    if not match:
        return None
    label = match[1].decode("ascii").lower()
    return _LEGACY.get(label, label)


def is_exported_page(text: str) -> bool:
    """Tell whether a page says of itself that zhengmai made it.

    >>> is_exported_page('<!doctype html><html><head><meta name="generator" content="zhengmai">')
    True
    """
    return GENERATOR in text[:HEAD]


def is_html(text: str) -> bool:
    r"""Tell whether a text is a page, or a fragment of one that is markup to its end.

    A Markdown file that begins with a table is neither: its lines would be lost.

    >>> is_html("<p>各镇人民政府：</p>"), is_html("<table>…</table>\n\n正文")
    (True, False)
    """
    match = _OPENING.match(text)
    if match:
        return bool(match["page"]) or text[-_LATE:].rstrip().endswith(">")
    return bool(_LATE_OPENING.search(text[:_LATE]))
