from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from graph.model import ProvisionKind as Kind
from graph.structure.numbering import number


def paths(text: str) -> list[str]:
    return [
        "/".join([*(parent.printed for parent in above), label.printed])
        for label, above in number(text, 0, len(text))
    ]


def test_levels_nest() -> None:
    text = (
        "三、落户通道\n（一）重点群体\n1. 农民工。\n2. 学生。\n（二）政策\n1. 投靠。\n四、配套政策"
    )
    assert paths(text) == [
        "三",
        "三/（一）",
        "三/（一）/1",
        "三/（一）/2",
        "三/（二）",
        "三/（二）/1",
        "四",
    ]


def test_numbers_that_run_on_across_sections_keep_their_printed_number() -> None:
    text = "三、通道\n（一）放宽。\n（二）调整。\n四、配套\n（三）财政。\n（四）土地。"
    assert paths(text) == ["三", "三/（一）", "三/（二）", "四", "四/（三）", "四/（四）"]


def test_articles_stand_below_chapters_and_above_items() -> None:
    text = (
        "第一章 总则\n第一条 为了落户。\n第二条 条件如下：\n（一）居住；\n（二）就业。\n"
        "第二章 附则\n第三条 施行。"
    )
    assert paths(text) == [
        "第一章",
        "第一章/第一条",
        "第一章/第二条",
        "第一章/第二条/（一）",
        "第一章/第二条/（二）",
        "第二章",
        "第二章/第三条",
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # the second chapter is missing in print
        (
            "某条例 会议通过 第一章 总则 第一条 为了调水。第二条 适用。第三章 附则 第三条 施行。",
            ["第一章", "第一章/第一条", "第一章/第二条", "第三章", "第三章/第三条"],
        ),
        # a book of a code begins with any number, and so does what is left when one is missing
        (
            "人格权编 第一章 一般规定 第九百八十九条 本编调整。第九百九十条 人格权是权利。",
            ["第一章", "第一章/第九百八十九条", "第一章/第九百九十条"],
        ),
        (
            "第一章 总则第一条 目的。第二章 准备第三条 预案。第四条 演练。",
            ["第一章", "第一章/第一条", "第二章", "第二章/第三条", "第二章/第四条"],
        ),
        (
            "第一章 总则\n第一条 目的。\n第二章 规划 第一节 一般规定 第二条 依据。",
            ["第一章", "第一章/第一条", "第二章", "第二章/第一节", "第二章/第一节/第二条"],
        ),
        # not labels: articles and chapters that a sentence is about
        (
            "第十条 婚姻法第十一条所称胁迫，是指要挟。\n第十一条 期间不适用中止。",
            ["第十条", "第十一条"],
        ),
        (
            "第二十条 除本法第二十一条另有规定外，适用本章。\n第二十一条 限额另定。",
            ["第二十条", "第二十一条"],
        ),
        (
            "第八条 下列行为：\n（一）违反本条例第九条禁止性规定；\n（二）其他。\n第九条 禁止。",
            ["第八条", "第八条/（一）", "第八条/（二）", "第九条"],
        ),
        (
            "第一章 总则 第一条 依照第二章调度管理第九条执行。第二条 适用。第二章 调度 第三条 水。",
            ["第一章", "第一章/第一条", "第一章/第二条", "第二章", "第二章/第三条"],
        ),
    ],
)
def test_articles_and_parts_inside_a_line(text: str, found: list[str]) -> None:
    assert paths(text) == found


