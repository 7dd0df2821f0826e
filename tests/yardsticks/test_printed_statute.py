"""What the yardstick of whole statutes takes for printed: its own rules, not the reader's."""

from __future__ import annotations

import pytest

from tests.yardsticks.printed_statute import (
    events,
    first_number,
    laid_out,
    plain_body,
    plain_number,
    stated,
    statute,
)

TEXT = """# 某省河道管理条例

2001年5月18日 某省第九届人民代表大会常务委员会第三次会议通过

2001年6月1日 某省第九届人民代表大会常务委员会公告第12号公布

2001年7月1日 施行

2018年9月21日 某省第十三届人民代表大会常务委员会第五次会议《关于修改〈某省河道管理条例〉等六件
地方性法规的决定》修正

<!-- INFO END -->

## 第一章　总则

第一条 为了管理河道，制定本条例。

第二条 第一条所称河道，包括人工水道。

第三条第二款规定的单位应当登记。
"""


def test_articles_and_chapters_have_their_offsets_in_every_layout() -> None:
    one = statute(TEXT)
    assert one is not None
    for layout in ("markdown", "plain", "caption", "one-line"):
        text, units = laid_out(one, layout)
        assert [label for label, _ in units] == ["第一章", "第一条", "第二条"]
        assert all(text[at:].startswith(label) for label, at in units)


def test_contents_are_no_headings_and_articles_left_on_a_line_are_articles() -> None:
    one = statute(
        "# 条例\n<!-- INFO END -->\n## 第一章 总则\n## 第二章 附则\n## 第一章　总则\n"
        "### 第一节 一般规定\n第一条 目的。\n第二条 范围。 第三条适用。\n依照前款。第四条除外。\n"
        "## 第二章 附则\n### 第一节 一般规定\n第五条 依照本条例第六条执行。"
    )
    assert one is not None
    text, units = laid_out(one, "plain")
    assert [label for label, _ in units] == [
        *("第一章", "第一节", "第一条", "第二条", "第三条", "第四条"),
        *("第二章", "第一节", "第五条"),
    ]
    assert units[0][1] == text.rindex("第一章")


def test_what_is_printed_under_the_title() -> None:
    one = statute(TEXT)
    assert one is not None
    assert stated(one) == {
        "title": {"某省河道管理条例"},
        "number": {"某省人民代表大会常务委员会公告12"},
        "issuer": {"某省人民代表大会常务委员会"},
        "date_issued": {"2001-06-01"},
        "date_adopted": {"2001-05-18"},
        "passed_by": {"某省第九届人民代表大会常务委员会第三次会议"},
        "in_force_from": {"2001-07-01"},
    }


@pytest.mark.parametrize(
    ("info", "kinds"),
    [
        ("2010年3月1日 国务院批准2010年4月1日民政部令第3号发布", ["approved", "issued"]),
        ("2012年5月4日 公告公布自2012年6月1日施行", ["issued", "effective"]),
        # two days of one event: adopted by the city, approved by the province
        (
            "2018年8月29日 市人大常委会通过并经2018年9月21日省人大常委会批准的《决定》修正",
            ["amended"],
        ),
        ("2016年1月2日 会议《关于修改〈2015年8月3日通过的条例〉的决定》修正", ["amended"]),
        ("1982年2月27日", []),
    ],
)
def test_events_end_in_what_happened(info: str, kinds: list[str]) -> None:
    assert [kind for event in events(info) for kind in event.kinds] == kinds


def test_a_file_without_information_is_no_statute() -> None:
    assert statute("# 说明\n\n第一条 文字") is None


def test_numbers_and_bodies_are_compared_without_sessions_and_marks() -> None:
    assert plain_number("中华人民共和国国务院令第517号") == plain_number("国务院令517号")
    assert plain_number("主席令三号") == plain_number("中华人民共和国主席令第3号")
    assert plain_number("海关总署第4号令") == plain_number("海关总署令第4号")
    assert plain_number("国务院、中央军事委员会令第418号") == (
        plain_number("中华人民共和国国务院、中华人民共和国中央军事委员会令第418号")
    )
    assert plain_number("国务院令第517号") != plain_number("国务院令第571号")


def test_a_joint_order_has_the_number_of_who_is_named_first() -> None:
    assert first_number("国务院、中央军事委员会令第418号") == plain_number("国务院令第418号")
    assert first_number("商务部、公安部第12号令") == plain_number("商务部令第12号")
    assert first_number("商务部、公安部令第12号") != plain_number("公安部令第12号")
    assert first_number("国务院令第517号") == plain_number("国务院令第517号")
    assert plain_body(
        "最高人民法院审判委员会第9次会议、最高人民检察院第十届检察委员会第2次会议"
    ) == ("最高人民检察院、最高人民法院")
