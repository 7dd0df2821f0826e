from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.normalise import normalise
from graph.normalise.breaks import goes_on


@pytest.mark.parametrize(
    ("line", "following"),
    [
        (
            "2. 调整完善落户政策。对我市现行户口迁移政策进行全面",
            "清理，坚决取消对农业转移人口特别是外来人口落户设置的“暗门槛”；",
        ),
        (
            "确保进城落户农民与当地城镇居民同等享有，推进扩大住房公积金缴存面，确保",
            "享有最低生活保障的权利。",
        ),
        ("（市人社局、民政局按职责分工负", "责）"),
        ("《国务院办公厅关于印发推动1亿非户籍人口", "在城市落户方案的通知》精神"),
        ("二〇一二", "年五月二十七日"),
        ("一、加强领导。各级各部", "门要高度重视。"),
        ("一、工作目标。到2025年，城镇新", "增就业五十万人以上。"),
        ("第一条 为规范管理，制定本办", "法。"),
        ("（二）省财政厅要统筹资金，保", "障到位。"),
    ],
)
def test_a_sentence_broken_by_the_page_goes_on(line: str, following: str) -> None:
    assert goes_on(line, following)


@pytest.mark.parametrize(
    ("line", "following"),
    [
        ("一、总体要求", "以习近平新时代中国特色社会主义思想为指导，"),
        ("库尔勒市人民政府办公室", "2018年10月15日"),
        ("关于印发库尔勒市推动非户籍人口在城市落户实施方案的通知", "文号：库政办发〔2018〕171号"),
        (
            "现居住就业地申请落户。（市公安局牵头）",
            "2. 全面实行中、高等院校学生来去自由的落户政策。",
        ),
        ("完善配套政策，各级各部门要认真贯彻落实国务院的决策部署", "（二）调整完善落户政策"),
        ("完善配套政策，各级各部门要认真贯彻落实国务院的决策部署", "责任单位：省公安厅"),
        ("完善配套政策，各级各部门要认真贯彻落实国务院的决策部署", "附件：任务分工表"),
        ("完善财政政策，土地、社保等各项配套政策\t市财政局", "市人社局"),
        ("放宽投靠落户条件，可以申请投靠落户，相关部门予以配合（市公安局牵头）", "调整完善政策。"),
        ("各乡、镇、场，各街道办事处，市政府各部门，市属各单位：", "为贯彻落实《方案》精神"),
        ("（一）坚持党建引领，强化组织领导", "各级党委要健全机制。"),
        ("完善制度。（市公安局牵头）", "各级各部门要高度重视。"),
        ("向社会公布。牵头单位：市公安局", "加强队伍建设"),
        ("本通知自印发之日起施行。特此通知", "2021年6月18日"),
        ("完善制度。某市人民政府办公室", "加强领导"),
        ("第一条 目的", "为规范管理，制定本办法。"),
        ("建成管网，完成清淤", "县水利局"),
    ],
)
def test_a_heading_a_signature_a_cell_and_a_full_sentence_end_their_line(
    line: str, following: str
) -> None:
    assert not goes_on(line, following)


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (
            "（二）强化要素保障。市财政局统筹安排资金，年度福利彩票公益金用于养",
            "老服务的比例不低于六成。",
        ),
        ("第五条 街道办事", "处应当自受理之日起完成初审。"),
        ("（一）加强组织领", "导。市民政局要建立联席会议制度。"),
        ("（一）具有本区城镇户", "籍，或者在本区稳定就业的外来务工人员；"),
        ("（三）提升机构服", "务能力"),
        ("对上述第", "2、4项情况有异议的，可以申请复核。"),
        ("各镇", "要明确专人，负责日常工作。"),
    ],
)
def test_a_page_number_may_cut_a_paragraph_anywhere(above: str, below: str) -> None:
    text = f"此前各项工作已经完成。\n{above}\n\n— 3 —\n\n{below}"
    assert normalise(text).text.split("\n")[1:] == [above + below]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("一、总体要求", "以人民为中心，坚持改革创新，加快补齐短板。"),
        ("健全养老服务体系。（市民政局牵头）", "鼓励社会力量举办老年食堂。"),
        ("2021年6月18日", "某市养老服务提升行动方案"),
        ("某市人民政府办公室", "为贯彻落实省政府部署，制定本方案。"),
        ("市民政局", "市财政局"),
        ("（二）实行统一的户口登记制度", "3"),
        ("第一章 总则", "第一条 为规范管理，制定本办法。"),
        ("灵山县河湖治理实施方案", "为贯彻落实省政府部署，制定本方案。"),
    ],
)
def test_what_stands_alone_ends_with_its_page(above: str, below: str) -> None:
    text = f"此前各项工作已经完成。\n{above}\n— 3 —\n{below}"
    assert normalise(text).text.split("\n")[1:] == [above, below]


