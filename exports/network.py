"""The store as a network: works, provisions, bodies, groups and rights, and how they are related.

A node has ``kind`` (:class:`Kind`), ``label`` (what people call it), ``name`` (its full name or
title) and, where it applies, ``heading``, ``text``, ``unit`` (the kind of provision), ``level``,
``position``, ``date`` and ``stub``. An edge has ``relation`` (:class:`Link`, or the key of a
relation or a role), ``label`` (the relation in Chinese) and, where the text states it, ``quote``,
``start`` and ``end`` (code points, half-open) and ``status`` (of its review). Its key is the
finding's IRI with the relation, or
the relation alone where the edge is the structure of a document.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

import networkx as nx

from exports.labels import label
from exports.statements import Evidence, Statements, statements
from graph.outline import held_documents, held_stubs
from graph.resolve import fullest
from ontology import lexicon, names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.store import Store

Graph: TypeAlias = "nx.MultiDiGraph[str]"
Attributes: TypeAlias = dict[str, str | int | bool]


class Kind(StrEnum):
    """What a node is."""

    DOCUMENT = "document"
    ANNEX = "annex"
    PROVISION = "provision"
    AGENCY = "agency"
    OPEN = "open"  # a set of bodies that the text does not enumerate
    GROUP = "group"
    RIGHT = "right"


class Link(StrEnum):
    """What an edge says, beside the relations of citations and the roles of agencies."""

    ANNEX = "has_annex"
    CONTAINS = "contains"
    ISSUER = "issued_by"
    GROUP = "addresses"
    RIGHT = "concerns"
    HOLDER = "holds"


def network(store: Store, document: str | None = None) -> Graph:
    """Return the network of one document, or of the whole store."""
    said = statements(store, document).under(held_stubs(store))
    return network_of(said, held_documents(store))


def network_of(said: Statements, held: Iterable[str]) -> Graph:
    """Return the network of statements; ``held`` are the documents that are no stubs."""
    known = frozenset(held)
    graph: Graph = nx.MultiDiGraph()
    for node, attributes in _nodes(said, known):
        graph.add_node(node, **attributes)
    for source, target, key, relation, evidence in _edges(said):
        stated: Attributes = {}
        if evidence:
            stated = {"quote": evidence.quote, "start": evidence.start, "end": evidence.end}
            stated["status"] = said.key(key.rpartition("#")[0], names.adms_status)
        if source in graph and target in graph:
            graph.add_edge(
                source, target, key, relation=relation, label=relation_label(relation), **stated
            )
    return graph


def relation_label(relation: str, lang: str = "zh") -> str:
    """Return what an edge says, in ``zh`` or ``en``."""
    for scheme in ("relations", "roles"):
        if relation in lexicon.concepts(scheme):
            return lexicon.label(scheme, relation, lang)
    return label(relation, lang)


def relations(graph: Graph) -> Iterator[tuple[str, str, str]]:
    """Yield source, target and relation of every edge."""
    for source, target, data in graph.edges(data=True):
        yield source, target, str(data["relation"])


def _nodes(said: Statements, known: frozenset[str]) -> Iterator[tuple[str, Attributes]]:
    for work in said.of_type(names.eli_LegalResource):
        yield work, _work(said, work, known)
    for provision in said.of_type(names.eli_LegalResourceSubdivision):
        number = said.text(provision, names.eli_id_local)
        heading = said.text(provision, names.eli_title)
        yield (
            provision,
            {
                "kind": Kind.PROVISION.value,
                "label": number,
                "name": f"{number} {heading}".rstrip(),
                "heading": heading,
                "unit": said.key(provision, names.eli_type_subdivision),
                "text": "\n".join(e.quote.strip() for e in said.evidence(provision)),
                "position": int(said.text(provision, names.zm_position) or 0),
            },
        )
    for kind, rdf_class in (
        (Kind.AGENCY, names.m8g_PublicOrganisation),
        (Kind.OPEN, names.zm_OpenAgencySet),
    ):
        for body in said.of_type(rdf_class):
            name = fullest(map(str, said.all(body, names.skos_prefLabel)))
            shorts = [str(short) for short in said.all(body, names.zm_shortName)]
            short = fullest(shorts) if shorts else name
            yield body, {"kind": kind.value, "label": short, "name": name}
    rights = set(said.of_type(names.zm_Right))
    for concept in said.of_type(names.skos_Concept):
        name = said.text(concept, names.skos_prefLabel)
        if concept in rights:
            yield concept, {"kind": Kind.RIGHT.value, "label": name, "name": name}
        elif concept.startswith(f"{names.ID}group/"):
            yield concept, {"kind": Kind.GROUP.value, "label": name, "name": name}


def _work(said: Statements, work: str, known: frozenset[str]) -> Attributes:
    number = said.text(work, names.eli_id_local)
    title = said.text(work, names.eli_title, names.eli_title_alternative)
    is_annex = bool(said.all(work, names.eli_is_annex_of))
    attributes: Attributes = {
        "kind": (Kind.ANNEX if is_annex else Kind.DOCUMENT).value,
        "label": number or title,
        "name": title or number,
        "stub": not is_annex and work not in known,
    }
    for attribute, value in (
        ("level", said.key(work, names.zm_level)),
        ("date", said.text(work, names.eli_date_document)),
    ):
        if value:
            attributes[attribute] = value
    return attributes


def _edges(said: Statements) -> Iterator[tuple[str, str, str, str, Evidence | None]]:
    """Yield source, target, key, relation and evidence, in a fixed order."""
    for source in said.said:
        for predicate, link in (
            (names.eli_has_annex, Link.ANNEX),
            (names.eli_has_part, Link.CONTAINS),
            (names.eli_publisher_agent, Link.ISSUER),
        ):
            for target in said.links(source, predicate):
                yield source, target, link.value, link.value, None
    for finding in said.said:
        for source in said.links(finding, names.zm_statedIn):
            evidence = next(iter(said.evidence(finding)), None)
            for tail, head, relation in _stated(said, finding, source):
                yield tail, head, f"{finding}#{relation}", relation, evidence


def _stated(said: Statements, finding: str, source: str) -> Iterator[tuple[str, str, str]]:
    """Yield what a finding relates, with the relation."""
    for cited in said.links(finding, names.zm_cited):
        yield source, cited, said.key(finding, names.zm_relation)
    for body in said.links(finding, names.zm_agency):
        yield source, body, said.key(finding, names.m8g_role)
    for group in said.links(finding, names.zm_mentionedGroup):
        yield source, group, Link.GROUP.value
    for right in said.links(finding, names.zm_right):
        yield source, right, Link.RIGHT.value
        for holder in said.links(finding, names.zm_rightHolder):
            yield holder, right, Link.HOLDER.value
