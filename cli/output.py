"""What a command writes: its answer to standard output, everything else to standard error."""

from __future__ import annotations

import io
import json
import os
import shutil
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from rich.console import Console

    from cli.options import Format, Lang

_UNBOUNDED = 100_000  # cells: what is read by no terminal has lines of any length


def emit_rows(
    rows: Sequence[object], form: Format, lang: Lang, columns: Sequence[str] | None = None
) -> int:
    """Write answers in a format and return the exit status: 1 where there is none, 0 otherwise.

    A table and Markdown show ``columns`` only, JSON and CSV all.
    """
    from exports import answers

    if form == "json":
        emit(answers.to_json(rows), utf8=True)
    elif form == "csv":
        emit(answers.to_csv(rows, lang), utf8=True)
    elif rows and form == "markdown":
        emit(answers.to_markdown(rows, lang, columns))
    elif rows:
        emit_drawn(lambda console: answers.to_table(rows, console, lang, columns))
    if not rows:
        complain("没有找到" if lang == "zh" else "nothing found")
    return 0 if rows else 1


def emit_object(value: dict[str, Any]) -> None:
    """Write one JSON object."""
    emit(json.dumps(value, ensure_ascii=False, indent=2), utf8=True)


def emit_drawn(draw: Callable[[Console], None]) -> None:
    """Write what ``draw`` draws: as wide as a terminal; in a pipe unbounded and without colour.

    COLUMNS in the environment is a width that was asked for, in a pipe too.
    """
    from rich.console import Console

    terminal = sys.stdout.isatty()
    bounded = terminal or os.environ.get("COLUMNS", "").isdecimal()
    width = shutil.get_terminal_size().columns if bounded else _UNBOUNDED
    drawn = io.StringIO()
    draw(Console(file=drawn, width=width, force_terminal=terminal))
    lines = [line.rstrip() for line in drawn.getvalue().split("\n")]
    emit("\n".join(lines).strip("\n"))


def emit(text: str, *, utf8: bool = False) -> None:
    """Write an answer, ended by a line end; in UTF-8 where its format is defined so.

    A reader that has had enough is no error.
    """
    text = text if text.endswith("\n") else text + "\n"
    try:
        if utf8:
            sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
        else:
            sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:  # what is still buffered must go somewhere when the program ends
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def complain(message: str) -> None:
    """Write one line to standard error, which stays one whatever a file is called."""
    sys.stderr.write(f"zhengmai: {one_line(message)}\n")


def one_line(message: str) -> str:
    r"""Return a message without line ends and without what would steer a terminal.

    >>> one_line("a\nb\x1b[31m.txt: 空文件")
    'a b\\x1b[31m.txt: 空文件'
    """
    return "".join(
        " " if c.isspace() else c if c.isprintable() else c.encode("unicode_escape").decode()
        for c in message.strip()
    )
