"""How ill the words of a cell go with a column, and a column that is left out with its row.

The figures are ordinal: what never stands in a column is dearer than leaving two columns out, what
belongs there costs nothing. No text was counted for them.
"""

from __future__ import annotations

from typing import Final

from graph.grammar.cells import CellForm
from graph.model import ColumnKind

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
