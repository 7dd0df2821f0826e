"""What the registers cost a command that needs them, beside the same command's other imports.

Each line is the best of several runs of a new interpreter, in milliseconds and as a multiple of
``python -c pass``; ``more`` is what a line adds to ``imports``, of which 30 ms are allowed.

Run as ``python tests/benchmarks/bench_registers.py [RUNS]``.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

IMPORTS = "from ontology import agencies, divisions, issuers, successions; "
PROGRAMS = {
    "python -c pass": "pass",
    "imports": IMPORTS,
    "agencies": IMPORTS + "agencies.by_name('公安局'); agencies.by_ending('园区')",
    "divisions": IMPORTS + "divisions.split_leading('库尔勒市公安局')",
    "divisions of the past": IMPORTS + "divisions.by_name('增城市')",
    "successions": IMPORTS + "successions.successors('国土资源局')",
    "all registers": IMPORTS
    + "agencies.by_name('公安局'); agencies.by_ending('园区'); divisions.find('库尔勒'); "
    + "divisions.by_name('增城市'); successions.successors('国土资源局'); issuers.register()",
}
ROOT = Path(__file__).resolve().parents[2]


def best_times(runs: int) -> dict[str, float]:
    """Return the shortest wall time of each program in seconds, the programs taking turns."""
    best = dict.fromkeys(PROGRAMS, float("inf"))
    for _ in range(runs):
        for name, program in PROGRAMS.items():
            before = time.perf_counter()
            command = [sys.executable, "-c", program]
            subprocess.run(command, cwd=ROOT, check=True)  # noqa: S603 - our own interpreter
            best[name] = min(best[name], time.perf_counter() - before)
    return best


def main(runs: int) -> None:
    """Measure, after one run that warms the caches."""
    best_times(1)
    times = best_times(runs)
    unit, imports = times["python -c pass"], times["imports"]
    print(f"{'program':26}{'ms':>8}{'times':>8}{'more':>8}   best of {runs}")
    for name, seconds in times.items():
        more = max(seconds - imports, 0.0)
        print(f"{name:26}{seconds * 1000:8.0f}{seconds / unit:8.1f}{more * 1000:8.1f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10)
