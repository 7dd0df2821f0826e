from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from exports.page.content import document_content
from exports.page.data import details_data, graph_data
from exports.page.packing import ids, packed
from ontology import names

if TYPE_CHECKING:
    from graph.store import Store


@pytest.fixture
def plain(store: Store, korla: str) -> tuple[dict[str, Any], dict[str, Any]]:
    content = document_content(store, korla)
    return graph_data(content), details_data(content)


def test_things_of_the_first_document_are_named_below_it(
    plain: tuple[dict[str, Any], dict[str, Any]], korla: str
) -> None:
    graph, details = plain
    made = packed(graph, details)
    starts = {"~": names.ID, "^": korla}
    assert [starts[each[0]] + each[1:] for each in made["ids"]] == ids(graph)
    assert "^/annex/1/四/（六）" in made["ids"]


def test_what_recurs_is_there_once(plain: tuple[dict[str, Any], dict[str, Any]]) -> None:
    made = packed(*plain)
    for table in ("places", "findings", "kinds_of", "ties", "sayings"):
        values = [str(each) for each in made[table]]
        assert len(values) == len(set(values)), table


def test_english_that_stands_as_the_chinese_does_is_not_repeated(
    plain: tuple[dict[str, Any], dict[str, Any]],
) -> None:
    boxes = packed(*plain)["languages"]["en"]["boxes"]
    assert boxes.count(0) > len(boxes) / 2
    assert any(boxes)  # groups and rights have names of their own


def test_a_row_of_what_is_not_drawn_keeps_its_name(
    plain: tuple[dict[str, Any], dict[str, Any]],
) -> None:
    graph, details = plain
    row = {"id": f"{names.ID}document/国发/2014/25", "name": "国发〔2014〕25号", "cells": []}
    graph["matrix"] = {**graph["matrix"], "rows": [row]}
    assert packed(graph, details)["matrix"]["rows"] == [[row["id"], row["name"]]]
