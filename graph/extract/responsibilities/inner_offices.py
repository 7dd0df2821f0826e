"""Offices inside the body that issues a document: 法规处, 政策法规科.

A bureau's own paper lists its offices without their bureau (责任处室：法规处、执法局). They are no
offices of the place, so that no level is spread over them, and stay open: the words do not say
whose they are. One such name tells it of the bare names beside it (办公室、法规处).
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from graph.extract.responsibilities.name_forms import level_at_head
from graph.extract.responsibilities.name_places import has_place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.extract.responsibilities.names import Name

_INNER = re.compile(r"(?<!办事)(?:处|科|股)$|(?<![办公究])室$|[处科]室$")
_OWN = re.compile("(?:办事|管理|稽查|派出|监察|征管|登记)处$|委员会|[省市县区州]")


def within_the_issuer(names: Sequence[Name]) -> list[Name]:
    """Return the names of a list with the offices of one body left as they are written."""
    if not any(_is_inner(name) for name in names):
        return list(names)
    return [replace(name, full=name.text, open=True) if _is_bare(name) else name for name in names]


def _is_inner(name: Name) -> bool:
    return _is_bare(name) and _INNER.search(name.text) is not None and not _OWN.search(name.text)


def _is_bare(name: Name) -> bool:
    return not (name.open or level_at_head(name.text) or has_place(name.text))
