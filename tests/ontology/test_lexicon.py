import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology import lexicon


@pytest.mark.parametrize(
    ("scheme", "written", "concept"),
    [
        ("roles", "牵头负责", "lead"),
        ("roles", "配合", "support"),
        ("roles", "按职责分工负责", "joint"),
        ("roles", "负责", "responsible"),
        ("norms", "应当", "obligation"),
        ("norms", "不得", "prohibition"),
        ("norms", "可", "permission"),
        ("norms", "不受…限制", "exemption"),
        ("norms", "支持和引导", "recommendation"),
        ("relations", "贯彻落实", "implements"),
        ("relations", "根据", "basis"),
        ("relations", "停止执行", "repeals"),
        ("groups", "农业转移人口", "农业转移人口"),
        ("groups", "投靠类落户", "投靠人员"),
        ("groups", "租赁房屋…的人员", "租赁房屋人员"),
        ("groups", "进城落户居民子女", "进城落户农民子女"),
        ("rights", "土地承包权", "土地承包权"),
        ("rights", "受教育权", "受教育权利"),
        ("document-kinds", "实施方案", "方案"),
        ("units", "天", "日"),
    ],
)
def test_a_written_form_leads_to_its_concept(scheme: str, written: str, concept: str) -> None:
    assert lexicon.scheme(scheme)[written] == concept


def test_the_name_of_a_listed_kind_is_no_word_of_the_text() -> None:
    assert "义务" not in lexicon.scheme("norms")


def test_longer_forms_come_first() -> None:
    lengths = [len(form) for form in lexicon.scheme("groups")]
    assert lengths == sorted(lengths, reverse=True)


def test_the_three_rights_are_a_collection_of_three() -> None:
    three = lexicon.collections("rights")["三权"]
    assert sorted(three) == ["土地承包权", "宅基地使用权", "集体收益分配权"]


@pytest.mark.parametrize(
    ("lang", "expected"), [("zh", "农业转移人口"), ("en", "people moving out of farming")]
)
def test_a_concept_has_a_name_in_both_languages(lang: str, expected: str) -> None:
    assert lexicon.label("groups", "农业转移人口", lang) == expected


def test_a_word_that_no_scheme_has_is_its_own_name() -> None:
    assert lexicon.label("groups", "摄影爱好者", "en") == "摄影爱好者"


def test_an_unknown_scheme_is_refused() -> None:
    with pytest.raises(KeyError, match="colours"):
        lexicon.scheme("colours")


_WORDS = st.lists(st.text("的人市区县生乙丙a", min_size=1, max_size=4), min_size=1, max_size=9)


@given(_WORDS, st.text("的人市区县生乙丙a，", max_size=12))
def test_the_order_in_which_letters_are_tried_changes_no_match(words: list[str], text: str) -> None:
    grouped, plain = lexicon.by_first_letter(words), "|".join(words)
    for flags in (re.NOFLAG, re.IGNORECASE):
        found = [match.span() for match in re.finditer(grouped, text, flags)]
        assert found == [match.span() for match in re.finditer(plain, text, flags)]


def test_the_letters_that_are_frequent_are_tried_first() -> None:
    assert lexicon.by_first_letter(["龘龘龘", "人民", "的士"]) == "的士|人民|龘龘龘"
