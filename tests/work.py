"""How much work a call is: the same on every machine, however busy."""

from __future__ import annotations

import gc
import signal
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType


def lines_run(call: Callable[[], object]) -> int:
    """Return how many lines of Python run in a call. What a library does in C is not counted."""
    count = 0

    def trace(_frame: FrameType, _event: str, _argument: object) -> object:
        nonlocal count
        count += 1
        return trace

    before = sys.gettrace()
    sys.settrace(trace)  # type: ignore[arg-type]  # a trace function returns itself
    try:
        call()
    finally:
        sys.settrace(before)
    return count


@contextmanager
def processor_seconds_at_most(limit: int) -> Iterator[None]:
    """Fail instead of hanging, where the system has such an alarm.

    Only what this process computes counts: an expression that goes quadratic takes minutes of it,
    and a busy machine none.
    """

    def stop(_signal: int, _frame: FrameType | None) -> None:
        message = f"took more than {limit} s of the processor"
        raise TimeoutError(message)

    if not hasattr(signal, "setitimer"):
        yield
        return
    gc.disable()  # an exception inside a callback of the collector would be lost
    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, limit)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
        gc.enable()
