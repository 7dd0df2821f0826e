"""Search in the words of the provisions: SQLite FTS5 over overlapping pairs of characters.

A phrase of pairs is a substring, so that every text of two characters and more is found, exactly
and at once; FTS5's trigrams would find no text of two, without a word. One character alone is
looked for in the table. Texts and queries are folded alike: ``［2018］ 171号`` finds
``〔2018〕171号``, and blanks and line ends, which a page puts anywhere, do not count.
"""

from __future__ import annotations

import sqlite3
import string
import unicodedata
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from graph.model import Span
from graph.store.passages import Passage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

# What NFKC leaves apart and a keyboard does not: the brackets of a 文号, quotes, the full stop.
_ONE_FORM = str.maketrans("〔〕【】〖〗“”‘’。", "[][][]\"\"''.")
_BLANK: Final = frozenset({"Cc", "Cf", "Cs", "Zs", "Zl", "Zp"})  # Unicode general categories

_TOKEN_CHARACTERS = string.punctuation.replace("'", "''").replace('"', '""')
_SCHEMA = f"""
CREATE TABLE passage (
    id INTEGER PRIMARY KEY, document TEXT NOT NULL, start INTEGER NOT NULL,
    provision TEXT NOT NULL, label TEXT NOT NULL, text TEXT NOT NULL, folded TEXT NOT NULL
);
CREATE INDEX passage_document ON passage (document);
CREATE VIRTUAL TABLE pairs USING fts5(
    folded, content='', tokenize="ascii tokenchars '{_TOKEN_CHARACTERS}'"
);
"""
_ADD = (
    "INSERT INTO passage (document, start, provision, label, text, folded) "
    "VALUES (?, ?, ?, ?, ?, ?)"
)
_ADD_PAIRS = "INSERT INTO pairs (rowid, folded) VALUES (?, ?)"
# A table without content of its own forgets a row only when it is told what the row was.
_REMOVE_PAIRS = "INSERT INTO pairs (pairs, rowid, folded) VALUES ('delete', ?, ?)"
_FIND_PHRASE = (
    "SELECT document, start, provision, label, text FROM passage "
    "WHERE id IN (SELECT rowid FROM pairs WHERE pairs MATCH ?) "
    "ORDER BY document, start, id LIMIT ?"
)
_FIND_CHARACTER = (
    "SELECT document, start, provision, label, text FROM passage "
    "WHERE instr(folded, ?) ORDER BY document, start, id LIMIT ?"
)


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that contains the text sought; ``spans`` are offsets into ``passage.text``."""

    passage: Passage
    spans: tuple[Span, ...]


def fold(text: str) -> str:
    """Return ``text`` in the form in which texts and queries are compared.

    >>> fold("库政办发〔２０１８〕171 号")
    '库政办发[2018]171号'
    """
    return "".join(map(_fold_character, text))


def _fold_character(character: str) -> str:
    if "\u4e00" <= character <= "\u9fff":  # ideographs have one form; most of a text is them
        return character
    form = unicodedata.normalize("NFKC", character).casefold().translate(_ONE_FORM)
    return "".join(one for one in form if unicodedata.category(one) not in _BLANK)


def _pairs(folded: str) -> str:
    return " ".join(first + second for first, second in pairwise(folded))


def _occurrences(text: str, sought: str) -> Iterator[Span]:
    """Yield where the folded ``sought`` stands in ``text``, from left to right."""
    forms = [_fold_character(character) for character in text]
    sources = [offset for offset, form in enumerate(forms) for _ in form]
    folded = "".join(forms)
    at = folded.find(sought)
    while at >= 0:
        after = at + len(sought)
        yield Span(sources[at], sources[after - 1] + 1)
        at = folded.find(sought, after)


def generation_of(path: Path) -> int:
    """Return the generation of the graph that the index at ``path`` holds; 0 when it is none."""
    try:
        index = SearchIndex(_open(path, write=False))
        try:
            return index.generation
        finally:
            index.close()
    except sqlite3.Error:  # missing, damaged, or its writer died in the middle
        return 0


def _open(path: Path, *, write: bool) -> sqlite3.Connection:
    address = f"{path.absolute().as_uri()}?mode={'rw' if write else 'ro'}"
    return sqlite3.connect(address, uri=True)


def open_index(path: Path, *, write: bool) -> SearchIndex:
    """Open the index at ``path``, which exists."""
    return SearchIndex(_open(path, write=write))


def create_index(path: Path | None) -> SearchIndex:
    """Create an empty index in the place of whatever is at ``path``; in memory for None."""
    if path is not None:
        path.unlink(missing_ok=True)
        path.with_name(f"{path.name}-journal").unlink(missing_ok=True)
    connection = sqlite3.connect(":memory:" if path is None else path)
    connection.executescript(_SCHEMA)
    return SearchIndex(connection)


class SearchIndex:
    """The passages of all documents. Changes last when ``settle`` has been called."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Take a connection to a database with the tables of this module."""
        self._connection = connection

    @property
    def generation(self) -> int:
        """The generation of the graph that the index was settled with; 0 before that."""
        (generation,) = self._connection.execute("PRAGMA user_version").fetchone()
        return int(generation)

    def settle(self, generation: int) -> None:
        """Write all changes and the generation of the graph that they bring the index to."""
        self._connection.execute(f"PRAGMA user_version = {generation:d}")
        self._connection.commit()

    def close(self) -> None:
        """Close the index; changes since ``settle`` are lost."""
        self._connection.close()

    def copy_to(self, path: Path) -> None:
        """Write the settled index to a new file."""
        copy = sqlite3.connect(path)
        try:
            self._connection.backup(copy)
        finally:
            copy.close()

    def replace(self, document: str, passages: Iterable[Passage]) -> None:
        """Let ``passages`` be all that is found in ``document``."""
        run = self._connection.execute
        for row, folded in run(
            "SELECT id, folded FROM passage WHERE document = ?", (document,)
        ).fetchall():
            run(_REMOVE_PAIRS, (row, _pairs(folded)))
        run("DELETE FROM passage WHERE document = ?", (document,))
        for passage in passages:
            folded = fold(passage.text)
            row = run(
                _ADD,
                (
                    document,
                    passage.start,
                    passage.provision,
                    passage.label,
                    passage.text,
                    folded,
                ),
            ).lastrowid
            run(_ADD_PAIRS, (row, _pairs(folded)))

    def find(self, text: str, limit: int | None = None) -> tuple[Hit, ...]:
        """Return the passages that contain ``text``, by document and place.

        At most ``limit`` of them. Blank text is found nowhere.
        """
        sought = fold(text)
        if not sought:
            return ()
        if len(sought) == 1:
            statement, key = _FIND_CHARACTER, sought
        else:
            phrase = _pairs(sought).replace('"', '""')
            statement, key = _FIND_PHRASE, f'"{phrase}"'
        rows = self._connection.execute(statement, (key, -1 if limit is None else limit))
        found = [Passage(*fields) for fields in rows]
        return tuple(Hit(each, tuple(_occurrences(each.text, sought))) for each in found)
