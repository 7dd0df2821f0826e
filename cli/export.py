"""``zhengmai export FORMAT DEST``."""

from pathlib import Path
from typing import Annotated

import typer

from cli.options import DEFAULT_STORE, Document, Store
from cli.output import emit


def export(
    kind: Annotated[str, typer.Argument(metavar="FORMAT", help="格式 / one of those above")],
    destination: Annotated[Path, typer.Argument(metavar="DEST", help="写到的文件 / the file")],
    *,
    document: Document = None,
    force: Annotated[
        bool, typer.Option("--force", help="覆盖已有文件 / replace a file that exists")
    ] = False,
    store: Store = DEFAULT_STORE,
) -> int:
    """导出图谱 / Write the graph to a file.

    ttl nt nq trig jsonld rdfxml, graphml gexf json, html (an offline page)
    """
    from exports import destination as files
    from exports.formats import export as exported
    from graph.references import find_document
    from graph.store import open_store

    files.check(destination, force=force)
    with open_store(store, write=False) as opened:
        graph = find_document(opened, document) if document else None
        content = exported(opened, kind, graph)
    files.write(destination, content, force=force)
    emit(f"{destination}: {len(content):,} bytes")
    return 0
