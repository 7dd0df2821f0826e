from __future__ import annotations

from collections import Counter

import pytest

from graph.structure.provisions import build


def places(text: str) -> dict[str, list[str]]:
    """Label, or ``closing`` → its paragraphs."""
    tree = build(text, 0, len(text), "", Counter())
    found = {
        unit.label: [
            line for start, end in unit.own for line in text[start:end].split("\n") if line
        ]
        for unit in tree.units
    }
    closing = [text[start:end] for start, end in tree.closing]
    return found | {"closing": "\n".join(closing).split("\n") if closing else []}


PARAGRAPH = "审核办法由水行政主管部门制定。"


@pytest.mark.parametrize(
    "items",
    [
        "（一）污染的；\n（二）能耗超标的。",
        "（一）污染的。\n（二）能耗超标的。",
        "（一）未经备案的；\n（二）逾期的；\n（三）法律、法规规定的其他情形。",
    ],
)
@pytest.mark.parametrize("behind", ["\n第二条 本办法自公布之日起施行。", "\n第二章 罚则", ""])
def test_a_paragraph_behind_the_items_of_an_article_is_the_articles(
    items: str, behind: str
) -> None:
    found = places(f"第一条 有下列情形之一的，不予批准：\n{items}\n{PARAGRAPH}{behind}")
    assert found["第一条"] == ["第一条 有下列情形之一的，不予批准：", PARAGRAPH]
    assert found["closing"] == []


@pytest.mark.parametrize(
    "items",
    [
        "（一）污染的；（二）能耗超标的。",
        "（一）污染的。（二）能耗超标的。（三）法律、法规规定的其他情形。",
        "（一）未经备案的；（二）逾期的（含补办）；（三）拒不改正的。",
    ],
)
@pytest.mark.parametrize("behind", ["第二条 本办法自公布之日起施行。", ""])
def test_behind_items_on_one_line_the_article_goes_on(items: str, behind: str) -> None:
    found = places(f"第一条 有下列情形之一的，不予批准：{items}{PARAGRAPH}{behind}")
    assert found["第一条"] == ["第一条 有下列情形之一的，不予批准：", PARAGRAPH]


def test_who_answers_stays_with_the_last_item_on_one_line() -> None:
    text = "一、健全体系：（一）建设设施。（二）培训人员。（三）加强监管。〔责任单位：市民政局〕"
    assert places(text)["一（三）"] == ["（三）加强监管。〔责任单位：市民政局〕"]
    closed = f"{text}本政策自2022年5月1日起施行。"
    assert places(closed)["一（三）"] == ["（三）加强监管。〔责任单位：市民政局〕"]
    assert places(closed)["closing"] == ["本政策自2022年5月1日起施行。"]


@pytest.mark.parametrize(
    "items",
    [
        "（一）甲类。甲类由市级审批。（二）乙类。乙类由县级审批。（三）丙类。丙类备案。",
        "（一）甲类。（二）乙类。乙类由县级审批。",
    ],
)
def test_items_of_several_sentences_on_one_line_keep_them(items: str) -> None:
    found = places(f"第一条 分为两类：{items}第二条 及时受理。")
    assert found["第一条"] == ["第一条 分为两类："]


def test_the_items_of_an_article_keep_what_they_open() -> None:
    text = (
        "第一条 申请人提交下列材料：\n（一）申请书；\n（二）下列证明之一：\n居住证明；\n"
        f"就业证明。\n{PARAGRAPH}\n第二条 及时受理。"
    )
    found = places(text)
    assert found["第一条（二）"] == ["（二）下列证明之一：", "居住证明；", "就业证明。"]
    assert found["第一条"][-1] == PARAGRAPH


def test_items_of_several_paragraphs_keep_them() -> None:
    text = (
        "第一条 分为两类：\n（一）甲类。\n甲类由市级审批。\n（二）乙类。\n乙类由县级审批。\n"
        "第二条 及时受理。"
    )
    assert places(text)["第一条（二）"] == ["（二）乙类。", "乙类由县级审批。"]


