"""What an act alone tells: a duty where nothing else can be meant, else a candidate."""

from __future__ import annotations

import pytest

from graph.extract.responsibilities.running import find_running
from graph.model import Modality
from graph.normalise import normalise


def rules(text: str, prefix: str = "市", *, directs: bool = True) -> list[tuple[str, str]]:
    folded = normalise(text).text
    found = find_running(folded, 0, len(folded), prefix, directs=directs)
    return [(share.name.text, share.rule.split(".")[1]) for shares in found for share in shares]


@pytest.mark.parametrize(
    "sentence",
    [
        "公安机关在办案过程中发现线索的，应当移送检察机关。",
        "登记机关作出撤销决定后，应当及时公示。",
        "市水利局编制年度供水计划，应当征求各用水单位的意见。",
        "税务机关实施检查时，必须出示证件。",
        "请各区政府于6月底前将进展情况报送市教育局。",
        "请市水利局抓紧提出具体方案。",
    ],
)
def test_a_word_of_duty_elsewhere_in_the_sentence_tells_the_duty(sentence: str) -> None:
    assert [rule for _, rule in rules(sentence)][:1] == ["duty"]


@pytest.mark.parametrize("word", ["可以", "有权"])
def test_a_power_told_behind_the_case_is_a_power(word: str) -> None:
    text = f"司法行政机关实施监督检查，{word}要求有关人员说明情况。"
    first = next(iter(find_running(text, 0, len(text), "")))[0]
    assert (first.rule, first.modality) == ("responsibility.duty", Modality.POWER)


@pytest.mark.parametrize(
    "sentence",
    [
        "市农业农村局编制年度实施计划。",
        "第八条 县级以上人民政府水行政主管部门对取水工程进行监督检查。",
        "省粮食厅会同省财政厅制定实施细则。",
        "市财政局每年对资金使用情况开展绩效评价。",
        "公安机关依法查处无证经营行为；",
        "自治区林业厅审核汇总各市申报材料。",
        "市森林防火指挥部组织专业队伍开展扑救。",
    ],
)
def test_a_plain_name_that_begins_a_sentence_and_acts_has_a_duty(sentence: str) -> None:
    assert {rule for _, rule in rules(sentence)} - {"beside"} == {"act-first"}


def test_each_of_several_clauses_with_a_body_of_its_own_has_one() -> None:
    text = "市水利局编制年度计划，市财政局拨付资金。"
    assert rules(text) == [("市水利局", "act-first"), ("市财政局", "act-first")]


@pytest.mark.parametrize(
    "sentence",
    [
        "各地以试点为契机，积极推动产业发展。",  # places
        "省财政重点支持脱贫县。",  # a purse
        "市级单独核算基金收支。",  # a level
        "市水利局组织完成了河道清淤。",  # done
        "市农业农村局先后制定三个方案。",
        "市商务局将适时组织督查。",  # promised
        "领导小组下设办公室。",  # how it is made up
        "按照分工，市商务局组织实施。",  # not first in its sentence
        "市教育局组织培训得5分。",  # a criterion
        "市水利局组织编制规划",  # a heading or a line of a table
        "召集有关部门开展座谈。",  # words before the body
        "现经市政府研究同意。",
        "公安机关检查。",  # a heading
        "公安机关办理案件，需要提供技术支持的，环保部门应当及时提供。",  # a case
        "主管部门解释有困难的，由市司法局解释。",
        "市水利局起草规章草案，依照规定的程序进行。",
        "市水利局公布的名录中的河流等。",
        "要坚\n市水利局组织清理河道。",  # a line broken in a sentence
        "市水利局认定并由其公布的工程名单；",  # a thing
        "各部门报送省政府的公文，由省政府办公厅统一呈批。",  # a topic
        "民政部门实施信息公示，适用本办法。",
        "市教育局确定的活动主题是绿色出行。",
        "市水利局与市财政局商定，今年不予调整。",
        "税务机关作出决定，未送达的，视为不知道。",
    ],
)
def test_what_may_be_told_of_a_body_is_no_stated_duty(sentence: str) -> None:
    assert "act-first" not in {rule for _, rule in rules(sentence)}


@pytest.mark.parametrize(
    "sentence",
    [
        "市财政局核定资金后，由市教育局办理移交。",
        "市农业局受理申请后，市财政局应当复核。",
    ],
)
def test_what_tells_when_somebody_else_must_act_is_no_duty(sentence: str) -> None:
    assert [rule for _, rule in rules(sentence)][1:] == []


@pytest.mark.parametrize(
    "sentence",
    [
        "政府督查应当加强与行政执法监督的衔接。",
        "政府督查工作应当严格执行方案。",
        "公证机构设置方案及其调整方案，应当报上级核定。",
    ],
)
def test_a_verb_that_is_part_of_a_noun_tells_nothing(sentence: str) -> None:
    assert rules(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("市水利局编制年度计划。", []),
        ("市水利局将组织开展督查。", [("市水利局", "act-promised")]),
        ("各区每年新建花园一个。", [("各区", "act-way")]),
    ],
)
def test_where_things_are_told_too_an_act_states_only_what_is_to_come(
    sentence: str, expected: list[tuple[str, str]]
) -> None:
    assert rules(sentence, directs=False) == expected


@pytest.mark.parametrize(
    ("sentence", "rule"),
    [
        ("市财政局根据考核结果，逐年调整预算。", "act-way"),
        ("市商务局将组织开展督查。", "act-promised"),
        ("对符合条件的企业，市科技局将给予补助。", "act-promised"),
        ("各地建立工作台账。", "act-named"),
        ("省财政安排专项资金，支持产业发展。", "act-named"),
        ("对新增贷款，市级财政给予风险补偿。", "act-behind"),
        ("申请资料不齐全的，市水利局不予受理。", "act-behind"),
        ("市水利局组织编制规划", "act"),
    ],
)
def test_the_form_of_the_sentence_is_the_rule(sentence: str, rule: str) -> None:
    assert {found for _, found in rules(sentence)} == {rule}


def test_a_line_behind_a_heading_begins_a_sentence_and_one_behind_words_does_not() -> None:
    heading = "四、经费\n省财政安排专项资金。"
    broken = "二是加强统筹协调和要\n省财政安排专项资金。"
    assert ("省财政", "act-named") in rules(heading)
    assert ("省财政", "act-named") not in rules(broken)


@pytest.mark.parametrize(
    "sentence",
    [
        "市教育局会同有关部门表彰的项目，由承办单位报核。",  # an attribute
        "各地发放的补贴资金，要及时到位。",
        "市级补助标准为每亩三百元。",  # a rate
        "区县财政教育经费优先保障教师工资。",
        "各地推荐项目的数量原则上不超过五个。",
        "健全政府统一领导，市民政局统一协调，各部门分工负责的服务体制。",  # which mechanism
        "通过政府给予补贴的方式，降低企业风险。",  # which way
        "市水利局先后多次组织检查。",  # what was done
        "各部门高度重视，研究提出修改意见。",
        "领导小组下设办公室。",  # how it is made up
        "专家组成员单位扩大到二十家。",
        "内部发送：办公厅，支付司，科技司。",  # addressees
        "附件：2.市应急局对下级部门考核目标\n",  # a title
        "市政府资助项目评审，是指对项目进行的评价。",  # a definition
        "公安机关办理业务时，申请人应当予以配合。",  # somebody else
    ],
)
def test_what_is_said_of_a_thing_or_was_done_is_no_duty_of_the_body(sentence: str) -> None:
    assert not [rule for _, rule in rules(sentence) if rule.startswith("act")]
