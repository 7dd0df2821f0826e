"""What is listed when a reviewer rejected some of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph import pipeline
from graph.answers.listing import agencies
from graph.answers.responsibility import responsibility
from graph.reviewing import review
from graph.reviews.recorded import Verdict
from tests.graph.chain import NATION, decide, read

if TYPE_CHECKING:
    from graph.store import Store


def reject(store: Store, *findings: str) -> None:
    review(store, [decide(store, each, Verdict.REJECTED) for each in findings])


def test_a_body_that_only_rejected_findings_name_is_not_listed(store: Store) -> None:
    named = {each.iri: each.agency for each in agencies(store)}
    misread = [d for d in responsibility(store, None) if d.agency == "云南省商务厅"]
    assert misread
    reject(store, *(d.iri for d in misread[1:]))
    assert {each.iri: each.agency for each in agencies(store)} == named
    reject(store, misread[0].iri)
    after = {each.agency for each in agencies(store)}
    assert {*named.values()} - after == {"云南省商务厅"}


def test_a_body_that_issues_a_document_is_listed_without_a_duty(store: Store) -> None:
    issuer = "国务院办公厅"
    text = NATION.replace("（民政部", "（国务院办公厅")
    pipeline.add(store, read(text, "nation.txt"))
    duties = [d.iri for d in responsibility(store, None) if d.agency == issuer]
    assert duties
    reject(store, *duties)
    assert {each.agency: each.duties for each in agencies(store)}[issuer] == 0
