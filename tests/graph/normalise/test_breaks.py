from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.normalise import normalise
from graph.normalise.breaks import goes_on


@pytest.mark.parametrize(
    ("line", "following"),
    [
        (
            "2. 调整完善落户政策。对我市现行户口迁移政策进行全面",
            "清理，坚决取消对农业转移人口特别是外来人口落户设置的“暗门槛”；",
        ),
        (
            "确保进城落户农民与当地城镇居民同等享有，推进扩大住房公积金缴存面，确保",
            "享有最低生活保障的权利。",
        ),
        ("（市人社局、民政局按职责分工负", "责）"),
        ("《国务院办公厅关于印发推动1亿非户籍人口", "在城市落户方案的通知》精神"),
        ("二〇一二", "年五月二十七日"),
    ],
)
def test_a_sentence_broken_by_the_page_goes_on(line: str, following: str) -> None:
    assert goes_on(line, following)


@pytest.mark.parametrize(
    ("line", "following"),
    [
        ("一、总体要求", "以习近平新时代中国特色社会主义思想为指导，"),
        ("库尔勒市人民政府办公室", "2018年10月15日"),
        ("关于印发库尔勒市推动非户籍人口在城市落户实施方案的通知", "文号：库政办发〔2018〕171号"),
        (
            "现居住就业地申请落户。（市公安局牵头）",
            "2. 全面实行中、高等院校学生来去自由的落户政策。",
        ),
        ("完善配套政策，各级各部门要认真贯彻落实国务院的决策部署", "（二）调整完善落户政策"),
        ("完善配套政策，各级各部门要认真贯彻落实国务院的决策部署", "责任单位：省公安厅"),
        ("完善配套政策，各级各部门要认真贯彻落实国务院的决策部署", "附件：任务分工表"),
        ("完善财政政策，土地、社保等各项配套政策\t市财政局", "市人社局"),
        ("放宽投靠落户条件，可以申请投靠落户，相关部门予以配合（市公安局牵头）", "调整完善政策。"),
        ("各乡、镇、场，各街道办事处，市政府各部门，市属各单位：", "为贯彻落实《方案》精神"),
    ],
)
def test_a_heading_a_signature_a_cell_and_a_full_sentence_end_their_line(
    line: str, following: str
) -> None:
    assert not goes_on(line, following)


@pytest.mark.parametrize("page", ["－ 1 －", "— 4 —", "—4—", "- 12 -", "·3·"])
def test_a_printed_page_number_does_not_cut_a_sentence(page: str) -> None:
    text = f"按照中央关于严格控制特大城市人口规模的要求，严格控\n{page}\n制特大城市人口规模。"
    assert normalise(text).text == (
        "按照中央关于严格控制特大城市人口规模的要求，严格控制特大城市人口规模。"
    )


@pytest.mark.parametrize("page", ["第 3 页", "第 3 页 共 12 页", "Page 3"])
def test_a_page_number_in_words_does_not_cut_a_sentence(page: str) -> None:
    text = f"按照中央关于严格控制特大城市人口规模的要求，严格控\n{page}\n制特大城市人口规模。"
    assert normalise(text).text == (
        "按照中央关于严格控制特大城市人口规模的要求，严格控制特大城市人口规模。"
    )


def test_the_number_of_a_row_is_no_page_number() -> None:
    assert (
        normalise("序号\n任务\n责任单位\n1\n健全落户统计体系\n市统计局").text.split("\n")[3] == "1"
    )


def test_a_document_on_one_line_is_parted_at_its_gaps() -> None:
    paragraph = "完善财政、土地、社保等各项配套政策，积极推进非户籍人口在城市落户。"
    text = "\u3000\u3000".join([paragraph] * 30)
    assert normalise(text).text.split("\n") == [paragraph] * 30


def test_a_paragraph_after_a_gap_begins_without_blanks() -> None:
    text = "完善财政、土地、社保等各项配套政策，" * 40 + "\u3000\u3000\u200b  一、总体要求"
    assert normalise(text).text.split("\n")[1] == "一、总体要求"


def test_a_gap_inside_an_ordinary_line_only_spaces_it() -> None:
    assert normalise("第一章\u3000\u3000总则").text == "第一章 总则"


PIECES = st.sampled_from(
    [
        "各乡镇（场）、街道，", "进行全面\n\n  清理", "\u3000\u3000", " ", "\t", "\n", "\u200b",
        "\xa0", "（市人社局、民政局按职责分工负\n责）", "— 4 —\n", "。", "一、总体要求\n", "《",
        "”", "1. ", "加快农业转移人口市民化进程，着力提升城镇化发展水平",
    ]
)  # fmt: skip
LONG = st.lists(PIECES, max_size=30).map(lambda pieces: "".join(pieces) * 4)


@given(st.text() | LONG)
def test_normalising_any_text_keeps_its_promises(source: str) -> None:
    folded = normalise(source)
    origin = list(folded.origin)
    assert len(origin) == len(folded.text)
    assert origin == sorted(origin)
    assert all(0 <= offset < len(source) for offset in origin)
    if folded.text:
        for line in folded.text.split("\n"):
            assert line
            assert line == line.strip(" \t")
