"""The words of an entitlement, from ``ontology/schemes/entitlement-words.ttl``, as patterns."""

from __future__ import annotations

import re
from functools import cache

from ontology import lexicon


@cache
def written(*keys: str) -> frozenset[str]:
    """Return the written forms of the concepts."""
    return lexicon.written("entitlement-words", *keys)


@cache
def alternatives(*keys: str) -> str:
    """Return a pattern of the written forms, the longest first.

    >>> re.match(alternatives("guard"), "受法律保护。").group()
    '受法律保护'
    """
    return lexicon.alternatives("entitlement-words", *keys)


@cache
def pattern(*keys: str, before: str = "", behind: str = "") -> re.Pattern[str]:
    """Return the compiled pattern of the written forms between two pieces of a pattern."""
    return re.compile(f"{before}(?:{alternatives(*keys)}){behind}")
