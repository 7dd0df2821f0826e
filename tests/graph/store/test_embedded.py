from __future__ import annotations

import io
import random
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import Literal, NamedNode, Triple

from graph.errors import QueryError, StoreError, StoreLocked, StoreNotWritable
from graph.store import Iri, Store, open_store
from ontology import names

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.graph.store.conftest import MakeDocument

KORLA = "https://w3id.org/zhengmai/id/document/库政办发/2018/171"
OTHER = "https://w3id.org/zhengmai/id/document/新政发/2014/68"
LABELS = "SELECT DISTINCT ?p ?label { ?p <http://data.europa.eu/eli/ontology#id_local> ?label }"
NASTY = 'a " \\ \\u0041 \n\r\t \u2028 \u0085 > } ; DROP ALL # 😀'


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "zhengmai.store"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with open_store(path, write=True) as store:
        yield store


def labels(store: Store) -> list[str]:
    return sorted(row.one("label", str) for row in store.select(LABELS))


def dumped(store: Store) -> bytes:
    file = io.BytesIO()
    store.dump_nquads(file)
    return file.getvalue()


def test_what_is_written_is_read_after_opening_again(
    path: Path, make_document: MakeDocument
) -> None:
    triples = make_document(KORLA, 一="总体要求")
    with open_store(path, write=True) as store:
        assert store.replace(KORLA, triples)
    for write in (False, True):
        with open_store(path, write=write) as store:
            assert store.graphs() == (KORLA,)
            assert KORLA in store
            assert OTHER not in store
            assert len(list(store.triples(KORLA))) == len(triples)
            assert [hit.passage.label for hit in store.search("要求")] == ["一"]


def test_adding_twice_changes_nothing(path: Path, make_document: MakeDocument) -> None:
    triples = make_document(KORLA, 一="总体要求", 二="保障措施")
    with open_store(path, write=True) as store:
        assert store.replace(KORLA, triples)
    state = (path / "store.json").read_bytes()
    random.Random(1).shuffle(triples)  # noqa: S311  # an order, not a secret
    with open_store(path, write=True) as store:
        assert not store.replace(KORLA, [*triples, triples[0]])
    assert (path / "store.json").read_bytes() == state


def test_replacing_leaves_nothing_of_the_old_document_nor_touches_another(
    store: Store, make_document: MakeDocument
) -> None:
    store.replace(KORLA, make_document(KORLA, 一="总体要求", 二="保障措施"))
    store.replace(OTHER, make_document(OTHER, 五="进一步推进户籍制度改革"))
    assert store.replace(KORLA, make_document(KORLA, 三="户籍管理"))
    assert labels(store) == ["三", "五"]
    assert [hit.passage.document for hit in store.search("户籍")] == [KORLA, OTHER]
    assert not store.search("保障")


def test_removing_takes_out_one_document(store: Store, make_document: MakeDocument) -> None:
    store.replace(KORLA, make_document(KORLA, 一="总体要求"))
    store.replace(OTHER, make_document(OTHER, 五="总体要求"))
    assert store.remove(KORLA)
    assert not store.remove(KORLA)
    assert store.graphs() == (OTHER,)
    assert [hit.passage.label for hit in store.search("总体要求")] == ["五"]


def test_no_literal_breaks_out_of_its_statement(store: Store) -> None:
    triple = Triple(NamedNode(KORLA), NamedNode(names.eli_title), Literal(NASTY))
    store.replace(OTHER, [Triple(NamedNode(OTHER), NamedNode(names.eli_title), Literal("b"))])
    store.replace(KORLA, [triple])
    assert list(store.triples(KORLA)) == [(KORLA, names.eli_title, NASTY)]
    assert not store.replace(KORLA, [triple])
    assert store.graphs() == (KORLA, OTHER)
    again = io.BytesIO(dumped(store))
    store.load_nquads(again)
    assert list(store.triples(KORLA)) == [(KORLA, names.eli_title, NASTY)]


def test_bindings_are_values_and_never_text(store: Store, make_document: MakeDocument) -> None:
    store.replace(KORLA, make_document(KORLA, 一="总体要求", 二="保障措施"))
    assert [row["label"] for row in store.select(LABELS, p=Iri(f"{KORLA}/二"))] == ["二"]
    assert [row["p"] for row in store.select(LABELS, label="一")] == [Iri(f"{KORLA}/一")]
    assert store.select(LABELS, label='一" } #') == ()
    assert store.select(LABELS, p=f"{KORLA}/二") == ()  # a literal is no IRI
    ask = "ASK { ?s <http://www.w3.org/ns/oa#end> ?end }"
    assert store.ask(ask, end=8)
    assert not store.ask(ask, end=9)
    with pytest.raises(QueryError, match=r"\?nothing"):
        store.select(LABELS, nothing=1)
    with pytest.raises(QueryError, match="IRI"):
        store.select(LABELS, p=Iri("no iri"))


def test_each_way_of_asking_refuses_the_other_forms(store: Store) -> None:
    forms = {
        store.select: "SELECT * { ?s ?p ?o }",
        store.ask: "ASK { ?s ?p ?o }",
        store.construct: "CONSTRUCT WHERE { ?s ?p ?o }",
    }
    for method in forms:
        for other, query in forms.items():
            if method == other:
                method(query)
            else:
                with pytest.raises(QueryError, match="查询不是"):
                    method(query)


