"""How a list is set in its text changes nothing of who stands in it."""

from __future__ import annotations

import pytest

from graph.extract.responsibilities.running import find_running
from graph.extract.responsibilities.spelling import goes_on_over, joined, with_round_brackets
from graph.extract.responsibilities.tails import find_lines, find_tails


def tails(text: str, prefix: str = "市") -> list[str]:
    text = with_round_brackets(text)
    return [share.name.full for found in find_tails(text, 0, len(text), prefix) for share in found]


def lines(text: str, prefix: str = "市") -> list[str]:
    return [share.name.full for found in find_lines(text, 0, len(text), prefix) for share in found]


def test_other_brackets_around_levels_are_part_of_a_name() -> None:
    assert tails("（各市、县〔市、区〕政府负责）") == ["各市、县（市、区）政府"]
    number = "〔2020〕5号，各县〔市、区〕"
    assert with_round_brackets(number) == "〔2020〕5号，各县（市、区）"


@pytest.mark.parametrize(
    ("tail", "names"),
    [
        ("（责任单位：市自然资\n源局、市水利局）", ["市自然资源局", "市水利局"]),
        ("（责任单位：兵团\n办公厅、兵团教\n育局）", ["兵团办公厅", "兵团教育局"]),
        ("（责任单位：兵团发 展改革委、工信委）", ["兵团发展改革委", "兵团工信委"]),
        ("（责任单位：市水利局\n市财政局）", ["市水利局", "市财政局"]),  # two lines, two bodies
        ("（责任单位：市水利局 市财政局）", ["市水利局", "市财政局"]),
    ],
)
def test_a_name_goes_on_over_the_end_of_a_line(tail: str, names: list[str]) -> None:
    assert tails(tail) == names


def test_a_labelled_list_goes_on_over_a_line_end_only_within_a_name() -> None:
    assert lines("责任单位：其他有关部\n门；各区政府") == ["其他有关部门", "各区政府"]
    assert lines("责任单位：市水利局\n市财政局要加强监督。") == ["市水利局"]
    text = "市水利局\n附件"
    assert goes_on_over(text, text.index("\n"), len(text)) == 0


def test_the_number_of_the_next_item_ends_a_list() -> None:
    assert lines("责任单位：市教育局、民政局（二十四）开展普查。") == ["市教育局", "市民政局"]
    assert lines("责任单位：各县（市、区）政府、民政局") == ["各县（市、区）政府", "市民政局"]


@pytest.mark.parametrize("note", ["下同", "列第一位者为牵头单位", "排名不分先后"])
def test_a_note_on_the_list_is_no_name(note: str) -> None:
    assert tails(f"（责任单位：市教育局、市民政局，{note}）") == ["市教育局", "市民政局"]


def test_whom_a_bracket_makes_answer_for_what_follows_is_read() -> None:
    assert tails("（以下均需各区政府落实，不再列出）") == ["各区政府"]


def test_in_running_text_a_blank_parts_a_heading_from_its_sentence() -> None:
    assert joined("省级评估 省水利厅", running=True) == "省级评估 省水利厅"
    assert joined("城管执 法部门", running=True) == "城管执法部门"
    text = "由城管执 法部门通知当事人。"
    ((share,),) = find_running(text, 0, len(text), "市")
    assert share.name.full == "城管执法部门"
