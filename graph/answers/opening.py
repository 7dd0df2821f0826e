"""What a clause leaves open."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from graph.answers.stated import Stated


class Gap(StrEnum):
    """What a clause leaves open."""

    NO_AGENCY = "no-agency"  # nobody is named for it
    NO_LEADER = "no-leader"  # several answer, none of them leads
    OPEN_SET = "open-set"  # 相关部门, 各乡镇: a body is meant and not named
    OPEN_LIST = "open-list"  # a list of names that ends in 等
    NO_DATE = "no-date"  # no time is set
    VAGUE_DATE = "vague-date"  # 尽快, 及时: a time without a date
    NO_CHILD = "no-child"  # a parent clause that no clause of the lower document surely carries out
    NO_PARENT = "no-parent"  # a clause that surely carries out none of the parents that are held
    NOT_HELD = "not-held"  # a stated parent that could not be looked through

    @property
    def between(self) -> bool:
        """Tell whether it is a gap over against another document."""
        return self in {Gap.NO_CHILD, Gap.NO_PARENT, Gap.NOT_HELD}


@dataclass(frozen=True, slots=True, kw_only=True)
class Open(Stated):
    """One clause and what it leaves open.

    ``words`` are the ones that do so (相关部门, 尽快), and ``form`` is how the responsibility is
    written; both are empty where it is the want of any words, and then the quote is the clause.

    Of a clause that stands alone ``against`` are the documents that were looked through,
    ``nearest`` the clause that came nearest, ``nearest_in`` its document and ``score`` (0 to 1) how
    probable that is; by its ``state`` it is still *to-review* or *not-found*. Of a parent that is
    not held ``against`` is the parent and ``dependants`` how many provisions hang on it. ``others``
    are the IRIs of those documents.
    ``because`` is the justification that closes the gap, or closed it for other words, which makes
    it *suspect*.
    """

    gap: str
    words: str
    form: str
    text: str
    against: str = ""
    nearest: str = ""
    score: float | None = None
    dependants: int | None = None
    because: str = ""
    others: tuple[str, ...] = ()
    state: str = ""
    nearest_in: str = ""
