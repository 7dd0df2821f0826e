"""``zhengmai search TEXT``."""

from typing import Annotated

import typer

from cli.options import DEFAULT_STORE, Format, Lang, Store
from cli.output import emit_rows

COLUMNS = ("document", "provision", "heading", "context", "quote")


def search(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="要找的文字 / what to look for")],
    *,
    limit: Annotated[
        int | None,
        typer.Option("--limit", min=1, metavar="N", help="至多几段 / at most N passages"),
    ] = None,
    store: Store = DEFAULT_STORE,
    form: Format = "table",
    lang: Lang = "zh",
) -> int:
    """全文检索 / Find the provisions that contain a text."""
    from cli.hits import rows
    from graph.store import open_store

    with open_store(store, write=False) as opened:
        found = list(rows(opened, opened.search(text, limit)))
    return emit_rows(found, form, lang, COLUMNS)
