import re
from importlib.resources import files

import pytest
import rdflib
from rdflib import SH

from ontology import lexicon, names

CONSTRAINED = (SH.property, SH.sparql)


def turtle(name: str) -> str:
    return files("ontology").joinpath(name).read_text(encoding="utf-8")


def parsed(name: str) -> rdflib.Graph:
    return rdflib.Graph().parse(data=turtle(name), format="turtle", publicID=names.BASE)


@pytest.fixture(scope="module")
def shapes() -> rdflib.Graph:
    return parsed("shapes.ttl")


@pytest.mark.parametrize("name", ["shapes.ttl", "register-shapes.ttl"])
@pytest.mark.parametrize("word", ["sh:or", "sh:not", "sh:xone", "VALUES", "MINUS"])
def test_nothing_is_used_that_engines_do_differently(name: str, word: str) -> None:
    without_comments = re.sub(r"^#.*$", "", turtle(name), flags=re.MULTILINE)
    assert not re.search(rf"{word}\b", without_comments)


@pytest.mark.parametrize(("name", "least"), [("shapes.ttl", 60), ("register-shapes.ttl", 15)])
def test_every_constraint_says_what_is_wrong_in_both_languages(name: str, least: int) -> None:
    shapes = parsed(name)
    constraints = {o for predicate in CONSTRAINED for o in shapes.objects(None, predicate)}
    assert len(constraints) > least
    for constraint in constraints:
        languages = sorted(str(getattr(m, "language", "")) for m in shapes[constraint : SH.message])
        assert languages == ["en", "zh"], constraint


def test_own_terms_in_the_shapes_are_defined(shapes: rdflib.Graph) -> None:
    own = {value for key, value in vars(names).items() if key.startswith("zm_")}
    used = {str(term) for triple in shapes for term in triple if str(term).startswith(names.ZM)}
    assert used - {names.ZM} <= own


def test_the_prefix_of_the_queries_is_that_of_the_vocabulary(shapes: rdflib.Graph) -> None:
    assert {str(value) for value in shapes.objects(None, SH.namespace)} == {names.ELI, names.ZM}


@pytest.mark.parametrize(
    ("shape", "scheme"),
    [
        ("responsibility-role", "roles"),
        ("responsibility-form", "forms"),
        ("citation-relation", "relations"),
        ("norm-kind", "norms"),
        ("deadline-kind", "deadline-kinds"),
        ("amendment-action", "amendment-actions"),
        ("enactment-act-kind", "enactment-acts"),
        ("finding-status", "statuses"),
        ("review-decision", "decisions"),
        ("work-level", "levels"),
    ],
)
def test_a_closed_list_is_the_scheme(shapes: rdflib.Graph, shape: str, scheme: str) -> None:
    head = shapes.value(rdflib.URIRef(f"{names.BASE}shape/{shape}"), SH["in"])
    assert head is not None
    allowed = {str(item) for item in shapes.items(head)}
    assert allowed == {concept.iri for concept in lexicon.concepts(scheme).values()}
