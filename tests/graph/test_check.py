import dataclasses
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest

from graph import iri
from graph.check import Problem, check_document, check_store, check_triples
from graph.errors import EvidenceError
from graph.model import Reading
from graph.resolve import resolver
from graph.store import open_store
from graph.triples import reading_triples, vocabulary_triples
from ontology import names

Change = Callable[[ox.Triple], ox.Triple | None]
ANNEX = f"{names.ID}document/库政办发/2018/171/annex/1"
LEAD = f"{ANNEX}/三/1/responsibility/1"


@pytest.fixture(scope="module")
def good(reading: Reading) -> list[ox.Triple]:
    return list(reading_triples(reading, resolver(reading.document.jurisdiction), "0.1.0"))


def without(predicate: str, subject: str = "") -> Change:
    def change(triple: ox.Triple) -> ox.Triple | None:
        hit = triple.predicate.value == predicate
        return None if hit and subject in ("", str(triple.subject)[1:-1]) else triple

    return change


def instead(predicate: str, value: ox.Literal | ox.NamedNode, subject: str = "") -> Change:
    def change(triple: ox.Triple) -> ox.Triple:
        hit = triple.predicate.value == predicate
        if hit and subject in ("", str(triple.subject)[1:-1]):
            return ox.Triple(triple.subject, triple.predicate, value)
        return triple

    return change


def changed(triples: list[ox.Triple], change: Change) -> list[ox.Triple]:
    return [kept for kept in map(change, triples) if kept is not None]


def rules(triples: list[ox.Triple]) -> set[str]:
    return {problem.rule for problem in check_triples(triples).problems}


def literal(text: str, datatype: str) -> ox.Literal:
    return ox.Literal(text, datatype=ox.NamedNode(datatype))


def test_a_finished_graph_conforms_and_every_quote_was_read_again(good: list[ox.Triple]) -> None:
    report = check_triples(good)
    assert report.problems == ()
    evidence = ox.NamedNode(names.oa_SpecificResource)
    assert report.evidence == sum(t.object == evidence for t in good) > 10


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        (without(names.zm_evidence, LEAD), "finding-evidence"),
        (without(names.zm_statedIn), "finding-stated-in"),
        (without(names.prov_wasGeneratedBy), "finding-rule"),
        (without(names.adms_status), "finding-status"),
        (instead(names.zm_place, ox.Literal("footer")), "finding-place"),
        (without(names.m8g_role), "responsibility-role"),
        (instead(names.m8g_role, ox.NamedNode(names.ID + "role/chief")), "responsibility-role"),
        (without(names.zm_agency), "responsibility-agency"),
        (without(names.zm_wordEvidence, LEAD), "responsibility-word-evidence"),
        (without(names.zm_form), "responsibility-form"),
        (without(names.zm_cited), "citation-cited"),
        (without(names.zm_relation), "citation-relation"),
        (without(names.zm_kind), "norm-kind"),
        (without(names.zm_kind), "deadline-kind"),
        (without(names.zm_mentionedGroup), "group-mention-group"),
        (without(names.zm_right), "right-mention-right"),
        (without(names.odrl_operator), "limit-operator"),
        (instead(names.zm_value, ox.Literal("五")), "limit-value"),
        (without(names.odrl_unit), "limit-unit"),
        (instead(names.time_inXSDDate, ox.Literal("2018-12-31")), "deadline-date"),
        (instead(names.zm_year, ox.Literal("2018")), "deadline-year"),
        (without(names.eli_jurisdiction), "agency-jurisdiction"),
        (without(names.zm_shortName), "agency-short-name"),
        (without(names.skos_prefLabel), "agency-name"),
        (instead(names.skos_notation, ox.Literal("6528")), "division-code"),
        (without(names.eli_id_local), "provision-label"),
        (instead(names.zm_position, literal("7", names.xsd_integer)), "source-positions"),
        (instead(names.eli_id_local, ox.Literal("三")), "source-labels"),
        (without(names.eli_is_part_of), "provision-part-of"),
        (without(names.eli_type_subdivision), "provision-kind"),
        (instead(names.eli_date_document, ox.Literal("2018年10月15日")), "work-date"),
        (without(names.cnt_chars), "quote"),
        (without(names.prov_hadPrimarySource), "source-file"),
        (instead(names.zm_sha256, ox.Literal("abc")), "file-sha256"),
        (instead(names.zm_fileName, ox.Literal("/home/me/korla.txt")), "file-name"),
        (without(names.oa_exact), "evidence-quote"),
        (instead(names.oa_start, literal("-1", names.xsd_integer)), "position-start"),
        (without(names.oa_end), "position-end"),
        (without(names.prov_hadPlan), "run-rule"),
        (without(names.zm_message), "warning-message"),
    ],
)
def test_what_a_graph_lacks_or_has_wrong_is_named(
    good: list[ox.Triple], change: Change, rule: str
) -> None:
    assert rule in rules(changed(good, change))


