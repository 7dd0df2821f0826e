"""The site of a store and a SPARQL 1.1 endpoint for reading, over HTTP.

SPARQL 1.1 Protocol, the query operation: ``/sparql`` by GET, and by POST as a form or as
``application/sparql-query``. Updates are refused. A query has a process, a time and a size: the
answer is 503 when it takes too long or too many wait, and 500, by which the protocol refuses, when
the answer would be too large.
"""

from __future__ import annotations

import socket
from threading import Thread
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qs

import anyio
from anyio import to_thread
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from exports.site import Site
from graph.errors import (
    AddressError,
    AnswerTooLarge,
    QueriesWaiting,
    QueryError,
    QueryTimeout,
    StoreError,
)
from graph.store.pool import Ending

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from types import FrameType

    from starlette.requests import Request

    from graph.store import Store
    from graph.store.pool import Pool
    from ontology.lexicon import Lang

LOOPBACK: Final = frozenset({"127.0.0.1", "localhost", "::1"})
_TYPES: Final = {"html": "text/html", "css": "text/css", "js": "text/javascript"}
_LONGEST: Final = 100_000  # bytes of a query
_SAFE: Final = {"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer"}


def application(
    store: Store, queries: Pool, hosts: Sequence[str] = (), lang: Lang = "zh"
) -> Starlette:
    """Return the application; ``hosts`` are the names it answers to besides those of loopback.

    Other names are refused, so that no page elsewhere can reach it under a name of its own.
    ``queries`` answer what ``/sparql`` is asked.
    """
    site = Site(store, lang=lang)

    async def page(request: Request) -> Response:
        path = request.path_params["path"] or "index.html"
        try:
            content = await run_in_threadpool(site.file, path)
        except KeyError:
            return _plain(f"{path}: 没有这一页 / there is no such page", 404)
        media_type = _TYPES[path.rpartition(".")[2]]
        return Response(content, media_type=media_type, headers=_SAFE)

    async def sparql(request: Request) -> Response:
        given = await _query(request)
        if isinstance(given, Response):
            return given
        accepted = _accepted(request.headers.get("accept", ""))
        return await _answered(queries, given, accepted, request)

    return Starlette(
        routes=[
            Route("/sparql", sparql, methods=["GET", "POST"]),
            Route("/{path:path}", page, methods=["GET"]),
        ],
        middleware=[
            Middleware(TrustedHostMiddleware, allowed_hosts=[*LOOPBACK, "[::1]", *hosts]),
        ],
    )


def listen(host: str, port: int) -> socket.socket:
    """Return what listens at an address; raises AddressError where nothing can."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        message = (
            f"{host}:{port}: 不能使用 / cannot be listened on ({error.strerror}); "
            "take another --port, or an address of this machine"
        )
        raise AddressError(message) from error


def serve(app: Starlette, queries: Pool, listening: socket.socket) -> None:
    """Serve until Ctrl-C, which ends the queries that still run at once."""
    import uvicorn

    class Server(uvicorn.Server):
        def handle_exit(self, sig: int, frame: FrameType | None) -> None:
            Thread(target=queries.close).start()
            super().handle_exit(sig, frame)

    Server(uvicorn.Config(app, log_level="warning")).run(sockets=[listening])


async def _answered(
    queries: Pool, query: str, accepted: Sequence[str], request: Request
) -> Response:
    """Return the answer to a query, which ends when the client goes away or the server does."""
    ending = Ending()

    async def watch() -> None:
        while (await request.receive())["type"] != "http.disconnect":
            pass
        ending.end()

    try:
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(watch)
            answer = await to_thread.run_sync(
                lambda: _response(queries, query, accepted, ending), abandon_on_cancel=True
            )
            tasks.cancel_scope.cancel()
    finally:
        ending.end()
    return answer


def _response(queries: Pool, query: str, accepted: Sequence[str], ending: Ending) -> Response:
    try:
        content, media_type = queries.answer(query, accepted, ending)
    except (QueryTimeout, QueriesWaiting) as error:
        again = str(max(1, round(queries.timeout)))
        return _plain(str(error), 503, {"Retry-After": again})
    except (AnswerTooLarge, StoreError) as error:
        return _plain(str(error), 500)
    except QueryError as error:
        return _plain(str(error), 400)
    return Response(content, media_type=media_type, headers=_SAFE)


async def _query(request: Request) -> str | Response:
    """Return the text of the query, or the answer that refuses it."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if request.method == "GET":
        given = {name: request.query_params.getlist(name) for name in request.query_params}
    else:
        body = b""
        async for part in request.stream():
            body += part
            if len(body) > _LONGEST:
                return _plain("查询太长 / the query is too long", 413)
        try:
            text = body.decode()
        except UnicodeDecodeError:
            return _plain("不是 UTF-8 / is no UTF-8", 400)
        if kind == "application/sparql-query":
            given = {"query": [text]}
        elif kind == "application/x-www-form-urlencoded":
            given = parse_qs(text)
        elif kind == "application/sparql-update":
            given = {"update": [text]}
        else:
            return _plain(f"{kind}: 不支持 / is not supported; POST application/sparql-query", 415)
    if "update" in given:
        return _plain("只读 / for reading only: updates are refused", 403)
    if len(given.get("query", [])) != 1:
        return _plain("须有一个 query / give one query: /sparql?query=…", 400)
    return given["query"][0]


def _accepted(header: str) -> list[str]:
    """Return the media types of an Accept header, those with the highest quality first."""
    weighed = []
    for part in header.split(","):
        media_type, *parameters = (piece.strip() for piece in part.split(";"))
        quality = next((p[2:] for p in parameters if p.startswith("q=")), "1")
        try:
            weighed.append((-float(quality), media_type.lower()))
        except ValueError:
            continue
    return [media_type for _, media_type in sorted(weighed, key=lambda pair: pair[0])]


def _plain(text: str, status: int, more: Mapping[str, str] | None = None) -> Response:
    return PlainTextResponse(f"{text}\n", status_code=status, headers={**_SAFE, **(more or {})})
