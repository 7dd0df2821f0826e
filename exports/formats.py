"""The formats of ``zhengmai export``, by the names that DESIGN gives them."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, TypeAlias, cast

from graph.errors import ExportError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from graph.store import Store

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


def export(store: Store, form: str, document: str | None = None) -> bytes:
    """Return the export of a document (its IRI) or of the whole store.

    Raises ExportError for a format that is not one of :data:`FORMATS`, a document that the store
    does not hold (it may be cited there), and what a format cannot hold.
    """
    if form not in FORMATS:
        message = f"{form}: 没有这种格式 / is no export format; take one of {', '.join(FORMATS)}"
        raise ExportError(message)
    if document is not None and document not in store:
        message = f"{document}: 未收录 / the store does not hold this document; add it first"
        raise ExportError(message)
    return FORMATS[form].load()(store, document)