def test_two_roles_in_one_responsibility_are_one_too_many(good: list[ox.Triple]) -> None:
    second = ox.Triple(
        ox.NamedNode(LEAD), ox.NamedNode(names.m8g_role), ox.NamedNode(names.ID + "role/support")
    )
    assert rules([*good, second]) == {"responsibility-role"}


def test_a_tampered_offset_is_caught(good: list[ox.Triple], reading: Reading) -> None:
    span = reading.norms[0].span
    position = f"{iri.parts(reading.document).text}/position/{span.start},{span.end}"
    moved = literal(str(span.start + 1), names.xsd_integer)
    problems = check_triples(changed(good, instead(names.oa_start, moved, position))).problems
    assert [problem.rule for problem in problems] == ["quote"]
    assert problems[0].node.endswith(f"#char={span.start},{span.end}")


def test_a_tampered_quote_is_caught(good: list[ox.Triple], reading: Reading) -> None:
    span = reading.norms[0].span
    quote = f"{iri.parts(reading.document).text}/quote/{span.start},{span.end}"
    softer = ox.Literal(reading.document.quote(span).replace("不得", "可以"))
    assert rules(changed(good, instead(names.oa_exact, softer, quote))) == {"quote"}


def test_a_tampered_source_text_is_caught(good: list[ox.Triple], reading: Reading) -> None:
    text = ox.Literal("　" + reading.document.source.text)
    report = check_triples(changed(good, instead(names.cnt_chars, text)))
    assert len(report.problems) == report.evidence


def test_a_name_that_is_not_the_words_of_its_evidence_is_caught(good: list[ox.Triple]) -> None:
    other = ox.Literal("市财政局", language="zh")
    assert rules(changed(good, instead(names.zm_asWritten, other, LEAD))) == {"words"}


def test_a_problem_is_one_line_in_both_languages(good: list[ox.Triple]) -> None:
    problem = check_triples(changed(good, without(names.zm_cited))).problems[0]
    assert "引用必须指向唯一的文件" in str(problem)
    assert "A citation must point to one document" in str(problem)
    assert "\n" not in str(problem)


def test_a_problem_names_the_value_that_is_wrong(good: list[ox.Triple]) -> None:
    chief = ox.NamedNode(names.ID + "role/chief")
    problems = check_triples(changed(good, instead(names.m8g_role, chief))).problems
    assert {problem.value for problem in problems} == {chief.value}


def test_problems_come_in_a_fixed_order(good: list[ox.Triple]) -> None:
    bad = changed(good, without(names.zm_statedIn))
    problems: tuple[Problem, ...] = check_triples(bad).problems
    assert list(problems) == sorted(problems)
    assert problems == check_triples(bad[::-1]).problems


def test_a_document_with_a_false_quote_is_refused(good: list[ox.Triple]) -> None:
    with pytest.raises(EvidenceError, match="nothing was stored"):
        check_document(changed(good, instead(names.oa_exact, ox.Literal("假的"))))


def test_a_document_with_neither_number_nor_title_is_refused(reading: Reading) -> None:
    nameless = dataclasses.replace(reading.document, number=None, title="")
    triples = reading_triples(
        dataclasses.replace(reading, document=nameless), resolver(nameless.jurisdiction), "0.1.0"
    )
    with pytest.raises(EvidenceError, match="must have a number or a title"):
        check_document(triples)


def test_a_true_document_is_not_refused(good: list[ox.Triple]) -> None:
    check_document(good)


def test_a_store_is_checked_document_by_document(
    good: list[ox.Triple], reading: Reading, tmp_path: Path
) -> None:
    document = iri.document(reading.document)
    bad = changed(good, without(names.zm_cited))
    with open_store(tmp_path / "s", write=True) as store:
        store.replace(iri.ONTOLOGY_GRAPH, vocabulary_triples())
        store.replace(document, good)
        assert check_store(store).conforms
        store.replace(document, bad)
        report = check_store(store)
    assert {problem.rule for problem in report.problems} == {"citation-cited"}
