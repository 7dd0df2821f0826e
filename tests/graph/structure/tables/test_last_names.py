from __future__ import annotations

import pytest

from graph.structure.tables.last_names import ends_a_set, last_name


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("完成河道清淤市水利局", "市水利局"),
        ("健全机制教育部", "教育部"),
        ("建成管网各区市县政府", "各区市县政府"),
        ("落实政策各有关部门", "各有关部门"),
        ("增加信贷人行南宁市中心支行", "人行南宁市中心支行"),
        ("加强会同县公安局", "县公安局"),  # 会同 is a county, and joins a name to another
    ],
)
def test_a_name_begins_with_its_level_its_place_or_as_the_register_has_it(
    words: str, name: str
) -> None:
    at = last_name(words, frozenset())
    assert at is not None
    assert words[at:] == name


@pytest.mark.parametrize("words", ["健全设施某湖管委会", "完成河道清淤", "提高办理效率"])
def test_where_no_level_and_no_register_tell_no_name_begins(words: str) -> None:
    assert last_name(words, frozenset()) is None


def test_a_name_that_the_text_has_elsewhere_begins_there() -> None:
    words = "健全设施某湖管委会"
    at = last_name(words, frozenset({"某湖管委会"}))
    assert at is not None
    assert words[at:] == "某湖管委会"


@pytest.mark.parametrize(
    ("words", "behind", "ends"),
    [
        ("各镇街", "区财政局", True),
        ("各区", "市财政局", True),
        ("各市", "县财政局", False),
        ("各设区", "市政府", False),
        ("各镇街", "区政府", False),
        ("各镇街", "", False),
    ],
)
def test_a_set_of_places_ends_before_a_level_above_it(
    words: str, behind: str, *, ends: bool
) -> None:
    assert ends_a_set(words, behind) is ends
