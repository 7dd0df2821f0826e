from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from exports.notebook import to_pyvis
from graph.align import compare, prepare
from graph.answers.correspondences import correspondences
from graph.answers.told import Told
from graph.errors import ExportError
from graph.pipeline import add, read_file
from graph.store import open_store

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from exports.notebook.picture import AnswerNetwork
    from graph.answers.responsibility import Duty

PLAN = "https://w3id.org/zhengmai/id/document/库政办发/2018/171/annex/1"


def relations(picture: AnswerNetwork) -> set[tuple[str, str, str]]:
    """The relations of a picture, between things by their names."""
    names = {node["id"]: node["title"] for node in picture.nodes}
    return {(names[e["from"]], e["relation"], names[e["to"]]) for e in picture.edges}


@pytest.mark.parametrize(
    ("kind", "relation"),
    [
        (
            "lineage",
            (
                "库政办发〔2018〕171号 三（一）1",
                "implements",
                "国务院办公厅关于印发推动1亿非户籍人口在城市落户方案的通知",
            ),
        ),
        (
            "responsibility",
            (
                "库政办发〔2018〕171号 三（一）1 积极引导农业转移人口在居住就业地落户",
                "lead",
                "库尔勒市公安局",
            ),
        ),
        ("rights", ("进城落户农民", "holds", "宅基地使用权")),
        (
            "deadlines",
            ("库政办发〔2018〕171号 五（十四） 强化专项检查", "due", "2018-12-31 2018年"),
        ),
        (
            "gaps",
            (
                "库政办发〔2018〕171号 四（六） 维护进城落户农民“三权”，建立自愿有偿退出机制",
                "lacks",
                "时限不明确 如期",
            ),
        ),
    ],
)
def test_each_kind_of_answer_draws_what_it_relates(
    answers: Mapping[str, Sequence[object]], kind: str, relation: tuple[str, str, str]
) -> None:
    assert relation in relations(to_pyvis(answers[kind]))


def test_what_hangs_on_a_document_points_to_it(answers: Mapping[str, Sequence[object]]) -> None:
    picture = to_pyvis(answers["impact"])
    assert ("implements", "国办发〔2016〕72号") in {(r, to) for _, r, to in relations(picture)}


def test_one_answer_and_several_kinds_together_are_drawn(
    answers: Mapping[str, Sequence[object]], duty: Duty
) -> None:
    alone = to_pyvis(duty)
    together = to_pyvis([*answers["lineage"], duty])
    assert {node["kind"] for node in alone.nodes} == {"document", "clause", "agency"}
    assert relations(alone) <= relations(together) | {
        each for each in relations(alone) if each[1] == "contains"
    }
    assert together.num_edges() > alone.num_edges()


def test_a_comparison_and_what_the_store_keeps_of_it_draw_the_same_pairs(
    tmp_path: Path, pair: tuple[Path, Path]
) -> None:
    child, parent = map(read_file, pair)
    drawn = to_pyvis(compare(prepare(child), prepare(parent)))
    with open_store(tmp_path / "store", write=True) as store:
        add(store, parent)
        add(store, child)
        kept = to_pyvis(correspondences(store))
    pairs = [
        {(e["from"], e["to"]) for e in each.edges if e["relation"] == "corresponds"}
        for each in (drawn, kept)
    ]
    assert pairs[0] == pairs[1]
    assert pairs[0]


def test_the_words_and_offsets_of_an_answer_are_in_the_page(duty: Duty) -> None:
    page = to_pyvis(duty).generate_html()
    assert f"[{duty.start},{duty.end}" in page
    assert duty.quote in page


@pytest.mark.parametrize("answers_", [[], ()])
def test_nothing_is_no_picture(answers_: Sequence[object]) -> None:
    with pytest.raises(ExportError, match="no answer to draw"):
        to_pyvis(answers_)


def test_what_relates_nothing_is_refused(answers: Mapping[str, Sequence[object]]) -> None:
    with pytest.raises(ExportError, match=r"Told: .*table"):
        to_pyvis([*answers["lineage"], Told(kind="title", value="关于…的通知")])
