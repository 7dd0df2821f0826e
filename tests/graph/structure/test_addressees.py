from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.structure.addressees import addressees
from graph.structure.lines import salutation

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.model import Document


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("各区人民政府，市政府各部门：", ["各区人民政府", "市政府各部门"]),
        (
            "各乡、镇、场，各街道办事处，市属各单位：",
            ["各乡、镇、场", "各街道办事处", "市属各单位"],
        ),
        (
            "各省、自治区、直辖市人民政府，国务院各部委、各直属机构：",
            ["各省、自治区、直辖市人民政府", "国务院各部委", "各直属机构"],
        ),
        (
            "各区卫生健康局、财政局，市医保中心：",
            ["各区卫生健康局、财政局", "市医保中心"],
        ),
        (
            "各市（州）、县（市、区）人民政府（行署）：",
            ["各市（州）、县（市、区）人民政府（行署）"],
        ),
        ("市发展改革委、市财政局：", ["市发展改革委", "市财政局"]),
        ("市政府各委、办、局，各有关单位：", ["市政府各委、办、局", "各有关单位"]),
        ("某市环境保护局：", ["某市环境保护局"]),
        ("各小学、幼儿园：", ["各小学、幼儿园"]),
        ("甲省、乙省、丙市水利厅（局）：", ["甲省、乙省、丙市水利厅（局）"]),
        (
            "人力资源社会保障厅、财政厅、市场监管局：",
            ["人力资源社会保障厅", "财政厅", "市场监管局"],
        ),
        ("新疆生产建设兵团建设局、财务局：", ["新疆生产建设兵团建设局、财务局"]),
        (
            "中国信息研究院、人民邮电报社、中国互联网协会：",
            ["中国信息研究院", "人民邮电报社", "中国互联网协会"],
        ),
        (
            "各市（地）、县（市）人民政府（行署）、省农垦总局：",
            ["各市（地）、县（市）人民政府（行署）", "省农垦总局"],
        ),
        ("各市（地）、省直管市安全监管局：", ["各市（地）、省直管市安全监管局"]),
        ("各镇政府、区办事处，市各有关单位：", ["各镇政府、区办事处", "市各有关单位"]),
        ("各分局、区县（自治县、市）局：", ["各分局、区县（自治县、市）局"]),
        ("各市、县教育局、市属高校：", ["各市、县教育局、市属高校"]),
        (
            "各地（市）行署（人民政府），自治区各委、办、厅、局 ：",
            ["各地（市）行署（人民政府）", "自治区各委、办、厅、局"],
        ),
        ("各市民政局，省残联，各市民政局，省残联：", ["各市民政局", "省残联"]),
        (
            "中国人民银行上海总部，各分行、营业管理部：",
            ["中国人民银行上海总部", "各分行、营业管理部"],
        ),
        ("各省财政厅，副省级城市中心支行：", ["各省财政厅", "副省级城市中心支行"]),
        ("财政部、国家发展改革委：", ["财政部", "国家发展改革委"]),
        (
            "各区委、区政府，市委、市政府各部委办局，各人民团体：",
            ["各区委、区政府", "市委、市政府各部委办局", "各人民团体"],
        ),
        ("市委各部委，市政府各部门：", ["市委各部委", "市政府各部门"]),
        (
            "河北省各市（州）、山西省各区县（自治县）人民政府，两省各部门：",
            ["河北省各市（州）、山西省各区县（自治县）人民政府", "两省各部门"],
        ),
        ("河北省各市人民政府、山西省各部门：", ["河北省各市人民政府", "山西省各部门"]),
        (
            "甲银行上海总部，各分行、营业管理部；各国有商业银行，乙储蓄银行：",
            ["甲银行上海总部", "各分行、营业管理部", "各国有商业银行", "乙储蓄银行"],
        ),
        ("各市地卫生局，厅机关各处室：", ["各市地卫生局", "厅机关各处室"]),
        ("市委、市政府、市人大办公室：", ["市委", "市政府", "市人大办公室"]),
    ],
)
def test_each_addressee_stands_at_its_place(line: str, expected: list[str]) -> None:
    assert salutation(line) == len(line)
    found = list(addressees(line, 0, len(line)))
    assert [each.text for each in found] == expected
    assert [line[each.start : each.end] for each in found] == expected


@pytest.mark.parametrize(
    "line",
    [
        "各阶段任务：",
        "各项要求：",
        "有关事项说明：",
        "申请人应当向下列机构提交材料，包括公安局、法院：",
        "本办法所称主管部门，是指下列单位：",
        "按照职责分工，各部门：",
        "各单位要加强领导，落实责任；各有关部门应当做好以下工作，各单位：",
        "各区要落实属地责任；各项任务：",
        "加强领导；各有关单位：",
        "责任单位：市公安局",
        "联系电话：12345",
    ],
)
def test_another_line_addresses_nobody(line: str) -> None:
    assert salutation(line) == 0


ARTICLES = (
    "某省水路运输登记条例\n第一条 为了规范登记，制定本条例。\n{}\n第三条 本条例自公布之日起施行。\n"
)


@pytest.mark.parametrize(
    "article",
    [
        "第二条 登记机关应当通知有关部门：\n（一）船舶；\n（二）港口。",
        "第二条 本条例所称经营主体，是指下列组织：\n（一）船舶；\n（二）港口。",
        "第二条 登记由船籍港办理。\n变更登记，报送下列机构：\n（一）船舶；\n（二）港口。",
    ],
)
def test_an_article_that_ends_in_a_body_and_a_colon_addresses_nobody(
    document_of: Callable[..., Document], article: str
) -> None:
    labels = [provision.label for provision in document_of(ARTICLES.format(article)).provisions]
    assert labels == ["第一条", "第二条", "第二条（一）", "第二条（二）", "第三条"]


def test_a_sentence_that_ends_in_a_body_and_a_colon_addresses_nobody(
    document_of: Callable[..., Document],
) -> None:
    text = "某省水路运输登记条例\n本条例所称经营主体，是指下列组织：\n（一）船舶；\n（二）港口。\n"
    assert [p.label for p in document_of(text).provisions] == ["（一）", "（二）"]
