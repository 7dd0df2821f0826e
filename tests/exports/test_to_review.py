from __future__ import annotations

from exports.to_review import fold_told, folded, named
from graph.answers.told import Told


def told(value: str, score: float, state: str = "to-review", status: str = "candidate") -> Told:
    return Told(
        kind="alignment", value=value, score=score, state=state, status=status, stated_in="三"
    )


def test_what_waits_is_one_line_with_its_probabilities() -> None:
    assert folded([("第五条", 0.62), ("第六条", 0.41), ("第九条", 0.17)]) == (
        "另有 3 条待核：第五条 .62、第六条 .41、第九条 .17"
    )
    assert folded([("第五条", 0.62)], "en") == "1 more to review: 第五条 .62"
    assert folded([("第五条", 0.62)], alone=True) == "未见确定的对应；1 条待核：第五条 .62"
    assert folded([]) == ""


def test_a_document_is_named_once_for_clauses_in_a_row() -> None:
    those = [("国发〔2030〕5号", "二", 0.6), ("国发〔2030〕5号", "三", 0.5), ("省令", "二", 0.2)]
    assert [name for name, _ in named(those)] == ["国发〔2030〕5号 二", "三", "省令 二"]


def test_of_what_is_told_only_what_waits_is_folded() -> None:
    sure = told("乙", 0.9, state="matched")
    suspect = told("丁", 0.5, status="suspect")
    found = fold_told([told("甲", 0.6), sure, told("丙", 0.3), suspect])
    assert [each.value for each in found] == ["另有 3 条待核：甲 .60、丙 .30、丁 .50", "乙"]
    (alone,) = fold_told([told("甲", 0.6)])
    assert alone.value.startswith("未见确定的对应")
