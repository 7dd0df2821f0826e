"""Two versions of one instrument: which is the newer, and how their comparison is printed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rich.text import Text

from cli.comparing import MARKDOWN, MARKS, STYLES, escaped, words
from cli.output import emit, emit_drawn, emit_object, emit_rows
from exports.answers import harmless
from exports.comparison import parameter_lines, stretch
from exports.labels import label
from exports.versions import counted, revision_rows, told, versions_object
from graph.align import prepare
from graph.align.comparison import NOTE, Direction, Kind
from graph.align.versions import compare_versions, differences_of
from graph.align.versions.instrument import kind_of, latest, newer_first
from ontology.lexicon import BETWEEN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cli.comparing import Compared
    from cli.options import Format, Lang
    from graph.align.comparison import Comparison, ProvisionAlignment, Revision
    from graph.model import Document, Reading


def are_versions(compared: Compared, kind: str | None) -> bool:
    """Whether two readings are to be compared as versions: as asked for, else as they tell."""
    (child,) = compared.children
    return Kind(kind or kind_of(child.reading, compared.parent)) is Kind.VERSIONS


def emit_versions(compared: Compared, form: Format, lang: Lang) -> int:
    """Write two versions side by side, the newer one first; return the exit status."""
    given = compared.children[0].reading, compared.parent
    newer, older = newer_first(*given)
    comparison = compare_versions(prepare(newer), prepare(older))
    by = _told_by(*given)
    if form == "json":
        emit_object({**versions_object(comparison, lang), "order_by": by})
    elif form == "csv":
        return emit_rows(revision_rows(comparison, lang), form, lang)
    elif form == "markdown":
        emit(harmless("\n".join(_markdown(comparison, by, lang))))
    else:
        emit_drawn(lambda console: console.print(_text(comparison, by, lang)))
    return 0 if comparison.alignments else 1


def _told_by(one: Reading, other: Reading) -> str:
    """Return what tells the newer version: *days*, what is *told* in a text, or as *given*."""
    if newer_first(one, other)[0] is not newer_first(other, one)[0]:
        return "given"
    newer, older = (latest(each.document) for each in newer_first(one, other))
    return "days" if newer and older and newer > older else "told"


def _text(comparison: Comparison, by: str, lang: Lang) -> Text:
    """Return the clauses one after the other, what was put in and left out marked and coloured."""
    above = (_heading(comparison, lang), _order(comparison, by, lang), _counts(comparison, lang))
    text = Text(harmless("\n".join((*above, NOTE[lang], ""))))
    aligned = {each.child: each for each in comparison.alignments}
    for each, differences in differences_of(comparison):
        text.append(
            harmless(f"\n{_title(each, lang)}{_doubt(aligned.get(each.child or ''), lang)}\n"),
            "bold",
        )
        if each.unchanged:
            continue
        for difference in differences:
            before, after = MARKS[difference.mark.value]
            said = harmless(words(stretch(comparison, difference)))
            text.append(f"{before}{said}{after}", STYLES[difference.mark.value])
        text.append("\n")
        for line in _parameters(comparison, aligned.get(each.child or ""), lang):
            text.append(harmless(f"  {line}\n"))
    return text


def _markdown(comparison: Comparison, by: str, lang: Lang) -> Iterator[str]:
    yield f"# {escaped(_heading(comparison, lang))}\n\n{escaped(_order(comparison, by, lang))}\n"
    yield f"{_counts(comparison, lang)}\n\n{NOTE[lang]}"
    aligned = {each.child: each for each in comparison.alignments}
    for each, differences in differences_of(comparison):
        yield f"\n## {escaped(_title(each, lang))}{_doubt(aligned.get(each.child or ''), lang)}\n"
        if each.unchanged:
            continue
        yield "".join(
            f"{before}{escaped(words(stretch(comparison, difference)))}{after}"
            for difference in differences
            for before, after in [MARKDOWN[difference.mark.value]]
        )
        yield ""
        found = _parameters(comparison, aligned.get(each.child or ""), lang)
        yield from (f"- {escaped(line)}" for line in found)


def _heading(comparison: Comparison, lang: Lang) -> str:
    older, newer = _name(comparison.parent), _name(comparison.child)
    return label("versions.heading", lang).format(older=older, newer=newer)


def _order(comparison: Comparison, by: str, lang: Lang) -> str:
    """Return which text is the older one, by its file, and what tells so."""
    older, newer = (each.source.name for each in (comparison.parent, comparison.child))
    told = label(f"versions.{by}", lang)
    return label("versions.order", lang).format(older=older, newer=newer, by=told)


def _name(document: Document) -> str:
    day = latest(document)
    return f"{document.number or document.title}{f' ({day.isoformat()})' if day else ''}"


def _counts(comparison: Comparison, lang: Lang) -> str:
    return BETWEEN[lang].join(
        f"{label(f'count.{state}', lang)} {count}"
        for state, count in counted(comparison).items()
        if count
    )


def _title(each: Revision, lang: Lang) -> str:
    sides = " → ".join(filter(None, (each.parent, each.child)))
    return f"{sides}: {told(each, lang)}"


def _doubt(found: ProvisionAlignment | None, lang: Lang) -> str:
    """Return that a correspondence is still to be reviewed, where it is."""
    if found is None or found.parents[0].sure:
        return ""
    return f" ({label('page.to_review', lang)} {found.parents[0].score:.2f})"


def _parameters(
    comparison: Comparison, found: ProvisionAlignment | None, lang: Lang
) -> Iterator[str]:
    if found:
        differ = tuple(each for each in found.parameters if each.direction is not Direction.SAME)
        yield from parameter_lines(comparison, replace(found, parameters=differ), lang)
