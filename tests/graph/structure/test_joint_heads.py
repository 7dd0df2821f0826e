"""Whole heads: who issued a document, to whom, when it was adopted, since when it is in force."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.model import Document

ADDRESS = "各区人民政府，市政府各部门："
BODY = "  为保护湖泊,现将有关事项通知如下。\n  一、加强巡查。\n  二、加强宣传。\n"


def named(document: Document) -> list[str]:
    for body in (*document.issuers, *document.addressees):
        assert body.span is not None
        assert "".join(document.quote(body.span).split()) == body.name
    return [body.name for body in document.issuers]


@pytest.mark.parametrize(
    ("head", "signature"),
    [
        ("某市水务局 某市财政局 某市公安局\n关于保护湖泊的通知", ""),
        ("某市水务局、某市财政局、某市公安局关于保护湖泊的通知", ""),
        ("某市水务局\n某市财政局\n某市公安局\n关于保护湖泊的通知", ""),
        ("关于保护湖泊的通知", "某市水务局\n某市财政局\n某市公安局\n2021年3月4日"),
        ("关于保护湖泊的通知", "某市水务局  某市财政局  某市公安局\n2021年3月4日"),
        ("关于保护湖泊的通知", "某市水务局（印章）  某市财政局（印章）\n某市公安局\n2021年3月4日"),
        ("某市水务局等部门关于保护湖泊的通知", "某市水务局\n某市财政局\n某市公安局\n2021年3月4日"),
        ("某市水务局等3部门关于保护湖泊的通知", "某市水务局\n某市财政局\n某市公安局\n2021年3月4日"),
        ("某市水务局 某市财政局 某市公安局文件\n关于保护湖泊的通知", ""),
    ],
)
def test_all_who_issue_a_document_are_named_in_their_order(
    document_of: Callable[..., Document], head: str, signature: str
) -> None:
    document = document_of(f"{head}\n某水〔2021〕3号\n{ADDRESS}\n{BODY}{signature}\n")
    assert named(document) == ["某市水务局", "某市财政局", "某市公安局"]
    assert document.issuer == "某市水务局"
    assert str(document.date_issued) == ("2021-03-04" if signature else "None")
    assert [each.name for each in document.addressees] == ["各区人民政府", "市政府各部门"]
    assert [p.label for p in document.provisions] == ["一", "二"]


def test_who_wrote_a_forwarded_plan_does_not_issue_the_notice(
    document_of: Callable[..., Document],
) -> None:
    text = (
        "某市人民政府办公室转发市水务局等部门关于保护湖泊意见的通知\n某政办〔2021〕3号\n"
        f"{ADDRESS}\n市水务局、市财政局《关于保护湖泊的意见》已经市政府同意，现转发给你们。\n"
        "某市人民政府办公室\n2021年3月4日\n关于保护湖泊的意见\n市水务局  市财政局\n"
        "为保护湖泊，提出以下意见。\n一、加强巡查。\n二、加强宣传。\n"
    )
    assert named(document_of(text)) == ["某市人民政府办公室"]


def test_a_name_without_its_place_is_completed_by_the_signature(
    document_of: Callable[..., Document],
) -> None:
    text = f"自治区水利厅关于保护湖泊的通知\n各市水利局：\n{BODY}{{}}水利厅\n2021年3月4日\n"
    assert named(document_of(text.format("广西壮族自治区"))) == ["广西壮族自治区水利厅"]
    assert named(document_of(text.format("自治区"))) == ["自治区水利厅"]


ORDER = (
    "《某市湖泊办法》已经2014年12月29日市政府常务会议审议通过，现予公布，自2015年3月1日起施行。\n"
    "市长 张三\n二〇一五年一月十日\n某市湖泊办法\n"
    "第一条 为了保护湖泊，制定本办法。\n第二条 本市适用本办法。\n"
)


@pytest.mark.parametrize(
    ("head", "number"),
    [
        ("某市人民政府令\n第388号\n", "某市人民政府令第388号"),
        ("某市人民政府令第388号\n", "某市人民政府令第388号"),
        ("某市人民政府令（第388号）\n", "某市人民政府令第388号"),
        ("某市人民政府\n第388号\n", "某市人民政府令第388号"),
        ("", None),
    ],
)
def test_an_order_is_read_whole(
    document_of: Callable[..., Document], head: str, number: str | None
) -> None:
    document = document_of(head + ORDER)
    assert document.number == number
    assert document.title == "某市湖泊办法"
    assert named(document) == ["某市人民政府" if number else "市政府"]
    assert str(document.date_issued) == "2015-01-10"
    assert str(document.date_adopted) == "2014-12-29"
    assert document.passed_by
    assert (document.passed_by.name, document.passed_by.body) == ("市政府常务会议", "市政府")
    assert str(document.in_force_from) == "2015-03-01"
    assert document.history == ()
    assert [p.label for p in document.provisions] == ["第一条", "第二条"]
    preamble = [
        document.folded.text[p.start : p.end].strip()
        for p in document.passages
        if p.where == "preamble"
    ]
    assert preamble == [ORDER.partition("\n")[0]]
    assert len(document.works) == 1


@pytest.mark.parametrize(
    ("note", "number", "issued"),
    [
        (
            "(2023年3月1日某省人民政府令第100号公布 自2023年5月1日起施行)",
            "某省人民政府令第100号",
            "2023-03-01",
        ),
        (
            "2023年3月1日 某省人民政府令第100号公布\n2023年5月1日 施行",
            "某省人民政府令第100号",
            "2023-03-01",
        ),
        (
            "（2023年3月1日某省人民政府文件某政发〔2023〕100号发布　自2023年5月1日起施行）",
            "某政发〔2023〕100号",
            "2023-03-01",
        ),
    ],
)
def test_a_note_tells_number_issuer_and_days(
    document_of: Callable[..., Document], note: str, number: str, issued: str
) -> None:
    for between in ("\n", "" if note.startswith(("(", "（")) else "\n"):
        document = document_of(f"某省湖泊办法{between}{note}\n第一条 为了保护湖泊。\n第二条 略。\n")
        assert document.title == "某省湖泊办法"
        assert (document.number, str(document.date_issued)) == (number, issued)
        assert named(document) == ["某省人民政府"]
        assert str(document.in_force_from) == "2023-05-01"
        assert document.date_adopted is None


HISTORY = """某省湖泊条例
(2006年11月30日某省第十届人民代表大会常务委员会第二十四次会议通过 根据2018年1月23日某省第十二届人民\
代表大会常务委员会第三十五次会议《关于修改〈某省河道条例〉等十四件地方性法规的决定》第一次修正)
第一条 为了保护湖泊，制定本条例。
第二条 本条例自2007年1月1日起施行。
"""


def test_the_history_of_a_regulation_is_no_change_that_it_makes(
    document_of: Callable[..., Document],
) -> None:
    document = document_of(HISTORY)
    assert document.title == "某省湖泊条例"
    assert document.number is None
    assert document.date_issued is None
    assert str(document.date_adopted) == "2006-11-30"
    assert str(document.in_force_from) == "2007-01-01"
    assert [(e.event, e.kind, str(e.date), e.by) for e in document.history] == [
        ("通过", "adopted", "2006-11-30", "某省第十届人民代表大会常务委员会第二十四次会议"),
        ("修正", "amended", "2018-01-23", "《关于修改〈某省河道条例〉等十四件地方性法规的决定》"),
    ]
    assert all(document.quote(e.span).endswith(e.event) for e in document.history)
    assert named(document) == ["某省第十届人民代表大会常务委员会"]
    assert [p.where for p in document.passages] == ["title", "第一条", "第二条"]


@pytest.mark.parametrize(
    "preamble",
    [
        "根据《湖泊保护法》和《河道条例》，现将有关事项通告如下：",
        "根据《湖泊保护法》和《河道条例》，为保护湖泊，制定本方案。",
        "为贯彻《湖泊保护法》《河道条例》\n，结合本市实际，制定本方案。",
    ],
)
def test_the_words_before_the_first_unit_are_read_without_an_address(
    document_of: Callable[..., Document], preamble: str
) -> None:
    head = "某市水务局关于保护湖泊的通告\n某水通〔2022〕1号\n"
    document = document_of(f"{head}{preamble}\n一、禁止倾倒。\n二、禁止围垦。\n")
    found = [p for p in document.passages if p.where == "preamble"]
    assert found
    words = document.folded.text[found[0].start : found[-1].end]
    assert "《湖泊保护法》" in words
    assert "《河道条例》" in words
    assert "通告\n" not in words


def test_a_day_in_brackets_below_the_title_is_the_day_of_issue(
    document_of: Callable[..., Document],
) -> None:
    head = "中共中央 国务院关于保护湖泊的意见\n(2018年1月2日)\n"
    document = document_of(f"{head}保护湖泊，事关全局。\n一、要求\n二、措施\n")
    assert document.title == "中共中央国务院关于保护湖泊的意见"
    assert str(document.date_issued) == "2018-01-02"
    assert named(document) == ["中共中央", "国务院"]


def test_a_letter_about_an_opinion_has_not_its_title_nor_its_issuer(
    document_of: Callable[..., Document],
) -> None:
    text = (
        "某省司法厅：\n你厅来函收悉。我厅对牵头起草的《某省人民政府关于保护湖泊的意见》提出清理意见，"
        "建议修改后重新公布。\n某省水利厅\n2020年1月3日\n"
    )
    document = document_of(text)
    assert document.title == ""
    assert named(document) == ["某省水利厅"]
    assert [each.name for each in document.addressees] == ["某省司法厅"]


@pytest.mark.parametrize(
    ("head", "number"),
    [
        ("某省财政厅文件  某财规〔2020〕3号\n关于保护湖泊的通知", "某财规〔2020〕3号"),
        ("某省财政厅文件某财规〔2020〕3号关于保护湖泊的通知", "某财规〔2020〕3号"),
        ("特急·明电\n某政办发明电〔2021〕1号\n关于保护湖泊的通知", "某政办发明电〔2021〕1号"),
        ("特急·明电 某政办发明电〔2021〕1号\n关于保护湖泊的通知", "某政办发明电〔2021〕1号"),
        ("关于保护湖泊的通知某财规〔2020〕3号", "某财规〔2020〕3号"),
        ("国家税务总局公告2023年第3号\n关于保护湖泊的公告", "国家税务总局公告2023年第3号"),
        ("会议纪要〔2021〕第5期\n关于保护湖泊的会议纪要", "会议纪要〔2021〕第5期"),
        ("文号 | 某山政〔2020〕72号 |\n关于保护湖泊的通知", "某山政〔2020〕72号"),
        ("*文 号：*某山政〔2020〕72号\n关于保护湖泊的通知", "某山政〔2020〕72号"),
        # of another document
        ("关于贯彻某财规〔2020〕3号文件的通知", None),
        ("关于保护湖泊的通知\n（参见某财规〔2020〕3号）", None),
    ],
)
def test_the_number_in_the_head_is_the_documents_own(
    document_of: Callable[..., Document], head: str, number: str | None
) -> None:
    assert document_of(f"{head}\n{ADDRESS}\n{BODY}").number == number
