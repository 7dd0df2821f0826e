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


def test_where_things_are_told_too_an_act_states_nothing() -> None:
    assert rules("市水利局编制年度计划。", directs=False) == [("市水利局", "act")]
