from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, Triple

from graph.store.passages import Passage, passages
from ontology import names

if TYPE_CHECKING:
    from tests.graph.store.conftest import MakeDocument

D = "urn:document"


def test_a_provisions_stretches_are_passages_in_the_order_of_the_text(
    make_document: MakeDocument,
) -> None:
    triples = make_document(D, 二="保障措施", 三="户籍管理")
    evidence = "urn:document/text/1#char=20,24"
    selector = f"{evidence}/selector"
    stated: list[tuple[str, str, NamedNode | Literal]] = [
        ("urn:document/二", names.zm_evidence, NamedNode(evidence)),
        (evidence, names.oa_hasSelector, NamedNode(selector)),
        (selector, names.oa_start, Literal(20)),
        (selector, names.oa_exact, Literal("加强领导")),
    ]
    triples += [Triple(NamedNode(s), NamedNode(p), value) for s, p, value in stated]
    assert passages(D, triples[::-1]) == [
        Passage(D, 0, "urn:document/二", "二", "保障措施"),
        Passage(D, 4, "urn:document/三", "三", "户籍管理"),
        Passage(D, 20, "urn:document/二", "二", "加强领导"),
    ]


def test_the_evidence_of_what_is_no_provision_is_no_passage(make_document: MakeDocument) -> None:
    provision_type = NamedNode(names.eli_LegalResourceSubdivision)
    triples = [t for t in make_document(D, 二="保障措施") if t.object != provision_type]
    assert passages(D, triples) == []
