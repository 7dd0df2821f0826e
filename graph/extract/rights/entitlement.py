"""What a clause gives: a right, whose it is, where it is written, and by which rule it was read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.extract.rights.objects import Held


@dataclass(frozen=True, slots=True)
class Entitlement:
    """A right with its holders; without any it may be that of the place's heading or lead.

    ``alone`` tells that it is stated even where nobody is named: 足额支付土地补偿费.
    """

    held: Held
    holders: tuple[str, ...]
    rule: str
    alone: bool = False
