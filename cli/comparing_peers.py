"""How the measures of documents with one parent are printed: a line each below what is measured."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from rich.text import Text

from cli.notices import tell_rejected
from cli.output import emit, emit_drawn, emit_object, emit_rows
from exports.answers import harmless
from exports.labels import label, value_label
from exports.peers import peers_object
from graph.align import compare, prepare
from graph.align.peers import peers
from ontology.lexicon import BETWEEN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cli.comparing import Compared
    from cli.options import Format, Lang

_MEASURED = ("condition", "target", "deadline", "family", "exemption")


def emit_peers(compared: Compared, form: Format, lang: Lang) -> int:
    """Write the measures of several documents beside those of their parent."""
    parent = prepare(compared.parent)
    sides = [prepare(each.reading) for each in compared.children]
    comparisons = [
        compare(side, parent, each.statuses)
        for side, each in zip(sides, compared.children, strict=True)
    ]
    tell_rejected(sum(len(each.rejected) for each in comparisons), lang)
    found = peers(parent, list(zip(sides, comparisons, strict=True)), _MEASURED)
    plain = peers_object(found, lang)
    if form == "json":
        emit_object(plain)
    elif form == "csv":
        return emit_rows([*_rows(plain, lang), *_apart(plain)], form, lang)
    elif form == "markdown":
        rows = list(_rows(plain, lang))
        status = emit_rows(rows, form, lang)
        apart = [f"- {line}" for line in _apart_lines(plain, lang)]
        if apart:
            emit(harmless("\n".join([*([""] if rows else []), *apart])))
        return status
    else:
        emit_drawn(lambda console: console.print(_text(plain, lang)))
    return 0 if found.rows else 1


def _rows(plain: dict[str, Any], lang: Lang) -> Iterator[dict[str, Any]]:
    """Yield a row for each concept and case, with a column for each document."""
    for row in plain["rows"]:
        cells = dict.fromkeys(plain["documents"], "")
        for value in row["values"]:
            said = f"{value['provision']} {_said(value, lang)}"
            cells[value["document"]] = "；".join(filter(None, [cells[value["document"]], said]))
        place = {
            "provision": row["provision"],
            "what": row["what"],
            "case": BETWEEN[lang].join(row["case"]),
        }
        yield place | {plain["parent"]: _one_line(row["parent"] or "")} | cells | {"reason": ""}


def _apart(plain: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for each in plain["apart"]:
        place = {"provision": "", "what": each["what"], "case": "、".join(each["case"])}
        cells = {each["document"]: f"{each['provision']} {_one_line(each['quote'])}"}
        yield place | cells | {"reason": each["reason"]}


def _text(plain: dict[str, Any], lang: Lang) -> Text:
    text = Text(harmless(f"{plain['parent']}\n{plain['note']}\n"))
    for row in plain["rows"]:
        text.append(harmless(f"\n{_head(row, lang)}\n"), "bold")
        if row["parent"]:
            text.append(harmless(f"  {plain['parent']}: {_one_line(row['parent'])}\n"))
        of: dict[str, list[str]] = defaultdict(list)
        for value in row["values"]:
            of[value["document"]].append(f"{value['provision']} {_said(value, lang)}")
        for document in plain["documents"]:
            for said in of[document] or ["—"]:
                text.append(harmless(f"  {document}: {said}\n"))
    lines = list(_apart_lines(plain, lang))
    if lines:
        text.append(harmless(f"\n{label('peers.apart', lang)}\n"), "bold")
        text.append(harmless("\n".join(f"  {line}" for line in lines)))
    return text


def _head(row: dict[str, Any], lang: Lang) -> str:
    cases = f" [{BETWEEN[lang].join(row['case'])}]" if row["case"] else ""
    return f"{row['provision']} {_one_line(row['what'])}{cases}"


def _said(value: dict[str, Any], lang: Lang) -> str:
    return f"{_one_line(value['quote'])} ({value_label('direction', value['direction'], lang)})"


def _apart_lines(plain: dict[str, Any], lang: Lang) -> Iterator[str]:
    """Yield what stands apart; of deadlines how many, which JSON and CSV list one by one."""
    deadlines = sum(each["kind"] == "deadline" for each in plain["apart"])
    if deadlines:
        yield label("peers.deadlines", lang).format(count=deadlines)
    for each in plain["apart"]:
        if each["kind"] == "deadline":
            continue
        cases = f" [{BETWEEN[lang].join(each['case'])}]" if each["case"] else ""
        said = f"{_one_line(each['quote'])}{cases} ({each['reason']})"
        yield f"{each['document']} {each['provision']}: {said}"


def _one_line(quote: str) -> str:
    return "".join(quote.split())
