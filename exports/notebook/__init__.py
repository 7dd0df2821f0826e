"""Answers in a notebook: pictures, and tables with the words and offsets of every row.

``%load_ext exports.notebook`` shows answers as tables by themselves. A picture is a network of
pyvis with our own page in it, which asks for nothing and runs nothing foreign.

>>> from graph.pipeline import add, read_sample
>>> from graph.store import open_store
>>> from graph.references import find_reference
>>> from graph.answers.lineage import lineage
>>> import tempfile, pathlib
>>> folder = tempfile.TemporaryDirectory()
>>> with open_store(pathlib.Path(folder.name) / "store", write=True) as store:
...     added = add(store, read_sample())
...     hops = lineage(store, find_reference(store, "171号 三（一）1"))
...     picture = to_pyvis(hops)  # at the end of a cell it shows itself
>>> folder.cleanup()
>>> picture.num_nodes(), picture.num_edges(), len(picture.generate_html()) > 100_000
(7, 6, True)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graph.errors import ExportError

if TYPE_CHECKING:
    from exports.notebook.picture import AnswerNetwork
    from exports.notebook.tables import Table
    from ontology.lexicon import Lang

__all__ = ["load_ipython_extension", "table", "to_pyvis", "unload_ipython_extension"]


def to_pyvis(answers: object) -> AnswerNetwork:
    """Return the picture of an answer, or of several together.

    It takes hops of a lineage, duties, rights, deadlines, correspondences, comparisons, impacts and
    gaps, which may be mixed. Everything in it is what the answers carry; no store is asked. Raises
    ExportError where there is nothing to draw.
    """
    from exports.notebook.picture import AnswerNetwork
    from exports.notebook.relations import draw, title_of
    from exports.notebook.sketch import Sketch

    given = _several(answers)
    if not given:
        message = "to_pyvis: 没有答案可画 / there is no answer to draw"
        raise ExportError(message)
    sketch = Sketch()
    for answer in given:
        draw(answer, sketch)
    return AnswerNetwork(sketch.content(title_of(given)))


def table(answers: object, lang: Lang = "zh") -> Table:
    """Return an answer, or several, as a table that a notebook shows, in ``zh`` or ``en``.

    Raises TypeError for what is no answer.
    """
    from exports.notebook.tables import table_of

    return table_of(_several(answers), lang)


def load_ipython_extension(shell: Any) -> None:  # noqa: ANN401 - of IPython, which need not be there
    """Let a shell of IPython show answers and lists of them as tables."""
    from exports.notebook.display import register

    register(shell.display_formatter.formatters)


def unload_ipython_extension(shell: Any) -> None:  # noqa: ANN401 - likewise
    """Let it show them as it did before."""
    from exports.notebook.display import unregister

    unregister(shell.display_formatter.formatters)


def _several(answers: object) -> tuple[object, ...]:
    return tuple(answers) if isinstance(answers, list | tuple) else (answers,)
