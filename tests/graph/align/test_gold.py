"""Four pairs of real documents, aligned by hand; the figures are those of the evaluation script."""

from __future__ import annotations

import importlib.util
import json
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest

from exports.comparison import comparison_object
from graph.align import align
from graph.align.comparison import Change, Comparison, Direction
from graph.pipeline import read_file

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType

PAIRS = ("A", "B", "C", "I")
FLOORS = {"parents": 0.83, "no parent": 0.60, "gap": 0.80, "delta": 0.78}


@pytest.fixture(scope="module")
def script(corpus: Path) -> ModuleType:
    path = corpus.parent / "evaluate_align.py"
    if not path.is_file():
        pytest.skip(
            "the evaluation script (../shared/evaluate_align.py) is not beside this checkout"
        )
    spec = importlib.util.spec_from_file_location("evaluate_align", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def tallies(corpus: Path, script: ModuleType) -> dict[str, Counter[Any]]:
    found = {}
    for name in PAIRS:
        path = corpus.parent / "gold-align" / f"{name}.json"
        if not path.is_file():
            pytest.skip("the gold alignments (../shared/gold-align) are not beside this checkout")
        gold = json.loads(path.read_text(encoding="utf-8"))
        child, parent = (read_file(corpus.parent / gold[s]["file"]) for s in ("child", "parent"))
        found[name] = Counter[Any]()
        script.compare(gold, comparison_object(align(child, parent)), found[name])
    return found


@pytest.mark.parametrize(("kind", "floor"), FLOORS.items())
def test_the_four_pairs_reach_the_floor(
    script: ModuleType, tallies: dict[str, Counter[Any]], kind: str, floor: float
) -> None:
    total = sum(tallies.values(), Counter[Any]())
    hit, miss, extra = (total[kind, what] for what in ("hit", "miss", "extra"))
    assert round(script.prf(hit, miss, extra)[2], 4) >= floor


@pytest.mark.parametrize("name", PAIRS)
def test_the_first_parent_is_right_in_most_clauses(
    tallies: dict[str, Counter[Any]], name: str
) -> None:
    tally = tallies[name]
    assert tally["first", "hit"] > 0.70 * (tally["first", "hit"] + tally["first", "miss"])


@pytest.fixture(scope="module")
def korla(corpus: Path) -> Comparison:
    (parent,) = corpus.glob("hk_国办发2016-72*.txt")
    return align(read_file(corpus / "korla-2018-171.txt"), read_file(parent))


def test_the_cap_on_insured_years_is_lower_than_the_centres(korla: Comparison) -> None:
    clause = next(each for each in korla.alignments if each.child == "三（二）2")
    assert clause.parents[0].label == "二（六）"
    assert Change.RELAXED in clause.changes
    cap = next(each for each in clause.parameters if each.direction is Direction.RELAXED)
    assert cap.child
    assert cap.parent
    assert korla.child.quote(cap.child).endswith("不得超过2年")
    assert korla.parent.quote(cap.parent).endswith("不得超过5年")


def test_the_city_left_out_megacities_and_financing(korla: Comparison) -> None:
    assert [gap.label for gap in korla.parent_without_child] == ["二（五）", "三（十）"]


def test_the_management_of_residents_is_the_citys_own(korla: Comparison) -> None:
    assert "四（十二）" in [lonely.label for lonely in korla.child_without_parent]


@pytest.mark.parametrize(("clause", "kind"), [("五（十五）", "deadline"), ("五（十四）", "leader")])
def test_a_lost_date_and_a_lost_leader_weaken_a_duty(
    korla: Comparison, clause: str, kind: str
) -> None:
    alignment = next(each for each in korla.alignments if each.child == clause)
    found = {each.kind: each.direction for each in alignment.parameters}
    assert found[kind] is Direction.DUTY_WEAKER
