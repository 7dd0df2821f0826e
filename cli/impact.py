"""``zhengmai impact [REF]``."""

from typing import Annotated

import typer

from cli.options import DEFAULT_STORE, Candidates, Format, Lang, On, Store
from cli.output import emit_rows

COLUMNS = (
    "cause", "state", "depth", "scope", "relation", "document", "provision", "title", "provisions",
    "correspondence", "score", "delta", "status", "standing", "via", "quote"
)  # fmt: skip
SINCE = ("decision", "correction", "note", "by", "version")  # where anything is suspect


def impact(
    ref: Annotated[
        str | None, typer.Argument(metavar="REF", help="缺省为全部待核 / all to review without it")
    ] = None,
    *,
    on: On = None,
    candidates: Candidates = False,
    store: Store = DEFAULT_STORE,
    form: Format = "table",
    lang: Lang = "zh",
) -> int:
    """影响 / Find what hangs on a document or clause.

    不写 REF：改动之后待核的 / without REF: all to review, and why.
    """
    from cli.notices import tell_outdated, telling_left_out
    from graph.answers.impact import impact as answer
    from graph.answers.reviewed import reviewed
    from graph.answers.to_review import to_review
    from graph.answers.validity import with_standing
    from graph.references import find_reference
    from graph.store import open_store

    with (
        open_store(store, write=False) as opened,
        telling_left_out(lang, with_candidates=candidates),
    ):
        if ref is None:
            found = to_review(opened, lang)
            tell_outdated(reviewed(opened), lang)
        else:
            found = answer(opened, find_reference(opened, ref), lang)
        found = with_standing(opened, found, on)
    since = any(each.version for each in found)
    return emit_rows(found, form, lang, (*COLUMNS, *SINCE) if since else COLUMNS)
