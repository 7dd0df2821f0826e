"""A time after which the program ends, whatever it does."""

from __future__ import annotations

import contextlib
import os
import sys
import threading
from typing import TYPE_CHECKING, Final

from cli.output import complain

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST: Final = 86_400  # seconds; a timer takes no time without end


@contextlib.contextmanager
def limited(seconds: float | None) -> Iterator[None]:
    """End the program after some seconds: nothing else stops a query of oxigraph."""

    def end() -> None:
        complain(f"超过 {seconds:g} 秒，已中止 / took longer than {seconds:g} s; ask for less")
        sys.stderr.flush()
        os._exit(2)

    if seconds is None:
        yield
        return
    timer = threading.Timer(seconds, end)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
