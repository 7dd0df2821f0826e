"""``zhengmai compare CHILD PARENT``."""

from typing import Annotated, Literal

import typer

from cli.options import DEFAULT_STORE, Candidates, Format, Lang, Store


def compare(
    documents: Annotated[
        list[str], typer.Argument(metavar="CHILD PARENT", help="文件或引称 / files or references")
    ],
    *,
    peers: Annotated[
        bool, typer.Option("--peers", help="CHILD… PARENT：同类比较 / several side by side")
    ] = False,
    kind: Annotated[
        Literal["parent", "versions"] | None,
        typer.Option(
            "--as",
            metavar="KIND",
            help="上下级、新旧版 / parent, versions",
        ),
    ] = None,
    candidates: Candidates = False,
    store: Store = DEFAULT_STORE,
    form: Format = "table",
    lang: Lang = "zh",
) -> int:
    """逐条对比 / Compare two documents clause by clause.

    --peers REF：库中各下级；或其同类 / all that carry it out, or its peers.

    同名文件按新旧版对比 / Two of one title are compared as versions.
    """
    from cli.comparing import emit_comparison, readings
    from cli.comparing_peers import emit_peers
    from cli.comparing_versions import are_versions, emit_versions

    two = 2
    if not peers and len(documents) != two:
        message = (
            "请给出下级、上级两个文件；有几个上级的，入库后逐一对比，或者用 lineage、gaps "
            "/ name two documents, the lower one first; with several parents, add all to a store "
            "and compare with one after the other, or ask lineage and gaps."
        )
        raise typer.BadParameter(message, param_hint="CHILD PARENT")
    found = readings(store, documents, children=peers)
    if peers:
        return emit_peers(found, form, lang)
    if are_versions(found, kind):
        return emit_versions(found, form, lang)
    return emit_comparison(found, form, lang, candidates=candidates)
