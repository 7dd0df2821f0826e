from __future__ import annotations

import pytest

from graph.extract.whole_phrase import is_whole


@pytest.mark.parametrize(
    "words",
    [
        "建筑面积",
        "其评奖比例",
        "每个乡镇配备垃圾清运车",
        "申请人发生轻微违诺失信行为",
        "每个方向",
        "并购交易额",
        "地表水达到或好于Ⅲ类水体比例",
        "县（市、区）机械化率",
        "超过0.5公里的耐张段接地",
        "村",
    ],
)
def test_a_phrase_stands_alone(words: str) -> None:
    assert is_whole(words)


@pytest.mark.parametrize(
    "words",
    [
        "于同一自然人作为经办人员办理",
        "者",
        "可以延长",
        "连续12个月内",
        "每半年",
        "商业综合体”",
        "市级（含",
        "系统，抽查",
        "提供前、后各",
        "符合以下",
        "补交差价或者",
        "不足5000名的配备",
        "甲、乙、丙分别占比",
        "文化旅游等",
        "年均增长",
        "规定",
    ],
)
def test_a_piece_of_a_sentence_does_not(words: str) -> None:
    assert not is_whole(words)