@pytest.mark.parametrize(
    "text",
    [
        "一、登记范围如下：（一）本地居民。（二）外来人员。\n公安派出所应当及时登记。\n二、其他",
        "一、登记范围如下：\n（一）本地居民；\n（二）外来人员。\n公安派出所应当及时登记。",
        "一、登记时提交：\n1.身份证\n2.户口簿\n公安派出所应当及时登记。\n二、其他",
    ],
)
def test_a_paragraph_behind_a_list_that_a_colon_opens_is_of_what_opens_it(text: str) -> None:
    found = places(text)
    assert found["一"][1:] == ["公安派出所应当及时登记。"]
    assert found["closing"] == []


def test_a_paragraph_behind_two_headed_items_stays_with_the_second() -> None:
    text = "一、服务\n（一）培训。办班。\n（二）用工。对接。\n各县设立窗口。\n二、其他"
    assert places(text)["一（二）"] == ["（二）用工。对接。", "各县设立窗口。"]


def test_the_last_article_of_a_chapter_keeps_its_paragraphs() -> None:
    text = (
        "第一章 总则\n第一条 为了规范管理，制定本办法。\n第二条 适用于本市。\n第三条 市局负责。\n"
        "区局负责本区的工作。\n第二章 管理\n第四条 及时受理。\n逾期视为同意。"
    )
    found = places(text)
    assert found["第一章"] == ["第一章 总则"]
    assert found["第一章第三条"] == ["第三条 市局负责。", "区局负责本区的工作。"]
    assert found["第二章第四条"] == ["第四条 及时受理。", "逾期视为同意。"]


@pytest.mark.parametrize(
    "paragraph",
    [
        "本决定自公布之日起施行。",
        "本通知自2020年3月1日起执行，有效期五年。",
        "本实施意见由市民政局负责解释。",
        "自2021年1月1日起施行。",
        "此前有关规定与本通知不一致的，以本通知为准。",
        "特此通知。",
    ],
)
@pytest.mark.parametrize(
    "units",
    [
        "一、废止《甲条例》\n二、废止《邮政条例》",
        "一、提高标准。每月发放。\n二、加强监管。按月核查。",
        "一、提高标准\n每月发放。\n二、加强监管\n按月核查。",
    ],
)
def test_what_speaks_of_the_whole_document_closes_it(units: str, paragraph: str) -> None:
    found = places(f"{units}\n{paragraph}")
    assert found["closing"] == [paragraph]
    assert [line for label in ("一", "二") for line in found[label]] == units.split("\n")


def test_what_is_in_force_closes_behind_the_bracket_of_the_last_item() -> None:
    """On the line of the item; a bracket in the midst of its words ends nothing."""
    text = (
        "一、强化管理。要巡查。（责任单位：市林业局）\n"
        "二、促进增收。（责任单位：市农业局） 本意见自2018年4月1日起施行，有效期3年。"
    )
    found = places(text)
    assert found["二"] == ["二、促进增收。（责任单位：市农业局） "]
    assert found["closing"] == ["本意见自2018年4月1日起施行，有效期3年。"]
    kept = "二、促进增收（含补贴）本地农户优先。"
    assert places(f"一、强化管理。\n{kept}")["二"] == [kept]


def test_a_last_item_keeps_as_many_paragraphs_as_those_before_it_have() -> None:
    text = (
        "一、提高标准\n每月发放。\n每年调整。\n二、加强监管\n按月核查。\n本通知自印发之日起施行。"
    )
    found = places(text)
    assert found["二"][-1] == "本通知自印发之日起施行。"
    assert found["closing"] == []


@pytest.mark.parametrize(
    "section",
    [
        "三、附则\n本办法由市民政局负责解释。\n本办法自印发之日起施行。",
        "三、施行日期\n本意见自2020年1月1日起施行。",
        "三、本通知自印发之日起执行。",
        "三、加强领导\n各县要制定本县的办法，自下达之日起抓紧实施。",
    ],
)
def test_a_section_about_the_document_is_none_of_its_closing(section: str) -> None:
    found = places(f"一、提高标准。每月发放。\n二、加强监管。按月核查。\n{section}")
    assert found["三"] == section.split("\n")
    assert found["closing"] == []


