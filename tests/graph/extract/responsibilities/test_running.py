from __future__ import annotations

import pytest

from graph.extract.responsibilities.running import find_running
from graph.model import Form, Role
from graph.normalise import normalise


def duties(text: str, prefix: str = "市") -> list[tuple[str, Role]]:
    folded = normalise(text).text
    shares = [share for found in find_running(folded, 0, len(folded), prefix) for share in found]
    assert all(share.form is Form.BODY for share in shares)
    return [(share.name.full, share.role) for share in shares]


@pytest.mark.parametrize(
    ("sentence", "agencies"),
    [
        ("市统计局要规范统计,准确快捷反映我市两个指标变动状况。", ["市统计局"]),
        ("市人民政府根据本地实际,不断扩大公共服务范围并提高服务标准。", ["市人民政府"]),
        ("由市财政部门建立农业转移人口市民化奖励机制,并进行动态调整。", ["市财政部门"]),
        ("对已明确的相关配套政策,有关部门要加快工作进度,尽快出台。", ["有关部门"]),
        ("公安、卫生计生等相关部门要定期通报情况。", ["市公安", "市卫生计生"]),
        ("各级人民政府应当加强监督检查。", ["各级人民政府"]),
        ("居住证由县级人民政府公安机关签发。", ["县级人民政府公安机关"]),
        ("奖励由属地政府一次性给予。", ["属地政府"]),
        ("体育活动由市人民政府或体育部门承办。", ["市人民政府"]),
        # those who are no public body have no part in the duty of one
        ("教育部门和学校要加强家校联系。", ["教育部门"]),
        ("不动产登记机构和金融机构要建立风险提示机制。", ["不动产登记机构"]),
    ],
)
def test_an_agency_that_is_told_to_act_has_a_duty(sentence: str, agencies: list[str]) -> None:
    assert [name.removeprefix("市") for name, _ in duties(sentence)] == [
        name.removeprefix("市") for name in agencies
    ]


def test_the_case_of_a_duty_is_no_duty_but_of_whom_it_goes_on_to_bind() -> None:
    case = "交通运输局对经营申请作出行政许可决定的,应当明确其经营范围。"
    assert [name for name, _ in duties(case)] == ["市交通运输局"]
    others = "施工单位参与违法建设的,住建局应记录其不良行为。"
    assert [name for name, _ in duties(others)] == ["市住建局"]


def test_a_list_that_acts_together_has_one_duty_each() -> None:
    sentence = "省公安厅和发改委、人社厅要会同有关部门加强跟踪评估。"
    assert [name for name, _ in duties(sentence, "省")] == ["省公安厅", "省发改委", "省人社厅"]


def test_a_word_behind_the_subject_tells_its_role() -> None:
    assert duties("市公安局要牵头做好落户工作。") == [("市公安局", Role.LEAD)]
    assert duties("市民政局要配合做好落户工作。") == [("市民政局", Role.SUPPORT)]
    assert duties("市统计局要规范统计。") == [("市统计局", Role.RESPONSIBLE)]


@pytest.mark.parametrize(
    "sentence",
    [
        "要加强监督检查,及时研究解决遇到的实际问题。",
        "统计指标要实事求是反映户籍人口城镇化的情况。",
        "进城落户农民可以申请落户。",
        "用人单位应当依法缴纳社会保险费。",
        "以人的城镇化为核心,以理念创新为先导。",
        "在市公安局登记的户口,按照本人意愿办理。",
        "(市公安局牵头)",
        "设计、施工等单位参与违法建设的,依法限制其市场准入资格。",
        "一、总体要求",
        "银行业金融机构应实质分担风险。",
        "代理金融机构不得以任何形式向个人收取账户管理费用。",
        "除公安机关依法执行职务外,任何单位和个人不得扣押居住证。",
    ],
)
def test_a_sentence_that_tells_no_agency_to_act_lays_down_no_duty(sentence: str) -> None:
    assert duties(sentence) == []


def test_a_duty_is_quoted_to_the_end_of_its_sentence() -> None:
    text = "（十三）健全落户统计体系。市统计局要规范统计，准确快捷反映指标变动状况。"
    ((share,),) = find_running(text, 0, len(text), "市")
    assert text[share.start : share.end] == "市统计局要规范统计，准确快捷反映指标变动状况"
