"""A value with the words that it measures, and where these words stand."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.grammar.quantities import Quantity

AGES = ("周岁", "岁")


class Form(StrEnum):
    """Where the words of what is measured stand; the rule of a condition is named by it."""

    BEFORE = "limit"
    BEHIND = "noun-behind"
    AGE = "age"
    PENALTY = "penalty"
    CASE = "case"  # 满1年不足3年的: the case itself
    EARLIER = "named-earlier"  # in the clause before, or in the lead of the list
    AMOUNT = "amount"  # an amount without a word of limit: 补助3000元


@dataclass(frozen=True, slots=True)
class Measured:
    """A value with the words that it measures, and the stretch that states both.

    ``made`` tells that it counts what is to be made: an aim, whatever stands behind it.
    ``adjacent`` that its number stands right behind the verb: 建成50个智能车间.
    """

    quantity: Quantity
    subject: str
    start: int
    end: int
    made: bool = False
    adjacent: bool = False
    form: Form = Form.BEFORE
