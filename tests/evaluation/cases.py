"""Short documents of our own wording, and what a careful reader finds in them.

``cases/KIND.json`` lists them by kind of finding. Each has an ``id``, what it ``says`` of the
language of 公文, whether it is a ``lookalike`` (a form beside which the rule must be silent), the
lines of its ``text``, and what the reading ``has`` and ``has_not``. They were written from a list
of faults by readers who did not know the rules. ``not_yet`` tells why a case still fails.

A statement is ``{"list": L, "match": {…}}``: some entry of the list L of what ``read --format
json`` prints (``""`` is the object itself) has these values. A key that ends in ``~`` asks for a
part of the value, a list for any of several values, ``a.b`` for b within a. ``{"any": […]}`` holds
when one of its statements does, ``{"refused": true}`` when the text is refused or read with a
warning.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from exports.reading import reading_object
from graph.errors import ZhengmaiError
from graph.pipeline import read_text
from graph.sources import read_bytes

FOLDER: Final = Path(__file__).with_name("cases")

# Widths of brackets and breaks inside a quote are tested elsewhere.
_WIDTHS: Final = str.maketrans("（）：；，", "():;,")

Statement = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Case:
    """A short document with what its reading says and does not say."""

    id: str
    says: str
    lookalike: bool
    text: str
    has: tuple[Statement, ...]
    has_not: tuple[Statement, ...]
    file: str = "case.txt"
    not_yet: str = ""


def cases() -> list[Case]:
    """Return every case, in the order of the files and of the lines in them."""
    return [
        Case(**{**row, "text": "\n".join(row["text"])})
        for path in sorted(FOLDER.glob("*.json"))
        for row in json.loads(path.read_text("utf-8"))
    ]


def wrong(case: Case) -> list[str]:
    """Return the statements that the reading of a case does not bear out, each with its sign."""
    read = _read(case)
    lacking = [f"lacks {_shown(one)}" for one in case.has if not _holds(read, one)]
    return lacking + [f"has {_shown(one)}" for one in case.has_not if read and _holds(read, one)]


def _read(case: Case) -> dict[str, Any] | None:
    try:
        return reading_object(read_text(read_bytes(case.text.encode(), case.file)))
    except ZhengmaiError:
        return None


def _holds(read: dict[str, Any] | None, one: Statement) -> bool:
    if "any" in one:
        return any(_holds(read, each) for each in one["any"])
    if one.get("refused"):
        return read is None or bool(read["warnings"])
    if read is None:
        return False
    entries = read[one["list"]] if one["list"] else [read]
    return any(_matches(entry, one["match"]) for entry in entries)


def _matches(entry: dict[str, Any], match: dict[str, Any]) -> bool:
    return all(
        _contains(_within(entry, key[:-1]), wanted)
        if key.endswith("~")
        else _equal(_within(entry, key), wanted)
        for key, wanted in match.items()
    )


def _within(entry: dict[str, Any], key: str) -> object:
    value: object = entry
    for part in key.split("."):
        value = value.get(part) if isinstance(value, dict) else None
    return value


def _equal(found: object, wanted: object) -> bool:
    if isinstance(wanted, list):
        return any(_equal(found, each) for each in wanted)
    if isinstance(wanted, bool) or wanted is None:
        return found is wanted
    if isinstance(wanted, int | float):
        return _number(found) == wanted
    return _folded(found) == _folded(wanted)


def _contains(found: object, wanted: object) -> bool:
    if isinstance(wanted, list):
        return any(_contains(found, each) for each in wanted)
    return found is not None and _folded(wanted) in _folded(found)


def _number(found: object) -> float | None:
    try:
        return float(str(found))
    except ValueError:
        return None


def _folded(value: object) -> str:
    return "".join(str(value).translate(_WIDTHS).split())


def _shown(one: Statement) -> str:
    return json.dumps(one, ensure_ascii=False)
