"""Where works begin within the lines of a text that keeps some of its line ends."""

from __future__ import annotations

from itertools import pairwise

import pytest

from graph.normalise import normalise
from graph.normalise.run_in_works import annex_starts, announced, work_starts


def parted(line: str, *titles: str) -> list[str]:
    at = work_starts(line, titles)
    return [line[a:b].strip() for a, b in pairwise((0, *at, len(line)))]


@pytest.mark.parametrize(
    ("line", "titles", "parts"),
    [
        (
            "某市人民政府办公室 2016年9月7日 某市试验区管理办法 第一章 总 则 第一条 为了规范",
            (),
            [
                "某市人民政府办公室",
                "2016年9月7日",
                "某市试验区管理办法",
                "第一章 总 则 第一条 为了规范",
            ],
        ),
        (
            "某市水利局 二〇〇九年八月七日 附件一 成员单位职责 成员单位在领导下履行职责。",
            (),
            ["某市水利局", "二〇〇九年八月七日", "附件一 成员单位职责 成员单位在领导下履行职责。"],
        ),
        (
            "某省人民政府 二〇〇九年十二月二十八日某省养老保险转移办法人社厅 财政厅",
            ("某省养老保险转移办法",),
            ["某省人民政府", "二〇〇九年十二月二十八日", "某省养老保险转移办法", "人社厅 财政厅"],
        ),
        (
            "某省人民政府 2022年6月16日（此件公开发布）促进水利发展方案",
            ("促进水利发展方案（2022—2024年）",),
            ["某省人民政府", "2022年6月16日", "（此件公开发布）", "促进水利发展方案"],
        ),
        (
            "某市水利局办公室 2012年5月18日 印发 关于开展 防汛演练的方案 根据省里要求，开展演练。",
            ("关于开展防汛演练的方案",),
            [
                "某市水利局办公室 2012年5月18日 印发",
                "关于开展 防汛演练的方案",
                "根据省里要求，开展演练。",
            ],
        ),
        (
            "某县政府办公室2022年4月6日附件某县治水任务分工表",
            ("某县治水任务分工",),
            ["某县政府办公室", "2022年4月6日", "附件", "某县治水任务分工表"],
        ),
        (
            "二〇〇三年七月二十四日 关于严禁违法采砂的意见 为了保护河道，提出意见：",
            ("关于严禁非法采砂的意见",),
            ["二〇〇三年七月二十四日", "关于严禁违法采砂的意见", "为了保护河道，提出意见："],
        ),
        (
            "某市试验区改革创新方案 为贯彻落实国务院要求，制定本方案。",
            ("某市试验区改革创新方案",),
            ["某市试验区改革创新方案", "为贯彻落实国务院要求，制定本方案。"],
        ),
        (
            "2021年10月15日 联系人：张三 邮箱：a@b.cn 冰雪标志保护方案 2022年冬奥会是盛会。",
            ("冰雪标志保护方案",),
            [
                "2021年10月15日 联系人：张三 邮箱：a@b.cn",
                "冰雪标志保护方案",
                "2022年冬奥会是盛会。",
            ],
        ),
    ],
)
def test_a_work_begins_behind_a_day_or_with_an_announced_title(
    line: str, titles: tuple[str, ...], parts: list[str]
) -> None:
    assert parted(line, *titles) == parts


@pytest.mark.parametrize(
    ("line", "titles"),
    [
        ("本办法自2010年1月1日起施行。", ()),
        ("2010年1月1日印发的某市试验区管理办法第一条规定的条件不变。", ("某市试验区管理办法",)),
        ("某市试验区管理办法由管委会解释。", ("某市试验区管理办法",)),
        ("《某市试验区管理办法》根据本决定作相应修改。", ("某市试验区管理办法",)),
        ("根据某市试验区管理办法，一、二级企业可以申报。", ("某市试验区管理办法",)),
        ("2021年5月6日 市政府召开会议研究防汛方案，明确了任务。", ()),
        ("各区要在2021年5月6日前上报防汛方案。", ("防汛应急处置方案",)),
    ],
)
def test_a_sentence_that_tells_a_day_or_names_a_title_begins_no_work(
    line: str, titles: tuple[str, ...]
) -> None:
    assert parted(line, *titles) == [line]


def test_the_titles_that_a_text_announces_are_those_it_hands_over() -> None:
    text = (
        "关于转发某市防汛办法的通知\n《某市防汛办法》和《某市抗旱细则》已经审定，现\n"
        "印发给你们。各地要执行《水利建设规划》。"
    )
    assert announced(text) == ("某市防汛办法", "某市抗旱细则")


def test_a_text_without_such_lines_stays_as_it_is() -> None:
    text = "某市防汛办法\n第一条 为了防汛，制定本办法。\n第二条 本办法自2020年1月1日起施行。"
    assert normalise(text).text == text


@pytest.mark.parametrize("gap", ["", " ", "\n"])
@pytest.mark.parametrize("end", ["全省达到先进水平。", "2014年3月2日", "（此件公开发布）"])
def test_an_annex_that_is_listed_and_headed_alike_begins_a_line(gap: str, end: str) -> None:
    text = f"{end}附件：食品安全建设项目一览表附件{gap}食品安全建设项目一览表\n序号 项目 单位"
    lines = normalise(text).text.split("\n")
    assert lines[:3] == [end, "附件：食品安全建设项目一览表", "附件"]
    assert lines[3].startswith("食品安全建设项目一览表")


@pytest.mark.parametrize(
    ("line", "following"),
    [
        ("按时报送。附件：报名材料及附件", "某市商务局"),
        ("按时报送。附件：报名表附件", "某市商务局"),  # no title comes again
        ("按时报送。附件：1.报名表", "附件1报名表"),
        ("申请人应当填写附件：报名表附件", "报名表应当真实。"),  # within a sentence
        ("按时报送。附件：报名申请表", "报名申请表附件"),
    ],
)
def test_other_words_with_two_annexes_begin_no_line(line: str, following: str) -> None:
    assert annex_starts(line, following) == []
