"""Wall times of the program as multiples of ``python3 -c pass``; nothing is asserted.

The runs of all commands are interleaved, so that what else the machine does falls on all alike,
and the best of each is printed: ``python tests/benchmarks/bench_startup.py [RUNS]``.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

PROGRAM = "import sys; from cli.main import main; sys.exit(main())"
QUESTIONS = {
    "--help": ("--help",),
    "--version": ("--version",),
    "read": ("read", "graph/samples/korla-2018-171.txt"),
    "responsibility": ("responsibility", "市公安局"),
    "lineage": ("lineage", "171号 五（十五）"),
    "rights": ("rights", "三权"),
    "search": ("search", "落户"),
    "check": ("check",),
}
STORELESS = ("read", "--help", "--version")
ROOT = Path(__file__).resolve().parents[2]


def run(command: list[str]) -> None:
    """Run a command to its end."""
    subprocess.run(  # noqa: S603 - our own interpreter and program
        command, cwd=ROOT, stdout=subprocess.DEVNULL, check=True
    )


def best_times(commands: dict[str, list[str]], runs: int) -> dict[str, float]:
    """Return the shortest wall time of each command in seconds."""
    best = dict.fromkeys(commands, float("inf"))
    for _ in range(runs):
        for name, command in commands.items():
            before = time.perf_counter()
            run(command)
            best[name] = min(best[name], time.perf_counter() - before)
    return best


def main(runs: int) -> None:
    """Add the sample to a new store, ask everything once to warm it, then measure."""
    program = [sys.executable, "-c", PROGRAM]
    with tempfile.TemporaryDirectory() as folder:
        store = ["--store", str(Path(folder) / "store")]
        run([*program, "add", "--sample", *store])
        commands = {"python -c pass": [sys.executable, "-c", "pass"]} | {
            f"zhengmai {name}": [*program, *args, *([] if args[0] in STORELESS else store)]
            for name, args in QUESTIONS.items()
        }
        best_times(commands, 1)
        times = best_times(commands, runs)
    unit = times["python -c pass"]
    lines = [f"{'command':26}{'ms':>8}{'times':>8}   best of {runs}"]
    lines += [f"{name:26}{t * 1000:8.0f}{t / unit:8.1f}" for name, t in times.items()]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10)
