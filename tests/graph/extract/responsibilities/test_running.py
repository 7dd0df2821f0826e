from __future__ import annotations

import pytest

from graph.extract.responsibilities.running import find_running
from graph.model import Form, Modality, Role
from graph.normalise import normalise

LEAD, SUPPORT, JOINT, RESPONSIBLE = Role


def duties(text: str, prefix: str = "市") -> list[tuple[str, Role]]:
    folded = normalise(text).text
    shares = [share for found in find_running(folded, 0, len(folded), prefix) for share in found]
    assert all(share.form is Form.BODY for share in shares)
    return [(share.name.full, share.role) for share in shares]


def bodies(text: str, prefix: str = "") -> list[str]:
    return [name for name, _ in duties(text, prefix)]


@pytest.mark.parametrize(
    ("sentence", "agencies"),
    [
        ("市统计局要规范统计,准确快捷反映我市两个指标变动状况。", ["市统计局"]),
        ("市人民政府根据本地实际,不断扩大公共服务范围并提高服务标准。", ["市人民政府"]),
        ("由市财政部门建立农业转移人口市民化奖励机制,并进行动态调整。", ["市财政部门"]),
        ("对已明确的相关配套政策,有关部门要加快工作进度,尽快出台。", ["有关部门"]),
        ("公安、卫生计生等相关部门要定期通报情况。", ["市公安部门", "市卫生计生部门"]),
        ("各级人民政府应当加强监督检查。", ["各级人民政府"]),
        ("居住证由县级人民政府公安机关签发。", ["县级人民政府公安机关"]),
        ("奖励由属地政府一次性给予。", ["属地政府"]),
        ("体育活动由市人民政府或体育部门承办。", ["市人民政府", "体育部门"]),
        # those who are no public body have no part in the duty of one
        ("教育部门和学校要加强家校联系。", ["教育部门"]),
        ("不动产登记机构和金融机构要建立风险提示机制。", ["不动产登记机构"]),
    ],
)
def test_an_agency_that_is_told_to_act_has_a_duty(sentence: str, agencies: list[str]) -> None:
    assert [name.removeprefix("市") for name, _ in duties(sentence)] == [
        name.removeprefix("市") for name in agencies
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "市林业局，应当制定规划。",
        "市林业局在受理申请后，应当公示。",
        "市林业局在受理申请后五日内公示。",
        "市林业局在同级人民政府领导下，负责巡护。",
        "市林业局除公开上述信息之外，还应当公布电话。",
        "市林业局于每年六月确定标准。",
        "市林业局每年对苗圃开展检查。",
        "市林业局在20个工作日内完成核实。",
        "市林业局，在巡护过程中，要做好记录。",
        "市林业局，依照规定的职责制定规范。",
        "市林业局如果发现疫情，应当立即报告。",
        "市林业局审查属实后予以变更。",
        "市林业局派人核实。",
        "市林业局对违法行为予以查处。",
        "市林业局出台政策时要公布依据。",
        "必要时，市林业局可以延长期限。",
        "第八条 市林业局应当核查。",
        "其中市林业局负责初审。",
        "2022年底前市林业局要完成核查。",
        "经费由市林业局负担。",
        "由市林业局责令限期改正。",
        "由市林业局处五百元以上罚款。",
        "“市林业局应当公开名单。",
        "市林业局为登记机关。",
    ],
)
def test_what_stands_between_a_body_and_its_duty_does_not_hide_it(sentence: str) -> None:
    assert bodies(sentence) == ["市林业局"]


def test_each_body_of_a_sentence_has_its_own_duty() -> None:
    assert bodies("由市林业局统一制定，由各区林业局组织印制。") == ["市林业局", "各区林业局"]
    times = "省级政府2022年年底前、市县两级政府2023年年底前要完成整改。"
    assert bodies(times) == ["省级政府", "市县两级政府"]
    assert bodies("各区政府，市政府各部门要认真落实。") == ["各区政府", "市政府各部门"]
    behind_tail = "（市林业局负责）各地区要完善工作机制。"
    assert bodies(behind_tail) == ["各地区"]


