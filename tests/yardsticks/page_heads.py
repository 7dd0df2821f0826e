"""How the heads of pages and of printed notices are read: title, number, issuer, day.

    python tests/yardsticks/page_heads.py FOLDER [--verbose]

FOLDER (or PAGE_HEADS) holds checkouts of three public repositories which keep government notices
together with what somebody else stated of them: pages of www.gov.cn in a database dump, pages of
sites of one city beside a list of numbers and issuers, and a printed collection of notices of the
ministries and provinces, set in broken lines, each under its title and day.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlparse

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT: Final = Path(__file__).resolve().parents[2]
REPOSITORIES: Final = (
    "ZhouYNF/platform-1", "shizelengleng/ai-zhengce-tong", "RhineAI-Lab/BusinessPolicyRAG",
)  # fmt: skip
FIELDS: Final = ("title", "number", "issuer", "date_issued")
_NUMBER = re.compile(
    r"[\u4e00-\u9fff]{2,14}[〔［\[（(]20\d\d[〕］\]）)] ?\d{1,4} ?号|[\u4e00-\u9fff]{2,12}令第\d+号"
)
_PAGE = re.compile(r"\n*# Page \d+:\n")
_HEADING = re.compile(
    r"^\d{1,3}\. ?(?P<title>(?:[^\n。；]{4,60}\n(?!\d{1,3}\. )){0,3}?[^\n。；]{0,60})"
    r"（(?P<year>\d{4}) ?年 ?(?P<month>\d{1,2}) ?\n?月 ?(?P<day>\d{1,2}) ?日）\s*$",
    re.MULTILINE,
)
_ROW = re.compile(r"(?m)^insert into ge_policy_raw \(.*?\) values \(")
_LITERAL = re.compile(r"'((?:[^']|'')*)'|null", re.IGNORECASE)
_CELL = re.compile(r"(?P<name>成文日期|发文机关|发文字号)：</b></td>\s*<td[^>]*>(?P<value>[^<]*)")
_TAG = re.compile(r"<[^>]+>")
_LISTED = 6  # a knowledge base has other lists with as many keys


@dataclass(frozen=True, slots=True)
class Page:
    """A page with what is stated of it; an empty value states nothing."""

    site: str
    name: str
    data: bytes
    stated: dict[str, str]


def dumped(folder: Path) -> Iterator[Page]:
    """Yield the pages of a database dump, stated by the table above their text."""
    for path in sorted(folder.rglob("ge_policy_raw20190217.sql")):
        rows = _ROW.split(path.read_text(encoding="utf-8"))[1:]
        for index, row in enumerate(rows):
            values = [match[1] for match in _LITERAL.finditer(row)]
            url, title, html = values[0], values[3], max((v or "" for v in values), key=len)
            cells = {m["name"]: _plain(m["value"]) for m in _CELL.finditer(html)}
            stated = {
                "title": title or "",
                "number": cells.get("发文字号", ""),
                "issuer": cells.get("发文机关", ""),
                "date_issued": _day(cells.get("成文日期", "")),
            }
            page = html.replace("''", "'").replace("\\n", "\n").encode()
            yield Page(urlparse(url or "").netloc, f"{index}.html", page, stated)


def listed(folder: Path) -> Iterator[Page]:
    """Yield the pages of a knowledge base that have a document's number, stated by its list."""
    for path in sorted(folder.rglob("data/documents.json")):
        for row in json.loads(path.read_text(encoding="utf-8")):
            if len(row) < _LISTED or not _NUMBER.fullmatch(row["doc_no"]):
                continue
            stated = {"title": row["title"], "number": row["doc_no"], "issuer": row["source"]}
            stated["issuer"] = re.sub(r"（.*", "", stated["issuer"])
            yield Page(
                urlparse(row["source_url"]).netloc,
                row["title"],
                row["original_text"].encode(),
                {**stated, "date_issued": ""},  # the list has the day of publication
            )


