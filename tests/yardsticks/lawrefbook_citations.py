"""Whether statutes that cite each other by title are read so: every title, and no paper.

    python tests/yardsticks/lawrefbook_citations.py FOLDER [--every N] [--verbose]

FOLDER (or LAWREFBOOK) is a checkout of github.com/LawRefBook/Laws. What stands in 《》 and is the
title of a statute of that collection, with or without the name of the state before it, must be a
citation of that title; an article behind it must be its target. What stands in 《》 and ends like
a paper (许可证, 申请表, 通知书) must be none. The titles are those of the files, and the endings
are given here, so that neither comes from the rules that are measured.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.model import Reading

ROOT: Final = Path(__file__).resolve().parents[2]
HOW: Final = """no statutes at {}: they are fetched once, beside the checkout, and never committed:
    git clone --depth 1 https://github.com/LawRefBook/Laws {}"""
_STATE: Final = "中华人民共和国"
_QUOTED = re.compile(r"《(?P<inner>[^《》\n]*(?:《[^《》\n]*》[^《》\n]*)*)》")
_BLANK = re.compile(r"[\s　]")
_PAPER = re.compile(r"(?:证|证书|书|表|卡|簿|单|日报|晚报|杂志|合同|凭证|执照|发票|名册|回执)$")
_DOCUMENT_TOO = re.compile(r"白皮书|任务书|意见书|责任清单")  # end like papers and can be documents
_ARTICLE = re.compile(r"第[〇零一二三四五六七八九十百千]+条")
_SHORT = re.compile(
    r"(?:简称|下称|统称)[为：:]?(?:《[^《》]*》[、和及]*)*$"
)  # it only defines a name


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands in 《》 in a text, without blanks, with the article that follows it."""

    title: str
    start: int
    end: int
    article: str


def plain(title: str) -> str:
    """Return a title as titles are compared: without blanks, marks and the name of the state."""
    bare = re.sub(r"[《》〈〉<>]", "", _BLANK.sub("", title)).translate(str.maketrans("()", "（）"))
    return bare.removeprefix(_STATE)


def marks(text: str) -> Iterator[Mark]:
    """Yield what stands in 《》, but for the new text of an amending decision."""
    same = text.replace("<", "《").replace(">", "》") if "《" not in text else text
    for found in _QUOTED.finditer(same):
        line = same[same.rfind("\n", 0, found.start()) + 1 : found.start()]
        if same.rfind("“", 0, found.start()) > same.rfind("”", 0, found.start()):
            continue  # the words that a decision gives to another statute
        if _SHORT.search(line) or line.startswith("# "):
            continue
        article = _ARTICLE.match(same, found.end())
        yield Mark(plain(found["inner"]), *found.span(), article.group() if article else "")


@dataclass(slots=True)
class Tally:
    """The figures, and the misses in words."""

    counts: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    def add(self, name: str, text: str, reading: Reading, titles: frozenset[str]) -> None:
        own = plain(reading.document.title)
        cited = [
            (c.span.start, c.span.end, plain(c.title or ""), c.target or "")
            for c in reading.citations
        ]
        for mark in marks(text):
            if mark.title == own:
                continue
            here = [c for c in cited if c[0] <= mark.start < c[1]]
            around = text[max(0, mark.start - 16) : mark.end + 16].replace("\n", "⏎")
            if mark.title in titles:
                self._judge("title", any(c[2] == mark.title for c in here), f"{name}: {around}")
                if mark.article:
                    told = any(c[3].startswith(mark.article) for c in here)
                    self._judge("article", told, f"{name}: {around}")
            elif _PAPER.search(mark.title) and not _DOCUMENT_TOO.search(mark.title):
                self._judge("paper left out", not here, f"{name}: {around}")

    def _judge(self, what: str, good: bool, words: str) -> None:  # noqa: FBT001 - the verdict
        self.counts[f"{what} printed"] += 1
        self.counts[f"{what} read"] += good
        if not good:
            self.misses.append(f"{what}: {words}")

    def share(self, what: str) -> float:
        """Return how many of a kind are read rightly."""
        return self.counts[f"{what} read"] / max(self.counts[f"{what} printed"], 1)


def title_of(text: str, name: str) -> str:
    """Return the title of a file of the collection: its heading, or the name of the file."""
    heading = next((line for line in text.split("\n") if line.startswith("# ")), "")
    return plain(heading.lstrip("# ") or name)


def measure(files: list[Path], every: int) -> Tally:
    """Read every Nth file and hold its citations against the titles of all."""
    from graph.errors import SourceError
    from graph.pipeline import read_file

    texts = {path: path.read_text(encoding="utf-8") for path in files}
    titles = frozenset(title_of(text, path.stem) for path, text in texts.items())
    tally = Tally()
    for path in files[::every]:
        try:
            reading = read_file(path)
        except SourceError:
            tally.counts["refused"] += 1
            continue
        tally.add(path.stem, reading.document.source.text, reading, titles)
    return tally


def main() -> int:
    """Read the statutes and print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", nargs="?", default=os.environ.get("LAWREFBOOK", ""))
    parser.add_argument("--every", type=int, default=1, help="read each Nth statute only")
    parser.add_argument("--verbose", action="store_true", help="print each miss")
    arguments = parser.parse_args()
    folder = Path(arguments.folder or ROOT / "build" / "LawRefBook")
    files = [p for p in sorted(folder.rglob("*.md")) if "案例" not in p.parts]  # reports of cases
    if not files:
        print(HOW.format(folder, folder), file=sys.stderr)
        return 2
    sys.path.insert(0, str(ROOT))
    tally = measure(files, arguments.every)
    for what in ("title", "article", "paper left out"):
        read, printed = tally.counts[f"{what} read"], tally.counts[f"{what} printed"]
        print(f"  {what:<16} {read:>7} of {printed:>7}  {tally.share(what):.4f}")
    print(f"  refused: {tally.counts['refused']}")
    for miss in tally.misses if arguments.verbose else ():
        print("   -", miss)
    return 0


if __name__ == "__main__":
    sys.exit(main())
