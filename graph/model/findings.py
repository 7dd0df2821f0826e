"""What is found in a document, each with its place, its words and its rule."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.model.kinds import Modality

if TYPE_CHECKING:
    import datetime as dt

    from graph.model.document import Document
    from graph.model.kinds import (
        AmendmentAction,
        DeadlineKind,
        Form,
        NormKind,
        Operator,
        Relation,
        Role,
    )
    from graph.model.text import Span, TextWarning


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Anything found: where it stands, which words state it, and which rule read them."""

    where: str
    work: int
    span: Span
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation(Finding):
    """A mention of another document. ``number`` is normalised to 〔〕 and ASCII digits.

    ``target`` is the article of it that is named (第二十三条第一款), whole also where the text
    leaves out what an article before it in a list told; None where the whole document is meant.
    """

    title: str | None
    number: str | None
    relation: Relation
    target: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment(Finding):
    """One change that the act makes in another document, known by ``title`` and ``number``.

    ``target`` is the article that is changed, as in a citation; None where it is the whole document
    (将文中的“甲”修改为“乙”). ``old`` and ``new`` are the words in quotation marks, as the source
    has them: ``old`` None where new words take the place of a whole article or are put in, ``new``
    None where words or an article are taken out. An article that gets another number has that as
    ``new``.
    """

    title: str | None
    number: str | None
    target: str | None
    action: AmendmentAction
    old: str | None = None
    new: str | None = None

    @property
    def document(self) -> str:
        """The title of the document that is changed, or its number where no title is written."""
        return self.title or self.number or ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Responsibility(Finding):
    """One agency in one role for one place.

    ``agency`` is the full form in its jurisdiction (市住建局), ``as_written`` the characters at
    ``name_span`` (住建局); ``span`` covers the whole statement. ``open`` tells a set that the text
    does not enumerate (相关部门); ``among_others`` a list that ends in 等. ``modality`` tells a
    duty from a power (可以, 审批).
    """

    agency: str
    as_written: str
    name_span: Span
    role: Role
    form: Form
    open: bool
    among_others: bool = False
    modality: Modality = Modality.DUTY


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
    ``term`` are the words of the time alone. ``year_inferred`` tells that the year stands
    elsewhere: earlier in the sentence (2021年6月底前…，12月底前…) or in the document's date.
    """

    kind: DeadlineKind
    date: dt.date | None
    year: int | None
    term: Span
    year_inferred: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """A document with everything that was found in it, each kind in the order of the text.

    ``rejected`` are findings that a reviewer rejected; they stand nowhere else.
    """

    document: Document
    citations: tuple[Citation, ...] = ()
    amendments: tuple[Amendment, ...] = ()
    responsibilities: tuple[Responsibility, ...] = ()
    norms: tuple[Norm, ...] = ()
    groups: tuple[GroupMention, ...] = ()
    rights: tuple[RightMention, ...] = ()
    conditions: tuple[Condition, ...] = ()
    targets: tuple[Target, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    warnings: tuple[TextWarning, ...] = ()
    rejected: tuple[Finding, ...] = ()
