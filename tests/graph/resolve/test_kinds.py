import datetime as dt

import pytest

from graph.resolve import Agency, resolve_agency
from graph.resolve.kinds import is_body_name
from tests.graph.resolve.named import GUANGAN, KORLA, identity_of


@pytest.mark.parametrize(
    "mention", ["市公安局交警支队", "公安局交警支队", "库尔勒市公安局交警支队"]
)
def test_a_part_of_a_body_is_no_kind_but_knows_its_whole(mention: str) -> None:
    found = resolve_agency(mention, KORLA)
    assert isinstance(found, Agency)
    assert (found.kind, found.part_of) == ("市公安局交警支队", "公安局")
    assert found.classification == "内设和下属机构"


def test_a_body_in_a_zone_is_not_that_of_the_place() -> None:
    found = resolve_agency("高新区国税局", KORLA, dt.date(2016, 1, 1))
    assert isinstance(found, Agency)
    assert (found.kind, found.classification) == ("高新区国税局", "国家税务局")


def test_zones_are_bodies_of_their_own() -> None:
    found = [resolve_agency(name, GUANGAN) for name in ("枣山园区", "协兴园区", "广安经开区管委会")]
    assert len({identity_of(each) for each in found}) == 3


@pytest.mark.parametrize(
    ("name", "one"),
    [
        ("政务服务和大数据中心", True),
        ("政务和数据局", True),
        ("市和浦东新区商务委", False),
        ("公安局和财政局", False),
        ("林业、水利局", False),
        ("局", False),  # 省局: which one it does not say
        ("中心", False),
    ],
)
def test_a_name_with_and_in_it_is_of_one_body_or_of_several(name: str, *, one: bool) -> None:
    assert is_body_name(name, None) == one
