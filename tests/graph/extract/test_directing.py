"""What of a letter directs somebody, and what are its set words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.extract.directing import directing
from graph.model import Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.model import Document


def stated(document: Document, *, aims: bool = False) -> str:
    return "".join(
        document.folded.text[passage.start : passage.end]
        for passage in directing(document, aims=aims)
    ).strip()


@pytest.mark.parametrize(
    "letter",
    [
        "现将《防汛方案》印发给你们，请认真贯彻执行。",
        "《防汛办法》已经市政府同意，现转发给你们，请结合本地区实际认真抓好落实。",
        "市水利局会同有关部门制定的《防汛办法》业经审定，现印发给你们，请遵照执行。",
        "经研究，现将防汛方案下达给你们。",
        "各有关部门要认真贯彻落实。",
        "望各地切实抓好组织实施工作。",
        "请认真遵照执行。",
        "《防汛意见》已在门户网站发布，请各地、各部门贯彻落实。",
        "执行中的具体问题，请迳与市水利局联系。",
        "工作中遇到的困难和问题，请及时向市水利局反映。",
    ],
)
def test_the_set_words_of_a_letter_direct_nobody(
    document_of: Callable[..., Document], letter: str
) -> None:
    assert stated(document_of(letter, Place.NOTICE)) == ""


@pytest.mark.parametrize(
    ("letter", "left"),
    [
        (
            "现将《防汛方案》印发给你们，请各牵头部门按月通报进展。",
            "请各牵头部门按月通报进展。",
        ),
        (
            "现将防汛方案转发给你们，请认真贯彻执行。市水利局要尽快公布重点河段。",
            "市水利局要尽快公布重点河段。",
        ),
        ("各地要在汛前完成隐患排查。", "各地要在汛前完成隐患排查。"),
        ("各县要于月底前将执行情况报市水利局。", "各县要于月底前将执行情况报市水利局。"),
        ("厂区现场发布预警的，应当留存记录。", "厂区现场发布预警的，应当留存记录。"),
        ("预警信息由市气象局统一发布。", "预警信息由市气象局统一发布。"),
        ("请各地落实值守人员。", "请各地落实值守人员。"),
    ],
)
def test_what_a_letter_asks_for_beside_them_is_stated(
    document_of: Callable[..., Document], letter: str, left: str
) -> None:
    assert stated(document_of(letter, Place.NOTICE)) == left


def test_the_aim_of_what_is_handed_over_tells_for_whom_it_is(
    document_of: Callable[..., Document],
) -> None:
    document = document_of(
        "为保障移民群众利益，现将《安置办法》印发给你们，请遵照执行。", Place.NOTICE
    )
    assert stated(document, aims=True) == "为保障移民群众利益，"
    assert stated(document) == ""


@pytest.mark.parametrize("where", [Place.PREAMBLE, "一", Place.CLOSING])
def test_outside_of_a_letter_every_sentence_counts(
    document_of: Callable[..., Document], where: str
) -> None:
    text = "各有关部门要认真贯彻落实。"
    assert stated(document_of(text, where)) == text
