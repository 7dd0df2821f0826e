"""``zhengmai gaps``."""

from cli.options import DEFAULT_STORE, Document, Format, Lang, Store
from cli.output import emit_rows

COLUMNS = ("gap", "document", "provision", "heading", "words", "start", "end")


def gaps(
    *,
    document: Document = None,
    store: Store = DEFAULT_STORE,
    form: Format = "table",
    lang: Lang = "zh",
) -> int:
    """缺口 / Find clauses without an agency, a leader or a date."""
    from cli.scope import find_scope
    from graph.answers.gaps import gaps as answer
    from graph.store import open_store

    with open_store(store, write=False) as opened:
        found = answer(opened, find_scope(opened, document))
    return emit_rows(found, form, lang, COLUMNS)
