"""Answers as people and programs read them: a table on a terminal, JSON, CSV, Markdown.

The rows are the typed answers of ``graph.answers``, or the rows of a query. JSON and CSV have every
field; tables leave out what only programs read. JSON has plain keys and codes; the others have
headings and the names of codes (牵头 for ``lead``) in ``zh`` or ``en``.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from rich import box
from rich.cells import cell_len
from rich.table import Table
from rich.text import Text

from exports.labels import label, value_label
from graph.answers.stated import record
from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.console import Console

BYTE_ORDER_MARK: Final = "\ufeff"  # without it Excel reads a CSV file in the code page of Windows
# What is for programs, or would fill the screen. A quote is followed by its place.
_NOT_IN_TABLES: Final = frozenset(
    {
        *("differs", "end", "iri", "kept_file", "kept_length", "kept_sha256", "kept_version"),
        *("locators", "rule", "start", "stated_in", "status", "text"),
    }
)
_NOT_IN_NESTED: Final = _NOT_IN_TABLES | {"document", "form", "source"}
_NOTHING: Final[tuple[object, ...]] = (None, "", [], False)
_GAP: Final = 2  # cells between two columns
_NARROW: Final = 10  # cells; below it words stand on end, and a list is easier to read
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")  # OWASP, CSV injection
_MARKDOWN: Final = re.compile(r"([\\`*_\[\]<>|~&#])")
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def records(rows: Iterable[object]) -> list[dict[str, Any]]:
    """Return answers in plain values, under the keys that JSON has."""
    return [_sparql_row(row) if isinstance(row, Mapping) else record(row) for row in rows]


def to_json(rows: Iterable[object]) -> str:
    """Return a JSON list of objects, whose keys change by addition only."""
    return json.dumps(records(rows), ensure_ascii=False, indent=2) + "\n"


def to_csv(rows: Iterable[object], lang: str = "zh", columns: Sequence[str] | None = None) -> str:
    r"""Return CSV (RFC 4180, ``\r\n``) that begins with a byte order mark, for Excel.

    A text that a spreadsheet would take for a formula begins with an apostrophe. Write it as UTF-8
    without changing its line ends.
    """
    plain = records(rows)
    names = _columns(plain) if columns is None else list(columns)
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    if names:
        writer.writerow([label(name, lang) for name in names])
    writer.writerows([_field(row.get(name), name, lang) for name in names] for row in plain)
    return BYTE_ORDER_MARK + file.getvalue()


def to_markdown(
    rows: Iterable[object], lang: str = "zh", columns: Sequence[str] | None = None
) -> str:
    """Return a Markdown table (GitHub Flavored Markdown), in which every text means itself."""
    plain = records(rows)
    names = columns_of(plain) if columns is None else list(columns)
    lines = [[label(name, lang) for name in names], ["---"] * len(names)]
    lines += [
        [in_markdown(cell).replace("\n", "<br>") for cell in cells(row, names, lang)]
        for row in plain
    ]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines if names)


def in_markdown(text: str) -> str:
    """Return a text that means itself in Markdown."""
    return _MARKDOWN.sub(r"\\\1", text)


def to_table(
    rows: Iterable[object], console: Console, lang: str = "zh", columns: Sequence[str] | None = None
) -> None:
    """Print a table as wide as the console, or a list where its columns would be too narrow.

    What is longer is wrapped and never cut. What all rows have in common stands once above them,
    unless ``columns`` asks for certain columns.
    """
    plain = records(rows)
    names = columns_of(plain) if columns is None else list(columns)
    common = _common(plain, names) if columns is None else []
    for name in common:
        (text,) = cells(plain[0], [name], lang)
        colon = "：" if lang == "zh" else ": "
        console.print(Text(f"{label(name, lang)}{colon}{text}"), overflow="fold")
    names = [name for name in names if name not in common]
    headings = [label(name, lang) for name in names]
    lines = [cells(row, names, lang) for row in plain]
    widths = _widths([headings, *lines], console.width)
    if names:
        console.print(_table(headings, lines, widths) if widths else _list(headings, lines))


def _table(headings: Sequence[str], cells: Sequence[Sequence[str]], widths: Sequence[int]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, _GAP - 1, 0, 0))
    for heading, width in zip(headings, widths, strict=True):
        table.add_column(Text(heading), width=width, overflow="fold")
    for row in cells:
        table.add_row(*map(Text, row))  # not str: [..] in a text is no markup
    return table


def _list(headings: Sequence[str], cells: Sequence[Sequence[str]]) -> Table:
    """Return a line for each value instead of a column, with a blank line between two answers."""
    table = Table.grid(padding=(0, _GAP, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for row in cells:
        for heading, text in zip(headings, row, strict=True):
            if text:
                table.add_row(Text(heading), Text(text))
        table.add_row()
    return table


def _widths(lines: Sequence[Sequence[str]], room: int) -> list[int]:
    """Return the width of each column: what it needs, or a fair share of the room.

    Empty where a column would be too narrow to read.
    """
    needs = [
        max(cell_len(line) for text in column for line in text.split("\n"))
        for column in zip(*lines, strict=True)
    ]
    widths = list(needs)
    left = room - _GAP * len(needs)
    for done, place in enumerate(sorted(range(len(needs)), key=needs.__getitem__)):
        widths[place] = min(needs[place], left // (len(needs) - done))
        if widths[place] < min(needs[place], _NARROW):
            return []
        left -= widths[place]
    return widths


def _sparql_row(row: Mapping[str, object]) -> dict[str, Any]:
    return {
        key: value if isinstance(value, bool | int | float | None) else str(value)
        for key, value in row.items()
    }


def _columns(plain: Sequence[Mapping[str, Any]]) -> list[str]:
    return list(dict.fromkeys(name for row in plain for name in row))


def columns_of(plain: Sequence[Mapping[str, Any]]) -> list[str]:
    """Return the columns of records that tell a reader something."""
    names = [name for name in _columns(plain) if name not in _NOT_IN_TABLES]
    if all(row.get("source") == row.get("document") for row in plain):
        names = [name for name in names if name != "source"]
    return [name for name in names if any(row.get(name) not in _NOTHING for row in plain)]


def _common(plain: Sequence[Mapping[str, Any]], names: Sequence[str]) -> list[str]:
    """Return the columns in which several rows say the same."""
    if len(plain) == 1:
        return []
    return [name for name in names if all(row.get(name) == plain[0].get(name) for row in plain)]


def cells(row: Mapping[str, Any], names: Sequence[str], lang: str) -> list[str]:
    """Return values as lines of text; a quote with the place where it stands in the source."""
    return [
        _quoted(row, lang) if name == "quote" else _text(row.get(name), name, lang)
        for name in names
    ]


def _quoted(row: Mapping[str, Any], lang: str) -> str:
    """Return the words with their place; where nothing is said there is no place to name."""
    if row.get("silent"):
        also = f"{label('elsewhere', lang)} {row['elsewhere']}" if row.get("elsewhere") else ""
        told = "；".join(filter(None, (label("silent", lang), also)))
        return f"（{told}）" if lang == "zh" else f"({told.replace('；', '; ')})"
    place = f"[{row['start']}–{row['end']}]" if row.get("quote") and row.get("end") else ""
    return f"{_text(row.get('quote'), 'quote', lang)} {place}".strip()


def harmless(text: str) -> str:
    """Return a text in which nothing steers a terminal, or turns the order of its characters."""
    return _CONTROL.sub("\ufffd", text)


def _text(value: Any, name: str, lang: str) -> str:  # noqa: ANN401 - any value of JSON
    if isinstance(value, list) and any(isinstance(each, dict) for each in value):
        return "\n".join(_text(each, name, lang) for each in value)
    if isinstance(value, dict):
        told = [key for key in value if key not in _NOT_IN_NESTED and value[key] not in _NOTHING]
        return " ".join(cells(value, told, lang))
    return harmless(" ".join(_words(value, name, lang).split()))


def _words(value: Any, name: str, lang: str) -> str:  # noqa: ANN401 - likewise
    if value is None:
        return ""
    if isinstance(value, bool):
        return label("yes" if value else "no", lang)
    if isinstance(value, list):
        return lexicon.BETWEEN[lang].join(_words(each, name, lang) for each in value)
    return value_label(name, value, lang) if isinstance(value, str) else str(value)


def _field(value: Any, name: str, lang: str) -> str | int | float:  # noqa: ANN401 - likewise
    """Return a value of a CSV file: a text as it stands, unless a spreadsheet would compute it."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    text = value if isinstance(value, str) else _text(value, name, lang)
    text = value_label(name, text, lang)
    return f"'{text}" if text.startswith(_FORMULA) else text
