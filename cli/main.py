"""The program: its commands, and the one place where an error becomes a line and an exit status.

Exit status: 0 answered, 1 looked for and found wanting, 2 cannot be done, 130 interrupted.
"""

import io
import os
import sys
import traceback
from collections.abc import Callable, Sequence
from typing import Annotated

import typer

from cli.add import add
from cli.check import check
from cli.compare import compare
from cli.deadlines import deadlines
from cli.export import export
from cli.gaps import gaps
from cli.impact import impact
from cli.justify import justify
from cli.lineage import lineage
from cli.list import list_kind
from cli.options import DEFAULT_STORE, FormatForAll, LangForAll, StoreForAll
from cli.output import complain
from cli.query import query
from cli.read import read
from cli.remove import remove
from cli.responsibility import responsibility
from cli.review_decide import review_decide
from cli.review_import import review_import
from cli.review_list import review_list
from cli.rights import rights
from cli.search import search
from cli.serve import serve
from cli.show import show
from cli.stats import stats
from graph.errors import ZhengmaiError

INTERRUPTED = 130  # 128 + SIGINT, as shells count
BROKEN = 2

# A name of two words is a command of a group, which has a line of help of its own.
COMMANDS: dict[str, Callable[..., int]] = {
    "read": read,
    "add": add,
    "remove": remove,
    "list": list_kind,
    "show": show,
    "lineage": lineage,
    "responsibility": responsibility,
    "rights": rights,
    "deadlines": deadlines,
    "compare": compare,
    "gaps": gaps,
    "justify": justify,
    "review import": review_import,
    "review list": review_list,
    "review decide": review_decide,
    "impact": impact,
    "search": search,
    "query": query,
    "check": check,
    "export": export,
    "serve": serve,
    "stats": stats,
}
GROUPS = {"review": "审核 / What reviewers decided: list, decide, import."}


def main(args: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status; every error is one line on stderr."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # an escape for what a legacy code page lacks
            stream.reconfigure(errors="backslashreplace")
    args = sys.argv[1:] if args is None else args
    try:
        status = application()(args or ["--help"], prog_name="zhengmai", standalone_mode=False)
    except ZhengmaiError as error:
        return _failed(str(error), error.exit_status)
    except typer.TyperException as error:
        command = getattr(getattr(error, "ctx", None), "command_path", "zhengmai")
        message = f"{error.format_message()} 用法见 / see: {command} --help"
        return _failed(message, error.exit_code)
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the boundary: no user is shown a traceback
        message = (
            f"程序错误，请报告 / a bug, please report it: {type(error).__name__}: {error} "
            "(ZHENGMAI_DEBUG=1 显示详情 / shows where)"
        )
        return _failed(message, BROKEN)
    return int(status or 0)


def application() -> typer.Typer:
    """Return the Typer application with all commands.

    Plain help: through rich it takes twice the time (116 against 56 ms) to say the same.
    """
    app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)
    app.callback()(zhengmai)
    groups = {name: typer.Typer(rich_markup_mode=None, help=told) for name, told in GROUPS.items()}
    for name, command in COMMANDS.items():
        group, _, own = name.rpartition(" ")
        if group and not groups[group].registered_commands:
            app.add_typer(groups[group], name=group)
        (groups[group] if group else app).command(own)(command)
    return app


def _show_version(wanted: bool) -> None:  # noqa: FBT001 - Typer calls it with the flag's value
    if wanted:
        from importlib.metadata import version

        typer.echo(f"zhengmai {version('zhengmai')}")
        raise typer.Exit


def zhengmai(
    context: typer.Context,
    *,
    store: StoreForAll = DEFAULT_STORE,
    form: FormatForAll = "table",
    lang: LangForAll = "zh",
    version: Annotated[  # noqa: ARG001 - the callback has answered
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="版本 / the version"),
    ] = False,
) -> None:
    """政脉：公文的依据、责任、权利 / lineage, responsibility, rights in policy.

    --store --format --lang 在命令前后均可 / stand before or after the command.
    """
    options = {"store": store, "form": form, "lang": lang}
    defaults: dict[str, object] = dict.fromkeys(COMMANDS, options)
    for name in GROUPS:
        own = (each.removeprefix(f"{name} ") for each in COMMANDS if each.startswith(f"{name} "))
        defaults[name] = dict.fromkeys(own, options)
    context.default_map = defaults


def _failed(message: str, status: int) -> int:
    if os.environ.get("ZHENGMAI_DEBUG"):
        traceback.print_exc()
    complain(message)
    return status
