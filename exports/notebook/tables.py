"""Answers as a table in a notebook: text alone, with the quote, its offsets and its source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from exports.answers import cells, columns_of, records, to_markdown
from exports.comparison import comparison_rows
from exports.labels import label
from exports.markup import environment
from graph.align.comparison import Comparison
from graph.answers.rights import RightAnswer
from graph.answers.stated import record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ontology.lexicon import Lang

_LAST: Final = "source"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of answers; a notebook shows them as HTML, other programs take the Markdown."""

    rows: tuple[Mapping[str, Any], ...]
    lang: Lang = "zh"

    @property
    def columns(self) -> list[str]:
        """The columns that say something, and always the source of a quote."""
        named = [name for name in columns_of(self.rows) if name != _LAST]
        return [*named, _LAST] if any(row.get(_LAST) for row in self.rows) else named

    def _repr_html_(self) -> str:
        names = self.columns
        return (
            environment()
            .get_template("notebook/table.html")
            .render(
                lang="zh-CN" if self.lang == "zh" else "en",
                headings=[label(name, self.lang) for name in names],
                rows=[cells(row, names, self.lang) for row in self.rows],
                nothing=label("page.nothing_found", self.lang),
            )
        )

    def _repr_markdown_(self) -> str:
        return to_markdown(self.rows, self.lang, self.columns)


def table_of(answers: Iterable[object], lang: Lang = "zh") -> Table:
    """Return the table of answers in ``zh`` or ``en``. Raises TypeError for what is no answer."""
    return Table(tuple(row for answer in answers for row in _rows(answer, lang)), lang)


def _rows(answer: object, lang: Lang) -> Iterator[Mapping[str, Any]]:
    if isinstance(answer, Comparison):
        yield from _compared(answer, lang)
    elif isinstance(answer, RightAnswer):
        yield from _protecting(answer)
    else:
        yield from records([answer])


def _protecting(answer: RightAnswer) -> Iterator[Mapping[str, Any]]:
    """Yield a row for each clause about a right, so that each has its own words and offsets."""
    for clause in answer.clauses:
        here = [each for each in answer.agencies if each.stated_in == clause.stated_in]
        norms = [each for each in answer.norms if each.stated_in == clause.stated_in]
        told = record(clause)
        yield {
            "right": answer.right,
            "collection": answer.collection,
            "holders": told["holders"],
            "norms": list(dict.fromkeys(each.kind for each in norms)),
            "agencies": list(dict.fromkeys(each.agency for each in here)),
            **{key: value for key, value in told.items() if key != "holders"},
        }


def _compared(comparison: Comparison, lang: Lang) -> Iterator[Mapping[str, Any]]:
    """Yield the rows of a comparison with the words of the clause that a row is about."""
    for row in comparison_rows(comparison, lang):
        document = comparison.child if row["child"] else comparison.parent
        sought = row["child"] or row["parent"]
        span = next(each for each in document.provisions if each.label == sought).own[0]
        yield {
            **row,
            "quote": document.quote(span),
            "start": span.start,
            "end": span.end,
            "source": document.number or document.title,
        }
