"""SPARQL 1.1 queries over the union of all named graphs: run, and refused where they reach out."""

from __future__ import annotations

import re
import textwrap
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING

from pyoxigraph import (
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Variable,
)

from graph.errors import QueryError, StoreError
from graph.store.rows import Table, row
from graph.store.terms import literal_or_iri

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pyoxigraph import Store, Triple

    from graph.store.terms import Value

# Wherever the grammar may take it for the keyword. No attempt is made to know strings and
# comments, since whoever reads them otherwise than oxigraph does would let the keyword pass.
_SERVICE = re.compile(
    r"""
    (?: (?<![?$:/\w\#%&=@-]) | (?<=\d) | (?<=true) | (?<=false) )   # not ?service, ex:service
    SERVICE
    (?= [\s<?$\#] | SILENT | [\w.-]*: )
    """,
    re.VERBOSE | re.IGNORECASE,
)


def refuse_service(text: str) -> None:
    """Raise ``QueryError`` when ``text`` may ask another endpoint (SPARQL 1.1 Federated Query)."""
    if _SERVICE.search(text):
        message = (
            "查询不得用 SERVICE / by SERVICE the query would ask another endpoint, and only this "
            "store is asked; leave the word out, in strings and comments too"
        )
        raise QueryError(message)


def run(
    graph: Store, text: str, bindings: Mapping[str, Value]
) -> bool | Table | tuple[Triple, ...]:
    """Answer one query, with the values of some of its variables."""
    with _told():
        answer = graph.query(
            text,
            use_default_graph_as_union=True,
            substitutions={
                Variable(name): literal_or_iri(value) for name, value in bindings.items()
            },
        )
        if isinstance(answer, QueryBoolean):
            return bool(answer)
        if isinstance(answer, QuerySolutions):
            columns = tuple(variable.value for variable in answer.variables)
            return Table(columns, tuple(row(columns, solution) for solution in answer))
        return tuple(answer)


def serialize_to(file: IO[bytes], graph: Store, text: str, accepted: Sequence[str]) -> str:
    """Write the answer to one query as it is found, and return its media type.

    That is the first of the accepted ones that can hold the answer. Where none can, SELECT and ASK
    are answered in the JSON of SPARQL 1.1 and graphs in Turtle. What ``file`` raises ends the query
    and is raised on.
    """
    with _told():
        answer = graph.query(text, use_default_graph_as_union=True)
        if isinstance(answer, QueryTriples):
            graphs = filter(None, map(RdfFormat.from_media_type, accepted))
            form = next((g for g in graphs if not g.supports_datasets), RdfFormat.TURTLE)
            answer.serialize(file, format=form)
            return form.media_type
        tables = filter(None, map(QueryResultsFormat.from_media_type, accepted))
        results = next(tables, QueryResultsFormat.JSON)
        answer.serialize(file, format=results)
        return results.media_type


@contextmanager
def _told() -> Iterator[None]:
    """Raise what oxigraph raises as an error of ours that says what to do."""
    try:
        yield
    except SyntaxError as error:
        reason = textwrap.shorten(str(error), 160, placeholder=" …")
        message = (
            f"查询不是只读的 SPARQL / the query is no SPARQL that reads ({reason}); "
            "write a SELECT, ASK, CONSTRUCT or DESCRIBE query"
        )
        raise QueryError(message) from error
    except (RuntimeError, ValueError) as error:
        message = f"查询无法回答 / the query cannot be answered ({error}); mend it"
        raise QueryError(message) from error
    except OSError as error:
        message = f"库无法读取 / the store cannot be read ({error}); restore it from a dump"
        raise StoreError(message) from error
