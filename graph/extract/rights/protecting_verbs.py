"""The verbs of protecting: 保障, 切实维护, 保护好; none where they are a noun (知识产权保护)."""

from __future__ import annotations

from functools import cache

from graph.extract.entitlement_words import alternatives, written
from graph.grammar.cues import Cued, cued, firsts, led


@cache
def protecting_verbs() -> Cued:
    """Return a pattern of the verbs of protecting."""
    before = "".join(f"(?<!{field})" for field in sorted(written("field-of-protection")))
    # 水源保护、知识产权: a noun in a list
    listed = rf"、(?![^，。、]{{2,3}}好|{alternatives('protect')})"
    behind = f"(?!{alternatives('protection-noun')}|{listed})"
    words = rf"{before}(?:{alternatives('protect')}){behind}"
    return cued(
        led(
            firsts(written("protect")),
            rf"{words}(?:了|好|和实现|与)?(?:、[^，。、]{{2,3}}好){{0,3}}",
        ),
        written("protect"),
    )
