from __future__ import annotations

import pytest

from ontology import divisions, zones
from ontology.division_changes import table


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        ("广州开发区管委会", "广州开发区", "440100"),
        ("合肥高新技术产业开发区市场监督管理局", "合肥高新技术产业开发区", "340100"),
        ("雄安新区管理委员会", "雄安新区", "130000"),
        ("中关村科技园区管理委员会", "中关村科技园区", "110000"),
        ("西安高新区管委会", "西安高新区", "610100"),
        ("济源产城融合示范区管理委员会", "济源产城融合示范区", "419001"),
    ],
)
def test_a_zone_lies_in_the_city_of_its_name_or_where_the_register_says(
    text: str, name: str, code: str
) -> None:
    zone = zones.leading(text)
    assert zone is not None
    assert (zone.name, zone.division.code) == (name, code)


@pytest.mark.parametrize(
    "text",
    ["滨海开发区管委会", "朝阳经济开发区", "各开发区管委会", "国家高新区", "广州市财政局", "新区"],
)
def test_nothing_is_told_of_a_zone_whose_place_is_not_known(text: str) -> None:
    assert zones.leading(text) is None


def test_each_zone_of_the_register_has_a_division_and_a_source() -> None:
    rows = [line.split("\t") for line in table("zones.tsv")]
    assert rows
    for name, code, source in rows:
        assert divisions.get(code), name
        assert source, name
    assert len({name for name, _, _ in rows}) == len(rows)
