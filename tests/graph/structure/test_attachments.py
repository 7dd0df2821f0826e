from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.model import PartKind, Place
from graph.structure.attachments import attachment_lists, notes

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.model import Document


def lists(text: str) -> list[str]:
    return [text[start:end] for start, end in attachment_lists(text, 0, len(text))]


@pytest.mark.parametrize(
    "listed",
    [
        "附件：1.申报指南\n2.申报表",
        "附件：1.申报指南 2.申报表",
        "附件：1.申报指南；2.申报表。",
        "附件：\n1.申报指南\n2.申报表",
        "附 件：（1）申报指南\n（2）申报表",
        "附件：①申报指南②申报表",
        "附件：1、市级项目申报指南（2021年修订）\n2、申报表（略）",
        "附件：1.关于成立专项资金管理工作领导小组\n成员名单\n2.申报表",
        "附：登记表",
        "附件：1、2015年上半年考试安排2、2015年上半年报名统计表",
        "附表：1.申报表\n2.汇总表\n3.承诺书",
        "附件：1.申报指南2.申报表1.申报指南（/file?id=3）2.申报表（/file?id=4）",
    ],
)
@pytest.mark.parametrize("behind", ["\n某省财政厅\n2020年1月2日", "\n抄送：市委办公厅", ""])
def test_a_list_of_attachments_ends_with_its_last_name(listed: str, behind: str) -> None:
    assert lists(f"按时提交。\n{listed}{behind}") == [listed]


def test_a_list_in_a_text_without_line_ends_ends_where_other_words_begin() -> None:
    text = "请认真执行。附件：1.任务分工表2.联系表一、总体要求。以人为本。二、任务。治水。"
    assert lists(text) == ["附件：1.任务分工表2.联系表"]
    assert lists("请执行。附件：1.任务表2.联系表（此件公开发布）附件1任务表") == [
        "附件：1.任务表2.联系表"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "附件：\n考核指标\n1.水质达标。\n2.河岸整洁。",
        "附件1\n考核指标\n1.水质达标。",
        "附件：1.申报条件：企业应当合法经营，近三年没有处罚。2.程序：按时。",
        "提交下列附件材料：1.身份证。2.户口簿。",
        "（一）附件材料。1.身份证。2.户口簿。",
        "附件：报送的材料应当真实，弄虚作假的取消资格；逾期的不予受理。",
    ],
)
def test_what_only_looks_like_a_list_of_attachments_is_none(text: str) -> None:
    assert lists(text) == []


@pytest.mark.parametrize(
    ("text", "note"),
    [
        (
            "3\t水质\t达标\n注：1.数据来自年报；2.含附属单位。\n二、考核",
            "注：1.数据来自年报；2.含附属单位。",
        ),
        ("合计120备注：1.不含市区；2.含园区。附件2", "备注：1.不含市区；2.含园区。"),
        ("水质\n附注：（1）年报。\n（2）季报。\n一、考核", "附注：（1）年报。\n（2）季报。"),
    ],
)
def test_the_notes_of_a_table_end_with_the_last_one(text: str, note: str) -> None:
    assert [text[start:end] for start, end in notes(text, 0, len(text))] == [note]


@pytest.mark.parametrize("text", ["重点关注：1.水质；2.河岸。", "注：本表由县局填写。", "注1.8"])
def test_other_words_before_a_colon_make_no_note(text: str) -> None:
    assert notes(text, 0, len(text)) == []


LETTER = """某省财政厅关于申报专项资金的通知
某财发〔2020〕3号
各县财政局：
一、申报条件
合法经营。
二、申报程序
按时提交。
{before}某省财政厅
2020年1月2日
{behind}"""
LIST = "附件：1.申报指南\n2.申报表\n"


@pytest.mark.parametrize(
    "text", [LETTER.format(before=LIST, behind=""), LETTER.format(before="", behind=LIST)]
)
def test_the_attachments_of_a_letter_are_no_provisions(
    document_of: Callable[..., Document], text: str
) -> None:
    document = document_of(text)
    assert [provision.label for provision in document.provisions] == ["一", "二"]
    closing = [
        document.folded.text[p.start : p.end] for p in document.passages if p.where == Place.CLOSING
    ]
    assert LIST.strip() in "\n".join(closing)
    listed = [document.quote(p.span) for p in document.parts if p.kind is PartKind.ATTACHMENTS]
    assert "\n".join(listed) == LIST.strip()


def test_a_letter_without_sections_has_no_provisions_by_its_attachments(
    document_of: Callable[..., Document],
) -> None:
    text = LETTER.replace("一、申报条件\n合法经营。\n二、申报程序\n", "请各县")
    assert document_of(text.format(before=LIST, behind="")).provisions == ()


