"""What identifies a document, as the fields of the model, with the places in the source."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, TypedDict

from graph.model import HistoryEvent, Meeting, Named, Span
from graph.structure.commencements import day_in_force, printed_on
from graph.structure.enactment import body_of_meeting

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.grammar.enactment import Act
    from graph.model import FoldedText, SourceText
    from graph.structure.enactment import Enacted
    from graph.structure.header import Header, Stated


class Identity(TypedDict):
    """The fields of a document that its head and its signature tell."""

    number: str | None
    title: str
    issuer: str | None
    issuers: tuple[Named, ...]
    addressees: tuple[Named, ...]
    date_issued: dt.date | None
    date_adopted: dt.date | None
    passed_by: Meeting | None
    in_force_from: dt.date | None
    history: tuple[HistoryEvent, ...]
    evidence: Mapping[str, Span]


def identity(source: SourceText, folded: FoldedText, header: Header) -> Identity:
    """Return what identifies a document, and since when it is in force."""
    act = header.enacted
    issued = dt.date.fromisoformat(header.date.value) if header.date else None
    adopted = act.adoption.date if act.adoption else None
    since = act.commencement.since if act.commencement else None
    printed = printed_on(folded.text) if since and since.event == "印发" and not issued else None
    return {
        "number": header.number.value if header.number else None,
        "title": _printed(source, folded, header.title),
        "issuer": header.issuers[0].value if header.issuers else None,
        "issuers": tuple(_named(folded, name) for name in header.issuers),
        "addressees": tuple(_named(folded, name) for name in header.addressees),
        "date_issued": issued,
        "date_adopted": adopted,
        "passed_by": _meeting(folded, act),
        "in_force_from": (
            day_in_force(act.commencement, issued or printed, adopted) if act.commencement else None
        ),
        "history": _history(folded, header, issued, adopted),
        "evidence": _evidence(folded, header),
    }


def _meeting(folded: FoldedText, act: Enacted) -> Meeting | None:
    adoption = act.adoption
    if adoption is None or not adoption.by.endswith(("会", "会议")):
        return None
    body = body_of_meeting(adoption)
    span = folded.span(adoption.by_start, adoption.by_end)
    return Meeting(adoption.by, body.text if body else None, span)


def _history(
    folded: FoldedText, header: Header, issued: dt.date | None, adopted: dt.date | None
) -> tuple[HistoryEvent, ...]:
    return tuple(
        HistoryEvent(
            event=each.word,
            kind=each.kind,
            date=day_in_force(each, issued, adopted) or _day_of_order(each, header, issued),
            by=each.by,
            number=each.number,
            span=folded.span(each.start, each.end),
        )
        for each in header.enacted.history
    )


def _day_of_order(act: Act, header: Header, issued: dt.date | None) -> dt.date | None:
    """Return the day of the order by which a document was promulgated, where it has its number."""
    own = header.number is not None and act.number == header.number.value
    return issued if act.kind == "promulgated" and act.date is None and own else None


def _printed(source: SourceText, folded: FoldedText, stated: Stated | None) -> str:
    """Return a title in the characters of the source, without what broke it into lines."""
    if stated is None:
        return ""
    if stated.start < 0:
        return stated.value
    characters = (
        source.text[folded.origin[i]]
        for i in range(stated.start, stated.end)
        if not folded.text[i].isspace()
    )
    return "".join("".join(characters).split())


def _named(folded: FoldedText, stated: Stated) -> Named:
    span = folded.span(stated.start, stated.end) if stated.start >= 0 else None
    return Named(stated.value, span)


def _evidence(folded: FoldedText, header: Header) -> dict[str, Span]:
    issuer = header.issuers[0] if header.issuers else None
    adoption, commencement = header.enacted.adoption, header.enacted.commencement
    stated = {
        "number": header.number,
        "title": header.title,
        "issuer": issuer,
        "date_issued": header.date,
        "date_adopted": adoption if adoption and adoption.date else None,
        "passed_by": adoption if adoption and adoption.by else None,
        "in_force_from": commencement,
    }
    return {
        name: folded.span(value.start, value.end)
        for name, value in stated.items()
        if value and value.start >= 0
    }
