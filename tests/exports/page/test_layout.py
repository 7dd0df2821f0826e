from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.network import network
from exports.page.document_scene import document_scene
from exports.page.layout import Box, layout
from exports.page.scene import Edge, Node, Scene

if TYPE_CHECKING:
    from graph.store import Store


@pytest.fixture(scope="module")
def scene(store: Store, korla: str) -> Scene:
    return document_scene(network(store, korla), korla)


def overlapping(one: Box, other: Box) -> bool:
    across = abs(one.x - other.x) < (one.width + other.width) / 2
    return across and abs(one.y - other.y) < (one.height + other.height) / 2


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_two_shapes_of_the_sample_overlap(scene: Scene, lang: str) -> None:
    boxes = layout(scene, lang).boxes.values()
    assert not [pair for pair in combinations(boxes, 2) if overlapping(*pair)]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_caption_stands_in_a_shape(scene: Scene, lang: str) -> None:
    drawn = layout(scene, lang)
    assert not [
        caption
        for caption in drawn.captions
        for box in drawn.boxes.values()
        if abs(caption.x - box.x) < box.width / 2 and abs(caption.y - box.y) < box.height / 2 + 5
    ]


def test_columns_go_from_the_documents_above_to_the_rights(scene: Scene) -> None:
    drawn = layout(scene, "zh")
    captions = [c.text for c in sorted(drawn.captions, key=lambda c: c.x) if c.column]
    assert captions == [
        "上级与所引文件",
        "本文件",
        "章节",
        "条款",
        "责任机构",
        "适用对象",
        "权利",
    ]


def test_higher_documents_stand_higher(scene: Scene) -> None:
    boxes = layout(scene, "zh").boxes
    heights = {node.zh: boxes[node.id].y for node in scene.nodes if node.column == "cited"}
    assert (
        heights["国办发〔2016〕72号"]
        < heights["新政发〔2014〕68号"]
        < heights["巴政办发〔2018〕77号"]
    )


def test_provisions_stand_in_the_order_of_the_text(scene: Scene) -> None:
    boxes = layout(scene, "zh").boxes
    for column in ("section", "clause"):
        nodes = [node for node in scene.nodes if node.column == column]
        ordered = sorted(nodes, key=lambda node: node.position)
        heights = [boxes[node.id].y for node in ordered]
        assert heights == sorted(heights)


def test_a_first_clause_stands_beside_its_section(scene: Scene) -> None:
    boxes = {node.name.split()[0]: layout(scene, "zh").boxes[node.id] for node in scene.nodes}
    assert boxes["四"].y == boxes["四（三）"].y


NODES = st.lists(
    st.tuples(
        st.sampled_from(["cited", "work", "section", "clause", "body", "group", "right"]),
        st.text(alphabet="落户农民权利（一）ab ", min_size=1, max_size=40),
        st.sampled_from(["国", "省", "市", "县", ""]),
        st.integers(0, 2),
    ),
    max_size=40,
)


@given(NODES, st.data())
def test_no_shapes_overlap_whatever_there_is(
    made: list[tuple[str, str, str, int]], data: st.DataObject
) -> None:
    nodes = tuple(
        Node(
            id=str(number),
            kind="group",
            column=column,
            zh=words,
            en=words * 2,
            heading=words,
            name=words,
            level=level,
            position=number,
            depth=depth if column == "section" else 0,
        )
        for number, (column, words, level, depth) in enumerate(made)
    )
    ends = st.sampled_from([node.id for node in nodes]) if nodes else st.nothing()
    pairs = data.draw(st.lists(st.tuples(ends, ends), max_size=30)) if nodes else []
    edges = tuple(Edge(f"{a} {b}", a, b, "lead", ()) for a, b in pairs)
    used = {node.column for node in nodes}
    columns = tuple(
        c for c in ("cited", "work", "section", "clause", "body", "group", "right") if c in used
    )
    boxes = layout(Scene("", "", columns, nodes, edges), "zh").boxes
    assert not [pair for pair in combinations(boxes.values(), 2) if overlapping(*pair)]
