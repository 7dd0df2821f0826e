"""Which units of a list have headings: brothers are set alike.

A first sentence heads its unit only where those of its brothers do, and a blank parts a heading
from its text where it does so in several::

    1.企业报名 有意参加的…。2.资格审查 主管部门…。            blanks: 企业报名, 资格审查
    1.加强领导。各地要…。2.压实责任。市直部门…。             sentences: 加强领导, 压实责任
    1.推行网上招商，利用各类平台推介。对…。2.对未到期的贷款…。  none: the second one has no heading
    3.危害后果：指造成的损失；4.改正违法行为的态度；          none: what counts off is text
    一、机构应当脱钩⏎…。二、建立备案制度⏎…。              lines: 机构应当脱钩, 建立备案制度
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from graph.model import ProvisionKind as Kind
from graph.normalise.glued_headings import ends_a_heading
from graph.structure.headings import Heading, Setting, before_blank, heading_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from graph.structure.units import Unit

_SECTIONS = (Kind.LEVEL1, Kind.LEVEL2)
_FIRST_LINE = re.compile(
    r"[ ]*(?P<words>[\u4e00-\u9fff“][^。；：！？\n\t]{2,29})(?<![，、])\n"
    r"(?=[^\n]{12})(?![的和与及或、，])"
)
# 产权登记实行分级管理: what is so, though it ends in a noun
_PREDICATE = re.compile(r"(?<=[\u4e00-\u9fff]{3})(?:实行|采取|采用|纳入)")
_FEWEST_BLANKS = 2
_FEWEST_NAMES = 4
_FEWEST_HEADED = 5  # units of which all but one are headed
_SHORT = 20  # characters of a sentence that is as short as headings are
_NAME = 8  # characters of what is too short to be a sentence
_LONGEST_NOUN = 16
_ONE_IN = 4  # brothers may be without a heading


def give_headings(
    text: str, units: Sequence[Unit], label_ends: Mapping[int, int], listed: Mapping[str, str]
) -> None:
    """Give each unit its heading; ``label_ends`` has where the label of each ends, by ``id``.

    ``listed`` are the headings of the list of contents by their numbers, which part them from
    their text where nothing else does.
    """
    parents = {id(unit.parent) for unit in units}
    run_in = 2 * sum(unit.start > 0 and text[unit.start - 1] != "\n" for unit in units) > len(units)
    lists: dict[tuple[int, Kind], list[Unit]] = defaultdict(list)
    for unit in units:
        if not unit.cells:
            lists[id(unit.parent), unit.kind].append(unit)
    for brothers in lists.values():
        setting = Setting(
            _parted_by_blanks(text, brothers, label_ends),
            _named_before_blanks(text, brothers, label_ends),
            run_in,
        )

        def heading(unit: Unit, setting: Setting = setting) -> Heading:
            first, last = label_ends[id(unit)], unit.own[0][1]
            above = id(unit) in parents
            return heading_of(text, first, last, unit.kind, holds_units=above, setting=setting)

        found = [heading(unit) for unit in brothers]
        bare = [at for at, each in enumerate(found) if not each.words]
        apart = not run_in and brothers[0].kind in _SECTIONS
        if apart and len(bare) == 1 and len(found) >= _FEWEST_HEADED:
            found[bare[0]] = heading(brothers[bare[0]], replace(setting, long=True))
        alone = [_alone(text, label_ends[id(unit)], unit.own[0][1]) for unit in brothers]
        lines = [heading.words == words != "" for heading, words in zip(found, alone, strict=True)]
        by_lines = any(lines) and (all(alone) or 2 * sum(lines) >= len(lines))
        for at, (unit, each) in enumerate(zip(brothers, found, strict=True)):
            others = [*found[:at], *found[at + 1 :]]
            unit.heading = each.words if _heads(each, others) else ""
            if by_lines and not unit.heading and unit.kind in _SECTIONS:
                unit.heading = alone[at]
            words = listed.get(unit.path[-1], "")
            if (
                run_in
                and words
                and text.startswith(words, _words_start(text, label_ends[id(unit)]))
            ):
                unit.heading = words


def _alone(text: str, start: int, end: int) -> str:
    """Return the words that have the first line of a unit to themselves, above its text."""
    match = _FIRST_LINE.match(text, start, end)
    return match["words"] if match else ""


def _parted_by_blanks(text: str, brothers: Iterable[Unit], label_ends: Mapping[int, int]) -> bool:
    """Whether a blank parts a heading from the text in at least two units, and half of them."""
    parted = [
        unit.kind is not Kind.ARTICLE
        and bool(before_blank(text, _words_start(text, label_ends[id(unit)]), unit.own[0][1]))
        for unit in brothers
    ]
    return sum(parted) >= _FEWEST_BLANKS and 2 * sum(parted) >= len(parted)


def _named_before_blanks(
    text: str, brothers: Sequence[Unit], label_ends: Mapping[int, int]
) -> bool:
    """Whether a short name and a blank begin all units: 二、受理时间 5月5日至8日 三、受理地点 …."""
    if len(brothers) < _FEWEST_NAMES or brothers[0].kind is not Kind.LEVEL1:
        return False
    starts = [_words_start(text, label_ends[id(unit)]) for unit in brothers]
    found = [
        before_blank(text, start, unit.own[0][1], marked=False)
        for start, unit in zip(starts, brothers, strict=True)
    ]
    return all(found) and all(len(words) <= _NAME for words in found)


def _words_start(text: str, start: int) -> int:
    while start < len(text) and text[start] in " \n*":
        start += 1
    return start


def _heads(heading: Heading, others: Sequence[Heading]) -> bool:
    """Whether words head their unit, by what the others of the list have."""
    words = heading.words
    if not (words and heading.weak and others) or len(words) <= _NAME:
        return True
    headed = sum(bool(other.words) for other in others)
    bare = len(others) - headed
    if "，" not in words and len(words) <= _SHORT:
        noun = len(words) <= _LONGEST_NOUN and ends_a_heading(words)
        noun = noun and not _PREDICATE.search(words)
        return noun or headed >= bare
    return headed >= bare and bare <= max(1, len(others) // _ONE_IN)
