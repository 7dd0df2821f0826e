"""``zhengmai review list``."""

from typing import Annotated

import typer

from cli.options import DEFAULT_STORE, Document, Format, Lang, Store
from cli.output import complain, emit_rows

COLUMNS = (
    "document", "provision", "kind", "parent", "quote", "decision", "correction", "note", "by",
    "applies"
)  # fmt: skip
WAITING = (
    "score", "document", "provision", "text", "parent", "parent_text", "justification", "iri"
)  # fmt: skip
STATUSES = ("to-review", "accepted", "rejected", "suspect")


def review_list(
    *,
    document: Document = None,
    kind: Annotated[
        str | None, typer.Option("--kind", metavar="KIND", help="类型，如 / e.g. alignment, norm")
    ] = None,
    status: Annotated[
        str | None,
        typer.Option("--status", metavar="STATUS", help="状态 / to-review, accepted, rejected…"),
    ] = None,
    store: Store = DEFAULT_STORE,
    form: Format = "table",
    lang: Lang = "zh",
) -> int:
    """列出审核 / List what reviewers decided, and whether it still applies.

    --status to-review：待核的对应 / what waits for one, likeliest first.
    """
    from cli.notices import tell_to_review
    from cli.scope import find_scope
    from graph.answers.correspondences import count_to_review
    from graph.answers.review_queue import review_queue
    from graph.answers.reviewed import ALIGNMENT, KINDS, reviewed
    from graph.errors import BadReference
    from graph.store import open_store

    for given, known in ((kind, KINDS), (status, STATUSES)):
        if given is not None and given not in known:
            message = f"{given}: 没有这一种 / is none; take one of {', '.join(known)}"
            raise BadReference(message)
    with open_store(store, write=False) as opened:
        scope = find_scope(opened, document)
        if status == "to-review":
            waiting = review_queue(opened, scope, lang) if kind in {None, ALIGNMENT} else ()
            done = emit_rows(waiting, form, lang, WAITING)
            if waiting:
                complain(
                    "确认：review decide accepted IRI；否定：review decide rejected IRI"
                    if lang == "zh"
                    else "decide by `review decide accepted IRI` or `review decide rejected IRI`"
                )
            return done
        found = [
            each
            for each in reviewed(opened, scope)
            if kind in {None, each.kind} and status in {None, each.status}
        ]
        more = count_to_review(opened, scope.iri if scope else "")
    done = emit_rows(found, form, lang, COLUMNS)
    if status is None and kind in {None, ALIGNMENT}:
        tell_to_review(more, lang)
    return done
