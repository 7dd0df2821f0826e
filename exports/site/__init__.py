"""A store as a folder of static pages: for documents, provisions, agencies, groups and rights.

Every page but the index works without a script, from any folder and from ``file://``. File names
are ASCII: a hash of the thing's IRI, so that a page keeps its address when the store grows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports.site.duties import AT_ONCE
from exports.site.site import Site

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.store import Store
    from ontology.lexicon import Lang

__all__ = ["Site", "site"]


def site(
    store: Store, document: str | None = None, lang: Lang = "zh"
) -> Iterator[tuple[str, bytes]]:
    """Yield the files of a site (relative path, content): of one document, or of the store."""
    pages = Site(store, document, lang, AT_ONCE)
    for path in pages.paths():
        yield path, pages.file(path)
