import pyoxigraph as ox
import pytest

from graph.triples.terms import measure
from ontology import names


@pytest.mark.parametrize(
    ("number", "written"),
    [(80.0, "80"), (0.5, "0.5"), (1e8, "100000000"), (100, "100"), (3.14, "3.14"), (-2.0, "-2")],
)
def test_a_number_is_written_in_its_shortest_decimal_form(number: float, written: str) -> None:
    triple = measure("https://example.org/c", names.zm_value, number)
    assert isinstance(triple.object, ox.Literal)
    assert triple.object.value == written
