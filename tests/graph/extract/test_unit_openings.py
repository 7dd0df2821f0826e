"""A heading that stands right before the first sentence is no part of it."""

from __future__ import annotations

import pytest

from graph.extract.unit_openings import opening
from graph.model import Passage


@pytest.mark.parametrize(
    ("text", "heading", "sentence"),
    [
        ("（二）强化监管协同 市、区要加强配合。", "强化监管协同", "市、区要加强配合。"),
        ("（二）强化监管协同各区要加强配合。", "强化监管协同", "各区要加强配合。"),
        ("（二）强化监管协同\n各区要加强配合。", "强化监管协同", "各区要加强配合。"),
        ("（二）强化监管协同。各区要加强配合。", "强化监管协同", "强化监管协同。各区要加强配合。"),
        ("（二）强化监管协同，各区要配合。", "强化监管协同", "强化监管协同，各区要配合。"),
        ("（二）强化监管协同的措施要落实。", "强化监管协同", "强化监管协同的措施要落实。"),
        ("（二）强化监管协同", "强化监管协同", "强化监管协同"),
        ("（二）各区要加强配合。", "", "各区要加强配合。"),
        ("（二）监督 各区要加强配合。", "监督", "监督 各区要加强配合。"),
    ],
)
def test_the_first_sentence_begins_behind_a_glued_heading(
    text: str, heading: str, sentence: str
) -> None:
    start, behind = opening(text, Passage("（二）", 0, 0, len(text)), heading)
    assert (text[start:], text[behind:]) == (text[3:], sentence)
