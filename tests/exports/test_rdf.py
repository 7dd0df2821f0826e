from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse
from rdflib import Dataset, Graph
from rdflib.compare import isomorphic

from exports import rdf
from graph.store import open_store
from ontology import names

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from graph.store import Store

# What rdflib says of its own calls.
pytestmark = [
    pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning"),
    pytest.mark.filterwarnings("ignore:Dataset.default_context is deprecated:DeprecationWarning"),
]
GRAPH = f"{names.ID}document/测〔2020〕1号"
FORMATS = [
    (rdf.turtle, "turtle"),
    (rdf.jsonld, "json-ld"),
    (rdf.rdfxml, "xml"),
    (rdf.ntriples, "nt"),
]
# What a text can hold: no surrogates, and no carriage return, which is no line end of ours.
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r"))


@pytest.fixture
def scratch(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "store", write=True) as opened:
        yield opened


def wanted(store: Store, document: str) -> Graph:
    return Graph().parse(data=store.ntriples(document), format="nt")


@pytest.mark.parametrize(("write", "form"), FORMATS)
def test_rdflib_reads_the_sample_back_as_the_same_graph(
    store: Store, korla: str, write: Callable[..., bytes], form: str
) -> None:
    found = Graph().parse(data=write(store, korla), format=form)
    assert isomorphic(found, wanted(store, korla))
    assert len(found) > 3000


@pytest.mark.parametrize("write", [rdf.turtle, rdf.jsonld, rdf.rdfxml])
def test_the_whole_store_is_the_union_of_its_graphs(
    store: Store, write: Callable[..., bytes]
) -> None:
    form = {rdf.turtle: "turtle", rdf.jsonld: "json-ld", rdf.rdfxml: "xml"}[write]
    found = Graph().parse(data=write(store), format=form)
    whole = Graph().parse(data=store.ntriples(), format="nt")
    assert isomorphic(found, whole)


@pytest.mark.parametrize(("write", "form"), [(rdf.nquads, "nquads"), (rdf.trig, "trig")])
def test_formats_with_graphs_keep_them(
    store: Store, korla: str, write: Callable[..., bytes], form: str
) -> None:
    dataset = Dataset()
    dataset.parse(data=write(store), format=form)
    named = {str(graph.identifier) for graph in dataset.graphs() if len(graph)}
    assert named == set(store.graphs())
    assert isomorphic(dataset.graph(korla), wanted(store, korla))


@pytest.mark.parametrize("write", [rdf.nquads, rdf.trig])
def test_a_document_alone_is_in_its_own_graph(
    store: Store, korla: str, write: Callable[..., bytes]
) -> None:
    form = RdfFormat.TRIG if write is rdf.trig else RdfFormat.N_QUADS
    graphs = {quad.graph_name for quad in parse(write(store, korla), form)}
    assert graphs == {NamedNode(korla)}


def test_nquads_of_the_whole_store_rebuild_it(store: Store, scratch: Store, tmp_path: Path) -> None:
    dump = tmp_path / "dump.nq"
    dump.write_bytes(rdf.nquads(store))
    with dump.open("rb") as file:
        scratch.load_nquads(file)
    assert scratch.ntriples() == store.ntriples()


ANOTHER_PROCESS = """
import hashlib, pathlib, sys
from exports import rdf
from graph.store import open_store
with open_store(pathlib.Path(sys.argv[1]), write=False) as store:
    for write in (rdf.turtle, rdf.trig, rdf.jsonld, rdf.rdfxml, rdf.nquads):
        print(hashlib.sha256(write(store)).hexdigest())
"""


def test_another_process_writes_the_same_bytes(tmp_path: Path) -> None:
    """Whatever order a process gives its sets and tables."""
    with open_store(tmp_path / "store", write=True) as opened:
        opened.replace(
            GRAPH,
            [
                Triple(NamedNode(f"{GRAPH}/{n}"), NamedNode(predicate), Literal(str(n)))
                for n in range(20)
                for predicate in (
                    names.eli_title,
                    names.skos_prefLabel,
                    names.zm_code,
                    names.oa_exact,
                )
            ],
        )
    runs = {
        subprocess.run(  # noqa: S603 - this interpreter with the script above
            [sys.executable, "-c", ANOTHER_PROCESS, str(tmp_path / "store")],
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for _ in range(3)
    }
    assert len(runs) == 1


def test_turtle_is_readable(store: Store, korla: str) -> None:
    text = rdf.turtle(store, korla).decode()
    assert text.startswith("@base <https://w3id.org/zhengmai/> .\n@prefix adms: ")
    assert (
        "\n<id/document/库政办发/2018/171/annex/1/三/（一）/1> a eli:LegalResourceSubdivision ;"
        in text
    )
    assert 'eli:title "积极引导农业转移人口在居住就业地落户"@zh' in text


def test_jsonld_has_a_context_and_short_values(store: Store, korla: str) -> None:
    data = json.loads(rdf.jsonld(store, korla))
    assert data["@context"]["eli"] == names.ELI
    assert data["@context"]["eli:is_part_of"] == {"@type": "@id"}
    node = next(n for n in data["@graph"] if n["@id"].endswith("annex/1/三/（一）/1"))
    assert node["@type"] == ["eli:LegalResourceSubdivision"]
    assert node["eli:title"] == "积极引导农业转移人口在居住就业地落户"
    assert node["eli:is_part_of"] == "id:document/库政办发/2018/171/annex/1/三/（一）"


def test_jsonld_tells_languages_apart_where_a_property_has_two(store: Store) -> None:
    data = json.loads(rdf.jsonld(store))
    role = next(n for n in data["@graph"] if n["@id"] == "id:role/lead")
    assert {"@value": "牵头", "@language": "zh"} in role["skos:prefLabel"]
    assert {"@value": "leads", "@language": "en"} in role["skos:prefLabel"]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=TEXTS, language=st.sampled_from(["zh", "en", None]))
def test_any_text_survives(scratch: Store, text: str, language: str | None) -> None:
    subject = NamedNode(f"{GRAPH}/a%20b~2/（一）")
    scratch.replace(
        GRAPH,
        [Triple(subject, NamedNode(names.eli_title), Literal(text, language=language))],
    )
    for form, write in ((RdfFormat.TURTLE, rdf.turtle), (RdfFormat.TRIG, rdf.trig)):
        (quad,) = parse(write(scratch, GRAPH), form)
        assert quad.object == Literal(text, language=language)
    (node,) = json.loads(rdf.jsonld(scratch, GRAPH))["@graph"]
    assert node["eli:title"] == text
    assert node["@id"] == "id:document/测〔2020〕1号/a%20b~2/（一）"


@pytest.mark.parametrize("language", ["zh", None])
def test_rdfxml_says_what_xml_cannot_hold_by_another_character(
    scratch: Store, language: str | None
) -> None:
    title = Literal("第一页\x0c第二页", language=language)
    scratch.replace(GRAPH, [Triple(NamedNode(GRAPH), NamedNode(names.eli_title), title)])
    (quad,) = parse(rdf.rdfxml(scratch, GRAPH), RdfFormat.RDF_XML)
    assert quad.object == Literal("第一页\ufffd第二页", language=language)
    (quad,) = parse(rdf.turtle(scratch, GRAPH), RdfFormat.TURTLE)
    assert quad.object == title
