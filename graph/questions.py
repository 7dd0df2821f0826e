"""The questions that the store answers: SPARQL files in ``queries/``, one question a file.

The first line of a file is the question itself, ``# 中文 | English``. Variables that stand in its
SELECT clause can be bound (:meth:`graph.store.Store.select`); unbound they range over the store.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def load(name: str) -> str:
    """Return the query ``queries/<name>.rq``.

    >>> load("citations").splitlines()[0].partition(" | ")[2]
    'Which documents does this one rest on, and which cite it?'

    Raises KeyError for a name that no file bears.
    """
    file = files("graph").joinpath("queries", f"{name}.rq")
    if not file.is_file():
        raise KeyError(name)
    return file.read_text(encoding="utf-8")
