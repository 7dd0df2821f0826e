"""Measured conditions, and values that are aimed at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from graph.answers.norms import norms
from graph.answers.stated import Stated, findings
from graph.outline import audiences
from graph.references import Reference

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.answers.norms import NormAnswer
    from graph.store import Store


# How the ODRL operators are written.
SIGNS: Final[Mapping[str, str]] = {"eq": "=", "gteq": "≥", "lteq": "≤", "gt": ">", "lt": "<"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure(Stated):
    """A limit or an aim: 居住 ≥ 5 年. ``operator`` is an ODRL operator: eq, gteq, lteq, gt or lt.

    ``norms`` are the kinds of the sentence that it stands in, such as permission for what may be
    done by whoever meets it; ``groups`` are those that the provision is about.
    """

    subject: str
    operator: str
    value: float
    unit: str
    norms: tuple[str, ...]
    groups: tuple[str, ...]


def conditions(store: Store, document: Reference | None = None) -> tuple[Measure, ...]:
    """Return the measured requirements in a document or provision, or in the whole store."""
    return _measures(store, "conditions", document)


def targets(store: Store, document: Reference | None = None) -> tuple[Measure, ...]:
    """Return the values that are aimed at."""
    return _measures(store, "targets", document)


def _measures(store: Store, question: str, document: Reference | None) -> tuple[Measure, ...]:
    surroundings: dict[str, tuple[Mapping[str, tuple[str, ...]], tuple[NormAnswer, ...]]] = {}
    found = []
    for row, shared in findings(store, question, document):
        stated_by = row.one("document", str)
        if stated_by not in surroundings:
            whole = Reference(stated_by, "document", shared["document"], stated_by)
            surroundings[stated_by] = audiences(store, stated_by), norms(store, document=whole)
        groups, sentences = surroundings[stated_by]
        found.append(
            Measure(
                **shared,
                subject=row.one("subject", str),
                operator=row.one("operator", str).rpartition("/")[2],
                value=row.one("value", float),
                unit=row.one("unitName", str),
                norms=tuple(
                    norm.kind
                    for norm in sentences
                    if norm.start <= shared["start"] and shared["end"] <= norm.end
                ),
                groups=groups.get(shared["stated_in"], ()),
            )
        )
    return tuple(found)
