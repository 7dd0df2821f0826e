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
        ("某省人民政府贯彻国务院关于加强依法行政的决定的实施意见", "某省人民政府"),
        ("某市人民政府办公厅贯彻落实国务院关于深化改革的意见", "某市人民政府办公厅"),
        ("某县贯彻执行国家标准办法", None),
        ("南京市公安局实施《江苏省常住户口登记管理规定》细则", "南京市公安局"),
        ("某省人民政府办公厅贯彻落实《禁止交易决定》的实施意见", "某省人民政府办公厅"),
        ("北京市实施《居住证暂行条例》办法", None),
    ],
)
def test_a_title_may_name_who_carries_an_act_out(
    document_of: Callable[..., Document], title: str, issuer: str | None
) -> None:
    assert document_of(f"{title}\n第一条 为了管理，制定本办法。\n第二条 施行。").issuer == issuer


@pytest.mark.parametrize(
    ("head", "signature", "issuers"),
    [
        # a red head, or the signature, names more fully whom the title names in short
        (
            "天津市教育委员会文件\n津教委〔2016〕12号\n市教委关于招生的通知\n",
            "2016年4月1日",
            ["天津市教育委员会"],
        ),
        (
            "君山片区管理局关于清洁村庄的通知\n",
            "平潭综合实验区君山片区管理局\n2023年6月21日",
            ["平潭综合实验区君山片区管理局"],
        ),
        (
            "君山片区管理局关于清洁村庄的通知\n",
            "附件：排查表 平潭综合实验区君山片区管理局 2023年6月21日 附件排查表",
            ["平潭综合实验区君山片区管理局"],
        ),
        # two bodies on one line, of which a line end or nothing parts one
        (
            "国家煤矿安监局国家能源局关于印发办法的通知\n",
            "2018年4月27日",
            ["国家煤矿安监局", "国家能源局"],
        ),
        (
            "关于做好救灾工作的通知\n",
            "卫生部国家食品药品监管局国家中医药局\n2008年5月13日",
            ["卫生部", "国家食品药品监管局", "国家中医药局"],
        ),
        (
            "深圳市前海管理局国家税务总局深圳市税务局关于印发措施的通知\n",
            "2023年5月11日",
            ["深圳市前海管理局", "国家税务总局深圳市税务局"],
        ),
        # the seal of another body stands below the name
        (
            "关于印发防控方案的通知\n",
            "国务院联防联控机制综合组\n（国家卫生健康委代章）\n2022年6月27日",
            ["国务院联防联控机制综合组"],
        ),
        # the title's own name stays where the signature adds no place
        (
            "某县民政局关于救助的通知\n",
            "附件：救助名单某县民政局\n2022年6月27日",
            ["某县民政局"],
        ),
    ],
)
def test_who_issues_is_named_as_fully_as_the_document_names_it(
    document_of: Callable[..., Document], head: str, signature: str, issuers: list[str]
) -> None:
    document = document_of(f"{head}{LETTER}{signature}\n")
    assert [name.name for name in document.issuers] == issuers


@pytest.mark.parametrize(
    ("sentence", "issuers"),
    [
        ("中国人民银行制定了《债券借贷业务规定》，现予公布。", ["中国人民银行"]),
        ("卫生部和国家中医药管理局制定了《处方办法》，现予公布。", ["卫生部", "国家中医药管理局"]),
        ("我行制定了《债券借贷业务规定》，现予公布。", []),
    ],
)
def test_who_made_what_a_sentence_proclaims_issues_it(
    document_of: Callable[..., Document], sentence: str, issuers: list[str]
) -> None:
    title = sentence.partition("《")[2].partition("》")[0]
    text = (
        f"为规范业务，{sentence}\n二〇〇六年十一月二日\n{title}\n第一条 为规范业务，制定本规定。\n"
    )
    assert [name.name for name in document_of(text).issuers] == issuers


@pytest.mark.parametrize(
    ("colophon", "issuer"),
    [
        ("长宁区人力资源和社会保障局办公室2011年11月4日印发", "长宁区人力资源和社会保障局"),
        ("长宁区人力资源和社会保障局办公室\n2011年11月4日印发", "长宁区人力资源和社会保障局"),
        ("长宁区人力资源和社会保障局办公室收。\n2011年11月4日印发", None),
        ("某某印刷厂办公室2011年11月4日印发", None),
        ("抄送：长宁区人力资源和社会保障局办公室", None),
    ],
)
def test_whose_office_printed_what_nobody_signs_issued_it(
    document_of: Callable[..., Document], colophon: str, issuer: str | None
) -> None:
    text = f"关于完善补贴的实施意见\n{LETTER}二〇一一年十一月四日\n主题词：补贴\n{colophon}\n"
    assert document_of(text).issuer == issuer


def test_a_note_may_tell_a_change_by_its_year(document_of: Callable[..., Document]) -> None:
    text = (
        "土地规划管理办法\n（1992年12月4日建设部令第22号发布 自1993年1月1日起施行\n"
        "根据2011年《建设部关于废止和修改部分规章的决定》修正）\n第一条 为了加强管理。\n"
    )
    document = document_of(text)
    assert document.number == "建设部令第22号"
    assert document.issuer == "建设部"
    assert str(document.date_issued) == "1992-12-04"
    assert [(event.event, str(event.date)) for event in document.history] == [
        ("发布", "1992-12-04"),
        ("施行", "1993-01-01"),
        ("修正", "None"),
    ]
