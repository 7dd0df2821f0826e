"""References as people write them: each way to read one gives all that answers, or nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph import iri
from graph.errors import UnknownReference
from graph.grammar.numerals import CHINESE, parse_numeral
from graph.outline import held_documents, outline, work
from graph.questions import load
from graph.references.agencies import unnamed_bodies
from graph.references.identity import (
    WIDE,
    Reference,
    all_called,
    called,
    kind_of,
    named,
    only,
    provision,
    reference,
    unknown,
)
from graph.store import Iri
from graph.store.search import fold
from ontology import names

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.store import Store

_NUMBER = re.compile(
    r"(?P<code>[^\d\[\](]*) [\[(]? (?P<year>\d{4})? [\])]? 第? (?P<serial>\d+)号 (?P<rest>.*)",
    re.VERBOSE,
)
_TITLED = re.compile(r"《(?P<title>.+)》(?P<rest>[^》]*)|(?P<head>.+?)\s+(?P<tail>\S.*)")
_ANNEX = re.compile(r"附件(?P<number>\d*)")
_NUMERALS = re.compile(rf"\d+|[{CHINESE}]+")
_NO_IRI = re.compile(r"[\x00-\x20<>\"{}|\\^`]")  # RFC 3987
_LABEL_MARKS = re.compile(r"[、./]")


def find_reference(store: Store, text: str) -> Reference:
    """Return what ``text`` refers to.

    Raises:
        UnknownReference: nothing in the store answers to it; the message names what is near.
        AmbiguousReference: several things do; the message lists them.

    """
    text = text.strip()
    if text.startswith(names.ID):
        found = _by_iri(store, text)
    else:
        found = (
            _by_number(store, text)
            or _by_name(store, text)
            or _by_label(store, text)
            or _by_title_and_label(store, text)
            or _by_part_of_name(store, text)
            or unnamed_bodies(store, text)
        )
    return only(store, text, found)


def find_document(store: Store, text: str) -> str:
    """Return the IRI of the held document that ``text`` refers to; it names the document's graph.

    Raises:
        UnknownReference: there is none, or the document is only cited.
        AmbiguousReference: several documents answer to it.

    """
    found = find_reference(store, text)
    if found.document and found.document in store:
        return found.document
    message = (
        f"{text}: 未收录此文件 / no document of that name is held; see `zhengmai list documents`"
    )
    raise UnknownReference(message)


def find_right(store: Store, text: str) -> Reference:
    """Return the right, or the collection of rights (三权), that is called ``text``.

    Raises:
        UnknownReference: no right is called so; the message names the near ones.
        AmbiguousReference: several are.

    """
    listed = [(t, name) for t, name in called(store, "concept-names") if kind_of(t) == "right"]
    sought = fold(iri.bare_title(text))
    found = {thing for thing, name in listed if fold(name) == sought} or {
        thing for thing, name in listed if len(sought) > 1 and sought in fold(name)
    }
    if not found:
        raise unknown(text, (name for _, name in listed), "list rights")
    return only(store, text, [reference(store, thing) for thing in sorted(found)])


def _by_iri(store: Store, text: str) -> tuple[Reference, ...]:
    if _NO_IRI.search(text):
        return ()
    rows = store.select(load("thing"), thing=Iri(text))
    if any(row["type"] == names.eli_LegalResourceSubdivision for row in rows):
        document = rows[0].one("document", str)
        return (provision(store, document, text, rows[0].one("label", str)),)
    return (reference(store, text),) if rows and kind_of(text) else ()


def _by_number(store: Store, text: str) -> tuple[Reference, ...]:
    """Find by a number or its end, with a provision or an annex behind it."""
    match = _NUMBER.fullmatch(fold(text))
    if not match:
        return ()
    code, year, serial = match["code"], match["year"], match["serial"]
    number = f"{code}〔{year}〕{serial}号" if year else f"{code}第{serial}号"
    full = iri.numbered(number) if code else ""
    if full and store.select(load("thing"), thing=Iri(full)):
        documents = {full}
    else:
        end = re.compile(rf"(?<!\d){re.escape(fold(number if year else f'{serial}号'))}")
        documents = {
            thing
            for thing, name in called(store, "work-names")
            if fold(name).startswith(code) and end.search(fold(name)) and name.endswith("号")
        }
    found = _within(store, documents, match["rest"])
    if documents and not found:
        labels = (
            part.label for each in sorted(documents) for part in outline(store, each).values()
        )
        raise unknown(match["rest"], labels, 'show "' + text[: -len(match["rest"])].strip() + '"')
    return found


def _by_name(store: Store, text: str) -> tuple[Reference, ...]:
    return tuple(reference(store, thing) for thing in named(store, text) if kind_of(thing))


def _by_label(store: Store, text: str) -> tuple[Reference, ...]:
    """Find a provision by its label alone."""
    rows = store.select(load("labelled"), label=text.translate(WIDE))
    if rows:
        return tuple(
            provision(store, row.one("document", str), row.one("part", str), text) for row in rows
        )
    held = held_documents(store)
    return _within(store, held, fold(text)) if len(held) == 1 and text else ()


def _by_title_and_label(store: Store, text: str) -> tuple[Reference, ...]:
    match = _TITLED.fullmatch(text)
    if not match:
        return ()
    title, rest = match["title"] or match["head"], match["rest"] or match["tail"] or ""
    titled = _by_number(store, title) or _by_name(store, title) or _by_part_of_name(store, title)
    return _within(store, {each.document for each in titled if each.document}, fold(rest))


def _by_part_of_name(store: Store, text: str) -> tuple[Reference, ...]:
    """Find by the folded name, or else by a part of it; a document stands for its own annex."""
    sought = fold(iri.bare_title(text))
    if not sought:
        return ()
    folded = [(thing, fold(iri.bare_title(name))) for thing, name in all_called(store)]
    found = {thing for thing, name in folded if name == sought} or {
        thing for thing, name in folded if len(sought) > 1 and sought in name
    }
    kept = [
        thing for thing in sorted(found) if thing.partition("/annex/")[0] not in found - {thing}
    ]
    return tuple(reference(store, thing) for thing in kept)


def _within(store: Store, documents: Iterable[str], rest: str) -> tuple[Reference, ...]:
    """Return the documents themselves, or what ``rest`` names within them."""
    if not rest:
        return tuple(reference(store, document) for document in sorted(documents))
    annex = _ANNEX.fullmatch(rest)
    found: list[Reference] = []
    for document in sorted(documents):
        if annex:
            wanted = iri.under(document, "annex", annex["number"] or "1")
            found += [reference(store, a) for a in work(store, document).annexes if a == wanted]
            continue
        labels = {part.iri: part.label for part in outline(store, document).values()}
        keys = {part: _label_key(label) for part, label in labels.items()}
        sought = _label_key(rest)
        parts = [part for part, key in keys.items() if key == sought] or [
            part for part, key in keys.items() if key.endswith(sought)
        ]
        found += [provision(store, document, part, labels[part]) for part in parts]
    return tuple(found)


def _label_key(label: str) -> str:
    """Return a label as labels are compared: 三、(一)1. as 三（一）1, and 第12条 as 第十二条."""
    bare = _LABEL_MARKS.sub("", fold(label))
    return _NUMERALS.sub(lambda run: f"<{parse_numeral(run[0])}>", bare)
