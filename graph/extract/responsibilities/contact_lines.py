"""Lines that say how to reach somebody, and hand nothing out: 主办单位：市政府办公室 电话：….

A page names its owner near its telephone number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graph.grammar.role_labels import is_contact

if TYPE_CHECKING:
    from graph.grammar.role_labels import Field

_LINES_NEAR: Final = 3


def is_contact_line(text: str, label: Field, start: int, end: int) -> bool:
    """Whether a line, or for 主办单位：one near it, says how to reach somebody."""
    first = max(text.rfind("\n", start, label.start) + 1, start)
    last = _line_after(text, label.at, end)
    if is_contact(text, first, last, reachable=label.reachable):
        return True
    for _ in range(_LINES_NEAR if label.reachable else 0):
        first = max(text.rfind("\n", start, max(first - 1, start)) + 1, start)
        last = _line_after(text, min(last + 1, end), end)
    return label.reachable and is_contact(text, first, last, reachable=False)


def _line_after(text: str, start: int, end: int) -> int:
    stop = text.find("\n", start, end)
    return end if stop < 0 else stop
