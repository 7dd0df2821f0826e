"""Where the page of a thing is: a folder for its kind, and a hash of its IRI."""

from __future__ import annotations

import hashlib
from typing import Final

_LENGTH: Final = 16  # of 64 hexadecimal digits: 10 million pages collide with odds of 1 in 400,000


def address(folder: str, iri: str) -> str:
    """Return the path of a page within the site.

    >>> address("right", "https://w3id.org/zhengmai/id/right/宅基地使用权")
    'right/403d2ea0c2bb2028.html'
    """
    return f"{folder}/{hashlib.sha256(iri.encode()).hexdigest()[:_LENGTH]}.html"
