import pyoxigraph as ox

from graph import iri
from graph.model import Reading
from ontology import names
from tests.graph.triples.said import ANNEX, DOCUMENT, PARENT, values


def test_a_document_has_number_title_date_issuer_place_and_level(graph: ox.Store) -> None:
    assert values(graph, DOCUMENT, names.eli_id_local) == ["库政办发〔2018〕171号"]
    assert values(graph, DOCUMENT, names.eli_date_document) == ["2018-10-15"]
    assert values(graph, DOCUMENT, names.eli_publisher_agent) == [
        f"{names.ID}agency/652801/人民政府办公室"
    ]
    assert values(graph, DOCUMENT, names.eli_jurisdiction) == [f"{names.ID}division/652801"]
    assert values(graph, DOCUMENT, names.zm_level) == [f"{names.ID}level/县"]
    assert values(graph, DOCUMENT, names.eli_type_document) == [f"{names.ID}document-kind/通知"]
    assert values(graph, DOCUMENT, names.eli_has_annex) == [ANNEX]


def test_a_text_realizes_one_work(graph: ox.Store) -> None:
    for quad in graph.quads_for_pattern(
        None, ox.NamedNode(names.rdf_type), ox.NamedNode(names.eli_LegalExpression)
    ):
        assert isinstance(quad.subject, ox.NamedNode)
        assert len(values(graph, quad.subject.value, names.eli_realizes)) == 1


def test_the_decoded_text_is_kept_whole(graph: ox.Store, reading: Reading) -> None:
    text = iri.parts(reading.document).text
    assert values(graph, text, names.cnt_chars) == [reading.document.source.text]


def test_a_cited_document_is_a_stub_with_title_number_and_level(graph: ox.Store) -> None:
    assert values(graph, PARENT, names.eli_id_local) == ["国办发〔2016〕72号"]
    assert values(graph, PARENT, names.zm_level) == [f"{names.ID}level/国"]
    assert len(values(graph, PARENT, names.eli_title_alternative)) == 1
    assert values(graph, PARENT, names.eli_is_realized_by) == []
