"""The part of one body in a statement of who does what, in whatever form the text tells it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.model import Form, Modality, Role

if TYPE_CHECKING:
    from graph.extract.responsibilities.names import Name


@dataclass(frozen=True, slots=True)
class Share:
    """The part of one name in a statement: ``start`` to ``end`` is the whole statement."""

    name: Name
    role: Role
    form: Form
    among_others: bool
    start: int
    end: int
    rule: str
    modality: Modality = Modality.DUTY
