from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.model import Document

NAVIGATION = "全文信息检索: 欢迎访问库尔勒市人民政府门户网站!\n当前位置: 首页 >> 政府文件 >> 正文\n"
TITLE = "库尔勒市人民政府办公室关于印发落户实施方案的通知"
LETTER = "各乡、镇、场,市政府各部门:\n\n  现印发你们,请认真贯彻执行。\n"
SIGNATURE = "库尔勒市人民政府办公室\n\n2018年10月15日\n"
NOTICE = f"{NAVIGATION}{TITLE}\n库政办发〔2018〕171号\n\n{LETTER}\n{SIGNATURE}"


def test_title_number_issuer_and_date_are_read_with_their_evidence(
    document_of: Callable[..., Document],
) -> None:
    document = document_of(NOTICE)
    assert document.title == TITLE
    assert document.number == "库政办发〔2018〕171号"
    assert document.issuer == "库尔勒市人民政府办公室"
    assert str(document.date_issued) == "2018-10-15"
    assert {name: document.quote(span) for name, span in document.evidence.items()} == {
        "title": TITLE,
        "number": "库政办发〔2018〕171号",
        "issuer": "库尔勒市人民政府办公室",
        "date_issued": "2018年10月15日",
    }


def test_a_title_over_three_lines_is_one_title(document_of: Callable[..., Document]) -> None:
    broken = f"{TITLE[:11]}\n{TITLE[11:20]}\n{TITLE[20:]}"
    assert document_of(NOTICE.replace(TITLE, broken)).title == TITLE


@pytest.mark.parametrize(
    "line",
    ["文号: 库政办发[2018]171号", "发文字号：库政办发〔2018〕171号", "（库政办发〔2018〕171号）"],
)
def test_the_number_may_be_labelled_or_in_brackets(
    document_of: Callable[..., Document], line: str
) -> None:
    assert document_of(NOTICE.replace("库政办发〔2018〕171号", line)).number == (
        "库政办发〔2018〕171号"
    )


def test_a_number_cited_in_the_text_is_not_the_documents_own(
    document_of: Callable[..., Document],
) -> None:
    notice = NOTICE.replace("库政办发〔2018〕171号\n", "").replace(
        "现印发你们", "根据国办发〔2016〕72号精神,现印发你们"
    )
    assert document_of(notice).number is None


def test_a_date_of_publication_or_printing_is_not_the_date_of_issue(
    document_of: Callable[..., Document],
) -> None:
    head = f"发布日期：2018-11-02\n{TITLE}\n库政办发〔2018〕171号\n{LETTER}"
    assert document_of(head).date_issued is None
    assert str(document_of(head + "\n" + SIGNATURE).date_issued) == "2018-10-15"
    assert document_of(head + "\n库尔勒市人民政府办公室2018年11月3日印发").date_issued is None


@pytest.mark.parametrize("written", ["2018年11月31日", "2018-02-30", "二〇一八年二月三十日"])
def test_a_signature_dated_on_no_day_gives_no_date(
    document_of: Callable[..., Document], written: str
) -> None:
    document = document_of(SIGNATURE.replace("2018年10月15日", written))
    assert document.date_issued is None
    assert document.issuer
    (warning,) = (each for each in document.warnings if each.code == "no-such-day")
    assert warning.span is not None
    assert document.quote(warning.span) == written


def test_a_labelled_date_of_issue_counts(document_of: Callable[..., Document]) -> None:
    head = f"成文日期：2018年10月15日\n发布日期：2018年11月2日\n{TITLE}\n{LETTER}"
    assert str(document_of(head).date_issued) == "2018-10-15"


def test_the_documents_own_words_go_before_the_metadata_of_its_file(
    document_of: Callable[..., Document],
) -> None:
    metadata = {"number": "库政办发〔2018〕9号", "date_issued": "2019-01-01", "issuer": "市政府网"}
    document = document_of(NOTICE, metadata)
    assert document.number == "库政办发〔2018〕171号"
    assert str(document.date_issued) == "2018-10-15"
    assert document.issuer == "库尔勒市人民政府办公室"


def test_metadata_fill_in_what_the_words_leave_open(document_of: Callable[..., Document]) -> None:
    bare = f"{TITLE}\n{LETTER}"
    metadata = {"number": "库政办发〔2018〕171号", "date_issued": "2018-10-15"}
    document = document_of(bare, metadata)
    assert (document.number, str(document.date_issued)) == ("库政办发〔2018〕171号", "2018-10-15")
    assert "number" not in document.evidence


