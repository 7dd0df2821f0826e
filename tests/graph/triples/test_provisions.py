import pyoxigraph as ox

from ontology import names
from tests.graph.triples.said import ANNEX, values


def test_a_provision_is_part_of_the_one_above_it(graph: ox.Store) -> None:
    provision = f"{ANNEX}/四/（六）"
    assert values(graph, provision, names.eli_id_local) == ["四（六）"]
    assert values(graph, provision, names.eli_is_part_of) == [f"{ANNEX}/四"]
    assert values(graph, f"{ANNEX}/四", names.eli_has_part) == [provision]
    assert values(graph, f"{ANNEX}/四", names.eli_is_part_of) == [ANNEX]
    assert values(graph, provision, names.zm_position) == ["4"]
