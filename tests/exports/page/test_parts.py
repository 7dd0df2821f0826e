from __future__ import annotations

from typing import TYPE_CHECKING

from exports.page.parts import parts
from exports.page.scene import Edge, Node, Scene

if TYPE_CHECKING:
    from collections.abc import Iterable

COLUMNS = ("cited", "work", "section", "clause", "body", "group", "right")
LEVELS = ("level.国", "level.省", "level.市")


def node(name: str, column: str, position: int = 0, kind: str = "", level: str = "") -> Node:
    return Node(name, kind or column, column, name, name, "", name, level, position, 0)


def edge(source: str, target: str, relation: str = "contains") -> Edge:
    return Edge(f"{source} {relation} {target}", source, target, relation, ())


def plan(sections: Iterable[int]) -> Scene:
    """A plan whose sections have so many clauses, led by an office for each section."""
    nodes, edges = [node("通知", "work"), node("上级", "cited")], [edge("通知", "上级", "basis")]
    for number, clauses in enumerate(sections):
        section, office = f"节{number}", f"局{number}"
        nodes += [node(section, "section", 1000 * number), node(office, "body")]
        edges.append(edge("通知", section))
        for at in range(clauses):
            clause = f"{section}条{at}"
            nodes.append(node(clause, "clause", 1000 * number + at + 1))
            edges += [edge(section, clause), edge(clause, office, "lead")]
    return Scene("", "", COLUMNS, tuple(nodes), tuple(edges))


def test_what_can_be_read_at_once_has_no_parts() -> None:
    assert parts(plan([10, 10, 10])) == ()


def test_a_part_has_its_clauses_and_what_they_name_and_the_documents_above() -> None:
    first, second, third = parts(plan([29, 29, 29]))
    assert first.names == {"zh": "节0", "en": "节0"}
    assert {"通知", "上级", "节0", "节0条28", "局0"} <= first.nodes
    assert not {"节1", "节1条0", "局1"} & first.nodes
    assert {"节2条0", "局2"} <= third.nodes
    assert "局2" not in second.nodes


def test_short_sections_stand_together_and_a_long_one_stays_whole() -> None:
    found = parts(plan([5, 5, 80, 4]))
    assert [part.names["zh"] for part in found] == ["节0–节1", "节2", "节3"]
    assert sum(name.startswith("节2条") for name in found[1].nodes) == 80


def test_every_shape_of_a_document_is_in_a_part() -> None:
    scene = plan([40, 3, 3, 50, 1])
    assert frozenset().union(*(part.nodes for part in parts(scene))) == {n.id for n in scene.nodes}


def test_flat_provisions_are_shown_some_at_a_time() -> None:
    clauses = [node(f"第{at}条", "clause", at) for at in range(100)]
    scene = Scene(
        "",
        "",
        COLUMNS,
        (node("办法", "work"), *clauses),
        tuple(edge("办法", clause.id) for clause in clauses),
    )
    found = parts(scene)
    assert found[0].names["zh"] == "第0条–第29条"
    assert len(found) == 4


def test_a_part_of_an_annex_says_so() -> None:
    clauses = [
        Node(f"附{at}", "clause", "clause", f"{at}.", f"{at}.", "", f"附件/{at} 名", "", at, 0)
        for at in range(80)
    ]
    edges = [edge("附件", clause.id) for clause in clauses]
    found = parts(Scene("", "", COLUMNS, (node("附件", "work"), *clauses), tuple(edges)))
    assert [part.names["zh"] for part in found] == ["附件/0–29", "附件/30–59", "附件/60–79"]


def test_parts_of_different_works_stay_apart() -> None:
    nodes = [node("通知", "work"), node("附件", "work")]
    nodes += [node(f"文{at}", "clause", at) for at in range(10)]
    nodes += [node(f"附{at}", "clause", at) for at in range(70)]
    edges = [edge("通知", f"文{at}") for at in range(10)]
    edges += [edge("附件", f"附{at}") for at in range(70)]
    found = parts(Scene("", "", COLUMNS, tuple(nodes), tuple(edges)))
    assert {"文0–文9", "附0–附29"} <= {part.names["zh"] for part in found}
    assert not any({"文0", "附0"} <= part.nodes for part in found)


def test_a_store_begins_with_what_most_is_tied_to() -> None:
    laws = [node(f"法{at}", "level.国", kind="cited", level="国") for at in range(200)]
    held = [node(f"市办法{at}", "level.市", kind="document", level="市") for at in range(200)]
    edges = [edge(f"市办法{at}", "法0", "basis") for at in range(200)]
    first, cities = parts(Scene("", "", LEVELS, (*laws, *held), tuple(edges)))
    assert first.names == {"zh": "引用关系最多", "en": "Most cited or citing"}
    assert "法0" in first.nodes
    assert len(first.nodes) == 150
    assert cities.names == {"zh": "地级", "en": "prefectural"}
    assert cities.nodes == {f"市办法{at}" for at in range(200)} | {"法0"}
