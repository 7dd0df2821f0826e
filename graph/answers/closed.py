"""Gaps that a reviewer has closed by a justification."""

from __future__ import annotations

from dataclasses import replace
from functools import cache, partial
from typing import TYPE_CHECKING

from graph.alignments.justified import justified, words_now

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.answers.opening import Open
    from graph.store import Store


def closed(store: Store, found: Iterable[Open], *, keep: bool) -> Iterator[Open]:
    """Yield gaps without those that are justified, or, with ``keep``, these as *accepted*.

    Where the clause has other words than those that were justified the gap is open again, as
    *suspect* and with the old reason.
    """
    reasons = {(each.about, each.gap): each for each in justified(store)}
    now = cache(partial(words_now, store))
    for each in found:
        reason = reasons.get((each.stated_in, each.gap)) or reasons.get((each.stated_in, ""))
        if reason is None:
            yield each
            continue
        document = _document(store, each.stated_in)
        if reason.digest != now(document).get(each.stated_in, ""):
            yield replace(each, because=reason.because, status="suspect")
        elif keep:
            yield replace(each, because=reason.because, status="accepted")


def _document(store: Store, place: str) -> str:
    """Return the held document that a provision or a work is part of."""
    while place not in store and "/" in place:
        place = place.rpartition("/")[0]
    return place