PARAGRAPHS = (
    (
        "（一）加强组织领导。市民政局要建立联席会议制度，由省人力资源社会保障厅、省住房城乡建设厅"
        "共同指导，每年12月底前向市政府报告工作进展情况；各镇人民政府、街道办事处要明确专人负责。"
    ),
    "（二）强化要素保障",
    (
        "市财政局统筹安排养老服务专项资金，年度福利彩票公益金用于养老服务的比例不得低于60%，"
        "严禁挤占、挪用。按照本办法第三十五条等相关规定，对存在欺诈行为的机构实施联合惩戒。"
    ),
    (
        "1.市自然资源局要落实用地保障，新建住宅小区应当按照每百户不少于20平方米的标准配建养老服务用房，"
        "并与住宅同步规划、同步建设、同步验收、同步交付使用。"
    ),
)


def broken(paragraph: str, width: int, indent: str = "") -> str:
    words = indent + paragraph
    return "\n".join(words[at : at + width] for at in range(0, len(words), width))


@pytest.mark.parametrize("width", range(14, 45))
@pytest.mark.parametrize("indent", ["", "　　", "    "])
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_margin_ends_no_paragraph_wherever_it_stands(
    width: int, indent: str, between: str
) -> None:
    text = between.join(broken(paragraph, width, indent) for paragraph in PARAGRAPHS)
    assert normalise(text).text.split("\n") == list(PARAGRAPHS)


def test_blank_lines_between_all_lines_tell_nothing() -> None:
    text = "\n".join(broken(paragraph, 28) for paragraph in PARAGRAPHS).replace("\n", "\n\n")
    assert normalise(text).text.split("\n") == list(PARAGRAPHS)


def test_a_signature_at_the_right_is_no_line_that_fills_its_width() -> None:
    body = "\n".join(broken(paragraph, 24, "　　") for paragraph in PARAGRAPHS)
    signature = "　" * 14 + "某市人民政府办公室\n" + "　" * 16 + "2021年6月18日\n"
    text = f"{body}\n{signature}某市养老服务提升行动方案\n{body}"
    assert normalise(text).text.split("\n")[4:7] == [
        "某市人民政府办公室",
        "2021年6月18日",
        "某市养老服务提升行动方案",
    ]


def test_a_second_text_in_the_file_may_have_another_margin() -> None:
    text = "\n".join(broken(paragraph, 24) for paragraph in PARAGRAPHS * 5)
    text += "\n" + "\n".join(broken(paragraph, 38) for paragraph in PARAGRAPHS * 8)
    read = normalise(text).text.split("\n")
    assert read[:8] == list(PARAGRAPHS * 2)
    assert read[-12:] == list(PARAGRAPHS * 3)


@pytest.mark.parametrize(
    "lines",
    [
        [
            "张明华 市民政局党组成员、副局长",
            "李建国 市财政局党组成员、副局长",
            "王小红 市卫生健康局副局长",
        ]
        * 4,
        [
            "完成县级水源地界桩建设",
            "县生态环境局、县水利局",
            "新建城区污水管网十公里",
            "县住房城乡建设局",
        ]
        * 4,
        [
            "一、坚持党建引领，强化组织领导",
            "二、坚持规划先行，优化空间布局",
            "三、坚持项目带动，夯实发展基础",
        ]
        * 3,
    ],
)
def test_names_cells_and_headings_of_one_length_are_no_broken_text(lines: list[str]) -> None:
    assert normalise("\n".join(lines)).text.split("\n") == lines


def test_a_document_on_one_line_is_parted_at_its_gaps() -> None:
    paragraph = "完善财政、土地、社保等各项配套政策，积极推进非户籍人口在城市落户。"
    text = "\u3000\u3000".join([paragraph] * 30)
    assert normalise(text).text.split("\n") == [paragraph] * 30


def test_a_short_document_on_one_line_is_parted_at_its_gaps_too() -> None:
    parts = [
        "某市通告",
        "某公通告〔2022〕1号",
        "现通告如下：",
        "一、禁止燃放。",
        "二、举报有奖。",
        "某市公安局",
    ]
    assert normalise("\u3000\u3000".join(parts)).text.split("\n") == parts


def test_cells_that_wide_blanks_part_stay_on_their_line() -> None:
    rows = [f"{n}\u3000\u3000完成清淤。\u3000\u3000县水利局\u3000\u3000六月底前" for n in range(9)]
    assert normalise("\n".join(rows)).text.count("\n") == 8


def test_a_paragraph_after_a_gap_begins_without_blanks() -> None:
    text = "完善财政、土地、社保等各项配套政策，" * 40 + "\u3000\u3000\u200b  一、总体要求"
    assert normalise(text).text.split("\n")[1] == "一、总体要求"


def test_a_gap_inside_an_ordinary_line_only_spaces_it() -> None:
    assert normalise("第一章\u3000\u3000总则").text == "第一章 总则"


