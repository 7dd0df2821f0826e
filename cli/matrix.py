"""Who does what, as a table of provisions by agencies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cli.output import emit_object, emit_rows
from exports.labels import value_label
from graph.answers.matrix import matrix
from graph.answers.stated import record
from ontology.lexicon import BETWEEN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cli.options import Format, Lang
    from graph.answers.responsibility import Duty


def emit_matrix(duties: Iterable[Duty], form: Format, lang: Lang) -> int:
    """Write duties with one row a provision and one column an agency; return the exit status."""
    table = matrix(duties)
    if form == "json":
        emit_object(record(table))
        return 0 if table.rows else 1
    between = BETWEEN[lang]
    rows = []
    for row in table.rows:
        roles = (between.join(value_label("role", r, lang) for r in its) for its in row.roles)
        place = {"document": row.document, "provision": row.provision, "heading": row.heading}
        rows.append(place | dict(zip(table.agencies, roles, strict=True)))
    return emit_rows(rows, form, lang)
