from __future__ import annotations

from typing import TYPE_CHECKING

from graph.align.peers import peers

if TYPE_CHECKING:
    from graph.align.comparison import Comparison


def test_a_row_holds_the_parents_words_and_each_documents(down: Comparison) -> None:
    found = peers([down, down], ["condition"])
    residence = next(row for row in found.rows if "居住" in row.subject)
    assert residence.parent
    assert found.parent.quote(residence.parent) == "在当地连续居住满五年"
    assert [(value.document, value.clause) for value in residence.values] == [
        (0, "三（一）"),
        (1, "三（一）"),
    ]


def test_rows_stand_in_the_order_of_the_parent(down: Comparison) -> None:
    found = peers([down], ["condition", "target", "deadline", "leader", "family"])
    order = {each.label: each.position for each in found.parent.provisions}
    places = [order[row.clause] for row in found.rows]
    assert places == sorted(places)


def test_only_the_kinds_that_are_asked_for(down: Comparison) -> None:
    assert {row.kind for row in peers([down], ["target"]).rows} == {"target"}
