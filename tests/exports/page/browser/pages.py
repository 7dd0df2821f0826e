"""Pages of every kind, with every view filled: what the sample alone does not show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports.page import page, page_around, page_of_corpus
from graph.outline import held_documents
from graph.references import find_reference
from graph.store import open_store
from tests.exports.page.poison import poisoned
from tests.graph.chain import fill

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

PROVINCE = "云政办发〔2030〕18号"


def written(folder: Path) -> Mapping[str, Path]:
    """Write a page of each kind: of a child beside its parent, around a thing, of a store."""
    with open_store(folder / "chain", write=True) as store:
        fill(store)
        child = find_reference(store, PROVINCE)
        made = {
            "compared": page(store, child.iri),
            "around": page_around(store, find_reference(store, f"{PROVINCE} 三（一）"), 2),
            "corpus": page_of_corpus(store),
        }
    with open_store(folder / "poisoned", write=True) as store:
        poisoned(store)
        made |= {
            f"hostile-{at}": page(store, each) for at, each in enumerate(held_documents(store))
        }
        made["hostile-corpus"] = page_of_corpus(store)
    files = {name: folder / f"{name}.html" for name in made}
    for name, content in made.items():
        files[name].write_bytes(content)
    return files
