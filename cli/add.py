"""``zhengmai add PATH…``."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.options import DEFAULT_STORE, Format, Lang, Store
from cli.output import emit_rows
from graph.errors import SourceError

if TYPE_CHECKING:
    from cli.adding import Outcome


def add(
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="PATH", help="文件、文件夹 / files and folders")
    ] = None,
    *,
    sample: Annotated[
        bool, typer.Option("--sample", help="自带样例 / the sample document")
    ] = False,
    replace: Annotated[
        bool,
        typer.Option("--replace", help="取代收录的文本，旧文本另存 / take the place of held texts"),
    ] = False,
    store: Store = DEFAULT_STORE,
    form: Format = "table",
    lang: Lang = "zh",
) -> int:
    """文件入库 / Put files and folders into the store.

    状态 / status: 0 全部入库 / all in, 1 部分 / some, 2 全无 / none.
    """
    from cli.adding import put, status_of
    from cli.interruption import interruptible
    from graph.files import files_in

    if not (paths or sample):
        message = "请给出文件、文件夹或 --sample / name a file or a folder, or give --sample."
        raise typer.BadParameter(message, param_hint="PATH")
    files = [*([None] if sample else []), *files_in(paths or ())]
    shown = sys.stderr.isatty() and len(files) > 1
    outcomes: list[Outcome] = []
    with interruptible() as asked:
        try:
            work = put(store, files, replacing=replace)
            with typer.progressbar(work, len(files), hidden=not shown, file=sys.stderr) as bar:
                for outcome in bar:
                    outcomes.append(outcome)
                    if asked.status:
                        break
        except BaseException:  # what is in is told, whatever ends the run
            if outcomes:
                emit_rows(outcomes, form, lang)
            if asked.status:
                return asked.status
            raise
    reasons = [o.reason for o in outcomes if o.reason and o.outcome == "refused"]
    if len(reasons) == len(outcomes) == 1 and not asked.status:
        raise SourceError(reasons[0])
    emit_rows(outcomes, form, lang)
    return asked.status or status_of(outcomes)
