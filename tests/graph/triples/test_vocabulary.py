import pyoxigraph as ox

from graph.model import Reading
from graph.triples import vocabulary_triples
from ontology import names
from tests.graph.triples.said import statements


def test_the_vocabulary_is_one_set_of_terms_schemes_and_agency_kinds() -> None:
    found = list(vocabulary_triples())
    subjects = {t.subject.value for t in found if isinstance(t.subject, ox.NamedNode)}
    assert {names.zm_Citation, f"{names.ID}role/lead", f"{names.ID}agency-kind/公安局"} <= subjects
    assert found == list(vocabulary_triples())


def test_the_concepts_of_a_graph_are_those_of_the_schemes(reading: Reading) -> None:
    folders = ("role", "relation", "norm", "form", "deadline-kind", "provision-kind", "status")
    known = {t.subject.value for t in vocabulary_triples() if isinstance(t.subject, ox.NamedNode)}
    heads = tuple(f"{names.ID}{folder}/" for folder in folders)
    used = {t.object.value for t in statements(reading) if isinstance(t.object, ox.NamedNode)}
    used = {node for node in used if node.startswith(heads)}
    assert len(used) > 8
    assert used <= known
