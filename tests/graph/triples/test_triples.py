import pyoxigraph as ox

from graph.model import Reading
from ontology import names
from tests.graph.triples.said import graph_of, statements


def test_the_same_reading_gives_the_same_triples_in_the_same_order(reading: Reading) -> None:
    assert statements(reading) == statements(reading)


def test_no_triple_is_stated_twice_and_nothing_is_blank(reading: Reading) -> None:
    found = statements(reading)
    assert len(set(found)) == len(found)
    assert not [t for t in found if isinstance(t.subject, ox.BlankNode)]
    assert not [t for t in found if isinstance(t.object, ox.BlankNode)]


def test_every_own_predicate_is_defined(reading: Reading) -> None:
    own = {value for key, value in vars(names).items() if key.startswith("zm_")}
    used = {t.predicate.value for t in statements(reading)}
    assert {term for term in used if term.startswith(names.ZM)} <= own


def test_a_store_gives_back_the_triples_that_it_was_given(reading: Reading) -> None:
    kept = {quad.triple for quad in graph_of(reading)}
    assert kept == set(statements(reading))
