"""How long hostile text takes to read, as a multiple of ordinary text of the same length.

Run it from the checkout: ``python tests/benchmarks/bench_reading.py [characters]``.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
UNITS = (
    "（", "《", "〈", "“", "（《〈“", "1.", "一、", "（一）", "①", "第", "第一条", " ", " \u200b",
    "0", "、", "，", "每年", "市公安局、", "国发〔2014〕25号", "《户口登记条例》、", "由市",
    "一、（1.《第 0、“",
)  # fmt: skip
LONG = 25
HEAD = "关于印发落户任务分工方案的通知\n库政办发〔2018〕171号\n各乡镇：\n一、总体要求\n"


def seconds(text: str) -> float:
    """Return how long the fastest of two readings of ``text`` takes."""
    from graph.model import SourceText
    from graph.pipeline import read_text

    source = SourceText(
        text=text, name="bench", media_type="text/plain", encoding="utf-8", sha256="0" * 64
    )
    best = float("inf")
    for _ in range(2):
        start = time.perf_counter()
        read_text(source)
        best = min(best, time.perf_counter() - start)
    return best


def _distinct(sample: str, number: int) -> str:
    """Return the sample with other words in each long line: repeated text is not read again."""
    return "\n".join(
        f"{line}{number}号。" if len(line) > LONG else line for line in sample.split("\n")
    )


def main() -> None:
    """Print one line a unit: its seconds, and its multiple of ordinary text."""
    length = int(sys.argv[1]) if len(sys.argv) > 1 else 5_000
    sys.path.insert(0, str(ROOT))
    sample = (ROOT / "graph" / "samples" / "korla-2018-171.txt").read_text(encoding="utf-8")
    rounds = range(length // len(sample) + 1)
    ordinary = "".join(_distinct(sample, number) for number in rounds)[:length]
    seconds(ordinary)  # the schemes are read once
    usual = seconds(ordinary)
    write = sys.stdout.write
    write(f"{'ordinary text':<24}{usual:>9.3f} s\n")
    for unit in UNITS:
        took = seconds(HEAD + unit * (length // len(unit)))
        write(f"{unit!r:<24}{took:>9.3f} s {took / usual:>8.1f} x\n")
    tenfold = "".join(_distinct(sample, number) for number in range(10 * len(rounds)))
    took = seconds(tenfold[: 10 * length])
    write(f"{'ten times ordinary':<24}{took:>9.3f} s {took / usual:>8.1f} x\n")


if __name__ == "__main__":
    main()
