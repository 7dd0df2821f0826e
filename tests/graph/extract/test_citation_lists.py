from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest

from graph.extract import citations
from graph.extract.citation_lists import announced
from graph.model import Passage, Relation

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.model import Document

BASIS, CITES = Relation.BASIS, Relation.CITES


def related(document: Document) -> list[tuple[str | None, Relation]]:
    return [(c.title, c.relation) for c in citations.find(document, frozenset())]


@pytest.mark.parametrize(
    "text",
    [
        "四、政策依据\n1.《甲条例》。\n2.《乙办法》（水发〔2012〕7号）。",
        "政策依据：\n（一）《甲条例》；\n（二）《乙办法》（水发〔2012〕7号）。",
        "三、制定依据\n《甲条例》\n《乙办法》（水发〔2012〕7号）",
        "二、起草依据为《甲条例》（自2015年1月1日起施行）；《乙办法》（GB/T 3096—2008）。",
        "法律依据：《甲条例》、《乙办法》。",
        "主要依据下列文件：1.《甲条例》；2.省水利厅《乙办法》。",
        "根据以下规定：\n1.《甲条例》；\n2.《乙办法》。",
        "以《甲条例》和《乙办法》为主要依据，开展规划研究。",
        "根据党的十八大、十八届三中全会精神和《甲条例》、《乙办法》，制定本方案。",
        "根据《甲条例》等法律、法规，以及《乙办法》，结合实际，制定本意见。",
    ],
)
def test_what_stands_below_a_heading_of_grounds_is_a_basis(
    document_of: Callable[..., Document], text: str
) -> None:
    assert related(document_of(text)) == [("甲条例", BASIS), ("乙办法", BASIS)]


@pytest.mark.parametrize(
    "text",
    [
        "四、政策依据\n见有关文件。\n《甲条例》规定了许可，《乙办法》规定了收费。",
        "四、主要内容\n1.《甲条例》。\n2.《乙办法》。",
        "依据充分。《甲条例》和《乙办法》均有规定。",
    ],
)
def test_what_stands_in_a_sentence_of_its_own_is_no_item(
    document_of: Callable[..., Document], text: str
) -> None:
    assert related(document_of(text)) == [("甲条例", CITES), ("乙办法", CITES)]


@pytest.mark.parametrize(
    ("heading", "decides", "relation"),
    [
        ("四、制定依据", False, BASIS),
        ("（二）法律法规依据：", False, BASIS),
        ("一、废止的规章（2件）", True, Relation.REPEALS),
        ("宣布失效的规范性文件目录", True, Relation.REPEALS),
        ("二、修改的规章", True, Relation.AMENDS),
        ("二、修改的规章", False, None),
        ("一、主要任务", True, None),
    ],
)
def test_a_heading_announces_what_is_listed_below_it(
    *, heading: str, decides: bool, relation: Relation | None
) -> None:
    assert announced(heading, decides=decides) is relation


def test_a_heading_announces_what_stands_below_its_own_headings(
    document_of: Callable[..., Document],
) -> None:
    parts = (
        "二、工作依据\n",
        "（一）法律法规。《甲条例》等。\n",
        "（二）文件。《乙办法》。\n",
        "三、范围\n《丙规定》。",
    )
    document = document_of("".join(parts))
    places, at = [], 0
    for where, part in zip(("二", "二（一）", "二（二）", "三"), parts, strict=True):
        places.append(Passage(where, 0, at, at + len(part)))
        at += len(part)
    document = dataclasses.replace(document, passages=tuple(places))
    assert related(document) == [("甲条例", BASIS), ("乙办法", BASIS), ("丙规定", CITES)]


def test_the_same_list_is_read_alike_however_it_is_set(
    document_of: Callable[..., Document],
) -> None:
    titles = ("甲条例", "乙办法", "丙规定")
    settings = (
        "《{}》、《{}》和《{}》",
        "《{}》《{}》《{}》",
        "《{}》；\n《{}》；\n《{}》",
        "1.《{}》；2.《{}》；3.《{}》",
    )
    for setting in settings:
        text = f"根据{setting.format(*titles)}，制定本办法。"
        assert related(document_of(text)) == [(title, BASIS) for title in titles], setting


@pytest.mark.parametrize("lead", ["现就有关事项通知如下：", "要做好以下工作："])
def test_what_is_to_be_done_is_announced_and_no_documents(
    document_of: Callable[..., Document], lead: str
) -> None:
    text = f"{lead}\n一、国家废止了《甲条例》，免除负担。\n二、修改完善《乙规划》。"
    assert related(document_of(text)) == [("甲条例", CITES), ("乙规划", CITES)]
