"""Whose body a name can mean: each place that can be read in it, with the name without the place.

Forms read::

    我市公安局                  the document's own place
    人行福州中心支行            a place in the middle of a branch's name
    库尔勒市公安局              a place in full
    市公安局                    a level, which the document's own place completes
    市闵行区政府                a level that a list spread over a name with a place
    广安银保监分局, 福州海关      a place by its bare name
    团区委                      a level inside the name
    公安局                      nothing: the document's own place
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graph.resolve.identities import Reason
from graph.resolve.kinds import kind_of
from graph.resolve.places import at_level, in_context, leading_level, own_places, words
from ontology import agencies, divisions, lexicon

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from ontology.divisions import Division

    Found = Iterator[tuple[Division | Reason, str]]

YOUTH_LEAGUE: Final = "团"  # 团市委: the level stands behind it
_REGION: Final = "自治区"
_SHORT_REGION: Final = "区"  # 区党委, in a text of the region itself
_SHORTEST_NATIONAL = 3  # characters: 公安部


def readings(text: str, own: Division | None, on: dt.date | None) -> Found:
    """Yield whose body a name can mean, with the name without its place; the likeliest first."""
    here: Division | Reason = own if own and own.code != divisions.NATION else Reason.NO_PLACE
    inner = leading_level(text.removeprefix(YOUTH_LEAGUE))
    if text.startswith(YOUTH_LEAGUE) and inner:
        place = at_level(inner, own) or Reason.NO_SUCH_LEVEL if own else Reason.NO_PLACE
        yield place, text
        return
    if agencies.by_name(text, on):
        yield here, text
        return
    if own:
        yield from _said_of_own(text, own, on)
    yield from _within_a_name(text, own, on)
    if _is_part_of_national(text):
        yield divisions.register()[divisions.NATION], text
    yield from _leading_place(text, own, on)
    yield from _leading_level(text, own, on)
    if own:
        yield from _bare_place(text, own, on)
    national = text.startswith(_national_words())
    yield divisions.register()[divisions.NATION] if national else own or Reason.NO_PLACE, text


def _said_of_own(text: str, own: Division, on: dt.date | None) -> Found:
    """Yield the place that a name says by 我市 or 本市, also behind a level spread over it."""
    for name in (text, text.removeprefix(leading_level(text))):
        said = next((word for word in words("own-place") if name.startswith(word)), "")
        spoken = said + leading_level(name.removeprefix(said))
        if said and spoken != said and (place := in_context(spoken, own, on)):
            yield place, name.removeprefix(spoken)


def _within_a_name(text: str, own: Division | None, on: dt.date | None) -> Found:
    """Yield the place behind the name of the body that has the branch."""
    near = own.code if own else None
    for head in words("branch-of"):
        at = text.find(head)
        if at not in {0, 1}:  # behind a level that a list spread over it
            continue
        behind = text[at + len(head) :]
        division, rest = divisions.split_leading(behind, near, on)
        if not division:
            division, rest = _stem(behind, near)
        if division and rest:
            yield division, head + rest if kind_of(head + rest, on) else rest


def _is_part_of_national(text: str) -> bool:
    """Tell whether a name begins with a national body's: 公安部交通管理局, but not 公安部门."""
    for end in range(len(text) - 1, _SHORTEST_NATIONAL - 1, -1):
        head, goes_on = text[:end], text[end - 1 :].startswith(words("function"))
        if agencies.by_national_name(head) and not agencies.by_name(head) and not goes_on:
            return True
    return False


def _leading_place(text: str, own: Division | None, on: dt.date | None) -> Found:
    if text.startswith(_national_words()):
        return
    division, rest = divisions.split_leading(text, own.code if own else None, on)
    if division and rest and (text.startswith(division.name) or kind_of(rest, on)):
        yield division, rest


def _leading_level(text: str, own: Division | None, on: dt.date | None) -> Found:
    level = leading_level(text)
    rest = text.removeprefix(level).removeprefix(words("grade")[0])
    if not level or not rest:
        return
    if own:
        division, behind = divisions.split_leading(rest, own.code, on)
        if division and behind and _related(division, own):
            yield division, behind
    if text.startswith(words("no-level")) and not kind_of(rest, on):
        return
    if own:
        yield from ((place, r) for place, r in own_places(rest, own) if kind_of(r, on))
    of_region = own and level == _SHORT_REGION and own.name.endswith(_REGION)
    found = own if of_region else at_level(level, own) if own else None
    yield found or (Reason.NO_SUCH_LEVEL if own else Reason.NO_PLACE), rest


def _bare_place(text: str, own: Division, on: dt.date | None) -> Found:
    """Yield a place by its bare name: one above, or any near if the body is managed from above."""
    yield from ((place, rest) for place, rest in own_places(text, own) if kind_of(rest, on))
    division, rest = _stem(text, own.code)
    kind = kind_of(rest, on) if division else None
    if division and kind and kind.sort == agencies.VERTICAL:
        yield division, rest


def _stem(text: str, near: str | None) -> tuple[Division | None, str]:
    """Return the place whose bare name heads a text, at, above or below another, and the rest."""
    for end in range(len(text) - 1, 1, -1):
        division = divisions.by_stem(text[:end], near) if near else None
        if division:
            return division, text[end:]
    return None, text


def _related(division: Division, own: Division) -> bool:
    return divisions.within(division.code, own.code) or divisions.within(own.code, division.code)


def _national_words() -> tuple[str, ...]:
    return tuple(lexicon.concepts("levels")["国"].written)
