from __future__ import annotations

from typing import TYPE_CHECKING

import lxml.html
import pytest

from exports.page import page
from exports.page.content import document_content
from exports.page.known_pair import known_pair
from graph import iri, pipeline
from graph.alignments import Shelf
from graph.answers.opening import Gap
from graph.pipeline import read_all
from graph.references import find_reference
from graph.reviewing import review
from graph.reviews.recorded import Verdict
from graph.store import open_store
from tests.graph.chain import COUNTY, NATION, PROVINCE, alignment, decide, read

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from exports.page.comparison_view import ComparisonView
    from graph.store import Store

CHILD, PARENT = iri.numbered("云政办发〔2030〕18号"), iri.numbered("国办发〔2030〕5号")
MEALS = ("云政办发〔2030〕18号 三（二）", "国办发〔2030〕5号 二（四）")


@pytest.fixture
def chain(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "store", write=True) as opened:
        pipeline.add(opened, read(NATION, "nation.txt"))
        pipeline.add(opened, read(PROVINCE, "province.txt"))
        yield opened


def view(store: Store) -> ComparisonView:
    (only,) = document_content(store, CHILD).comparisons
    return only


def statuses(store: Store) -> dict[tuple[str, str], tuple[str, str]]:
    return {
        (row.clause.label, each.clause.label): (each.status, each.suspicion)
        for row in view(store).rows
        for each in row.parents
    }


def test_a_pair_that_was_not_compared_has_no_alignments_to_review(chain: Store) -> None:
    chain.remove(iri.pair(CHILD, PARENT))
    shelf = Shelf(chain, read_all)
    known = known_pair(chain, shelf, shelf.take(CHILD), shelf.take(PARENT))
    assert (known.alignments, known.statements) == ({}, {})
    assert all(not each.finding for row in view(chain).rows for each in row.parents)


def test_what_was_rejected_stands_apart_and_leaves_gaps_on_both_sides(chain: Store) -> None:
    review(chain, [decide(chain, alignment(chain, *MEALS), Verdict.REJECTED)])
    assert statuses(chain)["三（二）", "二（四）"] == ("rejected", "")
    shown = view(chain)
    assert "三（二）" in {each.clause.label for each in shown.without_parent}
    assert "二（四）" in {each.clause.label for each in shown.without_child}
    html = page(chain, CHILD).decode()
    assert 'class="link-of is-rejected"' in html
    edges = document_content(chain, CHILD).scene.edges
    (edge,) = (e for e in edges if e.relation == "corresponds" and e.source.endswith("三/（二）"))
    assert edge.standing == "rejected"


def test_suspicion_is_told_with_its_reason(chain: Store) -> None:
    review(chain, [decide(chain, alignment(chain, *MEALS), Verdict.ACCEPTED)])
    text = NATION.replace("不得超过5年", "不得超过3年").replace("低盐低糖", "低盐")
    pipeline.add(chain, read(text, "nation.txt"))
    found = statuses(chain)
    assert found["三（一）", "二（三）"] == ("suspect", "parent")
    assert found["三（二）", "二（四）"] == ("suspect", "review")
    html = page(chain, CHILD).decode()
    assert "上级条款的文字与首次比对时不同" in html
    assert "审核之后，两个条款之一的文字已变" in html


def test_a_clause_whose_parent_is_gone_is_shown_and_can_be_reviewed(chain: Store) -> None:
    training = NATION[NATION.index("（五）加强护理人员") : NATION.index("（六）完善老年人")]
    pipeline.add(chain, read(NATION.replace(training, ""), "nation.txt"))
    content = document_content(chain, CHILD)
    (gone,) = content.comparisons[0].gone
    assert (gone.clause.label, gone.status) == ("三（三）", "suspect")
    assert gone.finding in content.reviewable.statements
    assert set(gone.reason) == {"zh", "en"}
    assert "所对应的上级条款已改动或者删去" in page(chain, CHILD).decode()


def test_justified_gaps_stand_apart_from_open_ones(chain: Store) -> None:
    bonds, tourism = "国办发〔2030〕5号 二（七）", "云政办发〔2030〕18号 三（五）"
    for clause, other in ((bonds, CHILD), (tourism, None)):
        pipeline.justify(chain, find_reference(chain, clause), "另有<安排>", None, other)
    shown = view(chain)
    for those, label in ((shown.without_child, "二（七）"), (shown.without_parent, "三（五）")):
        assert [e.clause.label for e in those if e.status == "accepted"] == [label]
    told = lxml.html.fromstring(page(chain, CHILD).decode())
    closed = ["".join(map(str, li.itertext())) for li in told.findall(".//ul[@class='closed']/li")]
    assert [each.split()[0] for each in closed] == ["二（七）", "三（五）"]
    html = page(chain, CHILD).decode()
    assert "另有&lt;安排&gt;" in html
    text = NATION.replace("防范化解债务风险", "严防债务风险")
    pipeline.add(chain, read(text, "nation.txt"))
    (bond,) = (each for each in view(chain).without_child if each.clause.label == "二（七）")
    assert (bond.because, bond.status) == ("另有<安排>", "suspect")
    assert "说明之后条文已改" in page(chain, CHILD).decode()


def test_a_reason_for_another_document_closes_nothing_here(chain: Store) -> None:
    bonds = find_reference(chain, "国办发〔2030〕5号 二（七）")
    pipeline.justify(chain, bonds, "另有安排", Gap.NO_CHILD, iri.numbered("海政办发〔2030〕20号"))
    (gap,) = (e for e in view(chain).without_child if e.clause.label == "二（七）")
    assert gap.because == ""


def test_a_parent_that_is_cited_by_its_title_is_compared_too(chain: Store) -> None:
    pipeline.add(chain, read(COUNTY, "county.txt"))
    content = document_content(chain, iri.numbered("云岭政发〔2031〕9号"))
    (only,) = content.comparisons
    assert only.name == "云政办发〔2030〕18号"
    assert [row.clause.label for row in only.rows] == ["一"]
    assert content.missing == ()
    (edge,) = (each for each in content.scene.edges if each.relation == "corresponds")
    assert (edge.target, edge.stated[0].finding != "") == (only.parent, True)