def test_words_of_the_latin_script_keep_the_blank_that_a_line_end_was() -> None:
    text = "标准按照国家有关规定和技术规范执行，参见 Open Document\nFormat 的说明。"
    assert normalise(text).text.endswith("Open Document Format 的说明。")


PIECES = st.sampled_from(
    [
        "各乡镇（场）、街道，", "进行全面\n\n  清理", "\u3000\u3000", " ", "\t", "\n", "\u200b",
        "\xa0", "（市人社局、民政局按职责分工负\n责）", "— 4 —\n", "。", "一、总体要求\n", "《",
        "”", "1. ", "加快农业转移人口市民化进程，着力提升城镇化发展水平",
    ]
)  # fmt: skip
LONG = st.lists(PIECES, max_size=30).map(lambda pieces: "".join(pieces) * 4)


@given(st.text() | LONG)
def test_normalising_any_text_keeps_its_promises(source: str) -> None:
    folded = normalise(source)
    origin = list(folded.origin)
    assert len(origin) == len(folded.text)
    assert origin == sorted(origin)
    assert all(0 <= offset < len(source) for offset in origin)
    if folded.text:
        for line in folded.text.split("\n"):
            assert line
            assert line == line.strip(" \t")


@pytest.mark.parametrize(
    ("line", "following"),
    [
        ("15.实施渔业", "“大招商、招大商”行动。对各类企业开展上门招商。"),
        ("5.积极推进", "“美丽农村路”创建工作。坚持因地制宜。"),
        ("5.严格落实", "“一断三不断”要求，处置断路行为。"),
        ("（16）加强“信易贷”", "工作。强化激励和风险共担。"),
        ("1.根据文件", "《关于清理规范收费的意见》要求，降低成本。"),
        ("总", "则"),
        ("附", "则"),
    ],
)
def test_a_heading_that_the_page_broke_goes_on(line: str, following: str) -> None:
    assert goes_on(line, following)


@pytest.mark.parametrize(
    ("line", "following"),
    [
        ("（一）总体目标", "“十四五”期间，建成十个示范点。"),
        ("二、工作目标", "“三清单”制度全面落实。"),
        ("二、推进“三清单”", "各区要制定清单。"),
        ("一、相关文件", "《关于清理规范收费的意见》"),
        ("男", "女"),
        ("甲", "乙"),
    ],
)
def test_a_heading_above_words_in_marks_ends_its_line(line: str, following: str) -> None:
    assert not goes_on(line, following)


@pytest.mark.parametrize(
    ("line", "following"),
    [
        (
            "压实责任。（二）实行人员聘用制度",
            "在推进体系建设过程中，要改革用人制度，创新用人机制。",
        ),
        (
            "七、加大执法力度，严厉打击收运处置违法犯罪行为",
            "要加大对违规收运、违规处置行为的查处力度，开展整治。",
        ),
        (
            "（二）补齐短板弱项，实现作物机械化关键环节全面突破",
            "大力推进设施菜田宜机化建设，改善农机通过性和作业效率，推广蔬菜移栽、机械化收获等关键技术。",
        ),
        (
            "三、强化政府土地的集中统一管理，保证出让制度的落实",
            "各地要严格执行国家有关规定，土地利用总体规划确定的建设用地由政府统一征收、统一供应、统一管理。",
        ),
    ],
)
def test_a_numbered_phrase_heads_the_longer_line_below_it(line: str, following: str) -> None:
    assert not goes_on(line, following)


@pytest.mark.parametrize(
    ("line", "following"),
    [
        ("七、加大执法力度，严厉打击收运处置违法犯罪行为，", "开展专项整治，严肃处理。"),
        ("第十条 加强管理，单位和个人在生产经营活动中发现问题", "应当及时报告有关部门，配合调查。"),
        (
            "（三）强化政府土地的集中统一管理，保证出让制度在全市范围",
            "得到落实。",
        ),
    ],
)
def test_a_numbered_sentence_goes_on_in_the_next_line(line: str, following: str) -> None:
    assert goes_on(line, following)


def test_a_heading_that_ends_a_page_does_not_go_on_in_the_text_below() -> None:
    page = "（四）创新方式，强化精准监管\n— 3 —\n运用信用监管等手段，提升监管效能。"
    assert normalise(page).text.split("\n") == [
        "（四）创新方式，强化精准监管",
        "运用信用监管等手段，提升监管效能。",
    ]


def test_a_text_that_says_from_when_it_is_in_force_goes_on_no_line() -> None:
    answer = "责任单位：市委宣传部、市住房和城乡建设局、市金融工作局，各县区人民政府、功能区管委会"
    assert not goes_on(answer, "本通知自印发之日起施行，有效期至2023年12月31日。")
    assert not goes_on(answer, "本政策措施自2023年1月1日起施行。")
    assert goes_on("对全市已建成的公共租赁住房进行全面清理，逐步完善", "本市自有的房源。")
