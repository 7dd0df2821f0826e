from dataclasses import replace

import pytest

from graph.align.comparison import Comparison, NotFound
from graph.align.justification import justification, not_found
from ontology.lexicon import Lang


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("zh", ("本条用词的", "相同文字：“", "都涉及", "民政局", "对应（概率")),
        (
            "en",
            (
                "of this clause's words",
                "the same words: “",
                "both concern",
                "corresponds (probability",
            ),
        ),
    ],
)
def test_a_justification_names_what_speaks_for_it(
    down: Comparison, lang: Lang, words: tuple[str, ...]
) -> None:
    alignment = next(each for each in down.alignments if each.child == "三（一）")
    said = justification(down, alignment.parents[0], lang)
    assert [word for word in words if word not in said] == []


def test_an_unsure_link_is_to_be_reviewed_until_somebody_accepts_it(down: Comparison) -> None:
    link = next(each for each in down.alignments if each.child == "三（一）").parents[0]
    assert justification(down, link).startswith("对应（概率")
    unsure = replace(link, score=0.55)
    assert justification(down, unsure).startswith("待核（概率0.55）")
    assert justification(down, unsure, "en").startswith("to be reviewed (probability 0.55)")
    assert justification(down, replace(unsure, status="accepted")).startswith("对应")


def test_the_place_of_the_neighbours_is_said_where_it_speaks(down: Comparison) -> None:
    link = next(each for each in down.alignments if each.child == "三（二）").parents[0]
    near = replace(link.evidence, reasons=("neighbours",), beside=("二（三）", "二（五）"))
    assert "相邻条款对应二（三）、二（五）" in justification(down, replace(link, evidence=near))
    far = replace(link.evidence, reasons=("sentences",), beside=("二（三）",))
    assert "相邻条款" not in justification(down, replace(link, evidence=far))


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (
            NotFound("二（七）", "三（一）", 0.018),
            "已逐条查找，未见对应；最接近的是三（一）（概率0.02）",
        ),
        (NotFound("二（七）", None, 0.0), "已逐条查找，没有相近条款"),
    ],
)
def test_what_was_not_found_was_looked_for(found: NotFound, said: str) -> None:
    assert not_found(found) == said
