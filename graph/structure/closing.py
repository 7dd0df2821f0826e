"""What closes a list or a text: paragraphs behind a last item that are none of its words.

They belong to the unit above, or to none where they speak of the whole document::

    （二）能耗超标的。⏎审核办法由水利部门制定。        a 款 of the article: 项 have one paragraph
    2.修复岸线。⏎以上任务由市水利局牵头。              what is said of all items
    …如下：（一）居民。（二）外来人员。⏎派出所应当登记。  of what the colon opens the list for
    三、强化检查。加强监督。⏎各地要认真落实。             behind items of one paragraph each
    二、废止《邮政条例》⏎本决定自公布之日起施行。           closing: in force, validity, 特此通知
    二、强化督查。要通报。⏎以上意见如无不妥，请批转执行。     closing: what is asked of the reader

    （三）各协会要宣传。⏎各银行应于本通知印发之日起30日内抄报。  closing: a letter speaks of itself

An article keeps its paragraphs, and a last item as many as those before it have.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import zip_longest
from typing import TYPE_CHECKING

from graph.structure.last_item import OF_AN_ARTICLE, LastItem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.model import ProvisionKind as Kind
    from graph.structure.units import Unit


def take_closing(
    text: str, units: Sequence[Unit], form_starts: Sequence[int] = ()
) -> list[tuple[int, int]]:
    """Give each closing paragraph to what it closes; return those that close the work.

    ``form_starts`` is where the form of the document begins within a line (附件：, a signature).
    """
    siblings: dict[tuple[int, Kind], list[Unit]] = defaultdict(list)
    for unit in units:
        siblings[id(unit.parent), unit.kind].append(unit)
    parents = {id(unit.parent) for unit in units}
    mostly_run_in = 2 * sum(_runs_in(text, unit) for unit in units) > len(units)
    closing: list[tuple[int, int]] = []
    for unit, following in zip_longest(units, units[1:]):
        if following and (following.parent is unit or following.parent is unit.parent):
            continue
        if unit.cells:  # a row ends with its last cell
            continue
        before = siblings[id(unit.parent), unit.kind][:-1]
        alike = not any(id(item) in parents for item in before)
        run_in = mostly_run_in or _runs_in(text, unit)
        item = LastItem(text, unit, before, alike=alike, run_in=run_in)
        item.part_sentences()
        if following is None:
            item.cut(form_starts)
        closing += _give_back(item, is_last=following is None)
    return closing


def _runs_in(text: str, unit: Unit) -> bool:
    """Whether a unit begins within a line."""
    return unit.start > 0 and text[unit.start - 1] != "\n"


def _give_back(item: LastItem, *, is_last: bool) -> list[tuple[int, int]]:
    """Give what is none of a last item's words to its parent; return what closes the work."""
    unit, own = item.unit, item.own
    formal = item.before_form() if is_last else len(own)
    keep = item.kept(formal, is_last=is_last)
    if unit.parent is None or (is_last and not item.is_listed()):
        stop = keep
    elif is_last and unit.kind not in OF_AN_ARTICLE:
        stop = item.before_closing(keep, formal)
    else:
        stop = formal
    if keep < len(own):
        unit.own[0] = (unit.own[0][0], own[keep - 1][1])
        unit.end = unit.own[0][1]
    if keep < stop and unit.parent:
        rest = (own[keep][0], own[stop - 1][1])
        unit.parent.own.append(rest)
        unit.parent.end = rest[1]
    return [(own[stop][0], own[-1][1])] if stop < len(own) else []
