"""A process that is killed in the middle of writing leaves the old state or the new one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import graph
from graph.store import ntriples, open_store

if TYPE_CHECKING:
    from tests.graph.store.conftest import MakeDocument

D = "urn:document"
WORDS = {"甲": "居住证持有人", "乙": "进城落户农民"}

REPLACER = """
import sys
from itertools import cycle
from pathlib import Path
from graph.store import open_store
from tests.graph.store.conftest import made

versions = [
    made("urn:document", **{f"{label}{n}": text + str(n) for n in range(400)})
    for label, text in (("甲", "居住证持有人"), ("乙", "进城落户农民"))
]
with open_store(Path(sys.argv[1]), write=True) as store:
    for version in cycle(versions):
        store.replace("urn:document", version)
        print("replaced", flush=True)
"""

LOADER = """
import sys
from pathlib import Path
from graph.store import open_store

class Endless:
    lines = 0
    def read(self, size=-1):
        self.lines += 1
        if self.lines == 20_000:
            print("loading", flush=True)
        return f"<urn:s{self.lines}> <urn:p> <urn:o> <urn:new> .\\n".encode()

with open_store(Path(sys.argv[1]), write=True) as store:
    store.load_nquads(Endless())
"""


def killed(script: str, path: Path, lines: int) -> None:
    """Run ``script`` and kill it in what it does behind some lines of output."""
    with subprocess.Popen(  # noqa: S603  # our own interpreter and script
        [sys.executable, "-c", script, str(path)],
        cwd=Path(graph.__file__).parents[1],
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            assert process.stdout
            assert all(process.stdout.readline() for _ in range(lines))
        finally:
            process.kill()
    assert process.returncode == -9


@pytest.mark.parametrize("times", [1, 2, 5])
def test_replacing_is_all_or_nothing(
    tmp_path: Path, make_document: MakeDocument, times: int
) -> None:
    versions = {
        label: ntriples(make_document(D, **{f"{label}{n}": text + str(n) for n in range(400)}))
        for label, text in WORDS.items()
    }
    killed(REPLACER, tmp_path, times)
    for write in (False, True):
        with open_store(tmp_path, write=write, wait=10) as store:
            (label,) = [label for label, lines in versions.items() if lines == store.ntriples(D)]
            for each, text in WORDS.items():
                assert len(store.search(text)) == (400 if each == label else 0)


def test_a_bulk_load_that_dies_leaves_the_old_content(
    tmp_path: Path, make_document: MakeDocument
) -> None:
    with open_store(tmp_path, write=True) as store:
        store.replace(D, make_document(D, 一="总体要求"))
    killed(LOADER, tmp_path, 1)
    assert (tmp_path / "data-2").exists()
    for write in (False, True):
        with open_store(tmp_path, write=write, wait=10) as store:
            assert store.graphs() == (D,)
            assert [hit.passage.label for hit in store.search("要求")] == ["一"]
    assert not (tmp_path / "data-2").exists()
