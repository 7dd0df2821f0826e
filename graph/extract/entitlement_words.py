"""The words of an entitlement, from ``ontology/schemes/entitlement-words.ttl``, as patterns."""

from __future__ import annotations

import re
from functools import cache

from ontology import lexicon


@cache
def written(*keys: str) -> frozenset[str]:
    """Return the written forms of the concepts."""
    concepts = lexicon.concepts("entitlement-words")
    return frozenset(form for key in keys for form in concepts[key].written)


@cache
def alternatives(*keys: str) -> str:
    """Return a pattern of the written forms, the longest first.

    >>> re.match(alternatives("guard"), "受法律保护。").group()
    '受法律保护'
    """
    return "|".join(sorted(map(re.escape, written(*keys)), key=lambda form: (-len(form), form)))


@cache
def pattern(*keys: str, before: str = "", behind: str = "") -> re.Pattern[str]:
    """Return the compiled pattern of the written forms between two pieces of a pattern."""
    return re.compile(f"{before}(?:{alternatives(*keys)}){behind}")
