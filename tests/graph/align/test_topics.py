"""What two clauses are about, and clauses that only say why their document is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.align import prepare
from graph.align.correspond import score
from graph.align.similarity import weights
from graph.align.topics import same_topic, topic
from tests.graph.align.test_parameters import read

if TYPE_CHECKING:
    from graph.model import Reading

GROUND = "为规范养老服务，根据《云山省养老服务办法》，制定本办法。"


def test_a_clause_is_about_its_heading_or_how_it_begins(province: Reading) -> None:
    by_label = {clause.label: clause for clause in prepare(province).clauses}
    assert {"放宽", "养老", "条件"} <= topic(by_label["三（一）"])
    assert "医疗" not in topic(by_label["三（一）"])


def test_a_clause_says_most_of_what_its_parent_is_about(province: Reading, nation: Reading) -> None:
    ours, theirs = prepare(province).clauses, prepare(nation).clauses
    table = same_topic(ours, theirs, weights((*ours, *theirs)))
    row = [clause.label for clause in ours].index("三（一）")
    best = max(range(len(theirs)), key=table[row].__getitem__)
    assert theirs[best].label == "二（三）"


@pytest.mark.parametrize(
    ("child", "parent", "capped"),
    [
        (GROUND, "民政部门应当规范养老服务。", True),
        ("民政部门应当规范养老服务。", GROUND, True),
        (GROUND, GROUND, False),
        ("民政部门应当制定本办法的实施细则，规范养老服务。", "民政部门应当规范养老服务。", False),
    ],
)
def test_why_a_document_is_made_corresponds_to_nothing_else(
    child: str, parent: str, *, capped: bool
) -> None:
    ours = prepare(read("河口市", "河府规〔2031〕4号", child))
    theirs = prepare(read("云山省", "云府规〔2030〕2号", parent))
    scored = score(ours, theirs)
    row, column = (
        [clause.label for clause in side].index("第二条")
        for side in (scored.children, scored.parents)
    )
    assert (scored.scores[row][column] <= 0.05) is capped
