"""The formats of ``zhengmai export``, by the names that DESIGN gives them."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, TypeAlias, cast

from graph.errors import ExportError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from graph.references import Reference
    from graph.store import Store
    from ontology.lexicon import Lang

Export: TypeAlias = "Callable[[Store, str | None], bytes]"


@dataclass(frozen=True, slots=True)
class Format:
    """A format: the module and the function that write it, and what it is, in two languages."""

    module: str
    function: str
    zh: str
    en: str

    def load(self) -> Export:
        """Return the function; its module and what that needs are imported only now."""
        return cast("Export", getattr(import_module(self.module), self.function))


FORMATS: Final[Mapping[str, Format]] = MappingProxyType(
    {
        "ttl": Format("exports.rdf", "turtle", "Turtle", "Turtle"),
        "nt": Format("exports.rdf", "ntriples", "N-Triples", "N-Triples"),
        "nq": Format("exports.rdf", "nquads", "N-Quads，含命名图", "N-Quads, with named graphs"),
        "trig": Format("exports.rdf", "trig", "TriG，含命名图", "TriG, with named graphs"),
        "jsonld": Format("exports.rdf", "jsonld", "JSON-LD 1.1", "JSON-LD 1.1"),
        "rdfxml": Format("exports.rdf", "rdfxml", "RDF/XML", "RDF/XML"),
        "graphml": Format("exports.graphml", "graphml", "GraphML 网络", "GraphML network"),
        "gexf": Format("exports.graphml", "gexf", "GEXF 网络（Gephi）", "GEXF network (Gephi)"),
        "json": Format("exports.graphml", "node_link", "node-link JSON 网络", "node-link JSON"),
        "html": Format("exports.page", "page", "离线交互网页", "interactive page, offline"),
    }
)
SITE: Final = "site"  # a folder of files, and so no format of one


@dataclass(frozen=True, slots=True)
class Scope:
    """What is exported: a document (its IRI), what stands around a thing, or everything.

    ``corpus`` asks for the page of all documents where one alone would show its clauses; ``lang``
    is the language of a site, and the one in which a page opens.
    """

    document: str | None = None
    around: Reference | None = None
    hops: int = 2
    corpus: bool = False
    lang: Lang = "zh"


def export_to(
    store: Store, form: str, destination: Path, scope: Scope, *, force: bool = False
) -> int:
    """Write an export to a file, or a site to a folder, and return how many bytes it has.

    Raises ExportError as :func:`export` does, and when the destination cannot be written.
    """
    from exports import destination as files

    if form == SITE:
        from exports.site import site

        _require_held(store, scope.document)
        pages = site(store, scope.document, scope.lang)
        return files.write_folder(destination, pages, force=force)
    content = _page(store, scope) if form == "html" else export(store, form, scope.document)
    files.write(destination, content, force=force)
    return len(content)


def _page(store: Store, scope: Scope) -> bytes:
    from exports.page import page, page_around, page_of_corpus

    if scope.around:
        return page_around(store, scope.around, scope.hops, scope.lang)
    if scope.corpus:
        return page_of_corpus(store, scope.lang)
    _require_held(store, scope.document)
    return page(store, scope.document, scope.lang)


def export(store: Store, form: str, document: str | None = None) -> bytes:
    """Return the export of a document (its IRI) or of the whole store.

    Raises ExportError for a format that is not one of :data:`FORMATS`, a document that the store
    does not hold (it may be cited there), and what a format cannot hold.
    """
    if form not in FORMATS:
        message = (
            f"{form}: 没有这种格式 / is no export format; take one of {', '.join((*FORMATS, SITE))}"
        )
        raise ExportError(message)
    _require_held(store, document)
    return FORMATS[form].load()(store, document)


def _require_held(store: Store, document: str | None) -> None:
    if document is not None and document not in store:
        message = f"{document}: 未收录 / the store does not hold this document; add it first"
        raise ExportError(message)
