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
