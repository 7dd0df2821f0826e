"""``%load_ext exports.notebook``: IPython shows answers, and lists of them, as tables.

IPython asks a formatter for each class, and shows a list by its own text even where every item has
a formatter. So lists and tuples get one too; it declines what holds anything but answers, and hands
on to a formatter that was there before.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, Final

from exports.notebook.tables import Table, table_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from ontology.lexicon import Lang

    Formatter = Callable[[Any], str | None]

_MIME: Final = {"text/html": Table._repr_html_, "text/markdown": Table._repr_markdown_}
_LISTS: Final = (list, tuple)


def answer_classes() -> tuple[type, ...]:
    """Return the classes of answers; those with evidence have one class above them."""
    from graph.align.comparison import Comparison
    from graph.answers import listing
    from graph.answers.rights import RightAnswer
    from graph.answers.stated import Stated
    from graph.answers.stats import Count
    from graph.answers.told import Told

    listed = (
        listing.ListedDocument,
        listing.ListedAnnex,
        listing.ListedProvision,
        listing.ListedAgency,
        listing.ListedConcept,
        listing.Stub,
    )
    return (Stated, RightAnswer, Told, Count, Comparison, *listed)


def register(formatters: Any) -> None:  # noqa: ANN401 - of IPython, which need not be there
    """Give the formatters of a shell those of ours, in the language of ``ZHENGMAI_LANG``."""
    classes = answer_classes()
    for mime, represent in _MIME.items():
        formatter = formatters[mime]
        for kind in classes:
            formatter.for_type(kind, lambda answer, to=represent: to(table_of([answer], _lang())))
        for kind in _LISTS:
            before = formatter.type_printers.get(kind)
            formatter.for_type(kind, _OfList(classes, represent, before))


def unregister(formatters: Any) -> None:  # noqa: ANN401 - likewise
    """Take ours back, and give lists what they had."""
    for mime in _MIME:
        formatter = formatters[mime]
        for kind in answer_classes():
            formatter.pop(kind, None)
        for kind in _LISTS:
            ours = formatter.pop(kind, None)
            before = getattr(ours, "before", None)
            if before is not None:
                formatter.for_type(kind, before)


class _OfList:
    """Formats a list of answers, and leaves any other to what was there ``before``."""

    def __init__(
        self, classes: tuple[type, ...], represent: Formatter, before: Formatter | None
    ) -> None:
        self._classes = classes
        self._represent = represent
        self.before = before

    def __call__(self, rows: Any) -> str | None:  # noqa: ANN401 - any list or tuple
        if rows and all(isinstance(each, self._classes) for each in rows):
            return self._represent(table_of(rows, _lang()))
        return self.before(rows) if self.before else None


def _lang() -> Lang:
    return "en" if os.environ.get("ZHENGMAI_LANG") == "en" else "zh"
