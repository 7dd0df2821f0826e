from __future__ import annotations

from exports.labels import labels
from exports.network import Kind, Link
from exports.page.appearance import APART, DARK_SHAPES, LINES, SHAPES
from exports.page.scene import DUE, INFERRED, LACKS
from graph.model import Relation, Role


def luminance(color: str) -> float:
    """Relative luminance, WCAG 2.2."""
    channels = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_words_stand_out_from_their_shape() -> None:
    for shape in (*SHAPES.values(), *DARK_SHAPES.values()):
        assert contrast(shape.ink, shape.fill) >= 4.5


def test_lines_stand_out_from_their_ground() -> None:
    for line in (*LINES.values(), *(line for line, _ in APART.values())):
        assert contrast(line.color, "#ffffff") >= 3
        assert contrast(line.dark, "#10151b") >= 3


def test_every_kind_and_relation_has_a_look() -> None:
    assert {*LINES} == {*Relation, *Role, *Link, INFERRED, LACKS, DUE}
    assert SHAPES.keys() == DARK_SHAPES.keys()
    own = {"cited", "cited_known", "section", "clause", "deadline", "gap"}
    assert {*SHAPES} == {*Kind, *own} - {Kind.PROVISION}


def test_every_kind_has_a_name() -> None:
    assert SHAPES.keys() <= labels().keys()


def test_no_two_relations_look_alike() -> None:
    lines = (*LINES.values(), *(line for line, _ in APART.values()))
    looks = [(line.color, line.dashes) for line in lines]
    assert len(looks) == len(set(looks))
