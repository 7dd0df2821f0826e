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
from itertools import dropwhile, groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple, parse, serialize

from exports.xml_text import xml_text
from ontology import names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from graph.store import Store
    from graph.store.terms import Term

PREFIXES: Final[Mapping[str, str]] = {
    name.lower(): value
    for name, value in sorted(vars(names).items())
    if name.isupper() and name not in {"BASE", "ID"}
}
_DIRECTIVE: Final = re.compile(rb"@(?:base|prefix) ")
# Things are written relative to the base in Turtle, and below this prefix in JSON-LD, where a
# relative reference with a colon in it would be taken for a prefixed name.
_THINGS: Final = "id"


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
    return _with_header(
        serialize(
            _sorted(store, document),
            format=RdfFormat.TURTLE,
            prefixes=dict(PREFIXES),
            base_iri=names.BASE,
        )
    )


def trig(store: Store, document: str | None = None) -> bytes:
    """Return TriG: a named graph for each document, and one for the vocabulary."""
    graphs = store.graphs() if document is None else (document,)
    quads = (quad for graph in graphs for quad in _in_graph(_sorted(store, graph), graph))
    return _with_header(
        serialize(quads, format=RdfFormat.TRIG, prefixes=dict(PREFIXES), base_iri=names.BASE)
    )


def rdfxml(store: Store, document: str | None = None) -> bytes:
    """Return RDF/XML; U+FFFD stands for a control character that XML 1.0 has no way to write."""
    triples = [_for_xml(triple) for triple in _sorted(store, document)]
    written = serialize(triples, format=RdfFormat.RDF_XML, prefixes=dict(PREFIXES)) or b""
    # The serialiser names the namespaces in no fixed order.
    root = re.search(rb"<rdf:RDF ([^>]*)>", written)
    if root is None:
        return written
    namespaces = b" ".join(sorted(root[1].split(b" ")))
    return written[: root.start(1)] + namespaces + written[root.end(1) :]


def _for_xml(triple: Triple) -> Triple:
    said = triple.object
    if not isinstance(said, Literal) or (text := xml_text(said.value)) == said.value:
        return triple
    kind = {"language": said.language} if said.language else {"datatype": said.datatype}
    return Triple(triple.subject, triple.predicate, Literal(text, **kind))


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


def _with_header(written: bytes | None) -> bytes:
    """Return what was written below our own header, since the serialiser's is in no fixed order."""
    body = (written or b"").splitlines(keepends=True)
    header = [f"@prefix {prefix}: <{namespace}> ." for prefix, namespace in PREFIXES.items()]
    lines = "\n".join([f"@base <{names.BASE}> .", *header, "", ""]).encode()
    return lines + b"".join(dropwhile(_DIRECTIVE.match, body))


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


def _node(
    subject: str, said: Iterable[Triple], shared: Mapping[str, Mapping[str, str]]
) -> dict[str, Any]:
    node: dict[str, Any] = {"@id": _short(subject)}
    for predicate, triples in groupby(said, key=attrgetter("predicate")):
        if predicate.value == names.rdf_type:
            node["@type"] = [_short(_named(triple.object)) for triple in triples]
            continue
        kind = shared[predicate.value]
        values = [_value(triple.object, kind) for triple in triples]
        node[_short(predicate.value)] = values[0] if len(values) == 1 else values
    return node


def _value(term: Term, expected: Mapping[str, str]) -> str | dict[str, str]:
    kind = _kind(term)
    text = term.value if isinstance(term, Literal) else _short(_named(term))
    if kind == expected:
        return text
    return {"@value": text, **kind} if isinstance(term, Literal) else {"@id": text}


def _named(term: Term) -> str:
    """Return the IRI of a thing: the store holds no blank nodes, and no statements about such."""
    return term.value if isinstance(term, NamedNode) else str(term)
