from __future__ import annotations

from collections import Counter

import pytest

from graph.normalise import normalise
from graph.structure.provisions import build


def heading(text: str) -> str:
    """Return the heading of the first unit of a text."""
    return build(text, 0, len(text), "", Counter()).units[0].heading


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("一、总体要求\n以人为本。", "总体要求"),
        ("一、\n总体要求\n以人为本。", "总体要求"),
        ("（一）\n加强河道管理。各区要明确责任。", "加强河道管理"),
        ("（三）加大财政支持力度。建立奖励机制。", "加大财政支持力度"),
        ("二、完善机制，压实责任（一）集中治理。全部完成。（二）合力攻坚。", "完善机制，压实责任"),
        ("6.积分申请可以挑选学校吗？\n答：可以任选其一。", "积分申请可以挑选学校吗"),
        ("（二）医疗救护组：负责救治伤员。", "医疗救护组"),
        ("三、工作要求\n各区要落实。", "工作要求"),
        ("三、演出场地及时间\n演出场地：文化广场。", "演出场地及时间"),
        ("（一）要切实加强组织领导。各区要明确分工。", "要切实加强组织领导"),
        ("（一）严禁乱占耕地。新建住宅用地要依法审批。", "严禁乱占耕地"),
        ("（二）推动企业依法纳税。税务部门要加强辅导。", "推动企业依法纳税"),
        ("（四）企业集中登记。允许一址多照。", "企业集中登记"),
        ("（五）部门联合惩戒。建立名单。", "部门联合惩戒"),
        ("（六）提供公平可及的服务。扩大覆盖面。", "提供公平可及的服务"),
        ("（七）落实负责人责任。逐级签订责任书。", "落实负责人责任"),
        ("4.身份证复印件\n5.户口簿", "身份证复印件"),
    ],
)
def test_a_phrase_heads_what_stands_below_it(text: str, words: str) -> None:
    assert heading(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "（一）各学校要加强管理。不得提前分流。",
        "（一）申请人须提交全部材料。材料不齐的一次告知。",
        "（二）考生电子档案是录取的主要依据。内容包括报名信息。",
        "（二）补贴对象为具有本市户籍的人员。由区民政局审核。",
        "（三）2021年6月底前制定结算政策。推动线上办理。",
        "（三）6月底前修订办法。推进共享。",
        "（四）无正当理由连续6个月以上闲置的，腾退住房。逾期的收取租金。",
        "（五）申请人提交下列材料：\n1.身份证；\n2.户口簿。",
        "（六）气象、水务等部门及时通报信息。建立台账。",
        "（七）教育部门负责学校消防安全。指导开展教育。",
        "（八）对成功创建省级中心的企业，给予50万元支持。资金由市财政承担。",
        "六、本方案自印发之日起实施，有效期5年。依据实施情况修订。",
        "（一）治理河道。",
        "（一）治理河道。（市水务局牵头，市农业农村局配合）",
        "（一）治理河道。\n责任单位及负责人：市水务局 协办单位：各区政府 完成时限：2016年底",
        "（一）治理河道，",
        "（一）治理河道；",
    ],
)
def test_a_sentence_of_the_text_is_no_heading(text: str) -> None:
    assert heading(text) == ""


def test_the_items_of_an_article_are_its_text() -> None:
    text = "第九条 申请人应当：\n（一）具有户籍\n（二）居住证明。凭租赁合同。\n市住建局审核。"
    units = build(text, 0, len(text), "", Counter()).units
    assert [unit.heading for unit in units] == ["", "", "居住证明"]


def test_a_paragraph_that_closes_the_list_stands_below_no_item_of_it() -> None:
    text = "第九条 下列情形予以公告：\n（一）增加站点；\n（二）调整线路。\n公告由市交通局发布。"
    assert build(text, 0, len(text), "", Counter()).units[-1].heading == ""


def headings(text: str) -> list[str]:
    """Return the headings of all units of a text, in their order."""
    return [unit.heading for unit in build(text, 0, len(text), "", Counter()).units]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("一、总体要求 坚持突出重点，标本兼治。", ["总体要求"]),
        ("三、时间安排 整治工作共分四个阶段。各区要抓紧。", ["时间安排"]),
        ("七、阳明河湿地保护区 阳明河湿地保护区总面积12公顷，位于北部。", ["阳明河湿地保护区"]),
        (
            "（一）农林部门 严格控制经营活动，做好指导。\n（二）工商部门 加强集贸市场的清理。",
            ["农林部门", "工商部门"],
        ),
        (
            "1.企业报名 有意参加的企业提交申请。\n2.资格审查 主管部门在五日内审查。",
            ["企业报名", "资格审查"],
        ),
    ],
)
def test_a_blank_parts_a_heading_from_its_text(text: str, words: list[str]) -> None:
    assert headings(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "（一）公 布办理情况，接受监督。",  # a blank of the page, within a word
        "（一）区民政局 和区财政局应当公布标准，接受监督。",
        "（一）各区要抓紧 开展整治，按期完成。",
        "（一）在2018年 组织开展整治，按期完成。",
    ],
)
def test_a_blank_within_words_parts_no_heading(text: str) -> None:
    assert not any(headings(text))


