"""A reading as the rows of one table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from exports.labels import label, value_label

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cli.options import Lang

_HEAD = frozenset({"number", "title", "issuer", "date_issued"})  # a row also where there is none
_EVIDENCE = ("quote", "start", "end")
_PLACES = "locators"  # in a file that is no text
_APART = frozenset({*_EVIDENCE, _PLACES, "where", "label", "rule"})


def rows(found: Mapping[str, Any], lang: Lang) -> Iterator[dict[str, Any]]:
    """Yield a row for each thing in the object of ``read --format json``: its kind first."""
    for key, value in found.items():
        items = value if isinstance(value, list) else [{key: value}] if value else []
        for item in items or [{}] * (key in _HEAD):
            where = item.get("where") or item.get("label") or ""
            told = dict.fromkeys(_told(item, lang))
            yield _row(label(key, lang), where, " ".join(told), item)


def _row(kind: str, where: str, value: str, item: Mapping[str, Any]) -> dict[str, Any]:
    places = {_PLACES: " ".join(item[_PLACES])} if _PLACES in item else {}
    evidence = {key: item.get(key) for key in _EVIDENCE}
    return {"kind": kind, "where": where, "value": value, **evidence, **places}


def _told(item: Mapping[str, Any], lang: Lang) -> Iterator[str]:
    """Yield what a finding says besides its place and its words, lists and parts one by one."""
    for key, value in item.items():
        for each in () if key in _APART else value if isinstance(value, list) else (value,):
            if isinstance(each, dict):
                yield from _told(each, lang)
            elif each is True:
                yield label(key, lang)
            elif each is not None and each is not False and each != "":
                yield value_label(key, str(each), lang)
