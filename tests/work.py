"""How much work a call is, and waiting for states: the same on every machine, however busy."""

from __future__ import annotations

import gc
import signal
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator
    from types import FrameType

_NEVER: Final = 300  # seconds
_PAUSE: Final = 0.02
_BUSY: Final = 50  # clock ticks, 0.5 s: more than it takes to hand a query over


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


def until(done: Callable[[], bool], what: str) -> None:
    """Wait for a state, however long it takes to come; a state that never comes is a failure."""
    end = time.monotonic() + _NEVER
    while not done():
        if time.monotonic() > end:
            pytest.fail(f"{what}: this never came to be")
        time.sleep(_PAUSE)


def until_computing(processes: Collection[int]) -> None:
    """Wait until one of some processes computes: it has used the processor for some time more."""
    before = {process: _ticks(process) for process in processes}
    until(
        lambda: any(_ticks(each) >= used + _BUSY for each, used in before.items()),
        "a process computes",
    )


def _ticks(process: int) -> int:
    """Return how much of the processor a process has used, in clock ticks (proc(5), stat)."""
    stat = Path(f"/proc/{process}/stat")
    if not Path("/proc/self/stat").exists():
        pytest.skip("this system does not tell what a process has used")
    try:
        fields = stat.read_text("ascii", "replace").rpartition(")")[2].split()
    except FileNotFoundError:
        return 0
    return int(fields[11]) + int(fields[12])
