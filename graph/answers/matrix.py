"""Who does what, as a table of provisions by agencies."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.answers.responsibility import Duty


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One provision, with the roles of each of the matrix's agencies in it."""

    document: str
    provision: str
    heading: str
    roles: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Agencies by provisions: ``rows[i].roles[j]`` are the roles of ``agencies[j]``."""

    agencies: tuple[str, ...]
    rows: tuple[MatrixRow, ...]


def matrix(duties: Iterable[Duty]) -> Matrix:
    """Return duties as a table of agencies by provisions, both in the order of the duties."""
    cells: dict[tuple[str, str, str], dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    agencies: dict[str, None] = {}
    for duty in duties:
        agencies[duty.agency] = None
        roles = cells[duty.document, duty.provision, duty.heading][duty.agency]
        if duty.role not in roles:
            roles.append(duty.role)
    rows = (
        MatrixRow(*place, tuple(tuple(its.get(agency, ())) for agency in agencies))
        for place, its in cells.items()
    )
    return Matrix(tuple(agencies), tuple(rows))
