"""The documents of a store by their days and places."""

from __future__ import annotations

import datetime as dt
from functools import cached_property
from typing import TYPE_CHECKING

from graph.issuer import dated
from graph.outline import key
from graph.questions import load
from graph.store import Iri

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.store import Store


class Dated:
    """The documents of a store by their days and places, read once."""

    def __init__(self, store: Store) -> None:
        """Read what is asked of a store when it is asked."""
        self._store = store

    @cached_property
    def _rows(self) -> Mapping[str, tuple[dt.date | None, str]]:
        return {
            row.one("document", str): (
                dated(row.optional("date", dt.date), row.optional("number", str)),
                key(row.optional("jurisdiction", str) or ""),
            )
            for row in self._store.select(load("document-days"))
        }

    def day(self, document: str) -> dt.date | None:
        """Return the day of a document; None where it states none."""
        return self._rows.get(document, (None, ""))[0]

    def division(self, document: str) -> str:
        """Return the code of the place of a document; empty where it is not known."""
        return self._rows.get(document, (None, ""))[1]

    def by(self, document: str, on: dt.date) -> bool:
        """Tell whether a document is from a day or before it. One without a day is not."""
        day = self.day(document)
        return day is not None and day <= on

    def named(self, division: str, since: dt.date, until: dt.date) -> frozenset[str]:
        """Return the kinds of body that documents of a place (its IRI) name in some time."""
        rows = self._store.select(load("own-agencies"), jurisdiction=Iri(division))
        return frozenset(
            key(row.one("kind", str))
            for row in rows
            if (day := self.day(row.one("document", str))) and since <= day <= until
        )