LONG = (
    "妥善处理非法转包、违法分包、肢解发包、不具备法定资质的实际施工人借用资质承揽工程等"
    "违法行为引起的建设工程合同纠纷案件"
)


@pytest.mark.parametrize(
    ("first", "expected"),
    [("妥善处理抵押案件", LONG), ("人民法院应当依法处理抵押案件", "")],
)
def test_a_heading_may_be_long_where_all_the_others_are_headed(first: str, expected: str) -> None:
    others = [first, "妥善审理买卖案件", "妥善审理租赁案件", "加强调查研究"]
    units = [*others[:2], LONG, *others[2:]]
    text = "\n".join(
        f"{n}、{u}。各级要依法办理。" for n, u in zip("一二三四五", units, strict=True)
    )
    assert headings(text)[2] == expected


def test_the_colon_of_an_address_and_a_request_end_no_heading() -> None:
    text = "一、参考用书征订事宜，请考生登录http：//www.x.net网站查询。\n二、考场设置\n另行公布。"
    assert headings(text) == ["", "考场设置"]
    text = "一、网上报名\n登录http：//www.x.net报名。\n二、考场设置\n另行公布。"
    assert headings(text) == ["网上报名", "考场设置"]


def test_words_in_quotation_marks_are_the_heading_s_own() -> None:
    assert headings("（一）实施 “双优计划 ”。各区要制定方案。") == ["实施 “双优计划 ”"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (  # two have none: the first sentence of the third is text
            "1.对未到期的贷款，依据能力提前发放。\n2.自2022年4月起减半收取。由市财政补足。\n3.推行网上招商，利用各类平台推介。对有意向的加强对接。",
            ["", "", ""],
        ),
        (
            "1.加强领导，明确责任。各区要成立专班。\n2.多方投资，增加投入。要安排资金。\n3.加强督查，严格考核。要通报。",
            ["加强领导，明确责任", "多方投资，增加投入", "加强督查，严格考核"],
        ),
        (  # an item that is named by its noun keeps it
            "（一）申报主体。由水利企业申报。\n（二）每个主体可以申报两个项目。\n（三）已入选的项目不得申报。",
            ["申报主体", "", ""],
        ),
        (
            "1.主观过错程度；\n2.违法行为的手段；\n3.违法行为造成的后果：指造成的损失。\n4.改正的态度；",
            ["", "", "", ""],
        ),
        (
            "1.推进巡河平台建设，得2分\n2.落实巡查制度，未落实的扣3分",
            ["", ""],
        ),
        (
            "1 某市政府关于用地管理的通知 某政发〔2008〕42号\n2 某市堤防办法 某政发〔2010〕3号",
            ["", ""],
        ),
    ],
)
def test_the_brothers_of_a_unit_show_whether_its_first_sentence_heads_it(
    text: str, words: list[str]
) -> None:
    assert headings(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("一、防汛工作专项小组组长：甲某 副市长 副组长：乙某", ["防汛工作专项小组"]),
        ("（一）第二包保工作组组长：甲某 成员：乙某、丙某", ["第二包保工作组"]),
        ("（一）组长：甲某\n（二）副组长：乙某", ["组长", "副组长"]),
        ("（二）办公室主任：甲某。负责日常工作。", ["办公室主任"]),
    ],
)
def test_before_the_first_member_of_a_group_stands_its_name(text: str, words: list[str]) -> None:
    assert headings(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("7.【案件合并】人民法院可以一并审理。", "案件合并"),
        ("一、【总体要求】\n坚持以人为本。", "总体要求"),
        ("7.【牵头单位：市水务局】治理河道。", ""),
        ("7.【2020】年的数据另行公布，各区配合。", ""),
    ],
)
def test_words_in_brackets_behind_a_number_head_it(text: str, words: str) -> None:
    assert heading(normalise(text).text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("一、服务质量\t1.预约率\t定量\n二、运行效率\t2.床位率\t定量", "服务质量"),
        ("3.加强市场监测，掌握动态。\t20\t建立监测网络的得满分。", ""),
        ("4.各区应当报送台账\t10\t按期报送的得分。", ""),
    ],
)
def test_of_a_row_the_first_cell_heads_it(text: str, words: str) -> None:
    assert heading(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("3.供水企业（单位）\n须定期走访用户，收集意见。", ""),
        ("（二）各有关部门\n要高度重视，抓好落实。", ""),
        ("（二）保障措施\n要高度重视，抓好落实。", "保障措施"),
        ("（二）责任单位\n应急管理局、水利局。", "责任单位"),
        ("一、时间\n3月11日上午9：20召开会议，会期半天。", "时间"),
        ("三、报名请于3月9日下午5：00前完成，逾期不候。", ""),
    ],
)
def test_a_subject_whose_line_ends_before_its_verb_heads_nothing(text: str, words: str) -> None:
    assert heading(text) == words


