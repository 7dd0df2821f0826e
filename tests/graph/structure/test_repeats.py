from __future__ import annotations

import pytest

from graph.structure.lines import lines_of
from graph.structure.repeats import repeated_from

TITLE = "某市河道采砂管理办法"
ADDRESS = "各县（市、区）人民政府，市政府各部门："
SECTIONS = [
    "一、总体要求",
    "以习近平生态文明思想为指导，坚持保护优先、统筹兼顾的原则。",
    "二、主要任务",
    "（一）市水利局负责编制采砂规划，报市人民政府批准后组织实施。",
    "（二）县水利局负责采砂许可的受理、审查和日常巡查，按月报送情况。",
    "三、监督检查",
    "市公安局对非法采砂行为依法查处，构成犯罪的移送司法机关处理。",
]
FOOTER = "主办单位：某市人民政府办公室 承办单位：某市大数据中心"


def kept(text: str) -> str:
    start = repeated_from(list(lines_of(text)))
    return text if start is None else text[:start]


@pytest.mark.parametrize("first", ["\n", ""])
@pytest.mark.parametrize("second", ["\n", ""])
@pytest.mark.parametrize("head", ["", f"{ADDRESS}\n"])
def test_the_second_print_of_a_text_is_dropped(first: str, second: str, head: str) -> None:
    once, again = (f"{TITLE}\n{head}" + mark.join(SECTIONS) + "\n" for mark in (first, second))
    assert kept(f"{once}{FOOTER}\n{again}") == f"{once}{FOOTER}\n"
    assert kept(f"{once}{FOOTER}\n{again}上一篇：关于防汛的通知") == f"{once}{FOOTER}\n"


def test_an_annex_that_restates_the_tasks_is_kept() -> None:
    tasks = [line for line in SECTIONS if line.startswith("（")] + [SECTIONS[1], SECTIONS[-1]]
    rows = [f"{n}\t{line.lstrip('（一二）')}" for n, line in enumerate(tasks, start=1)]
    text = "\n".join([TITLE, *SECTIONS, "附件", "任务分工表", *tasks, *rows])
    assert kept(text) == text


def test_a_form_that_is_given_twice_is_kept() -> None:
    form = [
        "申请人姓名、住址、联系电话（手机）",
        "申请事项及理由（可以另附页）",
        "审核部门的意见（盖章）",
    ]
    text = "\n".join([TITLE, *SECTIONS, "附件1", *form, "附件2", *form])
    assert kept(text) == text


def test_a_text_with_a_longer_annex_behind_its_second_print_is_kept() -> None:
    annex = [f"{n}.县水利局应当于每月{n}日前报送第{n}号报表，并对数据负责。" for n in range(1, 20)]
    text = "\n".join([TITLE, *SECTIONS, TITLE, *SECTIONS, *annex])
    assert kept(text) == text
