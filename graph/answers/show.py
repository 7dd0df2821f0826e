"""Everything that is said about a document, a provision, an agency, a group or a right."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from graph import iri
from graph.answers.conditions import SIGNS
from graph.answers.correspondences import Clauses, all_correspondences
from graph.answers.hops import ALIGNMENT
from graph.answers.listing import addressees, issuers
from graph.answers.measured import figures
from graph.answers.responsibility import rejected_duties, responsibility
from graph.answers.stated import all_findings, shared_of, text_order
from graph.answers.told import Told
from graph.answers.validity import known, standing
from graph.outline import key, outline, stretches, work
from graph.questions import load
from graph.references import AgencyMatch
from graph.references.agencies import body_of, is_body
from graph.resolve import counterparts
from graph.reviews.recorded import reviews_of
from graph.store import Iri
from graph.succession import Certainty, after, before, kind_of
from graph.versions import kept_text, versions
from ontology import lexicon
from ontology.successions import Change

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Mapping

    from graph.answers.measured import Figure
    from graph.outline import Stretch
    from graph.references import Reference
    from graph.reviews.recorded import Review
    from graph.store import Row, Store, Value

# Which question finds a kind of finding, and which of its variables say what was found.
_FINDINGS: Final[Mapping[str, tuple[str, tuple[str, ...], tuple[str, ...]]]] = {
    "citation": ("citations", ("cited",), ("relation",)),
    "responsibility": ("responsibilities", ("agencyName",), ("role",)),
    "norm": ("norms", (), ("kind",)),
    "group": ("groups", ("groupName",), ()),
    "right": ("rights", ("rightName",), ("holderName",)),
    "condition": ("conditions", ("subject",), ("operator", "value", "unitName")),
    "aim": ("targets", ("subject",), ("operator", "value", "unitName")),
    "due": ("deadlines", ("term",), ("kind",)),
}
_ABOUT: Final = {  # a thing of no document: the kind of finding about it, and its variable there
    "agency": ("responsibility", "agency"),
    "group": ("group", "group"),
    "right": ("right", "right"),
}
_VERDICT: Final = ("decision", "correction", "note", "by")


def show(store: Store, ref: Reference, day: dt.date | None = None) -> tuple[Told, ...]:
    """Return what the store says about ``ref``: facts first, findings in the order of the text.

    Those of a document, an annex or a provision are the ones in all its parts, and then what cites
    it. What a reviewer rejected is told too, with the review. Whether a document is in force is
    told as of a ``day``.
    """
    made, measured = reviews_of(store), figures(store)
    told = (*_validity(store, ref, day), *_told(store, ref), *_alignments(store, ref, made))
    return tuple(_judged(each, made.get(each.iri, ()), measured.get(each.rule)) for each in told)


def _told(store: Store, ref: Reference) -> tuple[Told, ...]:
    if ref.kind == "version":
        return tuple(_version(store, ref))
    if ref.kind in _ABOUT:
        kind, variable = _ABOUT[ref.kind]
        about = _findings(store, [kind], **{variable: Iri(ref.iri)})
        if is_body(ref.iri):
            return (*_names(store, ref), *_line(ref), *about, *_handed_on(store, ref))
        return (*_names(store, ref), *about)
    citing = all_findings(store, "citations", cited=Iri(ref.iri))
    return (
        *(_provision(store, ref) if ref.kind == "provision" else _document(store, ref)),
        *_findings(store, _FINDINGS, ref),
        *(
            Told(**shared, kind="cited-by", value=shared["document"], detail=key(relation))
            for row, shared in citing
            if (relation := row.one("relation", str))
        ),
    )


def _validity(store: Store, ref: Reference, day: dt.date | None) -> Iterator[Told]:
    """Yield what is said of whether a document is in force."""
    if not ref.document or ref.kind == "version":
        return
    said = standing(store, ref.document, day)
    for each in said if day else known(said):
        days = (each.since, each.until)
        detail = " – ".join(str(on or "") for on in days) if any(days) else ""
        yield Told(**shared_of(each), kind="standing", value=each.state, detail=detail.strip())


def _judged(told: Told, reviews: tuple[Review, ...], figure: Figure | None) -> Told:
    """Return what is told with how right its rule is, and what the reviewer said of it."""
    if figure:
        told = replace(told, precision=figure.precision, judged=figure.judged)
    for review in reviews[:1]:
        said = {name: getattr(review, name) for name in _VERDICT}
        told = replace(told, **said)
    return told


def _alignments(
    store: Store, ref: Reference, made: Mapping[str, tuple[Review, ...]]
) -> Iterator[Told]:
    """Yield the correspondences of a document or provision that were reviewed.

    Of a provision those too that hold, and those that are to be reviewed.
    """
    clause = ref.kind == "provision"
    if not ref.document or (not clause and all(map(iri.is_document, made))):
        return
    clauses = Clauses(store)
    place = {part: at for at, part in enumerate(outline(store, ref.document))}
    for each in sorted(
        all_correspondences(store, childDocument=ref.document),
        key=lambda c: (place.get(c.stated_in, 0), not c.sure, -(c.score or 0.0)),
    ):
        told = each.iri in made or (clause and (each.sure or each.to_review))
        if told and f"{each.stated_in}/".startswith(f"{ref.iri}/"):
            parent = clauses.of(each.parent_document, each.parent)
            value = f"{parent.document} {parent.label} {parent.heading}".rstrip()
            shared = shared_of(each)
            yield Told(**shared, kind=ALIGNMENT, value=value, score=each.score, state=each.state)


def _findings(
    store: Store, kinds: Iterable[str], ref: Reference | None = None, /, **bindings: Value
) -> list[Told]:
    """Return the findings of some kinds in the order of the text."""
    told = []
    for kind in kinds:
        question, values, details = _FINDINGS[kind]
        for row, shared in all_findings(store, question, ref, **bindings):
            value, detail = (" ".join(_said(store, row, each)) for each in (values, details))
            told.append((text_order(row), Told(**shared, kind=kind, value=value, detail=detail)))
    return [each for _, each in sorted(told, key=lambda pair: pair[0])]


def _said(store: Store, row: Row, variables: Iterable[str]) -> Iterator[str]:
    """Yield the values of some variables in words: a document by its name, a concept by its key."""
    for variable in variables:
        value = row[variable]
        if variable == "operator":
            yield SIGNS[key(row.one("operator", str))]
        elif variable == "cited":
            yield work(store, row.one("cited", str)).name
        elif isinstance(value, Iri):
            yield key(value)
        elif value is not None:
            yield f"{value:g}" if isinstance(value, float) else str(value)


def _names(store: Store, ref: Reference) -> Iterator[Told]:
    """Yield what an agency, a group or a right is called, and what a right means."""
    yield Told(kind="name", value=ref.label, iri=ref.iri)
    question = "agency-names" if ref.kind == "agency" else "concept-names"
    for row in sorted(store.select(load(question), thing=Iri(ref.iri)), key=repr):
        if row["name"] != ref.label:
            yield Told(kind="also", value=row.one("name", str), iri=ref.iri)
    if ref.kind == "right":
        for row in store.select(load("right"), right=Iri(ref.iri)):
            yield Told(kind="definition", value=row.one("definition", str), iri=ref.iri)


def _line(ref: Reference) -> Iterator[Told]:
    """Yield the bodies of an agency's kind above it (条), and those before and after it."""
    body = body_of(ref.iri)
    kind = kind_of(body)
    for above in counterparts(kind, body.division)[1:] if kind else ():
        own = iri.agency(above.division, above.kind)
        yield Told(kind="counterpart", value=above.name, iri=own)
    for whole, subject, reforms in (
        ("predecessor", "received", before(body)),
        ("successor", "gave", after(body)),
    ):
        for row, other in reforms:
            change = lexicon.label("succession-kinds", row.change)
            yield Told(
                kind=subject if row.change is Change.TRANSFER else whole,
                value=other.name,
                detail=f"{row.event} {change} {row.date} {row.basis}",
                iri=iri.agency(other.division, other.kind),
            )


