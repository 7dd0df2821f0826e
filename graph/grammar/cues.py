"""A pattern behind a cheap question: does one of its cues stand between the offsets at all?

Most clauses say nothing of most kinds of findings. A pattern that begins with what may be absent
(``(?:于)?每…``, ``(?<!不)定期``) is tried at each character of all of them; a search for a few
words costs a tenth of that.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable

_FEW = 6  # words that are found one by one sooner than by a pattern of them


@dataclass(frozen=True, slots=True)
class Cued:
    """A pattern with its cues: each of its matches has one of them inside it or right behind it.

    It finds what the pattern finds, sooner where there is nothing to find.
    """

    pattern: re.Pattern[str]
    cue: re.Pattern[str]
    words: tuple[str, ...]  # the cues, but those that hold another
    few: tuple[str, ...] = ()  # they, where they are so few that looking for each is sooner

    def search(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """Return the first match between the offsets."""
        for word in self.few:
            if text.find(word, start, end) >= 0:
                break
        else:
            if self.few or not self.cue.search(text, start, end):
                return None
        return self.pattern.search(text, start, end)

    def finditer(self, text: str, start: int, end: int) -> Iterable[re.Match[str]]:
        """Return the matches between the offsets."""
        for word in self.few:
            if text.find(word, start, end) >= 0:
                break
        else:
            if self.few or not self.cue.search(text, start, end):
                return ()
        return self.pattern.finditer(text, start, end)


def cued(pattern: str, cues: Iterable[str], flags: int = 0) -> Cued:
    """Return a pattern with its cues, which are words or single characters.

    >>> every = cued("(?:于)?每(?:年|月)|(?<!不)定期", ("每", "定期"))
    >>> [match.group() for match in every.finditer("于每年定期检查", 0, 7)]
    ['于每年', '定期']
    """
    words = tuple(shortest(cues))
    few = words if len(words) <= _FEW else ()
    return Cued(re.compile(pattern, flags), any_of(words), words, few)


def led(characters: str, pattern: str) -> str:
    """Return a pattern that is tried only at the characters, as in a set, with which it begins.

    The engine sees by itself with what a plain word begins, but not through an alternative that
    a look behind or something optional opens: it tries all of these at each character.

    >>> [match.group() for match in re.finditer(led("一二", "(?<!第)[一二]、"), "一、第二、")]
    ['一、']
    """
    return f"(?=[{characters}])(?:{pattern})"


def firsts(words: Iterable[str]) -> str:
    """Return the first characters of words, as they stand in a set."""
    return re.escape("".join(sorted({word[0] for word in words if word})))


def any_of(words: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern of whether one of the words stands in a text; of two, the shorter does."""
    return re.compile(lexicon.by_first_letter(map(re.escape, shortest(words))))


def shortest(words: Iterable[str]) -> list[str]:
    """Return the words that hold none of the others.

    >>> shortest(["定期", "不定期", "每"])
    ['每', '定期']
    """
    short: list[str] = []
    for word in sorted(set(words), key=lambda each: (len(each), each)):
        if not any(each in word for each in short):
            short.append(word)
    return short
