from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.graph.extract.cited import named

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.model import Document


@pytest.mark.parametrize(
    "text",
    [
        "按照《采砂条例》（国务院令第663号）执行。认真执行《采砂条例》。",
        "认真执行《采砂条例》。按照《采砂条例》（国务院令第663号）执行。",
        "国务院令第663号公布了《采砂条例》。认真执行《采砂条例》。",
    ],
)
def test_a_title_that_the_text_joins_to_a_number_is_that_document_everywhere(
    document_of: Callable[..., Document], text: str
) -> None:
    assert named(document_of(text)) == [("采砂条例", "国务院令第663号")] * 2


def test_a_title_of_two_numbers_is_joined_to_none(document_of: Callable[..., Document]) -> None:
    text = (
        "《招生意见》（教发〔2015〕1号）和《招生意见》（教发〔2016〕2号）有效。《招生意见》适用。"
    )
    assert named(document_of(text)) == [
        ("招生意见", "教发〔2015〕1号"),
        ("招生意见", "教发〔2016〕2号"),
        ("招生意见", None),
    ]


def test_its_own_title_is_not_joined_to_the_number_of_the_older_document(
    document_of: Callable[..., Document],
) -> None:
    text = "《采砂管理办法》已经审议通过。原《采砂管理办法》（水发〔2010〕7号）同时废止。"
    found = named(document_of(text, "preamble", title="采砂管理办法"))
    assert found == [("采砂管理办法", "水发〔2010〕7号")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "根据《采砂实施意见》（水发〔2012〕7号，以下简称《意见》）。落实《意见》要求。",
            [("采砂实施意见", "水发〔2012〕7号")] * 2,
        ),
        (
            "根据《河道采砂条例》（以下简称条例）制定。违反条例第五条的处罚。",
            [("河道采砂条例", None)] * 2,
        ),
        (
            "根据《采砂管理办法》（水发〔2012〕7号，下称《办法》）。落实《办法》。",
            [("采砂管理办法", "水发〔2012〕7号")] * 2,
        ),
        (
            "根据《采砂管理办法》（试行）（以下简称《办法》）。落实《办法》。",
            [("采砂管理办法（试行）", None)] * 2,
        ),
        (
            "根据《采砂管理条例》、《船员管理条例》（以下简称《采砂条例》、《船员条例》）。落实《采砂条例》。",
            [("采砂管理条例", None), ("船员管理条例", None), ("采砂管理条例", None)],
        ),
        (
            "根据《采砂管理条例》和《船员管理规定》（以下简称《条例》）。落实《条例》。",
            [("采砂管理条例", None), ("船员管理规定", None), ("采砂管理条例", None)],
        ),
        (
            "根据《预算法》（以下简称预算法）、《采购法》（以下简称采购法）制定。",
            [("预算法", None), ("采购法", None)],
        ),
        (
            "国务院令第663号公布了《采砂条例》（以下简称《条例》）。落实《条例》。",
            [("采砂条例", "国务院令第663号")] * 2,
        ),
        (
            "根据《年休假条例》 （以下简称条例）制定。年内又出现条例第四条情形的，不再安排。",
            [("年休假条例", None)] * 2,
        ),
        # another's article, and a short form before it is defined
        (
            "根据《年休假条例》（以下简称条例）制定。实施条例第四条另行制定。",
            [("年休假条例", None)],
        ),
        (
            "根据《河道采砂条例》（以下简称条例）制定。违反本条例第五条的处罚。",
            [("河道采砂条例", None)],
        ),
        ("落实《意见》要求。根据《采砂实施意见》（以下简称《意见》）。", [("采砂实施意见", None)]),
        # a short form that nobody defined
        ("落实《意见》和《若干措施》。", []),
    ],
)
def test_a_short_form_means_what_the_text_says(
    document_of: Callable[..., Document], text: str, found: list[tuple[str, str | None]]
) -> None:
    assert named(document_of(text)) == found
