"""``zhengmai stats``."""

from pathlib import Path
from typing import Annotated

import typer

from cli.options import DEFAULT_STORE, Format, Lang, Store
from cli.output import emit_rows


def stats(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="PATH", help="配合 --mentions / files for --mentions"),
    ] = None,
    *,
    mentions: Annotated[
        bool,
        typer.Option("--mentions", help="文件中机构名称的归类率 / names of bodies told apart"),
    ] = False,
    store: Store = DEFAULT_STORE,
    form: Format = "table",
    lang: Lang = "zh",
) -> int:
    """统计 / Count what the store holds or files name."""
    if mentions != bool(paths):
        message = "--mentions 须给出文件或文件夹 / takes files or folders, and only it does."
        raise typer.BadParameter(message, param_hint="PATH")
    if paths:
        from cli.mentions import covered

        return emit_rows(covered(paths), form, lang)

    from cli.notices import telling_left_out
    from graph.answers.stats import stats as answer
    from graph.store import open_store

    with open_store(store, write=False) as opened, telling_left_out(lang):
        counts = answer(opened)
    return emit_rows(counts, form, lang)
