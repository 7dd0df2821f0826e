"""Who acts: names told by their part in a case, parted from the verb, or with others beside."""

import pytest

from graph.extract.responsibilities.name_forms import is_open
from graph.extract.responsibilities.running import find_running
from graph.model import Modality
from graph.normalise import normalise


def bodies(text: str, prefix: str = "") -> list[str]:
    folded = normalise(text).text
    shares = [share for found in find_running(folded, 0, len(folded), prefix) for share in found]
    return [share.name.full for share in shares]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        # by its part in a case, by where
        ("由审批该项目环评文件的环境保护部门责令改正。", ["审批该项目环评文件的环境保护部门"]),
        ("实施现场检查的部门应当保守秘密。", ["实施现场检查的部门"]),
        ("保护区所在地的公安机关，可以设置派出机构。", ["保护区所在地的公安机关"]),
        ("由保护区所在地的地方人民政府予以安置。", ["保护区所在地的地方人民政府"]),
        ("由接收地政府重新核定编制。", ["接收地政府"]),
        # with those whom they appoint
        ("各级水利部门或其委托的检查单位应选配人员。", ["各级水利部门"]),
        ("公安派出所或者受公安机关委托的服务机构应当受理。", ["公安派出所"]),
        (
            "由县级以上交通部门或者其授权的公路管理机构没收违法所得。",
            ["县级以上交通部门"],
        ),
        ("各级各部门特别是牵头单位要高度重视。", ["各级各部门"]),
        ("水务局或者该河道主管部门应当编制规划。", ["水务局", "河道主管部门"]),
        # parted from the verb
        ("各地 要加强资金管理。", ["各地"]),
        ("市管委会直属市政府，负责日常管理。", ["市管委会"]),
        ("省文史馆直属省人民政府，负责馆员的管理。", ["省文史馆"]),
        # what looks like a word before a body, and belongs to its name
        ("市经管局应当加强指导。", ["市经管局"]),
        ("经开区管委会应当加强指导。", ["经开区管委会"]),
        ("回民区政府应当加强管理。", ["回民区政府"]),
        ("土地管理机构编制规划。", ["土地管理机构"]),
        ("土地管理机构编制工作方案。", ["土地管理机构"]),
        ("希望有关单位按时报送。", ["有关单位"]),
        # a pronoun stands for the government before it
        ("市县政府及其部门要深入开展宣传。", ["市县政府", "市县政府部门"]),
        (
            "县级以上人民政府及其有关部门应当提供便利。",
            ["县级以上人民政府", "县级以上人民政府有关部门"],
        ),
        ("工作组及其办公室应当提供便利。", ["工作组", "其办公室"]),
        # one name of a field with 和 in it
        ("财政、住房和建设等部门负责服务。", ["财政部门", "住房和建设部门"]),
        ("财政、公安和民政等部门负责服务。", ["财政部门", "公安部门", "民政部门"]),
        ("推荐单位对材料的真实性负责。", ["推荐单位"]),
        ("设区的市主要承担本级的执法职责。", ["设区的市"]),
        ("省级给予补助五万元。", ["省级"]),
        ("职责分工 交通运输部门负责做好提升工作。", ["交通运输部门"]),
        ("各级价格部门应对收费许可证的实施情况进行检查。", ["各级价格部门"]),
        ("各县财政部门于每年11月中旬将资金拨入专户。", ["各县财政部门"]),
        ("各登记机构凭协议办理登记手续。", ["各登记机构"]),
        ("联席会议办公室设在水利厅，主要承担日常工作。", ["联席会议办公室"]),
        ("由市、县国土部门与竞得人签订确认书。", ["市、县国土部门"]),
        # lists
        ("市、县两级民政、公安等部门要组成服务队。", ["市、县两级民政部门", "市、县两级公安部门"]),
        ("有关部门和基层组织要加强指导。", ["有关部门", "基层组织"]),
        ("卫生部、公安部将组成检查组，进行抽查。", ["卫生部", "公安部"]),
        ("涉及经贸、财政等部门，必须统一行动。", ["经贸部门", "财政部门"]),
        ("各级政务公开领导小组要定期召开会议。", ["各级政务公开领导小组"]),
        ("各地 (市)行署 (人民政府 )要建立制度。", ["各地（市）行署（人民政府）"]),
        (
            "办公厅牵头，会同公安厅、安全监管局等部门组成考核工作组。",
            ["办公厅", "公安厅", "安全监管局"],
        ),
        ("省发展改革、财政等部门要加强指导。", ["省发展改革部门", "省财政部门"]),
        ("市场监管、教育等部门要加强指导。", ["市场监管部门", "教育部门"]),  # 市场 is no level
        ("由卫生部门主导、教育部门协同推进防控。", ["卫生部门", "教育部门"]),
        ("各级人民政府部门要公开信息。", ["各级人民政府部门"]),
        ("各地市、县要压实责任。", ["各地市、县"]),
        ("由具有管辖权的公安机关处理。", ["具有管辖权的公安机关"]),
        ("市直有关单位要各司其职。", ["市直有关单位"]),
        ("领导小组成员单位要定期报送进展。", ["领导小组成员单位"]),  # 组成 is no word here
        ("区县后期扶持主管部门应当公告。", ["区县后期扶持主管部门"]),
        ("各项工作所涉及的部门要积极配合。", ["各项工作所涉及的部门"]),
        ("由各自法制审核机构进行审核。", ["法制审核机构"]),
        ("由自治区人民政府在消防工作会议上进行通报。", ["自治区人民政府"]),
        ("市公安、人社等部门要加强指导。", ["市公安部门", "市人社部门"]),  # 社 ends no name here
    ],
)
def test_who_acts_is_read(sentence: str, names: list[str]) -> None:
    assert bodies(sentence) == names


