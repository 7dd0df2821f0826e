"""The words that make a value a floor or a cap, and what only looks like them.

Forms read::

    不低于、满、至少、不超过、最高、超过、超50亿元、低于、未满      before a value
    以上、及以上、以下、以内、范围内                              behind it

Not read::

    送达十五日后、高达、多达        达 is the end of another verb, or tells how much there is
    届满30日前                      满 is when a term runs out
    不宜超过                        denied in words that no list has
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from graph.grammar.measure_words import forms_of
from graph.model import Operator

AHEAD: Final = ("gteq", "lteq", "gt", "lt")
OTHER_VERB: Final = r"(?<![送到直抵下传发表转高多](?=达))(?<!届(?=满))"
_DENIED = {
    **dict.fromkeys(("gt", "lt"), r"(?<![不未])(?<!不[\u4e00-\u9fff])"),
    "gteq": OTHER_VERB,
}


@cache
def words_ahead() -> str:
    """Return a pattern of the words before a value, each in a group of its operator."""
    return "|".join(f"{_DENIED.get(key, '')}(?P<{key}>{forms_of(key)})" for key in AHEAD)


def limit_of(match: re.Match[str]) -> Operator | None:
    """Return the operator that the words around a value make, or None where there are none."""
    ahead = next((key for key in AHEAD if match[key]), None)
    behind = next((key for key in ("gteq", "lteq") if match[f"behind_{key}"]), None)
    if not (ahead or behind or match["aim"]):
        return None
    passed = match["aim"] and re.fullmatch(forms_of("gt"), match["aim"])  # 突破100亿元
    return Operator(behind or ahead or ("gt" if passed else "eq"))
