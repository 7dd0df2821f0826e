"""What a change of the rules gains and loses on a folder of documents, with the sentences.

    python tests/evaluation/gains_and_losses.py FOLDER [--base REVISION] [--most N]

Reads every text in FOLDER with this checkout and with the revision (the last tag, or HEAD where
there is none), and prints the findings that only one of them has. A figure says that something
changed; this says what.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections import Counter
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
KINDS = (
    "provisions", "citations", "responsibilities", "norms", "groups", "rights", "conditions",
    "targets", "deadlines", "amendments",
)  # fmt: skip
NO_FIELDS = ("start", "end", "quote", "rule", "position")

Finding = tuple[str, str, str, str]  # kind, file, what, sentence


def dump(folder: Path) -> None:
    """Print the findings of every text in ``folder``, one JSON list a line."""
    from exports.reading import reading_object
    from graph.errors import SourceError
    from graph.pipeline import read_file

    for path in sorted(folder.glob("*.txt")):
        try:
            found = reading_object(read_file(path))
        except SourceError as error:
            print(json.dumps(["refused", path.name, str(error), ""], ensure_ascii=False))
            continue
        for kind in KINDS:
            for item in found.get(kind, ()):
                what = " ".join(str(v) for k, v in item.items() if k not in NO_FIELDS and v)
                sentence = " ".join(str(item.get("quote", "")).split())
                print(json.dumps([kind, path.name, what, sentence], ensure_ascii=False))


def findings(tree: Path, folder: Path) -> Counter[Finding]:
    """Return the findings that the checkout at ``tree`` reads in ``folder``."""
    script = "import runpy, sys; sys.path.insert(0, sys.argv[1]); sys.argv = sys.argv[2:]; "
    script += "runpy.run_path(sys.argv[0], run_name='__main__')"
    command = [sys.executable, "-c", script, str(tree), __file__, str(folder), "--dump"]
    run = subprocess.run(command, capture_output=True, text=True, check=True, cwd=tree)  # noqa: S603 - our own script
    rows: list[list[str]] = [json.loads(line) for line in run.stdout.splitlines()]
    return Counter((kind, file, what, sentence) for kind, file, what, sentence in rows)


@contextmanager
def checkout(revision: str) -> Iterator[Path]:
    """Give a temporary checkout of ``revision``."""
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder) / "tree"
        _git("worktree", "add", "--detach", "--quiet", str(tree), revision)
        try:
            yield tree
        finally:
            _git("worktree", "remove", "--force", str(tree))


def _git(*arguments: str) -> str:
    command = ["git", "-C", str(ROOT), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()  # noqa: S603 - git, our own arguments


def last_release() -> str:
    """Return the last tag, or HEAD where nothing was released yet."""
    tags = _git("tag", "--sort=-creatordate").splitlines()
    return tags[0] if tags else "HEAD"


def report(title: str, found: Counter[Finding], most: int) -> None:
    """Print what only one side has: counts by kind, then the first findings of each."""
    counts = Counter(kind for kind, *_ in found.elements())
    kinds = ", ".join(f"{kind} {number}" for kind, number in sorted(counts.items()))
    print(f"\n{title}: {sum(counts.values())} ({kinds})")
    shown: Counter[str] = Counter()
    for kind, file, what, sentence in sorted(found.elements()):
        shown[kind] += 1
        if shown[kind] <= most:
            print(f"  {kind:16} {file[:40]}  {what[:80]}  “{sentence[:80]}”")


def main() -> int:
    """Run the comparison."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--base", default="")
    parser.add_argument("--most", type=int, default=20, help="findings shown of each kind")
    parser.add_argument("--dump", action="store_true", help="print this checkout's findings")
    arguments = parser.parse_args()
    folder = arguments.folder.resolve()
    if arguments.dump:
        dump(folder)
        return 0
    base = arguments.base or last_release()
    now = findings(ROOT, folder)
    with checkout(base) as tree:
        before = findings(tree, folder)
    print(f"{sum(now.values())} findings now, {sum(before.values())} in {base}")
    report("gained", now - before, arguments.most)
    report("lost", before - now, arguments.most)
    return 0


if __name__ == "__main__":
    sys.exit(main())
