r"""Character sets of patterns, laid out once each: ``[\u4e00-\u9fff]`` stands in them 3000 times.

CPython (3.11 to 3.14) lays a set out anew wherever it stands, character by character: 20,992 steps
for the ideographs, more than half of what it costs to compile the patterns of the rules. Here a set
that was laid out is remembered. The compiled patterns are the same, and where the compiler of a
later Python is another one, nothing is changed.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_Laid = TypeVar("_Laid")
_COMPILER = "re._compiler"
_LAYS_OUT = "_optimize_charset"


def remember_sets() -> None:
    """Let the compiler of patterns remember the sets that it has laid out."""
    try:
        parts = vars(import_module(_COMPILER))
    except ModuleNotFoundError:
        return
    lay_out = parts.get(_LAYS_OUT)
    if lay_out is not None and not hasattr(lay_out, "__wrapped__"):
        parts[_LAYS_OUT] = _remembering(lay_out)


def _remembering(lay_out: Callable[..., _Laid]) -> Callable[..., _Laid]:
    known: dict[tuple[object, ...], _Laid] = {}

    def remembered(items: Iterable[object], *folding: object) -> _Laid:
        if any(each is not None for each in folding):  # a set without regard to case
            return lay_out(items, *folding)
        held = tuple(items)
        if held not in known:
            known[held] = lay_out(items, *folding)
        return known[held]

    remembered.__dict__["__wrapped__"] = lay_out
    return remembered
