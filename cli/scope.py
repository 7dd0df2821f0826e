"""What ``--document`` narrows a question to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.errors import BadReference
from graph.references import find_reference

if TYPE_CHECKING:
    from graph.references import Reference
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
