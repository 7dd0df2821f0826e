"""What holds for every scheme: labels, definitions, and written forms that mean one thing."""

from collections import Counter
from enum import StrEnum
from importlib.resources import files

import pyoxigraph as ox
import pytest

from graph.model import DeadlineKind, Form, Modality, NormKind, ProvisionKind, Relation, Role
from graph.resolve import Reason
from ontology import lexicon, names
from ontology.successions import Change

PARTS_OF_PATTERNS = {
    "agency-words",
    "citation-words",
    "clause-roles",
    "column-headings",
    "effect-words",
    "entitlement-words",
    "measure-words",
    "norm-contexts",
    "role-labels",
    "time-words",
}  # a word may play several parts there


@pytest.fixture(scope="module")
def schemes() -> ox.Store:
    store = ox.Store()
    for name in lexicon.SCHEMES:
        store.load(lexicon.turtle(name), ox.RdfFormat.TURTLE, base_iri=names.BASE)
    return store


def objects(store: ox.Store, subject: ox.NamedNode, predicate: str) -> list[ox.Literal]:
    quads = store.quads_for_pattern(subject, ox.NamedNode(predicate), None)
    return [quad.object for quad in quads if isinstance(quad.object, ox.Literal)]


def concepts(store: ox.Store) -> list[ox.NamedNode]:
    concept = ox.NamedNode(names.skos_Concept)
    quads = store.quads_for_pattern(None, ox.NamedNode(names.rdf_type), concept)
    return [quad.subject for quad in quads if isinstance(quad.subject, ox.NamedNode)]


def test_every_file_of_the_folder_is_a_known_scheme() -> None:
    folder = files("ontology") / "schemes"
    found = {path.name.removesuffix(".ttl") for path in folder.iterdir() if ".ttl" in path.name}
    assert found == set(lexicon.SCHEMES)


@pytest.mark.parametrize(
    "predicate", [names.skos_prefLabel, names.SKOS + "definition"], ids=["label", "definition"]
)
def test_every_concept_has_one_label_and_definition_in_each_language(
    schemes: ox.Store, predicate: str
) -> None:
    for concept in concepts(schemes):
        languages = sorted(str(text.language) for text in objects(schemes, concept, predicate))
        assert languages == ["en", "zh"], concept


def test_a_written_form_is_stated_once_in_a_concept(schemes: ox.Store) -> None:
    labels = (names.skos_prefLabel, names.skos_altLabel, names.skos_hiddenLabel)
    for concept in concepts(schemes):
        if objects(schemes, concept, names.skos_notation):
            continue  # its label may be one of its words
        forms = Counter(
            text.value for predicate in labels for text in objects(schemes, concept, predicate)
        )
        assert max(forms.values()) == 1, concept


@pytest.mark.parametrize("name", sorted(set(lexicon.SCHEMES) - PARTS_OF_PATTERNS))
def test_a_written_form_means_one_concept_of_a_scheme(name: str) -> None:
    forms = Counter(form for c in lexicon.concepts(name).values() for form in c.written)
    assert [form for form, count in forms.items() if count > 1] == []


@pytest.mark.parametrize(
    ("name", "model"),
    [
        ("roles", Role),
        ("norms", NormKind),
        ("relations", Relation),
        ("forms", Form),
        ("modalities", Modality),
        ("deadline-kinds", DeadlineKind),
        ("provision-kinds", ProvisionKind),
        ("unresolved", Reason),
        ("succession-kinds", Change),
    ],
)
def test_notations_are_the_values_of_the_model(name: str, model: type[StrEnum]) -> None:
    assert set(lexicon.concepts(name)) == {member.value for member in model}


def test_broader_concepts_exist() -> None:
    for name in lexicon.SCHEMES:
        iris = {concept.iri for concept in lexicon.concepts(name).values()}
        for concept in lexicon.concepts(name).values():
            assert set(concept.broader) <= iris, concept.key


def test_the_fifteen_kinds_of_official_document_are_all_there() -> None:
    fifteen = (
        "决议、决定、命令、公报、公告、通告、意见、通知、通报、报告、请示、批复、议案、函、纪要"
    )
    assert set(fifteen.split("、")) <= set(lexicon.concepts("document-kinds"))


@pytest.mark.parametrize("scheme", ["groups", "rights"])
def test_a_concept_without_a_notation_is_named_by_its_chinese_label(scheme: str) -> None:
    """Mentions in a text make their IRI from the label: another one would have no definition."""
    for concept in lexicon.concepts(scheme).values():
        assert concept.iri.rpartition("/")[2] == concept.key
