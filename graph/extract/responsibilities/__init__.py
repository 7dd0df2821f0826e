"""Who answers for what: tails in brackets, lines of their own, and duties in running text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graph.extract.responsibilities.running import find_running
from graph.extract.responsibilities.table import find_in_row
from graph.extract.responsibilities.tails import Share, find_lines, find_tails, first_leads
from graph.model import Place, Responsibility, Role
from ontology.divisions import NATION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.model import Document, Passage

_SILENT = (Place.TITLE, Place.NOTICE)  # a letter asks its addressees to carry out the plan


def find(document: Document) -> Iterator[Responsibility]:
    """Yield the responsibilities of ``document`` in the order of its text."""
    text = document.folded.text
    level = _level(document)
    first_of_list_leads = False
    rows = {row.where: row for row in document.rows}
    for passage in document.passages:
        if passage.where in _SILENT:
            continue
        statements: list[tuple[Share, ...]] = []
        statements += find_tails(text, passage.start, passage.end, level)
        if passage.where != Place.PREAMBLE:  # there a page names its owner: 主办单位：…
            statements += find_lines(text, passage.start, passage.end, level)
        if passage.where in rows:
            statements += find_in_row(text, rows[passage.where], level)
        apart = [(s[0].start, s[0].end) for s in statements]
        statements += [
            s
            for s in find_running(text, passage.start, passage.end, level)
            if not any(start <= s[0].name.start < end for start, end in apart)
        ]
        for shares in sorted(statements, key=lambda s: s[0].start):
            first_of_list_leads |= first_leads(text, shares[0].start, shares[0].end)
            for share in _split_roles(shares) if first_of_list_leads else shares:
                yield _responsibility(document, passage, share)


def _level(document: Document) -> str:
    """Return the prefix that the document's own place gives to a bare name: 市 in 库尔勒市."""
    place = document.jurisdiction.name if document.jurisdiction else ""
    for level in ("自治区", "自治州", "自治县"):
        if place.endswith(level):
            return level
    return (
        place[-1:]
        if place and document.jurisdiction and document.jurisdiction.code != NATION
        else ""
    )


def _split_roles(shares: tuple[Share, ...]) -> tuple[Share, ...]:
    """Where the first of a list leads, 负责 over a list means that one leads and the rest support."""
    if len(shares) == 1 or any(share.role is not Role.RESPONSIBLE for share in shares):
        return tuple(
            replace(s, role=Role.LEAD) if s.role is Role.RESPONSIBLE and len(shares) == 1 else s
            for s in shares
        )
    first, *others = shares
    return (replace(first, role=Role.LEAD), *(replace(s, role=Role.SUPPORT) for s in others))


def _responsibility(document: Document, passage: Passage, share: Share) -> Responsibility:
    folded = document.folded
    name_span = folded.span(share.name.start, share.name.end)
    return Responsibility(
        where=passage.where,
        work=passage.work,
        span=folded.span(share.start, share.end),
        rule=share.rule,
        agency=share.name.full,
        as_written=document.quote(name_span),
        name_span=name_span,
        role=share.role,
        form=share.form,
        open=share.name.open,
        among_others=share.among_others,
    )
