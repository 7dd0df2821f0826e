from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.answers.rights import rights
from graph.answers.stated import leaving_out
from graph.errors import UnknownReference
from graph.iri import ONTOLOGY_GRAPH
from graph.pipeline import add, read_sample
from graph.store import open_store
from tests.graph.chain import NATION, read

if TYPE_CHECKING:
    from pathlib import Path

    from graph.store import Store


def test_a_right_has_its_meaning_and_the_words_of_its_clause(sample_store: Store) -> None:
    (answer,) = rights(sample_store, "土地承包权")
    assert answer.definition == "农村集体经济组织成员承包本集体土地的权利。"
    (clause,) = answer.clauses
    assert clause.text.startswith("(六)维护进城落户农民“三权”")
    assert clause.quote == "土地承包权"
    assert clause.heading == "维护进城落户农民“三权”，建立自愿有偿退出机制"


def test_prohibitions_come_before_the_other_norms(sample_store: Store) -> None:
    (answer,) = rights(sample_store, "土地承包权")
    assert [norm.kind for norm in answer.norms] == ["prohibition", "obligation", "recommendation"]


def test_a_right_in_two_clauses_has_both_and_all_who_answer(circular_store: Store) -> None:
    with leaving_out(with_unproven=True):  # what somebody holds is a candidate by its rule
        (answer,) = rights(circular_store, "基本公共服务")
    assert [clause.document for clause in answer.clauses] == [
        "库政办发〔2018〕171号",
        "新政发〔2014〕68号",
    ]
    assert answer.holders == ("居住证持有人",)
    # 市公安局 leads, and what 市人民政府 is to do itself makes it responsible, in either document
    assert [who.role for who in answer.agencies] == ["lead"] * 2 + ["responsible"] * 2


def test_all_rights_are_those_that_documents_speak_of(sample_store: Store) -> None:
    with leaving_out(with_unproven=True):
        found = {answer.right: answer for answer in rights(sample_store)}
    assert found["受教育权利"].holders == ("进城落户农民子女",)
    assert found["基本住房保障"].collection == ""
    assert "知识产权" not in found
    assert all(answer.clauses for answer in found.values())


def test_a_right_that_the_schemes_of_a_store_lack_is_answered_without_a_meaning(
    tmp_path: Path,
) -> None:
    with open_store(tmp_path / "store", write=True) as store:
        add(store, read_sample())
        store.remove(ONTOLOGY_GRAPH)
        (answer,) = (each for each in rights(store) if each.right == "土地承包权")
    assert (answer.definition, answer.collection) == ("", "")
    assert len(answer.clauses) == 1


def test_a_right_that_a_text_named_first_is_found_by_its_own_words(tmp_path: Path) -> None:
    with open_store(tmp_path / "store", write=True) as store:
        add(store, read(NATION, "nation.txt"))
        (answer,) = rights(store, "一次性培训补贴")
        assert (answer.right, answer.holders) == ("一次性培训补贴", ("护理人员",))
        assert {each.right for each in rights(store)} == {"一次性培训补贴", "免费乘坐城市公共汽车"}


def test_an_unknown_right_is_no_empty_answer(sample_store: Store) -> None:
    with pytest.raises(UnknownReference, match="土地承包权"):
        rights(sample_store, "土地承租权")