def test_a_book_has_sub_books_and_these_have_chapters() -> None:
    text = (
        "第三编 合同\n第一分编 通则\n第一章 一般规定\n第三条 本编适用于合同。\n第二分编 典型合同\n"
        "第二章 买卖合同\n第四 条买卖合同是转移所有权的合同。\n第四编 人格权\n第一章 一般规定"
    )
    assert paths(text) == [
        "第三编",
        "第三编/第一分编",
        "第三编/第一分编/第一章",
        "第三编/第一分编/第一章/第三条",
        "第三编/第二分编",
        "第三编/第二分编/第二章",
        "第三编/第二分编/第二章/第四条",
        "第四编",
        "第四编/第一章",
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("一、要求。以人为本。二、目标。加快进程。三、保障。加强领导。", ["一", "二", "三"]),
        (
            "一、服务体系（一）发展机构（二）建设队伍",
            ["一", "一/（一）", "一/（二）"],
        ),
        ("一、条件：（一）居住；（二）就业。", ["一", "一/（一）", "一/（二）"]),
    ],
)
def test_labels_inside_a_line_count_when_they_carry_on_a_sequence(
    text: str, found: list[str]
) -> None:
    assert paths(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "一、要求\n依照第二条规定，可以申请（一）所列事项。",
        "一、要求\n达到第三章规定的条件。",
        "一、要求\n孙子女（外孙子女）和2. 5倍面积",
        "一、要求\n按照《条例》第十二条第（三）项的规定办理。",
    ],
)
def test_a_reference_to_a_label_numbers_nothing(text: str) -> None:
    assert paths(text) == ["一"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # a heading of several clauses before the first item
        (
            "二、完善机制，压实责任（一）集中治理。全部完成。（二）合力攻坚。",
            ["二", "二/（一）", "二/（二）"],
        ),
        (
            "一、优化供给，惠及群众（一）扩面。应保尽保。（二）提标。二、监管，督办（三）核查。（四）问责。",
            ["一", "一/（一）", "一/（二）", "二", "二/（三）", "二/（四）"],
        ),
        (
            "（二）减少证明，方便办事1.清理证明。2.公开清单。",
            ["（二）", "（二）/1", "（二）/2"],
        ),
        # alone, where a colon announces it
        (
            "（二）便利融资。（市金融局牵头）具体措施：1.优化流程。（市金融局负责）（三）稳岗。",
            ["（二）", "（二）/1", "（三）"],
        ),
        ("（一）提质。工作要求：（1）按月调度。（二）扩面。", ["（一）", "（一）/（1）", "（二）"]),
        # behind the words that announce the sections of a letter
        (
            "现将有关事项通知如下：一、申报条件。合法经营。二、申报程序。按时提交。",
            ["一", "二"],
        ),
        # a number is missing, damaged or printed twice
        (
            "一、任务。1.培训。办班。2.就业。稳岗。4.生态。治河。5.管理。",
            ["一", "一/1", "一/2", "一/4", "一/5"],
        ),
        ("（一）就业。稳岗。（二）生态。治河。（四）管理。", ["（一）", "（二）", "（四）"]),
        (
            "1.培训。办班。2.就业。稳岗。3。生态。治河。4.管理。5，督查。通报。6.宣传。",
            ["1", "2", "3", "4", "5", "6"],
        ),
        ("一、培训。办班。二、就业。三，生态。治河。四、管理。", ["一", "二", "三", "四"]),
        ("一、培训。办班。二、就业。二、生态。治河。四、管理。", ["一", "二", "二", "四"]),
        (
            "（一）培训。（二）就业。（三、生态。（四）管理。",
            ["（一）", "（二）", "（三）", "（四）"],
        ),
        ("一、任务\n1.培训。\n2。就业。\n3.生态。", ["一", "一/1", "一/2", "一/3"]),
        ("1.不得转租；\n2.不得出借；\n3.5年内不得转让。", ["1", "2", "3"]),
    ],
)
def test_a_run_on_one_line_goes_on(text: str, found: list[str]) -> None:
    assert paths(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "一、要求，对符合（一）（二）条件的一并受理。",
        "一、补贴，比例为：1.5万元以下全额，3.5万元以上减半。",
        "一、原则。名单见附件1。2019年不再受理。",
        "一、原则。一、二两点由各县落实。",
        "一、对象。第二款（一）、（二）所列情形除外。",
        "一、对象，依照（一）、（二）办理。",
        "一、期限。自3。月起算。",
        "一、材料。注：1.复印件应当清晰。",
        "一、材料。附件：1.申请表",
        "一、联系电话：1．",
    ],
)
def test_a_lookalike_inside_a_line_numbers_nothing(text: str) -> None:
    assert paths(text) == ["一"]


def test_a_slip_counts_only_inside_a_series() -> None:
    assert paths("一、任务\n3。生态。\n加快治理。") == ["一"]
    assert paths("一、任务。1.培训。名单见附表2。其余不变。") == ["一"]
    assert paths("1.培训。办班。2.就业。共3，其中新增1。5.管理。") == ["1", "2"]


@pytest.mark.parametrize(
    "heading", ["其他事项", "军民融合", "证照", "扩大参与", "法律援助的普及", "基本原则条"]
)
def test_a_heading_may_end_in_what_refers_elsewhere(heading: str) -> None:
    text = f"六、{heading}（一）公开。按月公开。（二）监督。"
    assert paths(text) == ["六", "六/（一）", "六/（二）"]


@given(
    st.lists(
        st.sampled_from(["一、", "（一）", "（二）", "1.", "2. ", "第一条", "①", "。", "\n", "市"])
    )
)
@example(["1.", "。", "1.", "1.", "一、", "\n", "1."])  # 1.1 before 一、 is refused
def test_any_mixture_gives_labels_in_order_with_higher_ones_above(pieces: list[str]) -> None:
    text = "".join(pieces)
    accepted = number(text, 0, len(text))
    starts = [label.start for label, _ in accepted]
    assert starts == sorted(set(starts))
    seen = []
    for label, above in accepted:
        assert all(parent in seen for parent in above)
        kinds = [
            parent.kind for parent in above
        ]  # a 1. that 1.1 holds stands below both, 1 and 1.1
        assert label.kind not in kinds or Kind.DECIMAL in kinds
        seen.append(label)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("如下：一、施工时间为22：00至6：00二、减少噪声。三、公告。", ["一", "二", "三"]),
        ("如下：1.联系人：甲，18663716XXXX2.请提前入场。3.着正装。", ["1", "2", "3"]),
        ("如下：1.甲。2.型号为ABC3.请入场。", ["1", "2"]),
    ],
)
def test_behind_a_time_or_a_masked_number_the_next_label_stands(
    text: str, found: list[str]
) -> None:
    assert paths(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("一、衔接\n第一节“一般规定”和第二节“营利法人”由公司法提炼。\n二、审理", ["一", "二"]),
        ("第一节 “放管服”改革\n第一条 为了改革。", ["第一节", "第一节/第一条"]),
    ],
)
def test_a_section_that_a_sentence_names_numbers_nothing(text: str, found: list[str]) -> None:
    assert paths(text) == found
