"""``zhengmai serve``."""

from typing import Annotated

import typer

from cli.options import DEFAULT_STORE, Lang, Store
from cli.output import emit
from cli.time_limit import LONGEST


def serve(
    *,
    port: Annotated[int, typer.Option("--port", min=1, max=65535, help="端口 / the port")] = 8710,
    host: Annotated[str, typer.Option("--host", metavar="ADDRESS", help="地址 / address")] = (
        "127.0.0.1"
    ),
    open_to_network: Annotated[
        bool,
        typer.Option("--open-to-network", help="允许其他机器访问 / let other machines in"),
    ] = False,
    timeout: Annotated[
        float,
        typer.Option(
            "--timeout", min=0.1, max=LONGEST, metavar="SECONDS", help="查询时限 / of a query"
        ),
    ] = 30,
    store: Store = DEFAULT_STORE,
    lang: Lang = "zh",
) -> int:
    """本机浏览与查询 / Serve the site and SPARQL, read-only.

    Pages at /, queries at /sparql. While it runs nothing can be added to the store.
    """
    from exports.server import LOOPBACK, application, listen
    from exports.server import serve as run
    from graph.store import open_store
    from graph.store.pool import pool

    if host not in LOOPBACK and not open_to_network:
        message = (
            f"{host}: 其他机器将可访问 / other machines could read the store; "
            "add --open-to-network if they may"
        )
        raise typer.BadParameter(message)
    with (
        open_store(store, write=False) as opened,
        listen(host, port) as listening,
        pool(store, timeout=timeout) as queries,
    ):
        app = application(opened, queries, ["*"] if host not in LOOPBACK else (), lang)
        emit(f"http://{f'[{host}]' if ':' in host else host}:{port}/  (Ctrl+C 结束 / ends)")
        run(app, queries, listening)
    return 0
