"""What a document consists of: its works, provisions and rows, and where it belongs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.model.text import NO_TEXT

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from graph.model.kinds import ColumnKind, LeftOutReason, PartKind, ProvisionKind, Role
    from graph.model.text import FoldedText, Passage, SourceText, Span, TextWarning


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its heading, without blanks; ``role`` is the part of those who stand in it."""

    heading: str
    kind: ColumnKind
    role: Role | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table in its column, in offsets of the folded text."""

    column: Column
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class TableRow:
    """A numbered row of a table, which is the provision ``where``, with the cells of its sub-rows.

    Each cell is a passage of the document.
    """

    where: str
    work: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Jurisdiction:
    """An administrative division: its GB/T 2260 code and full name.

    ``zone`` is the zone in it whose document it is, where it is one of a zone (某经济开发区): a
    body named without a place is then one of the zone, and none of the division.
    """

    code: str
    name: str
    zone: str = ""


@dataclass(frozen=True, slots=True)
class Provision:
    """A numbered or headed unit.

    ``path`` holds the printed numerals from the top (``("三", "（一）", "1")``), ``label`` is what
    people read: the path joined, with the prefix (``通知/``, ``附件/``) where two parts of a file
    number alike, and ``~2`` where a label repeats. ``work`` is the index into
    ``Document.works``. ``span`` covers the unit with all below it; ``own`` the stretches that are
    its own words, label included, without its children.
    """

    label: str
    path: tuple[str, ...]
    kind: ProvisionKind
    heading: str
    position: int
    work: int
    parent: str | None
    span: Span
    own: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Work:
    """A text of its own inside a file: the document itself (the first) or an annex of it.

    ``kind`` is the kind that its title ends in (通知, 方案), by the scheme ``document-kinds``, or
    empty where the title names none.
    """

    title: str
    kind: str
    span: Span


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the source that is part of no provision, and what it is."""

    kind: PartKind
    span: Span


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A stretch of the source that was not read as the document's, and why."""

    reason: LeftOutReason
    span: Span


@dataclass(frozen=True, slots=True)
class Named:
    """A body as a document names it: one of those who issue it, or whom it goes to.

    ``span`` is None where only the metadata of the file name it.
    """

    name: str
    span: Span | None


@dataclass(frozen=True, slots=True)
class Meeting:
    """The meeting that adopted a document, and the body whose it is, where its name is given."""

    name: str
    body: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class HistoryEvent:
    """Something that made or changed a document, as the note under its title (题注) tells.

    ``event`` is the word for it (通过, 修正), ``kind`` its key in ``enactment-acts``, ``by`` the
    decision, order or meeting that did it, and ``number`` the order's.
    """

    event: str
    kind: str
    date: dt.date | None
    by: str
    number: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Document:
    """A policy document as read: identity, works, provisions.

    ``issuers`` are all who issue it, in their order, ``issuer`` the first of them. ``evidence``
    says where ``number``, ``title``, ``issuer``, the days and ``passed_by`` stand, for those that
    do. ``passages`` cover the words that belong to the document, in their order, and leave out
    what the page around it adds. ``parts`` and ``left_out`` account for all that no provision
    holds: each character of the source that is no blank stands in a provision's own words, in a
    part, or in what was left out. ``quoted`` is the new text that a decision gives to articles of
    another document: it states nothing that is the decision's own. ``titled`` is false where the
    text has no title and the name of its file stands for one; ``place`` counts the documents of
    one file from 0. ``shares_number`` tells that another document bears its number.
    """

    source: SourceText
    number: str | None
    title: str
    issuer: str | None
    date_issued: dt.date | None
    jurisdiction: Jurisdiction | None
    works: tuple[Work, ...]
    provisions: tuple[Provision, ...]
    evidence: Mapping[str, Span]
    warnings: tuple[TextWarning, ...] = ()
    folded: FoldedText = NO_TEXT
    passages: tuple[Passage, ...] = ()
    rows: tuple[TableRow, ...] = ()
    parts: tuple[Part, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    quoted: tuple[Span, ...] = ()
    titled: bool = True
    place: int = 0
    shares_number: bool = False
    issuers: tuple[Named, ...] = ()
    addressees: tuple[Named, ...] = ()
    date_adopted: dt.date | None = None
    passed_by: Meeting | None = None
    in_force_from: dt.date | None = None
    history: tuple[HistoryEvent, ...] = ()

    def quote(self, span: Span) -> str:
        """Return the exact source characters of ``span``."""
        return span.of(self.source.text)
