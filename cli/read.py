"""``zhengmai read FILE``."""

from pathlib import Path
from typing import Annotated

import typer

from cli.options import Format, Lang
from cli.output import emit_object, emit_rows


def read(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="公文 / an official document")],
    *,
    form: Format = "table",
    lang: Lang = "zh",
) -> int:
    """读文件，不入库 / Read one document and print what is found."""
    from cli.found import rows
    from exports.reading import reading_object
    from graph.pipeline import read_file

    found = reading_object(read_file(file))
    if form == "json":
        emit_object(found)
        return 0
    return emit_rows(list(rows(found, lang)), form, lang)
