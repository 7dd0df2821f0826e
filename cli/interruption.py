"""What a signal asks for: the work ends behind what it is doing, and says what was done."""

from __future__ import annotations

import contextlib
import signal
import threading
from typing import TYPE_CHECKING

from cli.output import complain

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

_SIGNALS = (signal.SIGINT, signal.SIGTERM)
SIGNALLED = 128  # what shells add to the number of the signal that ended a program


class Interruption:
    """Whether work is to end, and with which exit status; 0 while it may go on."""

    def __init__(self) -> None:
        """Take no signal yet."""
        self.status = 0

    def take(self, number: int, _frame: FrameType | None) -> None:
        """Remember the first signal; the second one ends at once what is being done."""
        if self.status:
            raise KeyboardInterrupt
        self.status = SIGNALLED + number
        complain(
            "做完当前文件即停，再按一次立即中断 / ends behind this file; once more ends at once"
        )


@contextlib.contextmanager
def interruptible() -> Iterator[Interruption]:
    """Let Ctrl-C and the end of the session end work in order; in the main thread alone."""
    asked = Interruption()
    if threading.current_thread() is not threading.main_thread():
        yield asked
        return
    before = {number: signal.signal(number, asked.take) for number in _SIGNALS}
    try:
        yield asked
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
