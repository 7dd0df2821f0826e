"""Fold the widths and mend the breaks of a source text, keeping the way back to its offsets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.normalise.breaks import mend
from graph.normalise.widths import fold

if TYPE_CHECKING:
    from graph.model import FoldedText


def normalise(text: str) -> FoldedText:
    r"""Return ``text`` as the rules read it.

    Guaranteed: every folded character knows its source offset, offsets never decrease, and no line
    is empty or has blanks at its ends. A ``\n`` is left only where a paragraph, heading or cell
    ends.

    >>> normalise("2. 调整完善落户政策。对我市现行户口迁移政策进行全面\n\n  清理,坚决取消。").text
    '2. 调整完善落户政策。对我市现行户口迁移政策进行全面清理，坚决取消。'
    """
    return mend(fold(text), text)
