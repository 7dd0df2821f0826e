"""Agencies as headings of items: what stands below is theirs.

Forms read::

    1.县交通运输局：负责道路运输保障                       name and colon behind the label
    （二）市教育局、市财政局：牵头制定具体办法             names; the first verb tells the role
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from graph.extract.responsibilities.name_forms import is_open, is_surely_agency, set_nouns
from graph.extract.responsibilities.names import read_names
from graph.extract.responsibilities.tails import Share
from graph.grammar.numbering import LABEL_AT_START
from graph.model import Form, Role
from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEADING = re.compile(r"[ ]*(?P<names>[\u4e00-\u9fff（）、]{3,60})[：:][ ]?(?=[\u4e00-\u9fff])")
_ROLE_WINDOW = 8


def _heads(name: str) -> bool:
    """Whether a name can head an item; a bare noun (复核机构：…) only labels what follows."""
    return is_open(name) or (is_surely_agency(name) and not _noun().search(name))


@cache
def _noun() -> re.Pattern[str]:
    return re.compile(rf"{set_nouns()}$")


@cache
def _roles() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, lexicon.scheme("roles"))))


def find_heading(text: str, start: int, end: int, prefix: str) -> Iterator[tuple[Share, ...]]:
    """Yield the agencies that head the item between the offsets, if they do."""
    label = LABEL_AT_START.match(text, start, end)
    heading = _HEADING.match(text, label.end(), end) if label else None
    if heading is None:
        return
    names = read_names(text, *heading.span("names"), prefix, running=True)
    if names is None or not all(_heads(name.text) for name in names.names):
        return
    cue = _roles().match(text, heading.end(), heading.end() + _ROLE_WINDOW)
    role = Role(lexicon.scheme("roles")[cue.group()]) if cue else Role.RESPONSIBLE
    line_end = text.find("\n", heading.end(), end)
    stop = end if line_end < 0 else line_end
    yield tuple(
        Share(
            n,
            role,
            Form.ITEM_AGENCY,
            names.among_others,
            heading.start("names"),
            stop,
            "responsibility.heading",
        )
        for n in names.names
    )