def printed(folder: Path) -> Iterator[Page]:
    """Yield the notices of a printed collection, stated by the headings over them."""
    for path in sorted(folder.rglob("data/split/city/*.txt")):
        text = _PAGE.sub("\n", path.read_text(encoding="utf-8"))
        found = [match for match in _HEADING.finditer(text) if "..." not in match["title"]]
        ends = [*(match.start() for match in found[1:]), len(text)]
        for match, end in zip(found, ends[: len(found)], strict=True):
            head = text[match.end() : match.end() + 200].strip().split("\n")[:2]
            numbers = [line for line in head if _NUMBER.fullmatch(line.strip())]
            stated = {
                "title": match["title"],
                "number": numbers[0] if numbers else "",
                "issuer": "",
                "date_issued": _day(match.group()[match.start("year") - match.start() :]),
            }
            body = match["title"] + "\n" + text[match.end() : end]
            yield Page(path.stem, _plain(match["title"])[:40], body.encode(), stated)


def _plain(words: str) -> str:
    return re.sub(r"\s", "", unescape(_TAG.sub("", words)))


def _day(words: str) -> str:
    found = re.search(r"(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日", words)
    return "-".join(part.zfill(2) for part in found.groups()) if found else ""


def compared(value: str) -> str:
    """Return a value as it is compared: without blanks, marks and forms of brackets."""
    bare = re.sub(r"[\W_]", "", _plain(value))
    return re.sub(r"^中华人民共和国|^国(?=令)", "", bare).removeprefix(
        "国务院" if "令" in bare else ""
    )


def stands(field: str, stated: str, text: str) -> bool:
    """Tell whether what is stated of a page can be read on it: a list may know more."""
    if field == "date_issued":
        year, month, day = (int(part) for part in stated.split("-"))
        day_form = rf"{year}[年-]0?{month}[月-]0?{day}(?!\d)"
        return re.search(day_form, text) is not None
    return compared(stated) in compared(text)


def same(field: str, stated: str, read: str) -> bool:
    """Tell whether a reading is what is stated; a title may be that of the issuing notice."""
    one, other = compared(stated), compared(read)
    issued = re.search(r"印发《(.+)》$", stated) if field == "title" else None
    wanted = {one, compared(issued[1])} if issued else {one}  # 中办 国办印发《…》: of the opinions
    return bool(other) and (other in wanted or (field == "title" and one in other))


def read(page: Page) -> dict[str, Any]:
    """Return what the reader finds on a page, with all its issuers as one value."""
    from exports.reading import reading_object
    from graph.model import Reading
    from graph.sources import read_bytes
    from graph.structure import read_document
    from ontology import issuers

    document = read_document(read_bytes(page.data, page.name), frozenset(issuers.register()))
    found = reading_object(Reading(document))
    if found.get("issuers"):
        found["issuer"] = "、".join(row["name"] for row in found["issuers"])
    return found


def main() -> int:
    """Read the pages and print the figures of each site and field."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", nargs="?", default=os.environ.get("PAGE_HEADS", ""))
    parser.add_argument("--verbose", action="store_true", help="print each miss")
    arguments = parser.parse_args()
    folder = Path(arguments.folder or ROOT / "build" / "page_heads")
    sys.path.insert(0, str(ROOT))
    pages = [page for source in (dumped, listed, printed) for page in source(folder)]
    if not pages:
        print(f"no pages at {folder}: fetch them once (nothing is committed):", file=sys.stderr)
        for name in REPOSITORIES:
            line = f"    git clone --depth 1 https://github.com/{name} {folder / Path(name).name}"
            print(line, file=sys.stderr)
        return 2
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    misses: list[str] = []
    for page in pages:
        found, text = read(page), _plain(page.data.decode())
        for field in FIELDS:
            stated = page.stated[field]
            if not stated or not stands(field, stated, text):
                continue
            good = same(field, stated, found[field] or "")
            for site in (page.site, "all"):
                counts[site][f"{field} stated"] += 1
                counts[site][field] += good
            if not good:
                misses.append(f"{page.site}: {field}: {found[field]!r}, stated {_plain(stated)}")
    print(f"{len(pages)} pages of {len(counts) - 1} sites in {folder}")
    print(f"{'':<20}" + "".join(f"{field:>16}" for field in FIELDS))
    for site in sorted(counts):
        cells = (f"{counts[site][f]} of {counts[site][f + ' stated']}" for f in FIELDS)
        print(f"{site:<20}" + "".join(f"{cell:>16}" for cell in cells))
    for miss in misses if arguments.verbose else ():
        print("  -", miss)
    return 0


if __name__ == "__main__":
    sys.exit(main())
