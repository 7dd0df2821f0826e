"""``zhengmai show REF``."""

from cli.options import DEFAULT_STORE, Candidates, Format, Lang, On, Reference, Store
from cli.output import emit_rows

COLUMNS = ("kind", "value", "detail", "document", "provision", "quote")
MEASURED = ("precision", "judged")  # where a rule was measured
SURE = ("score", "state")  # where a correspondence is told
REVIEW = ("status", "decision", "correction", "note", "by")  # where anything was reviewed


def show(
    ref: Reference,
    *,
    on: On = None,
    candidates: Candidates = False,
    store: Store = DEFAULT_STORE,
    form: Format = "table",
    lang: Lang = "zh",
) -> int:
    """查看 / Show a document, clause or agency, with the evidence."""
    from dataclasses import replace

    from exports.to_review import fold_told
    from graph.answers.show import show as answer
    from graph.references import find_reference
    from graph.store import open_store

    with open_store(store, write=False) as opened:
        told = answer(opened, find_reference(opened, ref), on)
    if not candidates and form in {"table", "markdown"}:
        told = fold_told(told, lang)
    if form in {"table", "markdown"}:  # the code and the other language are for programs
        told = tuple(
            replace(each, detail="", value=each.value.split(" / ")[0 if lang == "zh" else -1])
            if each.kind == "warning"
            else each
            for each in told
        )
    measured = MEASURED if any(each.judged for each in told) else ()
    sure = SURE if any(each.state for each in told) else ()
    reviewed = REVIEW if any(each.decision for each in told) else ()
    return emit_rows(told, form, lang, (*COLUMNS, *sure, *measured, *reviewed))
