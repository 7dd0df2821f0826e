"""What was found, each as a node of its own with its place, evidence, rule and review status."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from graph import iri
from graph.grammar.articles import provision_path
from graph.issuer import day_of
from graph.model import (
    Amendment,
    Citation,
    Condition,
    Deadline,
    DeadlineKind,
    GroupMention,
    Modality,
    Norm,
    NormKind,
    Place,
    Responsibility,
    RightMention,
    Status,
    Target,
)
from graph.resolve import open_set
from graph.triples.agencies import agency_iri, agency_triples
from graph.triples.direct import direct_triples
from graph.triples.documents import cited_iri, cited_triples
from graph.triples.evidence import evidence_triples
from graph.triples.terms import code, day, link, measure, true, words, year
from ontology import lexicon, measured, names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import Triple

    from graph.iri import DocumentIris
    from graph.model import Document, Finding, Reading
    from graph.resolve import Resolve

_KINDS: dict[type[Finding], str] = {
    Citation: "citation",
    Amendment: "amendment",
    Responsibility: "responsibility",
    Norm: "norm",
    GroupMention: "group",
    RightMention: "right",
    Condition: "condition",
    Target: "target",
    Deadline: "deadline",
}
_NO_UNIT = "无量纲"  # 利用系数达到0.6: the concept of a number that is its own measure
_NORMS = {
    NormKind.OBLIGATION: names.dpv_Obligation,
    NormKind.PROHIBITION: names.dpv_Prohibition,
    NormKind.PERMISSION: names.dpv_Permission,
    NormKind.EXEMPTION: names.zm_Exemption,
    NormKind.RECOMMENDATION: names.dpv_Recommendation,
}


def finding_triples(
    reading: Reading, parts: DocumentIris, resolve: Resolve, version: str
) -> Iterator[Triple]:
    """Yield every finding, numbered within its place in the order of the text."""
    doc = reading.document
    for node, finding in numbered(reading, parts):
        told = [*_shared(node, finding, doc, parts), *_own(node, finding, doc, parts, resolve)]
        yield from told
        if not measured.candidates_only(finding.rule):
            yield from direct_triples(each for each in told if each.subject == NamedNode(node))
        yield from _run(finding.rule, parts, version)


def numbered(reading: Reading, parts: DocumentIris) -> Iterator[tuple[str, Finding]]:
    """Yield the findings of a reading with their IRIs."""
    numbers: Counter[tuple[str, str]] = Counter()
    findings: tuple[Finding, ...] = (
        *reading.citations,
        *reading.amendments,
        *reading.responsibilities,
        *reading.norms,
        *reading.groups,
        *reading.rights,
        *reading.conditions,
        *reading.targets,
        *reading.deadlines,
    )
    for finding in findings:
        place = parts.place(finding.where, finding.work)
        kind = _KINDS[type(finding)]
        numbers[place, kind] += 1
        yield iri.under(place, kind, str(numbers[place, kind])), finding


def _shared(node: str, finding: Finding, doc: Document, parts: DocumentIris) -> Iterator[Triple]:
    yield link(node, names.rdf_type, names.zm_Finding)
    yield link(node, names.zm_statedIn, parts.stated_in(finding.where, finding.work))
    if finding.where in Place.__members__.values():
        yield code(node, names.zm_place, finding.where)
    yield link(node, names.prov_wasGeneratedBy, iri.under(parts.document, "run", finding.rule))
    yield link(node, names.adms_status, iri.thing("status", Status.CANDIDATE))
    yield from evidence_triples(node, finding.span, doc, parts)


def _run(rule: str, parts: DocumentIris, version: str) -> Iterator[Triple]:
    """Yield the activity of one rule on this text, by this version of the program (PROV-O)."""
    run = iri.under(parts.document, "run", rule)
    association = iri.under(run, "association")
    program, plan = iri.software(version), iri.thing("rule", rule)
    yield link(run, names.rdf_type, names.prov_Activity)
    yield link(run, names.prov_used, parts.text)
    yield link(run, names.prov_wasAssociatedWith, program)
    yield link(run, names.prov_qualifiedAssociation, association)
    yield link(association, names.rdf_type, names.prov_Association)
    yield link(association, names.prov_agent, program)
    yield link(association, names.prov_hadPlan, plan)
    if measured.candidates_only(rule):
        yield true(run, names.zm_candidatesOnly)
    yield link(program, names.rdf_type, names.prov_SoftwareAgent)
    yield words(program, names.rdfs_label, f"zhengmai {version}", "en")
    yield link(plan, names.rdf_type, names.prov_Plan)
    yield code(plan, names.rdfs_label, rule)


def _own(
    node: str, finding: Finding, doc: Document, parts: DocumentIris, resolve: Resolve
) -> Iterator[Triple]:
    """Yield what a finding of its kind says."""
    match finding:
        case Citation():
            yield from _citation(node, finding, doc, parts)
        case Amendment():
            yield from _amendment(node, finding, doc, parts)
        case Responsibility():
            yield from _responsibility(node, finding, doc, parts, resolve)
        case Norm():
            yield link(node, names.rdf_type, names.zm_Norm)
            yield link(node, names.rdf_type, _NORMS[finding.kind])
            yield link(node, names.zm_kind, iri.thing("norm", finding.kind))
        case GroupMention():
            yield link(node, names.rdf_type, names.zm_GroupMention)
            group = iri.thing("group", finding.group)
            yield link(node, names.zm_mentionedGroup, group)
            yield from _concept("groups", group, finding.group)
        case RightMention():
            yield from _right(node, finding)
        case Condition():
            yield link(node, names.rdf_type, names.zm_Condition)
            yield words(node, names.zm_subject, finding.subject)
            yield from _limit(node, finding)
        case Target():
            yield link(node, names.rdf_type, names.zm_Target)
            yield words(node, names.zm_subject, finding.measure)
            yield from _limit(node, finding)
        case Deadline():
            yield from _deadline(node, finding, doc, parts)


def _citation(
    node: str, citation: Citation, doc: Document, parts: DocumentIris
) -> Iterator[Triple]:
    target = cited_iri(citation, doc, parts)
    yield link(node, names.rdf_type, names.zm_Citation)
    yield link(node, names.zm_cited, target)
    yield link(node, names.zm_relation, iri.thing("relation", citation.relation))
    if citation.title:
        yield words(node, names.zm_citedTitle, citation.title)
    if citation.number:
        yield code(node, names.zm_citedNumber, citation.number)
    yield from _cited_provision(node, target, citation.target)
    if target not in parts.works:
        yield from cited_triples(target, citation, doc)


def _cited_provision(node: str, document: str, target: str | None) -> Iterator[Triple]:
    """Yield the article that is meant, and its IRI where it is one provision and no range."""
    if target is None:
        return
    yield code(node, names.zm_target, target)
    path = provision_path(target)
    if path:
        yield link(node, names.zm_citedProvision, iri.under(document, *path))


def _amendment(
    node: str, amendment: Amendment, doc: Document, parts: DocumentIris
) -> Iterator[Triple]:
    changed = cited_iri(amendment, doc, parts)
    yield link(node, names.rdf_type, names.zm_Amendment)
    yield link(node, names.zm_amended, changed)
    yield link(node, names.zm_action, iri.thing("amendment-action", amendment.action))
    yield from _cited_provision(node, changed, amendment.target)
    if amendment.old:
        yield words(node, names.zm_oldWords, amendment.old)
    if amendment.new:
        yield words(node, names.zm_newWords, amendment.new)


def _responsibility(
    node: str, found: Responsibility, doc: Document, parts: DocumentIris, resolve: Resolve
) -> Iterator[Triple]:
    body = open_set(found.agency, day_of(doc)) if found.open else resolve(found.agency)
    yield link(node, names.rdf_type, names.zm_Responsibility)
    yield link(node, names.m8g_role, iri.thing("role", found.role))
    yield link(node, names.zm_agency, agency_iri(body, parts))
    yield words(node, names.zm_asWritten, found.as_written)
    yield from evidence_triples(node, found.name_span, doc, parts, names.zm_wordEvidence)
    yield link(node, names.zm_form, iri.thing("form", found.form))
    if found.modality is Modality.POWER:  # a duty is what a responsibility is without it
        yield link(node, names.zm_modality, iri.thing("modality", found.modality))
    if found.among_others:
        yield true(node, names.zm_amongOthers)
    yield from agency_triples(body, (found.agency,), parts)


def _right(node: str, mention: RightMention) -> Iterator[Triple]:
    right = iri.thing("right", mention.right)
    yield link(node, names.rdf_type, names.zm_RightMention)
    yield link(node, names.zm_right, right)
    yield link(right, names.rdf_type, names.zm_Right)
    yield from _concept("rights", right, mention.right)
    if mention.holder:
        holder = iri.thing("group", mention.holder)
        yield link(node, names.zm_rightHolder, holder)
        yield from _concept("groups", holder, mention.holder)


def _limit(node: str, limit: Condition | Target) -> Iterator[Triple]:
    written = limit.unit or _NO_UNIT
    unit = iri.thing("unit", written)
    yield link(node, names.rdf_type, names.m8g_Constraint)
    yield link(node, names.odrl_operator, names.ODRL + limit.operator)
    yield measure(node, names.zm_value, limit.value)
    yield link(node, names.odrl_unit, unit)
    yield from _concept("units", unit, written)


def _deadline(
    node: str, deadline: Deadline, doc: Document, parts: DocumentIris
) -> Iterator[Triple]:
    yield link(node, names.rdf_type, names.zm_Deadline)
    yield link(node, names.zm_kind, iri.thing("deadline-kind", deadline.kind))
    if deadline.date:
        yield day(node, names.time_inXSDDate, deadline.date)
    if deadline.year:
        yield year(node, names.zm_year, deadline.year)
    if deadline.year_inferred:
        yield true(node, names.zm_yearInferred)
    if deadline.kind is DeadlineKind.VAGUE:
        yield true(node, names.zm_vague)
    yield words(node, names.zm_term, doc.quote(deadline.term))
    yield from evidence_triples(node, deadline.term, doc, parts, names.zm_wordEvidence)


def _concept(scheme: str, node: str, key: str) -> Iterator[Triple]:
    """Yield a concept's name, also where the scheme lacks it and the text named it first."""
    yield link(node, names.rdf_type, names.skos_Concept)
    yield words(node, names.skos_prefLabel, lexicon.label(scheme, key))
