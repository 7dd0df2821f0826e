"""``zhengmai query FILE``."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from cli.options import DEFAULT_STORE, Format, Lang, Store
from cli.output import emit, emit_rows
from cli.time_limit import LONGEST
from graph.errors import QueryError


def query(
    file: Annotated[str, typer.Argument(metavar="FILE", help="查询文件 / a file, or - for stdin")],
    *,
    timeout: Annotated[
        float | None,
        typer.Option("--timeout", min=0.1, max=LONGEST, metavar="SECONDS", help="时限 / a limit"),
    ] = None,
    store: Store = DEFAULT_STORE,
    form: Format = "table",
    lang: Lang = "zh",
) -> int:
    """SPARQL 查询，只读 / Answer a SPARQL query; reads only.

    SELECT gives rows, ASK true or false (status 1), CONSTRUCT N-Triples.
    """
    from cli.time_limit import limited
    from graph.store import Table, open_store

    text = _read(file)
    with limited(timeout), open_store(store, write=False) as opened:
        answer = opened.query(text)
    if isinstance(answer, Table):
        return emit_rows(answer.rows, form, lang, columns=answer.columns)
    if isinstance(answer, bytes):
        emit(answer.decode())
        return 0 if answer else 1
    emit("true" if answer else "false")
    return 0 if answer else 1


def _read(file: str) -> str:
    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        return data.decode("utf-8-sig")
    except OSError as error:
        message = f"{file}: 无法打开 / cannot be opened: {error.strerror}"
        raise QueryError(message) from error
    except UnicodeDecodeError as error:
        message = f"{file}: 不是 UTF-8 文本 / is no UTF-8 text; save it as UTF-8"
        raise QueryError(message) from error
