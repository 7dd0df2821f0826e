import contextlib
from functools import partial

import pytest

from graph.errors import EmptySource, TooLarge
from graph.model import SourceText
from graph.sources import read_bytes
from tests.work import lines_run, processor_seconds_at_most

PROSE = "为进一步推进户籍制度改革，促进有能力在城镇稳定就业和生活的常住人口落户，现提出如下意见。"


def read(body: str, head: str = "") -> SourceText:
    page = f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"
    return read_bytes(page.encode(), "x.html")


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>一、总体要求</p><p>（一）</p>", "一、总体要求\n（一）\n"),
        (
            "国务院关于<br>印发通知<div>国发〔2014〕25号</div>",
            "国务院关于\n印发通知\n国发〔2014〕25号\n",
        ),
        ("<p>户籍<b>制度</b><span>改\n  革</span> </p>", "户籍制度改革\n"),
        ("<p>the\n city</p>", "the city\n"),
        ("<p>　　第一章　总　则</p>", "第一章　总　则\n"),
        ("<div><p>甲</p>乙<p>丙</p></div>", "甲\n乙\n丙\n"),
        ("<pre>甲\n  乙</pre>", "甲\n乙\n"),
        ("<p>甲&nbsp;&#20057;&lt;丙&gt;</p>", "甲\xa0乙<丙>\n"),
        ("<ul><li>甲<li>乙</ul>", "甲\n乙\n"),
    ],
)
def test_blocks_are_lines(body: str, text: str) -> None:
    assert read(body).text == text


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>var a = '秘密';</script>",
        "<style>p {content: '秘密'}</style>",
        "<p style='color: red; display : none'>秘密</p>",
        "<p style='visibility:hidden'>秘密</p>",
        "<div hidden><p>秘密</p></div>",
        "<p aria-hidden=true>秘密</p>",
        "<!-- 秘密 --><textarea>秘密</textarea><select><option>秘密</select>",
        "<noscript>秘密</noscript><template>秘密</template>",
    ],
)
def test_what_is_not_shown_is_not_read(hidden: str) -> None:
    assert read(f"<p>甲</p>{hidden}<p>乙</p>").text == "甲\n乙\n"


def test_a_body_that_hides_itself_is_shown_by_a_script() -> None:
    page = b"<html><body style='visibility: hidden'><p>\xe7\x94\xb2</p></body></html>"
    assert read_bytes(page, "x").text == "甲\n"


def test_a_row_of_a_table_is_a_line() -> None:
    table = """<table><caption>附件1</caption>
        <tr><th>序号</th><th>任务</th><th>责任单位</th></tr>
        <tr><td>1</td><td rowspan=2><p>拓宽</p><p>通道</p></td><td>市公安局<br>市财政局</td></tr>
        <tr><td>2</td><td>市教育局</td></tr><tr><td colspan=2>合计</td><td>3项</td></tr></table>"""
    assert read(table).text == (
        "附件1\n序号\t任务\t责任单位\n1\t拓宽 通道\t市公安局 市财政局\n2\t\t市教育局\n合计\t\t3项\n"
    )


def test_a_table_that_only_places_the_text_is_none() -> None:
    inner = "<table><tr><td>序号</td><td>任务</td></tr></table>"
    page = f"<table><tr><td>左</td><td><p>{PROSE}</p><p>{PROSE}</p>{inner}</td></tr></table>"
    assert read(page).text == f"左\n{PROSE}\n{PROSE}\n序号\t任务\n"[2:]


def test_navigation_and_footer_are_left_out() -> None:
    body = f"""<div id=nav><a href=/>首页</a><a href=/>信息公开</a></div>
        <div class=pos>当前位置：<a href=/>首页</a></div>
        <div class=main><div id=text><p>{PROSE}</p><p>一、总体要求</p><p>{PROSE}</p></div>
        <p><a href=/>相关文档：关于印发通知的解读，请点击。</a></p></div>
        <div class=foot>版权所有 备案号：京ICP备05070218号</div>"""
    assert read(body).text == f"{PROSE}\n一、总体要求\n{PROSE}\n"


