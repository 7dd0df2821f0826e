"""How annexes are headed, and what their labels begin with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.graph.notices import NOTICE, TWO, articles, places

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.model import Document


@pytest.mark.parametrize(
    "heads",
    [
        ["附件1\n村务公开制度", "附件2\n村务监督制度", "附件3\n村务档案制度"],
        ["附件一：村务公开制度", "附件二：村务监督制度", "附件三：村务档案制度"],
        ["附件1 村务公开制度", "附件2 村务监督制度", "附件3 村务档案制度"],
    ],
)
def test_each_annex_has_its_title_and_labels(
    document_of: Callable[..., Document], heads: list[str]
) -> None:
    notice = NOTICE.format(
        title="某省关于规范村务的通知", letter="一、要求\n公开。\n二、监督\n检查。"
    )
    body = "".join(f"{head}\n一、范围\n全村。\n二、时限\n按月。\n" for head in heads)
    found = places(document_of(notice + body))
    numbers = ["一", "二", "三"] if "一" in heads[0] else ["1", "2", "3"]
    assert found[0][1] == ["一", "二"]
    assert found[1:] == [
        (title, [f"附件{n}/一", f"附件{n}/二"])
        for n, title in zip(numbers, ["村务公开制度", "村务监督制度", "村务档案制度"], strict=True)
    ]


@pytest.mark.parametrize(
    "named",
    [
        "附件：\n河道考评指标\n某省水利厅\n2020年1月2日\n附件\n河道考评指标\n",
        "附件：河道考评指标\n某省水利厅\n2020年1月2日\n附件\n河道考评指标\n",
        "某省水利厅\n2020年1月2日\n附件：\n河道考评指标\n附件\n河道考评指标\n",
        "某省水利厅\n2020年1月2日\n附件：河道考评指标\n河道考评指标\n",
        "某省水利厅\n2020年1月2日\n附件\n河道考评指标\n河道考评指标\n",
    ],
)
def test_an_annex_that_is_named_and_then_set_is_one(
    document_of: Callable[..., Document], named: str
) -> None:
    head = "某省水利厅关于开展考评的通知\n某水发〔2020〕3号\n各市水利局：\n一、要求\n按时。\n"
    document = document_of(f"{head}{named}1.水质达标。\n2.河岸整洁。\n")
    assert places(document)[1:] == [("河道考评指标", ["附件/1", "附件/2"])]


def test_each_of_several_rules_may_have_an_annex_of_its_own(
    document_of: Callable[..., Document],
) -> None:
    notice = NOTICE.format(
        title="某省水利厅关于印发《河道管理办法》和《河道管理实施细则》的通知",
        letter="现印发给你们。",
    )
    table = "附件1\n登记表\n1.姓名。\n2.住址。\n"
    found = places(document_of(notice + articles(TWO[0]) + table + articles(TWO[1]) + table))
    assert [labels[0] for _, labels in found[1:]] == [
        f"{TWO[0]}/第一条", f"{TWO[0]}/附件1/1", f"{TWO[1]}/第一条", f"{TWO[1]}/附件1/1",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("heading", "label"),
    [
        ("附件\n河道考评指标\n", "附件/1"),
        ("附件1\n河道考评指标\n", "附件1/1"),
        ("附件 1河道考评指标\n", "附件1/1"),
        ("附：\n河道考评指标\n", "附/1"),
        ("附表2：河道考评指标\n", "附表2/1"),
        ("附件1 河道考评标准 序号 考评内容 ", "附件1/1"),
    ],
)
def test_the_labels_of_an_annex_begin_with_what_heads_it(
    document_of: Callable[..., Document], heading: str, label: str
) -> None:
    notice = NOTICE.format(
        title="某省水利厅关于开展河道考评的通知",
        letter="请认真执行。" + ("\n附件：1.河道考评指标\n2.登记表" if "1" in heading else ""),
    )
    found = document_of(f"{notice}{heading}1.水质达标。\n2.河岸整洁。\n").provisions
    assert found[0].label == label


def test_what_a_notice_issues_under_the_word_annex_is_labelled_so(
    document_of: Callable[..., Document],
) -> None:
    notice = NOTICE.format(title="某省水利厅关于印发河道管理办法的通知", letter="现印发给你们。")
    assert places(document_of(f"{notice}附件\n{articles('河道管理办法')}"))[1:] == [
        ("河道管理办法", ["附件/第一条", "附件/第二条"])
    ]


def test_annexes_without_text_are_works_too(document_of: Callable[..., Document]) -> None:
    notice = NOTICE.format(
        title="某省水利厅关于开展河道考评的通知",
        letter="一、时间\n按月。\n附件：1.河道考评办法\n2.登记表\n3.汇总表",
    )
    text = f"{notice}附件1河道考评办法\n一、范围\n全省。\n附件2登记表\n附件3汇总表\n"
    assert places(document_of(text))[1:] == [
        ("河道考评办法", ["附件1/一"]),
        ("登记表", []),
        ("汇总表", []),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "附件1所列项目由省水利厅审核。",
        "相关链接：一图读懂《河道管理办法》",
        "附件列表：\n附件1：登记表.docx\n附件2：汇总表.docx",
    ],
)
def test_a_line_that_names_an_annex_heads_none(
    document_of: Callable[..., Document], line: str
) -> None:
    notice = NOTICE.format(
        title="某省水利厅关于印发《河道管理办法》的通知", letter="现印发给你们。"
    )
    document = document_of(f"{notice}{articles('河道管理办法')}{line}\n")
    assert [work.title for work in document.works][1:] == ["河道管理办法"]


def test_a_text_behind_an_annex_belongs_to_no_annex(
    document_of: Callable[..., Document],
) -> None:
    notice = NOTICE.format(
        title="某省水利厅党组关于印发两个规则的通知",
        letter="现印发给你们。\n附件：1.《党组工作规则》\n2.《党组议事规则》",
    )
    table = "附件：\n议事内容清单\n一、水利规划\n二、干部任免\n"
    text = f"{notice}{articles('党组工作规则')}{table}{articles('党组会议议事规则')}"
    assert [labels[0] for _, labels in places(document_of(text))[1:]] == [
        "附件1/第一条", "附件/一", "附件2/第一条",
    ]  # fmt: skip
