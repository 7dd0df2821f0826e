"""The registers as triples, and what their shapes refuse."""

from collections.abc import Callable
from importlib.resources import files

import pyoxigraph as ox
import pytest
import rdflib
from rdflib import SH

from graph import check, iri
from graph.check import Problem, check_registers
from graph.triples.registers import register_triples
from graph.triples.terms import code, link, words
from ontology import lexicon, names

TURTLE = files("ontology").joinpath("register-shapes.ttl").read_text(encoding="utf-8")
POLICE = iri.thing("agency-kind", "公安局")
INSURANCE = iri.thing("succession", "2018-医疗保障", "1")

Change = Callable[[list[ox.Triple]], list[ox.Triple]]


def with_(triple: ox.Triple) -> Change:
    return lambda found: [*found, triple]


def without(subject: str, predicate: str) -> Change:
    key = (ox.NamedNode(subject), ox.NamedNode(predicate))
    return lambda found: [t for t in found if (t.subject, t.predicate) != key]


def problems(triples: list[ox.Triple]) -> list[Problem]:
    return list(check._misshapen(triples, "register-shapes.ttl"))  # noqa: SLF001 - divisions take long


@pytest.fixture(scope="module")
def registers() -> list[ox.Triple]:
    return list(register_triples())


def test_the_registers_satisfy_their_shapes() -> None:
    assert check_registers().problems == ()


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        (without(POLICE, names.dct_source), "kind-source"),
        (without(POLICE, names.zm_confirmed), "kind-confirmed"),
        (with_(words(POLICE, names.skos_altLabel, "民政局")), "kind-labels"),
        (with_(words(POLICE, names.zm_nationalName, "民政部")), "kind-national-names"),
        (without(INSURANCE, names.rdfs_label), "succession-event"),
        (without(INSURANCE, names.dct_date), "succession-date"),
        (without(INSURANCE, names.zm_legalBasis), "succession-basis"),
        (without(INSURANCE, names.org_originalOrganization), "succession-before"),
        (
            with_(link(iri.division("999901"), names.rdf_type, names.m8g_AdminUnit)),
            "register-division-code",
        ),
        (
            lambda found: [
                *found,
                link(iri.division("999901"), names.rdf_type, names.m8g_AdminUnit),
                code(iri.division("999901"), names.skos_notation, "999901"),
            ],
            "register-division-parent",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_a_register_must_not_be_is_refused(
    registers: list[ox.Triple], change: Change, rule: str
) -> None:
    assert {problem.rule for problem in problems(change(registers))} == {rule}


def test_two_kinds_may_bear_a_name_at_different_times(registers: list[ox.Triple]) -> None:
    bearers = [t.subject for t in registers if getattr(t.object, "value", "") == "林业局"]
    assert len(bearers) == 2


def test_a_succession_says_between_which_kinds_how_and_when(registers: list[ox.Triple]) -> None:
    own = [t for t in registers if t.subject == ox.NamedNode(INSURANCE)]
    found = {t.predicate.value: getattr(t.object, "value", "") for t in own}
    assert found[names.org_originalOrganization] == iri.thing("agency-kind", "人力资源和社会保障局")
    assert found[names.org_resultingOrganization] == iri.thing("agency-kind", "医疗保障局")
    assert found[names.zm_changeKind] == iri.thing("succession-kind", "transfer")
    assert found[names.dct_date] == "2018-03-17"
    assert found[names.zm_localUntil] == "2019-03-31"


def test_every_own_predicate_is_defined(registers: list[ox.Triple]) -> None:
    own = {value for key, value in vars(names).items() if key.startswith("zm_")}
    used = {t.predicate.value for t in registers}
    assert {term for term in used if term.startswith(names.ZM)} <= own


@pytest.fixture(scope="module")
def shapes() -> rdflib.Graph:
    return rdflib.Graph().parse(data=TURTLE, format="turtle", publicID=names.BASE)


def test_the_kinds_of_succession_are_the_scheme(shapes: rdflib.Graph) -> None:
    head = shapes.value(rdflib.URIRef(f"{names.BASE}shape/succession-kind"), SH["in"])
    assert head is not None
    allowed = {str(item) for item in shapes.items(head)}
    assert allowed == {c.iri for c in lexicon.concepts("succession-kinds").values()}
