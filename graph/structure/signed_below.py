"""Who signs the end of a whole text, where its letter bears a day alone.

Forms read::

    特此通知。⏎二○○一年六月七日⏎甲实施意见⏎…⏎某市房屋土地资源管理局⏎2001-06-07
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.grammar.dates import find_dates
from graph.structure.issuing_bodies import issuers_in
from graph.structure.lines import Line, is_date

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

_LAST = 400  # characters that hold the last two lines


def signers_below(text: str, day: dt.date | None) -> Sequence[Line]:
    """Return the bodies on the last line but one, over the day of the document on the last.

    Another day is that of something else: a form, an annex that was made before.
    """
    end = len(text.rstrip())
    last = text.rfind("\n", max(0, end - _LAST), end) + 1
    if day is None or not last or not is_date(text[last:end]):
        return ()
    above = text.rfind("\n", 0, last - 1) + 1
    date = next(find_dates(text, last, end), None)
    if date is None or date.last() != day:
        return ()
    return issuers_in(text, above, last - 1)
