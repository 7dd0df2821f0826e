"""One self-contained page that shows a document, or the documents of a store, as a network.

The parts are apart: what is shown (``scene``), what the panel tells (``details``), where things
stand (``layout``, ``wrap``), how they look (``appearance``), the builder (``builder``), the files
that go in (``assets``) and the page itself (``render``). The same store gives the same bytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports.network import network_of
from exports.page.corpus_scene import corpus_scene
from exports.page.details import details
from exports.page.document_scene import document_scene
from exports.page.render import render
from exports.statements import statements
from graph.outline import held_documents

if TYPE_CHECKING:
    from graph.store import Store

__all__ = ["page"]


def page(store: Store, document: str | None = None) -> bytes:
    """Return the page of a document; without one, of the only document, or of all as a network.

    The page is HTML in UTF-8. It asks for nothing from anywhere and holds the words of the source
    that state what it shows.
    """
    documents = list(held_documents(store))
    shown = documents[0] if document is None and len(documents) == 1 else document
    said = statements(store, shown)
    graph = network_of(said, documents)
    scene = document_scene(graph, shown) if shown else corpus_scene(graph, len(documents))
    return render(scene, details(scene, said))
