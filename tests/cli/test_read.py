from __future__ import annotations

from importlib.resources import as_file, files
from typing import TYPE_CHECKING

import pytest

from graph.pipeline import SAMPLE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.cli.conftest import Command


@pytest.fixture
def sample() -> Iterator[Path]:
    with as_file(files("graph") / "samples" / SAMPLE) as path:
        yield path


def test_one_object_has_all_that_is_found_and_nothing_is_stored(
    zhengmai: Command, sample: Path, in_an_empty_folder: Path
) -> None:
    run = zhengmai("read", sample, "--format", "json")
    assert (run.status, run.err) == (0, "")
    assert run.json["number"] == "库政办发〔2018〕171号"
    assert len(run.json["provisions"]) == 28
    text = sample.read_text(encoding="utf-8-sig")
    found = [item for items in run.json.values() if isinstance(items, list) for item in items]
    quoted = [item for item in found if "quote" in item]
    assert len(quoted) > 100
    assert all(text[item["start"] : item["end"]] == item["quote"] for item in quoted)
    assert list(in_an_empty_folder.iterdir()) == []


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_table_has_a_row_for_each_thing(zhengmai: Command, sample: Path, lang: str) -> None:
    found = zhengmai("read", sample, "--format", "json").json
    head = {"number", "title", "issuer", "date_issued"}  # a row also where there is none
    things = sum(
        len(value) if isinstance(value, list) else bool(value) or key in head
        for key, value in found.items()
    )
    rows = zhengmai("read", sample, "--format", "csv", "--lang", lang).csv
    assert len(rows) == things
    kinds = {next(iter(row.values())) for row in rows}
    assert ({"责任", "引用"} if lang == "zh" else {"responsibilities", "citations"}) <= kinds


def test_a_file_that_does_not_exist_is_refused(zhengmai: Command) -> None:
    zhengmai("read", "missing.txt").refuses(2, "missing.txt", "cannot be opened")


def test_a_folder_is_refused(zhengmai: Command) -> None:
    zhengmai("read", ".").refuses(2, "cannot be opened")
