"""One pair of documents: every export says of its correspondences what the command line says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

import pytest
from rdflib import Graph, Literal, Namespace
from rdflib.namespace import RDFS

from exports.comparison import comparison_object, comparison_rows
from exports.page.content import document_content
from exports.rdf import ntriples
from exports.site import site
from exports.to_review import probability
from graph import iri
from graph.align import compare, prepare
from graph.answers.correspondences import Clauses, all_correspondences
from graph.pipeline import read_held
from graph.reviewing import decisions_on, review
from graph.reviews.recorded import Verdict
from ontology import names
from ontology.lexicon import LANGUAGES
from tests.exports.site.conftest import Pages
from tests.graph.chain import opened_waiting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.align.comparison import Comparison
    from graph.store import Store

    Told: TypeAlias = "dict[tuple[str, str], tuple[float, str, str, str]]"

CITY, PROVINCE = iri.numbered("河政办发〔2031〕7号"), iri.numbered("云政办发〔2030〕18号")
SSSOM = Namespace("https://w3id.org/sssom/")
ZM = Namespace("https://w3id.org/zhengmai/ontology#")
ACCEPTED = ("三", "三（二）")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A chain in which one of the correspondences to be reviewed was accepted."""
    with opened_waiting(tmp_path_factory.mktemp("same")) as opened:
        clauses = Clauses(opened)
        (found,) = (
            each.iri
            for each in all_correspondences(opened, childDocument=CITY)
            if (each.provision, clauses.of(PROVINCE, each.parent).label) == ACCEPTED
        )
        review(opened, decisions_on(opened, [found], Verdict.ACCEPTED))
        yield opened


def stored(store: Store) -> Told:
    """What lineage, show and the queue say."""
    clauses, english = Clauses(store), all_correspondences(store, "en", childDocument=CITY)
    in_english = {each.iri: each.justification for each in english}
    return {
        (each.provision, clauses.of(PROVINCE, each.parent).label): (
            each.score or 0.0,
            each.state,
            each.justification,
            in_english[each.iri],
        )
        for each in all_correspondences(store, childDocument=CITY)
    }


def comparison(store: Store) -> Comparison:
    """What the command line compares."""
    statuses = {ACCEPTED: "accepted"}
    ours, theirs = (prepare(read_held(store, each)) for each in (CITY, PROVINCE))
    return compare(ours, theirs, statuses)


def test_some_hold_and_some_wait(store: Store) -> None:
    states = {labels: state for labels, (_, state, *_) in stored(store).items()}
    assert states == {
        ("一", "三（一）"): "matched",
        ("二", "三（二）"): "matched",
        ("三", "三（二）"): "matched",
        ("三", "三（四）"): "to-review",
        ("四", "三（四）"): "to-review",
    }


def test_the_comparison_says_the_same_in_json_and_csv(store: Store) -> None:
    made = comparison(store)
    objects = {lang: comparison_object(made, lang) for lang in LANGUAGES}

    def reasons(plain: dict[str, Any]) -> dict[tuple[str, str], dict[str, Any]]:
        return {
            (each["child"], parent["label"]): parent
            for each in (*plain["alignments"], *plain["candidates"])
            for parent in each["parents"]
        }

    zh, en = reasons(objects["zh"]), reasons(objects["en"])
    assert stored(store) == {
        labels: (
            parent["score"], parent["state"], parent["justification"], en[labels]["justification"]
        )
        for labels, parent in zh.items()
    }  # fmt: skip
    rows = [row for row in comparison_rows(made) if row["child"] and row["parent"]]
    assert {(row["child"], row["parent"]): (row["score"], row["state"]) for row in rows} == {
        labels: told[:2] for labels, told in stored(store).items()
    }
    assert all(not row["delta"] for row in rows if row["state"] == "to-review")


def test_the_page_says_the_same(store: Store) -> None:
    (view,) = document_content(store, CITY).comparisons
    found = {
        (row.clause.label, each.clause.label): (each.score, state, each.why["zh"], each.why["en"])
        for row in view.rows
        for state, those in (("matched", row.parents), ("to-review", row.to_review))
        for each in those
    }
    assert found == stored(store)
    probable = {labels: probability(told[0]) for labels, told in stored(store).items()}
    assert [row.folded["zh"] for row in view.rows if row.to_review] == [
        f"另有 1 条待核：三（四） {probable['三', '三（四）']}",
        f"未见确定的对应；1 条待核：三（四） {probable['四', '三（四）']}",
    ]
    for row in view.rows:
        assert row.supposed != bool(row.parents)


def test_the_site_says_the_same(store: Store) -> None:
    for place, lang in enumerate(LANGUAGES, start=2):
        pages = Pages(dict(site(store, lang=lang)))
        words = {
            clause: pages.words(path)
            for clause in ("一", "二", "三", "四")
            for path in pages.html()
            if pages.find(path, f'//code[text()="{CITY}/annex/1/{clause}"]')
        }
        for (child, _), told in stored(store).items():
            assert "".join(str(told[place]).split()) in "".join(words[child].split())
        if lang == "zh":
            assert "另有 1 条待核：云政办发〔2030〕18号 三（四） ." in words["三"]
            assert "未见确定的对应；1 条待核：云政办发〔2030〕18号 三（四） ." in words["四"]


def test_rdf_says_the_same(store: Store) -> None:
    graph = Graph().parse(data=ntriples(store), format="nt")
    clauses = Clauses(store)
    found = {}
    for node in graph.subjects(ZM.inPair, None):
        parent = graph.value(node, ZM.parent)
        if parent is None or not str(parent).startswith(f"{PROVINCE}/"):
            continue
        child = clauses.of(CITY, str(graph.value(node, ZM.child))).label
        assert str(graph.value(node, SSSOM.mapping_justification)) == names.semapv_CompositeMatching
        score = float(str(graph.value(node, SSSOM.similarity_score)))
        comments = [each for each in graph.objects(node, RDFS.comment) if isinstance(each, Literal)]
        says = {str(each.language): str(each) for each in comments}
        state = "matched" if says["zh"].startswith("对应") else "to-review"
        found[child, clauses.of(PROVINCE, str(parent)).label] = score, state, says["zh"], says["en"]
    assert found == stored(store)
