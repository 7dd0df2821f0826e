"""One condition or target from level to level."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from graph.answers.correspondences import Clauses, correspondences, sides
from graph.answers.lineage import lineage
from graph.answers.stated import Stated, leaves_to_review, shared_of
from graph.answers.values_above import Above
from graph.model import Relation
from graph.outline import key, outline, work
from graph.questions import load
from graph.store import Iri

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.answers.correspondences import Correspondence
    from graph.outline import Stretch
    from graph.references import Reference
    from graph.store import Store
    from ontology.lexicon import Lang

_MEASURED: Final = frozenset({"condition", "target"})
_ONWARD: Final = frozenset({Relation.IMPLEMENTS, Relation.BASIS})


@dataclass(frozen=True, slots=True, kw_only=True)
class ParameterLevel(Stated):
    """What one level says of a parameter; where it is ``silent`` it says nothing, in no words.

    ``parameter`` are the words for what is fixed, ``kind`` a notation of ``parameter-kinds``.
    ``depth`` is 0 for the clause that was asked for. ``direction`` tells how the level *below*,
    whose clause is ``below``, differs from this one; empty at the bottom, and where the two clauses
    may not correspond. Nothing is *added*, and nothing changed by that, where another
    clause further up says it, which ``elsewhere`` names. ``state`` tells whether the two
    clauses correspond (:class:`graph.align.comparison.State`). ``stub`` is a stated parent that is
    not held, where the chain ends.
    """

    parameter: str
    kind: str
    level: str
    depth: int
    direction: str
    below: str
    stub: bool
    silent: bool = False
    elsewhere: str = ""
    state: str = ""


@dataclass(frozen=True, slots=True)
class _Step:
    """A parameter of an alignment, with the words on both sides."""

    kind: str
    subject: str
    direction: str
    child: Stretch | None
    parent: Stretch | None
    found: Correspondence


def parameter_levels(store: Store, ref: Reference, lang: Lang = "zh") -> tuple[ParameterLevel, ...]:
    """Return each condition and target of the clauses at or below ``ref``, level by level upwards.

    A parameter is followed by the words that state it. Where a held parent says nothing of it the
    chain ends; so it does at a stated parent that is not held, and at a clause that is still to be
    reviewed.
    """
    clauses, above = Clauses(store), Above(store)
    rows: list[ParameterLevel] = []
    for clause in outline(store, ref.document):
        if f"{clause}/".startswith(f"{ref.iri}/"):
            steps = _steps(store, clause, lang)
            for first in _distinct(steps):
                level = work(store, ref.document).level
                rows.append(_row(clauses, first, level, ref.document, clause, first.child))
                same = [step for step in steps if _name(step) == _name(first)]
                rows += _upwards(store, clauses, above, clause, same, lang)
    return (*rows, *_not_held(store, ref, rows)) if rows else ()


def _name(step: _Step) -> tuple[str, str | Stretch]:
    return step.kind, step.child or step.subject


def _distinct(steps: Iterable[_Step]) -> Iterator[_Step]:
    yield from {_name(step): step for step in reversed(list(steps))}.values()


def _upwards(
    store: Store, clauses: Clauses, above: Above, clause: str, steps: list[_Step], lang: Lang
) -> Iterator[ParameterLevel]:
    """Yield what the levels above say, nearest first."""
    ahead = [(clause, step, 1) for step in steps]
    entered: set[tuple[str, str, Stretch | None]] = set()
    while ahead:
        below, step, depth = ahead.pop(0)
        parent, document = step.found.parent, step.found.parent_document
        if (below, parent, step.parent) in entered:
            continue
        entered.add((below, parent, step.parent))
        name = clauses.of(step.found.child_document, below)
        alone = step.child if not step.parent and step.direction else None
        also = above.says(step.found.child_document, alone) if alone else ""
        yield replace(
            _row(clauses, step, work(store, document).level, document, parent, step.parent),
            depth=depth,
            direction="" if also else step.direction,
            below=f"{name.document} {name.label}",
            elsewhere=also,
            state=step.found.state,
        )
        if step.parent and step.found.sure:
            ahead += [
                (parent, further, depth + 1)
                for further in _steps(store, parent, lang)
                if further.child and _meet(further.child, step.parent)
            ]


def _not_held(
    store: Store, ref: Reference, rows: Iterable[ParameterLevel]
) -> Iterator[ParameterLevel]:
    """Yield the stated parents at which the chains end, since they are not held."""
    depths = {row.document: row.depth for row in rows}
    for hop in lineage(store, replace(ref, iri=ref.document, kind="document")):
        if hop.stub and hop.relation in _ONWARD and hop.source in depths:
            yield ParameterLevel(
                **shared_of(hop),
                parameter="",
                kind="",
                level=hop.level,
                depth=depths[hop.source] + 1,
                direction="",
                below=hop.source,
                stub=True,
            )


def _meet(one: Stretch, other: Stretch) -> bool:
    return one.start < other.end and other.start < one.end


def _steps(store: Store, clause: str, lang: Lang) -> list[_Step]:
    found = []
    for each in correspondences(store, lang, child=clause):
        if each.to_review and leaves_to_review(each.iri):
            continue
        for row in store.select(load("parameters"), alignment=Iri(each.iri)):
            stated = sides(store, row.one("parameter", str))
            found.append(
                _Step(
                    kind=key(row.one("kind", str)),
                    subject=row.one("subject", str),
                    direction=key(row.one("direction", str)) if each.sure else "",
                    child=next(iter(stated["child"]), None),
                    parent=next(iter(stated["parent"]), None),
                    found=each,
                ),
            )
    kept = (step for step in found if step.kind in _MEASURED)
    return sorted(kept, key=lambda s: (s.kind, s.child.start if s.child else -1, s.subject))


def _row(
    clauses: Clauses, step: _Step, level: str, document: str, clause: str, said: Stretch | None
) -> ParameterLevel:
    known = clauses.of(document, clause)
    return ParameterLevel(
        document=known.document,
        provision=known.label,
        heading=known.heading,
        quote=said.words if said else "",
        start=said.start if said else known.first.start,
        end=said.end if said else known.first.start,
        source=known.document,
        status=step.found.status,
        rule=step.found.rule,
        iri=clause,
        stated_in=clause,
        parameter=step.subject,
        kind=step.kind,
        level=level,
        depth=0,
        direction="",
        below="",
        stub=False,
        silent=said is None,
    )
