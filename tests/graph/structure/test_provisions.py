from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model import ProvisionKind as Kind
from graph.structure.provisions import build

if TYPE_CHECKING:
    from graph.structure.provisions import Tree

TEXT = """制定本实施方案。
三、进一步拓宽落户通道
（一）全面放开放宽重点群体落户限制
1. 积极引导农业转移人口在居住就业地落户。可在现居住就业地申请落户。（市公安局牵头）
2. 鼓励参军进入城镇的人员落户城镇。可以登记户口。（市公安局牵头）
四、制定实施配套政策
（三）加大财政支持力度。建立奖励机制。（市财政局牵头负责）"""


def tree_of(text: str, prefix: str = "") -> Tree:
    return build(text, 0, len(text), prefix, Counter())


def own(text: str, tree: Tree, label: str) -> list[str]:
    unit = next(unit for unit in tree.units if unit.label == label)
    return [text[start:end].strip("\n") for start, end in unit.own]


def test_labels_paths_kinds_and_headings() -> None:
    units = tree_of(TEXT).units
    assert [(unit.label, unit.path, unit.kind, unit.heading) for unit in units] == [
        ("三", ("三",), Kind.LEVEL1, "进一步拓宽落户通道"),
        ("三（一）", ("三", "（一）"), Kind.LEVEL2, "全面放开放宽重点群体落户限制"),
        ("三（一）1", ("三", "（一）", "1"), Kind.LEVEL3, "积极引导农业转移人口在居住就业地落户"),
        ("三（一）2", ("三", "（一）", "2"), Kind.LEVEL3, "鼓励参军进入城镇的人员落户城镇"),
        ("四", ("四",), Kind.LEVEL1, "制定实施配套政策"),
        ("四（三）", ("四", "（三）"), Kind.LEVEL2, "加大财政支持力度"),
    ]


def test_a_unit_spans_all_below_it_and_owns_only_its_own_words() -> None:
    tree = tree_of(TEXT)
    third = tree.units[0]
    assert TEXT[third.start : third.end].rstrip("\n").endswith("登记户口。（市公安局牵头）")
    assert own(TEXT, tree, "三") == ["三、进一步拓宽落户通道"]
    assert TEXT[slice(*tree.preamble)] == "制定本实施方案。\n"


def test_a_prefix_stands_before_every_label() -> None:
    assert {unit.label[:3] for unit in tree_of(TEXT, "附件/").units} == {"附件/"}


def test_a_label_that_repeats_is_told_apart() -> None:
    text = "一、要求。以人为本。\n二、目标。加快。\n一、要求。以人为本。"
    assert [unit.label for unit in tree_of(text).units] == ["一", "二", "一~2"]
    assert tree_of(text).units[2].path == ("一~2",)


def test_items_below_an_article_are_items_and_subitems() -> None:
    text = "第一条 条件如下：\n（一）居住：\n1. 合法；\n2. 稳定。\n（二）就业。"
    assert [unit.kind for unit in tree_of(text).units] == [
        Kind.ARTICLE,
        Kind.ITEM,
        Kind.SUBITEM,
        Kind.SUBITEM,
        Kind.ITEM,
    ]


@pytest.mark.parametrize(
    ("article", "heading"),
    [
        ("第一条 【立法目的】为了促进新型城镇化的健康发展，制定本条例。", "立法目的"),
        ("第一条（适用范围）本市行政区域内适用本办法。", "适用范围"),
        ("第一条 为了促进新型城镇化的健康发展，制定本条例。", ""),
    ],
)
def test_an_article_is_headed_only_by_what_stands_in_brackets(article: str, heading: str) -> None:
    assert tree_of(article).units[0].heading == heading


def test_a_long_first_sentence_is_no_heading() -> None:
    text = "一、" + "根据我市不同时期农业转移人口数量规模" * 5 + "，建立奖励机制。"
    assert tree_of(text).units[0].heading == ""


@pytest.mark.parametrize(
    "line",
    [
        "附件：任务分工表",
        "抄送：市委办公厅，市人大常委会办公厅。",
        "库尔勒市人民政府办公室 2018年10月15日印发",
        "（此件公开发布）",
        "2018年10月15日",
    ],
)
def test_the_form_of_a_document_belongs_to_no_provision(line: str) -> None:
    text = f"{TEXT}\n{line}"
    tree = tree_of(text)
    assert [text[slice(*stretch)] for stretch in tree.closing] == [line]
    assert own(text, tree, "四（三）") == [TEXT.rsplit("\n", maxsplit=1)[-1]]


def test_a_line_behind_units_of_one_paragraph_belongs_to_none_of_them() -> None:
    items = [f"{numeral}、强化检查。加强监督。" for numeral in "一二三四"]
    text = "\n".join([*items, "澳门银河国际娱乐"])
    tree = tree_of(text)
    assert [text[slice(*stretch)] for stretch in tree.closing] == ["澳门银河国际娱乐"]


def test_a_unit_of_several_paragraphs_keeps_them() -> None:
    text = "一、要求\n以人的城镇化为核心。\n以理念创新为先导。\n二、目标\n加快进程。\n着力提升。"
    tree = tree_of(text)
    assert own(text, tree, "一") == ["一、要求\n以人的城镇化为核心。\n以理念创新为先导。"]
    assert own(text, tree, "二") == ["二、目标\n加快进程。\n着力提升。"]


PIECES = st.sampled_from(
    ["一、", "二、", "（一）", "（二）", "1. ", "2. ", "第一条", "①", "落户", "。", "\n", "附件："]
)


@given(st.lists(PIECES, max_size=60).map("".join))
def test_the_stretches_of_a_tree_never_overlap_and_units_hold_their_children(text: str) -> None:
    tree = tree_of(text)
    own_words = (stretch for unit in tree.units for stretch in unit.own)
    stretches = sorted([tree.preamble, *own_words, *tree.closing])
    for (_, end), (start, _) in pairwise(stretches):
        assert end <= start
    assert len({unit.label for unit in tree.units}) == len(tree.units)
    for unit in tree.units:
        assert unit.start < unit.end
        if unit.parent:
            assert unit.parent.start <= unit.start
            assert unit.end <= unit.parent.end
