import pytest

from graph.resolve import Agency, identified, resolve_agency, typed
from tests.graph.resolve.named import KORLA, identity_of

PLACES = ("652801", "652800", "650000", "511600", "CN")


@pytest.mark.parametrize(
    ("text", "within", "identities"),
    [
        ("市公安局", None, ["652801/公安局", "511600/公安局"]),
        ("公安", "650000", ["652801/公安局", "652800/公安局", "650000/公安局"]),
        ("公安机关", "652801", ["652801/公安局"]),
        ("库尔勒市公安局", None, ["652801/公安局"]),
        ("市卫健委", "652801", ["652801/卫生健康委员会"]),
        ("公安部", None, ["CN/公安部"]),
        ("市魔法局", None, []),
    ],
)
def test_a_name_as_people_type_it_means_the_bodies_of_its_places(
    text: str, within: str | None, identities: list[str]
) -> None:
    assert [identity_of(body) for body in typed(text, PLACES, within)] == identities


@pytest.mark.parametrize(
    "name",
    [
        "市公安局",
        "上库综合产业园区",
        "自治区财政厅",
        "公安部",
        "市公安局交警支队",
        "市招商一办",
        "巴州",
    ],
)
def test_an_identity_is_read_back_from_its_iri(name: str) -> None:
    found = resolve_agency(name, KORLA)
    assert isinstance(found, Agency)
    assert identified(found.division, found.kind) == found