def test_a_users_query_answers_in_each_form(store: Store, make_document: MakeDocument) -> None:
    store.replace(KORLA, make_document(KORLA, 一="总体要求", 二="保障措施"))
    assert store.query("ASK { ?s ?p '一' }") is True
    assert store.query(f"DESCRIBE <{KORLA}>") == (
        f"<{KORLA}> <{names.rdf_type}> <{names.eli_LegalResource}> .\n".encode()
    )
    table = store.query(LABELS + " ORDER BY ?label")
    assert not isinstance(table, bool | bytes)
    assert table.columns == ("p", "label")
    assert [row["label"] for row in table.rows] == ["一", "二"]


def test_a_users_update_is_refused_and_changes_nothing(
    store: Store, make_document: MakeDocument
) -> None:
    store.replace(KORLA, make_document(KORLA, 一="总体要求"))
    for update in ("DROP ALL", "INSERT DATA { <a:a> <a:b> <a:c> }", "DELETE WHERE { ?s ?p ?o }"):
        with pytest.raises(
            QueryError, match=r"查询不是只读的 SPARQL / .* write a SELECT, ASK"
        ) as caught:
            store.query(update)
        assert "\n" not in str(caught.value)
    assert store.graphs() == (KORLA,)


def test_the_order_of_statements_does_not_show(store: Store, make_document: MakeDocument) -> None:
    triples = make_document(KORLA, 一="总体要求", 二="保障措施")
    store.replace(KORLA, triples)
    first = store.ntriples(), dumped(store)
    store.remove(KORLA)
    store.replace(KORLA, triples[::-1])
    assert (store.ntriples(), dumped(store)) == first
    assert first[0].splitlines() == sorted(first[0].splitlines())


def test_a_dump_rebuilds_the_graph_and_the_index(
    store: Store, tmp_path: Path, make_document: MakeDocument
) -> None:
    store.replace(KORLA, make_document(KORLA, 一="总体要求"))
    store.replace(OTHER, make_document(OTHER, 五="推进户籍制度改革"))
    dump = dumped(store)
    with open_store(tmp_path / "restored", write=True) as restored:
        restored.replace("urn:old", make_document("urn:old", 九="旧的户籍"))
        restored.load_nquads(io.BytesIO(dump))
        assert dumped(restored) == dump
        assert [hit.passage.document for hit in restored.search("户籍")] == [OTHER]
        assert restored.replace(KORLA, make_document(KORLA, 一="户籍"))
    with open_store(tmp_path / "restored", write=False) as restored:
        assert [hit.passage.document for hit in restored.search("户籍")] == [KORLA, OTHER]
    assert sorted(entry.name for entry in (tmp_path / "restored").iterdir()) == [
        "data-2",
        "store.json",
        "zhengmai.lock",
    ]


@pytest.mark.parametrize(
    "dump", [b"<a:a> <a:b> <a:c> <a:g> .\nno statement", b"<a:a> <a:b> <a:c> .\n", b"\xff\xfe"]
)
def test_a_damaged_dump_is_refused_and_the_content_stays(
    path: Path, make_document: MakeDocument, dump: bytes
) -> None:
    with open_store(path, write=True) as store:
        store.replace(KORLA, make_document(KORLA, 一="总体要求"))
        with pytest.raises(StoreError, match=r"备份.* / the dump"):
            store.load_nquads(io.BytesIO(dump))
        assert labels(store) == ["一"]
        assert not (path / "data-2").exists()


@pytest.mark.parametrize("write", [True, False])
def test_a_backup_is_a_store(path: Path, make_document: MakeDocument, *, write: bool) -> None:
    copy = path.with_name("backup")
    with open_store(path, write=True) as store:
        store.replace(KORLA, make_document(KORLA, 一="总体要求"))
    with open_store(path, write=write) as store:
        if write:
            store.replace(OTHER, make_document(OTHER, 五="总体目标"))
        store.backup(copy)
        content = dumped(store)
        with open_store(copy, write=False, wait=0) as other:  # while the first is open
            assert dumped(other) == content
            assert other.search("总体") == store.search("总体")
        with pytest.raises(StoreNotWritable, match=r"无法写入 / .*name a new folder"):
            store.backup(copy)


def test_a_reader_cannot_write(path: Path, make_document: MakeDocument) -> None:
    with open_store(path, write=True) as store:
        store.replace(KORLA, make_document(KORLA, 一="总体要求"))
    with open_store(path, write=False) as store:
        with pytest.raises(StoreNotWritable, match="opened for reading"):
            store.replace(KORLA, [])
        with pytest.raises(StoreNotWritable, match="opened for reading"):
            store.remove(KORLA)
        with pytest.raises(StoreNotWritable, match="opened for reading"):
            store.load_nquads(io.BytesIO())
        assert labels(store) == ["一"]


def test_one_writer_or_many_readers(path: Path) -> None:
    with open_store(path, write=True):
        for write in (False, True):
            with pytest.raises(StoreLocked, match=str(path)):
                open_store(path, write=write, wait=0).__enter__()
    with open_store(path, write=False), open_store(path, write=False, wait=0):
        pass


def test_a_closed_store_says_so(path: Path) -> None:
    with open_store(path, write=True) as store:
        pass
    with pytest.raises(StoreError, match="库已关闭 / the store has been closed"):
        store.graphs()
