"""``zhengmai review import FILE``."""

from pathlib import Path
from typing import Annotated

import typer

from cli.options import DEFAULT_STORE, Lang, Store
from cli.output import complain, emit


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
    from graph.reviewing import review
    from graph.reviews.decisions import fit, read_decisions
    from graph.store import open_store

    decisions, name = read_decisions(file), fit(by)
    with open_store(store, write=True, create=False) as opened:
        done = review(opened, decisions, name)
    for line in done.refused:
        complain(line)
    known, refused = done.unchanged, len(done.refused)
    told = [
        f"已导入 {len(done.recorded)} 项，其中 {known} 项没有变化；{refused} 项未导入"
        if lang == "zh"
        else f"{len(done.recorded)} imported, {known} of them unchanged; {refused} refused"
    ]
    if done.replaced:
        told.append(
            f"{done.replaced} 项取代了先前的结论"
            if lang == "zh"
            else f"{done.replaced} in place of an earlier decision"
        )
    if done.withdrawn:
        told.append(
            f"撤回 {len(done.withdrawn)} 项"
            if lang == "zh"
            else f"{len(done.withdrawn)} taken back"
        )
    emit(("；" if lang == "zh" else "; ").join(told))
    return 1 if done.refused else 0
