from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph import pipeline
from graph.answers.impact import impact
from graph.answers.lineage import lineage
from graph.answers.to_review import to_review
from graph.references import find_reference
from graph.store import open_store
from tests.graph.chain import read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.answers.impact import Impact
    from graph.store import Store


def test_what_nobody_cites_affects_nothing(sample_store: Store) -> None:
    assert impact(sample_store, find_reference(sample_store, "171号")) == ()


def test_what_is_affected_is_identified_and_quoted(sample_store: Store) -> None:
    plan, clause = impact(sample_store, find_reference(sample_store, "新政发〔2014〕68号"))
    assert plan.affected.endswith("/annex/1")
    assert clause.affected == plan.affected + "/五/（十五）"
    assert plan.quote.endswith("(新政发〔2014〕68号)")
    assert clause.quote == "新政发〔2014〕68号"


def test_the_near_come_before_the_far(circular_store: Store) -> None:
    found = impact(circular_store, find_reference(circular_store, "171号"))
    stated = [each for each in found if each.relation != "alignment"]
    assert [(each.depth, each.scope, each.provisions) for each in stated] == [
        (1, "document", 28),
        (1, "clause", 1),
        (2, "document", 28),
    ]


def test_clauses_that_carry_it_out_come_behind_those_that_cite(circular_store: Store) -> None:
    found = impact(circular_store, find_reference(circular_store, "171号"))
    near = [each.relation for each in found if each.depth == 1]
    assert near.index("alignment") > near.index("cites")
    assert {each.scope for each in found if each.relation == "alignment"} == {"clause"}


def test_of_a_clause_only_what_carries_it_out_corresponds(chain_store: Store) -> None:
    found = impact(chain_store, find_reference(chain_store, "国办发〔2030〕5号 二（三）"))
    assert [(i.depth, i.document, i.provision) for i in found if i.relation == "alignment"] == [
        (1, "云政办发〔2030〕18号", "三（一）"),
        (2, "河政办发〔2031〕7号", "一"),
    ]


def test_what_rests_on_a_repealed_document_is_to_be_reviewed(chain_store: Store) -> None:
    (found,) = to_review(chain_store)
    assert (found.cause, found.state) == ("云岭政发〔2020〕3号", "repealed")
    assert (found.document, found.relation) == ("云湖政发〔2031〕2号", "basis")


def test_a_repealing_document_affects_what_rests_on_the_repealed(chain_store: Store) -> None:
    found = impact(chain_store, find_reference(chain_store, "云岭政发〔2031〕9号"))
    assert [(i.cause, i.state, i.document) for i in found] == [
        ("云岭政发〔2020〕3号", "repealed", "云湖政发〔2031〕2号")
    ]


NOTICE = """云湖市人民政府关于{about}的通知
云湖政发〔{year}〕{number}号
各县（区）人民政府：
{says}

一、做好补贴发放。按月发放老年人补贴，不得拖欠。（市民政局负责）

二、{last}

云湖市人民政府
{year}年3月1日
"""
OLD, NEW, AGAIN, UNDER, STILL = (
    f"云湖政发〔{year}〕{number}号"
    for year, number in (
        (2018, 30),
        (2020, 10),
        (2021, 4),
        (2022, 2),
        (2019, 6),
    )
)
ENDS = f"本通知自印发之日起施行，《云湖市老年人补贴办法》（{OLD}）同时废止。"
STANDS = "本通知自印发之日起施行。"


def notice(number: str, about: str, says: str, last: str = STANDS) -> str:
    year, of = number[5:9], number[10:-1]
    return NOTICE.format(about=about, year=year, number=of, says=says, last=last)


@pytest.fixture(scope="module")
def ended(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """An old act that two others ended, one that rests on the new one, and one on the old one."""
    under = f"根据《云湖市老年人补贴新办法》（{NEW}），现就有关事项通知如下："
    old = f"根据《云湖市老年人补贴办法》（{OLD}），现就有关事项通知如下："
    texts = (
        notice(NEW, "印发老年人补贴新办法", "现就有关事项通知如下：", ENDS),
        notice(AGAIN, "重新发布老年人补贴办法", old, ENDS),
        notice(UNDER, "补贴实施细则", under),
        notice(STILL, "落实老年人补贴办法", old),
    )
    with open_store(tmp_path_factory.mktemp("ended") / "store", write=True) as store:
        for at, text in enumerate(texts):
            pipeline.add(store, read(text, f"{at}.txt"))
        yield store


def affected(found: tuple[Impact, ...]) -> set[str]:
    return {each.document for each in found}


def test_an_act_that_ends_another_does_not_hang_on_it_nor_does_what_rests_on_that_act(
    ended: Store,
) -> None:
    assert affected(impact(ended, find_reference(ended, OLD))) == {STILL}
    assert affected(to_review(ended)) == {STILL}
    assert {each.cause for each in to_review(ended)} == {OLD}


def test_what_rests_on_the_new_act_hangs_on_the_new_act(ended: Store) -> None:
    assert {i.document for i in impact(ended, find_reference(ended, NEW)) if not i.cause} == {UNDER}


def test_a_lineage_tells_a_repeal_and_goes_no_further(ended: Store) -> None:
    down = lineage(ended, find_reference(ended, OLD), "down")
    assert {(hop.document, hop.depth) for hop in down if hop.relation == "repeals"} == {
        (NEW, 1),
        (AGAIN, 1),
    }
    assert UNDER not in {hop.document for hop in down}
    up = lineage(ended, find_reference(ended, UNDER), "up")
    assert {hop.document for hop in up} == {NEW}
