"""``zhengmai deadlines``."""

import datetime as dt
from typing import Annotated

import typer

from cli.options import DEFAULT_STORE, Candidates, Document, Format, Lang, Store, date
from cli.output import emit_rows

COLUMNS = ("date", "kind", "term", "agencies", "document", "provision", "heading", "quote")


def deadlines(
    *,
    before: Annotated[
        dt.date | None,
        typer.Option("--before", parser=date, metavar="DATE", help="此日及以前 / due by that day"),
    ] = None,
    agency: Annotated[
        str | None, typer.Option("--agency", metavar="AGENCY", help="只看一个机构 / of one agency")
    ] = None,
    document: Document = None,
    candidates: Candidates = False,
    store: Store = DEFAULT_STORE,
    form: Format = "table",
    lang: Lang = "zh",
) -> int:
    """时限 / List what is due, and who answers for it."""
    from cli.notices import telling_left_out
    from cli.scope import find_scope
    from graph.answers.deadlines import deadlines as answer
    from graph.references import find_agencies
    from graph.store import open_store

    with (
        open_store(store, write=False) as opened,
        telling_left_out(lang, with_candidates=candidates),
    ):
        agencies = find_agencies(opened, agency) if agency is not None else None
        found = answer(opened, before, agencies, find_scope(opened, document))
    return emit_rows(found, form, lang, COLUMNS)
