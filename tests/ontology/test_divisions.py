import datetime as dt
import importlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology import division_changes, divisions

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


@pytest.mark.parametrize(
    ("name", "day", "code"),
    [
        ("增城市", None, "440183"),
        ("增城市", dt.date(2013, 6, 1), "440183"),
        ("增城区", dt.date(2020, 1, 1), "440118"),
        ("哈密地区", dt.date(2012, 1, 1), "652200"),
        ("哈密市", dt.date(2020, 1, 1), "650500"),
        ("哈密市", dt.date(2012, 1, 1), "652201"),  # the county-level city of then
    ],
)
def test_a_name_of_the_past_is_found_as_of_its_time(
    name: str, day: dt.date | None, code: str
) -> None:
    found = divisions.by_name(name, on=day)
    assert found
    assert found.code == code


def test_a_division_of_the_past_knows_its_years_and_what_became_of_it() -> None:
    past = divisions.by_name("增城市")
    assert past
    assert (past.valid_until, past.parent) == (2014, "440100")
    now = divisions.today(past)
    assert now
    assert (now.name, now.valid_from, now.valid_until) == ("增城区", 2014, None)


def test_what_was_dissolved_into_nothing_known_has_no_successor() -> None:
    past = divisions.by_name("南市区", near="310000")
    assert past
    assert divisions.today(past) is None


@given(st.sampled_from(division_changes.changes()))
def test_every_code_that_a_change_took_a_name_from_is_known(
    change: division_changes.DivisionChange,
) -> None:
    if change.old_code:
        found = divisions.by_name(change.old_name, near=change.old_code)
        assert found is not None or len(divisions.find(change.old_name)) > 1


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("库尔勒", ["652801"]),
        ("库尔勒市", ["652801"]),
        ("652801", ["652801"]),
        ("新疆", ["650000"]),
        ("巴州", ["652800"]),
        ("吉", []),  # a name of one character never matches alone
        ("火星", []),
    ],
)
def test_a_place_is_found_as_people_type_it(text: str, codes: list[str]) -> None:
    assert [division.code for division in divisions.find(text)] == codes


def test_a_place_of_many_is_found_in_all_of_them() -> None:
    assert len(divisions.find("朝阳区")) == 2


@pytest.mark.parametrize(
    ("stem", "near", "code"),
    [("广安", "510000", "511600"), ("福州", "350000", "350100"), ("广安", "440000", None)],
)
def test_a_bare_name_counts_only_near_its_place(stem: str, near: str, code: str | None) -> None:
    found = divisions.by_stem(stem, near)
    assert (found.code if found else None) == code


def test_the_register_is_what_its_script_makes_of_the_sources(
    registers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build = importlib.import_module("ontology.divisions_build")
    schemes = Path(divisions.__file__).parent / "schemes"
    short = schemes / "division-short-names.tsv"
    (tmp_path / short.name).write_bytes(short.read_bytes())
    monkeypatch.setattr(build, "_SCHEMES", tmp_path)
    changes = registers / "gbt2260-changes-2000-2026.tsv"
    build.main(registers / "gbt2260-20251231.tsv", changes)
    for name in ("divisions.tsv", "division-changes.tsv"):
        assert (tmp_path / name).read_bytes() == (schemes / name).read_bytes()
