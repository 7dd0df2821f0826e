"""The passages of a document: the stretches in which it states something, each with its place.

Places, in the order in which they stand::

    关于印发落户方案的通知        title
    现将方案印发你们，请执行。    notice, the letter before what it issues
    为推进落户，制定本方案。      preamble, before the first number of a work
    一、总体要求 …              the label of the provision, with the cells of a row each for itself
    本方案自印发之日起施行。      closing, behind the last one

The form of the document (address, signature) and what the page adds are in none.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graph.model import Passage, Place
from graph.structure.leavings import leavings
from graph.structure.unnumbered import without

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.structure.header import Header
    from graph.structure.provisions import Tree
    from graph.structure.works import Region


def find_passages(
    text: str,
    header: Header,
    regions: Sequence[Region],
    trees: Sequence[Tree],
    contents: Sequence[tuple[int, int]],
) -> tuple[list[tuple[int, int]], list[Passage]]:
    """Return what no part of the document owns, and the passages that are stated somewhere.

    ``contents`` are the tables of contents, which state nothing.
    """
    passages: list[Passage] = []
    extra: list[tuple[int, int]] = []
    if header.title and header.title.start >= 0:
        passages.append(Passage(Place.TITLE, 0, header.title.start, header.title.end))
    for work, tree in enumerate(trees):
        letter = work == 0 and len(regions) > 1 and not tree.units
        before = Place.NOTICE if letter or (work == 0 and len(regions) > 1) else Place.PREAMBLE
        stretches = list(without(tree.preamble, header.form))
        if not tree.units and stretches:
            end, left = leavings(text, *stretches[-1])
            stretches[-1] = (stretches[-1][0], end)
            extra += left
        for stretch in stretches:
            if text[slice(*stretch)].strip():
                passages += [Passage(before, work, *stretch)]
        for unit in tree.units:
            own = [(cell.start, cell.end) for cell in unit.cells] + unit.own[bool(unit.cells) :]
            passages += [Passage(unit.label, work, *stretch) for stretch in own]
        for stretch in tree.closing:
            stop, left = leavings(text, *stretch)
            extra += left
            for rest in without((stretch[0], stop), header.form):
                if text[slice(*rest)].strip():
                    passages += [Passage(Place.CLOSING, work, *rest)]
    ordered = sorted(passages, key=lambda passage: (passage.work, passage.start))
    return extra, [part for passage in ordered for part in _outside(passage, contents)]


def _outside(passage: Passage, stretches: Sequence[tuple[int, int]]) -> list[Passage]:
    """Return what is left of a passage outside of stretches that state nothing."""
    left = without((passage.start, passage.end), stretches)
    return [replace(passage, start=start, end=end) for start, end in left]
