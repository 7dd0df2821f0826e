"""What encourages is a predicate with an object; nouns, attributes, aims and tasks do not."""

from __future__ import annotations

import re

import pytest

from graph.extract.encouragement import encourages
from graph.grammar.sentences import Stretch

_WORD = re.compile("鼓励|支持|引导|探索|倡导|提倡")


def encouraged(sentence: str) -> bool:
    whole = Stretch(0, len(sentence))
    return any(encourages(sentence, whole, *word.span()) for word in _WORD.finditer(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "鼓励社会力量兴办养老机构。",
        "国家鼓励和规范志愿服务。",
        "省人民政府支持节水技术的推广。",
        "积极探索，大力引导公众参与。",
        "健全制度，引导企业使用清洁能源。",
        "在有条件的地区探索分档水价。",
        "采取积分激励、绿色信用等方式引导消费者。",
        "引导、支持景区发行联票。",
        "鼓励企业建立职工培训的机制。",
        "鼓励市县加大对养老机构的支持力度。",
        "探索基于学业水平的录取机制。",
        "支持社会组织履行社会责任。",
        "2025年底前，探索建立数据标准。",
        "鼓励环境保护行业组织加强自律。",
        "支持 “双创”基地建设。",
    ],
)
def test_a_predicate_with_an_object_encourages(sentence: str) -> None:
    assert encouraged(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        # nouns
        "为企业提供资金支持。",
        "坚持政府引导、市场运作。",
        "坚持政府引导与市场运作相结合。",
        "支持比例上限提高至80%。",
        "申请第五条支持需提供复印件。",
        "加大信贷支持力度。",
        # attributes
        "落实鼓励全科医生在基层服务的政策。",
        "制定鼓励民间投资的政策意见。",
        "提出支持社会力量参与运营的有关政策措施。",
        "支持企业发展的各项政策同等适用于外资企业。",
        "营造全社会支持创业的氛围。",
        "发挥财政资金的引导作用。",
        # aims, facts, what is to come
        "安排资金500万元，用于支持技术改造。",
        "以引导消费升级。",
        "已支持12家企业上市。",
        "试验区将支持开展应用试点。",
        # tasks of an office
        "引导和督促金融机构落实监管要求。",
        "教育引导经营者诚信经营。",
        "支持纪检组履行监督责任。",
        "由行业协会支持会员参展。",
        "市科技局负责支持园区建设。",
    ],
)
def test_a_noun_an_attribute_an_aim_and_a_task_encourage_nothing(sentence: str) -> None:
    assert not encouraged(sentence)
