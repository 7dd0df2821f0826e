from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from graph.errors import AnswerTooLarge, QueriesWaiting, QueryError, QueryTimeout, StoreError
from graph.pipeline import add, read_sample
from graph.store import open_store
from graph.store.pool import Ending, Pool, pool
from graph.store.worker import ASKED, send
from tests.conftest import ROOT
from tests.work import until_computing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


JSON = "application/sparql-results+json"
ASK = "ASK { ?s ?p ?o }"
PATIENT = 300  # seconds that no query here takes, on a busy machine either
LONG = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o . ?a ?b ?c . ?x ?y ?z }"  # takes minutes


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("asked") / "store"
    with open_store(folder, write=True) as store:
        add(store, read_sample())
    return folder


def gone(pid: int) -> bool:
    """Whether a process has ended, and has been waited for."""
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, 0)
        return False
    return True


def test_a_query_is_answered_as_the_store_answers_it_in_an_accepted_form(path: Path) -> None:
    count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    with pool(path, timeout=PATIENT) as queries, open_store(path, write=False) as store:
        (row,) = store.select(count)
        answer, media_type = queries.answer(count, ["text/csv"])
        assert (answer.decode(), media_type.partition(";")[0]) == (
            f"n\r\n{row['n']}\r\n",
            "text/csv",
        )
        for accepted in ([JSON], ["image/png"], []):
            answer, media_type = queries.answer(ASK, accepted)
            assert (json.loads(answer)["boolean"], media_type) == (True, JSON)


def test_a_query_that_takes_too_long_is_ended_with_its_process(path: Path) -> None:
    with pool(path, timeout=PATIENT, workers=1) as queries:
        queries.answer(ASK, [JSON])
        (before,) = queries.processes
        queries.timeout = 1
        with pytest.raises(QueryTimeout, match="1 s"):
            queries.answer(LONG, [JSON])
        assert gone(before)
        queries.timeout = PATIENT
        assert queries.answer(ASK, [JSON])[1] == JSON
        (after,) = queries.processes
    assert gone(after)


@contextlib.contextmanager
def computing(queries: Pool) -> Iterator[Future[tuple[bytes, str]]]:
    """A long query that is computed by a worker now; it is ended at last."""
    ending = Ending()
    with ThreadPoolExecutor(1) as thread:
        long = thread.submit(queries.answer, LONG, [JSON], ending)
        try:
            until_computing(queries.processes)
            yield long
        finally:
            ending.end()


def test_two_are_answered_at_once_and_a_long_one_holds_up_no_other(path: Path) -> None:
    with pool(path, timeout=PATIENT, workers=2) as queries, computing(queries) as long:
        for _ in range(5):
            assert queries.answer(ASK, [JSON])[1] == JSON
        assert not long.done()


def test_waiting_counts(path: Path) -> None:
    with pool(path, timeout=PATIENT, workers=1) as queries, computing(queries) as long:
        queries.timeout = 0.3
        with pytest.raises(QueryTimeout):
            queries.answer(ASK, [JSON])
        assert not long.done()


def test_where_too_many_wait_the_next_is_refused(path: Path) -> None:
    with (
        pool(path, timeout=PATIENT, workers=1, waiting=0) as queries,
        computing(queries) as long,
    ):
        with pytest.raises(QueriesWaiting):
            queries.answer(ASK, [JSON])
        assert not long.done()


def test_a_query_ends_when_nobody_waits_for_it(path: Path) -> None:
    with pool(path, timeout=PATIENT, workers=1) as queries, ThreadPoolExecutor(1) as thread:
        (before,) = queries.processes
        ending = Ending()
        asked = thread.submit(queries.answer, LONG, [JSON], ending)
        until_computing([before])
        ending.end()
        with pytest.raises(StoreError, match="nobody waits"):
            asked.result()
        assert gone(before)
        with pytest.raises(StoreError, match="nobody waits"):
            queries.answer(ASK, [JSON], ending)


def test_an_ending_that_comes_too_late_ends_no_other_query(path: Path) -> None:
    with pool(path, timeout=PATIENT, workers=1) as queries:
        ending = Ending()
        queries.answer(ASK, [JSON], ending)
        before = queries.processes
        ending.end()
        assert queries.answer(ASK, [JSON])[1] == JSON
        assert queries.processes == before


def test_an_answer_is_given_whole_or_not_at_all(path: Path) -> None:
    text = "SELECT * { ?s ?p ?o }"
    with pool(path, timeout=PATIENT, workers=1, most=2_000_000) as queries:
        with pytest.raises(AnswerTooLarge, match=r"2 MB.*LIMIT"):
            queries.answer(text, [JSON])
        assert len(json.loads(queries.answer(f"{text} LIMIT 9", [JSON])[0])["results"]) == 1


@pytest.mark.parametrize(
    "text", ["SELECT", "DROP ALL", "SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }"]
)
def test_what_is_no_query_is_refused_and_the_process_stays(path: Path, text: str) -> None:
    with pool(path, timeout=PATIENT, workers=1) as queries:
        before = queries.processes
        with pytest.raises(QueryError, match="the query"):
            queries.answer(text, [JSON])
        assert queries.processes == before


def test_a_process_that_dies_is_replaced(path: Path) -> None:
    with pool(path, timeout=PATIENT, workers=1) as queries, ThreadPoolExecutor(1) as thread:
        asked = thread.submit(queries.answer, LONG, [JSON])
        until_computing(queries.processes)
        for process in queries.processes:
            os.kill(process, signal.SIGTERM)
        with pytest.raises(StoreError, match="its process ended"):
            asked.result()
        assert queries.answer(ASK, [JSON])[1] == JSON


def test_at_the_end_no_process_is_left_whatever_runs(path: Path) -> None:
    with ThreadPoolExecutor(1) as thread:
        with pool(path, timeout=PATIENT, workers=2) as queries:
            asked = thread.submit(queries.answer, LONG, [JSON])
            until_computing(queries.processes)
            started = queries.processes
        assert isinstance(asked.exception(), StoreError)
    assert len(started) == 2
    assert all(map(gone, started))


def test_a_writer_must_wait_for_the_readers_and_they_for_no_one(path: Path) -> None:
    with pool(path, timeout=PATIENT, workers=1) as queries:
        queries.answer(ASK, [JSON])
        with pytest.raises(StoreError, match="in use"), open_store(path, write=True, wait=0.2):
            pass
        with open_store(path, write=False, wait=0) as store:
            assert store.graphs()
    with open_store(path, write=True, wait=PATIENT):
        pass


def test_a_store_that_is_not_there_is_told(tmp_path: Path) -> None:
    with (
        pool(tmp_path / "none", timeout=PATIENT, workers=1) as queries,
        pytest.raises(StoreError, match="there is no store here"),
    ):
        queries.answer(ASK, [JSON])


def test_a_worker_ends_with_the_program_that_asked_even_within_a_query(path: Path) -> None:
    with subprocess.Popen(  # noqa: S603 - our own module
        [sys.executable, "-m", "graph.store.worker", str(path), "1000"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    ) as worker:
        assert worker.stdin
        send(worker.stdin, ASKED, json.dumps({"text": LONG, "accepted": [JSON]}).encode())
        try:
            until_computing([worker.pid])
            assert worker.poll() is None
            worker.stdin.close()
            assert worker.wait(PATIENT) == 0
        finally:
            worker.kill()


def test_what_lies_in_the_working_directory_is_not_run(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('foreign')", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    with pool(path, timeout=PATIENT, workers=1) as queries:
        assert queries.answer(ASK, [JSON])[1] == JSON
