"""The words around mentions of documents, as parts of patterns (scheme ``citation-words``)."""

from __future__ import annotations

from functools import cache

from ontology import lexicon

_N = "[〇零一二三四五六七八九十百]{1,4}"
# The label of an item of a list, or none: 一、 （一） 1. 1． （1） ① 第一条
ITEM_LABEL = rf"(?:第{_N}条|{_N}[、.．]|（(?:{_N}|\d{{1,3}})）|\d{{1,3}}[.．、）]|[①-⑳]|[—·●◆]+)?"


@cache
def words(key: str) -> str:
    """Return a pattern of the written forms of a concept of ``citation-words``, longest first.

    >>> import re
    >>> re.search(words("issue"), "现印发给你们").group()
    '印发'
    """
    return lexicon.alternatives("citation-words", key)
