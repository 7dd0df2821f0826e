"""Bodies whose part in a work is told and no act of theirs: 充分发挥协调小组作用."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from graph.extract.responsibilities.name_forms import set_nouns
from graph.extract.responsibilities.names import read_names
from graph.extract.responsibilities.shares import Share
from graph.grammar.body_names import body_endings
from graph.model import Form, Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.grammar.sentences import Stretch

_BODIES_OF_TASKS = re.compile(r"(?:小组|联席会议|指挥部|专班|委员会|工作组|协调机制|[局厅部委])$")


@cache
def _part() -> re.Pattern[str]:
    return re.compile(
        rf"发挥好?(?P<names>[\u4e00-\u9fff（）、]{{2,60}}?(?:{set_nouns()}|{body_endings()}))(?!城市)的?[\u4e00-\u9fff]{{0,4}}作用"
    )


def find_parts(text: str, clause: Stretch, stop: int, prefix: str) -> Iterator[tuple[Share, ...]]:
    """Yield the bodies whose part is told: 充分发挥协调小组作用."""
    told = text.find("作用", clause.start, clause.end) >= 0
    part = _part().search(text, clause.start, clause.end) if told else None
    names = read_names(text, *part.span("names"), prefix, running=True) if part else None
    if part and names and any(_BODIES_OF_TASKS.search(name.text) for name in names.names):
        rule, start = "responsibility.part", part.start()
        yield tuple(
            Share(name, Role.RESPONSIBLE, Form.BODY, names.among_others, start, stop, rule)
            for name in names.names
        )
