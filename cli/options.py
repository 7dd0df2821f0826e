"""The arguments and options that commands share, so that they mean the same everywhere."""

import datetime as dt
from pathlib import Path
from typing import Annotated, Final, Literal

import typer

DEFAULT_STORE: Final = Path("zhengmai.store")


def _folder(path: Path) -> Path:
    if path.parts[:1] in {("http:",), ("https:",)}:
        message = "本版本的库只能是文件夹 / in this version a store is a folder, not an address."
        raise typer.BadParameter(message)
    return path


def date(written: str) -> dt.date:
    """Return the day that an option gives."""
    try:
        return dt.date.fromisoformat(written)
    except ValueError as error:
        message = "日期写作 / a date is written 2020-12-31."
        raise typer.BadParameter(message) from error


Store = Annotated[
    Path,
    typer.Option(
        "--store",
        callback=_folder,
        metavar="FOLDER",
        help="库 / the store's folder, or ZHENGMAI_STORE",
    ),
]
Format = Annotated[
    Literal["table", "json", "csv", "markdown"],
    typer.Option("--format", metavar="FORMAT", help="格式 / table, json, csv, markdown"),
]
Lang = Annotated[
    Literal["zh", "en"],
    typer.Option("--lang", metavar="LANG", help="语言 / zh, en; or ZHENGMAI_LANG"),
]
# Before the command, where the environment is asked too. On the commands' own options it would
# win over what is given here.
StoreForAll = Annotated[
    Path, typer.Option("--store", envvar="ZHENGMAI_STORE", callback=_folder, hidden=True)
]
FormatForAll = Annotated[
    Literal["table", "json", "csv", "markdown"], typer.Option("--format", hidden=True)
]
LangForAll = Annotated[
    Literal["zh", "en"], typer.Option("--lang", envvar="ZHENGMAI_LANG", hidden=True)
]
Reference = Annotated[
    str,
    typer.Argument(metavar="REF", help='如 / e.g. "库政办发〔2018〕171号 三（一）1"'),
]
Document = Annotated[
    str | None,
    typer.Option("--document", metavar="REF", help="只看一份文件 / of this document only"),
]
Place = Annotated[
    str | None,
    typer.Option("--in", metavar="PLACE", help="此地及以下 / of a place and below: 652801"),
]
AsOf = Annotated[
    dt.date | None,
    typer.Option("--as-of", parser=date, metavar="DATE", help="按当日机构 / as of a day"),
]
On = Annotated[
    dt.date | None,
    typer.Option("--as-of", parser=date, metavar="DATE", help="当日效力 / in force on a day"),
]
IncludeOpen = Annotated[
    bool, typer.Option("--include-open", help="含相关部门等 / and open sets that may mean it")
]
Candidates = Annotated[
    bool,
    typer.Option("--include-candidates", help="含待证候选 / and candidates"),
]
Matrix = Annotated[
    bool, typer.Option("--matrix", help="分工表 / a table of provisions by agencies")
]
