"""How the annexes of a document are called, so that each label says in which of them it stands."""

from __future__ import annotations

import re

_PRINTED = re.compile(r"(?P<word>附[件表录])(?P<number>.*)")


class AnnexNames:
    """The names given so far: as printed, and counted on where none is printed.

    A name that is printed again (each of several rules has an 附件1) stands below the annex before.
    """

    def __init__(self) -> None:
        """Begin with no name given."""
        self._given: list[str] = []

    def prefix(self, printed: str, *, alone: bool) -> str:
        """Return the prefix of the labels of the next annex.

        >>> names = AnnexNames()
        >>> [names.prefix(name, alone=False) for name in ("附件1", "", "附件1", "附表")]
        ['附件1/', '附件2/', '附件2/附件1/', '附表1/']
        """
        match = _PRINTED.fullmatch(printed)
        word, number = (match["word"], match["number"]) if match else ("附件", "")
        if alone:
            name = word
        elif number:
            name = self._below(word + number)
        else:
            name = self._counted(word)
        self._given.append(name)
        return f"{name}/"

    def _counted(self, word: str) -> str:
        number = 1
        while f"{word}{number}" in self._given:
            number += 1
        return f"{word}{number}"

    def _below(self, name: str) -> str:
        if name not in self._given:
            return name
        above = next(given for given in reversed(self._given) if "/" not in given)
        return f"{above}/{name}"
