"""Who answers for what: tails in brackets, lines, table cells, headings, and running text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graph.extract.amended_words import amended_words
from graph.extract.case_lists import told_lists
from graph.extract.directing import directing
from graph.extract.responsibilities.defined_names import defined_in, full_name
from graph.extract.responsibilities.headings import find_heading
from graph.extract.responsibilities.lower_places import is_one_of_each
from graph.extract.responsibilities.running import find_running
from graph.extract.responsibilities.sharing import (
    Sharing,
    explained,
    shared_out,
    stated_meaning,
    stated_sharing,
)
from graph.extract.responsibilities.spelling import with_round_brackets
from graph.extract.responsibilities.table import find_in_cell, names_who_answers
from graph.extract.responsibilities.tails import find_lines, find_tails
from graph.model import Form, Place, Responsibility, Role
from ontology.divisions import NATION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.extract.responsibilities.defined_names import Defined
    from graph.extract.responsibilities.shares import Share
    from graph.model import Cell, Document, Passage


# A page names its owner there: 主办单位：…
_BEFORE = (Place.PREAMBLE, Place.NOTICE)


def find(document: Document) -> Iterator[Responsibility]:
    """Yield the responsibilities of ``document`` in the order of its text."""
    text = with_round_brackets(document.folded.text)
    told = told_lists(document)
    parents = {provision.label: provision.parent for provision in document.provisions}
    level = _level(document)
    cells = {cell.start: cell for row in document.rows for cell in row.cells}
    defined = defined_in(document)
    sharing, rest, leading = Sharing.EQUAL, Role.SUPPORT, ""
    for passage in directing(document):
        cell = cells.get(passage.start)
        directs = not (cell or passage.where == Place.PREAMBLE)
        directs = directs and parents.get(passage.where) not in told
        for stating in _statements(text, passage, cell, level, directs=directs):
            shares = stating
            stated = stated_sharing(text, shares[0].start, shares[0].end)
            sharing, rest = stated or (sharing, rest)
            leading = stated_meaning(text, shares[0].start, shares[0].end) or leading
            if shares[0].form is not Form.BODY:
                shares = explained(text, shared_out(text, shares, sharing, rest), leading)
            for share in shares:
                yield _responsibility(document, passage, _in_full(share, passage, defined))


def _statements(
    text: str, passage: Passage, cell: Cell | None, level: str, *, directs: bool
) -> list[tuple[Share, ...]]:
    """Return the statements of a passage in text order; running text inside another is left."""
    start, end = passage.start, passage.end
    if cell and names_who_answers(cell):
        shares = find_in_cell(text, cell, level)
        return [shares] if shares else []
    found = [*find_tails(text, start, end, level), *find_heading(text, start, end, level)]
    if passage.where not in _BEFORE:
        found += find_lines(text, start, end, level)
    taken = [(s[0].start, s[0].end) for s in found if s[0].form is not Form.ITEM_AGENCY]
    heads = {name_start for s in found for name_start in (share.name.start for share in s)}
    taken += amended_words(text, start, end)
    for shares in find_running(text, start, end, level, directs=directs):
        at = shares[0].name.start
        if at not in heads and not any(first <= at < last for first, last in taken):
            found.append(shares)
    return sorted(found, key=lambda shares: shares[0].start)


def _level(document: Document) -> str:
    """Return the prefix that the document's own place gives to a bare name: 市 in 库尔勒市."""
    place = document.jurisdiction.name if document.jurisdiction else ""
    if document.jurisdiction and document.jurisdiction.zone:
        return ""
    for level in ("自治区", "自治州", "自治县"):
        if place.endswith(level):
            return level
    return (
        place[-1:]
        if place and document.jurisdiction and document.jurisdiction.code != NATION
        else ""
    )


def _lowest(document: Document) -> bool:
    """Tell whether a document is of a county, which has one 公安机关; a province has many."""
    place = document.jurisdiction
    return place is not None and place.code != NATION and not place.code.endswith("00")


def _in_full(share: Share, passage: Passage, defined: tuple[Defined, ...]) -> Share:
    """Return a share under the full name that the document gives for a group's short form."""
    name = share.name
    full = full_name(name.text, name.start, passage, defined) if defined else ""
    return replace(share, name=replace(name, full=full)) if full else share


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
        open=share.name.open
        or (share.name.generic and not _lowest(document))
        or is_one_of_each(share.name.full, document),
        among_others=share.among_others,
        modality=share.modality,
    )