def test_sentences_beside_the_document_are_told() -> None:
    other = f"<div><p>{PROSE}</p></div>"
    body = f"<div>{f'<p>{PROSE}</p>' * 12}</div>{other}"
    source = read(body)
    assert source.text == f"{PROSE}\n" * 12
    assert [(warning.code, PROSE[:40] in warning.message) for warning in source.warnings] == [
        ("left-out", True)
    ]


def test_title_addressee_and_date_beside_the_text_belong_to_it() -> None:
    body = f"""<p><a href=/>首页</a></p><div>
        <p>省政府令第175号</p><p>惠城府办〔2015〕9号</p><p>各镇政府，各街道办事处：</p>
        <div>{"".join(f"<p>{PROSE}</p>" for _ in range(9))}</div><p>2015年7月6日</p></div>"""
    lines = read(body).text.splitlines()
    assert lines[:3] == ["省政府令第175号", "惠城府办〔2015〕9号", "各镇政府，各街道办事处："]
    assert lines[-1] == "2015年7月6日"
    assert "首页" not in lines


def test_the_title_is_found_outside_the_text() -> None:
    title = "国务院关于进一步推进户籍制度改革的意见"
    body = f"<div><span>{title}</span></div><div><p>{PROSE}</p><p>{PROSE}</p></div>"
    source = read(body, f"<title>{title}_中国政府网</title>")
    assert source.text == f"{title}\n{PROSE}\n{PROSE}\n"
    assert read(body).text == f"{title}\n{PROSE}\n{PROSE}\n"
    body = f"<h1>{title}</h1><div><p>{title}</p><p>{PROSE}</p><p>{PROSE}</p></div>"
    assert read(body).text.count(title) == 1


@pytest.mark.parametrize(
    ("above", "begins", "shown"),
    [
        ("<td>划拨用地目录</td>", "一、根据土地管理法，制定本目录。", "划拨用地目录"),
        (
            "<td>违法建筑处理若干规定</td>",
            "第一条 为处理违法建筑，制定本规定。",
            "违法建筑处理若干规定",
        ),
        ("<td>土地监察暂行办法（试行）</td>", "第一章 总则", "土地监察暂行办法（试行）"),
        (
            "<td>土地监察条例</td>",
            "（1995年11月3日某市第二届人民代表大会常务委员会第四次会议通过）",
            "土地监察条例",
        ),
        ("<td>土地监察条例</td>", "（1995年，我市有关部门开展了调查）", "（1995年"),
        ("<td>土地监察暂行办法</td>", "为加强土地监察，制定本办法。", "为加强土地监察"),
        ("<td><a href='/x'>政策法规目录</a></td>", "第一条 为处理违法建筑，制定本规定。", "第一条"),
        ("<td>法律法规</td>", "第一条 为处理违法建筑，制定本规定。", "第一条"),
        ("<td>我们的规定，点击查看目录</td>", "第一条 为处理违法建筑，制定本规定。", "第一条"),
    ],
)
def test_a_statute_that_begins_at_once_is_named_by_the_line_above(
    above: str, begins: str, shown: str
) -> None:
    text = "".join(f"<p>第{n}条 各部门应当按照职责分工，做好有关工作。</p>" for n in "二三四五六")
    page = f"<table><tr>{above}</tr></table><div><p>{begins}</p>{text}</div>"
    assert read(page).text.startswith(shown)


def test_a_parent_of_the_same_title_does_not_hide_the_title() -> None:
    title = "关于做好进城务工人员随迁子女义务教育工作的意见"
    cited = f"根据省政府办公厅《{title}》（粤府办〔2011〕45号）精神，提出如下意见。{PROSE}"
    heading = f"<table><tr><td>{title}</td></tr></table>"
    source = read(f"{heading}<div><p>{cited}</p><p>{PROSE}</p></div>")
    assert source.text.splitlines()[0] == title


