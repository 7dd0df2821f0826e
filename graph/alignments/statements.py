"""A comparison as the triples of the pair's own graph: alignments, parameters, what was not found.

Every alignment has evidence on both sides: the passages that its justification quotes. An alignment
whose parent clause is gone from the parent's text in force has the child's words alone.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from graph import iri
from graph.align import compare
from graph.align.comparison import ProvisionAlignment as Alignment
from graph.align.headline import headline_over
from graph.align.justification import justification, not_found
from graph.alignments.baseline import GONE
from graph.alignments.pair import first, links, statements
from graph.model import Status
from graph.reviews.standing import standing
from graph.triples.evidence import evidence_triples
from graph.triples.terms import code, link, measure, whole, words
from ontology import lexicon, names
from ontology.lexicon import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pyoxigraph import Triple

    from graph.align.comparison import Comparison, NotFound, Parameter, ParentLink
    from graph.alignments.held import Held
    from graph.alignments.pair import PairOf
    from graph.model import Span
    from graph.reviews.standing import Standing

_PASSAGES: Final = 3  # the longest, which the justification quotes
_GONE: Final = {
    "zh": "所对应的上级条款已改动或者删去，现文本中未见对应",
    "en": "the parent clause that it carried out has changed or is gone; none corresponds now",
}


def pair_triples(pair: PairOf, comparison: Comparison) -> Iterator[Triple]:
    """Yield each triple of a pair's graph once.

    ``comparison`` is what the words say. What was rejected stays in the graph, and counts as none.
    """
    stands = standing(pair.reviews, statements(pair, comparison))
    statuses = {
        (child, each.label): stands[node].status
        for child, each in links(comparison)
        if (node := pair.alignment(child, each.label)) in stands
    }
    if not {Status.ACCEPTED, Status.REJECTED}.isdisjoint(statuses.values()):
        comparison = compare(pair.child.side, pair.parent.side, statuses)
    yield from dict.fromkeys(_all(pair, comparison, stands))


def _all(pair: PairOf, comparison: Comparison, stands: Mapping[str, Standing]) -> Iterator[Triple]:
    child, parent = pair.child.parts, pair.parent.parts
    yield link(pair.iri, names.rdf_type, names.zm_DocumentPair)
    yield link(pair.iri, names.zm_childDocument, child.document)
    yield link(pair.iri, names.zm_parentDocument, parent.document)
    yield link(pair.iri, names.zm_childText, child.text)
    yield link(pair.iri, names.zm_parentText, parent.text)
    for stub in pair.stubs:
        yield link(stub, names.zm_heldAs, parent.document)
    linked: dict[str, set[str]] = {}
    carried: dict[str, set[str]] = {}
    for alignment in (*comparison.alignments, *_alone(comparison.rejected)):
        ours = child.provisions[alignment.child]
        for rank, each in enumerate(alignment.parents, start=1):
            theirs = parent.provisions[each.label]
            linked.setdefault(theirs, set()).add(ours)
            if each.sure:
                carried.setdefault(theirs, set()).add(ours)
            rested = each.sure or ours in pair.before.dependents.get(theirs, ())
            yield from _alignment(pair, comparison, alignment, each, rank)
            yield from _standing(pair, alignment, each, stands, suspicious=rested)
    ranks = Counter({each.child: len(each.parents) for each in comparison.alignments})
    for alignment in _alone(comparison.candidates):
        (each,) = alignment.parents
        ranks[alignment.child] += 1
        yield from _alignment(pair, comparison, alignment, each, ranks[alignment.child])
        yield from _standing(pair, alignment, each, stands, suspicious=False)
    yield from _gone(pair, linked, stands)
    yield from _lonely(pair, pair.child, pair.parent, comparison.child_without_parent)
    yield from _lonely(pair, pair.parent, pair.child, comparison.parent_without_child)
    yield from _fingerprints(pair, carried)


def _alone(those: Iterable[tuple[str, ParentLink]]) -> Iterator[Alignment]:
    """Yield correspondences that count for nothing, without what they would change."""
    for child, parent in those:
        yield Alignment(child, (parent,), ())


def _alignment(
    pair: PairOf, comparison: Comparison, alignment: Alignment, parent: ParentLink, rank: int
) -> Iterator[Triple]:
    ours = pair.child.parts.provisions[alignment.child]
    theirs = pair.parent.parts.provisions[parent.label]
    node = pair.alignment(alignment.child, parent.label)
    yield from _link(pair, node, ours, theirs, pair.parent.digests[parent.label])
    yield whole(node, names.zm_rank, rank)
    yield link(node, names.sssom_mapping_justification, names.semapv_CompositeMatching)
    yield measure(node, names.sssom_similarity_score, parent.score)
    for lang in LANGUAGES:
        yield words(node, names.rdfs_comment, justification(comparison, parent, lang), lang)
    sure = [each.label for each in alignment.parents if each.sure] if parent.sure else []
    for change in headline_over(alignment, sure).every if alignment.changes else ():
        yield link(node, names.zm_delta, iri.thing("change", change))
    yield from evidence(node, (pair.child, alignment.child), pair.parent, parent)
    for number, each in enumerate(alignment.parameters, start=1):
        if _states(pair, alignment, each) == parent.label:
            yield from _parameter(pair, node, number, each)


def _standing(
    pair: PairOf,
    alignment: Alignment,
    parent: ParentLink,
    stands: Mapping[str, Standing],
    *,
    suspicious: bool = True,
) -> Iterator[Triple]:
    """Yield the status: what a reviewer decided, or what follows from what changed since.

    A change makes only what held ``suspicious``: nothing rested on what was still to be reviewed.
    """
    node = pair.alignment(alignment.child, parent.label)
    stand, digest = stands.get(node), pair.parent.digests[parent.label]
    seen = digest in pair.reviewed.get(pair.child.parts.provisions[alignment.child], ())
    changed = suspicious and bool(pair.before.digests) and pair.before.changed(digest)
    status = stand.status if stand else Status.SUSPECT if changed else parent.status
    if seen and status == Status.SUSPECT:
        status = Status.ACCEPTED
    yield link(node, names.adms_status, iri.thing("status", status))
    if stand:
        yield link(node, names.zm_review, stand.review.iri)


def _link(pair: PairOf, node: str, ours: str, theirs: str, digest: str) -> Iterator[Triple]:
    yield link(node, names.rdf_type, names.zm_ProvisionAlignment)
    yield link(node, names.zm_inPair, pair.iri)
    yield link(node, names.zm_child, ours)
    yield link(node, names.zm_parent, theirs)
    yield code(node, names.zm_fingerprint, digest)


def evidence(
    node: str, clause: tuple[Held, str], above: Held, parent: ParentLink
) -> Iterator[Triple]:
    """Yield the words on both sides that an alignment of a clause (its label) rests on."""
    found, (child, label) = parent.evidence, clause
    longest = sorted(found.passages, key=lambda p: p.child.start - p.child.end)[:_PASSAGES]
    ours = [passage.child for passage in longest] or [first(child, label)]
    theirs = [passage.parent for passage in longest] or [first(above, parent.label)]
    yield from _stated(node, child, [*ours, *filter(None, [found.named])], child=True)
    yield from _stated(node, above, [*theirs, *filter(None, [found.whole_sentence])])


def _stated(
    node: str, held: Held, spans: Iterable[Span], *, child: bool = False
) -> Iterator[Triple]:
    predicate = names.zm_childEvidence if child else names.zm_parentEvidence
    for span in spans:
        document = held.side.reading.document
        yield from evidence_triples(node, span, document, held.parts, predicate)
    yield link(held.parts.text, names.rdf_type, names.eli_LegalExpression)


def _states(pair: PairOf, alignment: Alignment, parameter: Parameter) -> str:
    """Return the label of the parent that a parameter stands in; the best where in none."""
    if parameter.parent:
        held = {link.label for link in alignment.parents}
        for each in pair.parent.side.reading.document.provisions:
            inside = (s.start <= parameter.parent.start < s.end for s in each.own)
            if each.label in held and any(inside):
                return each.label
    return alignment.parents[0].label


def _parameter(pair: PairOf, alignment: str, number: int, each: Parameter) -> Iterator[Triple]:
    node = iri.under(alignment, "parameter", str(number))
    yield link(alignment, names.zm_parameter, node)
    yield link(node, names.rdf_type, names.zm_Parameter)
    yield link(node, names.zm_parameterKind, iri.thing("parameter-kind", each.kind))
    subject = each.subject or lexicon.label("parameter-kinds", each.kind)
    yield words(node, names.zm_subject, subject)
    yield link(node, names.zm_direction, iri.thing("direction", each.direction))
    yield from _stated(node, pair.child, filter(None, [each.child]), child=True)
    yield from _stated(node, pair.parent, filter(None, [each.parent]))


def _gone(
    pair: PairOf, linked: Mapping[str, set[str]], stands: Mapping[str, Standing]
) -> Iterator[Triple]:
    """Yield the alignments of the first comparison whose parent's words are gone, unless found."""
    for node, label, digest, theirs in pair.gone():
        ours = pair.child.parts.provisions[label]
        if ours in linked.get(theirs, ()) or GONE + digest in pair.reviewed.get(ours, ()):
            continue
        yield from _link(pair, node, ours, theirs, GONE + digest)
        if node in stands:
            yield from stands[node].triples(node)
        else:
            yield link(node, names.adms_status, iri.thing("status", Status.SUSPECT))
        for lang in LANGUAGES:
            yield words(node, names.rdfs_comment, _GONE[lang], lang)
        yield from _stated(node, pair.child, [first(pair.child, label)], child=True)


