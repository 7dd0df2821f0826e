import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology import divisions

CODES = st.sampled_from(sorted(divisions.register()))


def test_the_register_holds_every_division_and_the_nation() -> None:
    assert len(divisions.register()) == 3211 + 1


@pytest.mark.parametrize(
    ("code", "name", "level", "parent"),
    [
        ("652801", "库尔勒市", "县", "652800"),
        ("652800", "巴音郭楞蒙古自治州", "市", "650000"),
        ("650000", "新疆维吾尔自治区", "省", "CN"),
        ("110105", "朝阳区", "县", "110000"),  # no prefecture between
        ("659001", "石河子市", "县", "650000"),
    ],
)
def test_a_code_tells_name_level_and_parent(code: str, name: str, level: str, parent: str) -> None:
    division = divisions.register()[code]
    assert (division.name, division.level, division.parent) == (name, level, parent)


@given(CODES)
def test_every_division_leads_up_to_the_nation(code: str) -> None:
    assert divisions.ascending(code)[-1].code == divisions.NATION


@given(CODES)
def test_a_division_is_found_by_its_name_near_itself(code: str) -> None:
    division = divisions.register()[code]
    assert divisions.by_name(division.name, near=code) == division


def test_an_unknown_code_leads_nowhere() -> None:
    assert divisions.ascending("999999") == ()


@pytest.mark.parametrize(
    ("text", "code", "rest"),
    [
        ("库尔勒市人民政府办公室", "652801", "人民政府办公室"),
        ("惠州市惠城区人民政府办公室", "441302", "人民政府办公室"),
        ("新疆维吾尔自治区人民政府办公厅关于", "650000", "人民政府办公厅关于"),
        ("巴州公安局", "652800", "公安局"),
        ("四川省广安市邻水县教育局", "511623", "教育局"),
    ],
)
def test_the_places_at_the_head_of_a_name_are_split_off(text: str, code: str, rest: str) -> None:
    division, after = divisions.split_leading(text)
    assert (division.code if division else None, after) == (code, rest)


@pytest.mark.parametrize("text", ["市公安局", "", "朝阳区教育局", "上库综合产业园区"])
def test_a_name_without_a_certain_place_stays_whole(text: str) -> None:
    assert divisions.split_leading(text) == (None, text)
