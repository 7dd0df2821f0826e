"""What each level says of a value, and where nothing is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph import pipeline
from graph.answers.parameters import parameter_levels
from graph.references import find_reference
from graph.store import open_store
from tests.graph.chain import NATION, PROVINCE, read

if TYPE_CHECKING:
    from pathlib import Path

    from graph.answers.parameters import ParameterLevel

CLAUSE = "云政办发〔2030〕18号 三（一）"
SAID = "家庭住房面积不得超过60平方米。"
OTHER = "培训场地面积不得少于200平方米。"
SAME_NUMBER = "培训教室不得超过60平方米。"


def with_sentence(text: str, sentence: str, clause: str) -> str:
    """Return a text in which a clause ends with one sentence more, before its office."""
    at = text.index("（", text.index(clause) + len(clause))
    return text[:at] + sentence + text[at:]


def levels(folder: Path, nation: str) -> list[ParameterLevel]:
    province = with_sentence(PROVINCE, SAID, "（一）放宽公办养老机构入住条件。")
    with open_store(folder / "store", write=True) as store:
        pipeline.add(store, read(nation, "nation.txt"))
        pipeline.add(store, read(province, "province.txt"))
        rows = parameter_levels(store, find_reference(store, CLAUSE))
    found = {row.parameter for row in rows if "60平方米" in row.quote}
    return [row for row in rows if row.parameter in found]


@pytest.mark.parametrize("said", [SAID, SAID.replace("60", "90")])
def test_what_another_clause_of_the_parent_says_is_not_new(tmp_path: Path, said: str) -> None:
    own, above = levels(tmp_path, with_sentence(NATION, said, "（五）加强护理人员培训。"))
    assert (own.silent, own.quote) == (False, SAID.rstrip("。"))
    assert (above.silent, above.quote, above.direction) == (True, "", "")
    assert above.elsewhere == "国办发〔2030〕5号 二（五）"


def test_what_the_heading_of_another_clause_names_is_not_new_with_another_number(
    tmp_path: Path,
) -> None:
    headed = NATION.replace("（五）加强护理人员培训。", "（五）核定家庭住房面积。")
    nation = with_sentence(headed, "申请面积不得超过90平方米。", "（五）核定家庭住房面积。")
    _, above = levels(tmp_path, nation)
    assert (above.direction, above.elsewhere) == ("", "国办发〔2030〕5号 二（五）")


@pytest.mark.parametrize("said", ["", OTHER, SAME_NUMBER])
def test_what_no_clause_above_says_is_new(tmp_path: Path, said: str) -> None:
    _, above = levels(tmp_path, with_sentence(NATION, said, "（五）加强护理人员培训。"))
    assert (above.silent, above.direction, above.elsewhere) == (True, "added", "")
