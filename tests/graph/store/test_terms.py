from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, parse

from graph.store.terms import Iri, Value, literal_or_iri, ntriples, plain
from ontology import names

if TYPE_CHECKING:
    from random import Random

EIGHT = dt.timezone(dt.timedelta(hours=8))


@pytest.mark.parametrize(
    ("text", "datatype", "value"),
    [
        ("2018-12-29", "date", dt.date(2018, 12, 29)),
        ("2018-12-29T08:00:00+08:00", "dateTime", dt.datetime(2018, 12, 29, 8, tzinfo=EIGHT)),
        ("2020", "gYear", 2020),
        ("80.50", "decimal", 80.5),
        ("7", "integer", 7),
        ("true", "boolean", True),
        ("0", "boolean", False),
        ("2018-02-30", "date", "2018-02-30"),
        ("P5Y", "duration", "P5Y"),
    ],
)
def test_literals_are_values_of_python(text: str, datatype: str, value: Value) -> None:
    read = plain(Literal(text, datatype=NamedNode(names.XSD + datatype)))
    assert read == value
    assert type(read) is type(value)


def test_an_iri_is_told_from_a_literal() -> None:
    assert plain(Literal("市公安局", language="zh")) == "市公安局"
    assert not isinstance(plain(Literal("a:b")), Iri)
    assert isinstance(plain(NamedNode("a:b")), Iri)
    assert plain(BlankNode("b")) == Iri("_:b")


values = st.one_of(
    st.text(st.characters(codec="utf-8")),
    st.integers(-(2**63), 2**63 - 1),
    st.booleans(),
    st.dates(),
    st.just(Iri(names.ID + "division/652801")),
)


@given(values)
def test_a_value_that_is_bound_reads_back(value: Value) -> None:
    read = plain(literal_or_iri(value))
    assert read == value
    assert type(read) is type(value)


@given(st.lists(st.text(st.characters(codec="utf-8"))), st.randoms(use_true_random=False))
def test_ntriples_read_back_and_do_not_depend_on_order(texts: list[str], random: Random) -> None:
    triples = [Triple(NamedNode("a:s"), NamedNode("a:p"), Literal(text)) for text in texts]
    lines = ntriples(triples)
    random.shuffle(triples)
    assert ntriples(triples + triples) == lines
    assert {quad.object.value for quad in parse(lines, RdfFormat.N_TRIPLES)} == set(texts)
