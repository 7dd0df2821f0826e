"""``zhengmai impact REF``."""

from cli.options import DEFAULT_STORE, Format, Lang, Reference, Store
from cli.output import emit_rows

COLUMNS = ("scope", "relation", "document", "provision", "title", "provisions", "via", "quote")


def impact(
    ref: Reference, *, store: Store = DEFAULT_STORE, form: Format = "table", lang: Lang = "zh"
) -> int:
    """影响 / Find what hangs on a document."""
    from graph.answers.impact import impact as answer
    from graph.references import find_reference
    from graph.store import open_store

    with open_store(store, write=False) as opened:
        found = answer(opened, find_reference(opened, ref))
    return emit_rows(found, form, lang, COLUMNS)
