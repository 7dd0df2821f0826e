from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.structure.announced import issued_title

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.model import Document


@pytest.mark.parametrize(
    ("title", "issued"),
    [
        (
            "关于印发库尔勒市推动非户籍人口在城市落户实施方案的通知",
            "库尔勒市推动非户籍人口在城市落户实施方案",
        ),
        (
            "国务院办公厅关于印发推动1亿非户籍人口在城市落户方案的通知",
            "推动1亿非户籍人口在城市落户方案",
        ),
        (
            "国务院办公厅转发教育部等部门关于做好升学考试工作意见的通知",
            "关于做好升学考试工作意见",
        ),
        ("关于印发《任务分工方案》的通知", "任务分工方案"),
        ("关于印发〈自治州实施方案〉的通知", "〈自治州实施方案〉"),
    ],
)
def test_a_notices_title_names_what_it_issues(title: str, issued: str) -> None:
    found = issued_title(title)
    assert found is not None
    assert found.strip("〈〉") == issued.strip("〈〉")


@pytest.mark.parametrize(
    "title",
    ["国务院关于进一步推进户籍制度改革的意见", "关于做好春耕生产工作的通知", "居住证暂行条例"],
)
def test_a_title_that_issues_nothing_names_nothing(title: str) -> None:
    assert issued_title(title) is None


LETTER = """关于印发落户任务分工方案的通知
库政办发〔2018〕171号
各乡、镇、场，市政府各部门：
现将《落户任务分工方案》印发你们，请认真贯彻执行。
{letter}库尔勒市人民政府办公室
2018年10月15日
"""
PLAN = """落户任务分工方案
为推进落户工作，制定本方案。
一、总体要求
以人的城镇化为核心。
二、主要目标
加快农业转移人口市民化进程。
"""


def test_a_notice_and_the_plan_that_it_issues_are_two_works(
    document_of: Callable[..., Document],
) -> None:
    document = document_of(LETTER.format(letter="") + PLAN)
    assert [work.title for work in document.works] == [
        "关于印发落户任务分工方案的通知",
        "落户任务分工方案",
    ]
    assert [(p.label, p.work) for p in document.provisions] == [("一", 1), ("二", 1)]
    plan = document.quote(document.works[1].span)
    assert plan.startswith("落户任务分工方案\n为推进")
    assert plan.rstrip("\n").endswith("市民化进程。")


def test_a_plan_is_found_behind_the_word_annex(document_of: Callable[..., Document]) -> None:
    document = document_of(LETTER.format(letter="附件：落户任务分工方案\n") + "附件\n" + PLAN)
    assert [work.title for work in document.works][1:] == ["落户任务分工方案"]
    assert [provision.label for provision in document.provisions] == ["附件/一", "附件/二"]


@pytest.mark.parametrize("between", ["（此件公开发布）\n", "二OO八年三月二日\n", ""])
def test_a_remark_or_a_date_is_no_part_of_a_plans_title(
    document_of: Callable[..., Document], between: str
) -> None:
    document = document_of(LETTER.format(letter="") + between + PLAN)
    assert [work.title for work in document.works][1:] == ["落户任务分工方案"]


def test_a_plans_title_over_two_lines_is_whole(document_of: Callable[..., Document]) -> None:
    letter = LETTER.format(letter="").replace(
        "关于印发落户任务分工方案的通知", "某市人民政府转发市教育局关于做好升学考试工作意见的通知"
    )
    plan = PLAN.replace(
        "落户任务分工方案", "关于做好进城务工人员随迁子女接受义务教育\n升学考试工作的意见"
    )
    plan = plan.replace("进城务工人员随迁子女接受义务教育\n", "\n")
    document = document_of(letter + plan)
    assert [work.title for work in document.works][1:] == ["关于做好升学考试工作的意见"]


