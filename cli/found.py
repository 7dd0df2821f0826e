"""A reading as the rows of one table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from exports.labels import label, value_label

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cli.options import Lang

_HEAD = ("number", "title", "issuer", "date_issued")
_EVIDENCE = ("quote", "start", "end")
_APART = frozenset({*_EVIDENCE, "where", "label", "rule"})


def rows(found: Mapping[str, Any], lang: Lang) -> Iterator[dict[str, Any]]:
    """Yield a row for each thing in the object of ``read --format json``: its kind first."""
    for key in _HEAD:
        yield _row(label(key, lang), "", found[key] or "", {})
    for key, items in found.items():
        if isinstance(items, list):
            for item in items:
                where = item.get("where") or item.get("label") or ""
                yield _row(label(key, lang), where, _value(item, lang), item)


def _row(kind: str, where: str, value: str, item: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "kind": kind,
        "where": where,
        "value": value,
        **{key: item.get(key) for key in _EVIDENCE},
    }


def _value(item: Mapping[str, Any], lang: Lang) -> str:
    """Return what a finding says besides its place and its words, each thing once."""
    told = (
        label(key, lang) if value is True else value_label(key, str(value), lang)
        for key, value in item.items()
        if key not in _APART and value not in {None, False}
    )
    return " ".join(dict.fromkeys(told))
