"""How many of the bodies that texts name are told apart, and which are not."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import typer

from cli.output import complain
from graph.coverage import by_form, by_level, mentions, missed
from graph.files import documents_in
from graph.pipeline import read_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from graph.coverage import Share
    from graph.model import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """One line of the count.

    ``coverage`` tells what ``key`` is: the level of the documents, the form of the mention, or a
    name that is ``missed``, with a ``document`` that has it. Of ``named`` mentions ``with_kind``
    fall on a kind and ``with_place`` on a place too; sets that are ``left_open`` come on top.
    """

    coverage: str
    key: str
    named: int
    with_kind: int = 0
    kind_share: float | None = None
    with_place: int = 0
    place_share: float | None = None
    left_open: int = 0
    document: str = ""


def covered(paths: Iterable[Path]) -> tuple[Coverage, ...]:
    """Return the shares of the mentions in files and folders, and the names that no kind has.

    Files that cannot be read are left out, and counted on standard error.
    """
    found = list(mentions(_readings(list(documents_in(paths)))))
    *levels, whole = by_level(found)
    return (
        *(_share("level", share) for share in levels),
        *(_share("form", share) for share in by_form(found)[:-1]),
        _share("whole", whole),
        *(
            Coverage(coverage="missed", key=each.name, named=each.count, document=each.document)
            for each in missed(found)
        ),
    )


def _readings(files: list[Path]) -> Iterator[Reading]:
    shown = sys.stderr.isatty() and len(files) > 1
    refused = 0
    with typer.progressbar(files, hidden=not shown, file=sys.stderr) as bar:
        for path in bar:
            try:
                yield read_file(path)
            except Exception:  # noqa: BLE001 - whatever a file does, the others are counted
                refused += 1
    if refused:
        complain(f"{refused} 个文件读不出公文，未计入 / files are no documents, not counted")


def _share(coverage: str, share: Share) -> Coverage:
    return Coverage(
        coverage=coverage,
        key=share.key,
        named=share.named,
        with_kind=share.kind,
        kind_share=_ratio(share.kind, share.named),
        with_place=share.place,
        place_share=_ratio(share.place, share.named),
        left_open=share.open,
    )


def _ratio(part: int, whole: int) -> float | None:
    """Return a share to four digits; None of nothing."""
    return round(part / whole, 4) if whole else None