def test_the_case_of_a_duty_is_no_duty_but_of_whom_it_goes_on_to_bind() -> None:
    case = "交通运输局对经营申请作出行政许可决定的,应当明确其经营范围。"
    assert [name for name, _ in duties(case)] == ["市交通运输局"]
    others = "施工单位参与违法建设的,住建局应记录其不良行为。"
    assert [name for name, _ in duties(others)] == ["市住建局"]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("市公安局要牵头做好落户工作。", [("市公安局", LEAD)]),
        ("市民政局要配合做好落户工作。", [("市民政局", SUPPORT)]),
        ("市统计局要规范统计。", [("市统计局", RESPONSIBLE)]),
        ("各城市要明确牵头部门。", [("各城市", RESPONSIBLE)]),  # the word is in the object
        ("各部门要在各自职责范围内加强监管。", [("各部门", JOINT)]),
        ("各部门要结合各自职责，加强协同配合。", [("各部门", JOINT)]),
        ("各有关部门要密切配合。", [("各有关部门", JOINT)]),
        ("财政、税务等部门应当协同配合。", [("财政部门", JOINT), ("税务部门", JOINT)]),
        ("财政、税务等部门积极配合数据归集。", [("财政部门", SUPPORT), ("税务部门", SUPPORT)]),
        ("市粮食局，作为牵头部门，要加强调度。", [("市粮食局", LEAD)]),
        (
            "市商务局要会同市财政局于6月底前制定办法。",
            [("市商务局", RESPONSIBLE), ("市财政局", SUPPORT)],
        ),
        ("市教育局、市体育局共同制定方案。", [("市教育局", JOINT), ("市体育局", JOINT)]),
        ("市教育局要发挥对整治工作的牵头抓总作用。", [("市教育局", LEAD)]),
        ("市水利局原则上每5年牵头组织一次评估。", [("市水利局", LEAD)]),
        ("市水利局每5年组织一次评估。", [("市水利局", RESPONSIBLE)]),
        ("街道办事处应当对检查工作给予协助。", [("街道办事处", SUPPORT)]),
        ("市公安局应对其查询工作予以支持和配合。", [("市公安局", SUPPORT)]),
        ("市公安局应当对不予配合的单位予以处罚。", [("市公安局", RESPONSIBLE)]),
        ("市民政局应当对困难家庭给予补助。", [("市民政局", RESPONSIBLE)]),
        ("市商务局协同市科技局开展审核。", [("市商务局", RESPONSIBLE), ("市科技局", SUPPORT)]),
        ("按分工交由临江旗牵头落实。", [("临江旗", LEAD)]),
        # those beside another
        (
            "市教育局会同市财政局、市民政局制定细则。",
            [("市教育局", RESPONSIBLE), ("市财政局", SUPPORT), ("市民政局", SUPPORT)],
        ),
        (
            "由市教育局牵头，会同市财政局等部门研究。",
            [("市教育局", LEAD), ("市财政局", SUPPORT)],
        ),
        ("由市应急局牵头实施，有关部门参加。", [("市应急局", LEAD), ("有关部门", SUPPORT)]),
        (
            "市委组织部牵头抓总、市民政局密切配合，有关单位各司其职、共同推进。",
            [("市委组织部", LEAD), ("市民政局", SUPPORT), ("有关单位", JOINT)],
        ),
        ("市林业局商有关部门制定。", [("市林业局", RESPONSIBLE), ("有关部门", SUPPORT)]),
        ("协同有关部门重点审查文件。", [("有关部门", SUPPORT)]),
        ("会同公安、林业等部门开展排查。", [("公安部门", SUPPORT), ("林业部门", SUPPORT)]),
        ("乡镇人民政府协助县林业局开展普查。", [("乡镇人民政府", SUPPORT)]),
        # a county whose name begins like the word for a partner
        ("会同县民政局负责救助。", [("会同县民政局", RESPONSIBLE)]),
        (
            "由市水利局牵头，会同县财政局负责审核。",
            [("市水利局", LEAD), ("县财政局", SUPPORT)],
        ),
        ("会同县财政局开展检查。", [("县财政局", SUPPORT)]),
        # a set alone shares nothing by having duties
        ("国家有关主管部门依据职责开展检查。", [("国家有关主管部门", RESPONSIBLE)]),
        ("各部门应当结合本部门职责制定措施。", [("各部门", RESPONSIBLE)]),
        ("各部门按职责分工开展检查。", [("各部门", JOINT)]),
        ("市教育局、市体育局按照职责开展检查。", [("市教育局", JOINT), ("市体育局", JOINT)]),
    ],
)
def test_words_behind_the_names_tell_their_parts(
    sentence: str, found: list[tuple[str, Role]]
) -> None:
    assert duties(sentence) == found


