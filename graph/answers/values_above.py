"""Whether a document further up says what a clause does, whichever of its clauses says it.

国办发72 二（六） 中等城市不得超过3年 is nothing new over against 国发25, whose 二（五） caps the
same years of the same cities, although it is 二（六） of 国发25 that the clause carries out.
"""

from __future__ import annotations

import re
from functools import cache, partial
from typing import TYPE_CHECKING, TypeAlias

from graph.answers.correspondences import parents_of
from graph.answers.stated import all_findings
from graph.model import Status
from graph.outline import work
from graph.store import Iri

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.answers.stated import Shared
    from graph.outline import Stretch
    from graph.store import Row, Store

    _Value: TypeAlias = tuple[Row, Shared]

_MEASURED = ("conditions", "targets")
_NAMED = 3  # characters of a subject that tell a thing apart wherever they stand
_PAIR = re.compile(r"(?=([\u4e00-\u9fff]{2}))")


class Above:
    """The measured values of documents and of what they were compared with as their parents."""

    def __init__(self, store: Store) -> None:
        """Read what is asked of a store when it is asked, each document once."""
        self._values = cache(partial(_values, store))
        self._parents = cache(partial(parents_of, store))
        self._name = cache(lambda document: work(store, document).name)

    def says(self, document: str, said: Stretch) -> str:
        """Return the clause further up (its document and label) that says what some words do.

        The words are those of a value of ``document`` (its IRI). The same thing measured in the
        same unit is taken for the same, and so is what the clause there is headed by, with another
        number too: what may be said above is not new. Empty where nothing is.
        """
        own = [
            each
            for each in self._values(document)
            if each[1]["start"] < said.end and said.start < each[1]["end"]
        ]
        for beyond in self._ancestors(document):
            for there in self._values(beyond):
                if any(_alike(each, there) for each in own):
                    return f"{self._name(beyond)} {there[1]['provision']}"
        return ""

    def _ancestors(self, document: str) -> Iterator[str]:
        ahead, entered = list(self._parents(document)), {document}
        while ahead:
            beyond = ahead.pop(0)
            if beyond not in entered:
                entered.add(beyond)
                yield beyond
                ahead += self._parents(beyond)


def _values(store: Store, document: str) -> tuple[_Value, ...]:
    return tuple(
        (row, shared)
        for question in _MEASURED
        for row, shared in all_findings(store, question, document=Iri(document))
        if shared["status"] != Status.REJECTED
    )


def _alike(one: _Value, other: _Value) -> bool:
    ours, theirs = one[0], other[0]
    if ours["unitName"] != theirs["unitName"]:
        return False
    subject, about = ours.one("subject", str), _about(*other)
    if subject and subject in about.split("\n"):
        return True
    if ours["operator"] != theirs["operator"]:
        return False
    if len(subject) >= _NAMED and subject in about:  # 中等城市: 有序放开中等城市落户限制
        return True
    return ours["value"] == theirs["value"] and bool(_pairs(subject) & _pairs(about))


def _about(row: Row, shared: Shared) -> str:
    return f"{row.one('subject', str)}\n{shared['heading']}"


def _pairs(words: str) -> frozenset[str]:
    """Return the pairs of Chinese characters that stand together in words."""
    return frozenset(_PAIR.findall(words))
