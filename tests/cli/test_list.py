from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.answers.listing import KINDS

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Command


# What their rules state was measured right less than four times in five.
CANDIDATES_ONLY = ("conditions",)
SOME_CANDIDATES = ("rights",)


@pytest.mark.parametrize("kind", [*KINDS, "norms", "conditions", "targets"])
def test_every_kind_is_listed_and_named_in_the_help(
    zhengmai: Command, sample_store: Path, kind: str
) -> None:
    run = zhengmai("list", kind, "--store", sample_store, "--format", "json")
    if kind in CANDIDATES_ONLY:
        assert (run.status, run.json) == (1, [])
        assert "只作候选" in run.err
    else:
        assert run.status == 0
        assert ("只作候选" in run.err) if kind in SOME_CANDIDATES else (run.err == "")
        assert run.json
    assert kind in zhengmai("list", "--help").out


def test_stubs_are_the_five_documents_that_the_sample_cites(
    zhengmai: Command, sample_store: Path
) -> None:
    rows = zhengmai("list", "stubs", "--store", sample_store, "--format", "json").json
    assert len(rows) == 5
    assert rows[0]["number"] == "新政发〔2014〕68号"
    assert "省级" in zhengmai("list", "stubs", "--store", sample_store).out


def test_what_is_forbidden_is_told_among_the_norms(zhengmai: Command, sample_store: Path) -> None:
    rows = zhengmai("list", "norms", "--store", sample_store, "--format", "json").json
    forbidden = {row["provision"] for row in rows if row["kind"] == "prohibition"}
    assert forbidden == {"三（二）2", "四（六）"}


def test_an_unknown_kind_is_told_what_there_is(zhengmai: Command, sample_store: Path) -> None:
    run = zhengmai("list", "document", "--store", sample_store)
    run.refuses(2, "document:", *KINDS)
