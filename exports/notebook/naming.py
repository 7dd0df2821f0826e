"""Names from IRIs: an answer names what it arrived at, and where it began only by its IRI."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import unquote

from ontology import names

_DOCUMENT: Final = re.compile(
    rf"""
    {re.escape(names.ID)}document/
    (?: (?P<code>[^/]+)/(?P<year>\d{{4}})/(?P<serial>[^/]+)         # 库政办发/2018/171
      | [^/]+/(?:\d{{4}}-\d\d-\d\d|unknown)/[0-9a-f]{{8}}           # issuer, date, hash of title
      | (?P<order>[^/]*令)/(?P<order_serial>\d+)                    # 国务院令/663
      | (?P<title>[^/]+)
    )
    (?P<rest>(?:/.*)?)
    """,
    re.VERBOSE,
)
_ANNEX: Final = re.compile(r"/annex/\d+")


def document_of(thing: str) -> str:
    """Return the IRI of the document that a provision, an annex or a finding is in.

    >>> document_of(f"{names.ID}document/库政办发/2018/171/annex/1/三").removeprefix(names.ID)
    'document/库政办发/2018/171'

    Empty for what is no part of a document.
    """
    found = _DOCUMENT.fullmatch(thing)
    return thing.removesuffix(found["rest"]) if found and found["rest"] else thing if found else ""


def document_name(thing: str) -> str:
    """Return the number of a document as it is printed, or what else its IRI says of it.

    >>> document_name(f"{names.ID}document/库政办发/2018/171/annex/1")
    '库政办发〔2018〕171号'
    """
    found = _DOCUMENT.fullmatch(thing)
    if found is None:
        return unquote(thing.removeprefix(names.ID))
    if found["code"]:
        serial = found["serial"].partition("~")[0]
        return unquote(f"{found['code']}〔{found['year']}〕{serial}号")
    if found["order"]:
        return unquote(f"{found['order']}第{found['order_serial']}号")
    own = found["title"] or document_of(thing).removeprefix(f"{names.ID}document/")
    return unquote(own)


def clause_label(thing: str) -> str:
    """Return the printed numerals of a provision; empty for a document or an annex.

    >>> clause_label(f"{names.ID}document/库政办发/2018/171/annex/1/三/（一）/1")
    '三（一）1'
    """
    found = _DOCUMENT.fullmatch(thing)
    rest = _ANNEX.sub("", found["rest"], count=1) if found else ""
    return unquote("".join(rest.split("/")))