def test_the_closing_of_a_text_stands_before_its_form() -> None:
    text = (
        "一、登记范围如下：\n（一）居民；\n（二）外来人员。\n派出所应当登记。\n"
        "本通知自印发之日起施行。\n附件：登记表\n某市公安局\n2020年1月2日"
    )
    found = places(text)
    assert found["一"] == ["一、登记范围如下：", "派出所应当登记。"]
    assert found["closing"] == [
        "本通知自印发之日起施行。", "附件：登记表", "某市公安局", "2020年1月2日",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "last",
    [
        "以上意见如无不妥，请批转各地执行。",
        "请各地认真贯彻执行，并将情况于年底前报我局。",
        "执行中遇到的问题，请及时反馈省水利厅。",
        "各地贯彻落实情况，请于12月底前报省水利厅。",
        "各地、各部门要按照本通知要求，结合实际制定具体办法。",
        "本文自印发之日起实施。",
        "望你乡接文后，切实加强领导。",
        "此复。",
    ],
)
@pytest.mark.parametrize("mark", ["\n", ""])
def test_what_is_asked_of_the_reader_closes_the_text(last: str, mark: str) -> None:
    if not mark and last.startswith("此复"):
        return
    text = f"现将有关事项通知如下：一、加强检查。要落实。{mark}二、强化督查。要通报。{mark}{last}"
    tree = build(text, 0, len(text), "", Counter())
    assert [text[slice(*stretch)] for stretch in tree.closing] == [last]


@pytest.mark.parametrize(
    "text",
    [
        "一、报名\n网上报名。\n二、联系方式\n联系人：张三。",
        "一、标准\n甲类10万元。\n二、来源\n从专项资金列支。\n以上资金由市财政局审核。",
        "一、检查\n各区要落实。\n二、领导\n各地要重视。\n各地要按照本意见要求，制定方案。",
    ],
)
def test_below_a_heading_it_is_the_headings(text: str) -> None:
    tree = build(text, 0, len(text), "", Counter())
    assert not tree.closing


@pytest.mark.parametrize(
    ("last", "owner"),
    [
        ("以上任务由市水利局牵头落实。", "一"),
        ("符合上述条件的企业，可以申报。", "一"),
        ("上述工作每季度通报一次。", "一"),
        ("修复后由市水利局验收。", "一2"),  # goes on with the item
        ("上游由市水利局牵头修复。", "一2"),
    ],
)
def test_what_is_said_of_all_items_stands_in_none(last: str, owner: str) -> None:
    text = f"一、工作任务\n1.清理河道垃圾。\n2.修复岸线。\n{last}\n二、加强保障。"
    tree = build(text, 0, len(text), "", Counter())
    assert [unit.label for unit in tree.units if any(last in text[a:b] for a, b in unit.own)] == [
        owner
    ]


ASSOCIATIONS = "二、要求\n（一）各局要组织实施。\n（二）各行要做好准备。\n（三）各协会要宣传政策。"


@pytest.mark.parametrize(
    "last",
    [
        "各清算机构应于本通知印发之日起30日内抄报费率。",
        "本次调整适用于境内交易。此前规定与本通知相抵触的，以本通知为准。",
        "请各分行将本通知转发至辖区内各银行。",
        "各政策性银行应按照账户管理制度和本通知的要求严格审查。",
    ],
)
def test_where_a_letter_speaks_of_itself_behind_its_items_it_closes(last: str) -> None:
    found = places(f"一、标准\n按规定执行。\n{ASSOCIATIONS}\n{last}")
    assert found["二（三）"] == ["（三）各协会要宣传政策。"]
    assert found["closing"] == [last]


