from __future__ import annotations

from typing import TYPE_CHECKING

from exports.network import network
from exports.page.descent import descent, scene_lineage
from exports.page.document_scene import document_scene
from exports.page.lineage_view import Member, Tie, lineage_view, most_tied

if TYPE_CHECKING:
    from graph.store import Store


def test_the_sample_stands_below_what_it_carries_out(store: Store, korla: str) -> None:
    scene = document_scene(network(store, korla), korla)
    family = descent(store, korla, scene)
    drawing = lineage_view(family.members, family.ties)
    heights = {box.member.name: box.y for box in drawing.boxes}
    assert (
        heights["国办发〔2016〕72号"]
        < heights["新政发〔2014〕68号"]
        < heights["巴政办发〔2018〕77号"]
        < heights["库政办发〔2018〕171号"]
        < heights["五（十五）"]
    )
    assert [band.level for band in drawing.bands] == ["国", "省", "市", "县", "clauses"]
    assert {drawn.tie.relation for drawn in drawing.ties} == {"implements", "basis", "cites"}


def test_every_tie_has_words_that_state_it(store: Store, korla: str) -> None:
    scene = document_scene(network(store, korla), korla)
    family = descent(store, korla, scene)
    stated = {edge.id: edge.stated for edge in (*scene.edges, *family.relations)}
    for tie in family.ties:
        assert all(each.evidence.quote for each in stated[tie.id])


def test_a_scene_speaks_for_its_documents(store: Store, korla: str) -> None:
    family = scene_lineage(document_scene(network(store, korla), korla))
    assert {tie.source for tie in family.ties} == {korla}
    assert len(family.members) == 6


def test_a_name_that_is_a_title_takes_the_lines_of_both() -> None:
    name = "国务院关于深入推进新型城镇化建设和进一步推进户籍制度改革的若干意见"
    (box,) = lineage_view([Member("a", "cited", name, "", "国")], []).boxes
    assert box.name + "".join(box.lines) == name


def test_nothing_gives_no_drawing() -> None:
    assert lineage_view([], []).boxes == ()


def test_the_most_tied_are_drawn_and_the_others_counted() -> None:
    members = [Member(name, "cited", name, "", "国") for name in "abcd"]
    ties = [Tie("1", "a", "b", "basis", ""), Tie("2", "c", "b", "basis", "")]
    shown, hidden = most_tied(members, ties, 2)
    assert [member.id for member in shown] == ["a", "b"]
    assert hidden == 2
