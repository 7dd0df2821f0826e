"""Written forms of a scheme in a text: the longest wins, ``…`` stands for a few words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_FEWEST_WORDS = r"[^。；！？\n]{1,60}?"


@dataclass(frozen=True, slots=True)
class Forms:
    """The forms of a scheme, ready to be found.

    The pattern has no groups: with one group a form it would be tried form by form at every
    character, a hundred times slower.
    """

    pattern: re.Pattern[str]
    keys: Mapping[str, str]
    open_forms: tuple[tuple[re.Pattern[str], str], ...]

    def find(self, text: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
        """Yield the key of each form between the offsets, with its start and end."""
        for match in self.pattern.finditer(text, start, end):
            written = match.group()
            key = self.keys.get(written)
            if key is None:
                key = next(key for form, key in self.open_forms if form.fullmatch(written))
            yield key, match.start(), match.end()

    def search(self, text: str, start: int, end: int) -> tuple[str, int, int] | None:
        """Return the first form between the offsets, or None."""
        return next(self.find(text, start, end), None)


def compile_forms(forms: Mapping[str, str]) -> Forms:
    """Return the forms (``{written form: key}``) ready to be found.

    >>> forms = compile_forms({"不受…限制": "exemption", "限制": "limit"})
    >>> [key for key, *_ in forms.find("不受年龄限制，限制", 0, 9)]
    ['exemption', 'limit']
    """
    ordered = sorted(forms, key=lambda form: (-len(form.replace("…", "")), form))
    patterns = {form: _FEWEST_WORDS.join(map(re.escape, form.split("…"))) for form in ordered}
    return Forms(
        pattern=re.compile(lexicon.by_first_letter(patterns.values()) or r"(?!)"),
        keys=dict(forms),
        open_forms=tuple(
            (re.compile(pattern), forms[form]) for form, pattern in patterns.items() if "…" in form
        ),
    )
