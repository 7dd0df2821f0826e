"""Aligning every citing pair of a folder of documents, and how the time grows with the pairs.

    python tests/benchmarks/bench_alignment.py [FOLDER]

Without a folder the invented chain of the tests is copied many times. The unit is the time that
reading takes a document in the same run; wall time and pairs a second are of one core.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from graph import iri, pipeline  # noqa: E402 - after the path that leads to it
from graph.alignments import Aligner  # noqa: E402
from graph.errors import SourceError  # noqa: E402
from graph.issuer import day_of  # noqa: E402
from graph.resolve import resolver  # noqa: E402
from graph.store import open_store  # noqa: E402
from graph.triples import reading_triples  # noqa: E402
from tests.graph.chain import CITY, NATION, PROVINCE, read  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.model import Reading, SourceText

COPIES = (5, 10, 20, 40)


class Clock:
    """Reads source texts and counts the seconds that this takes."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.texts = 0

    def read(self, source: SourceText) -> tuple[Reading, ...]:
        """Return the readings of a text."""
        before = time.perf_counter()
        readings = pipeline.read_all(source)
        self.seconds += time.perf_counter() - before
        self.texts += 1
        return readings


def folder(path: Path) -> Iterator[Reading]:
    """Yield the readings of the texts in a folder."""
    for file in sorted(path.glob("*.txt")):
        try:
            yield pipeline.read_file(file)
        except SourceError:
            continue


def copies(count: int) -> Iterator[Reading]:
    """Yield one plan of the centre with many of provinces and cities below it."""
    yield read(NATION, "nation.txt")
    for n in range(count):
        number = f"云政办发〔2030〕{n + 100}号"
        yield read(PROVINCE.replace("云政办发〔2030〕18号", number), f"province-{n}.txt")
        city = CITY.replace("云政办发〔2030〕18号", number)
        yield read(city.replace("〔2031〕7号", f"〔2031〕{n + 100}号"), f"city-{n}.txt")


def measure(readings: Iterable[Reading]) -> tuple[int, int, int, float, Clock]:
    """Return documents, pairs held, comparisons made, their seconds, and what reading took of them.

    Documents come one after the other, as `add` takes them; the checks of SHACL are left out.
    """
    with tempfile.TemporaryDirectory() as place, open_store(Path(place) / "s", write=True) as store:
        pipeline.refresh_vocabulary(store)
        clock, seconds, compared, documents = Clock(), 0.0, 0, 0
        aligner = Aligner(store, clock.read)
        for reading in readings:
            document = reading.document
            graph = iri.document(document)
            resolve = resolver(document.jurisdiction, day_of(document))
            store.replace(graph, list(reading_triples(reading, resolve, "0")))
            before = time.perf_counter()
            compared += aligner.realign(graph)
            seconds += time.perf_counter() - before
            documents += 1
        pairs = sum("/id/alignment/" in graph for graph in store.graphs())
    return documents, pairs, compared, seconds, clock


def report(name: str, figures: tuple[int, int, int, float, Clock]) -> None:
    """Print one line."""
    documents, pairs, compared, seconds, clock = figures
    unit = clock.seconds / clock.texts if clock.texts else 0.0
    each = seconds / compared if compared else 0.0
    print(
        f"{name:16}{documents:>10}{pairs:>7}{compared:>10}{seconds:>9.2f}"
        f"{each * 1000:>10.1f}{1 / each if each else 0:>10.1f}{each / unit if unit else 0:>10.2f}"
    )


def main(args: list[str]) -> None:
    """Measure a folder, or growing numbers of copies."""
    print(
        f"{'':16}{'documents':>10}{'pairs':>7}{'compared':>10}{'seconds':>9}"
        f"{'ms each':>10}{'a second':>10}{'x reading':>10}"
    )
    for path in args:
        report(Path(path).name, measure(folder(Path(path))))
    if not args:
        for count in COPIES:
            report(f"{count} copies", measure(copies(count)))


if __name__ == "__main__":
    main(sys.argv[1:])
