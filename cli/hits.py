"""What a search found, as rows: each occurrence with the words around it and its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graph.outline import outline, work

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.store import Hit, Store

_AROUND = 20  # characters on either side


def rows(store: Store, hits: Iterable[Hit]) -> Iterator[dict[str, Any]]:
    """Yield a row for each occurrence: the source has ``quote`` from ``start`` to ``end``."""
    for hit in hits:
        passage = hit.passage
        name = work(store, passage.document).name
        part = outline(store, passage.document).get(passage.provision)
        for span in hit.spans:
            yield {
                "document": name,
                "provision": passage.label,
                "heading": part.heading if part else "",
                "context": passage.text[max(0, span.start - _AROUND) : span.end + _AROUND],
                "quote": span.of(passage.text),
                "start": passage.start + span.start,
                "end": passage.start + span.end,
                "source": name,
                "iri": passage.provision,
            }
