from __future__ import annotations

import pytest

from graph.extract.listed_regulations import Lists, find_entries
from graph.model import Reading, Relation
from graph.pipeline import read_text
from graph.sources import read_bytes

AMENDING = "某省人民政府关于废止和修改部分规章的决定"
HEAD = "\n某省人民政府令第9号\n经研究，省人民政府决定：\n"


def reading(body: str, title: str = AMENDING) -> Reading:
    return read_text(read_bytes(f"{title}{HEAD}{body}\n".encode(), "一.txt"))


def stated(body: str, title: str = AMENDING) -> list[tuple[str | None, str | None, Relation]]:
    return [(c.title, c.number, c.relation) for c in reading(body, title).citations]


def test_words_below_an_entry_change_it_and_no_other() -> None:
    body = (
        "一、某省仓库管理规定（1989年2月4日某政〔1989〕9号发布） 1.删去第三条中的“行署”。\n"
        "2.将第十六条中的“处罚条例”修改为“处罚法”。\n"
        "二、某省《扫盲条例》实施办法（1990年3月4日省政府令第13号公布 根据1997年1月2日"
        "省政府令第28号公布的《某省人民政府关于修改〈扫盲办法〉的决定》修订） "
        "将第九条中的“市（地）”修改为“省辖市”。"
    )
    found = reading(body)
    assert [(c.title, c.number, c.relation) for c in found.citations] == [
        ("某省仓库管理规定", "某政〔1989〕9号", Relation.AMENDS),
        ("某省〈扫盲条例〉实施办法", "省政府令第13号", Relation.AMENDS),
    ]
    assert [(a.title, a.target) for a in found.amendments] == [
        ("某省仓库管理规定", "第三条"),
        ("某省仓库管理规定", "第十六条"),
        ("某省〈扫盲条例〉实施办法", "第九条"),
    ]


def test_a_document_among_the_words_of_an_article_is_not_changed() -> None:
    body = (
        "一、某省审计办法（1996年9月1日省政府令第23号公布） "
        "将第十一条中的“《审计法》第四十一条”修改为“《审计法》第四十三条”。"
    )
    assert [r for _, _, r in stated(body)] == [Relation.AMENDS, Relation.CITES, Relation.CITES]
    assert {a.title for a in reading(body).amendments} == {"某省审计办法"}


def test_a_row_of_a_table_of_what_ends_names_it_and_the_reason() -> None:
    title = "某省人民政府关于废止部分规章的决定"
    body = (
        "附件 省政府决定废止的规章目录 序号 规章名称 发布机关及日期 废止理由\n"
        "1 某省渡口管理办法 1988年7月7日 省政府发布 已经不适应形势。\n"
        "2 某省拆迁管理办法 1993年12月23日 某政〔1993〕7号发布 所依据的上位法《拆迁条例》"
        "已被省人大常委会通过的《征收条例》废止。"
    )
    assert stated(body, title) == [
        ("某省渡口管理办法", None, Relation.REPEALS),
        ("某省拆迁管理办法", "某政〔1993〕7号", Relation.REPEALS),
        ("拆迁条例", None, Relation.CITES),
        ("征收条例", None, Relation.CITES),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "一、《某省渡口管理办法》（1988年7月7日省政府发布）",  # with its marks it is a title
        "1.某省渡口（1988年7月7日建成）",
        "3.申请补助（2021年3月1日至5月1日受理）",
        "某省渡口管理办法（1988年7月7日省政府发布）适用于本省",  # no item of a list
        "12 2021年3月1日 省政府发布",
    ],
)
def test_what_is_no_regulation_in_a_list_is_no_entry(text: str) -> None:
    assert list(find_entries(text, 0, len(text), ())) == []


def test_the_last_heading_tells_what_an_entry_without_words_below_it_is() -> None:
    for heading, relation in (
        ("附件1 决定废止的规章目录", Relation.REPEALS),
        ("附件2 决定修改的规章目录", Relation.AMENDS),
        ("附件3 现行有效的规章目录", None),
    ):
        text = f"{heading}\n1.某省渡口管理办法（1988年7月7日省政府发布）\n"
        (entry,) = find_entries(text, 0, len(text), ())
        assert Lists(text, decides=True).told_of(entry) is relation


ROWS = (
    "1 某省人民政府关于加强用水管理的通知 某政发〔2001〕61号\n"
    "2 某省人民政府批转节水实施方案的通知（某政发〔2003〕26号）\n"
    "3 关于印发《节水办法》的通知 省水利厅 某水字〔2004〕5号\n"
)
NAMED = [
    ("某省人民政府关于加强用水管理的通知", "某政发〔2001〕61号"),
    ("某省人民政府批转节水实施方案的通知", "某政发〔2003〕26号"),
    ("关于印发〈节水办法〉的通知", "某水字〔2004〕5号"),
]


@pytest.mark.parametrize(
    "rows",
    [
        ROWS,
        ROWS.replace(" ", "\n"),  # a cell a line
        ROWS.replace("\n", " "),  # on one line
        (  # the number first
            "1 某政发〔2001〕61号 某省人民政府关于加强用水管理的通知\n"
            "2 某政发〔2003〕26号 某省人民政府批转节水实施方案的通知\n"
            "3 某水字〔2004〕5号 关于印发《节水办法》的通知\n"
        ),
    ],
)
def test_a_list_says_what_is_done_to_each_row_that_has_a_number(rows: str) -> None:
    title = "某省人民政府关于公布文件清理结果的决定"
    body = f"附件：宣布失效的文件目录（3件）\n序号 文件名称 文号\n{rows}\n本决定自公布之日起施行。"
    assert stated(body, title) == [(*named, Relation.REPEALS) for named in NAMED]


@pytest.mark.parametrize(
    ("lead", "relation"),
    [
        ("经研究，以下文件自即日起废止：", Relation.REPEALS),
        ("决定废止下列3件文件：", Relation.REPEALS),
        ("经研究，以下文件继续有效：", Relation.CITES),
    ],
)
def test_a_sentence_may_head_the_list(lead: str, relation: Relation) -> None:
    found = stated(f"{lead}\n{ROWS}", "某省人民政府关于清理文件的决定")
    assert [relation for _, _, relation in found] == [relation] * len(found)
    assert len(found) >= len(NAMED)


def test_a_list_of_what_stays_in_force_ends_nothing() -> None:
    title = "某省人民政府关于公布文件清理结果的决定"
    for heading in ("继续有效的文件目录", "予以保留的文件目录", "拟废止的文件目录"):
        found = stated(f"附件：{heading}\n{ROWS}", title)
        assert found
        assert all(relation is not Relation.REPEALS for _, _, relation in found), heading


def test_an_act_that_decides_nothing_has_no_entries() -> None:
    body = "一、某省仓库管理规定（1989年2月4日某政〔1989〕9号发布） 实施情况良好。"
    found = stated(body, "某省人民政府关于加强仓库管理的意见")
    assert all(relation is Relation.CITES for _, _, relation in found)
