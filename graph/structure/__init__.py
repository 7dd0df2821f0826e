"""From a source text to a document: its identity, its works, and their numbered provisions."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from graph.model import (
    Document,
    LeftOutReason,
    PartKind,
    Provision,
    Span,
    TableRow,
    TextWarning,
    Work,
)
from graph.normalise import normalise
from graph.structure.account import PROVISION, Claim, account, warnings
from graph.structure.collection_numeral import after, collection_numeral
from graph.structure.header import read_header
from graph.structure.identity import identity
from graph.structure.leavings import before_text
from graph.structure.lines import Line, lines_of
from graph.structure.menus import menu_lines
from graph.structure.parting import part
from graph.structure.passages import find_passages
from graph.structure.provisions import Tree, build
from graph.structure.repeats import repeated_from
from graph.structure.tables import find_tables
from graph.structure.titles import kind_of
from graph.structure.unnumbered import find_unnumbered, without
from graph.structure.work_labels import beginnings
from graph.structure.works import Region, find_works

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.model import FoldedText, SourceText
    from graph.structure.header import Header
    from graph.structure.tables import Table
    from graph.structure.units import Unit
    from graph.structure.unnumbered import Unnumbered


def read_documents(
    source: SourceText, known_codes: frozenset[str] = frozenset()
) -> tuple[Document, ...]:
    """Return the documents that ``source`` holds, in their order; mostly it is one.

    ``known_codes`` are the codes of document numbers that a register knows.
    """
    folded = normalise(source.text)
    lines = list(lines_of(folded.text))
    repeated = repeated_from(lines)
    if repeated is not None:
        lines = [_before(line, repeated) for line in lines if line.start < repeated]
    parts = part(lines, folded.text, known_codes)
    return tuple(_document(source, folded, lines, known_codes, repeated) for lines in parts)


def _before(line: Line, offset: int) -> Line:
    """Return as much of a line as stands before an offset."""
    return (
        line if line.end <= offset else Line(line.text[: offset - line.start], line.start, offset)
    )


def read_document(source: SourceText, known_codes: frozenset[str] = frozenset()) -> Document:
    """Return the document, the first one, that ``source`` holds; :func:`read_documents`."""
    return read_documents(source, known_codes)[0]


def _document(
    source: SourceText,
    folded: FoldedText,
    lines: Sequence[Line],
    known_codes: frozenset[str],
    repeated: int | None,
) -> Document:
    text = folded.text[: lines[-1].end] if lines else ""
    counted = collection_numeral(lines)
    lines = after(counted, lines)
    unnumbered = find_unnumbered(lines, text)
    read = [line for line in lines if without((line.start, line.end), unnumbered.contents)]
    header = read_header(read, text, source.metadata, known_codes)
    regions = find_works(read, text, header, unnumbered) if lines else []
    tables = [tuple(find_tables(folded, source.text, r.start, r.end)) for r in regions]
    trees = _trees(text, regions, unnumbered, tables)
    _take_out(text, trees, header, unnumbered.contents)
    extra, passages = find_passages(text, header, regions, trees, unnumbered.contents)
    extra = [*([counted] if counted else []), *before_text(lines, header), *extra]
    provisions = _provisions(folded, trees)
    accounted = account(
        source.text,
        folded,
        passages,
        [
            *_claims(folded, lines, header, regions, extra, repeated),
            *(Claim(start, end, PartKind.CONTENTS) for start, end in unnumbered.contents),
            *(Claim(*table.extent(text), PROVISION) for found in tables for table in found),
        ],
    )
    return Document(
        source=source,
        jurisdiction=None,
        works=tuple(
            Work(
                region.title,
                kind_of(region.title),
                folded.span(region.title_start, max(region.end, region.title_start + 1)),
            )
            for region in regions
        ),
        provisions=provisions,
        warnings=(
            *source.warnings,
            *warnings(accounted, _numbered(provisions)),
            *_doubts(folded, trees),
            *_unread(folded, tables),
            *_no_day(folded, header),
        ),
        folded=folded,
        passages=tuple(passages),
        rows=tuple(
            TableRow(unit.label, work, unit.cells)
            for work, tree in enumerate(trees)
            for unit in tree.units
            if unit.cells
        ),
        parts=accounted.parts,
        left_out=accounted.left_out,
        quoted=tuple(folded.span(start, end) for start, end in unnumbered.quoted),
        **identity(source, folded, header),
    )


def _claims(
    folded: FoldedText,
    lines: Sequence[Line],
    header: Header,
    regions: Sequence[Region],
    extra: Sequence[tuple[int, int]],
    repeated: int | None,
) -> Iterator[Claim]:
    """Yield what the steps say of the stretches that no passage holds, the most general first."""
    text = folded.text
    yield Claim(0, len(text), LeftOutReason.OTHER_DOCUMENT)
    if repeated is not None:
        yield Claim(repeated, len(text), LeftOutReason.REPEATED)
    if not lines:
        return
    for line in lines:
        yield Claim(line.start, line.end, LeftOutReason.UNREAD)
    yield Claim(lines[0].start, header.text_start, PartKind.HEAD)
    head = [line for line in lines if line.end <= header.text_start]
    for index in menu_lines(head):
        yield Claim(head[index].start, head[index].end, LeftOutReason.MENU)
    if header.address:
        yield Claim(*header.address, PartKind.ADDRESSEE)
    for region in regions:
        if region.title_start >= header.text_start:
            yield Claim(region.title_start, region.start, PartKind.TITLE)
    for start, end, kind in header.formal:
        yield Claim(start, end, kind)
    for start, end in extra:
        yield Claim(start, end, LeftOutReason.PAGE)


def _numbered(provisions: Sequence[Provision]) -> Span | None:
    """Return the stretch from the first provision to the end of the last one."""
    if not provisions:
        return None
    return Span(
        min(provision.span.start for provision in provisions),
        max(provision.span.end for provision in provisions),
    )


def _trees(
    text: str,
    regions: Sequence[Region],
    unnumbered: Unnumbered,
    tables: Sequence[tuple[Table, ...]],
) -> list[Tree]:
    """Return the provisions of each work, with labels that tell in which of them one stands."""
    trees = _built(text, regions, unnumbered, tables, [""] * len(regions))
    labels = beginnings(regions, [bool(tree.units) for tree in trees])
    return _built(text, regions, unnumbered, tables, labels) if any(labels) else trees


def _built(
    text: str,
    regions: Sequence[Region],
    unnumbered: Unnumbered,
    tables: Sequence[tuple[Table, ...]],
    labels: Sequence[str],
) -> list[Tree]:
    """Return the provisions of each work; its labels begin with what ``labels`` gives for it."""
    seen: Counter[str] = Counter()
    return [
        build(text, region.start, region.end, label, seen, unnumbered, tables=found)
        for region, label, found in zip(regions, labels, tables, strict=True)
    ]


def _take_out(
    text: str, trees: Sequence[Tree], header: Header, contents: Sequence[tuple[int, int]]
) -> None:
    """Take out of the provisions what is none of their words.

    That is the document's form, as a signature run into the last one, and lists of contents.
    """
    for start, end, _ in header.formal:
        for unit in (unit for tree in trees for unit in tree.units if unit.start < start):
            if start < unit.end <= end:
                unit.end = start + len(text[unit.start : start].rstrip()) - (start - unit.start)
            left = [rest for own in unit.own for rest in without(own, header.form)]
            unit.own = [(a, b) for a, b in left if text[a:b].strip()] or unit.own
    if contents:
        for unit in (unit for tree in trees for unit in tree.units):
            unit.own = [rest for own in unit.own for rest in without(own, contents)] or unit.own


def _provisions(folded: FoldedText, trees: Sequence[Tree]) -> tuple[Provision, ...]:
    found: list[Provision] = []
    for work, tree in enumerate(trees):
        found += [
            _provision(folded, unit, work, len(found) + i) for i, unit in enumerate(tree.units)
        ]
    return tuple(found)


def _provision(folded: FoldedText, unit: Unit, work: int, position: int) -> Provision:
    return Provision(
        label=unit.label,
        path=unit.path,
        kind=unit.kind,
        heading=unit.heading,
        position=position,
        work=work,
        parent=unit.parent.label if unit.parent else None,
        span=folded.span(unit.start, unit.end),
        # a signature cut off behind “1. ” leaves the blank to the own words alone
        own=tuple(folded.span(start, min(end, unit.end)) for start, end in unit.own),
    )


def _unread(folded: FoldedText, tables: Sequence[tuple[Table, ...]]) -> list[TextWarning]:
    return [
        TextWarning(
            "table-unread",
            "表格各栏无法可靠辨认，未读取 / the cells of a table cannot be told; it is not read",
            folded.span(table.start, table.end),
        )
        for found in tables
        for table in found
        if not table.read
    ]


def _no_day(folded: FoldedText, header: Header) -> list[TextWarning]:
    """Return the warning that a document is signed on a day that no year has."""
    if header.no_day is None:
        return []
    return [
        TextWarning(
            "no-such-day",
            "落款日期不存在，未采用 / the date below the signature is no day; it is not taken",
            folded.span(*header.no_day),
        )
    ]


def _doubts(folded: FoldedText, trees: Sequence[Tree]) -> list[TextWarning]:
    return [
        TextWarning(
            "doubtful-number",
            "编号残缺、重复或跳号，照录 / a number damaged, repeated or skipped, kept as printed",
            folded.span(start, end),
        )
        for tree in trees
        for start, end in tree.doubtful
    ]
