from __future__ import annotations

from typing import TYPE_CHECKING

import lxml.html
import pytest

from exports.page import comparison_view, page
from exports.page.content import document_content
from exports.page.known_pair import known_pair
from graph import iri, pipeline
from graph.alignments import Shelf
from graph.answers.opening import Gap
from graph.pipeline import read_all
from graph.references import find_reference
from graph.reviewing import review
from graph.reviews.recorded import Verdict
from tests.graph.chain import COUNTY, NATION, alignment, decide, read

if TYPE_CHECKING:
    from exports.page.comparison_view import ComparisonView
    from graph.store import Store

CHILD, PARENT = iri.numbered("云政办发〔2030〕18号"), iri.numbered("国办发〔2030〕5号")
MEALS = ("云政办发〔2030〕18号 三（二）", "国办发〔2030〕5号 二（四）")


def view(store: Store) -> ComparisonView:
    (only,) = document_content(store, CHILD).comparisons
    return only


def statuses(store: Store) -> dict[tuple[str, str], tuple[str, str]]:
    return {
        (row.clause.label, each.clause.label): (each.status, each.suspicion)
        for row in view(store).rows
        for each in row.parents
    }


def test_a_pair_that_was_not_compared_has_no_alignments_to_review(pair_store: Store) -> None:
    pair_store.remove(iri.pair(CHILD, PARENT))
    shelf = Shelf(pair_store, read_all)
    known = known_pair(pair_store, shelf, shelf.take(CHILD), shelf.take(PARENT))
    assert (known.alignments, known.statements) == ({}, {})
    assert all(not each.finding for row in view(pair_store).rows for each in row.parents)


def test_what_was_rejected_stands_apart_and_leaves_gaps_on_both_sides(pair_store: Store) -> None:
    review(pair_store, [decide(pair_store, alignment(pair_store, *MEALS), Verdict.REJECTED)])
    assert statuses(pair_store)["三（二）", "二（四）"] == ("rejected", "")
    shown = view(pair_store)
    assert "三（二）" in {each.clause.label for each in shown.without_parent}
    assert "二（四）" in {each.clause.label for each in shown.without_child}
    html = page(pair_store, CHILD).decode()
    assert 'class="link-of is-rejected"' in html
    edges = document_content(pair_store, CHILD).scene.edges
    (edge,) = (e for e in edges if e.relation == "corresponds" and e.source.endswith("三/（二）"))
    assert edge.standing == "rejected"


def test_suspicion_is_told_with_its_reason(pair_store: Store) -> None:
    review(pair_store, [decide(pair_store, alignment(pair_store, *MEALS), Verdict.ACCEPTED)])
    text = NATION.replace("不得超过5年", "不得超过3年").replace("低盐低糖", "低盐")
    pipeline.add(pair_store, read(text, "nation.txt"))
    found = statuses(pair_store)
    assert found["三（一）", "二（三）"] == ("suspect", "parent")
    assert found["三（二）", "二（四）"] == ("suspect", "review")
    html = page(pair_store, CHILD).decode()
    assert "上级条款的文字与首次比对时不同" in html
    assert "审核之后，两个条款之一的文字已变" in html


def test_a_clause_whose_parent_is_gone_is_shown_and_can_be_reviewed(pair_store: Store) -> None:
    training = NATION[NATION.index("（五）加强护理人员") : NATION.index("（六）完善老年人")]
    pipeline.add(pair_store, read(NATION.replace(training, ""), "nation.txt"))
    content = document_content(pair_store, CHILD)
    (gone,) = content.comparisons[0].gone
    assert (gone.clause.label, gone.status) == ("三（三）", "suspect")
    assert gone.finding in content.reviewable.statements
    assert set(gone.reason) == {"zh", "en"}
    assert "所对应的上级条款已改动或者删去" in page(pair_store, CHILD).decode()


def test_justified_gaps_stand_apart_from_open_ones(pair_store: Store) -> None:
    bonds, tourism = "国办发〔2030〕5号 二（七）", "云政办发〔2030〕18号 三（五）"
    for clause, other in ((bonds, CHILD), (tourism, None)):
        pipeline.justify(pair_store, find_reference(pair_store, clause), "另有<安排>", None, other)
    shown = view(pair_store)
    for those, label in ((shown.without_child, "二（七）"), (shown.without_parent, "三（五）")):
        assert [e.clause.label for e in those if e.status == "accepted"] == [label]
    told = lxml.html.fromstring(page(pair_store, CHILD).decode())
    closed = ["".join(map(str, li.itertext())) for li in told.findall(".//ul[@class='closed']/li")]
    assert [each.split()[0] for each in closed] == ["二（七）", "三（五）"]
    html = page(pair_store, CHILD).decode()
    assert "另有&lt;安排&gt;" in html
    text = NATION.replace("防范化解债务风险", "严防债务风险")
    pipeline.add(pair_store, read(text, "nation.txt"))
    (bond,) = (each for each in view(pair_store).without_child if each.clause.label == "二（七）")
    assert (bond.because, bond.status) == ("另有<安排>", "suspect")
    assert "说明之后条文已改" in page(pair_store, CHILD).decode()


def test_a_reason_for_another_document_closes_nothing_here(pair_store: Store) -> None:
    bonds = find_reference(pair_store, "国办发〔2030〕5号 二（七）")
    pipeline.justify(
        pair_store, bonds, "另有安排", Gap.NO_CHILD, iri.numbered("海政办发〔2030〕20号")
    )
    (gap,) = (e for e in view(pair_store).without_child if e.clause.label == "二（七）")
    assert gap.because == ""


def test_a_parent_that_is_cited_by_its_title_is_compared_too(pair_store: Store) -> None:
    pipeline.add(pair_store, read(COUNTY, "county.txt"))
    content = document_content(pair_store, iri.numbered("云岭政发〔2031〕9号"))
    (only,) = content.comparisons
    assert only.name == "云政办发〔2030〕18号"
    assert [row.clause.label for row in only.rows] == ["一"]
    assert content.missing == ()
    (edge,) = (each for each in content.scene.edges if each.relation == "corresponds")
    assert (edge.target, edge.stated[0].finding != "") == (only.parent, True)


@pytest.mark.parametrize(("least", "tags"), [(0.0, {"del", "ins"}), (1.1, {"mark"})])
def test_where_little_is_shared_that_is_marked_and_not_all_the_rest(
    pair_store: Store, monkeypatch: pytest.MonkeyPatch, least: float, tags: set[str]
) -> None:
    monkeypatch.setattr(comparison_view, "_FAINT", least)
    told = lxml.html.fromstring(page(pair_store, CHILD).decode())
    sides = told.findall(".//div[@class='side']/p")
    assert {each.tag for side in sides for each in side} == tags
    words = ["".join(map(str, side.itertext())) for side in sides]
    assert any("依托社区食堂、机构食堂和餐饮企业设置老年助餐点" in each for each in words)
    notes = ["".join(map(str, each.itertext())) for each in told.findall(".//p[@class='stands']")]
    assert any("只标出相同之处" in note for note in notes) == ("mark" in tags)


def test_the_key_of_the_text_does_not_call_a_held_document_missing(pair_store: Store) -> None:
    shown = lxml.html.fromstring(page(pair_store, CHILD).decode())
    key = shown.find(".//*[@id='view-text']//mark[@class='mark-cited']")
    assert key is not None
    assert "".join(map(str, key.itertext())) == "所引文件"
