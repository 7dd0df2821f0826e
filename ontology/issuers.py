"""Codes of issuing bodies (发文机关代字): the ideographs before 〔year〕 in a document's number.

The register is ``schemes/issuers.tsv``; its column ``confirmed`` is ``y`` where ``source``, a
published document, bears the code together with the body's name, else ``n``. Codes are unique only
within a province (巴政办发 is of 巴音郭楞 and of 巴彦淖尔), so the place of the citing document
decides between them.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING

from ontology import divisions

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Issuer:
    """A body that issues documents: its name, level (国 省 市 县) and division code."""

    body: str
    level: str
    division: str
    confirmed: bool


@dataclass(frozen=True, slots=True)
class Unknown:
    """No body, or more than one, is known by the code."""

    code: str
    candidates: tuple[str, ...] = ()


def by_code(code: str, near: str | None = None) -> Issuer | Unknown:
    """Return who issues under a code; ``near`` is the division that the code is met in.

    >>> by_code("国办发").body, by_code("巴政办发", near="652801").body
    ('国务院办公厅', '巴音郭楞蒙古自治州人民政府办公室')
    >>> by_code("巴政办发").candidates
    ('巴音郭楞蒙古自治州人民政府办公室', '巴彦淖尔市人民政府办公室')
    """
    found = register().get(code, ())
    if len(found) > 1 and near:
        around = _divisions_of(near)
        found = tuple(issuer for issuer in found if around & _divisions_of(issuer.division))
    if len(found) == 1:
        return found[0]
    return Unknown(code, tuple(issuer.body for issuer in found))


@cache
def register() -> Mapping[str, tuple[Issuer, ...]]:
    """Return the bodies by their codes."""
    text = files("ontology").joinpath("schemes", "issuers.tsv").read_text(encoding="utf-8")
    found: dict[str, tuple[Issuer, ...]] = {}
    for row in csv.DictReader(text.splitlines(), delimiter="\t"):
        issuer = Issuer(row["body"], row["level"], row["division"], row["confirmed"] == "y")
        found[row["code"]] = (*found.get(row["code"], ()), issuer)
    return MappingProxyType(found)


def _divisions_of(code: str) -> set[str]:
    """Return the codes of a division and those above it below the nation."""
    return {division.code for division in divisions.ascending(code)} - {divisions.NATION}