def test_another_line_of_the_same_length_is_not_the_plans_title(
    document_of: Callable[..., Document],
) -> None:
    letter = LETTER.format(letter="").replace("落户任务分工方案", "经营性文化单位转制两个规定")
    plan = PLAN.replace("落户任务分工方案", "经营性文化单位转制的规定")
    plan = plan.replace("以人的城镇化为核心。", "健全现代企业的各项制度。")
    document = document_of(letter + plan)
    assert [work.title for work in document.works][1:] == ["经营性文化单位转制的规定"]


def test_a_row_of_a_table_is_no_title_of_an_annex(document_of: Callable[..., Document]) -> None:
    annex = "附件\n广东\t120\t30\n江苏\t100\t100\n"
    document = document_of(LETTER.format(letter="") + PLAN + annex)
    assert "\t" not in document.works[-1].title


def test_a_letter_that_numbers_too_is_told_apart_by_a_prefix(
    document_of: Callable[..., Document],
) -> None:
    letter = "一、各部门要高度重视。\n二、请于年底前报送情况。\n"
    document = document_of(LETTER.format(letter=letter) + PLAN)
    assert [(p.label, p.work) for p in document.provisions] == [
        ("通知/一", 0),
        ("通知/二", 0),
        ("一", 1),
        ("二", 1),
    ]


def test_annexes_that_number_too_are_told_apart_by_theirs(
    document_of: Callable[..., Document],
) -> None:
    annexes = (
        "附件1\n工作职责\n一、市公安局负责户口登记。\n二、市民政局负责救助。\n"
        "附件2\n考核办法\n一、考核对象为各乡镇。\n二、考核每年进行。\n"
    )
    document = document_of(LETTER.format(letter="") + PLAN + annexes)
    labels = [provision.label for provision in document.provisions]
    assert labels == ["一", "二", "附件1/一", "附件1/二", "附件2/一", "附件2/二"]
    assert [work.kind for work in document.works] == ["通知", "方案", "", "办法"]


def test_a_notice_without_its_plan_is_one_work(document_of: Callable[..., Document]) -> None:
    document = document_of(LETTER.format(letter=""))
    assert len(document.works) == 1
    assert not document.provisions


NOTICE = """{title}
某水发〔2020〕3号
各市水利局：
{letter}
某省水利厅
2020年1月2日
"""
TWO = ("河道管理办法", "河道管理实施细则")


def places(document: Document) -> list[tuple[str, list[str]]]:
    """Title of each work, and its labels."""
    return [
        (work.title, [p.label for p in document.provisions if p.work == index])
        for index, work in enumerate(document.works)
    ]


def articles(title: str, *, line_end: str = "\n") -> str:
    lines = [title, "第一条 为了管理，制定本规定。", "第二条 本规定自印发之日起施行。", ""]
    return line_end.join(lines)


@pytest.mark.parametrize(
    ("title", "letter"),
    [
        (
            "某省水利厅关于印发《河道管理办法》和《河道管理实施细则》的通知",
            "现印发给你们，请认真执行。",
        ),
        (
            "某省水利厅关于印发河道管理有关规定的通知",
            "现将《河道管理办法》《河道管理实施细则》印发给你们，请遵照执行。",
        ),
        (
            "某省水利厅关于加强河道管理的通知",
            "请认真执行。\n附件：1.河道管理办法\n2.河道管理实施细则",
        ),
        ("某省水利厅关于印发两个规定的通知", "现印发给你们，请认真执行。"),
    ],
)
@pytest.mark.parametrize("numbered", [True, False])
def test_two_regulations_of_one_notice_are_two_works(
    document_of: Callable[..., Document], title: str, letter: str, *, numbered: bool
) -> None:
    heads = [f"附件{n}\n" if numbered else "" for n in (1, 2)]
    text = "".join(head + articles(name) for head, name in zip(heads, TWO, strict=True))
    document = document_of(NOTICE.format(title=title, letter=letter) + text)
    works = ("附件1", "附件2") if numbered or "附件：1" in letter else TWO
    assert places(document)[1:] == [
        (title, [f"{work}/第一条", f"{work}/第二条"])
        for title, work in zip(TWO, works, strict=True)
    ]


