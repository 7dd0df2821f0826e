"""RDF terms as plain values, plain values as RDF terms, and statements as sorted lines."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final, TypeAlias

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, serialize

from ontology import names

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from pyoxigraph import Quad, Triple

Term: TypeAlias = "NamedNode | BlankNode | Literal | Triple"


class Iri(str):
    """An IRI, where a plain ``str`` is a literal.

    >>> Iri("https://w3id.org/zhengmai/id/division/652801") == names.ID + "division/652801"
    True
    """

    __slots__ = ()


Value: TypeAlias = Iri | str | bool | int | float | dt.date | dt.datetime

_TRUE: Final = ("true", "1")
_READ: Final[Mapping[str, Callable[[str], Value]]] = {
    names.XSD + "boolean": _TRUE.__contains__,
    names.XSD + "integer": int,
    names.XSD + "int": int,
    names.XSD + "long": int,
    names.XSD + "nonNegativeInteger": int,
    names.XSD + "positiveInteger": int,
    names.XSD + "gYear": int,
    names.XSD + "decimal": float,
    names.XSD + "double": float,
    names.XSD + "float": float,
    names.XSD + "date": dt.date.fromisoformat,
    names.XSD + "dateTime": dt.datetime.fromisoformat,
}


def plain(term: Term) -> Value:
    """Return ``term`` as a value of Python; a language tag is not kept.

    A literal of another datatype, or one whose characters do not fit its datatype, is a string.

    >>> plain(Literal("2018-12-29", datatype=NamedNode(names.XSD + "date")))
    datetime.date(2018, 12, 29)
    """
    if isinstance(term, Literal):
        read = _READ.get(term.datatype.value, str)
        try:
            return read(term.value)
        except ValueError:
            return term.value
    return name(term)


def name(term: NamedNode | BlankNode | Triple) -> Iri:
    """Return the IRI of ``term``, or for what has none the characters that stand for it."""
    return Iri(term.value if isinstance(term, NamedNode) else str(term))


def literal_or_iri(value: Value) -> NamedNode | Literal:
    """Return the term to which a variable of a query is bound.

    Raises ``ValueError`` when an ``Iri`` is none.
    """
    if isinstance(value, Iri):
        return NamedNode(value)
    if isinstance(value, dt.datetime):
        return Literal(value.isoformat(), datatype=NamedNode(names.XSD + "dateTime"))
    if isinstance(value, dt.date):
        return Literal(value.isoformat(), datatype=NamedNode(names.XSD + "date"))
    return Literal(value)


def ntriples(triples: Iterable[Triple]) -> bytes:
    """Return N-Triples, one line a statement, sorted and without repetition (W3C RDF 1.1).

    The same statements give the same bytes in whatever order they come.
    """
    return _sorted_lines(serialize(triples, format=RdfFormat.N_TRIPLES))


def nquads(quads: Iterable[Quad]) -> bytes:
    """Return N-Quads, sorted and without repetition (W3C RDF 1.1)."""
    return _sorted_lines(serialize(quads, format=RdfFormat.N_QUADS))


def _sorted_lines(lines: bytes | None) -> bytes:
    # Only "\n" ends a line: other line ends that Unicode knows stand unescaped within literals.
    return b"".join(sorted({line + b"\n" for line in (lines or b"").split(b"\n") if line}))