@pytest.mark.parametrize(
    "text",
    [
        "一、标准\n按规定执行。\n二、其他\n本通知由市民政局解释。",
        "一、标准\n按规定执行。\n二、本通知所称企业，是指用工单位。\n本通知有效期五年。",
    ],
)
def test_a_unit_about_the_letter_keeps_its_words(text: str) -> None:
    assert places(text)["closing"] == []


def test_tasks_on_one_line_that_no_colon_opens_are_of_several_sentences() -> None:
    text = (
        "一、内容（一）前期准备1.社会处牵头培训。2.各处室梳理流程。3.办公室公示流程。投诉电话同时公布。"
        "（二）受理1.首问负责。2.一次告知。"
    )
    assert places(text)["一（一）3"] == ["3.办公室公示流程。投诉电话同时公布。"]


@pytest.mark.parametrize(
    "form",
    [
        " 某市片区管理局 2021年3月25日 抄送：区水务局。某市片区管理局2021年3月25日印发",
        "某省生态环境委员会2021年月日抄送：省委编办。",
        " 抄送：市委办公室，市人大常委会办公室。",
        "附件：任务分工表附件任务分工表责任人：",
        "附件2整治工作清单某市工业局2022年4月19日印发",
    ],
)
def test_a_last_item_ends_before_the_form_that_its_line_runs_into(form: str) -> None:
    text = f"意见如下：一、同意施工。二、减少噪声。三、提前向附近居民公告。{form}"
    assert places(text)["三"] == ["三、提前向附近居民公告。"]


@pytest.mark.parametrize(
    "rest",
    ["某市人民政府2021年3月25日发布的办法同时执行。", "附件2为登记表，由居民填写。"],
)
def test_a_day_or_an_annex_in_a_sentence_ends_no_item(rest: str) -> None:
    text = f"意见如下：一、同意施工。二、减少噪声。三、提前向附近居民公告。{rest}"
    assert places(text)["三"] == [f"三、提前向附近居民公告。{rest}"]


def test_a_last_item_whose_heading_has_a_line_of_its_own_keeps_its_text() -> None:
    text = (
        "一、任务\n（一）优化供电服务。推广线上办理，压缩接电时间，完善电网规划，提升供电能力。\n"
        "（二）优化供水服务。推广联合报装，压缩报装时间，完善管网规划，提升供水能力。\n"
        "（三）优化综合交通。\n打通断头路，优化公交线路。\n二、保障\n各区要落实。"
    )
    assert places(text)["一（三）"] == ["（三）优化综合交通。", "打通断头路，优化公交线路。"]


@pytest.mark.parametrize(
    "signed", ["某市农业局 某市林业局 二〇〇三年六月九日", "某市农业局2003年6月9日"]
)
def test_who_signed_on_one_line_with_the_day_is_not_of_the_last_section(signed: str) -> None:
    found = places(f"一、总体要求\n加强保护。\n二、保障措施\n加强督查。\n{signed}")
    assert found["二"] == ["二、保障措施", "加强督查。"]


UNITS = "一、适用范围\n适用于新办企业。\n二、办理程序\n（一）申请。\n（二）核准。\n"


@pytest.mark.parametrize(
    "closing",
    ["本通知自印发之日起施行。", "特此函复。", "此前规定与本通知不一致的，以本通知为准。"],
)
def test_what_closes_stands_in_no_section_though_these_are_built_unlike(closing: str) -> None:
    found = places(f"{UNITS}三、加强监管\n主管部门要加强监督。\n{closing}")
    assert found["三"] == ["三、加强监管", "主管部门要加强监督。"]
    assert found["closing"] == [closing]


@pytest.mark.parametrize("heading", ["其他", "其他说明", "附则", "有效期", "实施时间"])
def test_a_section_on_the_whole_document_keeps_what_closes(heading: str) -> None:
    paragraphs = ["所需资金由财政安排。", "本通知自印发之日起施行。"]
    found = places(f"{UNITS}三、{heading}\n" + "\n".join(paragraphs))
    assert found["三"] == [f"三、{heading}", *paragraphs]
    assert found["closing"] == []
