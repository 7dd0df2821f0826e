"""Readings of real documents against what a careful reader found in them (``../shared/gold``)."""

from __future__ import annotations

import importlib.util
import json
from typing import TYPE_CHECKING, Any

import pytest

from exports.reading import reading_object
from graph.pipeline import read_file

if TYPE_CHECKING:
    from pathlib import Path

FLOORS = {
    ("metadata.number", "f1"): 1.0,
    ("metadata.title", "f1"): 1.0,
    ("metadata.issuer", "f1"): 1.0,
    ("metadata.date_issued", "f1"): 1.0,
    ("provisions", "f1"): 0.99,
    ("citations", "f1"): 0.98,
    ("citations.relation", "f1"): 0.98,
    ("responsibilities", "f1"): 0.97,
    ("responsibilities.body", "recall"): 0.90,
    ("deadlines", "recall"): 0.95,
}


@pytest.fixture(scope="module")
def readings(corpus: Path) -> dict[str, tuple[dict[str, Any], dict[str, Any], str]]:
    """Name of the gold file → what it states, what is read, and the decoded source."""
    paths = sorted((corpus.parent / "gold").glob("*.json"))
    if not paths:
        pytest.skip("the gold readings (../shared/gold) are not beside this checkout")
    found = {}
    for path in paths:
        gold = json.loads(path.read_text(encoding="utf-8"))
        reading = read_file(corpus.parent / gold["file"])
        found[path.stem] = (gold, reading_object(reading), reading.document.source.text)
    return found


@pytest.fixture(scope="module")
def tally(corpus: Path, readings: dict[str, tuple[dict[str, Any], dict[str, Any], str]]) -> Any:  # noqa: ANN401 - a class of the yardstick's script, which is no package
    spec = importlib.util.spec_from_file_location("yardstick", corpus.parent / "evaluate.py")
    assert spec
    assert spec.loader
    yardstick = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(yardstick)
    counted = yardstick.Tally()
    for name, (gold, found, _) in readings.items():
        yardstick.compare(gold, found, counted, name)
    return counted


@pytest.mark.parametrize(("kind", "figure"), FLOORS)
def test_no_figure_falls_below_its_floor(tally: Any, kind: str, figure: str) -> None:  # noqa: ANN401
    assert tally.hit[kind]
    row = tally.row(kind)
    assert row[figure] >= FLOORS[kind, figure], "\n".join([str(row), *tally.notes[kind]])


def test_every_quote_stands_at_its_offsets(
    readings: dict[str, tuple[dict[str, Any], dict[str, Any], str]],
) -> None:
    for name, (_, found, text) in readings.items():
        rows = [row for rows in found.values() if isinstance(rows, list) for row in rows]
        quotes = [row for row in rows if "quote" in row]
        assert quotes, name
        for row in quotes:
            assert text[row["start"] : row["end"]] == row["quote"], (name, row)


def test_the_sample_is_read_without_a_miss(
    corpus: Path,
    readings: dict[str, tuple[dict[str, Any], dict[str, Any], str]],
    tally: Any,  # noqa: ANN401
) -> None:
    del corpus
    assert "korla-2018-171" in readings
    missed = [note for notes in tally.notes.values() for note in notes if note.startswith("korla")]
    assert missed == []
