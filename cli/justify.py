"""``zhengmai justify REF --because …``."""

from typing import Annotated

import typer

from cli.options import DEFAULT_STORE, Reference, Store
from cli.output import emit, one_line


def justify(
    ref: Reference,
    *,
    because: Annotated[
        str, typer.Option("--because", metavar="TEXT", help="理由；空则撤回 / empty: take it back")
    ],
    gap: Annotated[
        str | None, typer.Option("--gap", metavar="KIND", help="只此一种，如 / e.g. no-child")
    ] = None,
    other: Annotated[
        str | None, typer.Option("--for", metavar="DOC", help="只对此文件 / for that document only")
    ] = None,
    store: Store = DEFAULT_STORE,
) -> int:
    """说明 / Record why a gap is none, or a change in order.

    条文改动后重新列出 / it holds until the words change.
    """
    from cli.scope import find_scope
    from graph.answers.gaps import Gap
    from graph.errors import BadReference
    from graph.pipeline import justify as record
    from graph.references import find_document, find_reference
    from graph.store import open_store

    if gap is not None and gap not in set(Gap):
        message = f"{gap}: 没有这种缺口 / is no kind of gap; take one of {', '.join(Gap)}"
        raise BadReference(message)
    if other is not None and gap is not None and not Gap(gap).between:
        message = f"{gap}: 与其他文件无关 / concerns no other document; leave out --for"
        raise BadReference(message)
    with open_store(store, write=True, create=False) as opened:
        find_document(opened, ref)  # refuses what is neither a document nor a part of one
        found = find_reference(opened, ref)
        scope = find_scope(opened, other)
        record(opened, found, because, gap, scope.document if scope else None)
    emit(f"已记录 / recorded: {one_line(found.label)}")
    return 0
