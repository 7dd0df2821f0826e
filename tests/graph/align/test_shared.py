from hypothesis import given
from hypothesis import strategies as st

from graph.align.masking import BREAK
from graph.align.shared import common

WORDS = st.text(alphabet="落户条件居住证年限" + BREAK, max_size=40)


def test_a_passage_ends_where_a_clause_does() -> None:
    ours, theirs = "按照存量优先·带动增量的要求", "存量优先·带动增量"
    found = [ours[at : at + length] for at, _, length in common(ours, theirs)]
    assert found == ["存量优先", "带动增量"]


def test_three_characters_are_no_passage() -> None:
    assert list(common("居住证", "居住证制度")) == []


@given(WORDS, WORDS)
def test_shared_passages_are_the_same_on_both_sides(ours: str, theirs: str) -> None:
    last = 0
    for at, there, length in common(ours, theirs):
        assert ours[at : at + length] == theirs[there : there + length]
        assert length >= 4
        assert at >= last
        last = at + length
