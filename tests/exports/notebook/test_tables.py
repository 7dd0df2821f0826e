from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from exports.markup import environment
from exports.notebook import table
from graph.align import compare, prepare
from graph.pipeline import read_file
from tests.exports.notebook.test_picture import Elements

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from graph.answers.responsibility import Duty


def test_a_row_has_its_quote_with_offsets_and_its_source(duty: Duty) -> None:
    shown = table(duty)._repr_html_()
    assert "<td>(市公安局牵头) [1333–1341]</td>" in shown
    assert "<td>库政办发〔2018〕171号</td>" in shown
    assert "<th>依据原文</th><th>出处</th>" in shown


def test_it_speaks_english_too(duty: Duty) -> None:
    shown = table([duty], "en")._repr_html_()
    assert "<th>evidence</th><th>source</th>" in shown
    assert '<table lang="en">' in shown


def test_every_kind_of_answer_has_words_and_source(
    answers: Mapping[str, Sequence[object]],
) -> None:
    for each in answers.values():
        shown = table(each)
        assert all(row["quote"] and row["source"] for row in shown.rows)
        assert {"quote", "source"} <= set(shown.columns)


def test_a_right_has_a_row_for_each_clause(answers: Mapping[str, Sequence[object]]) -> None:
    (row,) = table(answers["rights"]).rows
    assert row["right"] == "宅基地使用权"
    assert row["provision"] == "四（六）"
    assert "prohibition" in row["norms"]


def test_a_comparison_has_the_words_of_its_clauses(pair: tuple[Path, Path]) -> None:
    child, parent = map(read_file, pair)
    for row in table(compare(prepare(child), prepare(parent))).rows:
        source = (child if row["child"] else parent).document.source.text
        assert source[row["start"] : row["end"]] == row["quote"]


def test_markdown_says_the_same(duty: Duty) -> None:
    heads, _, row = table(duty)._repr_markdown_().splitlines()
    assert heads.endswith("| 依据原文 | 出处 |")
    assert "(市公安局牵头) \\[1333–1341\\] | 库政办发〔2018〕171号 |" in row


def test_hostile_answers_stay_texts(attack: Duty) -> None:
    shown = table(attack)
    tags = {tag for tag, _ in Elements(shown._repr_html_()).found}
    assert tags == {"table", "thead", "tbody", "tr", "th", "td"}
    assert "<" not in shown._repr_markdown_().replace("\\<", "")


def test_no_answer_says_so() -> None:
    assert "没有找到" in table([])._repr_html_()
    assert "Nothing found" in table([], "en")._repr_html_()


def test_what_is_no_answer_is_refused() -> None:
    with pytest.raises(TypeError, match="is no answer"):
        table([1])


def test_only_the_template_keeps_them_texts(attack: Duty, monkeypatch: pytest.MonkeyPatch) -> None:
    made = environment()
    made.autoescape = False
    monkeypatch.setattr(sys.modules["exports.notebook.tables"], "environment", lambda: made)
    assert "script" in {tag for tag, _ in Elements(table(attack)._repr_html_()).found}
