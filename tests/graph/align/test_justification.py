from dataclasses import replace

import pytest

from graph.align.comparison import Comparison, NotFound
from graph.align.justification import justification, not_found
from ontology.lexicon import Lang


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("zh", ("本条用词的", "相同文字：“", "都涉及", "民政局", "次序相符")),
        ("en", ("of this clause's words", "the same words: “", "both concern", "in the order")),
    ],
)
def test_a_justification_names_what_speaks_for_it(
    down: Comparison, lang: Lang, words: tuple[str, ...]
) -> None:
    alignment = next(each for each in down.alignments if each.child == "三（一）")
    said = justification(down, alignment.parents[0], lang)
    assert [word for word in words if word not in said] == []


def test_a_link_of_few_words_asks_to_be_read(down: Comparison) -> None:
    link = next(each for each in down.alignments if each.child == "三（一）").parents[0]
    assert "须对读两条" not in justification(down, link)
    assert "须对读两条" in justification(down, replace(link, score=0.11))
    assert "read both" in justification(down, replace(link, score=0.11), "en")


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (
            NotFound("二（七）", "三（一）", 0.018),
            "已逐条查找，未见对应；最接近的是三（一）（相似度0.02）",
        ),
        (NotFound("二（七）", None, 0.0), "已逐条查找，没有相近条款"),
    ],
)
def test_what_was_not_found_was_looked_for(found: NotFound, said: str) -> None:
    assert not_found(found) == said