ORDER = """中华人民共和国国务院令
第663号
《居住证暂行条例》已经2015年10月21日国务院第109次常务会议通过，现予公布，自2016年1月1日起施行。
总理 李克强
2015年11月26日
居住证暂行条例
第一条 为了促进新型城镇化的健康发展，制定本条例。
第二条 公民离开常住户口所在地，可以依照本条例的规定申领居住证。
"""


def test_a_red_head_is_no_title(document_of: Callable[..., Document]) -> None:
    document = document_of(
        "中山市人民政府办公室文件\n中府办〔2014〕50号\n各镇政府，市各有关单位：\n"
        "《中山市流动人员积分制管理实施细则》已经市政府同意，现印发给你们，请贯彻执行。\n"
        "中山市人民政府办公室\n2014年10月23日\n"
    )
    assert document.title == "中山市流动人员积分制管理实施细则"


def test_an_order_gives_number_issuer_and_the_title_that_it_proclaims(
    document_of: Callable[..., Document],
) -> None:
    document = document_of(ORDER)
    assert document.number == "国务院令第663号"
    assert document.title == "居住证暂行条例"
    assert document.issuer == "国务院"
    assert [provision.label for provision in document.provisions] == ["第一条", "第二条"]


def test_an_order_is_dated_below_its_signature(document_of: Callable[..., Document]) -> None:
    assert str(document_of(ORDER).date_issued) == "2015-11-26"


def test_a_table_of_contents_before_a_letter_does_not_hide_its_address(
    document_of: Callable[..., Document],
) -> None:
    text = f"{TITLE}\n目录\n1 基本信息\n2 通知内容\n基本信息\n通知内容\n{LETTER}\n{SIGNATURE}"
    document = document_of(text)
    assert document.quote(document.works[0].span).startswith(TITLE)
    assert not document.provisions
    assert any("请认真贯彻执行" in document.folded.text[p.start : p.end] for p in document.passages)


def test_a_sentence_dropped_before_the_text_is_warned_of(
    document_of: Callable[..., Document],
) -> None:
    told = "本站内容由第三方提供，请以原文为准。"
    document = document_of(f"首页\n{told}\n{TITLE}\n{LETTER}\n{SIGNATURE}")
    assert [
        (w.code, document.quote(w.span)) for w in document.warnings if w.span and w.span.start < 40
    ] == [("not-content", told)]


def test_menus_and_fields_before_the_text_are_no_reason_for_a_warning(
    document_of: Callable[..., Document],
) -> None:
    assert document_of(NOTICE).warnings == ()


def test_fields_on_one_line_with_title_and_address_are_read(
    document_of: Callable[..., Document],
) -> None:
    document = document_of(
        "关于印发《河道管理办法》的通知 发文机构：某省水利厅 发布时间：2021-01-29 "
        "发文字号：某水发〔2021〕3号 政策类型：政策文件 关键字：河道;采砂 各市水利局： "
        "现将《河道管理办法》印发给你们。\n"
        "第一条 为了管理。\n第二条 施行。\n"
    )
    assert document.title == "关于印发《河道管理办法》的通知"
    assert document.number == "某水发〔2021〕3号"
    assert document.issuer == "某省水利厅"
    assert [body.name for body in document.addressees] == ["各市水利局"]
    assert document.date_issued is None  # 发布时间 tells of the page


@pytest.mark.parametrize(
    ("between", "addressed"),
    [
        ("2016-10-05 15:09 【字体： 大 中 小 】 打印", True),
        ("2016-10-05 打印", True),
        ("", True),
        ("责任单位：", False),
    ],
)
def test_words_of_the_page_may_part_the_title_from_the_address(
    document_of: Callable[..., Document], between: str, *, addressed: bool
) -> None:
    title = "某省政府办公厅关于印发河道 管理办法的通 知（某政办发〔2016〕122号）"
    document = document_of(
        f"{title} 发文机构：某省政府办公厅 发布时间：2016-10-05 发文字号：某政办发〔2016〕122号 "
        f"政策类型：政策文件 关键字：河道;采砂 {title} {between} "
        "各市、县人民政府,省政府各部门: 《河道管理办法》已经省政府同意,现印发给你们,请认真执行。\n"
        "某省政府办公厅 2016年9月7日 河道管理办法 第一条 为了管理。\n"
        + "".join(f"第{count}条 河道由水利部门依法管理。\n" for count in "二三四五六七八九十")
    )
    wanted = ["各市、县人民政府", "省政府各部门"] if addressed else []
    assert [body.name for body in document.addressees] == wanted
    assert str(document.date_issued) == "2016-09-07"


