"""A reading as the JSON object of ``zhengmai read --format json``.

Other tools build on its keys: they change by addition only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graph.structure.attachments import attachment_lists, names
from graph.structure.work_titles import alike, bare

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from graph.model import Document, Finding, Named, Reading, Span


def reading_object(reading: Reading) -> dict[str, Any]:
    """Return a reading in plain values; every finding quotes the source at ``start`` to ``end``."""
    document = reading.document
    place = document.jurisdiction
    return {
        "number": document.number,
        "title": document.title,
        "issuer": document.issuer,
        "issuers": _named(document.issuers),
        "addressees": _named(document.addressees),
        "date_issued": _day(document.date_issued),
        "date_adopted": _day(document.date_adopted),
        "passed_by": document.passed_by.name if document.passed_by else None,
        "in_force_from": _day(document.in_force_from),
        "history": [
            {
                "event": event.event,
                "kind": event.kind,
                "date": _day(event.date),
                "by": event.by,
                "start": event.span.start,
                "end": event.span.end,
            }
            for event in document.history
        ],
        "jurisdiction": {"code": place.code, "name": place.name} if place else None,
        "annexes": [{"title": title} for title in _annexes(document)],
        "provisions": [
            {
                "label": provision.label,
                "kind": provision.kind.value,
                "heading": provision.heading,
                "start": provision.span.start,
                "end": provision.span.end,
            }
            for provision in document.provisions
        ],
        "citations": _rows(document, reading.citations, "number", "title", "relation", "target"),
        "responsibilities": _rows(
            document,
            reading.responsibilities,
            "agency",
            "as_written",
            "role",
            "form",
            "open",
            "modality",
        ),
        "norms": _rows(document, reading.norms, "kind"),
        "groups": _rows(document, reading.groups, "group"),
        "rights": _rows(document, reading.rights, "right", "holder"),
        "conditions": _rows(document, reading.conditions, "subject", "operator", "value", "unit"),
        "targets": _rows(document, reading.targets, "measure", "operator", "value", "unit"),
        "deadlines": _rows(document, reading.deadlines, "kind", "date", "year", "year_inferred"),
        "amendments": _rows(
            document, reading.amendments, "document", "target", "action", "old", "new"
        ),
        "parts": [
            {"part": part.kind.value, "start": part.span.start, "end": part.span.end}
            for part in document.parts
        ],
        "left_out": [
            {"start": left.span.start, "end": left.span.end, "reason": left.reason.value}
            for left in document.left_out
        ],
        "warnings": [
            {
                "code": warning.code,
                "message": warning.message,
                "start": warning.span.start if warning.span else None,
                "end": warning.span.end if warning.span else None,
            }
            for warning in reading.warnings
        ],
    }


def _day(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _annexes(document: Document) -> list[str]:
    """Return the titles of the works behind the first, and of attachments that are only listed."""
    titles = [work.title for work in document.works[1:]]
    text = document.folded.text
    for stretch in attachment_lists(text, 0, len(text)):
        for name in names(text, stretch):
            if not any(alike(bare(title), bare(name)) for title in titles):
                titles.append(name)
    return titles


def _named(bodies: Iterable[Named]) -> list[dict[str, Any]]:
    return [
        {
            "name": body.name,
            "start": body.span.start if body.span else None,
            "end": body.span.end if body.span else None,
        }
        for body in bodies
    ]


def _rows(document: Document, findings: Iterable[Finding], *fields: str) -> list[dict[str, Any]]:
    return [
        {
            "where": finding.where,
            **{field: _plain(getattr(finding, field)) for field in fields},
            **_evidence(document, finding.span),
            "rule": finding.rule,
        }
        for finding in findings
    ]


def _plain(value: object) -> object:
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, float):
        return int(value) if value.is_integer() else value
    return str(value)


def _evidence(document: Document, span: Span) -> dict[str, Any]:
    found: dict[str, Any] = {
        "start": span.start,
        "end": span.end,
        "quote": document.quote(span),
    }
    locators = document.source.locators(span)
    return {**found, "locators": list(locators)} if locators else found
