"""Documents compared: where they come from, and how a comparison is printed."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.text import Text

from cli.notices import tell_rejected
from cli.output import emit, emit_drawn, emit_object, emit_rows
from exports.answers import harmless
from exports.comparison import (
    by_clause,
    comparison_object,
    comparison_rows,
    gaps_of,
    headline_rows,
    parameter_lines,
    side_by_side,
)
from exports.labels import label
from exports.to_review import folded
from graph.align import compare, prepare
from graph.align.comparison import NOTE
from graph.align.justification import justification, not_found
from graph.errors import BadReference
from graph.pipeline import read_file, read_held
from graph.references import find_document
from graph.store import open_store
from ontology.lexicon import BETWEEN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cli.options import Format, Lang
    from graph.align import Statuses
    from graph.align.comparison import Comparison, ParentLink, ProvisionAlignment
    from graph.answers.closed import PairReasons
    from graph.model import Reading
    from graph.store import Store

_COLON = {"zh": "：", "en": ": "}
MARKS = {"equal": ("", ""), "inserted": ("{+", "+}"), "deleted": ("[-", "-]")}
STYLES = {"equal": "", "inserted": "green underline", "deleted": "red strike"}
MARKDOWN = {"equal": ("", ""), "inserted": ("<ins>", "</ins>"), "deleted": ("<del>", "</del>")}


@dataclass(frozen=True, slots=True)
class Child:
    """A reading to be compared with a parent, with what was reviewed and justified of the two."""

    reading: Reading
    statuses: Statuses = field(default_factory=dict)
    reasons: PairReasons = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Compared:
    """Readings to be compared with one parent."""

    children: tuple[Child, ...]
    parent: Reading


def readings(folder: Path, names: Sequence[str], *, children: bool) -> Compared:
    """Return the readings of files and of held documents; the last is the parent.

    ``children``: a parent named alone brings all held documents that were compared with it; what is
    no parent brings the one of its own that most were compared with, and so stands among them.
    """
    from graph.answers.closed import reasons_of_pair
    from graph.answers.correspondences import children_of, parents_of, statuses

    with ExitStack() as stack:
        store: Store | None = None
        found: list[tuple[Reading, str]] = []
        for name in names:
            if Path(name).is_file():
                found.append((read_file(Path(name)), ""))
                continue
            store = store or stack.enter_context(open_store(folder, write=False))
            document = find_document(store, name)
            if children and len(names) == 1:
                if not children_of(store, document):
                    held = parents_of(store, document)
                    document = max(held, key=partial(_how_many, store), default=document)
                found += [(read_held(store, each), each) for each in children_of(store, document)]
            found.append((read_held(store, document), document))
        if children and len(found) == 1:
            message = f"{names[0]}: 库中没有与之比对的下级文件 / no held document carries it out"
            raise BadReference(message)
        *lower, (parent, above) = found
        return Compared(
            tuple(
                Child(reading, statuses(store, each, above), reasons_of_pair(store, each, above))
                if store and each and above
                else Child(reading)
                for reading, each in lower
            ),
            parent,
        )


def _how_many(store: Store, parent: str) -> int:
    from graph.answers.correspondences import children_of

    return len(children_of(store, parent))


def emit_comparison(
    compared: Compared, form: Format, lang: Lang, *, candidates: bool = False
) -> int:
    """Write two documents side by side; return the exit status.

    A table and Markdown have what is to be reviewed in one line a clause, unless ``candidates``.
    """
    (child,) = compared.children
    comparison = compare(prepare(child.reading), prepare(compared.parent), child.statuses)
    tell_rejected(len(comparison.rejected), lang)
    if form == "json":
        emit_object(comparison_object(comparison, lang, child.reasons))
    elif form == "csv":
        return emit_rows(comparison_rows(comparison, lang, child.reasons), form, lang)
    elif form == "markdown":
        emit(harmless("\n".join(_markdown(comparison, child.reasons, lang, unfold=candidates))))
    else:
        text = _text(comparison, child.reasons, lang, unfold=candidates)
        emit_drawn(lambda console: console.print(text))
    return 0 if comparison.alignments else 1


def _text(comparison: Comparison, reasons: PairReasons, lang: Lang, *, unfold: bool) -> Text:
    """Return the clauses one after the other, what was put in and left out marked and coloured."""
    text = Text(harmless(f"{_heading(comparison)}\n{NOTE[lang]}\n"))
    for each in _entries(comparison, lang, unfold=unfold):
        text.append(harmless(f"\n{each.title}\n"), "bold" if each.beside else "")
        if each.beside:
            for stretch in side_by_side(comparison, each.child, each.beside):
                before, after = MARKS[stretch["mark"]]
                text.append(f"{before}{harmless(words(stretch))}{after}", STYLES[stretch["mark"]])
            text.append("\n")
        for line in each.lines:
            text.append(harmless(f"  {line}\n"))
    for line in _alone(comparison, reasons, lang):
        text.append(harmless(f"\n{line}"))
    return text


def _markdown(
    comparison: Comparison, reasons: PairReasons, lang: Lang, *, unfold: bool
) -> Iterator[str]:
    yield f"# {_heading(comparison)}\n\n{NOTE[lang]}"
    for each in _entries(comparison, lang, unfold=unfold):
        if not each.beside:
            yield f"\n{escaped(each.title)}"
            continue
        yield f"\n## {escaped(each.title)}\n"
        yield "".join(
            f"{before}{escaped(words(stretch))}{after}"
            for stretch in side_by_side(comparison, each.child, each.beside)
            for before, after in [MARKDOWN[stretch["mark"]]]
        )
        yield ""
        yield from (f"- {escaped(line)}" for line in each.lines)
    yield ""
    yield from (f"- {escaped(line)}" for line in _alone(comparison, reasons, lang))


@dataclass(frozen=True, slots=True)
class Entry:
    """What is printed of a clause; without a parent to set it ``beside`` it is one line."""

    child: str
    title: str
    beside: str
    lines: tuple[str, ...]


def _entries(comparison: Comparison, lang: Lang, *, unfold: bool) -> Iterator[Entry]:
    for child, alignment, to_review in by_clause(comparison):
        sure = alignment.sure_parents if alignment else ()
        shown = (*sure, *to_review) if unfold else sure
        rest = folded([(each.label, each.score) for each in to_review], lang, alone=not sure)
        if not shown:
            yield Entry(child, f"{child}{_COLON[lang]}{rest}", "", ())
            continue
        lines = [f"{each.label}: {justification(comparison, each, lang)}" for each in shown]
        lines += parameter_lines(comparison, alignment, lang) if alignment else []
        lines += [rest] if rest and not unfold else []
        yield Entry(child, _title(child, shown, alignment, lang), shown[0].label, tuple(lines))


def escaped(text: str) -> str:
    """Return a text that means itself in Markdown."""
    for mark in "\\`*_[]<>|#&":
        text = text.replace(mark, f"\\{mark}")
    return text


def words(stretch: dict[str, Any]) -> str:
    """Return the words of a stretch on one line: the child's, else the parent's.

    Without the marks by which a file in Markdown sets words in bold.
    """
    return "".join((stretch["child"] or stretch["parent"])["quote"].split()).replace("**", "")


def _heading(comparison: Comparison) -> str:
    ours, theirs = comparison.child, comparison.parent
    return f"{ours.number or ours.title} ← {theirs.number or theirs.title}"


def _title(
    child: str, parents: Sequence[ParentLink], alignment: ProvisionAlignment | None, lang: Lang
) -> str:
    between = BETWEEN[lang]
    title = f"{child} ← {between.join(_parent(link, lang) for link in parents)}"
    if alignment is None:
        return title
    changed, wording = headline_rows(alignment, lang)
    return f"{title}: {changed}" + (f" ({wording})" if wording else "")


def _parent(link: ParentLink, lang: Lang) -> str:
    doubt = "" if link.sure else f" {label('page.to_review', lang)}"
    return f"{link.label} ({link.score:.2f}{doubt})"


def _alone(comparison: Comparison, reasons: PairReasons, lang: Lang) -> Iterator[str]:
    """Yield the clauses without a counterpart, those whose gap was justified behind the others.

    A clause of the child that may have one was told in its place; those of the parent are folded.
    """
    for side, gap, those in gaps_of(comparison):
        justified = {
            each.label: reasons[gap, each.label] for each in those if (gap, each.label) in reasons
        }
        closed = {at for at, reason in justified.items() if reason.status == "accepted"}
        told = [each for each in those if not each.is_open or each.label in justified]
        for found in sorted(told, key=lambda each: each.label in closed):
            line = f"{label(f'gap.{gap}', lang)}: {found.label} ({not_found(found, lang)})"
            if reason := justified.get(found.label):
                word = label(
                    "page.gap_closed" if found.label in closed else "page.gap_suspect", lang
                )
                line += f" {word.rstrip('：:')}{_COLON[lang]}“{_one_line(reason.because)}”"
            yield line
        if side == "parent":
            rest = [
                (f"{each.nearest} ← {each.label}", each.score) for each in those if each not in told
            ]
            if rest:
                strongest = sorted(rest, key=lambda each: -each[1])
                yield f"{label(f'gap.{gap}', lang)}: {folded(strongest, lang, alone=True)}"


def _one_line(quote: str) -> str:
    return "".join(quote.split())
