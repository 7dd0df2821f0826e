"""``zhengmai list KIND``."""

from typing import Annotated

import typer

from cli.options import DEFAULT_STORE, Format, Lang, Store
from cli.output import emit_rows
from graph.errors import BadReference


def list_kind(
    kind: Annotated[str, typer.Argument(metavar="KIND", help="种类 / one of those above")],
    *,
    store: Store = DEFAULT_STORE,
    form: Format = "table",
    lang: Lang = "zh",
) -> int:
    """列出 / List documents, agencies, rights, stubs and more.

    documents annexes stubs provisions, agencies open-agencies, groups rights,
    norms conditions targets deadlines, versions
    """
    from cli.notices import telling_left_out
    from graph.answers.conditions import conditions, targets
    from graph.answers.listing import KINDS, versions
    from graph.answers.norms import norms
    from graph.store import open_store

    kinds = {
        **KINDS,
        "norms": norms,
        "conditions": conditions,
        "targets": targets,
        "versions": versions,
    }
    if kind not in kinds:
        message = f"{kind}: 没有这一种类 / is no kind of thing; take one of {', '.join(kinds)}"
        raise BadReference(message)
    with open_store(store, write=False) as opened, telling_left_out(lang):
        found = kinds[kind](opened)
    return emit_rows(found, form, lang)
