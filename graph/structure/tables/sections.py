"""Lines between the rows of a table that say what the rows below belong to.

Forms read::

    一、治水 · （二）排水                          with a numeral of their own
    治水                                          without one, right before the number of a row
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from graph.grammar.cells import CellForm, number_of
from graph.grammar.numbering import LABEL_AT_START

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.structure.tables.tokens import Token

SECTION_LABEL: Final = re.compile(r"[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）")
NUMBERED: Final = re.compile(r"(?P<number>\d{1,3})[.、．](?!\d)")
_LONGEST: Final = 40
_LEVELS: Final = 3  # of sections above a row, with those of a lower level


@dataclass(frozen=True, slots=True)
class Sections:
    """Where a line of a table can name a section.

    ``number`` is the column of the numbers, or -1; ``numbered`` says that cells begin with them.
    """

    tokens: Sequence[Token]
    number: int
    numbered: bool

    def can_stand(self, index: int) -> bool:
        """Tell whether a line can name the section of the rows behind it."""
        token = self.tokens[index]
        if token.form in (CellForm.EMPTY, CellForm.NUMBER) or len(token.text) > _LONGEST:
            return False
        following = self._next_line(index)
        if token.text.endswith(("。", "；", "，", "：")) or following is None:
            return False
        labelled = SECTION_LABEL.match(token.text) is not None
        if self.number < 0:
            return labelled and (not self.numbered or self._numbered_soon(following))
        return self._number_soon(following, labelled=labelled)

    def stands_before(self, index: int) -> bool:
        """Tell whether the line of a cell follows one that names a section, or begins with it."""
        at = index - 1
        while at > 0 and not self.tokens[at].begins:
            at -= 1
        return LABEL_AT_START.match(self.tokens[at].text) is not None

    def _next_line(self, index: int) -> int | None:
        """Return the next line, where nothing but empty cells stands beside this one."""
        at = index + 1
        while at < len(self.tokens) and not self.tokens[at].begins:
            if self.tokens[at].form is not CellForm.EMPTY:
                return None
            at += 1
        return at if at < len(self.tokens) else None

    def _number_soon(self, index: int, *, labelled: bool) -> bool:
        """Whether the next row begins here, or behind the sections of a lower level."""
        for token in self.tokens[index : index + self.number + (_LEVELS if labelled else 1)]:
            if number_of(token.text):
                return True
            if not (labelled or self.number > 0) or len(token.text) > _LONGEST:
                return False
        return False

    def _numbered_soon(self, index: int) -> bool:
        return any(NUMBERED.match(token.text) for token in self.tokens[index : index + _LEVELS])