def test_the_numbers_of_attachments_and_of_chapters_are_two_series(
    document_of: Callable[..., Document],
) -> None:
    text = (
        "某市关于印发预案的通知\n某政发〔2020〕3号\n各县：\n现印发你们，请认真执行。\n"
        "附件：1.发文稿纸2.预案\n某市人民政府\n2020年1月2日\n"
        "1.总则\n1.1编制目的\n为了应急。\n2.组织\n2.1指挥部\n3.处置\n立即处置。\n"
    )
    labels = [provision.label for provision in document_of(text).provisions]
    assert labels == ["1", "1.1", "2", "2.1", "3"]


def test_a_list_on_the_line_of_the_last_item_is_none_of_it(
    document_of: Callable[..., Document],
) -> None:
    text = (
        "某县关于治水的意见\n一、总体要求。以人为本。二、主要任务。治理河道。"
        "附件：1.任务表2.联系表\n某县人民政府\n2020年1月2日\n"
    )
    document = document_of(text)
    assert [document.quote(p.span) for p in document.provisions] == [
        "一、总体要求。以人为本。", "二、主要任务。治理河道。",
    ]  # fmt: skip


def test_a_wrapped_reference_to_an_attachment_is_no_label(
    document_of: Callable[..., Document],
) -> None:
    text = (
        "某县关于治水的意见\n一、主要任务\n各镇按照责任清单（见附件\n1）和时限要求完成整治。\n"
        "二、保障措施\n加强督查。\n"
    )
    assert [provision.label for provision in document_of(text).provisions] == ["一", "二"]


def test_a_list_below_the_word_and_before_the_signature_needs_no_colon(
    document_of: Callable[..., Document],
) -> None:
    head = "某市关于申报资金的通知\n一、申报条件\n二、申报材料\n附件\n"
    signature = "某市人民政府\n2020年5月25日\n"
    listed = document_of(f"{head}1. 资金申请表\n2. 承诺书（样式）\n{signature}")
    assert [provision.label for provision in listed.provisions] == ["一", "二"]
    annex = document_of(f"{head}1. 水质达标。每月监测。\n2. 岸线整洁。每周清理。\n")
    assert [provision.label for provision in annex.provisions][-1] == "附件/2"


def test_a_list_with_numerals_of_han_ends_before_the_signature() -> None:
    listed = "附件：\n一、债券数额及项目安排；\n二、关于发行债券的暂行规定。"
    assert lists(f"三、纳入计划。\n{listed}\n国家计划委员会\n一九八七年二月十六日") == [listed]


@pytest.mark.parametrize(
    "text",
    [
        "请执行。\n附件：\n一、总体要求\n以人为本。\n二、主要任务\n治理河道。",
        "请执行。\n附件：一、申请条件；二、申请材料。\n申请人应当如实填写。",
    ],
)
def test_sections_behind_the_word_annex_are_no_list(text: str) -> None:
    assert lists(text) == []


def test_another_list_behind_one_of_attachments_is_none_of_it() -> None:
    text = "请执行。附件：1.发文稿纸2.应急预案1.总则1.1编制目的为了应急。2.组织体系省政府指挥。"
    assert lists(text) == ["附件：1.发文稿纸2.应急预案"]


def test_an_address_may_end_before_a_list() -> None:
    assert lists("邮箱：a@gov.cn.附件：1.甲表2.乙表") == ["附件：1.甲表2.乙表"]
    assert lists("电话：13869XXXX附件：1.甲表2.乙表") == ["附件：1.甲表2.乙表"]


def test_notes_below_a_table_may_have_a_line_each() -> None:
    text = "二、指标\t满意度\n注：\n1.数据来自年报。2020年起采用。\n2.含附属单位。\n三、附则"
    found = [text[start:end] for start, end in notes(text, 0, len(text))]
    assert found == ["注：\n1.数据来自年报。2020年起采用。\n2.含附属单位。"]


def test_a_note_below_a_table_belongs_to_no_row(document_of: Callable[..., Document]) -> None:
    text = (
        "一、质量\t1.预约率\t定量\n二、效率\t2.床位率\t定量。\n"
        "注：\n1.数据来自年报。\n2.含附属单位。"
    )
    document = document_of(text)
    assert [p.label for p in document.provisions] == ["一", "一1", "二", "二2"]
    last = document.provisions[-1].span
    assert text[last.start : last.end].rstrip() == "2.床位率\t定量。"


def test_a_list_with_numerals_of_han_may_end_with_the_signature_on_its_line() -> None:
    listed = "附件：一、实施办法（教高〔2001〕2号） 二、扩展方案 某高教司 二〇〇五年七月十一日"
    assert lists(f"请确定联系人。{listed}") == [listed]
