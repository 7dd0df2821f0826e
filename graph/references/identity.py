"""Things and what they are called; and what is said when a text names none of them, or several."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from graph.errors import AmbiguousReference, UnknownReference
from graph.outline import held_as, work
from graph.questions import load
from graph.resolve import fullest
from graph.store import Iri
from graph.store.search import fold
from ontology import names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.store import Store

_LISTED: Final = 6  # candidates in a message
_NEAR: Final = 3
WIDE: Final = str.maketrans("()", "（）")


@dataclass(frozen=True, slots=True)
class Reference:
    """What a text refers to. ``kind`` is document, annex, provision, agency, group or right.

    ``document`` is the IRI of the document that it belongs to, empty for what belongs to none.
    """

    iri: str
    kind: str
    label: str
    document: str = ""


def named(store: Store, text: str) -> Iterator[str]:
    """Yield what bears just this name, as it is typed or in full-width brackets."""
    text = text.strip().removeprefix("《").removesuffix("》")
    for form in dict.fromkeys((text, text.translate(WIDE))):
        for row in store.select(load("named"), text=form):
            yield row.one("thing", str)


def called(store: Store, question: str) -> list[tuple[str, str]]:
    """Return things with what they are called, as a question lists them: ``work-names``."""
    rows = store.select(load(question))
    return sorted((row.one("thing", str), row.one("name", str)) for row in rows)


def all_called(store: Store) -> list[tuple[str, str]]:
    """Return all works, agencies, groups and rights with what they are called."""
    questions = ("work-names", "agency-names", "concept-names")
    return [pair for question in questions for pair in called(store, question)]


def preferred(store: Store, thing: str) -> str:
    """Return the Chinese name of an agency, a group or a right: of several, the fullest."""
    rows = store.select(load("thing"), thing=Iri(thing))
    written = [name for row in rows if (name := row.optional("name", str))]
    return fullest(written) if written else thing


def reference(store: Store, thing: str) -> Reference:
    """Return the reference to a document, an annex, an agency, a group or a right."""
    kind = kind_of(thing)
    if kind not in {"document", "annex"}:
        return Reference(thing, kind, preferred(store, thing))
    known = work(store, held_as(store, thing) or thing)
    return Reference(known.iri, kind, known.name, known.document)


def provision(store: Store, document: str, part: str, label: str) -> Reference:
    """Return the reference to a provision of a document."""
    return Reference(part, "provision", f"{work(store, document).name} {label}", document)


def segments(thing: str) -> list[str]:
    """Return the path of a thing's IRI: agency, 652801, 公安局."""
    return thing.removeprefix(names.ID).split("/")


def kind_of(thing: str) -> str:
    """Return the kind of a thing that is no provision, by its IRI; empty for one that has none."""
    first, *rest = segments(thing)
    if first == "document":
        return "agency" if "open-agencies" in rest else "annex" if "annex" in rest else first
    return first if first in {"agency", "group", "right", "version"} else ""


def only(store: Store, text: str, found: Iterable[Reference]) -> Reference:
    """Return the one thing that was found, or raise the error that says what is near or found."""
    candidates = {each.iri: each for each in found}
    if len(candidates) == 1:
        return next(iter(candidates.values()))
    if not candidates:
        raise unknown(text, (name for _, name in all_called(store)), "list documents")
    listed = "; ".join(each.label for each in list(candidates.values())[:_LISTED])
    more = " …" if len(candidates) > _LISTED else ""
    message = (
        f"{text}: 所指不唯一 / {len(candidates)} things answer to it: {listed}{more}; "
        "写全一个 / write one of them in full"
    )
    raise AmbiguousReference(message)


def unknown(text: str, known: Iterable[str], command: str) -> UnknownReference:
    """Return the error that names what is near, or else the command that lists what there is."""
    by_fold = {fold(name): name for name in known}
    near = difflib.get_close_matches(fold(text), by_fold, _NEAR, cutoff=0.5)
    hint = "; ".join(by_fold[each] for each in near) if near else f"zhengmai {command}"
    message = f"{text}: 库中没有 / nothing in the store answers to it; 可试 / try: {hint}"
    return UnknownReference(message)
