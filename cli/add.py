"""``zhengmai add PATH…``."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from cli.options import DEFAULT_STORE, Format, Lang, Store
from cli.output import complain, emit_rows
from graph.errors import SourceError


def add(
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="PATH", help="文件、文件夹 / files and folders")
    ] = None,
    *,
    sample: Annotated[
        bool, typer.Option("--sample", help="自带样例 / the sample document")
    ] = False,
    store: Store = DEFAULT_STORE,
    form: Format = "table",
    lang: Lang = "zh",
) -> int:
    """文件入库 / Put files and folders into the store.

    状态 / status: 0 全部入库 / all in, 1 部分 / some, 2 全无 / none.
    """
    from cli.adding import Outcome, put
    from graph.pipeline import documents_in

    if not (paths or sample):
        message = "请给出文件、文件夹或 --sample / name a file or a folder, or give --sample."
        raise typer.BadParameter(message, param_hint="PATH")
    files = [*([None] if sample else []), *documents_in(paths or ())]
    shown = sys.stderr.isatty() and len(files) > 1
    work = put(store, files)
    with typer.progressbar(work, len(files), hidden=not shown, file=sys.stderr) as bar:
        outcomes: list[Outcome] = list(bar)
    reasons = [o.reason for o in outcomes if o.reason and o.outcome == "refused"]
    if len(reasons) == len(outcomes) == 1:
        raise SourceError(reasons[0])
    emit_rows(outcomes, form, lang)
    if not reasons:
        return 0
    complain(f"{len(reasons)} 个文件未入库，原因见列表 / files were refused; the list says why")
    return 2 if len(reasons) == len(outcomes) else 1
