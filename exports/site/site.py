"""The files of a site, each made when it is asked for."""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Final

from exports.labels import label, value_label
from exports.network import relation_label
from exports.page.appearance import LINES
from exports.page.assets import own, site_style
from exports.page.content import document_content
from exports.page.data import words_data
from exports.page.render import environment
from exports.site.addresses import address
from exports.site.index import index_script
from exports.site.pages import DocumentPage, document_page
from exports.site.things import Listed, listed_things, thing_page
from graph.model import NormKind
from graph.outline import held_documents, outline

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from graph.store import Store

STATIC: Final = ("site.css", "dark.css", "site-index.js")
_NORMS: Final = frozenset(NormKind)
_KEPT: Final = 4  # documents whose provisions are being written


class Site:
    """The pages of a store, or of one document and what it names, by their paths."""

    def __init__(self, store: Store, document: str | None = None) -> None:
        """Look up what there is; no page is made yet."""
        self._store = store
        self._documents = list(held_documents(store)) if document is None else [document]
        self._page_of = lru_cache(_KEPT)(self._read)
        self._templates = environment()
        self._words = words_data()["zh"]

    def paths(self) -> Iterator[str]:
        """Yield the paths of all files, the provisions of a document behind it."""
        yield "index.html"
        yield "index-data.js"
        yield from STATIC
        for document in self._documents:
            yield self._address(document)
            yield from (self._address(part) for part in outline(self._store, document))
        yield from sorted(path for path, (kind, _, _) in self._pages.items() if kind == "thing")

    def file(self, path: str) -> bytes:
        """Return the content of a file; raises KeyError where there is none of this path."""
        if path in STATIC:
            return (site_style() if path == "site.css" else own(path)).encode()
        if path == "index-data.js":
            return index_script(self._store, self._documents, self._address)
        if path == "index.html":
            return self._render("index.html", root="", count=len(self._documents))
        kind, iri, document = self._pages[path]
        if kind == "thing":
            page = thing_page(self._store, self._things[iri])
            return self._render("thing.html", root="../", page=page, href=self._href)
        view = self._page_of(document)
        if kind == "document":
            return self._render("document.html", root="../", page=view, href=self._href)
        return self._render(
            "provision.html", root="../", page=view, part=view.provision(iri), href=self._href
        )

    @cached_property
    def _things(self) -> Mapping[str, Listed]:
        """Return the agencies, groups and rights, and the documents that are only cited."""
        found = listed_things(self._store)
        if len(self._documents) == len(list(held_documents(self._store))):
            return found
        views = map(self._page_of, self._documents)
        named = {node.id for view in views for node in view.content.scene.nodes}
        return {iri: thing for iri, thing in found.items() if iri in named}

    @cached_property
    def _pages(self) -> Mapping[str, tuple[str, str, str]]:
        """Return kind, IRI and document of every page by its path."""
        pages = {
            address(thing.folder, iri): ("thing", iri, "") for iri, thing in self._things.items()
        }
        for document in self._documents:
            pages[address("document", document)] = ("document", document, document)
            for part in outline(self._store, document):
                pages[address("provision", part)] = ("provision", part, document)
        return pages

    @cached_property
    def _by_iri(self) -> Mapping[str, str]:
        return {iri: path for path, (_, iri, _) in self._pages.items()}

    def _address(self, iri: str) -> str:
        return self._by_iri[iri]

    def _href(self, iri: str) -> str:
        """Return the way from a page to another, or nothing where the site has none of it."""
        path = self._by_iri.get(iri) or self._by_iri.get(iri.partition("/annex/")[0])
        return f"../{path}" if path else ""

    def _read(self, document: str) -> DocumentPage:
        content = document_content(self._store, document, on_paper=True)
        return document_page(self._store, document, content)

    def _render(self, template: str, **values: object) -> bytes:
        text = self._templates.get_template(f"site/{template}").render(
            word=lambda key: label(f"page.{key}"),
            site_word=lambda key: label(f"site.{key}"),
            term=lambda group, key: self._words[group].get(key, key),
            relation_label=relation_label,
            value_label=value_label,
            label=label,
            site_label=_section_label,
            **values,
        )
        return text.encode()


def _section_label(heading: str) -> str:
    """Return what a section of a thing's page is called: a role, a norm, a relation, a kind."""
    if heading in LINES:
        return relation_label(heading)
    return value_label("kind", heading) if heading in _NORMS else label(heading)


__all__ = ["DocumentPage", "Site"]
