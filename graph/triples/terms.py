"""Triples from plain strings: one function for each kind of object."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, Triple

from ontology import names

if TYPE_CHECKING:
    import datetime as dt


def link(subject: str, predicate: str, obj: str) -> Triple:
    """Return a triple whose object is a thing."""
    return Triple(NamedNode(subject), NamedNode(predicate), NamedNode(obj))


def words(subject: str, predicate: str, text: str, language: str = "zh") -> Triple:
    """Return a triple whose object is text in a language."""
    return Triple(NamedNode(subject), NamedNode(predicate), Literal(text, language=language))


def code(subject: str, predicate: str, text: str) -> Triple:
    """Return a triple whose object is a string of no language: a number, a name of a file."""
    return Triple(NamedNode(subject), NamedNode(predicate), Literal(text))


def whole(subject: str, predicate: str, number: int) -> Triple:
    """Return a triple whose object is a whole number."""
    return _typed(subject, predicate, str(number), names.xsd_integer)


def measure(subject: str, predicate: str, number: float) -> Triple:
    """Return a triple whose object is a decimal in its shortest form: ``80``, ``0.5``."""
    shortest = format(Decimal(str(number)).normalize(), "f")
    return _typed(subject, predicate, shortest, names.xsd_decimal)


def day(subject: str, predicate: str, date: dt.date) -> Triple:
    """Return a triple whose object is a date (ISO 8601)."""
    return _typed(subject, predicate, date.isoformat(), names.xsd_date)


def year(subject: str, predicate: str, number: int) -> Triple:
    """Return a triple whose object is a year of four digits."""
    return _typed(subject, predicate, f"{number:04}", names.xsd_gYear)


def true(subject: str, predicate: str) -> Triple:
    """Return a triple that says that something holds."""
    return _typed(subject, predicate, "true", names.xsd_boolean)


def _typed(subject: str, predicate: str, text: str, datatype: str) -> Triple:
    return Triple(
        NamedNode(subject), NamedNode(predicate), Literal(text, datatype=NamedNode(datatype))
    )