@pytest.mark.parametrize(
    ("sentence", "modality"),
    [
        ("市林业局可以委托乡镇人民政府实施。", Modality.POWER),
        ("公安机关有权查验证件。", Modality.POWER),
        ("县林业局审批采伐许可。", Modality.POWER),
        ("县林业局应当审批采伐许可。", Modality.DUTY),
        ("县林业局负责审批采伐许可。", Modality.DUTY),
        ("县林业局不得收取费用。", Modality.DUTY),
    ],
)
def test_a_power_is_told_from_a_duty(sentence: str, modality: Modality) -> None:
    (found,) = find_running(sentence, 0, len(sentence), "")
    assert [share.modality for share in found] == [modality]


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
        # objects: whom somebody asks, tells or works with
        "经林业主管机构负责人同意，可以延长。",
        "经有关部门批准后，可以使用。",
        "报粮食行政机关负责人审批。",
        "向市林业局申报。",
        "与省大数据中心、省政务服务局建立接口连接。",
        "定期与市、区民政部门共享数据。",
        "指导重点镇制定规划。",
        "大力宣传各地在普查中的好经验。",
        "倒逼政府部门深化改革。",
        "建设县域集采集配中心。",
        "保障海警机构配备装备。",
        "受市林业局委托的第三方机构应当出具报告。",
        "根据省财政厅有关规定执行。",
        "加强与公安机关的协作。",
        "依托市大数据中心建立平台。",
        "鼓励银行将贷款展期。",
        # attributes: what 的 describes is another
        "由林业部门设立的救护站收容。",
        "由乡镇政府组织的包车返岗。",
        "各部门制定的规章必须公开。",
        "县级人民政府工作部门制定的文件，报本级人民政府备案。",
        "市人民政府批准公布的名录应当公开。",
        "各部门按规定收取的费用应当公开。",
        "由文物行政部门指定的收藏单位保管。",
        "（二）司法机关和行政机关依法查封的；",
        # persons, members, and those who are no public body
        "由李副市长牵头。",
        "由市政府分管领导任召集人。",
        "市级相关部门负责人为成员。",
        "主任由不担任村民委员会成员的居民担任。",
        "专家组由市林业局、市气象局等部门组成。",
        "养老机构应当建立档案。",
        "评估机构应当出具报告。",
        "社区卫生服务中心要提供服务。",
        "高等院校要与企业合作。",
        # nobody, and what only looks like a duty
        "由哪个部门负责？",
        "任何机关不得干预。",
        "普查实行属地负责制。",
        "进一步拓展部门联合监管。",
        "对参与经办服务的机构的审查。",
        "发挥技术创新中心作用。",
        "市林业局印发了通知。",
        "市林业局曾组织论证。",
        "截至目前，各地已完成核查。",
        "市林业局在建项目应当公示。",
        "各地治理工作方案报省林业厅。",
        "市场监管力度要加大。",
        "部门之间要加强沟通。",
        "近年来，各地区认真落实部署，取得明显成效。",
        "为了保障各级人民代表大会依法行使职权，制定本办法。",
    ],
)
def test_a_sentence_that_tells_no_agency_to_act_lays_down_no_duty(sentence: str) -> None:
    assert duties(sentence) == []


