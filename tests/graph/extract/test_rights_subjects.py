"""Who has, claims or is given something where the words beside the verb do not name them."""

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
        # the clause before is what its subject does, whatever its verb
        ("消费者遗失凭证的,可以向销售者申请补办。", [("向销售者申请补办", "消费者")]),
        ("纳税人销售自产产品,可享受增值税退税政策。", [("增值税退税政策", "纳税人")]),
        (
            "年满60周岁不满65周岁的老年人持优待证乘坐轮渡,享受半价优惠。",
            [("半价优惠", "老年人")],
        ),
        ("女职工生育按规定享受98天生育津贴。", [("98天生育津贴", "女职工")]),
        ("农民工返乡创业享受税收优惠。", [("税收优惠", "农民工")]),
        (
            "鼓励企业与果农合作建园,并按规定享受优惠待遇。",
            [("优惠待遇", "企业"), ("优惠待遇", "果农")],
        ),
        (
            "单位和个人应当分类投放垃圾,并有权举报违法行为。",
            [("举报违法行为", "单位"), ("举报违法行为", "个人")],
        ),
        # of an authority and persons, the persons
        ("社会公众和有关部门有权监督资金使用。", [("监督资金使用", "公众")]),
        ("村民委员会或者村民有权拒绝摊派。", [("拒绝摊派", "村民")]),
        # what nobody gives him, he may still have or do
        ("被告人有权获得辩护。", [("获得辩护", "被告人")]),
        ("储户对计息有疑问的,有权申请复核。", [("申请复核", "储户")]),
        ("公证机构对核定的名称享有专用权。", [("专用权", "公证机构")]),
        (
            "任何单位和个人享有对违反本法的行为进行检举和控告的权利。",
            [("对违反本法的行为进行检举和控告", "任何单位和个人")],
        ),
        # what he may do stands behind the means
        (
            "债务人可以依照本法规定,直接向人民法院申请和解。",
            [("直接向人民法院申请和解", "债务人")],
        ),
        ("交易双方可以按照合同约定申请仲裁。", [("按照合同约定申请仲裁", "交易双方")]),
        ("职工租房的,可提取住房公积金支付房租。", [("提取住房公积金支付房租", "职工")]),
        ("符合下列条件之一的,可以领取企业年金。", [("企业年金", None)]),
        # a case stands for whom it tells of
        ("退耕还林的,按照规定享受补助。", [("补助", "退耕还林的")]),
        ("毕业生自主创业,符合条件的,给予一次性创业补贴。", [("一次性创业补贴", "毕业生")]),
        ("对残疾人适配辅助器具给予补贴。", [("补贴", "残疾人")]),
        ("对金融机构在我市新设区域总部给予奖励。", [("奖励", "金融机构")]),
        ("对特困户给予每户1万元补助。", [("每户1万元补助", "特困户")]),
    ],
)  # fmt: skip
def test_who_has_it_is_whoever_the_sentence_tells_of(
    document_of: Callable[..., Document], text: str, found: list[tuple[str, str | None]]
) -> None:
    assert [(r.right, r.holder) for r in rights.find(document_of(text))] == found


@pytest.mark.parametrize(
    "text",
    [
        "县级行政部门和监督人员有权进入现场检查。",
        "主管部门在审查中,对需要核实的,可以要求申请人提供材料。",
        "复议机构可以接受以邮件提出的复议申请。",
        "证件遗失的,应当由用人单位办理补办手续。",
        "公司可以提取任意公积金。",
        "隐瞒收入,继续享受低保待遇的。",
        "参保人员申请享受护理待遇,应当接受评估。",
        "对违反规定的处罚,由有权审批的部门办理。",
        "主办方享有活动的最终解释权。",
        "项目建设进度较快的,给予资金奖励。",
        "向所在地人民政府予以补偿。",
        "有关资金先行支付后,有权向第三人追偿。",
        "城市居民对不批准享受低保待遇的决定不服。",
        "企业方可享受。",
        "个人账户余额并入后,可以继续使用。",
        "接受学历教育的人员可以免予参加继续教育。",
        "让每一个人熟知政策、享受政策。",
    ],
)
def test_a_power_a_case_or_a_step_of_a_procedure_entitles_nobody(
    document_of: Callable[..., Document], text: str
) -> None:
    assert not list(rights.find(document_of(text)))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "业主请求物业公司退还违规费用的,人民法院应予支持。",
            [("请求物业公司退还违规费用", "业主")],
        ),
        ("业主请求物业公司退还违规费用的,人民法院不予支持。", []),
        ("节能改造项目按照规定享受税收优惠。", [("税收优惠", None)]),
        ("节能改造项目按照规定享受的税收优惠已经停止。", []),
        (
            "将特教教师纳入表彰范围,并按规定享受岗位津贴。",
            [("岗位津贴", "特教教师")],
        ),
        ("公证机构有权依法申请听证。", [("依法申请听证", "公证机构")]),
        ("公证机构有权核查资料。", []),
        ("各评估机构和估价师有权举报。", [("举报", "评估机构"), ("举报", "估价师")]),
        (
            "房屋所有人或者使用人可以申请安全性鉴定。",
            [("申请安全性鉴定", "房屋所有人"), ("申请安全性鉴定", "使用人")],
        ),
        ("企业经营困难的,可以申请降低缴存比例。", [("申请降低缴存比例", "企业")]),
        ("保护种粮农民利益。", [("利益", "种粮农民")]),
        ("责任人可以申请主管部门移出名录。", [("申请主管部门移出名录", "责任人")]),
    ],
)
def test_what_is_granted_in_a_procedure_or_to_whoever_does_it(
    document_of: Callable[..., Document], text: str, found: list[tuple[str, str | None]]
) -> None:
    assert [(r.right, r.holder) for r in rights.find(document_of(text))] == found
