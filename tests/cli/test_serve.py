from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
import pytest
import uvicorn

from tests.conftest import ROOT
from tests.work import until, until_computing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tests.cli.conftest import Command


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What the server is started with; it does not stay."""
    given: dict[str, Any] = {}

    def listen(host: str, port: int) -> socket.socket:
        given.update(host=host, port=port)
        return socket.socket()

    monkeypatch.setattr("exports.server.listen", listen)
    monkeypatch.setattr(uvicorn.Server, "run", lambda _server, sockets: None)  # noqa: ARG005
    return given


def test_it_listens_on_loopback_alone(
    zhengmai: Command, sample_store: Path, served: dict[str, Any]
) -> None:
    run = zhengmai("serve", "--store", sample_store)
    assert (run.status, served["host"], served["port"]) == (0, "127.0.0.1", 8710)
    assert "http://127.0.0.1:8710/" in run.out


def test_other_machines_are_let_in_only_when_that_is_said(
    zhengmai: Command, sample_store: Path, served: dict[str, Any]
) -> None:
    args = ("serve", "--host", "0.0.0.0", "--store", sample_store)  # noqa: S104 - the point
    zhengmai(*args).refuses(2, "--open-to-network")
    assert served == {}
    assert zhengmai(*args, "--open-to-network").status == 0
    assert served["host"] == "0.0.0.0"  # noqa: S104 - likewise


def test_without_a_store_nothing_is_served(zhengmai: Command, served: dict[str, Any]) -> None:
    assert zhengmai("serve").status == 2
    assert served == {}


def test_a_port_in_use_is_said_in_one_line_and_no_address_before(
    zhengmai: Command, sample_store: Path
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        run = zhengmai("serve", "--port", port, "--store", sample_store)
    run.refuses(2, f"127.0.0.1:{port}: ", "take another --port")
    assert run.out == ""


@pytest.mark.parametrize("seconds", ["0", "nan", "inf", "1e12"])
def test_a_time_that_no_timer_takes_is_refused(
    zhengmai: Command, sample_store: Path, served: dict[str, Any], seconds: str
) -> None:
    run = zhengmai("serve", "--timeout", seconds, "--store", sample_store)
    run.refuses(2, "--timeout")
    assert served == {}


LONG = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o . ?a ?b ?c . ?x ?y ?z }"


def test_ctrl_c_ends_a_query_that_runs_and_leaves_no_process(sample_store: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = "import sys; from cli.main import main; sys.exit(main(sys.argv[1:]))"
    settings = ["serve", "--port", str(port), "--timeout", "600", "--store", str(sample_store)]
    with started([sys.executable, "-u", "-c", command, *settings]) as server:
        assert server.stdout
        assert f":{port}/" in server.stdout.readline()  # the port is open
        workers = children(server.pid)
        address = f"http://127.0.0.1:{port}/sparql"
        with httpx.Client(trust_env=False, timeout=600) as http, ThreadPoolExecutor(1) as thread:
            assert http.get(address, params={"query": "ASK {}"}).status_code == 200
            waiting = thread.submit(http.get, address, params={"query": LONG})
            until_computing(workers)
            server.send_signal(signal.SIGINT)
            assert waiting.result().status_code == 500
        _, complaints = server.communicate()
    assert "Traceback" not in complaints
    assert len(workers) == 2
    until(lambda: not any(Path(f"/proc/{worker}").exists() for worker in workers), "they are gone")


@contextmanager
def started(command: Sequence[str]) -> Iterator[subprocess.Popen[str]]:
    """A program of ours, ended with the processes that it has started whatever the test finds."""
    with subprocess.Popen(  # noqa: S603 - our own program
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        start_new_session=True,
    ) as program:
        try:
            yield program
        finally:
            with suppress(ProcessLookupError):
                os.killpg(program.pid, signal.SIGKILL)


def children(pid: int) -> list[int]:
    """The processes that a process has started."""
    listed = Path(f"/proc/{pid}/task/{pid}/children")
    if not listed.exists():
        pytest.skip("this system does not tell what a process has started")
    return [int(child) for child in listed.read_text("ascii").split()]
