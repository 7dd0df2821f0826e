"""Bodies as people type them, and as their IRIs name them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.resolve.identities import Agency, agency_of
from graph.resolve.kinds import kind_of, own_body
from graph.resolve.places import at_level, leading_level, level_word
from ontology import agencies, divisions

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from ontology.divisions import Division


def typed(
    text: str, places: Iterable[str], within: str | None = None, on: dt.date | None = None
) -> tuple[Agency, ...]:
    """Return the bodies of a registered kind that a typed name means in places, in their order.

    ``places`` are the codes that can be meant, as of the documents at hand; ``within`` a code that
    they must be at or below. A place in the name itself needs neither. None for a name of no kind:
    :func:`ontology.agencies.near` has the names that are like it.

    >>> [body.name for body in typed("市公安局", ("652801", "650000", "511600"))]
    ['库尔勒市公安局', '广安市公安局']
    >>> [body.name for body in typed("公安", ("652801", "650000", "511600"), within="650000")]
    ['库尔勒市公安局', '新疆维吾尔自治区公安厅']
    >>> [body.name for body in typed("库尔勒市公安局", ())], typed("市魔法局", ("652801",))
    (['库尔勒市公安局'], ())
    """
    national = agencies.by_national_name(text)
    place, rest = divisions.split_leading(text, within, on)
    level = "" if place else leading_level(text)
    if national and not agencies.by_name(text, on):
        return (agency_of(national, divisions.register()[divisions.NATION]),)
    if place and (kind := kind_of(rest, on)):
        return (agency_of(kind, place),)
    whole = kind_of(text, on)
    kind = whole or (kind_of(text.removeprefix(level), on) if level else None)
    if kind is None:
        return ()
    found = (divisions.get(code) for code in dict.fromkeys(places))
    return tuple(
        agency_of(kind, division)
        for division in found
        if division
        and (within is None or divisions.within(division.code, within))
        and (whole or _is_of(level, division))
    )


def identified(division: str, kind: str) -> Agency:
    """Return the body that an IRI names by its division and kind.

    >>> identified("652801", "公安局").name, identified("CN", "公安部").classification
    ('库尔勒市公安局', '公安局')
    >>> identified("511600", "枣山园区")
    Agency(division='511600', kind='枣山园区', name='枣山园区', short='枣山园区', \
classification='开发区管理委员会', part_of=None)
    """
    place = divisions.get(division)
    known = agencies.by_full_name(kind)
    if division == divisions.NATION:
        known = agencies.by_national_name(kind) or known
    if place and known and not known.endings:
        return agency_of(known, place)
    level = level_word(place) if place and kind.startswith(level_word(place)) else ""
    own = own_body(kind.removeprefix(level), None)
    name = place.name + kind.removeprefix(level) if place and level else kind
    if own is None:
        return Agency(division, kind, name, kind)
    part_of = own.part_of.full if own.part_of else None
    return Agency(division, kind, name, kind, own.classification.full, part_of)


def _is_of(level: str, division: Division) -> bool:
    return at_level(level, division) == division
