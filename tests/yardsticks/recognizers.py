"""Numbers, shares, amounts, ages, measures and dates against specifications from outside.

    python tests/yardsticks/recognizers.py FOLDER [--verbose]

FOLDER (or RECOGNIZERS) is ``Specs`` of github.com/microsoft/Recognizers-Text. Each Chinese number
there is set into the forms of official texts (不超过…元, 不低于…) and read: the value is the same,
or nothing is read. A value that differs is wrong, and none may be: what is not understood must not
be read.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT: Final = Path(__file__).resolve().parents[2]
HOW: Final = """no specifications at {}: fetch them once, beside the checkout, and commit none:
    git clone --depth 1 https://github.com/microsoft/Recognizers-Text ../Recognizers-Text"""
SPECS: Final = {
    "numbers": "Number/Chinese/NumberModel.json",
    "shares": "Number/Chinese/PercentModel.json",
    "money": "NumberWithUnit/Chinese/CurrencyModel.json",
    "ages": "NumberWithUnit/Chinese/AgeModel.json",
    "measures": "NumberWithUnit/Chinese/DimensionModel.json",
    "dates": "DateTime/Chinese/DateParser.json",
}
FORMS: Final = {
    "numbers": ("不超过{}元", "{}元以上"),
    "shares": ("不低于{}", "{}以上"),
    "money": ("不超过{}", "{}以下"),
    "ages": ("年龄不超过{}", "{}以上"),
    "measures": ("不超过{}", "{}以上"),
}
_SIZES: Final = {"‰": 0.1, "‱": 0.01, "万元": 1e4, "亿元": 1e8}
_YUAN = "Chinese yuan"
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_YEAR = re.compile(r"\d{4}|[一二〇零九两]{2}[〇零一二三四五六七八九]{2}")
# 一打, 三双: counters that hold a number, and slips of typing; no forms of official texts
_NO_OFFICE_FORM = re.compile(
    r"[打双对半kKMGTmgt几余多兆負负\-]|[亿万千百] |\d, \d|[/∕]|/|分之.*分之"
)


@dataclass(slots=True)
class Tally:
    """How often a value was the same, was left unread, and differed."""

    counts: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)


def stated(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the words of each result with its resolution."""
    for case in json.loads(path.read_text(encoding="utf-8-sig")):
        for result in case.get("Results", []):
            yield result["Text"], result.get("Resolution") or result.get("Value") or {}


def measure(folder: Path, kind: str) -> Tally:
    """Return how the values of one kind are read."""
    tally = Tally()
    for words, resolution in stated(folder / SPECS[kind]):
        if kind == "dates":
            _date(words, resolution, tally)
            continue
        expected = resolution.get("value")
        if expected is None or (kind == "money" and resolution.get("unit") != _YUAN):
            continue
        if _NO_OFFICE_FORM.search(words):
            tally.counts["no office form"] += 1
            continue
        for form in FORMS[kind]:
            _value(form.format(words), float(str(expected).rstrip("%")), kind, tally)
    return tally


def _value(phrase: str, expected: float, kind: str, tally: Tally) -> None:
    from graph.grammar.quantities import find_quantities
    from graph.normalise import normalise

    text = normalise(phrase).text
    found = list(find_quantities(text, 0, len(text)))
    values = [round(each.value * _SIZES.get(each.unit, 1.0), 6) for each in found]
    if not values:
        tally.counts["unread"] += 1
    elif values == [round(expected, 6)]:
        tally.counts["same"] += 1
    else:
        tally.counts["wrong"] += 1
        tally.wrong.append(f"{kind}: {phrase}: {values}, not {expected}")


def _date(words: str, resolution: dict[str, Any], tally: Tally) -> None:
    from graph.grammar.dates import find_dates
    from graph.normalise import normalise

    future = resolution.get("FutureResolution", {}).get("date", "")
    if not _ISO_DAY.fullmatch(future) or not _YEAR.search(words):
        return  # relative to a day of reference
    text = normalise(words).text
    found = [each for each in find_dates(text, 0, len(text)) if each.day]
    if not found:
        tally.counts["unread"] += 1
    elif [each.last().isoformat() for each in found] == [future]:
        tally.counts["same"] += 1
    else:
        tally.counts["wrong"] += 1
        tally.wrong.append(f"dates: {words}: {[str(each.last()) for each in found]}, not {future}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    beside = ROOT.parent / "Recognizers-Text" / "Specs"
    parser.add_argument(
        "folder", nargs="?", type=Path, default=Path(os.environ.get("RECOGNIZERS", beside))
    )
    parser.add_argument("--verbose", action="store_true")
    args = parser.parse_args()
    if not (args.folder / SPECS["numbers"]).is_file():
        print(HOW.format(args.folder), file=sys.stderr)
        return 2
    wrong = 0
    print(f"{'':12}{'same':>6}{'unread':>8}{'wrong':>7}{'no office form':>16}")
    for kind in SPECS:
        tally = measure(args.folder, kind)
        wrong += tally.counts["wrong"]
        row = [tally.counts[key] for key in ("same", "unread", "wrong", "no office form")]
        print(f"{kind:12}{row[0]:>6}{row[1]:>8}{row[2]:>7}{row[3]:>16}")
        if args.verbose:
            print(*tally.wrong, sep="\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
