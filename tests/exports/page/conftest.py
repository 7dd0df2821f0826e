from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Protocol

import pytest
from pyoxigraph import Literal, NamedNode, Triple

from exports.page import page
from graph.store import open_store
from ontology import names

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from graph.store import Store

HOSTILE = (
    "</script ><script/x>alert(1)</script><!-- <img src=x onerror=alert(1)> & \" ' \u2028\u2029"
    "{{ 7 * 7 }} href javascript:alert(1)"
)


class Island(Protocol):
    def __call__(self, html: str, name: str) -> Any: ...  # noqa: ANN401 - any value of JSON


@pytest.fixture(scope="session")
def html(store: Store, korla: str) -> str:
    """The page of the sample."""
    return page(store, korla).decode()


@pytest.fixture(scope="session")
def island() -> Island:
    """What a script of the page reads from a data island."""

    def read(html: str, name: str) -> Any:  # noqa: ANN401 - any value of JSON
        found = re.findall(
            rf'<script type="application/json" id="data-{name}">(.*?)</script>', html
        )
        assert len(found) == 1
        return json.loads(found[0])

    return read


@pytest.fixture
def hostile(tmp_path: Path) -> Iterator[Store]:
    """A store in which every text is an attack on the page."""
    document = f"{names.ID}document/测/2020/1"
    provision, evidence = f"{document}/一", f"{document}/text/1#char=0,{len(HOSTILE)}"

    def says(subject: str, predicate: str, value: NamedNode | Literal) -> Triple:
        return Triple(NamedNode(subject), NamedNode(predicate), value)

    with open_store(tmp_path / "hostile", write=True) as opened:
        opened.replace(
            document,
            [
                says(document, names.rdf_type, NamedNode(names.eli_LegalResource)),
                says(document, names.eli_id_local, Literal(HOSTILE)),
                says(document, names.eli_title, Literal(HOSTILE + "1", language="zh")),
                says(document, names.eli_has_part, NamedNode(provision)),
                says(provision, names.rdf_type, NamedNode(names.eli_LegalResourceSubdivision)),
                says(provision, names.eli_id_local, Literal(HOSTILE)),
                says(provision, names.eli_title, Literal(HOSTILE)),
                says(provision, names.zm_position, Literal(0)),
                says(provision, names.zm_evidence, NamedNode(evidence)),
                says(evidence, names.oa_hasSelector, NamedNode(f"{evidence}/s")),
                says(f"{evidence}/s", names.oa_start, Literal(0)),
                says(f"{evidence}/s", names.oa_end, Literal(len(HOSTILE))),
                says(f"{evidence}/s", names.oa_exact, Literal(HOSTILE)),
                says(f"{document}/w", names.rdf_type, NamedNode(names.zm_Warning)),
                says(f"{document}/w", names.zm_message, Literal(HOSTILE)),
            ],
        )
        yield opened
