import pyoxigraph as ox
import pytest

from graph import iri
from graph.model import Reading, SourceText
from graph.pipeline import read_text
from ontology import names
from tests.graph.triples.said import ANNEX, DOCUMENT, PARENT, graph_of, values


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


JOINT = """某市水务局 某市财政局关于印发《湖泊办法》的通知
某水〔2021〕3号
各区人民政府，市政府各部门：
《湖泊办法》已经2021年2月3日市政府第8次常务会议审议通过，现印发给你们，自2021年4月1日起施行。
某市水务局
某市财政局
2021年3月4日
湖泊办法
（2016年1月5日某市人大常委会第二次会议通过 根据2020年5月6日《关于修改〈湖泊办法〉的决定》修正）
第一条 为了保护湖泊，制定本办法。
第二条 本市湖泊适用本办法。
"""


@pytest.fixture(scope="module")
def joint() -> ox.Store:
    return graph_of(read_text(SourceText(JOINT, "a.txt", "text/plain", "utf-8", "0" * 64)))


JOINT_DOCUMENT = names.ID + "document/某水/2021/3"


def in_order(store: ox.Store, predicate: str) -> list[tuple[str, str]]:
    nodes = values(store, JOINT_DOCUMENT, predicate)
    found = [
        (values(store, node, names.zm_namedAs)[0], values(store, node, names.zm_order)[0])
        for node in nodes
    ]
    return sorted(found, key=lambda each: each[1])


def test_every_issuer_is_a_publisher_and_keeps_its_order(joint: ox.Store) -> None:
    assert in_order(joint, names.zm_issuer) == [("某市水务局", "1"), ("某市财政局", "2")]
    assert len(values(joint, JOINT_DOCUMENT, names.eli_publisher_agent)) == 2


def test_the_addressees_keep_their_order_and_their_words(joint: ox.Store) -> None:
    assert in_order(joint, names.zm_addressee) == [("各区人民政府", "1"), ("市政府各部门", "2")]
    for node in values(joint, JOINT_DOCUMENT, names.zm_addressee):
        (evidence,) = values(joint, node, names.zm_evidence)
        quotes = [
            exact
            for selector in values(joint, evidence, names.oa_hasSelector)
            for exact in values(joint, selector, names.oa_exact)
        ]
        assert quotes == values(joint, node, names.zm_namedAs)


def test_the_days_and_the_meeting_are_stated(joint: ox.Store) -> None:
    assert values(joint, JOINT_DOCUMENT, names.eli_date_document) == ["2021-03-04"]
    assert values(joint, JOINT_DOCUMENT, names.eli_first_date_entry_in_force) == ["2021-04-01"]
    assert values(joint, JOINT_DOCUMENT, names.zm_dateAdopted) == ["2021-02-03"]
    assert values(joint, JOINT_DOCUMENT, names.zm_meeting) == ["市政府第8次常务会议"]
    assert len(values(joint, JOINT_DOCUMENT, names.eli_passed_by)) == 1


@pytest.mark.parametrize("term", ["三届", "第三届"])
def test_a_government_is_one_body_whatever_its_term(term: str) -> None:
    passed = {
        tuple(values(graph_of(reading), JOINT_DOCUMENT, names.eli_passed_by))
        for name in (f"某市{term}人民政府", "某市人民政府")
        for text in (JOINT.replace("市政府第8次", f"{name}第8次"),)
        for reading in (read_text(SourceText(text, "a.txt", "text/plain", "utf-8", "0" * 64)),)
    }
    assert len(passed) == 1
    assert () not in passed


def test_the_history_is_a_list_of_acts_and_no_amendment_by_the_document() -> None:
    text = JOINT[JOINT.index("湖泊办法\n（") :]
    noted = graph_of(read_text(SourceText(text, "a.txt", "text/plain", "utf-8", "0" * 64)))
    histories = noted.quads_for_pattern(None, ox.NamedNode(names.zm_history), None)
    nodes = [quad.object.value for quad in histories if isinstance(quad.object, ox.NamedNode)]
    acts = {
        (
            values(noted, node, names.zm_enactmentKind)[0].rpartition("/")[2],
            values(noted, node, names.dct_date)[0],
            values(noted, node, names.zm_enactedBy)[0],
        )
        for node in nodes
    }
    assert acts == {
        ("adopted", "2016-01-05", "某市人大常委会第二次会议"),
        ("amended", "2020-05-06", "《关于修改〈湖泊办法〉的决定》"),
    }
    assert not list(noted.quads_for_pattern(None, ox.NamedNode(names.eli_amends), None))


def test_the_history_of_what_is_issued_is_not_that_of_the_notice(joint: ox.Store) -> None:
    assert values(joint, JOINT_DOCUMENT, names.zm_history) == []
