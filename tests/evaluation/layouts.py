"""A layout is not a meaning: what of a reading survives when the same words are set otherwise.

    python tests/evaluation/layouts.py [--layout NAME] [--kind KIND] [--verbose] [FILE…]

Each file is set as plain paragraphs and read; then it is set in each layout (typesetting.py) and
read again. Printed is, by layout and kind of finding, the share of the first findings that survive
with the same place and the same words, and how many are new (+). ``--verbose`` lists both. Without
files it takes the sample, the texts beside it, and some of ../shared/corpus that stand in
paragraphs and in which much is found. The layouts of tables (``cells-…``) are tried on files that
hold tables, those of pages on the others.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

ROOT = Path(__file__).resolve().parents[2]
if str(ROOT) not in sys.path:  # run as a script
    sys.path.insert(0, str(ROOT))

from exports.reading import reading_object  # noqa: E402 - the checkout has to be found first
from graph.errors import SourceError  # noqa: E402
from graph.model import ProvisionKind  # noqa: E402
from graph.normalise import normalise  # noqa: E402
from graph.normalise.widths import fold  # noqa: E402
from graph.pipeline import read_text  # noqa: E402
from graph.sources import read_source  # noqa: E402
from tests.evaluation.typesetting import PAGES, SETTINGS, TABLES, Block, Table, blocks  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.model import SourceText

OWN: Final = (
    ROOT / "graph" / "samples" / "korla-2018-171.txt",
    *sorted((ROOT / "tests" / "evaluation" / "texts").glob("*.txt")),
)
LAYOUTS: Final = {**SETTINGS, **PAGES, **TABLES}
ORIGINAL: Final = "paragraphs"
KINDS: Final = (
    "provisions", "citations", "responsibilities", "norms", "deadlines", "groups", "rights",
    "conditions", "targets",
)  # fmt: skip
ALSO: Final = ("head", "headings")  # told, and no part of "all"
_NOT_COMPARED: Final = ("start", "end", "rule", "locators", "heading")
_PAGE_NUMBER: Final = re.compile(r"—\d{1,3}—")
_BEGINNING: Final = 8  # characters of a provision that tell that it is the same one
_RICH: Final = 40  # findings of a document that is worth setting
_EVERY: Final = 3  # of the texts of the corpus, one is set
_ROWS: Final = 4  # of a table that is worth setting
_LONGEST: Final = 1_200  # characters of a paragraph; a longer line holds several

Key = tuple[str, ...]


def findings(source: SourceText) -> dict[str, Counter[Key]]:
    """Return what is found in a text, by kind, each finding as its place, values and words."""
    try:
        read = reading_object(read_text(source))
    except SourceError:
        return {kind: Counter() for kind in (*KINDS, *ALSO)}
    found = {
        kind: Counter(
            _key(item, source.text if kind == "provisions" else "") for item in read[kind]
        )
        for kind in KINDS
    }
    head = ("number", "title", "issuer", "date_issued")
    found["head"] = Counter((name, _folded(read[name])) for name in head if read[name])
    headings = [(each["label"], _folded(each["heading"])) for each in read["provisions"]]
    found["headings"] = Counter(pair for pair in headings if pair[1])
    return found


def _key(item: dict[str, Any], text: str) -> Key:
    values = [_folded(value) for name, value in item.items() if name not in _NOT_COMPARED]
    if text:  # a provision has no quote: its first words tell which one it is
        values.append(_folded(text[item["start"] : item["start"] + 40])[:_BEGINNING])
    return tuple(values)


def _folded(value: object) -> str:
    """Return a value in one width and without what only its layout put into it."""
    words = "" if value is None else "".join(fold(str(value)).text.replace("|", "").split())
    return _PAGE_NUMBER.sub("", words)


def matter(path: Path) -> tuple[Block, ...]:
    """Return the paragraphs and tables of a file, its broken lines mended."""
    text = read_source(path).text
    folded = normalise(text)
    lines: list[str] = []
    at = 0
    for line in folded.text.split("\n"):
        places = sorted(set(folded.origin[at : at + len(line)]))
        lines.append("".join(text[place] for place in places))
        at += len(line) + 1
    return blocks("\n".join(lines))


def compare(
    original: dict[str, Counter[Key]], other: dict[str, Counter[Key]]
) -> Iterator[tuple[str, Counter[Key], Counter[Key], Counter[Key]]]:
    """Yield each kind with what survives, what is lost and what is new."""
    for kind in (*KINDS, *ALSO):
        before, after = original[kind], other[kind]
        yield kind, before & after, before - after, after - before


def survival(
    original: dict[str, Counter[Key]], other: dict[str, Counter[Key]]
) -> tuple[int, int, int]:
    """Return how many findings survive, how many are lost and how many are new."""
    counts = [
        (kept.total(), lost.total(), new.total())
        for kind, kept, lost, new in compare(original, other)
        if kind in KINDS
    ]
    kept, lost, new = (sum(column) for column in zip(*counts, strict=True))
    return kept, lost, new


def worth_setting(path: Path) -> bool:
    """Tell whether a file stands in paragraphs as it is, and much is found in it."""
    try:
        text = read_source(path).text
    except SourceError:
        return False
    lines = [line for line in text.split("\n") if line.strip()]
    if max(map(len, lines), default=0) > _LONGEST:
        return False
    mended = len(normalise(text).text.split("\n"))
    if len(lines) - mended > 0.02 * len(lines):
        return False
    found = findings(SETTINGS[ORIGINAL](matter(path)))
    return sum(found[kind].total() for kind in KINDS[1:]) >= _RICH and bool(found["provisions"])


def holds_a_table(path: Path) -> bool:
    """Tell whether duties stand in the tables of a file."""
    found = matter(path)
    if not any(isinstance(block, Table) and len(block.rows) >= _ROWS for block in found):
        return False
    duties = findings(SETTINGS[ORIGINAL](found))["responsibilities"]
    return any("table" in key for key in duties)


def default_files() -> list[Path]:
    """Return what is set where no file is named: some of the corpus, and what is always here."""
    corpus = ROOT.parent / "shared" / "corpus"
    texts = [path for path in sorted(corpus.glob("*.txt"))[::_EVERY] if worth_setting(path)]
    tables = [path for path in sorted(corpus.glob("*.htm*")) if holds_a_table(path)]
    return [*OWN, *texts, *tables]


def report(
    files: Sequence[Path], names: Sequence[str], kinds: Sequence[str], *, verbose: bool
) -> None:
    """Read every file in every layout, and print what survives."""
    sums: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0, 0])
    for path in files:
        set_matter = matter(path)
        original = findings(SETTINGS[ORIGINAL](set_matter))
        for name in names:
            if not _can_be_set(name, set_matter, original):
                continue
            for kind, kept, lost, new in compare(original, findings(LAYOUTS[name](set_matter))):
                counts = (kept.total(), lost.total(), new.total())
                for total in (kind, *(["all"] if kind in KINDS else [])):
                    sums[name, total] = [
                        a + b for a, b in zip(sums[name, total], counts, strict=True)
                    ]
                if verbose and kind in kinds:
                    _list(path, name, kind, lost, new)
    width = max(map(len, names))
    print(" " * width + "".join(f"{kind[:13]:>14}" for kind in ("all", *kinds)))
    for name in names:
        cells = (_share(*sums[name, kind]) for kind in ("all", *kinds))
        print(f"{name:{width}}" + "".join(f"{cell:>14}" for cell in cells))


def _can_be_set(name: str, matter: Sequence[Block], original: dict[str, Counter[Key]]) -> bool:
    """Tell whether a layout is one of the matter: cells one a line are no text on one line."""
    if any(isinstance(block, Table) for block in matter):
        return name not in PAGES
    cells = any(key[1] == ProvisionKind.ROW for key in original["provisions"])
    return name not in TABLES and not (cells and name.startswith("one-line"))


def _share(kept: int, lost: int, new: int) -> str:
    return f"{kept / (kept + lost):.3f} +{new}" if kept + lost else f"– +{new}"


def _list(path: Path, name: str, kind: str, lost: Counter[Key], new: Counter[Key]) -> None:
    for sign, keys in (("-", lost), ("+", new)):
        for key in keys.elements():
            print(f"{name} {path.name[:24]} {sign} {kind}: {' | '.join(key)[:160]}")


def main() -> int:
    """Run the comparison."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("files", type=Path, nargs="*")
    parser.add_argument("--layout", action="append", choices=LAYOUTS)
    parser.add_argument("--kind", action="append", choices=[*KINDS, *ALSO])
    parser.add_argument("--verbose", action="store_true", help="list what is lost and new")
    arguments = parser.parse_args()
    names = arguments.layout or [name for name in LAYOUTS if name != ORIGINAL]
    kinds = arguments.kind or (*KINDS, *ALSO)
    report(arguments.files or default_files(), names, kinds, verbose=arguments.verbose)
    return 0


if __name__ == "__main__":
    sys.exit(main())