def test_a_duty_is_quoted_to_the_end_of_its_sentence() -> None:
    text = "（十三）健全落户统计体系。市统计局要规范统计，准确快捷反映指标变动状况。"
    ((share,),) = find_running(text, 0, len(text), "市")
    assert text[share.start : share.end] == "市统计局要规范统计，准确快捷反映指标变动状况"


def test_a_remark_on_a_name_is_no_part_of_it() -> None:
    text = "森林防火部际联席会议（以下简称联席会议）应当定期召开会议。"
    ((share,),) = find_running(text, 0, len(text), "")
    assert share.name.text == "森林防火部际联席会议"


@pytest.mark.parametrize("opening", ["", "同时，", "必要时", "在受理后", "2023年6月底前"])
@pytest.mark.parametrize("between", ["", "在收到材料后，", "按照有关规定，", "及时", "于每年三月"])
def test_the_same_duty_is_read_however_it_is_opened(opening: str, between: str) -> None:
    """The words around a duty tell when and how, and not whose it is."""
    sentence = f"{opening}县林业局{between}应当组织核查。"
    assert bodies(sentence) == ["县林业局"]


@pytest.mark.parametrize(
    "sentence",
    [
        "由开发单位出具承诺函后进行验收。",  # a firm
        "材料由单位科研管理部门收齐后上报。",  # an office of a unit
        "由学校学生管理部门牵头实施。",
        "考核由银行市级机构直接实施。",
        "由工业和信息化部软件行业协会出具推荐函。",  # an association, whose name goes on
        "农村由县级政府指定单位负责。",  # the one that it names
        "区政府部门文件是指：由各委办局起草的文件。",  # a definition
        "由所在高等学校和科研院所领导班子集体研究决定。",  # no public body
    ],
)
def test_behind_the_word_of_the_agent_stands_somebody_else(sentence: str) -> None:
    assert not list(find_running(sentence, 0, len(sentence), "市"))


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("由市教育局教育考试中心组织实施。", ["市教育局教育考试中心"]),
        ("由市财政局指定的机构负责评审。", ["市财政局指定的机构"]),
        ("由工业和信息化部人才交流中心出具推荐函。", ["工业和信息化部人才交流中心"]),
        ("由社区事务受理服务中心告知申请人。", ["社区事务受理服务中心"]),
        ("由企业登记机关核准。", ["企业登记机关"]),
        ("由政府指定日常管理单位。", ["政府"]),
        ("由市财政局委托第三方机构开展评价。", ["市财政局"]),
        ("由高校主管部门审核。", ["高校主管部门"]),
        ("通知是指示：由各区政府落实整改要求。", ["各区政府"]),
    ],
)
def test_behind_the_word_of_the_agent_stands_a_body(sentence: str, names: list[str]) -> None:
    found = find_running(sentence, 0, len(sentence), "市")
    assert [share.name.text for shares in found for share in shares] == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("数据安全管理由国家烟草专卖局负责。", ["国家烟草专卖局"]),
        ("农村公路由县交通运输局养护。", ["县交通运输局"]),
        ("婚姻登记事宜的办理由市民政局负责。", ["市民政局"]),
        ("申请人说明理由后可以撤回。", []),
        ("当事人可以自由选择市公证处。", []),
        ("申请事由市民政局存档的材料证明。", []),
        ("设区的市或者县级人民政府应当制定规划。", ["设区的市或者县级人民政府"]),
        (
            "设区的市级或者县级人民政府水行政主管部门应当及时报告。",
            ["设区的市级或者县级人民政府水行政主管部门"],
        ),
        ("省指挥部的主要职责是组织抢险救援。", ["省指挥部"]),
        ("省指挥部的主要成员是有关单位负责人。", []),
    ],
)
def test_who_acts_stands_behind_another_word_or_has_a_remit(
    sentence: str, names: list[str]
) -> None:
    found = find_running(sentence, 0, len(sentence), "")
    assert [share.name.text for shares in found for share in shares] == names
