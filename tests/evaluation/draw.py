"""Draw findings at random for a reader to judge, and keep the verdicts without any text.

    python tests/evaluation/draw.py sample FOLDER… --kind norms --count 80 --seed 7 > to-judge.jsonl
    python tests/evaluation/draw.py record to-judge.jsonl VERDICTS.tsv BANK.tsv
    python tests/evaluation/draw.py sentences FOLDER… --count 300 --seed 7 > to-judge.jsonl
    python tests/evaluation/draw.py record-missed to-judge.jsonl COUNTS.tsv BANK.tsv
    python tests/evaluation/draw.py restate FOLDER… --bank BANK.tsv

``sample`` reads every file in the folders and prints one JSON object for each finding drawn: what
was found, and its words in their context between 【 and 】. A reader who did not write the rules
judges each one: ``id<TAB>right|partly|wrong<TAB>reason`` a line. ``record`` puts the verdicts into
the bank: file, offsets, a hash of the words, kind, rule, verdict and reason, and no text.

``sentences`` draws sentences by words that show a finding, each with all that was found in it, for
a reader to tell what was missed: ``id<TAB>kind<TAB>expected<TAB>found<TAB>reason`` a line, where
``expected`` are the findings of the kind that a careful reader has in the sentence, ``found`` how
many of those were found. ``record-missed`` puts the counts into a bank, again without text.

``restate`` reads the judged documents anew (they lie in FOLDER) and notes with each verdict the
rule that states that finding today, in the same place; ``former:RULE`` where none does any more.

Kinds are those of ``read --format json``, and: ``tails`` and ``body`` (responsibilities by form),
``places`` (where a finding stands), ``metadata`` (one document each).
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import random
import re
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

CONTEXT = 240  # characters on either side
MOST_A_DOCUMENT = 3
LEAST, MOST = 8, 300  # characters of a sentence
HEAD = 900  # characters of a document's beginning and end that metadata is judged by
FOUND = (
    "citations", "responsibilities", "norms", "groups", "rights", "conditions", "targets",
    "deadlines",
)  # fmt: skip
COLUMNS = ("file", "start", "end", "sha256", "kind", "rule", "verdict", "reason")
VERDICTS = ("right", "partly", "wrong")
FORMER = "former:"  # before the rule of a finding that is not stated any more
MISSED_COLUMNS = ("file", "start", "end", "sha256", "kind", "expected", "found", "reason")
CUES = {  # what shows that a sentence may state something of a kind; wide, so that misses are met
    "duty": r"负责|牵头|会同|配合|参与|协助|主管|审批|要[^求点素件闻]|应当|统筹",
    "right": r"权利|有权|享有|享受|待遇|补助|可以?申请|[承继居].{0,4}权|权益",
    "time": r"[年月日]底?[前内]|以前|个工作日|定期|每[年季月周]|尽快|持续|有效期|施行",
    "amount": r"[0-9０-９一二三四五六七八九十百千万]+(?:[%％‰元人个户家平米亩]|周岁|万元|公里)"
    r"|百分之|达到|不[低高超少]",
    "citation": r"《|〔|[^办想方]法》?第|条例|令第|废止|修改",
    "norm": r"不得|严禁|禁止|必须|鼓励|支持|引导|可以|不受",
    "group": r"人员|儿童|农民|家庭|居民|职工|学生|企业|老年人|残疾人|妇女|对象"
    r"|[参申持]\w{1,3}[人者]",
}


def documents(
    folders: Iterable[Path], names: Collection[str] | None = None
) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Yield the name, the object of ``read --format json`` and the text of each document.

    Of the names of files, with that of their folder, where some are given; of all, else.
    """
    from exports.reading import reading_object
    from graph.errors import SourceError
    from graph.pipeline import read_all
    from graph.sources import read_source

    for folder in folders:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            name = f"{folder.name}/{path.relative_to(folder)}"
            if names is not None and name not in names:
                continue
            try:
                readings = read_all(read_source(path))
            except SourceError:
                continue
            for reading in readings:
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


