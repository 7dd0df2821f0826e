"""``zhengmai stats``."""

from cli.options import DEFAULT_STORE, Format, Lang, Store
from cli.output import emit_rows


def stats(*, store: Store = DEFAULT_STORE, form: Format = "table", lang: Lang = "zh") -> int:
    """统计 / Count what the store holds."""
    from graph.answers.stats import stats as answer
    from graph.store import open_store

    with open_store(store, write=False) as opened:
        counts = answer(opened)
    return emit_rows(counts, form, lang)
