from __future__ import annotations

from typing import TYPE_CHECKING

from graph.answers.gaps import Gap, gaps
from graph.references import find_reference

if TYPE_CHECKING:
    from graph.store import Store


def _labels(store: Store, gap: Gap) -> list[str]:
    return [each.provision for each in gaps(store) if each.gap == gap]


def test_aims_and_principles_name_nobody(sample_store: Store) -> None:
    assert _labels(sample_store, Gap.NO_AGENCY) == ["一", "二"]


def test_shared_clauses_have_no_leader_and_single_bodies_need_none(sample_store: Store) -> None:
    assert _labels(sample_store, Gap.NO_LEADER) == [
        "四（四）",
        "四（九）",
        "四（十二）",
        "五（十四）",
    ]


def test_a_section_is_no_clause(sample_store: Store) -> None:
    assert not {"三", "三（一）", "四", "五"} & {each.provision for each in gaps(sample_store)}


def test_what_is_wanting_is_shown_by_the_clause_itself(sample_store: Store) -> None:
    nobody = next(each for each in gaps(sample_store) if each.gap == Gap.NO_AGENCY)
    assert nobody.words == ""
    assert nobody.quote.strip() == nobody.text
    assert nobody.end - nobody.start == len(nobody.quote)


def test_one_clause_can_be_asked_about(sample_store: Store) -> None:
    found = gaps(sample_store, find_reference(sample_store, "五（十五）"))
    assert [(each.gap, each.words) for each in found] == [
        (Gap.OPEN_SET, "有关部门"),
        (Gap.OPEN_SET, "相关部门"),
        (Gap.VAGUE_DATE, "尽快"),
    ]


def test_both_documents_are_looked_through(circular_store: Store) -> None:
    assert len(_labels(circular_store, Gap.NO_AGENCY)) == 4
