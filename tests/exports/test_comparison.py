import hashlib
import json

import pytest

from exports.comparison import comparison_object, side_by_side
from graph.align import align
from graph.align.comparison import Comparison
from graph.model import Reading, SourceText
from graph.pipeline import read_text

PARENT = """云山省养老服务办法
云府规〔2030〕2号
第一条 老年人在本省连续居住满五年的，可以申请入住公办养老机构。
第二条 民政部门应当健全养老项目收益债券信息披露和信用评级制度。
"""
CHILD = """河口市养老服务细则
河府规〔2031〕4号
第一条 老年人在本市连续居住满六年的，可以申请入住公办养老机构。
第二条 利用国有林场和温泉资源建设康养基地，打造山地旅游精品线路。
"""


def read(text: str) -> Reading:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return read_text(SourceText(text, "t.txt", "text/plain", "utf-8", digest))


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    return align(read(CHILD), read(PARENT))


def test_the_keys_are_those_of_compare(comparison: Comparison) -> None:
    found = comparison_object(comparison)
    assert list(found)[:4] == ["child", "parent", "as", "note"]
    assert (found["child"], found["parent"]) == ("河府规〔2031〕4号", "云府规〔2030〕2号")
    (alignment,) = found["alignments"]
    assert {"child", "parents", "delta", "headline", "parameters"} == set(alignment)
    (parent,) = alignment["parents"]
    assert {"label", "score", "justification"} <= set(parent)
    assert (parent["label"], alignment["delta"]) == ("第一条", ["localised", "tightened"])
    assert parent["state"] == "to-review"  # so it does not close the gap of the parent's clause
    assert found["child_without_parent"] == ["第二条"]
    assert found["parent_without_child"] == ["第二条"]
    assert found["parent_to_review"] == ["第一条"]
    assert "待核" in found["not_found"]["parent"][0]["reason"]


def test_a_parameter_quotes_both_texts(comparison: Comparison) -> None:
    (parameter,) = comparison_object(comparison)["alignments"][0]["parameters"]
    assert parameter == {
        "what": "老年人在本市连续居住",
        "kind": "condition",
        "child": "老年人在本市连续居住满六年",
        "parent": "老年人在本省连续居住满五年",
        "direction": "tightened",
        "reason": "",
        "places": {"child": {"start": 26, "end": 39}, "parent": {"start": 26, "end": 39}},
    }


def test_over_a_parent_to_be_reviewed_the_headline_tells_no_direction(
    comparison: Comparison,
) -> None:
    (alignment,) = comparison_object(comparison)["alignments"]
    assert alignment["headline"] == {
        "told": ["changed"],
        "wording": ["localised"],
        "supposed": True,
        "text": "如确为上级条款：有改动",
    }


def test_every_passage_stands_at_its_offsets(comparison: Comparison) -> None:
    for passage in comparison_object(comparison)["alignments"][0]["parents"][0]["passages"]:
        for side, text in (("child", CHILD), ("parent", PARENT)):
            at = passage[side]
            assert text[at["start"] : at["end"]] == at["quote"]


@pytest.mark.parametrize(("lang", "words"), [("zh", "不是结论"), ("en", "never a verdict")])
def test_the_object_says_that_it_is_no_verdict(
    comparison: Comparison, lang: str, words: str
) -> None:
    found = comparison_object(comparison, "en" if lang == "en" else "zh")
    assert words in found["note"]
    assert json.loads(json.dumps(found)) == found


def test_two_clauses_stand_side_by_side(comparison: Comparison) -> None:
    stretches = side_by_side(comparison, "第一条", "第一条")
    marked = [
        (each["mark"], (each["child"] or each["parent"])["quote"])
        for each in stretches
        if each["mark"] != "equal"
    ]
    assert marked == [("deleted", "省"), ("inserted", "市"), ("deleted", "五"), ("inserted", "六")]
