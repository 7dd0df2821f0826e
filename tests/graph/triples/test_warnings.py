import dataclasses

from graph import iri
from graph.model import Reading, TextWarning
from ontology import names
from tests.graph.triples.said import graph_of, values


def test_a_warning_is_stated_once_with_its_words(reading: Reading) -> None:
    warning = TextWarning("advertisement", "页面广告 / an advertisement")
    doc = dataclasses.replace(reading.document, warnings=(warning,))
    graph = graph_of(dataclasses.replace(reading, document=doc, warnings=(warning,)))
    text = iri.parts(doc).text
    assert values(graph, f"{text}/warning/2", names.zm_code) == ["advertisement"]
    assert values(graph, f"{text}/warning/3", names.zm_code) == []
