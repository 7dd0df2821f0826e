import pytest

from graph.resolve.places import in_context
from ontology import divisions


@pytest.mark.parametrize(
    ("phrase", "code"),
    [
        ("我市", "652801"),
        ("全市", "652801"),
        ("自治州", "652800"),
        ("巴州", "652800"),
        ("自治区", "650000"),
        ("库尔勒", "652801"),
        ("和静县", "652827"),
        ("我县", None),
        ("朝阳区", None),
        ("吉", None),
    ],
)
def test_a_place_is_read_in_its_document(phrase: str, code: str | None) -> None:
    found = in_context(phrase, divisions.register()["652801"])
    assert (found.code if found else None) == code
