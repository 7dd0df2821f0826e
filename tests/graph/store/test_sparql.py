from __future__ import annotations

import pytest

from graph.errors import QueryError
from graph.store.sparql import refuse_service

ENDPOINT = "<http://127.0.0.1:1/>"


@pytest.mark.parametrize(
    "query",
    [
        f"SELECT * {{ SERVICE {ENDPOINT} {{ ?s ?p ?o }} }}",
        f"SELECT * {{ service silent {ENDPOINT} {{ ?s ?p ?o }} }}",
        f"SELECT * {{SERVICE{ENDPOINT}{{ ?s ?p ?o }} }}",
        f"SELECT * {{ ?s ?p ?o.SERVICE{ENDPOINT}{{ ?s ?p ?o }} }}",
        "SELECT * { ?s ?p 1SERVICE?x{ ?s ?p ?o } }",
        "SELECT * { ?s ?p trueSERVICE$x{ ?s ?p ?o } }",
        "SELECT * { ?s ?p 'a'SERVICE# comment\n?x{ ?s ?p ?o } }",
        "PREFIX e: <a:> SELECT * { ?s ?p ?o } VALUES ?x { 1 } SERVICEe:x { }",
        "PREFIX e: <a:> SELECT * { { SERVICESILENTe:x { ?s ?p ?o } } }",
        "PREFIX : <a:> SELECT * { FILTER(?a<?b)SERVICE:x#>\n{ ?s ?p ?o } }",
    ],
)
def test_service_is_refused_however_it_is_written(query: str) -> None:
    with pytest.raises(QueryError, match="查询不得用 SERVICE / by SERVICE"):
        refuse_service(query)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?service { ?service ?p $service }",
        "PREFIX ex: <http://service.example/service#> SELECT * { ?s ex:service ex:public-service }",
        "SELECT * { ?s <http://www.service.gov.cn/service> ?o }",
        "SELECT * { ?s ?p 'services' }",
    ],
)
def test_names_that_contain_the_word_are_not_refused(query: str) -> None:
    refuse_service(query)
