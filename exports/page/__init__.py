"""One self-contained page that shows a document, a neighbourhood, or the documents of a store.

The parts are apart: what is shown (``content`` and the scenes and views that it puts together),
what the panel tells (``details``), where things stand (``layout``, ``routes``), how they look
(``appearance``), what the scripts read (``data``, ``builder``), the files that go in (``assets``)
and the page itself (``render``). The same store gives the same bytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports.page.content import around_content, corpus_content, document_content
from exports.page.render import render
from graph.outline import held_documents

if TYPE_CHECKING:
    from graph.references import Reference
    from graph.store import Store
    from ontology.lexicon import Lang

__all__ = ["page", "page_around", "page_of_corpus"]


def page(store: Store, document: str | None = None, lang: Lang = "zh") -> bytes:
    """Return the page of a document; without one, of the only document, or of all as a network.

    It opens in ``lang``, and has both languages in it.

    The page is HTML in UTF-8. It asks for nothing from anywhere and holds the words of the source
    that state what it shows.
    """
    documents = list(held_documents(store))
    shown = documents[0] if document is None and len(documents) == 1 else document
    if not shown:
        return page_of_corpus(store, lang)
    return render(document_content(store, shown), lang)


def page_around(store: Store, ref: Reference, hops: int, lang: Lang = "zh") -> bytes:
    """Return the page of what is at most ``hops`` relations from a thing."""
    return render(around_content(store, ref, hops), lang)


def page_of_corpus(store: Store, lang: Lang = "zh") -> bytes:
    """Return the page of all documents of a store with the relations between them."""
    return render(corpus_content(store), lang)
