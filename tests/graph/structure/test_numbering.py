from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

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


@given(
    st.lists(
        st.sampled_from(["一、", "（一）", "（二）", "1.", "2. ", "第一条", "①", "。", "\n", "市"])
    )
)
def test_any_mixture_gives_labels_in_order_with_higher_ones_above(pieces: list[str]) -> None:
    text = "".join(pieces)
    accepted = number(text, 0, len(text))
    starts = [label.start for label, _ in accepted]
    assert starts == sorted(set(starts))
    seen = []
    for label, above in accepted:
        assert all(parent in seen for parent in above)
        assert all(parent.kind is not label.kind for parent in above)
        seen.append(label)
