r"""The nouns: what a document consists of and what is found in it.

All are frozen and do no I/O. Offsets are 0-based, half-open and count Unicode code points of
``SourceText.text``, the decoded text with ``\n`` line ends (``oa:TextPositionSelector``).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence


class Place(StrEnum):
    """Where a finding stands when it is in no provision."""

    TITLE = "title"
    NOTICE = "notice"  # the issuing letter
    PREAMBLE = "preamble"  # before the first provision
    CLOSING = "closing"  # after the last provision and part of none


class ProvisionKind(StrEnum):
    """The kinds of numbered unit: 立法技术规范, and GB/T 9704-2012, 7.3.3."""

    BOOK = "编"
    CHAPTER = "章"
    SECTION = "节"
    ARTICLE = "条"
    PARAGRAPH = "款"  # an unnumbered paragraph of an article
    ITEM = "项"  # （一） below an article
    SUBITEM = "目"  # 1. below （一） of an article
    LEVEL1 = "一、"
    LEVEL2 = "（一）"
    LEVEL3 = "1."
    LEVEL4 = "（1）"
    LEVEL5 = "①"
    DECIMAL = "1.1"
    ENUMERATED = "一是"
    ROW = "行"  # a row of an annex table


class Relation(StrEnum):
    """How a text refers to another document."""

    IMPLEMENTS = "implements"
    BASIS = "basis"
    CITES = "cites"
    AMENDS = "amends"
    REPEALS = "repeals"
    FORWARDS = "forwards"


class Role(StrEnum):
    """The part that an agency has in a provision."""

    LEAD = "lead"
    SUPPORT = "support"
    JOINT = "joint"
    RESPONSIBLE = "responsible"


class Form(StrEnum):
    """How a responsibility is written."""

    TAIL = "tail"  # （市公安局牵头）
    LINE = "line"  # 责任单位：…
    TABLE = "table"
    ITEM_AGENCY = "item-agency"  # 1.县交通运输局：…
    BODY = "body"  # 市统计局要规范统计


class NormKind(StrEnum):
    """The deontic kinds of a sentence."""

    OBLIGATION = "obligation"
    PROHIBITION = "prohibition"
    PERMISSION = "permission"
    EXEMPTION = "exemption"
    RECOMMENDATION = "recommendation"


class Operator(StrEnum):
    """The comparisons of ODRL that a written limit can mean."""

    EQ = "eq"
    GTEQ = "gteq"
    LTEQ = "lteq"
    GT = "gt"
    LT = "lt"


class DeadlineKind(StrEnum):
    """What a time expression asks for."""

    DEADLINE = "deadline"
    TARGET = "target"
    PERIOD = "period"
    RECURRING = "recurring"
    EVALUATION = "evaluation"
    EFFECTIVE = "effective"
    VALIDITY = "validity"
    ONGOING = "ongoing"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points.

    >>> Span(2, 5).of("中华人民共和国")
    '人民共'
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the characters of ``text`` that the span covers."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a stretch of a non-text file's decoded text is found again in that file.

    ``locator`` is what a reader of that format needs: ``page=3&xywh=72,120,400,14`` (Media
    Fragments, points) for PDF and OFD, ``paragraph=12&run=2`` for DOCX, a CSS node path for HTML.
    """

    span: Span
    locator: str


@dataclass(frozen=True, slots=True)
class TextWarning:
    """Something about the source that a reader should know. ``span`` is None for the whole file."""

    code: str
    message: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class SourceText:
    r"""The decoded text of one file.

    ``text`` has ``\n`` line ends, no byte order mark, and is never changed afterwards.
    ``metadata`` are the fields that a format states apart from the text, under these keys:
    ``number``, ``title``, ``issuer``, ``date_issued`` (ISO 8601), ``index_number``.
    """

    text: str
    name: str
    media_type: str
    encoding: str
    sha256: str
    metadata: Mapping[str, str] = field(default_factory=dict)
    anchors: tuple[Anchor, ...] = ()
    warnings: tuple[TextWarning, ...] = ()

    def locators(self, span: Span) -> tuple[str, ...]:
        """Return where the first and the last words of ``span`` stand in a non-text file."""
        first = bisect_right(self.anchors, span.start, key=lambda anchor: anchor.span.start) - 1
        last = bisect_left(self.anchors, span.end, key=lambda anchor: anchor.span.start) - 1
        found = (self.anchors[index].locator for index in (first, last) if index >= 0)
        return tuple(dict.fromkeys(found))