@pytest.mark.parametrize(
    "sentence",
    [
        "由州（市）人民政府或者州（市）主管部门审批、核准的建设项目的取水。",  # an attribute
        "有效支撑相关执法部门开展执法。",
        "县级以上政府门户网站全部支持第六版协议。",  # 全部
        "辽宁省交通运输厅应急运输保障电话：024。",
        "居住地变动等人口管理所需的信息。",  # 所需
        "今年，省级充分就业社区将网上申报。",
        "残疾人可向户籍所在地的区民政部门提出申请。",
        "开展募捐前要制定方案并报慈善组织登记的民政部门备案。",
        "组织领导本辖区内的部门开展工作。",
        "方便派出所及受公安机关委托的服务机构采集信息。",
        "成立政务公开领导小组。",
        "由市场主导、政府引导。",
        "坚持政府主导、社会参与。",
        "省人民政府对新修订的处罚法涉及的行政规范性文件进行了清理。",
        "政府主导、社会参与。",
        "倒逼政府部门改革。",
        "应对风险，各类高速公路经营管理单位快速联动。",
        "领导小组由公安局、民政局组成。",
        # somebody goes to an office, or it was asked
        "由持证人到发证机关开具证明。",
        "其参保手续在办理养老保险手续的经办机构办理。",
        "参保人员，回待遇领取地社保经办机构提出申请。",
        "符合条件的公司，经管委会认定，可实行零首付注册。",
        "经管理机构批准，可以使用。",
        "建议有关机关对负责人给予相应处理。",
        "建议任免机关依法作出处理。",
        # what is done together with nobody, staff, the level of a title
        "推进协同制造示范城市、示范园区建设。",
        "苏州协同创新智能制造装备有限公司 江苏省工业和信息化厅",
        "负责河长制涉及的机构编制调整工作。",
        "市级奖励2万元，省级奖励5万元。",
    ],
)
def test_what_is_no_subject_gets_no_duty(sentence: str) -> None:
    assert bodies(sentence) == []


def test_a_power_stays_a_power_behind_a_comma() -> None:
    folded = normalise("保护区所在地的公安机关，可以设置派出机构。").text
    shares = [share for found in find_running(folded, 0, len(folded), "") for share in found]
    assert [share.modality for share in shares] == [Modality.POWER]


@pytest.mark.parametrize(
    ("name", "is_set"),
    [
        ("行政执法单位", True),
        ("审核单位", True),
        ("本单位", False),
        ("该责任落实单位", False),
        ("市审核单位", False),
    ],
)
def test_units_by_what_they_do_are_a_set(name: str, *, is_set: bool) -> None:
    assert is_open(name) is is_set
