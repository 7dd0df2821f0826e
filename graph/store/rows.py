"""What a SELECT query answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from graph.errors import QueryError
from graph.store.terms import Value, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import QuerySolution

Kind = TypeVar("Kind", bound=Value)


class Row(Mapping[str, Value | None]):
    """The values of one solution by the names of the variables; None where one is unbound."""

    __slots__ = ("_values",)

    def __init__(self, values: Mapping[str, Value | None]) -> None:
        """Take the values by the names of the variables, without the question mark."""
        self._values = dict(values)

    def __getitem__(self, name: str) -> Value | None:
        """Return the value of ``?name``."""
        return self._values[name]

    def __iter__(self) -> Iterator[str]:
        """Go through the names in the order of the SELECT clause."""
        return iter(self._values)

    def __len__(self) -> int:
        """Return the number of variables."""
        return len(self._values)

    def __repr__(self) -> str:
        """Show the values."""
        return f"Row({self._values!r})"

    def one(self, name: str, kind: type[Kind]) -> Kind:
        """Return the value of ``?name``, which must be bound to a ``kind``.

        Raises ``QueryError`` when it is not.

        >>> Row({"label": "三（一）1"}).one("label", str)
        '三（一）1'
        """
        value = self.optional(name, kind)
        if value is None:
            message = f"?{name} is unbound where a value is needed"
            raise QueryError(message)
        return value

    def optional(self, name: str, kind: type[Kind]) -> Kind | None:
        """Return the value of ``?name``, a ``kind``, or None where it is unbound.

        Raises ``QueryError`` when it is something else.
        """
        value = self._values[name]
        if value is None or isinstance(value, kind):
            return value
        message = f"?{name} is {value!r} where a {kind.__name__} is needed"
        raise QueryError(message)


@dataclass(frozen=True, slots=True)
class Table:
    """A SELECT query's answer."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def row(columns: tuple[str, ...], solution: QuerySolution) -> Row:
    """Return ``solution`` in plain values."""
    values = (None if term is None else plain(term) for term in solution)
    return Row(dict(zip(columns, values, strict=True)))