def test_a_field_of_the_page_does_not_run_into_the_address(
    document_of: Callable[..., Document],
) -> None:
    document = document_of(
        "某省政府关于印发《河道管理办法》的通知\n发文字号：某政发〔2021〕3号\n"
        "来源：http://www.x.gov.cn/zw/2021/a_1.html\n关键字：河道整治;采砂管理;水利工程;水土保持;监督管理\n"
        "各市、县人民政府，省政府各部门：\n现将《河道管理办法》印发给你们。\n某省政府\n2021年1月2日\n"
        "河道管理办法\n第一条 为了管理。\n第二条 施行。\n"
    )
    assert document.title == "某省政府关于印发《河道管理办法》的通知"
    assert len(document.addressees) == 2


@pytest.mark.parametrize(
    ("head", "number"),
    [
        ("某市人民政府常务会议纪要\n〔2021〕8号", "某市人民政府常务会议纪要〔2021〕8号"),
        ("某市人民政府专题会议纪要\n〔2021〕第12号", "某市人民政府专题会议纪要〔2021〕12号"),
        ("某市人民政府专题会议纪要\n2021年第3期", "某市人民政府专题会议纪要〔2021〕第3期"),
        ("某市人民政府关于防汛工作的通知\n〔2021〕8号", None),
        ("某市人民政府常务会议纪要\n2021年5月11日", None),
    ],
)
def test_minutes_are_counted_by_their_title(
    document_of: Callable[..., Document], head: str, number: str | None
) -> None:
    text = f"{head}\n2021年5月11日，市长主持召开会议，研究防汛工作。\n一、市水利局要加强巡查。"
    assert document_of(text).number == number


def test_the_adoption_of_what_a_letter_forwards_is_not_the_letters(
    document_of: Callable[..., Document],
) -> None:
    resolution = (
        "某省人民代表大会常务委员会关于水库安全的决议\n"
        "（2002年12月6日某省第九届人民代表大会常务委员会第三十八次会议通过）\n"
        "会议听取了报告。会议要求，各级人民政府要提高认识。"
    )
    letter = document_of(
        f"转发某省人大常委会关于水库安全的决议的通知\n某府〔2003〕13号\n各市人民政府：\n"
        f"现转发给你们，请认真贯彻执行。\n某省人民政府\n2003年1月27日\n{resolution}"
    )
    assert (letter.date_adopted, letter.passed_by, letter.history) == (None, None, ())
    assert str(document_of(resolution).date_adopted) == "2002-12-06"


def test_the_note_of_an_act_that_an_order_prints_anew_is_not_the_orders(
    document_of: Callable[..., Document],
) -> None:
    decision = "某省人民政府关于修改《收费许可证管理办法》的决定"
    order = (
        "某省人民政府令\n第162号\n《某省人民政府关于修改〈收费许可证管理办法〉的决定》已经2004年4月30日"
        "省政府第15次常务会议通过，现予公布，自2004年8月1日起施行。\n省长 张三\n2004年5月24日\n"
    )
    body = "省政府决定作如下修改：\n一、增加一条。\n"
    anew = (
        "某省收费许可证管理办法\n（1992年1月13日省政府第54号令发布 2004年5月24日修订）\n"
        "第一条 为了管理，制定本办法。\n第二条 本办法自发布之日起施行。"
    )
    amended = document_of(f"{order}{decision}\n{body}{anew}")
    assert amended.number == "某省人民政府令第162号"
    assert amended.history == ()
    assert str(amended.in_force_from) == "2004-08-01"


@pytest.mark.parametrize("word", ["制定了", "修订了"])
def test_the_day_of_effect_may_stand_in_the_letter(
    document_of: Callable[..., Document], word: str
) -> None:
    text = (
        "某市地方税务局关于发布土地增值税征管规程的公告\n为规范我市土地增值税的征收管理，我局"
        f"{word}《某市地方税务局土地增值税征管规程》，现予以发布，自2015年7月1日起实施。\n特此公告。\n"
        "某市地方税务局\n2015年5月7日\n某市地方税务局土地增值税征管规程\n第一条 管理。"
    )
    document = document_of(text)
    assert document.title == "某市地方税务局关于发布土地增值税征管规程的公告"
    assert str(document.in_force_from) == "2015-07-01"
