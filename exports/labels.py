"""What fields, kinds and controls are called in Chinese and English: ``labels.tsv``."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING

from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Label:
    """A word of the interface. ``schemes`` name the values that a field of this name holds."""

    zh: str
    en: str
    schemes: tuple[str, ...]


@cache
def labels() -> Mapping[str, Label]:
    """Return every label by its key: a field's name in JSON, a kind of node, a control."""
    text = files("exports").joinpath("labels.tsv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    return MappingProxyType(
        {row["key"]: Label(row["zh"], row["en"], tuple(row["schemes"].split())) for row in rows}
    )


def label(key: str, lang: str = "zh") -> str:
    """Return what ``key`` is called, or the key itself where it has no label.

    >>> label("agency"), label("agency", "en"), label("no such field")
    ('机构', 'agency', 'no such field')
    """
    found = labels().get(key)
    if found is None:
        return key
    return found.en if lang == "en" else found.zh


def value_label(field: str, value: str, lang: str = "zh") -> str:
    """Return what a coded value of a field is called, or the value itself where it is no code.

    >>> value_label("role", "lead"), value_label("kind", "prohibition"), value_label("text", "lead")
    ('牵头', '禁止', 'lead')
    """
    found = labels().get(field)
    for scheme in found.schemes if found else ():
        if value in lexicon.concepts(scheme):
            return lexicon.label(scheme, value, lang)
    coded = f"{field}.{value}"
    return label(coded, lang) if coded in labels() else value
