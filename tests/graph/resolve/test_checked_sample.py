"""Two hundred mentions drawn at random from the texts, each read by hand in its context.

Read by hand, by the one who wrote the rules: nobody else has judged them yet. ``ok`` says that the
body is the one meant, or that the mention stays open where it names none; ``unsure`` that the text
allows another reading.
"""

import csv
import datetime as dt
from pathlib import Path

import pytest

from graph.coverage import draw, mentions
from graph.files import documents_in
from graph.model import Jurisdiction, Reading
from graph.resolve import Agency, resolve_agency
from ontology import divisions
from tests.graph.resolve.named import identity_of

SEED, SIZE = "652801", 200
SAMPLE = Path(__file__).parent / "resolution_sample.tsv"


def sample() -> list[dict[str, str]]:
    with SAMPLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def test_the_checked_sample_has_no_wrong_merge() -> None:
    verdicts = [row["verdict"] for row in sample()]
    assert len(verdicts) == SIZE
    assert set(verdicts) <= {"ok", "unsure"}
    assert all(row["why"] for row in sample() if row["verdict"] == "unsure")


@pytest.mark.parametrize("row", sample(), ids=lambda row: f"{row['mention']}-{row['start']}")
def test_a_mention_of_the_checked_sample_is_what_was_checked(row: dict[str, str]) -> None:
    place = divisions.get(row["place"])
    jurisdiction = Jurisdiction(place.code, place.name) if place else None
    day = dt.date.fromisoformat(row["day"]) if row["day"] else None
    found = resolve_agency(row["mention"], jurisdiction, day)
    kind = found.classification if isinstance(found, Agency) else found.kind
    assert (identity_of(found), kind or "") == (row["resolved"], row["kind"])


def test_the_checked_sample_is_what_its_seed_draws_from_the_texts(
    corpus: Path, corpus_readings: dict[str, Reading]
) -> None:
    files = [path for path in documents_in([corpus]) if path.suffix == ".txt"]
    found = list(mentions(corpus_readings[path.name] for path in files))
    drawn = {(m.found.agency, m.found.name_span.start) for m in draw(found, SEED, SIZE)}
    checked = {(row["mention"], int(row["start"])) for row in sample()}
    assert len(drawn & checked) > 0.9 * SIZE  # what is read has changed a little since
