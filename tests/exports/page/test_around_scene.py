from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from exports.network import network
from exports.page import page_around
from exports.page.around_scene import around_scene
from graph.references import find_reference

if TYPE_CHECKING:
    from graph.store import Store

POLICE = "https://w3id.org/zhengmai/id/agency/652801/公安局"


@pytest.mark.parametrize(("hops", "kinds"), [(1, {"clause", "agency"}), (2, {"section", "group"})])
def test_a_neighbourhood_ends_where_its_steps_end(
    store: Store, korla: str, hops: int, kinds: set[str]
) -> None:
    scene = around_scene(network(store), POLICE, hops, [korla])
    found = {node.kind for node in scene.nodes}
    assert kinds <= found
    assert ("group" in found) == (hops == 2)
    assert POLICE in {node.id for node in scene.nodes}
    ((key, values),) = scene.notes
    assert (key, values["hops"]) == ("page.around", hops)
    assert values["shown"] == values["all"] == len(scene.nodes)


def test_the_page_of_a_neighbourhood_brings_the_texts_it_touches(store: Store) -> None:
    html = page_around(store, find_reference(store, "库尔勒市公安局"), 1).decode()
    assert "<title>库尔勒市公安局</title>" in html
    assert 'data-doc="0"' in html
