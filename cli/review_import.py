"""``zhengmai review import FILE``."""

from pathlib import Path
from typing import Annotated

import typer

from cli.options import DEFAULT_STORE, Lang, Store


def review_import(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="网页导出的审核文件 / decisions.json")
    ],
    *,
    by: Annotated[
        str, typer.Option("--by", metavar="NAME", help="审核人 / who reviewed, kept as written")
    ] = "",
    store: Store = DEFAULT_STORE,
    lang: Lang = "zh",
) -> int:
    """导入审核 / Let decisions made on a page count.

    所审内容已变的不导入 / what states something else by now is refused.

    网页上撤回的审核也在此撤回 / what was withdrawn on the page is taken back.
    """
    from cli.decided import tell
    from graph.reviewing import review
    from graph.reviews.decisions import fit, read_decisions
    from graph.store import open_store

    decisions, name = read_decisions(file), fit(by)
    with open_store(store, write=True, create=False) as opened:
        done = review(opened, decisions, name)
    return tell(done, lang)
