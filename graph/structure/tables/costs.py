"""How ill the words of a cell go with a column, and a column that is left out with its row.

The figures are ordinal: what never stands in a column is dearer than leaving two columns out, what
belongs there costs nothing. No text was counted for them.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from graph.grammar.body_names import can_list
from graph.grammar.cells import CellForm, number_of
from graph.grammar.numerals import parse_numeral
from graph.model import ColumnKind

if TYPE_CHECKING:
    from graph.structure.tables.tokens import Token

NEVER: Final = 1e9
_GAP: Final = 9  # numbers that may be missing between two rows
_LISTED: Final = 3.0  # that a number which does not count up is the number of a row
_OTHERWISE: Final = 6.0  # that a list of names goes on in a sentence
_LIST = re.compile(r"\d{1,2}[.、．]|（\d{1,2}）|\d{1,2}）|[①-⑳]|—{2}|[●■◆·]")
_UNFINISHED = re.compile(r"[、，和及与（]$")
_ENDS = re.compile(r"[。！？；]$")
_WHOLE: Final = (CellForm.NAMES, CellForm.TERM)  # what is seldom a part of a cell of words

_FORMS: Final = (
    CellForm.EMPTY, CellForm.NUMBER, CellForm.NAMES, CellForm.TERM, CellForm.SHORT,
    CellForm.SENTENCE,
)  # fmt: skip
# What each form costs in a column of a kind: none where it belongs, dear where it never stands.
_COSTS: Final = {
    ColumnKind.NUMBER: (0.0, 0.0, 5.0, 5.0, 4.0, 6.0),
    ColumnKind.CATEGORY: (0.1, 3.0, 1.0, 1.5, 0.0, 1.0),
    ColumnKind.TASK: (0.3, 1.5, 1.2, 0.8, 0.0, 0.0),
    ColumnKind.DUTY: (0.3, 1.5, 1.2, 0.8, 0.0, 0.0),
    ColumnKind.AGENCY: (0.0, 3.0, 0.0, 3.5, 1.5, 5.0),
    ColumnKind.BODY: (0.0, 1.0, 0.0, 1.5, 0.3, 2.0),
    ColumnKind.TERM: (0.0, 1.5, 3.5, 0.0, 1.2, 2.5),
    ColumnKind.REMARK: (0.0, 0.8, 1.0, 0.8, 0.3, 0.8),
    ColumnKind.OTHER: (0.0, 0.5, 0.8, 0.6, 0.2, 0.4),
}
# What it costs to leave a column out inside a row, and at its head, where a merged cell covers it.
INSIDE: Final = {
    ColumnKind.NUMBER: 4.0, ColumnKind.CATEGORY: 0.5, ColumnKind.TASK: 1.5, ColumnKind.DUTY: 1.5,
    ColumnKind.AGENCY: 1.2, ColumnKind.BODY: 0.8, ColumnKind.TERM: 1.0, ColumnKind.REMARK: 0.2,
    ColumnKind.OTHER: 0.6,
}  # fmt: skip
AT_HEAD: Final = {
    **INSIDE, ColumnKind.NUMBER: 0.2, ColumnKind.CATEGORY: 0.1, ColumnKind.TASK: 0.4,
    ColumnKind.DUTY: 2.0, ColumnKind.AGENCY: 1.5,
}  # fmt: skip


def cost_of(form: CellForm, kind: ColumnKind) -> float:
    """Return how ill a cell of this form goes with a column of this kind.

    >>> cost_of(CellForm.NAMES, ColumnKind.AGENCY), cost_of(CellForm.SENTENCE, ColumnKind.AGENCY)
    (0.0, 5.0)
    """
    return _COSTS[kind][_FORMS.index(form)]


@lru_cache(maxsize=1024)
def is_unfinished(text: str) -> bool:
    """Tell whether a cell cannot end with these words: a list or a bracket goes on."""
    return _UNFINISHED.search(text) is not None or text.count("（") > text.count("）")


def goes_on_cost(one: Token, other: Token, kind: ColumnKind) -> float:
    """Return what it costs that a line goes on in the cell of the line before it."""
    if kind is ColumnKind.NUMBER or CellForm.NUMBER in (one.form, other.form):
        return NEVER
    if is_unfinished(one.text):
        return 0.1
    if kind in (ColumnKind.AGENCY, ColumnKind.BODY):
        return _names_go_on(one, other)
    if _LIST.match(other.text):
        return 0.2
    if one.form in _WHOLE or other.form in (*_WHOLE, CellForm.EMPTY):
        return 3.0
    return 1.2 if _ENDS.search(one.text) or one.form is not CellForm.SENTENCE else 0.5


def _names_go_on(one: Token, other: Token) -> float:
    if other.form is CellForm.SENTENCE or not can_list(other.text):
        return _OTHERWISE
    return 0.4 if one.form is not CellForm.NAMES and other.form is CellForm.NAMES else 1.8


def number_cost(text: str, last: int, *, after_section: bool) -> tuple[float, int]:
    """Return what it costs that a row has this number behind another, and the number.

    >>> number_cost("4", 3, after_section=False), number_cost("1", 3, after_section=False)
    ((0.0, 4), (1.5, 1))
    """
    printed = number_of(text)
    if printed is None:
        return 0.0, last
    number = parse_numeral(printed)
    if number in (last, last + 1):
        return 0.0 if number > last else 0.1, number
    if number == 1:
        return (0.0 if after_section else 1.5), number
    return (1.0 if last < number <= last + _GAP else NEVER), number


def listed_number_cost(text: str, last: int, *, after_section: bool) -> tuple[float, int]:
    """Return what it costs that a cell with this number heads a row: a list begins with 1."""
    cost, number = number_cost(text, last, after_section=after_section)
    return (cost + _LISTED if 1 <= number <= last and not after_section else cost), number
