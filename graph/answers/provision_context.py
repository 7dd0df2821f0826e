"""What a provision says besides who answers for it: its groups, its times and its own words."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph.questions import load

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from graph.store import Store, Value


@dataclass(slots=True)
class Context:
    """The groups, the time terms and the words of a provision, these with their offsets."""

    groups: list[str] = field(default_factory=list)
    terms: list[str] = field(default_factory=list)
    words: list[tuple[int, str]] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The provision's own words, a line for each stretch of them."""
        return "\n".join(words.strip() for _, words in self.words)


def contexts(store: Store, bodies: Iterable[Mapping[str, Value]]) -> Mapping[str, Context]:
    """Return the context of each provision (its IRI) in which the bodies have a part."""
    found: dict[str, Context] = defaultdict(Context)
    seen = {row for body in bodies for row in _rows(store, body)}
    for stated_in, group, term, start, text in sorted(seen):
        context = found[stated_in]
        if group:
            context.groups.append(group)
        elif term:
            context.terms.append(term)
        else:
            context.words.append((start, text))
    return found


def _rows(store: Store, body: Mapping[str, Value]) -> Iterator[tuple[str, str, str, int, str]]:
    for row in store.select(load("responsibility-context"), **body):
        yield (
            row.one("statedIn", str),
            row.optional("group", str) or "",
            row.optional("term", str) or "",
            row.optional("start", int) or 0,
            row.optional("text", str) or "",
        )