def test_two_regulations_of_a_notice_on_one_line_are_two_works(
    document_of: Callable[..., Document],
) -> None:
    title = "某省水利厅关于印发《河道管理办法》和《河道管理实施细则》的通知"
    letter = "现将《河道管理办法》和《河道管理实施细则》印发你们。某省水利厅2020年1月2日"
    body = "".join(articles(name, line_end="") for name in TWO)
    document = document_of(f"{title}\n某水发〔2020〕3号\n各市水利局：{letter}{body}")
    assert places(document) == [
        (title, []),
        (TWO[0], [f"{TWO[0]}/第一条", f"{TWO[0]}/第二条"]),
        (TWO[1], [f"{TWO[1]}/第一条", f"{TWO[1]}/第二条"]),
    ]


def test_four_rules_and_a_policy_with_a_plan_are_a_work_each(
    document_of: Callable[..., Document],
) -> None:
    titles = [f"{name}资金管理实施细则" for name in ("教育", "卫生", "水利", "民政")]
    notice = NOTICE.format(title="某省财政厅关于印发四个实施细则的通知", letter="现印发给你们。")
    document = document_of(notice + "".join(map(articles, titles)))
    assert places(document)[1:] == [
        (title, [f"{title}/第一条", f"{title}/第二条"]) for title in titles
    ]
    notice = NOTICE.format(
        title="某省关于印发扶持产业政策的通知",
        letter="现将《扶持产业若干政策》《扶持产业行动计划》印发给你们。",
    )
    plan = "扶持产业若干政策\n一、补贴\n每户补助。\n扶持产业行动计划\n一、目标\n建成园区。\n"
    assert places(document_of(notice + plan))[1:] == [
        ("扶持产业若干政策", ["扶持产业若干政策/一"]),
        ("扶持产业行动计划", ["扶持产业行动计划/一"]),
    ]


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


def test_a_page_under_the_title_of_the_rules_has_them_without_a_prefix(
    document_of: Callable[..., Document],
) -> None:
    rules = "某市采砂管理办法实施细则"
    text = (
        f"{rules}\n某水发〔2014〕19号\n各县水利局：\n现将《{rules}》印发你们，请遵照执行。\n"
        f"某市水利局\n2014年5月6日\n{articles(rules)}附件2\n采砂许可材料一览表\n1.申请表。\n2.许可证。\n"
    )
    assert places(document_of(text)) == [
        (rules, ["第一条", "第二条"]),
        ("采砂许可材料一览表", ["附件2/1", "附件2/2"]),
    ]


@pytest.mark.parametrize(
    "line",
    ["保障措施", "某省河道管理办法解读", "附件：见网站下载", "河道管理办法第一条规定的情形除外。"],
)
def test_a_line_among_sections_begins_no_work(
    document_of: Callable[..., Document], line: str
) -> None:
    text = (
        "某省河道管理办法\n第一条 为了管理。\n第二条 下列情形：\n（一）采砂；\n（二）取水。\n"
        f"{line}\n（一）督查。\n第三条 施行。\n"
    )
    assert len(document_of(text).works) == 1


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


def test_what_a_decision_amends_and_proclaims_again_is_a_work(
    document_of: Callable[..., Document],
) -> None:
    text = (
        "某省人民政府关于修改《河道管理办法》的决定\n省人民政府决定：\n一、删去第三条。\n"
        "二、将“水利局”改为“水利厅”。\n《河道管理办法》根据本决定作相应修改，重新公布。\n"
        f"{articles('河道管理办法')}"
    )
    assert places(document_of(text)) == [
        ("某省人民政府关于修改《河道管理办法》的决定", ["决定/一", "决定/二"]),
        ("河道管理办法", ["第一条", "第二条"]),
    ]
