"""What somebody is given, may claim, or need not pay; and what only looks like it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.extract import rights

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.model import Document


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # whom a preposition names, in the clause or before it
        ("对生活困难的退役军人,由县级财政予以适当补助。", [("适当补助", "退役军人")]),
        ("对参加培训的渔民,从专项资金中给予每人300元补贴。", [("每人300元补贴", "渔民")]),
        (
            "对为牧民提供技术服务的合作社给予专项补贴。",
            [("专项补贴", "合作社")],
        ),
        (
            "对返乡人员创办的民营企业或注册的个体工商户给予租金补贴。",
            [("租金补贴", "民营企业"), ("租金补贴", "个体工商户")],
        ),
        (
            "对吸纳残疾人,签订劳动合同的企业,按规定给予一次性奖励。",
            [("一次性奖励", "吸纳残疾人，签订劳动合同的企业")],
        ),
        ("对企业新招用毕业生的,给予培训补贴。", [("培训补贴", "企业")]),
        # a case stands for the person
        ("对符合救助条件的,给予临时救助。", [("临时救助", "符合救助条件的")]),
        # a list that shares its last word, or its attribute
        ("对白内障和青光眼患者给予免费手术。", [("免费手术", "白内障和青光眼患者")]),
        ("给予初、高中毕业生生活补助。", [("生活补助", "初、高中毕业生")]),
        ("对低保家庭和残疾毕业生给予求职补贴。", [("求职补贴", "低保家庭和残疾毕业生")]),
        # whose words stand behind the verb
        ("应当给予劳动者经济补偿。", [("经济补偿", "劳动者")]),
        ("由见习单位发放见习生活补助,财政给予见习单位一定补贴。", [("一定补贴", "见习单位")]),
        ("按时足额发放环卫工人工资。", [("工资", "环卫工人")]),
        # whose expense, or nobody’s by name
        ("对特困人员参保的个人缴费部分给予全额资助。", [("全额资助", "特困人员")]),
        ("政策范围内住院医疗费用按比例予以报销。", [("报销", None)]),
        ("依法足额支付土地补偿费、安置补助费。", [("土地补偿费", None), ("安置补助费", None)]),
        # one subsidy of several things
        (
            "对就业困难人员给予养老保险、医疗保险补贴。",
            [("养老保险、医疗保险补贴", "就业困难人员")],
        ),
        # the subject of the clause before
        ("就业困难人员培训期间,按照每人每天50元给予生活费补贴。", [("生活费补贴", "就业困难人员")]),
        ("公民首次申领居住证,免收证件工本费。", [("免收证件工本费", "公民")]),
        # a claim and a remedy
        (
            "申请人对认定结果不服的,可以依法申请行政复议。",
            [("依法申请行政复议", "申请人")],
        ),
        ("对补偿标准有争议的,由被安置人员申请裁决。", [("申请裁决", "被安置人员")]),
        ("对处理决定不服的,可向人民法院起诉。", [("向人民法院起诉", None)]),
        ("如再收费,被收费单位和个人有权拒付。", [("拒付", "被收费单位"), ("拒付", "个人")]),
        ("企业已进入优惠期的,可按规定继续享受至期满。", [("按规定继续享受至期满", "企业")]),
        ("职业介绍机构对失业人员免费办理求职登记。", [("免费办理求职登记", "失业人员")]),
        ("确保各项扶持政策同等适用于民营企业。", [("各项扶持政策", "民营企业")]),
        # what describes the holder stays with a word that says little
        (
            "年满60周岁且未领取基本养老保障待遇的人员,可以按月领取养老保险待遇。",
            [("基本养老保险", "年满60周岁且未领取基本养老保障待遇的人员")],
        ),
        # protected
        ("保障卫技人员工资待遇。", [("工资待遇", "卫技人员")]),
        ("依法保障信用主体合法权益。", [("合法权益", "信用主体")]),
        ("解决养殖户实际困难,保障其合法权益。", [("合法权益", "养殖户")]),
        ("依法保护企业家合法权益。", [("合法权益", "企业家")]),
        ("确保退休人员基本养老金按时足额发放。", [("基本养老金", "退休人员")]),
        ("维护消费者权益和国门安全。", [("权益", "消费者")]),
        ("收回土地使用权并给予货币补偿。", [("货币补偿", None)]),
        ("纳税人遭受重大损失的当年度内可申请减免房产税。", [("申请减免房产税", "纳税人")]),
        ("《某市居住证》持有人依法享受同等待遇。", [("同等待遇", "《某市居住证》持有人")]),
        ("落实小微企业吸纳毕业生的社保补贴。", [("吸纳毕业生的社保补贴", "小微企业")]),
    ],
)
def test_what_is_given_claimed_or_protected_is_somebodys(
    document_of: Callable[..., Document], text: str, found: list[tuple[str, str | None]]
) -> None:
    assert [(r.right, r.holder) for r in rights.find(document_of(text))] == found


@pytest.mark.parametrize(
    "text",
    [
        "对重点项目给予补助。",
        "对新建的公交场站,市财政给予适当补助。",
        "对金融机构发放的小额贷款给予财政贴息。",
        "去年对30个发放教师工资确有困难的县给予了补助。",
        "骗取补贴的,追回已发放的补贴。",
        "对不符合条件的人员不予补助。",
        "在落实好困难学生资助政策基础上,加强管理。",
        "给予补贴的标准由市财政局制定。",
        "失业保险待遇是指按规定支付给失业人员的生活补助费。",
        "经测算,如足额发放工资,需3000万元。",
        "对作出突出贡献的职工给予表彰奖励。",
        "免征增值税的期限由税务机关公布。",
        "申请人可以申请延期。",
        "企业可以申请高新技术企业认定。",
        "由申请人提出申请。",
        "开展农村定向医学生免费培养项目。",
        "引导农民工按规定参加失业保险。",
        "创业人员应当参加失业保险。",
        "在股东知情权、优先购买权等诉讼案件中推行调解。",
        "更新农村土地承包经营权确权颁证数据库。",
        "告知当事人依法享有的权利。",
        "对某地区实施毕业生就业见习计划予以经费补助。",
        "适用新法对保护当事人的合法权益更为有利的。",
    ],
)
def test_what_a_thing_gets_or_is_past_or_only_named_entitles_nobody(
    document_of: Callable[..., Document], text: str
) -> None:
    assert not list(rights.find(document_of(text)))


def test_who_is_given_something_does_not_hang_on_the_form_of_the_grant(
    document_of: Callable[..., Document],
) -> None:
    ways = (
        "对{}给予生活补贴。",
        "对{},按有关规定给予生活补贴。",
        "对{},由同级财政予以生活补贴。",
        "给予{}生活补贴。",
        "为{}发放生活补贴。",
        "向{}发放生活补贴500元。",
        "按时足额兑现{}生活补贴。",
    )
    for holder in ("残疾人", "烈士遗属", "失独家庭", "渔民", "退休教师"):
        for way in ways:
            found = rights.find(document_of(way.format(holder)))
            assert [(r.right, r.holder) for r in found] == [("生活补贴", holder)], way
