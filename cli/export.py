"""``zhengmai export FORMAT DEST``."""

from pathlib import Path
from typing import Annotated

import typer

from cli.options import DEFAULT_STORE, Document, Lang, Store
from cli.output import emit


def export(  # noqa: PLR0913 - one option each, as on every command
    kind: Annotated[str, typer.Argument(metavar="FORMAT", help="格式 / one of those above")],
    destination: Annotated[
        Path, typer.Argument(metavar="DEST", help="写到的文件或文件夹 / the file, or folder")
    ],
    *,
    document: Document = None,
    around: Annotated[
        str | None,
        typer.Option("--around", metavar="REF", help="网页：某事物的邻域 / what stands around it"),
    ] = None,
    hops: Annotated[
        int, typer.Option("--hops", min=1, max=9, help="邻域的步数 / how many steps around")
    ] = 2,
    corpus: Annotated[
        bool, typer.Option("--corpus", help="网页：全库文件 / all documents, without clauses")
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="覆盖 / replace what exists")] = False,
    store: Store = DEFAULT_STORE,
    lang: Lang = "zh",
) -> int:
    """导出图谱 / Write the graph to a file, or a folder of pages.

    ttl nt nq trig jsonld rdfxml, graphml gexf json, html (offline), site (a folder)
    """
    from exports import destination as files
    from exports.formats import Scope, export_to
    from graph.references import find_document, find_reference
    from graph.store import open_store

    if sum((document is not None, around is not None, corpus)) > 1:
        message = "--document --around --corpus 只能用一个 / take one of them only"
        raise typer.BadParameter(message)
    if (around or corpus) and kind != "html":
        message = "--around --corpus 只用于 html / are for html only"
        raise typer.BadParameter(message)
    files.check(destination, force=force, folder=kind == "site")
    with open_store(store, write=False) as opened:
        scope = Scope(
            document=find_document(opened, document) if document else None,
            around=find_reference(opened, around) if around else None,
            hops=hops,
            corpus=corpus,
            lang=lang,
        )
        size = export_to(opened, kind, destination, scope, force=force)
    emit(f"{destination}: {size:,} bytes")
    return 0
