from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from exports.formats import FORMATS, export
from graph.errors import ExportError
from graph.store import open_store

if TYPE_CHECKING:
    from pathlib import Path

    from graph.store import Store

DESIGNED = {
    *("ttl", "nt", "nq", "trig", "jsonld", "rdfxml", "graphml", "gexf", "json", "dot", "mermaid"),
    *("svg", "html", "site", "xlsx", "docx", "csv", "markdown", "ics", "akn"),
}


def test_every_name_is_one_of_the_design() -> None:
    assert set(FORMATS) <= DESIGNED


@pytest.mark.parametrize("form", FORMATS)
def test_every_listed_format_is_written(store: Store, korla: str, form: str) -> None:
    assert export(store, form, korla)
    assert "库政办发".encode() in export(store, form)


def test_an_unknown_format_lists_the_known(store: Store) -> None:
    with pytest.raises(ExportError, match=r"^pdf: .*take one of ttl, nt, .*html, site$"):
        export(store, "pdf")


def test_a_document_that_is_only_cited_cannot_be_exported(store: Store, korla: str) -> None:
    cited = korla.replace("库政办发/2018/171", "国办发/2016/72")
    with pytest.raises(ExportError, match=f"^{cited}: .*does not hold this document; add it first"):
        export(store, "html", cited)


@pytest.mark.parametrize("form", FORMATS)
def test_an_empty_store_can_be_exported(tmp_path: Path, form: str) -> None:
    with open_store(tmp_path / "store", write=True) as opened:
        assert isinstance(export(opened, form), bytes)


def test_listing_formats_imports_nothing_heavy() -> None:
    heavy = "rdflib networkx pyvis jinja2 pyoxigraph"
    script = (
        f"import sys, exports.formats; print([m for m in '{heavy}'.split() if m in sys.modules])"
    )
    run = subprocess.run(  # noqa: S603 - this interpreter with the script above
        [sys.executable, "-c", script], check=True, capture_output=True, text=True
    )
    assert run.stdout.strip() == "[]"
