"""The files of a site, each made when it is asked for."""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Final

from markupsafe import Markup

from exports.markup import environment
from exports.page.assets import own, site_style
from exports.page.content import document_content
from exports.site.addresses import address
from exports.site.agencies import agency_page
from exports.site.documents import DocumentPage, document_page
from exports.site.duties import AllDuties
from exports.site.index import FACETS, document_rows, index_script, levels, names_script
from exports.site.known import Known
from exports.site.language import Language
from exports.site.lists import LISTS, list_page
from exports.site.things import CITED, Listed, listed_things, thing_page
from graph.outline import outline
from graph.references import AgencyMatch

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from graph.store import Store
    from ontology.lexicon import Lang

_DATA: Final = ("index-data.js", "index-names.js")
STATIC: Final = ("site.css", "dark.css", "site-index.js")
_KEPT: Final = 4  # documents whose provisions are being written


class Site:
    """The pages of a store, or of one document and what it names, by their paths.

    A page has the same path in every language.
    """

    def __init__(
        self, store: Store, document: str | None = None, lang: Lang = "zh", at_once: int = 1
    ) -> None:
        """Look up what there is; no page is made yet.

        ``at_once`` is how many agencies are asked about together: many where all pages are wanted.
        """
        self._known = Known(store)
        self._document = document
        self._at_once = at_once
        self._documents = list(self._known.held) if document is None else [document]
        self._page_of = lru_cache(_KEPT)(self._read)
        self._language = Language(lang)
        self._templates = environment()
        self._templates.globals |= {
            "t": self._language,
            "href": self._href,
            "spot": self._spot,
            "is_held": self._is_held,
            "agency_named": self._agency_named,
            "source": Markup(' lang="zh-CN"') if lang == "en" else "",
        }

    def paths(self) -> Iterator[str]:
        """Yield the paths of all files, the provisions of a document behind it."""
        yield from ("index.html", *_DATA, *STATIC, *LISTS)
        for document in self._documents:
            yield self._address(document)
            yield from (self._address(part) for part in outline(self._known.store, document))
        yield from (path for path, (kind, _, _) in self._pages.items() if kind == "thing")

    def file(self, path: str) -> bytes:
        """Return the content of a file; raises KeyError where there is none of this path."""
        if path in STATIC:
            return (site_style() if path == "site.css" else own(path)).encode()
        if path in {"index.html", *_DATA}:
            return self._index(path)
        if path in LISTS:
            page = list_page(self._known, path, self._documents, self._things.values())
            return self._render("list.html", page=page)
        kind, iri, document = self._pages[path]
        if kind == "thing":
            return self._thing(self._things[iri])
        view = self._page_of(document)
        if kind == "document":
            return self._render("document.html", page=view)
        return self._render("provision.html", page=view, part=view.provision(iri))

    def _index(self, path: str) -> bytes:
        lang = self._language.code
        if path == "index.html":
            return self._render("index.html", root="", facets=FACETS, count=len(self._documents))
        if path == "index-names.js":
            return names_script(self._things.values(), self._page, lang)
        return index_script(
            document_rows(self._known, self._documents, self._page, lang), levels(lang)
        )

    def _thing(self, thing: Listed) -> bytes:
        if thing.folder == "agency":
            match = _match(thing)
            page = agency_page(self._known, match, thing.also, self._duties.of(match))
            return self._render("agency.html", page=page)
        template = "stub.html" if thing.kind == CITED else "thing.html"
        return self._render(template, page=thing_page(self._known, thing))

    @cached_property
    def _things(self) -> Mapping[str, Listed]:
        """Return the agencies, groups and rights, and the documents that are only cited."""
        found = listed_things(self._known)
        if self._document is None:
            return found
        scene = self._page_of(self._document).content.scene
        named = {node.id for node in scene.nodes}
        return {iri: thing for iri, thing in found.items() if iri in named}

    @cached_property
    def _duties(self) -> AllDuties:
        agencies = (_match(each) for each in self._things.values() if each.folder == "agency")
        return AllDuties(self._known, agencies, self._at_once)

    @cached_property
    def _pages(self) -> Mapping[str, tuple[str, str, str]]:
        """Return kind, IRI and document of every page by its path."""
        pages = {
            address(thing.folder, iri): ("thing", iri, "") for iri, thing in self._things.items()
        }
        for document in self._documents:
            pages[address("document", document)] = ("document", document, document)
            for part in outline(self._known.store, document):
                pages[address("provision", part)] = ("provision", part, document)
        return pages

    @cached_property
    def _by_iri(self) -> Mapping[str, str]:
        return {iri: path for path, (_, iri, _) in self._pages.items()}

    @cached_property
    def _by_name(self) -> Mapping[str, str]:
        return {thing.name: iri for iri, thing in self._things.items() if thing.kind == "agency"}

    def _address(self, iri: str) -> str:
        return self._by_iri[iri]

    def _page(self, iri: str) -> str:
        """Return the name of a page without its folder and ending."""
        return self._by_iri[iri].rpartition("/")[2].removesuffix(".html")

    def _href(self, iri: str) -> str:
        """Return the way from a page to another, or nothing where the site has none of it."""
        thing = self._known.aliases.get(iri, iri)
        path = self._by_iri.get(thing) or self._by_iri.get(thing.partition("/annex/")[0])
        return f"../{path}" if path else ""

    def _spot(self, place: str, start: int) -> str:
        """Return the way to words in the text of the document that a provision or work is in."""
        path = self._by_iri.get(self._known.owner(place), "")
        return f"../{path}#c{start}" if path else ""

    def _is_held(self, work: str) -> bool:
        return work in self._known.held or work in self._known.aliases

    def _agency_named(self, name: str) -> str:
        """Return the way to the page of a body by its full name."""
        return self._href(self._by_name.get(name, ""))

    def _read(self, document: str) -> DocumentPage:
        content = document_content(self._known.store, document, on_paper=True)
        return document_page(self._known, document, content, self._language.code)

    def _render(self, template: str, **values: object) -> bytes:
        values = {"root": "../"} | values
        return self._templates.get_template(f"site/{template}").render(**values).encode()


def _match(thing: Listed) -> AgencyMatch:
    return AgencyMatch(thing.iri, thing.name, open=thing.kind == "open")
