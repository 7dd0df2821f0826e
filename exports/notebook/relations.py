"""What each kind of answer draws: things, and relations with the words that state them."""

from __future__ import annotations

from functools import singledispatch
from typing import TYPE_CHECKING

from exports.labels import label, value_label
from exports.network import Link
from exports.notebook.naming import clause_label, document_name, document_of
from exports.notebook.sketch import both, stated
from exports.page.scene import DUE, INFERRED, LACKS, Stated
from exports.statements import Evidence
from graph import iri
from graph.align.comparison import Comparison
from graph.align.headline import headline
from graph.align.justification import justification
from graph.answers.correspondences import Correspondence
from graph.answers.deadlines import Due
from graph.answers.hops import ALIGNMENT, DIRECT, NOT_FOUND, Hop
from graph.answers.impact import Impact
from graph.answers.opening import Open
from graph.answers.responsibility import Answering, Duty
from graph.answers.rights import RightAnswer
from graph.errors import ExportError
from ontology import lexicon
from ontology.lexicon import LANGUAGES

if TYPE_CHECKING:
    from exports.notebook.sketch import Sketch
    from graph.answers.norms import NormAnswer
    from graph.model import Document


@singledispatch
def draw(answer: object, _: Sketch) -> None:
    """Draw an answer. Raises ExportError for one that relates nothing."""
    message = (
        f"{type(answer).__name__}: 没有可画的关系 / relates nothing that could be drawn; "
        "show it with table(…)"
    )
    raise ExportError(message)


@draw.register(Hop)
def _hop(hop: Hop, sketch: Sketch) -> None:
    down = hop.to == hop.stated_in
    origin = _place(sketch, hop.origin)
    if hop.relation == NOT_FOUND:
        _lacks(sketch, hop, "no-parent", hop.document, place=origin)
        return
    if clause_label(hop.to):
        arrived = sketch.clause(
            hop.to,
            hop.provision,
            hop.heading,
            above=hop.relation in {ALIGNMENT, DIRECT} and not down,
        )
        document = sketch.document(hop.to_document, hop.document, hop.title, hop.level)
        sketch.relate_structure(document, arrived)
    else:
        arrived = sketch.document(
            hop.to, hop.document, hop.title, hop.level, stub=None if down else hop.stub
        )
    source, target = (arrived, origin) if down else (origin, arrived)
    if hop.relation in {ALIGNMENT, DIRECT}:
        _correspond(sketch, hop, (source, target), hop.delta, hop.justification)
    else:
        where = f"{hop.source} {'' if down else hop.via}".rstrip()
        sketch.relate(source, hop.relation, target, stated(hop, where))


@draw.register(Answering)
def _duty(duty: Answering, sketch: Sketch) -> None:
    place = sketch.place(duty)
    body = sketch.named("open" if duty.open else "agency", duty.agency)
    sketch.relate(place, duty.role, body, stated(duty))
    if duty.as_written != duty.agency:
        sketch.fact(body, "as_written", duty.as_written)
    if isinstance(duty, Duty):
        for group in duty.groups:
            sketch.fact(place, "groups", group, lexicon.label("groups", group, "en"))
        for event in duty.event:
            sketch.fact(body, "event", event)
        for candidate in duty.candidates:
            sketch.fact(body, "candidates", candidate)


@draw.register(RightAnswer)
def _right(answer: RightAnswer, sketch: Sketch) -> None:
    right = sketch.right(answer.iri, answer.right)
    sketch.fact(right, "definition", answer.definition)
    sketch.fact(right, "collection", answer.collection)
    for clause in answer.clauses:
        place = sketch.place(clause)
        sketch.relate(place, Link.RIGHT, right, stated(clause))
        for holder in clause.holders:
            group = sketch.named("group", holder, en=lexicon.label("groups", holder, "en"))
            sketch.relate(group, Link.HOLDER, right, stated(clause))
    for norm in answer.norms:
        _norm(sketch, norm)
    for duty in answer.agencies:
        draw(duty, sketch)


def _norm(sketch: Sketch, norm: NormAnswer) -> None:
    sketch.place(norm)
    sketch.find(norm, "norm", value_label("kind", norm.kind), value_label("kind", norm.kind, "en"))


@draw.register(Due)
def _due(due: Due, sketch: Sketch) -> None:
    place = sketch.place(due)
    day = due.date.isoformat() if due.date else str(due.year or "")
    kind = lexicon.label("deadline-kinds", due.kind)
    english = f"{lexicon.label('deadline-kinds', due.kind, 'en')}: {due.term}"
    term = sketch.named("deadline", day or due.term, due.term if day else "")
    sketch.fact(term, "deadline", f"{kind}：{due.term}", english)
    sketch.relate(place, DUE, term, stated(due))
    for agent in due.agencies:  # their words are those of the duty, which this answer does not have
        roles = [value_label("role", agent.role, lang) for lang in LANGUAGES]
        zh, en = f"{agent.agency}（{roles[0]}）", f"{agent.agency} ({roles[1]})"
        sketch.fact(place, "answers", zh, en)
        sketch.fact(term, "answers", zh, en)


