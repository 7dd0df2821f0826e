"""``zhengmai review list``."""

from cli.options import DEFAULT_STORE, Document, Format, Lang, Store
from cli.output import emit_rows

COLUMNS = (
    "document", "provision", "kind", "parent", "quote", "decision", "correction", "note", "by",
    "applies"
)  # fmt: skip


def review_list(
    *,
    document: Document = None,
    store: Store = DEFAULT_STORE,
    form: Format = "table",
    lang: Lang = "zh",
) -> int:
    """列出审核 / List what reviewers decided, and whether it still applies."""
    from cli.scope import find_scope
    from graph.answers.reviewed import reviewed
    from graph.store import open_store

    with open_store(store, write=False) as opened:
        found = reviewed(opened, find_scope(opened, document))
    return emit_rows(found, form, lang, COLUMNS)
