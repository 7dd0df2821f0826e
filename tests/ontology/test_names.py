from importlib.resources import files

import pyoxigraph as ox
import pytest

from ontology import names

TERMS = {
    key: value
    for key, value in vars(names).items()
    if "_" in key.strip("_") and isinstance(value, str) and not key.startswith("__")
}


@pytest.fixture(scope="module")
def defined() -> ox.Store:
    store = ox.Store()
    turtle = files("ontology").joinpath("zhengmai.ttl").read_bytes()
    store.load(turtle, ox.RdfFormat.TURTLE, base_iri=names.BASE)
    return store


def own_terms(defined: ox.Store) -> set[str]:
    types = ("Class", "ObjectProperty", "DatatypeProperty")
    return {
        quad.subject.value
        for name in types
        for quad in defined.quads_for_pattern(
            None, ox.NamedNode(names.rdf_type), ox.NamedNode(names.OWL + name)
        )
        if isinstance(quad.subject, ox.NamedNode)
    }


def test_the_constants_are_the_terms_that_the_ontology_defines(defined: ox.Store) -> None:
    constants = {value for key, value in TERMS.items() if key.startswith("zm_")}
    assert constants == own_terms(defined)


@pytest.mark.parametrize(("key", "value"), TERMS.items())
def test_a_constant_is_named_as_its_curie(key: str, value: str) -> None:
    prefix, name = key.split("_", 1)
    assert value == getattr(names, prefix.upper()) + name


@pytest.mark.parametrize(
    "predicate", [names.RDFS + "label", names.SKOS + "definition"], ids=["label", "definition"]
)
def test_every_term_has_one_label_and_definition_in_each_language(
    defined: ox.Store, predicate: str
) -> None:
    for term in own_terms(defined):
        quads = defined.quads_for_pattern(ox.NamedNode(term), ox.NamedNode(predicate), None)
        languages = sorted(str(getattr(quad.object, "language", None)) for quad in quads)
        assert languages == ["en", "zh"], term


def test_domains_and_ranges_are_known_terms(defined: ox.Store) -> None:
    own = own_terms(defined)
    for name in ("domain", "range", "subClassOf"):
        for quad in defined.quads_for_pattern(None, ox.NamedNode(names.RDFS + name), None):
            assert isinstance(quad.object, ox.NamedNode)
            target = quad.object.value
            assert target in own or not target.startswith(names.ZM), target
