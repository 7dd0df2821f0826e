"""The measures of a document, each with what tells which others it may stand beside.

A measure is a condition, a target or a dated deadline of a clause. Two are of one concept only
where their clauses go to the same parent clause and their words say the same; they are of one case
only where both name the same groups, and the same of the cases that a rule tells apart (大城市 or
中等城市, 本科 or 专科), in their sentence or above it. No value is held against that of another
case.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final, TypeAlias

from graph.align.parameters.values import cases
from graph.align.passages import folded_offset, two_grams
from graph.model import Condition, Deadline, DeadlineKind, GroupMention, Operator, Target
from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from graph.align.comparison import Comparison
    from graph.align.passages import Clause, Sentence
    from graph.align.sides import Side
    from graph.align.similarity import Weights
    from graph.model import Finding, Span

PARENT: Final = -1
GROUPS: Final = "groups"
KIN: Final = "kin"
_OF_WHOM: Final = frozenset({GROUPS, KIN})
_FLOORS: Final = frozenset({Operator.GTEQ, Operator.GT})
_CAPS: Final = frozenset({Operator.LTEQ, Operator.LT})
_SILENT: Final = frozenset({DeadlineKind.EFFECTIVE, DeadlineKind.VALIDITY, DeadlineKind.ONGOING})
_SAME_SUBJECT: Final = 0.6  # share of the shorter subject's 2-grams
_SAME_AIM: Final = 0.8  # of a target's, where one word makes another figure (户籍人口, 常住人口)
_SAME_SENTENCE: Final = 0.3  # weighted share of the shorter sentence's
_SAME_TASK: Final = 0.5  # of the longer one, where no subject tells enough (deadlines, 罚款)
_HEAD: Final = 4  # characters, 中等城市
_BARE: Final = 2  # 2-grams of a subject that tells nothing by itself
Cases: TypeAlias = frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure of a document (by its place in the list, or :data:`PARENT`).

    ``topics`` are the parent clauses that its clause surely goes to, the best first.
    ``terms`` are the 2-grams of its subject without places, ``words`` those of its sentence,
    ``due`` those of the finding alone.
    ``limit`` tells a floor from a cap and a fixed value; ``value`` is a number, or a day.
    """

    document: int
    clause: str
    topics: tuple[str, ...]
    kind: str
    subject: str
    limit: str
    operator: str
    value: float | str
    unit: str
    span: Span
    case: Cases
    terms: frozenset[str]
    words: frozenset[str]
    due: frozenset[str]

    @property
    def frame(self) -> tuple[str, str, str]:
        """What two measures must share before their words are looked at."""
        return self.kind, self.unit, self.limit

    def like(self, other: Measure, weights: Weights) -> bool:
        """Tell whether both measure the same, whatever the case."""
        if self.kind == "deadline":
            return _share(self.due, other.due, weights, max) >= _SAME_AIM
        sentences = _share(self.words, other.words, weights, min)
        least = _SAME_AIM if self.kind == "target" else _SAME_SUBJECT
        shorter = min(len(self.terms), len(other.terms))
        alike = bool(shorter) and len(self.terms & other.terms) / shorter >= least
        if shorter <= _BARE:
            return alike and _share(self.words, other.words, weights, max) >= _SAME_TASK
        return alike and sentences >= _SAME_SENTENCE


def _share(
    one: frozenset[str],
    other: frozenset[str],
    weights: Weights,
    of: Callable[[float, float], float],
) -> float:
    """Return the weighted share of what both have, of the shorter (``min``) or the longer one."""
    whole = of(weights.total(one), weights.total(other))
    return weights.total(one & other) / whole if whole else 0.0


def telling(every: Iterable[Measure]) -> Mapping[str, frozenset[str]]:
    """Return which series of cases tell values of a parent clause apart, by the clause.

    A series tells where two of its cases are named: 租赁 tells nothing where nobody names 自有.
    """
    named: dict[tuple[str, str], set[str]] = {}
    for measure in every:
        for topic in measure.topics:
            for series, case in measure.case:
                named.setdefault((topic, series), set()).add(case)
    found: dict[str, set[str]] = {}
    for (topic, series), those in named.items():
        if len(those) > 1:
            found.setdefault(topic, set()).add(series)
    return {topic: frozenset(those) for topic, those in found.items()}