def _lonely(pair: PairOf, held: Held, other: Held, found: Iterable[NotFound]) -> Iterator[Triple]:
    kind = "no-parent" if held is pair.child else "no-child"
    for each in found:
        clause = held.parts.provisions[each.label]
        node = pair.under(kind, (held, clause))
        yield link(node, names.rdf_type, names.zm_NoCounterpart)
        yield link(node, names.zm_inPair, pair.iri)
        yield link(node, names.zm_lookedFor, clause)
        yield measure(node, names.sssom_similarity_score, each.score)
        if each.nearest:
            yield link(node, names.zm_nearest, other.parts.provisions[each.nearest])
        for lang in LANGUAGES:
            yield words(node, names.rdfs_comment, not_found(each, lang), lang)


def _fingerprints(pair: PairOf, carried: Mapping[str, set[str]]) -> Iterator[Triple]:
    """Yield the words of the parent's clauses as first compared, or else as they are now.

    A child in another version than at first depends on what it surely corresponds to now.
    """
    now = {pair.parent.parts.provisions[each]: d for each, d in pair.parent.digests.items()}
    same_child = pair.before.child_text == pair.child.parts.text
    for clause, digest in (pair.before.digests or now).items():
        node = pair.under("fingerprint", (pair.parent, clause))
        yield link(node, names.rdf_type, names.zm_Fingerprint)
        yield link(node, names.zm_provision, clause)
        yield code(node, names.zm_digest, digest)
        dependents = pair.before.dependents.get(clause, ()) if same_child else carried.get(clause)
        for child in sorted(dependents or ()):
            yield link(node, names.zm_dependent, child)
