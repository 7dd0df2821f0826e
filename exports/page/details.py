"""What the panel tells of a shape: its names, its own words, and what was found in them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final

from exports.labels import label, value_label
from graph.answers.conditions import SIGNS
from ontology import lexicon, names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from exports.statements import Evidence, Statements

FACTS: Final = ("number", "date_issued", "level", "kind", "as_written")
ANSWERED: Final = (  # what answers tell of a thing, in pictures of them
    "answers",
    "candidates",
    "collection",
    "definition",
    "delta",
    "event",
    "groups",
    "provisions",
    "state",
)
FOUND: Final[Mapping[str, str]] = {
    "norm": names.zm_Norm,
    "condition": names.zm_Condition,
    "target": names.zm_Target,
    "deadline": names.zm_Deadline,
}


def details(things: Iterable[str], said: Statements) -> dict[str, Any]:
    """Return ``nodes`` (what is told of each thing) and ``warnings`` (of the source text).

    A stretch of text is ``{start, end, quote}``. What was found and is no relation (a norm, a
    condition, a target, a deadline) has ``field`` and ``zh`` and ``en``, which say what it is,
    and ``finding`` and ``status``.
    """
    found = _found(said)
    return {
        "nodes": {
            thing: {
                "facts": list(_facts(thing, said)),
                "text": [stretch(e) for e in _own_words(thing, said)],
                "found": found.get(thing, []),
            }
            for thing in things
        },
        "warnings": [
            {
                "message": said.text(warning, names.zm_message),
                "at": warning,
                "stated": [stretch(e) for e in said.evidence(warning)],
            }
            for warning in said.of_type(names.zm_Warning)
        ],
    }


def _facts(node: str, said: Statements) -> Iterator[dict[str, str]]:
    """Yield what is known of a thing besides its name, in two languages."""
    is_provision = names.eli_LegalResourceSubdivision in said.all(node, names.rdf_type)
    number = "" if is_provision else said.text(node, names.eli_id_local)
    level = said.key(node, names.zm_level)
    kind = said.key(node, names.eli_type_document)
    written = "、".join(map(str, said.all(node, names.skos_altLabel)))
    values = (
        (number, ""),
        (said.text(node, names.eli_date_document), ""),
        (value_label("level", level), value_label("level", level, "en")),
        (lexicon.label("document-kinds", kind), lexicon.label("document-kinds", kind, "en")),
        (written, ""),
    )
    for field, (zh, en) in zip(FACTS, values, strict=True):
        if zh:
            yield {"field": field, "zh": zh, "en": en or zh}


def _own_words(node: str, said: Statements) -> tuple[Evidence, ...]:
    is_provision = names.eli_LegalResourceSubdivision in said.all(node, names.rdf_type)
    return said.evidence(node) if is_provision else ()


def _found(said: Statements) -> dict[str, list[dict[str, Any]]]:
    """Return the norms, conditions, targets and deadlines by where they are stated, in order."""
    found: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for field, rdf_class in FOUND.items():
        for finding in said.of_type(rdf_class):
            zh, en = _said_by(field, finding, said)
            for evidence in said.evidence(finding):
                for place in said.links(finding, names.zm_statedIn):
                    found[place].append(
                        {
                            "field": field,
                            "zh": zh,
                            "en": en,
                            **stretch(evidence),
                            "where": said.text(place, names.eli_id_local, names.eli_title),
                            "finding": finding,
                            "status": said.key(finding, names.adms_status),
                        }
                    )
    return {
        place: sorted(each, key=lambda f: (f["start"], f["end"])) for place, each in found.items()
    }


def _said_by(field: str, finding: str, said: Statements) -> tuple[str, str]:
    """Return what a finding says, in Chinese and English."""
    if field == "norm":
        kind = said.key(finding, names.zm_kind)
        return value_label("kind", kind), value_label("kind", kind, "en")
    if field == "deadline":
        kind = said.key(finding, names.zm_kind)
        term = said.text(finding, names.zm_term)
        day = said.text(finding, names.time_inXSDDate) or said.text(finding, names.zm_year)
        tail = f"{term}（{day}）" if day else term
        zh = lexicon.label("deadline-kinds", kind)
        return f"{zh}：{tail}", f"{lexicon.label('deadline-kinds', kind, 'en')}: {tail}"
    operator = said.text(finding, names.odrl_operator).removeprefix(names.ODRL)
    unit = said.key(finding, names.odrl_unit)
    value = said.text(finding, names.zm_value).removesuffix(".0")
    limit = f"{said.text(finding, names.zm_subject)} {SIGNS[operator]} {value}"
    zh, en = value_label("unit", unit), value_label("unit", unit, "en")
    return f"{label(field)}：{limit} {zh}", f"{label(field, 'en')}: {limit} {en}"


def stretch(evidence: Evidence) -> dict[str, Any]:
    """Return a stretch of text in plain values."""
    return {"start": evidence.start, "end": evidence.end, "quote": evidence.quote}
