from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.grammar.forms import compile_forms

GROUPS = {
    "进城落户农民": "进城落户农民",
    "进城落户农民子女": "进城落户农民子女",
    "农民": "农民",
    "不受…限制": "exemption",
    "限制": "limit",
}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("进城落户农民子女平等享有受教育权利", [("进城落户农民子女", "进城落户农民子女")]),
        ("进城落户农民和农民", [("进城落户农民", "进城落户农民"), ("农民", "农民")]),
        ("不受合法稳定住所的限制", [("exemption", "不受合法稳定住所的限制")]),
        ("不受年龄影响。落户限制", [("limit", "限制")]),
        ("城镇居民", []),
    ],
)
def test_the_longest_form_wins_and_an_open_form_stays_in_its_sentence(
    text: str, found: list[tuple[str, str]]
) -> None:
    forms = compile_forms(GROUPS)
    spans = forms.find(text, 0, len(text))
    assert [(key, text[start:end]) for key, start, end in spans] == found


def test_searching_gives_the_first_or_none() -> None:
    forms = compile_forms(GROUPS)
    assert forms.search("农民和进城落户农民", 0, 9) == ("农民", 0, 2)
    assert forms.search("城镇居民", 0, 4) is None


def test_only_what_lies_between_the_offsets_is_found() -> None:
    assert not list(compile_forms(GROUPS).find("进城落户农民", 0, 5))


def test_no_forms_find_nothing() -> None:
    assert not list(compile_forms({}).find("农民", 0, 2))


@given(st.text("进城落户农民子女不受限制。", max_size=60))
def test_what_is_found_is_written_there_and_never_overlaps(text: str) -> None:
    end = 0
    for key, start, stop in compile_forms(GROUPS).find(text, 0, len(text)):
        assert end <= start < stop
        assert text[start:stop] in GROUPS or key == "exemption"
        end = stop
