"""What each step of reading costs here, as a multiple of what it costs in another checkout.

``git worktree add ../before REVISION``, then from the checkout:
``python tests/benchmarks/bench_steps.py ../before FILE…``. Both read the files in turns, each in a
process of its own, so that what else the machine does falls on both; processor time is counted, and
of several rounds the least of each step and file, since a busy machine only ever adds to it.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections import defaultdict
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
STEPS = (
    "citations", "amendments", "responsibilities", "norms", "groups", "rights", "quantities",
    "deadlines",
)  # fmt: skip
ROUNDS = 3
CITING = ("citations", "amendments")  # which need the codes of document numbers


def costs(path: Path) -> dict[str, float]:
    """Return the seconds that each step of reading a file takes."""
    import graph.extract
    from graph.errors import NotADocument
    from graph.sources import read_source
    from graph.structure import read_documents
    from ontology import issuers

    codes = frozenset(issuers.register())
    taken: dict[str, float] = defaultdict(float)
    source = read_source(path)
    start = time.process_time()
    documents = []
    with suppress(NotADocument):
        documents = list(read_documents(source, codes))
    taken["structure"] = time.process_time() - start
    for document in documents:
        for step in STEPS:
            module = getattr(graph.extract, step, None)
            if module is None:  # a step that another checkout does not have
                continue
            start = time.process_time()
            list(module.find(document, codes) if step in CITING else module.find(document))
            taken[step] += time.process_time() - start
    return dict(taken)


def serve() -> None:
    """Answer each path on a line with the costs of its steps; the first one is read twice."""
    warm = False
    for line in sys.stdin:
        path = Path(line.rstrip("\n"))
        if not warm:  # the schemes are read once
            costs(path)
            warm = True
        sys.stdout.write(json.dumps(costs(path)) + "\n")
        sys.stdout.flush()


def reader(checkout: Path) -> subprocess.Popen[str]:
    """Return a process that reads files with the code of a checkout."""
    program = f"import sys; sys.path[:0] = [{str(checkout)!r}, {str(ROOT)!r}]; "
    program += "from tests.benchmarks.bench_steps import serve; serve()"
    return subprocess.Popen(  # noqa: S603 - our own interpreter and program
        [sys.executable, "-c", program],
        cwd=checkout,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def asked(process: subprocess.Popen[str], path: Path) -> dict[str, float]:
    """Return what the steps of a file cost in the checkout of a process."""
    if process.stdin is None or process.stdout is None:
        raise ValueError(process)
    process.stdin.write(f"{path}\n")
    process.stdin.flush()
    found: dict[str, float] = json.loads(process.stdout.readline())
    return found


def main(before: Path, files: list[Path]) -> None:
    """Print a line a step: its seconds before and now, and the one as a multiple of the other."""
    both = [reader(before), reader(ROOT)]
    least: list[dict[tuple[Path, str], float]] = [{}, {}]
    for path in files * ROUNDS:
        for process, known in zip(both, least, strict=True):
            for step, seconds in asked(process, path).items():
                known[path, step] = min(seconds, known.get((path, step), seconds))
    totals: list[dict[str, float]] = [defaultdict(float), defaultdict(float)]
    for known, total in zip(least, totals, strict=True):
        for (_, step), seconds in known.items():
            total[step] += seconds
    for process in both:
        process.communicate()
    lines = [f"{'step':18}{'before':>9}{'now':>9}{'times':>8}"]
    for step in ("structure", *STEPS, "all"):
        old, new = (
            sum(total.values()) if step == "all" else total.get(step, 0.0) for total in totals
        )
        times = f"{new / old:8.2f}" if old else f"{'-':>8}"
        lines.append(f"{step:18}{old:9.3f}{new:9.3f}{times}")
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), [Path(name).resolve() for name in sys.argv[2:]])
