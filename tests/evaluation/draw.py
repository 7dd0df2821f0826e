"""Draw findings at random for a reader to judge, and keep the verdicts without any text.

    python tests/evaluation/draw.py sample FOLDER… --kind norms --count 80 --seed 7 > to-judge.jsonl
    python tests/evaluation/draw.py record to-judge.jsonl VERDICTS.tsv BANK.tsv

``sample`` reads every file in the folders and prints one JSON object for each finding drawn: what
was found, and its words in their context between 【 and 】. A reader who did not write the rules
judges each one: ``id<TAB>right|partly|wrong<TAB>reason`` a line. ``record`` puts the verdicts into
the bank: file, offsets, a hash of the words, kind, rule, verdict and reason, and no text.

Kinds are those of ``read --format json``, and: ``tails`` and ``body`` (responsibilities by form),
``places`` (where a finding stands), ``metadata`` (one document each).
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import random
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

CONTEXT = 240  # characters on either side
MOST_A_DOCUMENT = 3
HEAD = 900  # characters of a document's beginning and end that metadata is judged by
FOUND = (
    "citations", "responsibilities", "norms", "groups", "rights", "conditions", "targets",
    "deadlines",
)  # fmt: skip
COLUMNS = ("file", "start", "end", "sha256", "kind", "rule", "verdict", "reason")
VERDICTS = ("right", "partly", "wrong")


def documents(folders: Iterable[Path]) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Yield the name, the object of ``read --format json`` and the text of each document."""
    from exports.reading import reading_object
    from graph.errors import SourceError
    from graph.pipeline import read_all
    from graph.sources import read_source

    for folder in folders:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            try:
                readings = read_all(read_source(path))
            except SourceError:
                continue
            for reading in readings:
                name = f"{folder.name}/{path.relative_to(folder)}"
                yield name, reading_object(reading), reading.document.source.text


def findings(found: dict[str, Any], kind: str) -> Iterator[dict[str, Any]]:
    """Yield the findings of one kind of a document."""
    if kind in {"tails", "body"}:
        for item in found["responsibilities"]:
            if (item["form"] == "body") == (kind == "body"):
                yield item
    elif kind == "places":
        for each in FOUND:
            yield from found[each]
    else:
        yield from found[kind]


def sample(folders: Iterable[Path], kind: str, count: int, seed: int) -> Iterator[dict[str, Any]]:
    """Yield what is to be judged, drawn by ``seed``, at most a few of one document."""
    drawn = random.Random(seed)  # noqa: S311 - a draw that can be repeated, and no secret
    if kind == "metadata":
        known = list(documents(folders))
        for name, found, text in drawn.sample(known, min(count, len(known))):
            fields = (
                "number", "title", "issuer", "issuers", "addressees", "date_issued",
                "date_adopted", "passed_by", "in_force_from", "history", "jurisdiction",
            )  # fmt: skip
            yield {
                "file": name, "start": 0, "end": min(HEAD, len(text)), "kind": kind, "rule": "",
                "found": {key: found[key] for key in fields if key in found},
                "head": text[:HEAD], "foot": text[-HEAD:],
                "words": text[:HEAD],
            }  # fmt: skip
        return
    pool: list[tuple[str, dict[str, Any], str, dict[str, Any]]] = []
    for name, found, text in documents(folders):
        items = list(findings(found, kind))
        chosen = drawn.sample(items, min(MOST_A_DOCUMENT, len(items)))
        pool += [(name, item, text, found) for item in chosen]
    for name, item, text, found in drawn.sample(pool, min(count, len(pool))):
        yield _to_judge(name, item, text, found, kind)


def _to_judge(
    name: str, item: dict[str, Any], text: str, found: dict[str, Any], kind: str
) -> dict[str, Any]:
    start, end = item["start"], item["end"]
    what = {k: v for k, v in item.items() if k not in {"start", "end", "quote", "rule"}}
    shown_end = min(end, start + 2 * CONTEXT)
    words = text[start:shown_end] + ("…" if shown_end < end else "")
    before, behind = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    headings = {p["label"]: p["heading"] for p in found["provisions"]}
    return {
        "file": name, "start": start, "end": end, "kind": kind, "rule": item.get("rule", ""),
        "document": found["title"], "found": what,
        "heading of where": headings.get(item.get("where", "")),
        "context": f"{before}【{words}】{behind}",
        "words": text[start:end],
    }  # fmt: skip


def record(drawn: Path, verdicts: Path, bank: Path) -> int:
    """Append the verdicts to the bank; return how many there are."""
    judged: dict[int, tuple[str, str]] = {}
    for line in verdicts.read_text(encoding="utf-8").splitlines():
        number, verdict, *reason = line.split("\t")
        if verdict not in VERDICTS:
            message = f"{verdicts}: {line!r}: the verdict is one of {', '.join(VERDICTS)}"
            raise SystemExit(message)
        judged[int(number)] = (verdict, " ".join(reason).strip())
    rows = []
    for line in drawn.read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        if item["id"] not in judged:
            continue
        verdict, reason_given = judged[item["id"]]
        rows.append({**item, "verdict": verdict, "reason": reason_given})
    new = not bank.exists()
    with bank.open("a", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(
            file, COLUMNS, delimiter="\t", lineterminator="\n", extrasaction="ignore"
        )
        if new:
            writer.writeheader()
        writer.writerows(rows)
    return len(rows)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    commands = parser.add_subparsers(dest="command", required=True)
    drawing = commands.add_parser("sample")
    drawing.add_argument("folders", nargs="+", type=Path)
    drawing.add_argument("--kind", required=True)
    drawing.add_argument("--count", type=int, default=80)
    drawing.add_argument("--seed", type=int, default=7)
    recording = commands.add_parser("record")
    for name in ("drawn", "verdicts", "bank"):
        recording.add_argument(name, type=Path)
    args = parser.parse_args()
    if args.command == "record":
        print(f"{record(args.drawn, args.verdicts, args.bank)} verdicts", file=sys.stderr)
        return 0
    files = set()
    for number, item in enumerate(sample(args.folders, args.kind, args.count, args.seed), start=1):
        files.add(item["file"])
        sha256 = hashlib.sha256(item["words"].encode()).hexdigest()[:16]
        print(json.dumps({"id": number, **item, "sha256": sha256}, ensure_ascii=False))
    print(f"drawn from {len(files)} documents", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
