"""Every real text: read without an exception, and every quote at its offsets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports.reading import reading_object
from graph.model import Place

if TYPE_CHECKING:
    from pathlib import Path

    from graph.model import Reading

PLACES = frozenset(Place)


def test_nearly_all_texts_are_documents(corpus: Path, corpus_readings: dict[str, Reading]) -> None:
    texts = list(corpus.glob("*.txt"))
    assert len(texts) - len(corpus_readings) <= len(texts) * 0.02


def test_every_quote_stands_at_its_offsets(corpus_readings: dict[str, Reading]) -> None:
    for name, reading in corpus_readings.items():
        text = reading.document.source.text
        for kind, rows in reading_object(reading).items():
            for row in rows if isinstance(rows, list) else ():
                if "quote" in row:
                    assert row["quote"] == text[row["start"] : row["end"]] != "", (name, kind, row)


def test_every_finding_stands_in_a_place_of_its_document(
    corpus_readings: dict[str, Reading],
) -> None:
    for name, reading in corpus_readings.items():
        document = reading.document
        spans = {provision.label: provision.span for provision in document.provisions}
        for finding in (
            *reading.citations,
            *reading.responsibilities,
            *reading.norms,
            *reading.groups,
            *reading.rights,
            *reading.conditions,
            *reading.targets,
            *reading.deadlines,
        ):
            assert finding.where in spans or finding.where in PLACES, (name, finding)
            assert 0 <= finding.work < len(document.works), (name, finding)
            if finding.where in spans:
                whole = spans[finding.where]
                assert whole.start <= finding.span.start, (name, finding)
                assert finding.span.end <= whole.end, (name, finding)


def test_labels_are_unique_and_parents_hold_their_children(
    corpus_readings: dict[str, Reading],
) -> None:
    for name, reading in corpus_readings.items():
        spans = {provision.label: provision.span for provision in reading.document.provisions}
        assert len(spans) == len(reading.document.provisions), name
        for provision in reading.document.provisions:
            if provision.parent:
                whole = spans[provision.parent]
                assert whole.start <= provision.span.start, (name, provision.label)
                assert provision.span.end <= whole.end, (name, provision.label)


def test_every_name_is_written_where_it_is_said_to_be(corpus_readings: dict[str, Reading]) -> None:
    for name, reading in corpus_readings.items():
        for found in reading.responsibilities:
            assert reading.document.quote(found.name_span) == found.as_written, (name, found)
            assert found.agency, (name, found)
