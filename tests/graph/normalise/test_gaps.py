from __future__ import annotations

import pytest

from graph.normalise import normalise
from graph.normalise.gaps import parted

PARTS = (
    "昭阳区公共租赁住房管理办法",
    "第一章 总则",
    "第一条 为规范管理，制定本办法。",
    "第二条 本区城镇居民适用本办法：",
    "（一）具有本区户籍；",
    "（二）无自有住房。",
    "第二章 附则",
    "第三条 本办法自印发之日起施行。",
    "昭阳区人民政府办公室",
    "2021年3月5日",
)


def test_a_text_that_blanks_part_gets_its_paragraphs_back() -> None:
    assert normalise(" ".join(PARTS)).text.split("\n") == list(PARTS)


def test_a_signature_between_a_letter_and_its_annex_is_found() -> None:
    letter = "现将方案印发给你们。 请认真执行。 意见请告我办。 "
    letter += "某市人民政府办公室 2021年6月18日 某市实施方案"
    signed = ["某市人民政府办公室", "2021年6月18日", "某市实施方案"]
    assert parted(letter).split("\n")[3:] == signed


NOTE = (
    "湖泊保护条例",
    "2016年1月20日 某市第十八届人民代表大会第六次会议通过",
    "2016年3月30日 某省第十二届人民代表大会常务委员会第二十次会议批准",
    "2016年6月1日 施行",
    "第一章 总则",
    "第一条 为了保护湖泊，制定本条例。",
    "第二条 本条例适用于本市湖泊。",
    "第三条 市水行政主管部门负责湖泊保护。",
    "第四条 各区政府公布湖泊名录。",
)


def test_the_acts_under_a_title_stand_a_line_each_with_their_days() -> None:
    assert normalise(" ".join(NOTE)).text.split("\n") == list(NOTE)


@pytest.mark.parametrize(
    "line",
    [
        "市 长 张三",
        "责任单位：市公安局 市民政局",
        "本市共有 3 个区办理 120 件。",
        "自 2021 年 6 月 1 日起施行。",
        "登录 Windows 10 系统办理。",
    ],
)
def test_blanks_of_a_line_itself_stay(line: str) -> None:
    text = " ".join((*PARTS[:4], line, *PARTS[4:]))
    assert line in parted(text).split("\n")


CELLS = ("序号", "工作任务", "责任单位", "完成时限", "1", "清理河道。", "市水利局", "2022年", "2")


def test_cells_that_stand_between_blanks_get_lines() -> None:
    assert parted(" ".join((*PARTS, *CELLS))).split("\n") == [*PARTS, *CELLS]


@pytest.mark.parametrize(
    "line",
    [
        "责任单位：市公安局 市民政局 市财政局",
        "办法自 2021 年 6 月 1 日起施行。 有效期至 2026 年。",
        "第一章 总则 1 第二章 分则 3 第三章 附则 9",
        "（一）张三 市民政局局长； （二）李四",
    ],
)
def test_blanks_that_end_no_sentences_end_no_paragraphs(line: str) -> None:
    assert parted(line) == line


def test_a_paragraph_with_blanks_behind_its_sentences_stays_one_among_others() -> None:
    line = "加强领导。 落实责任。 强化督查。 务求实效。 一、二两项由市公安局 负责。"
    text = f"{line}\n市民政局要加强统筹协调，完善养老服务体系。\n市财政局要保障资金。"
    assert parted(text) == text
