"""Whether a graph is what it must be: the shapes of ``shapes.ttl``, and every quote read again.

The shapes (SHACL) tell whether something is missing or double; the quotes, whether it is true: for
each piece of evidence the stored text between the offsets must be the stored quote. pySHACL runs on
an rdflib copy of one document's graph at a time: that is linear and its memory stays flat, while
its own way over an oxigraph store is quadratic and lets some constraints pass.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import pyoxigraph as ox

from graph.errors import EvidenceError
from graph.iri import ONTOLOGY_GRAPH
from graph.questions import load
from graph.store import Iri
from ontology import names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import rdflib

    from graph.store import Store

_OF_TEXTS = frozenset(
    {
        names.rdf_type,
        names.cnt_chars,
        names.eli_realizes,
        names.eli_language,
        names.prov_hadPrimarySource,
        names.eli_embodies,
        names.zm_sha256,
        names.zm_encoding,
        names.zm_fileName,
    }
)
_OF_WORKS = frozenset({names.rdf_type, names.eli_id_local, names.eli_title})
_SHAPES = names.BASE + "shape/"
_REPEATED = (
    (names.zm_asWritten, "文中写法", "the name as written"),
    (names.zm_term, "时间用语", "the words of the time"),
)


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something that a graph fails: the thing, the rule that it breaks, and what the rule says.

    ``value`` is what is wrong there, empty where something is missing.
    """

    node: str
    rule: str
    value: str
    zh: str
    en: str

    def __str__(self) -> str:
        """Return the problem as one line."""
        value = f" “{self.value}”" if self.value else ""
        return f"{self.node}{value}: {self.zh} / {self.en} [{self.rule}]"


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found. ``evidence`` counts the quotes that were read again."""

    problems: tuple[Problem, ...]
    evidence: int

    @property
    def conforms(self) -> bool:
        """Tell whether nothing is wrong."""
        return not self.problems


def check_triples(triples: Iterable[ox.Triple]) -> Report:
    """Return what is wrong with the graph of one document."""
    found = _Statements(triples)
    problems = {*_misquoted(found), *_misshapen(found.triples)}
    return Report(tuple(sorted(problems)), len(found.of_type(names.oa_SpecificResource)))


def check_store(store: Store) -> Report:
    """Return what is wrong with a store: its documents and pairs, one after the other."""
    reports = [
        check_triples((*_statements(store, graph), *_texts_of(store, graph)))
        for graph in store.graphs()
        if graph != ONTOLOGY_GRAPH
    ]
    problems = (problem for report in reports for problem in report.problems)
    return Report(tuple(problems), sum(report.evidence for report in reports))


@cache
def check_registers() -> Report:
    """Return what is wrong with the registers of agencies, their successions and the divisions.

    They are part of the package, not of a store, and the tests hold them; who changes a register
    asks for them with ``zhengmai check --registers``.
    """
    from graph.triples.registers import divisions_in_force, register_triples

    triples = dict.fromkeys((*register_triples(), *divisions_in_force()))
    return Report(tuple(sorted(set(_misshapen(triples, "register-shapes.ttl")))), 0)


def _statements(store: Store, graph: str) -> Iterator[ox.Triple]:
    return (quad.triple for quad in ox.parse(store.ntriples(graph), ox.RdfFormat.N_TRIPLES))


def _texts_of(store: Store, graph: str) -> Iterator[ox.Triple]:
    """Yield the texts, with their files and names, that a pair of documents has its evidence in."""
    for document in _compared(store, graph):
        for triple in _statements(store, document):
            subject, predicate = str(triple.subject), triple.predicate.value
            of_text = re.fullmatch(r"/(?:text|file)/[^/#]+", subject[len(document) + 1 : -1])
            if (of_text and predicate in _OF_TEXTS) or (
                subject == f"<{document}>" and predicate in _OF_WORKS
            ):
                yield triple


def _compared(store: Store, graph: str) -> frozenset[str]:
    """Return the two documents of a pair, of a stated parent or of an ancestor; none otherwise."""
    sides = {
        "pairs": ("childDocument", "parentDocument"),
        "ancestor-pairs": ("descendantDocument", "ancestorDocument"),
    }
    return frozenset(
        row.one(side, str)
        for question, both in sides.items()
        for row in store.select(load(question), pair=Iri(graph))
        for side in both
    )


def check_document(triples: Iterable[ox.Triple]) -> None:
    """Refuse the graph of a document that must not be stored.

    Raises EvidenceError when a statement lacks its evidence or does not stand there, or the graph
    breaks another rule; the message names the first problem and how many there are.
    """
    report = check_triples(triples)
    if not report.conforms:
        first, count = report.problems[0], len(report.problems)
        message = f"{first}; 共 {count} 处，未存入 / {count} in all, nothing was stored"
        raise EvidenceError(message)


class _Statements:
    """Triples with an index by subject and predicate."""

    def __init__(self, triples: Iterable[ox.Triple]) -> None:
        self.triples = list(triples)
        self._objects: dict[tuple[str, str], list[str]] = defaultdict(list)
        self._types: dict[str, list[str]] = defaultdict(list)
        for subject, predicate, obj in self.triples:
            value = str(obj) if isinstance(obj, ox.Triple) else obj.value
            self._objects[subject.value, predicate.value].append(value)
            if predicate.value == names.rdf_type:
                self._types[value].append(subject.value)

    def of_type(self, cls: str) -> list[str]:
        """Return the things of a class."""
        return self._types[cls]

    def subjects(self, predicate: str) -> list[str]:
        """Return the subjects of a predicate."""
        return [subject for subject, its in self._objects if its == predicate]

    def values(self, subject: str, *path: str) -> list[str]:
        """Return what a path of predicates leads to from a subject."""
        ends = [subject]
        for predicate in path:
            ends = [value for end in ends for value in self._objects.get((end, predicate), ())]
        return ends

    def value(self, subject: str, *path: str) -> str:
        """Return the only thing that a path leads to, or nothing."""
        ends = self.values(subject, *path)
        return ends[0] if len(ends) == 1 else ""


def _misquoted(found: _Statements) -> Iterator[Problem]:
    """Yield the evidence whose quote is not at its offsets, and words that differ from theirs."""
    for node in found.of_type(names.oa_SpecificResource):
        text = found.value(node, names.oa_hasSource, names.cnt_chars)
        start = found.value(node, names.oa_hasSelector, names.oa_start)
        end = found.value(node, names.oa_hasSelector, names.oa_end)
        exact = found.value(node, names.oa_hasSelector, names.oa_exact)
        stands = start.isdecimal() and end.isdecimal() and text[int(start) : int(end)] == exact
        if not (exact and stands and node.endswith(f"#char={start},{end}")):
            yield Problem(
                node,
                "quote",
                _brief(exact),
                f"来源文本 {start}–{end} 处不是所引原文，请重新添加该文件",
                f"the source text at {start}–{end} is not the quote; add the file again",
            )
    for predicate, zh, en in _REPEATED:
        for node in found.subjects(predicate):
            exact = found.value(node, names.zm_wordEvidence, names.oa_hasSelector, names.oa_exact)
            stated = found.value(node, predicate)
            if stated != exact:
                yield Problem(
                    node,
                    "words",
                    _brief(stated),
                    f"{zh}与原文“{_brief(exact)}”不符，请重新添加该文件",
                    f"{en} is not the quote “{_brief(exact)}”; add the file again",
                )


def _brief(text: str, longest: int = 24) -> str:
    return text if len(text) <= longest else text[:longest] + "…"


def _misshapen(triples: Iterable[ox.Triple], file: str = "shapes.ttl") -> Iterator[Problem]:
    """Yield what breaks the shapes. The only place that knows the SHACL engine."""
    import pyshacl  # takes 193 ms to import
    from rdflib import SH, Literal  # comes with pyshacl

    shapes = _shapes(file)
    _, results, _ = pyshacl.validate(_copy(triples), shacl_graph=shapes, inplace=True)
    for result in results.subjects(None, SH.ValidationResult):
        shape = results.value(result, SH.sourceConstraint) or results.value(result, SH.sourceShape)
        # From the shape itself: the results of SPARQL constraints lose the languages.
        messages = {
            message.language: str(message)
            for message in shapes.objects(shape, SH.message)
            if isinstance(message, Literal)
        }
        value = results.value(result, SH.value) or ""
        yield Problem(
            node=str(results.value(result, SH.focusNode)),
            rule=str(shape).removeprefix(_SHAPES),
            value=_brief(value) if isinstance(value, Literal) else str(value),
            zh=messages["zh"],
            en=messages["en"],
        )


@cache
def _shapes(file: str) -> rdflib.Graph:
    import rdflib  # takes 88 ms to import

    turtle = files("ontology").joinpath(file).read_text(encoding="utf-8")
    return rdflib.Graph().parse(data=turtle, format="turtle", publicID=names.BASE)


def _copy(triples: Iterable[ox.Triple]) -> rdflib.Graph:
    import rdflib  # takes 88 ms to import

    graph = rdflib.Graph()
    for subject, predicate, obj in triples:
        value: rdflib.URIRef | rdflib.Literal
        if isinstance(obj, ox.Literal):
            plain = obj.language or obj.datatype.value == names.xsd_string
            datatype = None if plain else rdflib.URIRef(obj.datatype.value)
            value = rdflib.Literal(obj.value, lang=obj.language, datatype=datatype)
        else:
            value = rdflib.URIRef(obj.value)
        graph.add((rdflib.URIRef(subject.value), rdflib.URIRef(predicate.value), value))
    return graph
