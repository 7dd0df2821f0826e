from __future__ import annotations

import pytest

from graph.extract.responsibilities.headings import find_heading
from graph.model import Form, Role


@pytest.mark.parametrize(
    ("item", "names", "role"),
    [
        ("1.县交通运输局：负责道路运输保障。", ["县交通运输局"], Role.RESPONSIBLE),
        ("（二）市教育局、市财政局：牵头制定具体办法。", ["市教育局", "市财政局"], Role.LEAD),
        ("3.市民政局：配合做好救助工作。", ["市民政局"], Role.SUPPORT),
    ],
)
def test_an_agency_that_heads_an_item_answers_for_it(
    item: str, names: list[str], role: Role
) -> None:
    (shares,) = find_heading(item, 0, len(item), "")
    assert [share.name.text for share in shares] == names
    assert {(share.role, share.form) for share in shares} == {(role, Form.ITEM_AGENCY)}
    assert {item[share.start : share.end] for share in shares} == {item[item.index(names[0]) :]}


@pytest.mark.parametrize(
    "item",
    [
        "县交通运输局：负责道路运输保障。",
        "1.申请条件：连续居住满二年。",
        "2.工作目标：加快农业转移人口市民化进程。",
        "（三）健全落户统计体系。市统计局：规范统计。",
    ],
)
def test_another_heading_names_nobody(item: str) -> None:
    assert not list(find_heading(item, 0, len(item), ""))
