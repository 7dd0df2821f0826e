from __future__ import annotations

from itertools import pairwise

import pytest

from graph.normalise import normalise
from graph.normalise.run_in import line_starts

SENTENCE = "各区政府应当落实责任，市民政局会同有关部门加强指导，及时公布办理结果。"
ARTICLES = "".join(f"第{number}条 {SENTENCE * 2}" for number in "二三四五六七八九")
SECTIONS = "".join(
    f"{number}、推进改革，完善机制（一）健全制度。{SENTENCE * 2}（二）优化流程。{SENTENCE * 3}"
    for number in "二三四五"
)


def lines(text: str) -> list[str]:
    """Return the lines that a text on one line is parted in, the last one by its first words."""
    found = normalise(text).text.split("\n")
    return [*found[:-1], found[-1][:8]]


@pytest.mark.parametrize(
    "head",
    [
        (
            "关于印发《甲市住房管理办法》的通知",
            "各镇人民政府，市府直属各单位：",
            "现将《甲市住房管理办法》印发给你们，请认真贯彻执行。",
            "甲市人民政府",
            "2012年1月13日",
            "甲市住房管理办法",
            "第一章 总则",
        ),
        (
            "甲市居住证办法",
            "甲市人民政府令第1号",
            "《甲市居住证办法》已经市人民政府常务会议通过，现予公布，自公布之日起施行。",
            "市 长 张三",
            "二〇一二年三月五日",
            "甲市居住证办法",
        ),
        (
            "甲市人民政府关于印发《甲市住房管理办法》的通知",
            "甲政发〔2012〕3号",
            "各区人民政府，市政府各部门：",
            "现将《甲市住房管理办法》印发给你们。",
            "二〇一二年一月十三日",
            "甲市住房管理办法",
            "（试行）",
        ),
        ("甲省居住证发放办法", "2016-6-20 阅读次数：4376", "总则"),
        ("甲省居住证发放办法", "甲省人民政府门户网站 www.example.cn时间：2011年6月13日", "总则"),
    ],
)  # fmt: skip
def test_a_head_that_runs_into_its_text_is_parted_by_what_its_pieces_are(
    head: tuple[str, ...],
) -> None:
    first = f"第一条 为了规范管理，制定本办法。{ARTICLES}"
    assert lines("".join((*head, first)))[: len(head) + 1] == [*head, first[:8]]


def test_what_a_letter_attaches_is_parted_from_its_signature() -> None:
    end = (
        "附件：重点任务分工方案",
        "灵山县人民政府",
        "2015年8月25日",
        "（此件公开发布）",
        "附件",
        "重点任务分工方案",
    )
    text = f"甲市实施意见如下：一、健全制度。{SENTENCE}{SECTIONS}{''.join(end)}一、加强领导。"
    assert lines(text)[-len(end) - 1 : -1] == list(end)


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("一、指导思想", "以科学发展为主题，坚持改革，保障民生。"),
        ("一、主要目标", "到2025年，养老服务体系更加完善。"),
        ("一、高度重视推广工作", "各地区、各部门要把推广改革举措摆在重要位置。"),
        ("一、完善落户政策", "为进一步放宽落户条件，实行下列措施。"),
        ("一、清理工作的主要内容", "清理工作要以有关法律法规为依据，突出重点。"),
        ("一、落实监管责任", "市市场监管局、市公安局应当定期开展检查。"),
    ],
)
def test_a_glued_heading_ends_where_a_sentence_begins(heading: str, text: str) -> None:
    found = lines(f"现就有关事项通知如下：{heading}{text}{SECTIONS}")
    assert found[1:3] == [heading, (text + SECTIONS)[:8]]


@pytest.mark.parametrize(
    "text",
    [
        "一、加强制度建设为全面深化改革提供保障。",
        "一、明确各部门要求和完成工作的时间。",
        "一、健全以公平为核心原则的产权制度。",
        "一、申请材料不齐全的，应当一次告知申请人。",
        "一、推进工作机制、各级各部门协调机制建设。",
        "一、市民政局负责统筹协调养老服务工作。",
    ],
)
def test_words_that_only_look_like_a_heading_and_a_sentence_stay_together(text: str) -> None:
    found = lines(f"现就有关事项通知如下：{text}{SECTIONS}")
    assert text[:8] in found[1]
    assert len(found) == 2


def test_the_items_of_articles_have_no_headings() -> None:
    items = (
        "（一）组织领导抢险救灾和应急救援工作；（二）民政部门负责指导民政部门所属机构的安全工作。"
    )
    text = f"第一条 为了规范管理，制定本办法。{ARTICLES}第十条 区政府履行下列职责：{items}"
    assert len(line_starts(text)) == 0


def test_names_of_parts_without_a_label_stand_above_their_articles() -> None:
    text = f"第一条 为了规范管理，制定本办法。{ARTICLES}".replace("。第四条", "。居住登记第四条")
    assert "居住登记" in lines(text)


@pytest.mark.parametrize("before", ["依照", "违反", "适用本办法"])
def test_an_article_that_a_sentence_refers_to_begins_no_line(before: str) -> None:
    text = f"第一条 为了规范管理，制定本办法。{ARTICLES}".replace("。第四条", f"。{before}第四条")
    assert before not in lines(text)


def test_a_long_paragraph_is_no_text_that_lost_its_line_ends() -> None:
    assert line_starts(SENTENCE * 30) == []
    assert line_starts(f"主要任务是：（一）健全制度；（二）优化流程。{SENTENCE * 20}") == []


def test_a_text_on_many_lines_is_left_as_it_is() -> None:
    found = [f"第{number}条 {SENTENCE}" for number in "一二三四五"]
    assert normalise("\n".join(found)).text.split("\n") == found


def test_lines_begin_within_the_text_and_in_its_order() -> None:
    text = f"甲市实施意见一、指导思想以科学发展为主题，坚持改革。{SECTIONS}"
    starts = line_starts(text)
    assert starts
    assert all(0 < one < other < len(text) for one, other in pairwise(starts))
