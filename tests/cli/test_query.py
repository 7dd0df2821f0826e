from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import content
from tests.conftest import ROOT

if TYPE_CHECKING:
    from tests.cli.conftest import Command

ELI = "PREFIX eli: <http://data.europa.eu/eli/ontology#> "
PARTS = ELI + "SELECT ?part ?label { ?part a eli:LegalResourceSubdivision ; eli:id_local ?label }"


def asked(text: str, encoding: str = "utf-8") -> Path:
    path = Path("question.rq")
    path.write_text(text, encoding)
    return path


def test_a_select_query_answers_rows(zhengmai: Command, sample_store: Path) -> None:
    run = zhengmai("query", asked(PARTS), "--store", sample_store, "--format", "json")
    assert run.status == 0
    assert len(run.json) == 28
    assert {"三（一）1", "五（十五）"} <= {row["label"] for row in run.json}


def test_a_file_with_a_byte_order_mark_is_read(zhengmai: Command, sample_store: Path) -> None:
    run = zhengmai("query", asked(PARTS, "utf-8-sig"), "--store", sample_store)
    assert (run.status, run.err) == (0, "")


@pytest.mark.parametrize(
    ("pattern", "status", "said"),
    [("?s a eli:LegalResource", 0, "true\n"), ("?s a eli:NoSuchThing", 1, "false\n")],
)
def test_an_ask_query_answers_by_word_and_status(
    zhengmai: Command, sample_store: Path, pattern: str, status: int, said: str
) -> None:
    run = zhengmai("query", asked(f"{ELI} ASK {{ {pattern} }}"), "--store", sample_store)
    assert (run.status, run.out) == (status, said)


def test_a_construct_query_answers_n_triples(zhengmai: Command, sample_store: Path) -> None:
    text = ELI + "CONSTRUCT { ?s eli:title ?t } WHERE { ?s eli:title ?t }"
    run = zhengmai("query", asked(text), "--store", sample_store)
    assert run.status == 0
    assert all(line.startswith("<") and line.endswith(" .") for line in run.out.splitlines())


def test_a_query_without_an_answer_says_so(zhengmai: Command, sample_store: Path) -> None:
    file = asked(ELI + "SELECT ?s { ?s a eli:NoSuchThing }")
    zhengmai("query", file, "--store", sample_store).refuses(1, "没有找到")
    run = zhengmai("query", file, "--store", sample_store, "--format", "json")
    assert (run.status, run.json) == (1, [])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("谁负责？", "no SPARQL that reads"),
        ("", "no SPARQL that reads"),
        ("DELETE WHERE { ?s ?p ?o }", "no SPARQL that reads"),
        ("DROP ALL", "no SPARQL that reads"),
        ("SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }", "SERVICE"),
    ],
)
def test_what_is_no_question_to_this_store_is_refused(
    zhengmai: Command, store: Path, text: str, said: str
) -> None:
    before = content(store)
    zhengmai("query", asked(text), "--store", store).refuses(2, said)
    assert content(store) == before


def test_a_query_file_that_cannot_be_read_is_refused(zhengmai: Command, sample_store: Path) -> None:
    zhengmai("query", "missing.rq", "--store", sample_store).refuses(2, "missing.rq")
    zhengmai("query", ".", "--store", sample_store).refuses(2, "cannot be opened")
    file = asked("# 谁负责？", "gb18030")
    zhengmai("query", file, "--store", sample_store).refuses(2, "question.rq", "UTF-8")


def test_a_query_that_takes_too_long_ends_the_program(sample_store: Path) -> None:
    text = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o . ?a ?b ?c . ?x ?y ?z }"
    command = "import sys; from cli.main import main; sys.exit(main(sys.argv[1:]))"
    arguments = ["query", "-", "--timeout", "0.5", "--store", str(sample_store)]
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", command, *arguments],
        capture_output=True,
        check=False,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        input=text,
        timeout=30,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("zhengmai: 超过 0.5 秒")
    assert len(done.stderr.splitlines()) == 1


def test_a_query_within_its_time_is_answered(zhengmai: Command, sample_store: Path) -> None:
    run = zhengmai("query", asked("ASK {}"), "--timeout", "60", "--store", sample_store)
    assert (run.status, run.out) == (0, "true\n")


def test_a_time_that_no_timer_takes_is_refused(zhengmai: Command, sample_store: Path) -> None:
    run = zhengmai("query", asked("ASK {}"), "--timeout", "inf", "--store", sample_store)
    run.refuses(2, "--timeout")
