from __future__ import annotations

import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import graph
from graph.errors import StoreError, StoreLocked, StoreNotWritable
from graph.store.lock import hold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

HOLDER = """
import sys, time
from pathlib import Path
from graph.store.lock import hold

with hold(Path(sys.argv[1]), exclusive=sys.argv[2] == "writer", wait=0):
    print("held", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def lock(tmp_path: Path) -> Path:
    return tmp_path / "一 lock?#%"


@pytest.fixture
def holder(lock: Path) -> Iterator[Callable[[str], subprocess.Popen[str]]]:
    with ExitStack() as stack:

        def start(who: str) -> subprocess.Popen[str]:
            process = subprocess.Popen(  # noqa: S603  # our own interpreter and script
                [sys.executable, "-c", HOLDER, str(lock), who],
                cwd=Path(graph.__file__).parents[1],
                stdout=subprocess.PIPE,
                text=True,
            )
            stack.enter_context(process)
            stack.callback(process.kill)
            assert process.stdout
            assert process.stdout.readline() == "held\n"
            return process

        yield start


def test_readers_share(lock: Path, holder: Callable[[str], subprocess.Popen[str]]) -> None:
    holder("reader")
    with hold(lock, exclusive=False, wait=0), hold(lock, exclusive=False, wait=0):
        pass


@pytest.mark.parametrize(
    ("first", "second"), [("reader", "writer"), ("writer", "reader"), ("writer", "writer")]
)
def test_a_writer_is_alone(
    lock: Path, holder: Callable[[str], subprocess.Popen[str]], first: str, second: str
) -> None:
    holder(first)
    with pytest.raises(
        StoreLocked, match=r"正被.* / is .* another process .* within 0 s; try again"
    ):
        hold(lock, exclusive=second == "writer", wait=0).__enter__()


def test_a_writer_excludes_readers_in_its_own_process(lock: Path) -> None:
    with hold(lock, exclusive=True, wait=0), pytest.raises(StoreLocked):
        hold(lock, exclusive=False, wait=0).__enter__()


def test_the_wait_is_bounded(lock: Path) -> None:
    with (
        hold(lock, exclusive=True, wait=0),
        pytest.raises(StoreLocked, match=r"within 0\.3 s"),
    ):
        hold(lock, exclusive=False, wait=0.3).__enter__()


def test_who_waits_gets_the_lock_when_its_holder_is_killed(
    lock: Path, holder: Callable[[str], subprocess.Popen[str]]
) -> None:
    process = holder("writer")
    process.kill()
    with hold(lock, exclusive=True, wait=10):
        pass


def test_the_lock_is_free_again_after_an_error(lock: Path) -> None:
    with pytest.raises(KeyError), hold(lock, exclusive=True, wait=0):
        raise KeyError
    with hold(lock, exclusive=True, wait=0):
        assert [entry.name for entry in lock.parent.iterdir()] == [lock.name]


def test_reading_needs_no_right_to_write(
    shared_folder: Path, without_rights: Callable[[], AbstractContextManager[None]]
) -> None:
    lock = shared_folder / "lock"
    lock.touch()
    lock.chmod(0o444)
    shared_folder.chmod(0o555)
    with without_rights():
        with hold(lock, exclusive=False, wait=0):
            pass
        with pytest.raises(StoreNotWritable, match=str(lock)):
            hold(lock, exclusive=True, wait=0).__enter__()
    with hold(lock, exclusive=False, wait=0):
        pass


def test_a_folder_without_lock_that_cannot_be_written_is_refused(
    shared_folder: Path, without_rights: Callable[[], AbstractContextManager[None]]
) -> None:
    shared_folder.chmod(0o555)
    with without_rights(), pytest.raises(StoreError, match="lock"):
        hold(shared_folder / "lock", exclusive=False, wait=0).__enter__()


def test_another_file_in_the_place_of_the_lock_is_not_taken_for_a_busy_one(lock: Path) -> None:
    lock.write_text("no lock of ours, but a text that is long enough to be read" * 20)
    with pytest.raises(StoreError, match="无法锁定 / is no lock") as caught:
        hold(lock, exclusive=False, wait=0).__enter__()
    assert not isinstance(caught.value, StoreLocked)