@draw.register(Correspondence)
def _correspondence(found: Correspondence, sketch: Sketch) -> None:
    child = sketch.place(found)
    parent = sketch.clause(found.parent, above=True)
    document = sketch.document(found.parent_document)
    sketch.relate_structure(document, parent)
    _correspond(sketch, found, (child, parent), found.delta, found.justification)


def _correspond(
    sketch: Sketch,
    found: Hop | Correspondence | Impact,
    pair: tuple[str, str],
    delta: tuple[str, ...],
    why: str,
) -> None:
    child, parent = pair
    where = f"{found.source} {clause_label(child)}".rstrip()
    sketch.relate(child, INFERRED, parent, stated(found, where, why))
    for change in delta:
        names = [lexicon.label("changes", change, lang) for lang in LANGUAGES]
        sketch.fact(child, "delta", *names)


@draw.register(Comparison)
def _comparison(comparison: Comparison, sketch: Sketch) -> None:
    child, parent = (_Side(sketch, each) for each in (comparison.child, comparison.parent))
    for each in comparison.alignments:
        if not each.sure_parents:
            continue
        clause = child.clause(each.child)
        span = child.provisions[each.child].own[0]
        evidence = Evidence(span.start, span.end, comparison.child.quote(span))
        sketch.words(clause, span.start, span.end, evidence.quote)
        for link in each.sure_parents:
            zh, en = (justification(comparison, link, lang) for lang in LANGUAGES)
            where = f"{child.name} {each.child}"
            stated_there = Stated(evidence, where, status=link.status, why=(zh, en))
            sketch.relate(clause, INFERRED, parent.clause(link.label, above=True), stated_there)
        for change in headline(each).every:
            names = [lexicon.label("changes", change, lang) for lang in LANGUAGES]
            sketch.fact(clause, "delta", *names)
    for one in comparison.child_without_parent:
        if one.is_open:
            continue
        sketch.relate_structure(child.clause(one.label), _gap(sketch, "no-parent"), LACKS)
    for one in comparison.parent_without_child:
        if one.is_open:
            continue
        clause = parent.clause(one.label, above=True)
        sketch.relate_structure(clause, _gap(sketch, "no-child"), LACKS)


class _Side:
    """One of two documents that are compared, with its clauses by their labels."""

    def __init__(self, sketch: Sketch, document: Document) -> None:
        self.name = document.number or document.title
        self.provisions = {each.label: each for each in document.provisions}
        self._sketch, self._iris = sketch, iri.parts(document)
        self._document = sketch.document(self._iris.document, self.name, document.title)

    def clause(self, label: str, *, above: bool = False) -> str:
        """Add a clause to the picture, as a part of its document."""
        heading = self.provisions[label].heading
        clause = self._sketch.clause(self._iris.provisions[label], label, heading, above=above)
        self._sketch.relate_structure(self._document, clause)
        return clause


@draw.register(Impact)
def _impact(found: Impact, sketch: Sketch) -> None:
    affected = sketch.place(found)
    sketch.fact(affected, "provisions", str(found.provisions))
    if found.state:
        words = (value_label("state", found.state, lang) for lang in LANGUAGES)
        sketch.fact(affected, "state", *(f"{found.cause} {each}".strip() for each in words))
    if not found.origin:
        return
    origin = _place(sketch, found.origin, above=True)
    if found.relation == ALIGNMENT:
        _correspond(sketch, found, (affected, origin), found.delta, "")
    elif origin != affected:
        sketch.relate(affected, found.relation, origin, stated(found))


@draw.register(Open)
def _open(found: Open, sketch: Sketch) -> None:
    _lacks(sketch, found, found.gap, found.words or found.against)


def _lacks(sketch: Sketch, found: Hop | Open, gap: str, detail: str, *, place: str = "") -> None:
    place = place or sketch.place(found)
    sketch.relate(place, LACKS, _gap(sketch, gap, detail), stated(found))


def _gap(sketch: Sketch, gap: str, detail: str = "") -> str:
    zh, en = both(f"gap.{gap}")
    return sketch.named("gap", zh, detail, en)


def _place(sketch: Sketch, thing: str, *, above: bool = False) -> str:
    """Add what an answer knows by its IRI alone."""
    document = document_of(thing) or thing
    if not clause_label(thing):
        return sketch.document(thing, document_name(thing), stub=False if above else None)
    clause = sketch.clause(thing, above=above)
    sketch.relate_structure(sketch.document(document), clause)
    return clause


def title_of(answers: tuple[object, ...]) -> str:
    """Return what a picture of answers is called: the kind of the first, in Chinese."""
    kinds = {
        Hop: "page.view_lineage",
        Answering: "responsibilities",
        RightAnswer: "rights",
        Due: "deadlines",
        Correspondence: "page.view_comparison",
        Comparison: "page.view_comparison",
        Impact: "scope",
        Open: "gap",
    }
    for kind, key in kinds.items():
        if isinstance(answers[0], kind):
            return label(key)
    return label("kind.statements")
