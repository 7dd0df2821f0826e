"""The errors of zhengmai. Each message is one line that says what, where and what to do.

::

    ZhengmaiError
    ├── SourceError            a file cannot be read as a document
    │   ├── EmptySource        nothing in it
    │   ├── NotADocument       binary, or no text that could be a document
    │   ├── TooLarge           beyond the size that is read
    │   ├── InColumns          two columns side by side, whose lines would be mixed
    │   └── MissingExtra       an optional package is needed for this format
    ├── BadReference           a reference names nothing, or more than one thing
    │   ├── UnknownReference
    │   └── AmbiguousReference
    ├── EvidenceError          a statement does not stand at its offsets
    ├── DecisionsError         a file of decisions cannot be read, or is none
    ├── QueryError             a SPARQL query is malformed, or no query
    │   ├── QueryTimeout       it took longer than it may
    │   ├── AnswerTooLarge     its answer is larger than what is given out
    │   └── QueriesWaiting     too many are asked at once
    ├── ExportError            a destination exists or cannot be written
    ├── AddressError           nothing can listen at an address
    └── StoreError             a store cannot be opened, read or written
        ├── StoreLocked
        └── StoreNotWritable

``exit_status`` follows DESIGN: 1 when something was looked for and not found, 2 when the request
cannot be carried out.
"""

from __future__ import annotations


class ZhengmaiError(Exception):
    """Anything that zhengmai raises on purpose."""

    exit_status = 2


class SourceError(ZhengmaiError):
    """A file cannot be read as a document."""


class EmptySource(SourceError):
    """The file holds no text."""


class NotADocument(SourceError):
    """The bytes are no text, or of no format that is read."""


class TooLarge(SourceError):
    """The file is larger than what is read."""


class InColumns(SourceError):
    """The lines of a text hold two columns of a page, side by side."""


class MissingExtra(SourceError):
    """The format needs an optional package."""


class BadReference(ZhengmaiError):
    """A reference names nothing, or more than one thing."""


class UnknownReference(BadReference):
    """Nothing in the store answers to the reference."""


class AmbiguousReference(BadReference):
    """More than one thing answers to the reference; the message lists them."""


class EvidenceError(ZhengmaiError):
    """A statement does not stand at its offsets."""


class DecisionsError(ZhengmaiError):
    """A file of decisions cannot be read, or is none."""


class QueryError(ZhengmaiError):
    """A SPARQL query is malformed or would write."""


class QueryTimeout(QueryError):
    """A query took longer than it may, and was ended."""


class AnswerTooLarge(QueryError):
    """The answer to a query is larger than what is given out; nothing of it is."""


class QueriesWaiting(QueryError):
    """As many queries wait already as may."""


class ExportError(ZhengmaiError):
    """A destination exists already or cannot be written."""


class AddressError(ZhengmaiError):
    """An address or a port is taken, not of this machine, or not allowed."""


class StoreError(ZhengmaiError):
    """A store cannot be opened, read or written."""


class StoreLocked(StoreError):
    """Another process writes to the store."""


class StoreNotWritable(StoreError):
    """The store's folder cannot be written."""