def _handed_on(store: Store, ref: Reference) -> Iterator[Told]:
    """Yield what texts gave to another body and reforms handed on to this one.

    What a reviewer rejected comes behind.
    """
    match = AgencyMatch(ref.iri, ref.label, open=False)
    for duty in (*responsibility(store, [match]), *rejected_duties(store, [match])):
        if duty.certainty != Certainty.SAME:
            yield Told(
                **shared_of(duty),
                kind=f"duty-{duty.certainty}",
                value=duty.as_written,
                detail=duty.role,
            )


def _provision(store: Store, ref: Reference) -> Iterator[Told]:
    """Yield a provision's heading, its words and what it is part of."""
    parts = outline(store, ref.document)
    part, name = parts[ref.iri], work(store, ref.document).name
    own = stretches(store, ref.document)[ref.iri]
    whole = parts[part.whole].label if part.whole in parts else work(store, part.whole).name
    facts: list[tuple[str, str, Stretch | None]] = [
        ("heading", part.heading, None),
        ("part-of", whole, None),
        *(("text", stretch.words.strip(), stretch) for stretch in own),
    ]
    for kind, value, stretch in facts:
        if value:
            yield Told(
                kind=kind,
                value=value,
                document=name,
                provision=part.label,
                heading=part.heading,
                quote=stretch.words if stretch else "",
                start=stretch.start if stretch else None,
                end=stretch.end if stretch else None,
                source=name,
                iri=ref.iri,
                stated_in=ref.iri,
            )