def sentences(folders: Iterable[Path], count: int, seed: int) -> Iterator[dict[str, Any]]:
    """Yield sentences in equal parts by each cue, one a document and cue, with what was found."""
    drawn = random.Random(seed)  # noqa: S311 - a draw that can be repeated, and no secret
    pool: dict[str, list[dict[str, Any]]] = {cue: [] for cue in CUES}
    for name, found, text in documents(folders):
        spans = [
            match.span()
            for match in re.finditer(r"[^。；;\n]+[。；;]?", text)
            if LEAST <= len(match[0].strip()) <= MOST
        ]
        for cue, pattern in CUES.items():
            fitting = [span for span in spans if re.search(pattern, text[slice(*span)])]
            if fitting:
                pool[cue].append(_sentence(name, found, text, cue, drawn.choice(fitting)))
    each = -(-count // len(CUES))
    for items in pool.values():
        yield from drawn.sample(items, min(each, len(items)))


def _sentence(
    name: str, found: dict[str, Any], text: str, cue: str, span: tuple[int, int]
) -> dict[str, Any]:
    start, end = span
    here = {
        kind: [
            {key: value for key, value in item.items() if key not in {"start", "end", "locators"}}
            for item in found[kind]
            if item["start"] < end and start < item["end"]
        ]
        for kind in FOUND
    }
    before, behind = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    return {
        "file": name, "start": start, "end": end, "cue": cue, "document": found["title"],
        "found": {kind: items for kind, items in here.items() if items},
        "context": f"{before}【{text[start:end]}】{behind}",
        "words": text[start:end],
    }  # fmt: skip


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
    _append(bank, COLUMNS, rows)
    return len(rows)


def record_missed(drawn: Path, counts: Path, bank: Path) -> int:
    """Append the counts to the bank; return how many there are."""
    items = [json.loads(line) for line in drawn.read_text(encoding="utf-8").splitlines()]
    by_id = {item["id"]: item for item in items}
    rows = []
    for line in counts.read_text(encoding="utf-8").splitlines():
        number, kind, expected, found, *reason = line.split("\t")
        if not 0 <= int(found) <= int(expected):
            raise SystemExit(f"{counts}: {line!r}: no more is found than expected")  # noqa: EM102, TRY003
        own = {"kind": kind, "expected": expected, "found": found, "reason": " ".join(reason)}
        rows.append({**by_id[int(number)], **own})
    _append(bank, MISSED_COLUMNS, rows)
    return len(rows)


def restate(folders: Sequence[Path], bank: Path) -> Counter[str]:
    """Note with each verdict of a bank the rule that states the finding now; return the counts.

    Verdicts on documents that lie in none of the folders, and on what no rule states (places,
    heads), stay as they are.
    """
    with bank.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    names = {row["file"] for row in rows if row["rule"]}
    stated: dict[str, dict[tuple[str, int, int], str]] = {}
    for name, found, _ in documents(folders, names):
        rules = stated.setdefault(name, {})
        for kind in FOUND:
            for item in found[kind]:
                rules.setdefault((kind, item["start"], item["end"]), item["rule"])
    counts: Counter[str] = Counter()
    for row in rows:
        kind = "responsibilities" if row["kind"] in {"tails", "body"} else row["kind"]
        if not row["rule"] or kind not in FOUND or row["file"] not in stated:
            continue
        own = row["rule"].removeprefix(FORMER)
        now = stated[row["file"]].get((kind, int(row["start"]), int(row["end"])))
        counts["gone" if now is None else "same" if now == own else "by another rule"] += 1
        row["rule"] = now or FORMER + own
    bank.unlink()
    _append(bank, COLUMNS, rows)
    return counts


def _append(bank: Path, columns: tuple[str, ...], rows: list[dict[str, Any]]) -> None:
    new = not bank.exists()
    with bank.open("a", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(
            file, columns, delimiter="\t", lineterminator="\n", extrasaction="ignore"
        )
        if new:
            writer.writeheader()
        writer.writerows(rows)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    commands = parser.add_subparsers(dest="command", required=True)
    drawing = commands.add_parser("sample")
    drawing.add_argument("folders", nargs="+", type=Path)
    drawing.add_argument("--kind", required=True)
    drawing.add_argument("--count", type=int, default=80)
    drawing.add_argument("--seed", type=int, default=7)
    reading = commands.add_parser("sentences")
    reading.add_argument("folders", nargs="+", type=Path)
    reading.add_argument("--count", type=int, default=300)
    reading.add_argument("--seed", type=int, default=7)
    for command in ("record", "record-missed"):
        recording = commands.add_parser(command)
        for name in ("drawn", "verdicts", "bank"):
            recording.add_argument(name, type=Path)
    again = commands.add_parser("restate")
    again.add_argument("folders", nargs="+", type=Path)
    again.add_argument("--bank", type=Path, required=True)
    args = parser.parse_args()
    if args.command == "restate":
        print(dict(restate(args.folders, args.bank)), file=sys.stderr)
        return 0
    if args.command.startswith("record"):
        record_all = record if args.command == "record" else record_missed
        print(f"{record_all(args.drawn, args.verdicts, args.bank)} verdicts", file=sys.stderr)
        return 0
    items = (
        sentences(args.folders, args.count, args.seed)
        if args.command == "sentences"
        else sample(args.folders, args.kind, args.count, args.seed)
    )
    files = set()
    for number, item in enumerate(items, start=1):
        files.add(item["file"])
        sha256 = hashlib.sha256(item["words"].encode()).hexdigest()[:16]
        print(json.dumps({"id": number, **item, "sha256": sha256}, ensure_ascii=False))
    print(f"drawn from {len(files)} documents", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