@pytest.mark.parametrize(
    ("item", "words"),
    [
        ("（二）单项奖学金\n用于奖励表现突出的学生。", "单项奖学金"),
        ("（二）居住证明。凭租赁合同。", "居住证明"),
        ("（二）配合办理规划许可、土地征收、消防等\n有关行政许可手续；", ""),
        ("（二）具有相适应的组织机构，并制定有专门的规章制度。负责人具有相应资格。", ""),
    ],
)
def test_an_item_of_an_article_is_headed_by_a_short_phrase(item: str, words: str) -> None:
    text = f"第九条 代建单位应当具备下列条件：\n（一）具有法人资格；\n{item}"
    assert headings(text)[-1] == words


def test_of_a_text_on_one_line_a_set_phrase_heads_its_unit() -> None:
    text = (
        "通知如下。一、会议内容总结上一年度工作，部署今年任务。"
        "二、会议报名请各部门于2月8日前报送名单。"
    )
    assert headings(text) == ["会议内容", "会议报名"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("（二）优化服务（牵头单位：市商务局）\n1.简化手续。各区要落实。", "优化服务"),
        ("（二）优化服务（责任部门：市商务局、市税务局）\n1.简化手续。各区要落实。", "优化服务"),
        ("（二）顺延发放补助费（即：发放至9月）。由区财政承担。", ""),
    ],
)
def test_who_answers_is_no_part_of_a_heading(text: str, words: str) -> None:
    assert heading(text) == words


AIM = "坚持突出重点、标本兼治，统筹规划、集中资金，整村推进农村环境连片整治，切实改善村庄面貌"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"一、指导思想围绕发展目标，{AIM}，{AIM}。", "指导思想"),
        (
            f"一、完善煤炭行业管理工作协调机制煤炭行业管理涉及面广，{AIM}，{AIM}。",
            "完善煤炭行业管理工作协调机制",
        ),
        (
            f"一、建立信息定期反馈制度2013年起，各银行按月报送，{AIM}，{AIM}。",
            "建立信息定期反馈制度",
        ),
        (f"一、国务院工作以“三个代表”重要思想为指导，{AIM}，{AIM}。", ""),
        (f"一、成员单位职责成员单位主要包括：市应急局、市城管委，{AIM}，{AIM}。", ""),
    ],
)
def test_a_heading_glued_to_a_long_paragraph_is_told_by_what_begins_behind_it(
    text: str, words: str
) -> None:
    assert heading(text) == words


def test_where_a_short_name_and_a_blank_begin_all_sections_they_head_them() -> None:
    text = (
        "一、审核内容 适龄儿童入学条件。\n二、受理时间 5月5日至8日\n三、受理地点 招生考试中心\n"
        "四、办理程序 第一步：提交材料。\n五、审核标准 （一）就业证明。（二）居住证明。"
    )
    found = [unit.heading for unit in build(text, 0, len(text), "", Counter()).units]
    assert found[:5] == ["审核内容", "受理时间", "受理地点", "办理程序", "审核标准"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "一、1996年地震活动情况和1997年趋势\n全国共发生地震38次。",
            "1996年地震活动情况和1997年趋势",
        ),
        ("一、2021年启动建设，2022年完工\n各区要落实。", ""),
        ("一、2021年启动建设。2022年完工。", ""),
    ],
)
def test_a_heading_on_its_line_may_begin_with_a_year(text: str, words: str) -> None:
    assert heading(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            (
                "（一）市级财政部门负责管理的项目\n对纳入管理范围的项目应当及时评审。\n"
                "（二）县（区）项目评审管理\n县（区）要参照市级做法，研究完善制度。"
            ),
            ["市级财政部门负责管理的项目", "县（区）项目评审管理"],
        ),
        (
            (
                "一、机构应当脱钩改制\n应当改制的机构必须在上半年完成改制。\n"
                "二、建立备案制度\n遵循市场准则，外地机构应当备案。\n三、建立清单\n各机构应当报送业绩清单。"
            ),
            ["机构应当脱钩改制", "建立备案制度", "建立清单"],
        ),
        (  # none of them has a heading
            "（一）各区要建立台账\n市民政局应当每季度通报台账情况。\n（二）各镇要落实人员\n镇政府应当每月报送落实情况。",
            ["", ""],
        ),
        (
            (
                "一、主管部门负责研究制定产权登记的有关制度，另行公布。各地执行。\n二、产权登记实行分级管理。财政部负责发证。\n"
                "三、公司应当办理变更登记。逾期不办的通报。"
            ),
            ["", "", ""],
        ),
    ],
)
def test_a_line_of_its_own_heads_a_unit_where_it_does_its_brothers(
    text: str, words: list[str]
) -> None:
    assert headings(text) == words


def test_the_sentence_of_the_first_item_takes_up_no_heading_above_it() -> None:
    text = f"二、做好离退休干部服务的主要内容1、组织离退休干部就近学习。{AIM}。2、加强管理。{AIM}。"
    assert "组织" not in headings(text)
