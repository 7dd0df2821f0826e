from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import Literal, RdfFormat, Triple, parse

from graph.store import open_store
from ontology import names

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Command


def move_an_offset(store: Path) -> str:
    """Let one piece of evidence end a character early; return the document's graph."""
    with open_store(store, write=True) as opened:
        (graph,) = (g for g in opened.graphs() if "/document/" in g)
        quads = parse(opened.ntriples(graph), RdfFormat.N_TRIPLES)
        triples = sorted((quad.triple for quad in quads), key=str)
        at = next(i for i, t in enumerate(triples) if t.predicate.value == names.oa_end)
        old = triples[at]
        triples[at] = Triple(old.subject, old.predicate, Literal(int(old.object.value) - 1))
        opened.replace(graph, triples)
    return graph


def test_the_sample_conforms(zhengmai: Command, sample_store: Path) -> None:
    run = zhengmai("check", "--store", sample_store)
    assert (run.status, run.err) == (0, "")
    assert "符合" in run.out
    assert "conforms" in zhengmai("check", "--lang", "en", "--store", sample_store).out
    report = zhengmai("check", "--format", "json", "--store", sample_store).json
    assert report["conforms"]
    assert report["evidence"] > 100
    assert report["problems"] == []


def test_a_tampered_offset_is_found(zhengmai: Command, store: Path) -> None:
    graph = move_an_offset(store)
    run = zhengmai("check", "--format", "json", "--store", store)
    assert run.status == 1
    assert not run.json["conforms"]
    problem = run.json["problems"][0]
    assert problem["node"].startswith(graph)
    assert problem["rule"] == "quote"
    assert "来源文本" in zhengmai("check", "--store", store).out
    assert "source text" in zhengmai("check", "--store", store, "--lang", "en").out


def test_the_registers_of_the_package_conform(zhengmai: Command) -> None:
    run = zhengmai("check", "--registers")
    assert (run.status, run.err) == (0, "")
