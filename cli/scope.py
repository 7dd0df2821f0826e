"""What ``--document``, ``--in`` and ``--as-of`` narrow a question to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.answers.agencies import existing
from graph.errors import BadReference
from graph.references import find_agencies, find_reference

if TYPE_CHECKING:
    import datetime as dt

    from graph.references import AgencyMatch, Reference
    from graph.store import Store


def find_scope(store: Store, text: str | None) -> Reference | None:
    """Return the document, annex or provision that ``text`` names; None for None, which is all.

    Raises BadReference when it names nothing, several things, or something of another kind.
    """
    if text is None:
        return None
    found = find_reference(store, text)
    if not found.document:
        message = (
            f"{text}: 不是文件或条款 / is no document or provision; see `zhengmai list documents`"
        )
        raise BadReference(message)
    return found


def find_bodies(
    store: Store, text: str, within: str | None, on: dt.date | None
) -> tuple[AgencyMatch, ...]:
    """Return the bodies that ``text`` names at or below a place (its code), as of a day.

    Raises BadReference when there is none, or was none on that day.
    """
    found = find_agencies(store, text, within, on)
    return existing(store, found, on) if on else found