def test_fields_of_the_page_are_metadata_and_no_text() -> None:
    fields = """<table><tr><td>索 引 号：</td><td>000014349/2019-00007</td>
        <td>发文机关：</td><td>国务院</td></tr>
        <tr><td>发文字号：</td><td>国发〔2019〕5号</td><td>成文日期：</td><td>2019年01月27日</td>
        </tr></table>"""
    source = read(f"<div>{fields}</div><div><p>{PROSE}</p><p>{PROSE}</p></div>")
    assert source.text == f"{PROSE}\n{PROSE}\n"
    assert source.metadata == {
        "index_number": "000014349/2019-00007",
        "issuer": "国务院",
        "number": "国发〔2019〕5号",
        "date_issued": "2019-01-27",
    }


def test_the_title_of_the_article_is_metadata() -> None:
    source = read(f"<p>{PROSE}</p>", '<meta name="ArticleTitle" content="关于\n印发通知">')
    assert source.metadata == {"title": "关于 印发通知"}


def test_a_page_in_a_legacy_encoding_is_read() -> None:
    page = f'<html><meta charset="gb2312"><body><p>{PROSE}镕</p></body></html>'
    source = read_bytes(page.encode("gb18030"), "x.htm")
    assert (source.text, source.encoding) == (f"{PROSE}镕\n", "gb18030")


def test_a_wrong_declaration_of_the_encoding_does_no_harm() -> None:
    page = f'<html><meta charset="gb2312"><body><p>{PROSE}</p></body></html>'
    assert read_bytes(page.encode(), "x.htm").text == f"{PROSE}\n"


def test_each_line_is_anchored_to_its_node() -> None:
    source = read("<div id=zoom><p>甲</p><p><b>乙</b></p></div><p>丙</p>")
    assert [(each.span.of(source.text), each.locator) for each in source.anchors] == [
        ("甲", "#zoom > p:nth-of-type(1)"),
        ("乙", "#zoom > p:nth-of-type(2)"),
        ("丙", "body > p:nth-of-type(1)"),
    ]


def test_a_page_without_text_is_empty() -> None:
    with pytest.raises(EmptySource):
        read("<script>var a = 1;</script><img src=a.png>")


HOSTILE = [
    ("", "<div>", ""),
    ("", "<ul><li>", ""),
    ("<span>" * 2_000, "<p></p>", ""),
    ("", "<table><tr><td>", "文"),
    ("", "<b>", "文"),
    ("", "<p>文", ""),
    ("", "<i>文<br>", ""),
    ("", "<a ", ""),
    ("", "<!--", ""),
    ("<table><tr>", "<td colspan=9999>文", ""),
    ("<table><tr>" + "<td colspan=64 rowspan=9999>" * 50, "<tr><td>甲", ""),
    ("<p>名", "　", "<p>标 ："),
    ("<p>名<p>标", " ", "："),
    ("", "索 引 号：", ""),
    ("", "各镇政府，", ""),
]


def _read_or_refused(page: str) -> None:
    with contextlib.suppress(TooLarge, EmptySource):
        read_bytes(f"<html><body>{page}".encode(), "x")


@pytest.mark.parametrize(("before", "unit", "behind"), HOSTILE)
def test_hostile_pages_are_read_or_refused(before: str, unit: str, behind: str) -> None:
    with processor_seconds_at_most(60):
        _read_or_refused(before + unit * 20_000 + behind)


@pytest.mark.parametrize(("before", "unit", "behind"), HOSTILE)
def test_the_work_grows_with_the_page(before: str, unit: str, behind: str) -> None:
    few, many = (
        lines_run(partial(_read_or_refused, before + unit * times + behind))
        for times in (500, 2_000)
    )
    assert many < 8 * few
