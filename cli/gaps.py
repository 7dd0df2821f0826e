"""``zhengmai gaps``."""

from typing import Annotated

import typer

from cli.options import DEFAULT_STORE, Candidates, Document, Format, Lang, Store
from cli.output import emit_rows

COLUMNS = (
    "gap", "state", "document", "provision", "heading", "words", "against", "nearest_in", "nearest",
    "score", "because", "start", "end",
)  # fmt: skip


def gaps(
    *,
    document: Document = None,
    justified: Annotated[
        bool, typer.Option("--justified", help="含已说明的 / and those that are justified")
    ] = False,
    candidates: Candidates = False,
    store: Store = DEFAULT_STORE,
    form: Format = "table",
    lang: Lang = "zh",
) -> int:
    """缺口 / Find what clauses leave open or leave out.

    只比对已收录文本 / counterparts are looked for in documents that are held.
    """
    from cli.notices import telling_left_out
    from cli.scope import find_scope
    from graph.answers.gaps import gaps as answer
    from graph.store import open_store

    with (
        open_store(store, write=False) as opened,
        telling_left_out(lang, with_candidates=candidates),
    ):
        found = answer(opened, find_scope(opened, document), lang, justified=justified)
    return emit_rows(found, form, lang, COLUMNS)
