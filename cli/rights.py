"""``zhengmai rights [RIGHT]``."""

from typing import Annotated

import typer

from cli.options import DEFAULT_STORE, Candidates, Format, Lang, Store
from cli.output import emit_rows

COLUMNS = ("right", "kind", "who", "document", "provision", "quote")


def rights(
    right: Annotated[
        str | None,
        typer.Argument(metavar="RIGHT", help="权利，缺省为全部 / e.g. 三权; all without it"),
    ] = None,
    *,
    candidates: Candidates = False,
    store: Store = DEFAULT_STORE,
    form: Format = "table",
    lang: Lang = "zh",
) -> int:
    """权利 / List rights, their holders, and what protects them."""
    from cli.notices import telling_left_out
    from cli.protection import rows
    from graph.answers.rights import rights as answer
    from graph.store import open_store

    with (
        open_store(store, write=False) as opened,
        telling_left_out(lang, with_candidates=candidates),
    ):
        found = answer(opened, right)
    if form == "json":
        return emit_rows(found, form, lang)
    return emit_rows(list(rows(found, lang)), form, lang, COLUMNS)
