from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import anyio
import httpx
import pytest

from exports.server import application
from exports.site.addresses import address
from graph.store.pool import pool
from tests.work import until_computing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from starlette.applications import Starlette

    from graph.store import Store

COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?s a <https://w3id.org/zhengmai/ontology#Norm> }"
ASK = "ASK { ?s ?p ?o }"
ALL = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
PATIENT = 300  # seconds that no query here takes, on a busy machine either
LONG = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o . ?a ?b ?c . ?x ?y ?z }"  # takes minutes
CONSTRUCT = "CONSTRUCT { ?s a ?t } WHERE { ?s a ?t } LIMIT 3"


class Client:
    """Asks the application, without a socket."""

    def __init__(self, served: Starlette) -> None:
        self._served = served

    def request(self, method: str, path: str, **given: Any) -> httpx.Response:  # noqa: ANN401
        async def ask() -> httpx.Response:
            transport = httpx.ASGITransport(self._served)
            async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as http:
                return await http.request(method, path, **given)

        # In a thread of its own: the browser of other tests runs a loop in this one.
        with ThreadPoolExecutor(1) as thread:
            return thread.submit(anyio.run, ask).result()

    def get(self, path: str, **given: Any) -> httpx.Response:  # noqa: ANN401
        return self.request("GET", path, **given)

    def post(self, path: str, **given: Any) -> httpx.Response:  # noqa: ANN401
        return self.request("POST", path, **given)


