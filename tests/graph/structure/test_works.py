from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.structure.works import issued_title

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
    assert [provision.label for provision in document.provisions] == ["一", "二"]


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
