"""The rights as rows: what is said of each, by which clause, and who answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from exports.labels import label, value_label
from ontology.lexicon import BETWEEN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cli.options import Lang
    from graph.answers.rights import RightAnswer
    from graph.answers.stated import Stated

_SHARED = ("document", "provision", "heading", "quote", "start", "end")


def rows(rights: Iterable[RightAnswer], lang: Lang) -> Iterator[dict[str, Any]]:
    """Yield a row for each clause, norm and duty of each right, under the name of what it is."""
    between = BETWEEN[lang]
    for right in rights:
        about = {"right": right.right, "collection": right.collection}
        for clause in right.clauses:
            holders = between.join(clause.holders)
            yield about | _row(label("clause", lang), holders, clause)
        for norm in right.norms:
            yield about | _row(value_label("kind", norm.kind, lang), "", norm)
        for duty in right.agencies:
            yield about | _row(value_label("role", duty.role, lang), duty.agency, duty)


def _row(kind: str, who: str, stated: Stated) -> dict[str, Any]:
    return {"kind": kind, "who": who, **{key: getattr(stated, key) for key in _SHARED}}