@pytest.fixture(scope="module")
def backup(store: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store of the session is open for writing; what it holds can be read here."""
    folder = tmp_path_factory.mktemp("served") / "store"
    store.backup(folder)
    return folder


@pytest.fixture(scope="module")
def client(store: Store, backup: Path) -> Iterator[Client]:
    with pool(backup, timeout=PATIENT) as queries:
        yield Client(application(store, queries))


def test_the_site_is_served(client: Client, korla: str) -> None:
    assert client.get("/").headers["content-type"] == "text/html; charset=utf-8"
    page = client.get(f"/{address('document', korla)}")
    assert "库政办发〔2018〕171号" in page.text
    assert page.headers["x-content-type-options"] == "nosniff"
    assert client.get("/site.css").headers["content-type"].startswith("text/css")
    assert client.get("/index-data.js").headers["content-type"].startswith("text/javascript")


def test_the_site_is_served_in_english(store: Store, korla: str, backup: Path) -> None:
    with pool(backup, timeout=PATIENT) as queries:
        english = Client(application(store, queries, lang="en"))
    page = english.get(f"/{address('document', korla)}").text
    assert '<html lang="en">' in page
    assert "Responsibilities" in page


@pytest.mark.parametrize("path", ["/no.html", "/document/0.html", "/../../etc/passwd", "/a/b/c"])
def test_what_is_no_page_is_not_found(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


def test_a_query_is_answered_in_every_way_of_asking(client: Client) -> None:
    asked = [
        client.get("/sparql", params={"query": COUNT}),
        client.post("/sparql", data={"query": COUNT}),
        client.post("/sparql", content=COUNT, headers={"content-type": "application/sparql-query"}),
    ]
    for answer in asked:
        assert answer.status_code == 200
        (row,) = answer.json()["results"]["bindings"]
        assert int(row["n"]["value"]) > 10


@pytest.mark.parametrize(
    ("query", "accept", "media_type", "begins"),
    [
        (COUNT, "text/csv", "text/csv", "n\r\n"),
        (COUNT, "text/tab-separated-values", "text/tab-separated-values", "?n\n"),
        (COUNT, "application/sparql-results+xml", "application/sparql-results+xml", "<?xml"),
        (COUNT, "text/html, */*;q=0.8", "application/sparql-results+json", "{"),
        (
            ASK,
            "text/csv;q=0.1, application/sparql-results+json",
            "application/sparql-results+json",
            "{",
        ),
        (CONSTRUCT, "text/turtle", "text/turtle", "<"),
        (CONSTRUCT, "application/n-triples", "application/n-triples", "<"),
        (CONSTRUCT, "text/csv", "text/turtle", "<"),
    ],
)
def test_the_answer_comes_as_it_was_asked_for(
    client: Client, query: str, accept: str, media_type: str, begins: str
) -> None:
    answer = client.get("/sparql", params={"query": query}, headers={"accept": accept})
    assert answer.status_code == 200
    assert answer.headers["content-type"].partition(";")[0] == media_type
    assert answer.text.startswith(begins)


@pytest.mark.parametrize(
    ("data", "content_type", "status"),
    [
        ("update=DROP+ALL", "application/x-www-form-urlencoded", 403),
        ("INSERT DATA { <a:a> <a:b> <a:c> }", "application/sparql-update", 403),
        ("query=INSERT+DATA+%7B%7D", "application/x-www-form-urlencoded", 400),
        ("DELETE WHERE { ?s ?p ?o }", "application/sparql-query", 400),
        (
            "SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }",
            "application/sparql-query",
            400,
        ),
        ("SELECT", "application/sparql-query", 400),
        ("query=ASK{}&query=ASK{}", "application/x-www-form-urlencoded", 400),
        ("", "application/x-www-form-urlencoded", 400),
        ("ASK {}", "text/plain", 415),
        ("x" * 200_000, "application/sparql-query", 413),
    ],
)
def test_updates_and_what_is_no_query_are_refused(
    client: Client, data: str, content_type: str, status: int
) -> None:
    before = client.get("/sparql", params={"query": ALL}).json()
    answer = client.post("/sparql", content=data, headers={"content-type": content_type})
    assert answer.status_code == status
    assert len(answer.text.splitlines()) == 1
    assert client.get("/sparql", params={"query": ALL}).json() == before


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_other_methods_are_refused(client: Client, method: str) -> None:
    assert client.request(method, "/sparql").status_code == 405


def test_another_name_is_refused(client: Client) -> None:
    assert client.get("/", headers={"host": "attacker.example"}).status_code == 400


def test_a_query_that_takes_too_long_is_refused_and_the_server_goes_on(
    store: Store, backup: Path
) -> None:
    with pool(backup, timeout=PATIENT, workers=1) as queries:
        served = Client(application(store, queries))
        assert served.get("/sparql", params={"query": ASK}).status_code == 200
        queries.timeout = 1
        refused = served.get("/sparql", params={"query": LONG})
        queries.timeout = PATIENT
        assert (refused.status_code, refused.headers["retry-after"]) == (503, "1")
        assert "1 秒，已中止 / the query took longer than 1 s" in refused.text
        assert served.get("/sparql", params={"query": ASK}).status_code == 200
        assert served.get("/").status_code == 200


def test_where_too_many_wait_the_next_is_sent_away(store: Store, backup: Path) -> None:
    with pool(backup, timeout=PATIENT, workers=1, waiting=0) as queries:
        served = Client(application(store, queries))
        with ThreadPoolExecutor(1) as thread:
            thread.submit(served.get, "/sparql", params={"query": LONG})
            try:
                until_computing(queries.processes)
                refused = served.get("/sparql", params={"query": ASK})
            finally:
                queries.close()
        assert refused.status_code == 503
        assert "too many queries at once" in refused.text
        assert "retry-after" in refused.headers


def test_an_answer_that_is_too_large_is_refused_whole(store: Store, backup: Path) -> None:
    with pool(backup, timeout=PATIENT, most=1000) as queries:
        served = Client(application(store, queries))
        refused = served.get("/sparql", params={"query": "SELECT * { ?s ?p ?o }"})
        assert refused.status_code == 500
        assert "add LIMIT" in refused.text
        assert len(refused.text.splitlines()) == 1


def test_a_query_ends_when_its_client_goes_away(store: Store, backup: Path) -> None:
    async def leave(served: Starlette, workers: frozenset[int]) -> None:
        query = {"type": "http.request", "body": LONG.encode()}
        gone = {"type": "http.disconnect"}
        messages: list[dict[str, Any]] = [query, gone]

        async def receive() -> dict[str, Any]:
            if len(messages) == 1:
                await anyio.to_thread.run_sync(until_computing, workers)
            return messages.pop(0)

        async def send(_: object) -> None:
            """Nobody hears it."""

        headers = [(b"content-type", b"application/sparql-query"), (b"host", b"localhost")]
        scope = {
            "type": "http",
            "method": "POST",
            "path": "/sparql",
            "query_string": b"",
            "headers": headers,
        }
        with anyio.fail_after(PATIENT):
            await served(scope, receive, send)

    with pool(backup, timeout=2 * PATIENT, workers=1) as queries, ThreadPoolExecutor(1) as thread:
        served = application(store, queries)
        thread.submit(anyio.run, leave, served, queries.processes).result()
        assert Client(served).get("/sparql", params={"query": ASK}).status_code == 200
