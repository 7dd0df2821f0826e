from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from threading import Timer
from typing import TYPE_CHECKING

import pytest

from graph.errors import AnswerTooLarge, QueriesWaiting, QueryError, QueryTimeout, StoreError
from graph.pipeline import add, read_sample
from graph.store import open_store
from graph.store.pool import Ending, pool
from graph.store.worker import ASKED, send
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path


JSON = "application/sparql-results+json"
ASK = "ASK { ?s ?p ?o }"
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
    with pool(path, timeout=30) as queries, open_store(path, write=False) as store:
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
    with pool(path, timeout=1, workers=1) as queries:
        (before,) = queries.processes
        begun = time.monotonic()
        with pytest.raises(QueryTimeout, match="1 s"):
            queries.answer(LONG, [JSON])
        assert time.monotonic() - begun < 5
        assert gone(before)
        assert queries.answer(ASK, [JSON])[1] == JSON
        (after,) = queries.processes
    assert gone(after)


def test_two_are_answered_at_once_and_a_long_one_holds_up_no_other(path: Path) -> None:
    with pool(path, timeout=3, workers=2) as queries, ThreadPoolExecutor(1) as thread:
        long = thread.submit(queries.answer, LONG, [JSON])
        time.sleep(0.5)
        for _ in range(5):
            assert queries.answer(ASK, [JSON])[1] == JSON
        assert not long.done()
        assert isinstance(long.exception(), QueryTimeout)


def test_waiting_counts(path: Path) -> None:
    with pool(path, timeout=1, workers=1) as queries, ThreadPoolExecutor(2) as threads:
        begun = time.monotonic()
        asked = [threads.submit(queries.answer, LONG, [JSON]) for _ in range(2)]
        assert {type(each.exception()) for each in asked} == {QueryTimeout}
        assert time.monotonic() - begun < 4


def test_where_too_many_wait_the_next_is_refused(path: Path) -> None:
    with pool(path, timeout=2, workers=1, waiting=1) as queries, ThreadPoolExecutor(3) as threads:
        asked = [threads.submit(queries.answer, LONG, [JSON]) for _ in range(3)]
        errors = [type(each.exception()) for each in asked]
    assert sorted(errors, key=str) == sorted([QueryTimeout, QueryTimeout, QueriesWaiting], key=str)


def test_a_query_ends_when_nobody_waits_for_it(path: Path) -> None:
    with pool(path, timeout=30, workers=1) as queries:
        (before,) = queries.processes
        ending = Ending()
        Timer(0.5, ending.end).start()
        with pytest.raises(StoreError, match="nobody waits"):
            queries.answer(LONG, [JSON], ending)
        assert gone(before)
        with pytest.raises(StoreError, match="nobody waits"):
            queries.answer(ASK, [JSON], ending)


def test_an_ending_that_comes_too_late_ends_no_other_query(path: Path) -> None:
    with pool(path, timeout=30, workers=1) as queries:
        ending = Ending()
        queries.answer(ASK, [JSON], ending)
        before = queries.processes
        ending.end()
        assert queries.answer(ASK, [JSON])[1] == JSON
        assert queries.processes == before


def test_an_answer_is_given_whole_or_not_at_all(path: Path) -> None:
    text = "SELECT * { ?s ?p ?o }"
    with pool(path, timeout=30, workers=1, most=2_000_000) as queries:
        with pytest.raises(AnswerTooLarge, match=r"2 MB.*LIMIT"):
            queries.answer(text, [JSON])
        assert len(json.loads(queries.answer(f"{text} LIMIT 9", [JSON])[0])["results"]) == 1


@pytest.mark.parametrize(
    "text", ["SELECT", "DROP ALL", "SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }"]
)
def test_what_is_no_query_is_refused_and_the_process_stays(path: Path, text: str) -> None:
    with pool(path, timeout=30, workers=1) as queries:
        before = queries.processes
        with pytest.raises(QueryError, match="the query"):
            queries.answer(text, [JSON])
        assert queries.processes == before


def test_a_process_that_dies_is_replaced(path: Path) -> None:
    with pool(path, timeout=30, workers=1) as queries, ThreadPoolExecutor(1) as thread:
        asked = thread.submit(queries.answer, LONG, [JSON])
        time.sleep(0.5)
        for process in queries.processes:
            os.kill(process, signal.SIGTERM)
        with pytest.raises(StoreError, match="its process ended"):
            asked.result()
        assert queries.answer(ASK, [JSON])[1] == JSON


def test_at_the_end_no_process_is_left_whatever_runs(path: Path) -> None:
    with ThreadPoolExecutor(1) as thread:
        with pool(path, timeout=60, workers=2) as queries:
            asked = thread.submit(queries.answer, LONG, [JSON])
            time.sleep(0.5)
            started = queries.processes
        assert isinstance(asked.exception(), StoreError)
    assert len(started) == 2
    assert all(map(gone, started))


def test_a_writer_must_wait_for_the_readers_and_they_for_no_one(path: Path) -> None:
    with pool(path, timeout=30, workers=1) as queries:
        queries.answer(ASK, [JSON])
        with pytest.raises(StoreError, match="in use"), open_store(path, write=True, wait=0.2):
            pass
        with open_store(path, write=False, wait=0) as store:
            assert store.graphs()
    with open_store(path, write=True, wait=5):
        pass


def test_a_store_that_is_not_there_is_told(tmp_path: Path) -> None:
    with (
        pool(tmp_path / "none", timeout=30, workers=1) as queries,
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
        time.sleep(0.7)
        assert worker.poll() is None
        worker.stdin.close()
        assert worker.wait(5) == 0


def test_what_lies_in_the_working_directory_is_not_run(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('foreign')", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    with pool(path, timeout=30, workers=1) as queries:
        assert queries.answer(ASK, [JSON])[1] == JSON
