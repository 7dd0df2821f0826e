"""Files read by a process of its own, which may take so much memory and time and no more.

A PDF of some hundred bytes can make the library that reads it ask for more memory than there is, or
run without end; no limit inside the program holds then. Whatever happens, only that process ends,
and with it the reading of one file. It is started by the first file that needs it: a PDF, a picture
or a file of Word 97. Text, HTML, DOCX and OFD are read without it, within bounds of their own.

``python -m graph.sources.confined MEMORY SECONDS`` reads the paths of files from standard input,
one a line in JSON, and writes what it read in the same way.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import IO, TYPE_CHECKING, Any, Final, Self, cast

from graph.errors import EmptySource, MissingExtra, NotADocument, SourceError, TooLarge
from graph.model import Anchor, SourceText, Span, TextWarning
from graph.sources.door import read_source, written
from graph.sources.sniffing import HEAD, Format, format_of

if TYPE_CHECKING:
    from collections.abc import Sequence

MEMORY: Final = 4 << 30  # bytes of addresses; recognising pictures of pages takes about half
SECONDS: Final = 600  # of the processor, for one file
_BINARY: Final = frozenset({Format.PDF, Format.OLE, Format.IMAGE})
_ERRORS: Final = {
    error.__name__: error
    for error in (EmptySource, MissingExtra, NotADocument, SourceError, TooLarge)
}


class Confined:
    """Reads files in another process; a context manager that ends it."""

    def __init__(self, memory: int = MEMORY, seconds: int = SECONDS) -> None:
        """Start nothing yet."""
        self._limits = (str(memory), str(seconds))
        self._process: subprocess.Popen[str] | None = None

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the process."""
        self.close()

    def read(self, path: Path) -> SourceText:
        """Read the file at ``path`` as :func:`graph.sources.read_source` does.

        Raises:
            TooLarge: it takes more memory or time than it may, or ends the process that reads it.
            SourceError: for the reasons of ``read_source``.

        """
        if not _is_binary(path):
            return read_source(path)
        process = self._process or self._started()
        try:
            to, answers = cast("IO[str]", process.stdin), cast("IO[str]", process.stdout)
            to.write(json.dumps(os.fspath(path)) + "\n")
            to.flush()
            answer = answers.readline()
        except OSError:  # a broken pipe
            answer = ""
        if not answer.endswith("\n"):
            self.close()
            raise _too_much(path.name)
        return _source(json.loads(answer))

    def close(self) -> None:
        """End the process, whatever it does."""
        if self._process is None:
            return
        process, self._process = self._process, None
        process.kill()
        with contextlib.suppress(OSError):  # what it did not read any more
            process.communicate()

    def _started(self) -> subprocess.Popen[str]:
        here = os.pathsep.join(entry or str(Path.cwd()) for entry in sys.path)
        self._process = subprocess.Popen(  # noqa: S603 - our own module
            # -P: what lies in the working directory is no module of ours
            [sys.executable, "-P", "-m", "graph.sources.confined", *self._limits],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="ascii",
            env={**os.environ, "PYTHONPATH": here},
        )
        return self._process


def _is_binary(path: Path) -> bool:
    with contextlib.suppress(OSError), path.open("rb") as file:
        return format_of(file.read(HEAD)) in _BINARY
    return False


def _too_much(name: str) -> TooLarge:
    return TooLarge(
        f"{written(name)}: 读取所需的内存或时间超出限制，已中止 / reading it takes more memory or "
        "time than it may, and was ended; save the file again from another program"
    )


def _source(answer: dict[str, Any]) -> SourceText:
    """Return what the process read; raises what it raised."""
    if "error" in answer:
        raise _ERRORS.get(answer["error"], RuntimeError)(answer["message"])
    return SourceText(
        **answer["plain"],
        anchors=tuple(Anchor(Span(*span), locator) for *span, locator in answer["anchors"]),
        warnings=tuple(
            TextWarning(code, message, Span(*span) if span else None)
            for code, message, span in answer["warnings"]
        ),
    )


def _plain(source: SourceText) -> dict[str, Any]:
    """Return a source text in what JSON holds."""
    plain = ("text", "name", "media_type", "encoding", "sha256")
    return {
        "plain": {**{key: getattr(source, key) for key in plain}, "metadata": {**source.metadata}},
        "anchors": [(each.span.start, each.span.end, each.locator) for each in source.anchors],
        "warnings": [
            (each.code, each.message, [*asdict(each.span).values()] if each.span else None)
            for each in source.warnings
        ],
    }


def main(arguments: Sequence[str]) -> None:
    """Read one file after the other until there is no more input."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the program that started this one
    memory, seconds = map(int, arguments)
    paths: SimpleQueue[str] = SimpleQueue()
    Thread(target=_listen, args=(paths,), daemon=True).start()
    _limit_memory(memory)
    while True:
        path = Path(json.loads(paths.get()))
        _limit_time(seconds)
        sys.stdout.write(json.dumps(_read(path)) + "\n")
        sys.stdout.flush()


def _listen(paths: SimpleQueue[str]) -> None:
    for line in sys.stdin:
        paths.put(line)
    os._exit(0)  # nobody waits any more, in the middle of a file too


def _read(path: Path) -> dict[str, Any]:
    try:
        return _plain(read_source(path))
    except SourceError as error:
        return {"error": type(error).__name__, "message": str(error)}
    except MemoryError:
        return {"error": TooLarge.__name__, "message": str(_too_much(path.name))}
    except Exception as error:  # noqa: BLE001 - told by the program that asked
        return {"error": "", "message": f"{type(error).__name__}: {error}"}


def _limit_memory(most: int) -> None:
    with contextlib.suppress(ImportError, OSError, ValueError):  # where a system has no such limit
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (most, most))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _limit_time(seconds: int) -> None:
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        until = int(used.ru_utime + used.ru_stime) + seconds
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (until, hard))


if __name__ == "__main__":
    main(sys.argv[1:])
