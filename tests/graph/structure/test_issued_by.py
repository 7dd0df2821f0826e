"""Who issues a document: by its labels, its notes and its title."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.model import Document

LETTER = "各乡、镇、场,市政府各部门:\n\n  现印发你们,请认真贯彻执行。\n"


@pytest.mark.parametrize(
    ("label", "number", "issuer"),
    [
        ("某市人民政府办公厅", "某人社发〔2011〕377号", None),
        ("某市人民政府办公厅", "某政办发〔2011〕37号", "某市人民政府办公厅"),
        ("某市人民政府", "某府规〔2011〕3号", "某市人民政府"),
        ("某市人力资源和社会保障局", "某人社发〔2011〕377号", "某市人力资源和社会保障局"),
    ],
)
def test_a_label_names_no_government_above_the_number_of_another_body(
    document_of: Callable[..., Document], label: str, number: str, issuer: str | None
) -> None:
    head = f"关于印发工伤保险待遇办法的通知\n发文机构：{label}\n发文字号：{number}\n{LETTER}"
    assert document_of(head).issuer == issuer


def test_all_who_give_a_joint_order_are_named_by_the_note(
    document_of: Callable[..., Document],
) -> None:
    document = document_of(
        "医疗废物管理处罚办法\n（2004年5月27日卫生部、国家环境保护总局令第21号发布）\n第一条 管理。"
    )
    assert document.number == "卫生部令第21号"
    assert [issuer.name for issuer in document.issuers] == ["卫生部", "国家环境保护总局"]


@pytest.mark.parametrize(
    ("title", "issuer"),
    [
        ("南京市公安局实施《江苏省常住户口登记管理规定》细则", "南京市公安局"),
        ("某省人民政府办公厅贯彻落实《禁止交易决定》的实施意见", "某省人民政府办公厅"),
        ("北京市实施《居住证暂行条例》办法", None),
    ],
)
def test_a_title_may_name_who_carries_an_act_out(
    document_of: Callable[..., Document], title: str, issuer: str | None
) -> None:
    assert document_of(f"{title}\n第一条 为了管理，制定本办法。\n第二条 施行。").issuer == issuer