@dataclass(frozen=True, slots=True)
class FoldedText:
    r"""The source text as the rules read it, with the way back.

    ``text`` has one width for each character, no blanks inside words, and a ``\n`` only where a
    paragraph really ends. ``origin[i]`` is the source offset of ``text[i]``.
    """

    text: str
    origin: Sequence[int]

    def span(self, start: int, end: int) -> Span:
        """Return the source span of ``text[start:end]``, which must not be empty."""
        return Span(self.origin[start], self.origin[end - 1] + 1)


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of folded text that is stated in one place: what the extractors read."""

    where: str
    work: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table by its column's heading, in offsets of the folded text."""

    heading: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class TableRow:
    """A numbered row of a table, which is the provision ``where``, with its cells."""

    where: str
    work: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Jurisdiction:
    """An administrative division: its GB/T 2260 code and full name."""

    code: str
    name: str


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Anything found: where it stands, which words state it, and which rule read them."""

    where: str
    work: int
    span: Span
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation(Finding):
    """A mention of another document. ``number`` is normalised to 〔〕 and ASCII digits."""

    title: str | None
    number: str | None
    relation: Relation


@dataclass(frozen=True, slots=True, kw_only=True)
class Responsibility(Finding):
    """One agency in one role for one place.

    ``agency`` is the full form in its jurisdiction (市住建局), ``as_written`` the characters at
    ``name_span`` (住建局); ``span`` covers the whole statement. ``open`` tells a set that the text
    does not enumerate (相关部门); ``among_others`` a list that ends in 等.
    """

    agency: str
    as_written: str
    name_span: Span
    role: Role
    form: Form
    open: bool
    among_others: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Norm(Finding):
    """One sentence (or part of one) with its deontic kind. ``span`` is the sentence."""

    kind: NormKind


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupMention(Finding):
    """A target group, by the preferred name of its concept."""

    group: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RightMention(Finding):
    """An entitlement and who holds it, both by the preferred names of their concepts."""

    right: str
    holder: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition(Finding):
    """A measured requirement: 居住 ≥ 5 年."""

    subject: str
    operator: Operator
    value: float
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Target(Finding):
    """An aimed-at value: 户籍人口城镇化率 = 80 %."""

    measure: str
    operator: Operator
    value: float
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline(Finding):
    """A date, a period, a recurrence or a vague term, with the words of what is due.

    ``date`` is the last day (ISO 8601) where one is stated or follows (2016年底前: 2016-12-31);
    ``term`` are the words of the time alone.
    """

    kind: DeadlineKind
    date: dt.date | None
    year: int | None
    term: Span


@dataclass(frozen=True, slots=True)
class Document:
    """A policy document as read: identity, works, provisions.

    ``evidence`` says where ``number``, ``title``, ``issuer`` and ``date_issued`` stand, for those
    that do. ``passages`` cover the words that belong to the document, in their order, and leave out
    what the page around it adds. ``shares_number`` tells that another document bears its number.
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
    folded: FoldedText = FoldedText("", ())
    passages: tuple[Passage, ...] = ()
    rows: tuple[TableRow, ...] = ()
    shares_number: bool = False

    def quote(self, span: Span) -> str:
        """Return the exact source characters of ``span``."""
        return span.of(self.source.text)


@dataclass(frozen=True, slots=True)
class Reading:
    """A document with everything that was found in it, each kind in the order of the text."""

    document: Document
    citations: tuple[Citation, ...] = ()
    responsibilities: tuple[Responsibility, ...] = ()
    norms: tuple[Norm, ...] = ()
    groups: tuple[GroupMention, ...] = ()
    rights: tuple[RightMention, ...] = ()
    conditions: tuple[Condition, ...] = ()
    targets: tuple[Target, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    warnings: tuple[TextWarning, ...] = ()