@dataclass(frozen=True, slots=True)
class Topics:
    """The parent clauses that a clause surely goes to, and those that it may go to as well."""

    sure: tuple[str, ...] = ()
    likely: tuple[str, ...] = ()

    def of(self, case: Cases) -> tuple[str, ...]:
        """Return those of a value: one that names its case is known by it in a likely one too."""
        named = any(series not in _OF_WHOM for series, _ in case)
        return (*self.sure, *self.likely) if named else self.sure


def topics_of(comparison: Comparison) -> Mapping[str, Topics]:
    """Return the parent clauses that each clause goes to."""
    return {
        each.child: Topics(
            tuple(link.label for link in each.parents if link.sure),
            tuple(link.label for link in each.parents if not link.sure),
        )
        for each in comparison.alignments
    }


def measures_of(side: Side, place: int, topics: Mapping[str, Topics]) -> Iterator[Measure]:
    """Yield the measures of a document in its order; ``topics`` are the parent's clauses."""
    for clause in side.clauses:
        goes = Topics((clause.label,)) if place == PARENT else topics.get(clause.label, Topics())
        for found in side.findings.get(clause.label, ()):
            sentence = _sentence(side, clause, found)
            if sentence is None:
                continue
            told = _told(found)
            if told:
                case = _case(side, clause, sentence, found)
                kind, subject, operator, value, unit = told
                yield Measure(
                    document=place,
                    clause=clause.label,
                    topics=goes.of(case),
                    kind=kind,
                    subject=subject,
                    limit=_limit(operator),
                    operator=operator.value if operator else "",
                    value=value,
                    unit=unit,
                    span=found.span,
                    case=case,
                    terms=two_grams(side.pattern.sub("", subject)),
                    words=sentence.grams,
                    due=two_grams("".join(side.reading.document.quote(found.span).split())),
                )


def _told(found: Finding) -> tuple[str, str, Operator | None, float | str, str] | None:
    if isinstance(found, Condition):
        return "condition", found.subject, found.operator, found.value, found.unit
    if isinstance(found, Target):
        return "target", found.measure, found.operator, found.value, found.unit
    if isinstance(found, Deadline) and found.date and found.kind not in _SILENT:
        return "deadline", "", None, found.date.isoformat(), ""
    return None


def _limit(operator: Operator | None) -> str:
    if operator in _FLOORS:
        return "floor"
    return "cap" if operator in _CAPS else "fixed"


def _sentence(side: Side, clause: Clause, found: Finding) -> Sentence | None:
    at = folded_offset(side.reading.document.folded, found.span.start)
    return next((s for s in clause.sentences if s.stretch.start <= at < s.stretch.end), None)


def _case(side: Side, clause: Clause, sentence: Sentence, found: Finding) -> Cases:
    """Return what the headings above a value, and the words before its own, tell apart.

    The words of the value itself are what is measured (参加城镇社会保险 is no case 城镇), but they
    begin with the case (大城市对…的要求) and tell of whom: 父母参加社会保险 is another case than
    参加社会保险.
    """
    folded = side.reading.document.folded
    at, end = (folded_offset(folded, each) for each in (found.span.start, found.span.end))
    before = side.text[sentence.stretch.start : min(at + _HEAD, end)]
    named = dict(cases(clause.section, len(clause.section)))
    named |= dict(cases(clause.provision.heading, len(clause.provision.heading)))
    named |= dict(cases(before, len(before)))
    if "size" in named:
        named.pop("place", None)  # a large city is a city
    if not isinstance(found, Condition):
        return frozenset(named.items())
    groups = {
        (GROUPS, mention.group)
        for mention in side.of(clause, GroupMention)
        if mention.span.start < found.span.end and _sentence(side, clause, mention) is sentence
    }
    kin = {(KIN, match.group()) for match in _member().finditer(side.text, at, end)}
    return frozenset(named.items()) | groups | kin


@cache
def _member() -> re.Pattern[str]:
    return re.compile(lexicon.alternatives("family-members"))