def _version(store: Store, ref: Reference) -> Iterator[Told]:
    """Yield of which document a kept text is, from which file and why, and its words."""
    (version,) = (each for each in versions(store) if each.iri == ref.iri)
    name = work(store, version.document).name
    facts = {
        "version-of": (name, version.because),
        "file": (version.file, ""),
        "sha256": (version.sha256, ""),
        "text": (kept_text(store, version.iri), ""),
    }
    for kind, (value, detail) in facts.items():
        yield Told(kind=kind, value=value, detail=detail, iri=ref.iri)


def _document(store: Store, ref: Reference) -> Iterator[Told]:
    """Yield what identifies a document or an annex, and what a reader should know of its text."""
    known = work(store, ref.iri)
    facts = {"number": known.number, "title": known.title, "level": known.level}
    for row in store.select(load("documents"), document=Iri(ref.iri)):
        facts |= {
            "kind": key(row.optional("kind", str) or ""),
            "issuer": issuers(store, ref.iri).get(ref.iri, ""),
            "date": str(row["date"] or ""),
            "file": row.one("fileName", str),
            "sha256": row.one("sha256", str),
        }
    for row in store.select(load("adoption"), document=Iri(ref.iri)):
        facts |= {
            "addressees": addressees(store, ref.iri),
            "date_adopted": str(row["adopted"] or ""),
            "passed_by": row.optional("meeting", str) or "",
            "in_force_from": str(row["inForce"] or ""),
        }
    facts |= {"held": "" if known.held else "stub"}
    for kind, value in facts.items():
        if value:
            yield Told(kind=kind, value=value, iri=ref.iri)
    for version in versions(store, ref.iri):
        told = f"{version.file}（{version.length} 字，SHA-256 {version.sha256[:12]}）"
        yield Told(kind="version", value=told, detail=version.because, iri=version.iri)
    for annex in known.annexes:
        yield Told(kind="annex", value=work(store, annex).title, iri=annex)
    for row in store.select(load("warnings"), document=Iri(ref.iri)):
        yield Told(
            kind="warning",
            value=row.one("message", str),
            detail=row.one("code", str),
            document=known.name,
            quote=row.optional("quote", str) or "",
            start=row.optional("start", int),
            end=row.optional("end", int),
            source=known.name,
            iri=row.one("warning", str),
        )
