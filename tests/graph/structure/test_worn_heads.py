"""Heads that a page has worn: a number in pieces, an order glued to a title, a bare note."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.model import Document

LETTER = (
    "关于印发《湖泊保护办法》的通知\n各镇人民政府，市府直属各单位：\n现印发给你们，请认真执行。\n"
)
ARTICLES = "第一条 为了保护湖泊，制定本办法。\n第二条 本办法自2020年5月1日起施行。\n"


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("东府〔\n2016\n〕\n3\n号", "东府〔2016〕3号"),
        ("东府〔2016〕\n3\n号", "东府〔2016〕3号"),
        ("东府〔2016〕\n第3号", "东府〔2016〕3号"),
        ("东府\n〔2016〕3号", "东府〔2016〕3号"),
        ("浙财\n〔2016〕\n31\n号", None),  # nothing tells a code from a line of two characters
    ],
)
def test_a_number_is_put_together_from_its_lines(
    document_of: Callable[..., Document], printed: str, number: str | None
) -> None:
    document = document_of(f"东莞市人民政府文件\n{printed}\n{LETTER}")
    assert document.number == number
    assert document.title == "关于印发《湖泊保护办法》的通知"


@pytest.mark.parametrize(
    "text",
    [
        "表1 各镇任务〔2016〕\n12\n项目名称 数量\n",  # a figure of a table
        "详见某市公报〔2016〕\n2016年3月2日\n",
    ],
)
def test_a_line_of_digits_is_no_serial_without_a_code(
    document_of: Callable[..., Document], text: str
) -> None:
    assert document_of(f"湖泊保护办法\n{text}{ARTICLES}").number is None


@pytest.mark.parametrize(
    ("head", "number", "issuer"),
    [
        ("中华人民共和国财政部令第64号——湖泊保护办法", "财政部令第64号", "财政部"),
        ("财政部令第64号 湖泊保护办法", "财政部令第64号", "财政部"),
        ("财政部令第64号：湖泊保护办法", "财政部令第64号", "财政部"),
        ("中华人民共和国财政部令第64号《湖泊保护办法》", "财政部令第64号", "财政部"),
        ("财政部令第64号（湖泊保护办法）", "财政部令第64号", "财政部"),
        (
            "中国人民银行 国家金融监督管理总局令〔2025〕第2号（湖泊保护办法）\n湖泊保护办法",
            "中国人民银行令〔2025〕2号",
            "中国人民银行",
        ),
    ],
)
def test_an_order_on_the_line_of_the_title_is_none_of_it(
    document_of: Callable[..., Document], head: str, number: str, issuer: str
) -> None:
    document = document_of(f"{head}\n{ARTICLES}")
    assert (document.title, document.number, document.issuer) == ("湖泊保护办法", number, issuer)


@pytest.mark.parametrize(
    "title",
    [
        "旅游业振兴计划——三十条行动措施",
        "财政部关于执行国务院令第64号有关问题的通知",
        "财政部关于修改《甲办法》等规章的决定",
    ],
)
def test_a_dash_or_an_order_within_a_title_stays(
    document_of: Callable[..., Document], title: str
) -> None:
    assert document_of(f"{title}\n{ARTICLES}").title == title


def test_an_order_run_into_its_sentence_is_read(document_of: Callable[..., Document]) -> None:
    document = document_of(
        "国务院关于修改《湖泊保护条例》的决定\n"
        "中华人民共和国国务院令第506号现公布《国务院关于修改〈湖泊保护条例〉的决定》，"
        "自公布之日起施行。总 理 某某某\n二〇〇七年九月十八日\n"
        "国务院关于修改《湖泊保护条例》的决定\n国务院决定作如下修改：\n一、删去第七条。\n"
    )
    assert (document.number, document.issuer) == ("国务院令第506号", "国务院")
    assert str(document.date_issued) == str(document.in_force_from) == "2007-09-18"


NOTE = (
    "（1994年8月4日某市第一届人民代表大会常务委员会第二十四次会议通过\n"
    "1997年12月17日某市第二届人民代表大会常务委员会第十九次会议修正\n"
    "2004年6月25日某市第三届人民代表大会常务委员会第三十二次会议第二次修正）\n"
)


def test_the_lines_of_a_note_are_no_title(document_of: Callable[..., Document]) -> None:
    bare = document_of(NOTE + ARTICLES)
    assert bare.title == ""
    assert [event.event for event in bare.history] == ["通过", "修正", "修正"]
    assert document_of(f"湖泊保护办法\n{NOTE}{ARTICLES}").title == "湖泊保护办法"
    assert document_of(f"湖泊保护公约（草案）\n{ARTICLES}").title == "湖泊保护公约（草案）"


def test_a_number_behind_the_day_of_issue_in_a_note_is_the_documents(
    document_of: Callable[..., Document],
) -> None:
    note = "（2010年12月22日发布 法发〔2010〕60号）"
    assert document_of(f"关于保护湖泊的意见\n{note}\n{ARTICLES}").number == "法发〔2010〕60号"
    cited = "（国务院2010年12月22日发布的国发〔2010〕60号同时废止）"
    assert document_of(f"关于保护湖泊的意见\n{cited}\n{ARTICLES}").number is None


def test_fields_with_nothing_between_them_are_read(document_of: Callable[..., Document]) -> None:
    fields = (
        "标题：某行关于保护湖泊的指导意见索引号：HB/2021-44文号：银发〔2021〕245号"
        "发文机关：中国人民银行公文种类：发布日期：2021年09月30日生效日期：主题词：湖泊"
    )
    document = document_of(
        f"某行关于保护湖泊的指导意见\n{fields}\n各分行、各商业银行：\n一、巡查。\n"
    )
    assert document.number == "银发〔2021〕245号"
    assert document.title == "某行关于保护湖泊的指导意见"


LETTER_WITHOUT_ADDRESS = (
    "关于做好湖泊保护工作的通知\n现就有关事项通知如下：\n一、加强巡查。\n二、及时上报。\n"
)


@pytest.mark.parametrize(
    ("copies", "expected"),
    [
        (
            "主送：各分行、营业管理部，各商业银行。\n抄送：财政部。\n",
            ["各分行、营业管理部", "各商业银行"],
        ),
        ("主  送：各分行；各商业银行。\n", ["各分行", "各商业银行"]),
        ("主题词：湖泊 通知主送：各分行抄送：财政部、水利部\n", ["各分行"]),
        ("主送机关：各县水利局\n", ["各县水利局"]),
        ("抄送：财政部、水利部。\n", []),
        ("分送：市发改委、住建局。\n", []),
        ("内部发送：办公厅，市场司。\n", []),
    ],
)
def test_whom_the_copies_lines_name_first_is_addressed(
    document_of: Callable[..., Document], copies: str, expected: list[str]
) -> None:
    document = document_of(f"{LETTER_WITHOUT_ADDRESS}{copies}某行办公厅2019年3月29日印发\n")
    assert [name.name for name in document.addressees] == expected
    last = document.provisions[-1]
    assert document.quote(last.span) == "二、及时上报。"


def test_the_address_line_goes_before_the_copies_lines(
    document_of: Callable[..., Document],
) -> None:
    text = LETTER_WITHOUT_ADDRESS.replace("现就", "各区人民政府：\n现就")
    document = document_of(f"{text}主送：各分行。\n")
    assert [name.name for name in document.addressees] == ["各区人民政府"]


def test_the_day_behind_one_who_signs_as_a_field_is_the_orders(
    document_of: Callable[..., Document],
) -> None:
    document = document_of(
        "国家市场监督管理总局令第18号《湖泊保护办法》已于2019年11月8日经总局局务会议审议通过，"
        "现予公布，自2020年1月1日起施行。局长：张三三2019年11月21日湖泊保护办法"
        f"（2019年11月21日国家市场监督管理总局令第18号公布）\n{ARTICLES}"
    )
    assert str(document.date_issued) == "2019-11-21"
    contact = "执行。联系人：张三三2019年11月20日前报送"
    assert document_of(f"{LETTER}{contact}\n").date_issued is None


RUN_IN = "责任人要落实责任。附：值班安排表{}2021年10月14日值班安排表张三三周一"


@pytest.mark.parametrize(
    ("names", "issuers"),
    [
        (
            "中共清水河县五良太乡委员会清水河县五良太乡人民政府",
            ["中共清水河县五良太乡委员会", "清水河县五良太乡人民政府"],
        ),
        ("中共清水河县委办公室", ["中共清水河县委办公室"]),
    ],
)
def test_nothing_stands_before_the_name_of_a_partys_body(
    document_of: Callable[..., Document], names: str, issuers: list[str]
) -> None:
    text = f"关于调整领导小组的通知\n各村党支部：现通知如下：一、加强领导。{RUN_IN.format(names)}\n"
    assert [name.name for name in document_of(text).issuers] == issuers


def test_a_seal_of_another_may_stand_between_name_and_day(
    document_of: Callable[..., Document],
) -> None:
    document = document_of(
        "某市防汛抗旱指挥部关于启动Ⅲ级应急响应的通知\n各村：现决定启动响应，请做好防范。 "
        "某市防汛抗旱指挥部 （党政办公室代章） 2022年5月13日 来源：某市管理局\n"
    )
    assert document.title == "某市防汛抗旱指挥部关于启动Ⅲ级应急响应的通知"
    assert (document.issuer, str(document.date_issued)) == ("某市防汛抗旱指挥部", "2022-05-13")


@pytest.mark.parametrize(
    "between", ["时间：2022-05-01 08：29 微信 微博 QQ空间", "时间：2022-05-01 08：29 打印"]
)
def test_a_title_that_the_page_prints_again_hides_no_address(
    document_of: Callable[..., Document], between: str
) -> None:
    title = "某区管理局关于同意农业种植项目备案的通知"
    document = document_of(
        f"当前位置： 首页政务公开最新文件部门文件 {title} {between} {title} "
        "某县某村股份经济合作联合社：根据规定，现予以备案。 某区管理局2022年4月30日\n"
    )
    assert document.title == title
    assert [name.name for name in document.addressees] == ["某县某村股份经济合作联合社"]


def test_words_of_the_page_behind_a_broken_title_are_none_of_it(
    document_of: Callable[..., Document],
) -> None:
    document = document_of(
        "首页\n某市有力有效支持发展瞪羚企业、独角兽企业行\n动计划（2025—2027年） 政策咨询\n"
        "2025-03-04 09:49:09 【字体：大中小】\n某工信〔2025〕44号\n为贯彻精神，制定本计划。\n"
        "一、总体要求\n到2027年，形成集群。\n"
    )
    assert document.title == "某市有力有效支持发展瞪羚企业、独角兽企业行动计划（2025—2027年）"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "民政部、应急部、人民银行，各省人民政府：",
            ["民政部", "应急部", "人民银行", "各省人民政府"],
        ),
        ("各军区后勤部、政治部：", ["各军区后勤部、政治部"]),
        (
            "各省财政厅（局）、党委宣传部、发展改革委：",
            ["各省财政厅（局）、党委宣传部、发展改革委"],
        ),
    ],
)
def test_a_ministry_by_its_short_name_stands_by_itself(
    document_of: Callable[..., Document], line: str, expected: list[str]
) -> None:
    document = document_of(f"关于做好湖泊保护工作的通知\n{line}\n现通知如下：\n一、巡查。\n")
    assert [name.name for name in document.addressees] == expected


@pytest.mark.parametrize(
    ("behind", "in_force"),
    [
        ("发布之日施行", "1985-09-18"),
        ("自发布之日起施行", "1985-09-18"),
        ("本规定发布之日已经批准的，不再审批", "None"),
    ],
)
def test_a_note_may_bring_into_force_on_the_day_itself(
    document_of: Callable[..., Document], behind: str, in_force: str
) -> None:
    note = f"湖泊管理规定\n1985年9月18日 国务院发布\n{behind}\n第一条 为了保护湖泊，制定本规定。\n"
    assert str(document_of(note).in_force_from) == in_force
