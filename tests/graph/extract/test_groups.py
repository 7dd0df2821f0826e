from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.extract import groups
from graph.model import Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.model import Document


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("举家迁徙的农业转移人口以及新生代农民工", ["农业转移人口", "新生代农民工"]),
        ("留学归国人员、技术工人、紧缺人才等人员", ["留学归国人员", "技术工人", "紧缺人才"]),
        ("退出部队现役的农村义务兵和士官", ["退出部队现役的农村义务兵和士官"]),
        ("鼓励个体工商户和自由职业者缴存", ["个体工商户", "自由职业者"]),
        ("居住证持有者享有的基本公共服务", ["居住证持有人"]),
        ("居住证持有人与户籍人口", ["居住证持有人"]),
        ("确保进城落户农民子女受教育", ["进城落户农民子女"]),
        ("完善财政、土地、社保等各项配套政策", []),
        ("市退役军人事务局、残疾人联合会和流动人口管理办公室", []),
        ("退役军人事务局负责接收退役军人", ["退役军人"]),
        ("卫生健康、公安、退役军人事务、税务等政府相关职能部门按照职责分工", []),
        ("外来务工人员子女申请入学", ["随迁子女"]),
        ("《居住证》持有人享受同等待遇", ["居住证持有人"]),
        ("保障纳税人、业主和参保人员的权益", ["纳税人", "业主", "参保人员"]),
        # part of another name
        ("民办非企业单位登记", []),
        ("招聘流动人口协管员", []),
        ("学校收取学生证工本费", []),
        ("完善职工基本医疗保险制度", []),
        ("按照《流动人口服务管理条例》办理", []),
        ("参加农民运动会", []),
        ("升级企业信用信息公示系统和学生学籍管理平台", []),
        ("残疾人专职委员要定期走访", []),
        ("由行业主管部门和林业主管部门审核", []),
        ("通过微信公众号公布", []),
        ("配备专职工作人员", []),
        ("建设困难群众救助中心", []),
        ("教师资格认定平台升级改造", []),
        ("农民工工资支付监控预警平台上线", []),
        ("儿童福利院院长负责", []),
        ("由行政机关申请人民法院强制执行", []),
        ("由负责人和工作人员签字", []),
        # but not where the words go on to what is done
        ("为残疾人建设康复中心", ["残疾人"]),
        ("适龄儿童入读公办学校", ["适龄儿童"]),
        ("流动人口离开后报告受理机构", ["流动人口"]),
        # another group than the one whose words it holds
        ("退役士兵子女优先安排", ["退役士兵子女"]),
        ("慰问医务人员家属", ["医务人员家属"]),
        ("改制企业退休人员参加医疗保险", ["企业退休人员"]),
        ("培训失能老年人家庭成员", ["失能老年人家庭成员"]),
        ("学生家长应当配合", ["学生家长"]),
        # who is meant is called as he is written, not by a neighbour’s name
        ("促进下岗职工再就业", ["下岗职工"]),
        ("兑现教职工工资", ["教职工"]),
        ("对困难家庭和低保家庭给予补贴", ["困难家庭", "低保家庭"]),
        ("农村居民和城镇居民", ["农村居民", "城镇居民"]),
        # words that only hold the characters, names and measures
        ("做好联络员工作", []),
        ("由市民政局负责", []),
        ("通知被申请人", []),
        ("发展科技企业孵化器", []),
        ("实施农村学生营养改善计划", []),
        ("按上年度职工月平均工资计算", []),
        ("领取企业职工基本养老金后", []),
        ("建立企业年金、企业（职业）年金制度", []),
        ("公布企业名单", []),
        ("检查公众聚集场所", []),
        ("核对公民身份号码", []),
        ("三十八、见义勇为人员保护奖励办法（1998年2月23日第39号令）", []),
        ("省属企业负责人的薪酬", []),
        ("完善城镇居民医保", []),
        ("附件：市场主体成本工作台账", []),
        ("办公厅关于培育发展家庭农场的意见 某政办发〔2013〕108号", []),
        ("返还6个月的当地月人均失业保险金", []),
        ("把知识送到市民身边", ["市民"]),
        ("老年人均可免费乘车", ["老年人"]),
        # what the scheme lacks, where a clause is about it
        ("对计划生育特殊家庭给予慰问", ["计划生育特殊家庭"]),
        ("为游客提供讲解", ["游客"]),
        ("由被安置人员申请裁决", ["被安置人员"]),
        ("环境监测人员佩戴标志", ["环境监测人员"]),
        ("信用管理对象在期限内改正", ["信用管理对象"]),
        ("企业事业单位和其他生产经营者应当报告", ["企业事业单位和其他生产经营者"]),
        ("网约车驾驶员应当出示证件", ["网约车驾驶员"]),
        ("鼓励渔民转产", ["渔民"]),
        ("烈士遗属优先安排", ["烈士遗属"]),
        ("工会慰问快递员、外卖配送员", ["快递员", "外卖配送员"]),
        ("大学生村官应当驻村", ["大学生村官"]),
        # part of another word or name, of an organisation or its staff
        ("为学生会开展活动提供条件", []),
        ("每位老师同时带教师承人员不得超过两名", []),
        ("具有教师资格的教师可以报名", ["教师"]),
        ("企业人员工资收入", ["企业"]),
        ("员工工资按月发放", ["职工"]),
        ("推动现代企业制度建设", []),
        ("由中国人民建设银行代理发行", []),
        ("适应国民经济发展的需要", []),
        ("鼓励港澳青年企业入驻", ["企业"]),
        ("培养中青年骨干", ["中青年"]),
        ("按照中小企业融资（信用）担保机构准备金政策执行", []),
        ("对企业食品安全管理人员进行考核", []),
        ("实施大学生志愿服务西部计划", []),
        ("由市民接待中心受理", []),
        ("四、非金融企业债务融资工具管理办法（中国人民银行令〔2008〕第1号发布）", []),
        ("对接牧场技术人员加快转化", []),
        ("支持农牧民集体经济组织参与管护", []),
        ("对失业低保家庭人员落实补贴", ["低保家庭人员"]),
        ("开展进园区、进企业、进农村活动", []),
        ("引进企业参与建设", ["企业"]),
        ("依托进出口企业服务联盟建立合作", []),
        ("由企业主管部门审查同意", []),
        ("申报国家及市级人才计划", []),
        ("支持高层次人才创业", ["高层次人才"]),
        # whom an office inspects, and the verb before whom it governs
        ("将其作为确定警示约谈对象的依据", []),
        ("督查对象应当整改", []),
        ("协会要组织协调所属会员做好准备", []),
        # those who are poor, and who change their post
        ("对贫困人口给予救助", ["贫困人口"]),
        ("转递流动人员人事档案", ["流动人员"]),
    ],
)
def test_groups_are_found_by_their_written_forms(
    document_of: Callable[..., Document], sentence: str, found: list[str]
) -> None:
    assert [mention.group for mention in groups.find(document_of(sentence))] == found


def test_a_mention_quotes_its_words_across_a_broken_line(
    document_of: Callable[..., Document],
) -> None:
    document = document_of(
        "推进扩大住房公积金缴存面,将农业转移人口纳入覆盖,鼓励个体工商\n\n  户缴存。"
    )
    assert [document.quote(m.span) for m in groups.find(document)] == [
        "农业转移人口",
        "个体工商\n\n  户",
    ]


def test_a_title_addresses_no_group(document_of: Callable[..., Document]) -> None:
    text = "关于推动非户籍人口在城市落户的通知"
    assert not list(groups.find(document_of(text, Place.TITLE)))


@pytest.mark.parametrize(
    ("letter", "found"),
    [
        ("现将《残疾人就业办法》印发给你们，请认真贯彻执行。", []),
        ("现将《就业办法》印发给你们。各地要优先安排残疾人。", ["残疾人"]),
    ],
)
def test_a_letter_addresses_groups_where_it_asks_for_something(
    document_of: Callable[..., Document], letter: str, found: list[str]
) -> None:
    document = document_of(letter, Place.NOTICE)
    assert [mention.group for mention in groups.find(document)] == found
