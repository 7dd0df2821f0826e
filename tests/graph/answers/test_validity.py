"""Whether a document is in force on a day, and which words say so."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from graph import pipeline
from graph.answers.lineage import lineage
from graph.answers.show import show
from graph.answers.validity import standing, with_standing
from graph.references import find_reference
from graph.store import open_store
from tests.graph.chain import read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.store import Store

TEXT = """云湖市人民政府关于老年人补贴{about}的通知
云湖政发〔{year}〕{number}号
各县（区）人民政府：
{says}现就有关事项通知如下：

一、做好补贴发放。按月发放老年人补贴，老年人优待证有效期2年。（市民政局负责）

二、{last}

云湖市人民政府
{year}年3月1日
"""
OLD, NEW = "云湖政发〔2018〕30号", "云湖政发〔2031〕9号"
OPEN, BELOW = "云湖政发〔2019〕6号", "云湖政发〔2030〕1号"
TERM = "本通知自2018年4月1日起施行，有效期5年。"
ENDS = f"本通知自2031年7月1日起施行。《云湖市老年人补贴办法》（{OLD}）同时废止。"


def text(number: str, about: str, last: str, says: str = "") -> str:
    return TEXT.format(about=about, year=number[5:9], number=number[10:-1], says=says, last=last)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """One with a term that another act ends, that act, one without a term, one below the first."""
    below = f"根据《云湖市老年人补贴办法》（{OLD}），"
    texts = (
        text(OLD, "办法", TERM),
        text(NEW, "新办法", ENDS),
        text(OPEN, "标准", "请认真贯彻执行。"),
        text(BELOW, "细则", "请认真贯彻执行。", below),
    )
    with open_store(tmp_path_factory.mktemp("validity") / "store", write=True) as opened:
        for at, each in enumerate(texts):
            pipeline.add(opened, read(each, f"{at}.txt"))
        yield opened


@pytest.mark.parametrize(
    ("day", "states"),
    [
        (dt.date(2018, 3, 31), ["not-yet"]),
        (dt.date(2018, 4, 1), ["in-force"]),
        (dt.date(2023, 3, 31), ["in-force"]),
        (dt.date(2023, 4, 1), ["expired"]),
        (dt.date(2031, 6, 30), ["expired"]),
        (dt.date(2031, 7, 1), ["repealed", "expired"]),
        (None, ["repealed", "limited", "not-yet"]),
    ],
)
def test_a_document_has_a_state_on_a_day_and_the_words_that_made_it_so(
    store: Store, day: dt.date | None, states: list[str]
) -> None:
    found = standing(store, find_reference(store, OLD).document, day)
    assert sorted(each.state for each in found) == sorted(states)
    for each in found:
        assert each.quote
        assert each.source == (NEW if each.state == "repealed" else OLD)


@pytest.mark.parametrize("number", [OPEN, BELOW])
def test_of_a_document_without_a_term_nothing_is_said_and_a_card_has_its_own(
    store: Store, number: str
) -> None:
    assert standing(store, find_reference(store, number).document, dt.date(2040, 1, 1)) == ()


def test_what_is_shown_and_traced_tells_the_state_with_its_quote(store: Store) -> None:
    day = dt.date(2024, 1, 1)
    shown = [each for each in show(store, find_reference(store, f"{OLD} 二"), day) if each.quote]
    assert (shown[0].kind, shown[0].value) == ("standing", "expired")
    assert "有效期5年" in shown[0].quote
    (hop,) = with_standing(store, lineage(store, find_reference(store, BELOW)), day)
    (state,) = hop.standing
    assert "有效期5年" in state.quote
