import pytest

from graph.align import prepare
from graph.align.probability import related
from graph.align.relatedness import likest, names
from graph.model import Reading
from tests.graph.chain import read

PARENT = """某省人民政府关于推进户籍制度改革的意见
某政发〔2030〕1号
各市人民政府：
一、放宽落户条件。
"""


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("根据《某省人民政府关于推进户籍制度改革的意见》，制定本办法。", True),
        ("根据《关于推进户籍制度改革的意见》（某政发〔2030〕1号），制定本办法。", True),
        ("根据《关于推进户籍制度改革的意见》，制定本办法。", True),
        ("根据《某省人民政府关于推进教育改革的意见》，制定本办法。", False),
        ("根据《意见》，制定本办法。", False),
        ("按照户籍制度改革的要求，制定本办法。", False),
    ],
)
def test_a_document_follows_one_that_it_names(words: str, named: bool) -> None:  # noqa: FBT001
    child = read(f"某市落户办法\n某市政发〔2031〕2号\n{words}\n一、放宽落户条件。\n", "child.txt")
    assert names(prepare(child), prepare(read(PARENT, "parent.txt"))) is named


def test_the_chain_names_its_parents(nation: Reading, province: Reading) -> None:
    assert names(prepare(province), prepare(nation))
    assert not names(prepare(nation), prepare(province))


def test_the_liker_the_likest_clauses_the_more_probable_it_is_that_a_document_follows() -> None:
    few, some, many = ([[value, 0.01]] * 4 for value in (0.08, 0.25, 0.5))
    assert related(likest(few)) < 0.05 < related(likest(some)) < 0.9 < related(likest(many))
    assert related(likest([[0.0]])) < 0.001
