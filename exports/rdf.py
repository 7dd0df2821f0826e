"""A document's statements, or all of them, in the formats of RDF 1.1.

Every function takes the store and the IRI of a document (None: the whole store) and returns the
same bytes for the same statements: subjects, predicates and objects are sorted, and nothing is
blank. Formats without named graphs hold the union.
"""

from __future__ import annotations

import io
import json
import re
from collections import defaultdict
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse, serialize

from graph.errors import ExportError
from ontology import names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pyoxigraph import Triple

    from graph.store import Store

PREFIXES: Final[Mapping[str, str]] = {
    name.lower(): value
    for name, value in sorted(vars(names).items())
    if name.isupper() and name not in {"BASE", "ID"}
}
# Things are written relative to the base in Turtle, and below this prefix in JSON-LD, where a
# relative reference with a colon in it would be taken for a prefixed name.
_THINGS: Final = "id"
# What the Char production of XML 1.0 leaves out, as far as a literal can hold it.
_NOT_IN_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def ntriples(store: Store, document: str | None = None) -> bytes:
    """Return sorted N-Triples."""
    return store.ntriples(document)


def nquads(store: Store, document: str | None = None) -> bytes:
    """Return N-Quads, graph by graph, each sorted: what rebuilds a store."""
    if document is None:
        file = io.BytesIO()
        store.dump_nquads(file)
        return file.getvalue()
    return b"".join(
        (serialize([quad], format=RdfFormat.N_QUADS) or b"")
        for quad in _in_graph(_sorted(store, document), document)
    )


def turtle(store: Store, document: str | None = None) -> bytes:
    """Return Turtle, whose IRIs of things are relative to the base."""
    return _written(_sorted(store, document), RdfFormat.TURTLE)


def trig(store: Store, document: str | None = None) -> bytes:
    """Return TriG: a named graph for each document, and one for the vocabulary."""
    graphs = store.graphs() if document is None else (document,)
    quads = (quad for graph in graphs for quad in _in_graph(_sorted(store, graph), graph))
    return _written(quads, RdfFormat.TRIG)


def rdfxml(store: Store, document: str | None = None) -> bytes:
    """Return RDF/XML.

    Raises ExportError where a text holds a control character that XML 1.0 has no way to write.
    """
    triples = _sorted(store, document)
    for triple in triples:
        if isinstance(triple.object, Literal) and (found := _NOT_IN_XML.search(triple.object.value)):
            message = (
                f"{triple.subject}: XML 中不能有字符 / holds a character that XML cannot: "
                f"U+{ord(found[0]):04X}; export ttl"
            )
            raise ExportError(message)
    return _written(triples, RdfFormat.RDF_XML, base=None)


def jsonld(store: Store, document: str | None = None) -> bytes:
    """Return JSON-LD 1.1: a ``@graph`` of flat nodes, and the ``@context`` that shortens them.

    The context says for each predicate what all its objects have in common (an IRI, a language, a
    datatype), so that most values are plain strings.
    """
    triples = _sorted(store, document)
    shared = _shared_kinds(triples)
    context: dict[str, Any] = {_THINGS: names.ID, **PREFIXES}
    context |= {_short(predicate): kind for predicate, kind in shared.items() if kind}
    nodes = [
        _node(subject.value, tuple(said), shared)
        for subject, said in groupby(triples, key=attrgetter("subject"))
    ]
    whole = {"@context": context, "@graph": nodes}
    return json.dumps(whole, ensure_ascii=False, indent=1).encode() + b"\n"


def _sorted(store: Store, graph: str | None) -> list[Triple]:
    """Return the statements by subject, its types first."""
    quads = parse(store.ntriples(graph), RdfFormat.N_TRIPLES)
    return sorted((quad.triple for quad in quads), key=_order)


def _order(triple: Triple) -> tuple[str, bool, str, str]:
    predicate = triple.predicate.value
    return str(triple.subject), predicate != names.rdf_type, predicate, str(triple.object)


def _in_graph(triples: Iterable[Triple], graph: str) -> Iterator[Quad]:
    name = NamedNode(graph)
    return (Quad(t.subject, t.predicate, t.object, name) for t in triples)


def _written(
    statements: Iterable[Triple] | Iterable[Quad],
    form: RdfFormat,
    base: str | None = names.BASE,
) -> bytes:
    prefixes = dict(PREFIXES)
    return serialize(statements, format=form, prefixes=prefixes, base_iri=base) or b""


def _short(iri: str) -> str:
    """Return a term with its prefix, as JSON-LD expands it: by joining the two."""
    if iri.startswith(names.ID):
        return f"{_THINGS}:{iri.removeprefix(names.ID)}"
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


def _kind(term: object) -> dict[str, str]:
    """Return what a context says of an object: ``{}`` for a plain string."""
    if not isinstance(term, Literal):
        return {"@type": "@id"}
    if term.language:
        return {"@language": term.language}
    if term.datatype.value == names.xsd_string:
        return {}
    return {"@type": _short(term.datatype.value)}


def _shared_kinds(triples: Iterable[Triple]) -> dict[str, dict[str, str]]:
    """Return the kind of the objects of each predicate, ``{}`` where they are not all of one."""
    kinds: defaultdict[str, list[dict[str, str]]] = defaultdict(list)
    for triple in triples:
        kind = _kind(triple.object)
        if triple.predicate.value != names.rdf_type and kind not in kinds[triple.predicate.value]:
            kinds[triple.predicate.value].append(kind)
    return {p: found[0] if len(found) == 1 else {} for p, found in sorted(kinds.items())}


def _node(subject: str, said: Iterable[Triple], shared: Mapping[str, Mapping[str, str]]) -> Any:
    node: dict[str, Any] = {"@id": _short(subject)}
    for predicate, triples in groupby(said, key=attrgetter("predicate")):
        if predicate.value == names.rdf_type:
            node["@type"] = [_short(triple.object.value) for triple in triples]
            continue
        kind = shared[predicate.value]
        values = [_value(triple.object, kind) for triple in triples]
        node[_short(predicate.value)] = values[0] if len(values) == 1 else values
    return node


def _value(term: NamedNode | Literal, expected: Mapping[str, str]) -> Any:
    text = _short(term.value) if isinstance(term, NamedNode) else term.value
    kind = _kind(term)
    if kind == expected:
        return text
    if isinstance(term, NamedNode):
        return {"@id": text}
    return {"@value": text, **kind}
