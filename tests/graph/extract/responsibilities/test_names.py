from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.extract.responsibilities.name_forms import is_open
from graph.extract.responsibilities.name_levels import level_of
from graph.extract.responsibilities.names import read_names
from graph.extract.responsibilities.spelling import joined


def full(text: str, prefix: str = "市", **how: bool) -> list[str]:
    names = read_names(text, 0, len(text), prefix, **how)
    return [name.full for name in names.names] if names else []


@pytest.mark.parametrize(
    ("listed", "names"),
    [
        ("市公安局", ["市公安局"]),
        ("市发改委、财政局、住建局", ["市发改委", "市财政局", "市住建局"]),
        ("市人社局、民政局", ["市人社局", "市民政局"]),
        ("市公安局,市民政局", ["市公安局", "市民政局"]),
        ("国家发展改革委、财政部、国家知识产权局", ["国家发展改革委", "财政部", "国家知识产权局"]),
        ("市场监管总局、农业农村部", ["市场监管总局", "农业农村部"]),
        ("国家发展改革委、统计局", ["国家发展改革委", "国家统计局"]),
        ("市场监管局、统计局", ["市场监管局", "市统计局"]),
        ("科技部、财政部、海关总署", ["科技部", "财政部", "海关总署"]),
        ("扶贫办、武装部", ["市扶贫办", "市武装部"]),
        ("县级公安机关、财政局", ["县级公安机关", "县级财政局"]),
        ("县（市、区）人民政府、园区管委会", ["县（市、区）人民政府", "园区管委会"]),
        ("省公安厅和发改委、人社厅", ["省公安厅", "省发改委", "省人社厅"]),
        ("公安局", ["市公安局"]),
        ("各乡镇（场）、街道、上库综合产业园区", ["各乡镇（场）", "街道", "上库综合产业园区"]),
        ("相关部门", ["相关部门"]),
        ("国务院有关部门", ["国务院有关部门"]),
        ("库尔勒市公安局、民政局", ["库尔勒市公安局", "市民政局"]),
        ("农业局、国土资源局、卫计委等部门", ["市农业局", "市国土资源局", "市卫计委"]),
    ],
)
def test_the_level_of_a_list_spreads_over_its_bare_names(listed: str, names: list[str]) -> None:
    assert full(listed.replace(",", "，")) == names


@pytest.mark.parametrize(
    ("listed", "names"),
    [
        ("市财政局、广安银保监分局", ["市财政局", "广安银保监分局"]),
        ("上海海关、市商务委", ["上海海关", "市商务委"]),
        ("市科委、闵行区政府", ["市科委", "闵行区政府"]),
        ("区国税局、高新区国税局", ["区国税局", "高新区国税局"]),
        ("居住地公安机关", ["居住地公安机关"]),
        ("公安局", ["市公安局"]),
        ("本市户籍制度改革工作协调小组", ["市户籍制度改革工作协调小组"]),
        ("市林业局、团市委", ["市林业局", "团市委"]),
        ("市林业局、人民银行宁波市分行", ["市林业局", "人民银行宁波市分行"]),
        ("市林业局、国铁上海局", ["市林业局", "国铁上海局"]),
        ("市林业局、复议机关、街道办事处", ["市林业局", "复议机关", "街道办事处"]),
    ],
)
def test_a_name_with_a_place_or_a_relation_of_its_own_gets_no_level(
    listed: str, names: list[str]
) -> None:
    assert full(listed) == names


@pytest.mark.parametrize(
    ("listed", "names"),
    [
        ("福州市人民政府、平潭综合实验区管委会", ["福州市人民政府", "平潭综合实验区管委会"]),
        ("各区市县政府、园区管委会", ["各区市县政府", "园区管委会"]),
    ],
)
def test_the_committee_of_a_zone_is_not_that_of_the_documents_place(
    listed: str, names: list[str]
) -> None:
    assert full(listed, "省") == names


@pytest.mark.parametrize(
    ("listed", "names"),
    [
        ("各市、县（区）建设部门", ["各市、县（区）建设部门"]),
        ("各省、自治区、直辖市人民政府", ["各省、自治区、直辖市人民政府"]),
        ("各县、市人民政府和有关部门", ["各县、市人民政府", "有关部门"]),
        ("各市、县（区）", ["各市、县（区）"]),
        ("各乡镇、街道", ["各乡镇、街道"]),
        ("各区、各部门", ["各区", "各部门"]),
        ("各县、市教育局", ["各县", "市教育局"]),
        ("各镇、市有关部门", ["各镇", "市有关部门"]),
        ("各有关地区和部门", ["各有关地区和部门"]),
        ("各有关部门和单位、各县区", ["各有关部门和单位", "各县区"]),
    ],
)
def test_places_that_share_one_noun_are_one_set(listed: str, names: list[str]) -> None:
    read = read_names(listed, 0, len(listed), "", running=True)
    assert read
    assert [name.text for name in read.names] == names
    assert read.names[0].open


@pytest.mark.parametrize(
    ("listed", "names"),
    [
        ("市、县（区）水利部门", ["市、县（区）水利部门"]),
        ("省、自治区、直辖市水利机关", ["省、自治区、直辖市水利机关"]),
        ("省、市和县人民政府", ["省、市和县人民政府"]),
        ("市人民政府和区、县人民政府", ["市人民政府", "区、县人民政府"]),
        ("国务院或者省级人民政府", ["国务院", "省级人民政府"]),
        ("直辖市和市、县级人民政府林业主管部门", ["直辖市和市、县级人民政府林业主管部门"]),
        ("市林业局、区政府", ["市林业局", "区政府"]),
        ("市林业局和工作人员", ["市林业局"]),
        ("林业机关或者受其委托的机构", ["林业机关"]),
    ],
)
def test_levels_that_share_a_noun_are_one_name(listed: str, names: list[str]) -> None:
    read = read_names(listed, 0, len(listed), "")
    assert read
    assert [name.text for name in read.names] == names


@pytest.mark.parametrize(
    ("listed", "names"),
    [
        ("各市党委、政府", [("各市党委", True), ("各市政府", True)]),
        (
            "各县（市、区）党委、人民政府",
            [("各县（市、区）党委", True), ("各县（市、区）人民政府", True)],
        ),
        ("省委、省政府", [("省委", False), ("省政府", False)]),
        ("省林业局、政府", [("省林业局", False), ("省政府", False)]),
    ],
)
def test_a_government_behind_a_committee_is_of_the_same_places(
    listed: str, names: list[tuple[str, bool]]
) -> None:
    read = read_names(listed, 0, len(listed), "省")
    assert read
    assert [(name.full, name.open) for name in read.names] == names


def test_names_know_their_offsets() -> None:
    text = "（市发改委、财政局、住建局按职责分工负责）"
    names = read_names(text, 1, text.index("按"), "市")
    assert names is not None
    assert [text[name.start : name.end] for name in names.names] == ["市发改委", "财政局", "住建局"]
    assert not names.among_others


@pytest.mark.parametrize(
    ("listed", "others"), [("农业局、卫计委等部门", True), ("农业局、卫计委", False)]
)
def test_a_list_that_ends_in_and_others_says_so(listed: str, *, others: bool) -> None:
    names = read_names(listed, 0, len(listed), "市")
    assert names is not None
    assert names.among_others is others


def test_an_office_that_is_only_pointed_at_gets_no_name_of_its_own() -> None:
    text = "市康养服务业发展工作组及其办公室"
    read = read_names(text, 0, len(text), "市")
    assert read is not None
    assert [(name.full, name.open) for name in read.names] == [
        ("市康养服务业发展工作组", False),
        ("其办公室", True),
    ]


@pytest.mark.parametrize(
    ("name", "opened"),
    [
        ("相关部门", True),
        ("有关单位", True),
        ("各乡镇（场）", True),
        ("各区县人民政府", True),
        ("街道", True),
        ("国务院有关部门", True),
        ("市公安局", False),
        ("上库综合产业园区", False),
        ("市党委改革办", False),
    ],
)
def test_a_set_that_is_not_enumerated_is_open(name: str, *, opened: bool) -> None:
    assert is_open(name) is opened
    names = read_names(name, 0, len(name), "市")
    assert names is not None
    assert [each.open for each in names.names] == [opened]


@pytest.mark.parametrize("text", ["外孙子女", "创", "以下简称《办法》", "职业", "2018年修订"])
def test_what_is_no_list_of_agencies_is_none(text: str) -> None:
    assert read_names(text, 0, len(text), "市") is None


@pytest.mark.parametrize("text", ["户籍人口", "开发企业", "督促商业银行", "统计指标", "市场"])
def test_in_running_text_a_name_must_surely_be_an_agencys(text: str) -> None:
    assert full(text, running=True) == []


def test_a_list_passes_its_level_on() -> None:
    text = "市党委改革办"
    names = read_names(text, 0, len(text), "")
    assert names is not None
    assert level_of(names.names) == "市"
    assert level_of(()) == ""


@given(st.text("市公安局民政发改委、，和等部门各（）场相关\n", max_size=60))
def test_the_names_of_any_list_are_pieces_of_it_in_order(text: str) -> None:
    names = read_names(text, 0, len(text), "市", strict=False)
    end = 0
    for name in names.names if names else ():
        assert end <= name.start < name.end <= len(text)
        assert joined(text[name.start : name.end]) == name.text
        assert name.full.endswith(name.text) or name.full.startswith(name.text)
        end = name.end


@pytest.mark.parametrize(
    ("listed", "names"),
    [
        ("法规处、执法局", ["法规处", "执法局"]),
        ("办公室、规划科、各科室", ["办公室", "规划科", "各科室"]),
        ("市财政局、法规处", ["市财政局", "法规处"]),
        # offices of the place itself, and what only ends so
        ("街道办事处、公安局", ["街道办事处", "市公安局"]),
        ("市公路管理处、财政局", ["市公路管理处", "市财政局"]),
        ("办公室、财政局", ["市办公室", "市财政局"]),
    ],
)
def test_an_office_inside_the_issuer_gets_no_place(listed: str, names: list[str]) -> None:
    assert full(listed) == names


@pytest.mark.parametrize(
    ("listed", "names"),
    [
        ("劳动保障部、财政局", ["劳动保障部", "省财政局"]),
        ("宣传部、教育厅", ["省宣传部", "省教育厅"]),
        ("防汛指挥部、水利厅", ["省防汛指挥部", "省水利厅"]),
    ],
)
def test_a_ministry_is_of_no_province(listed: str, names: list[str]) -> None:
    assert full(listed, "省") == names


@pytest.mark.parametrize(
    ("listed", "open_"),
    [
        ("各省、自治区、直辖市电力局或电网管理局", [True, True]),
        ("各市林业局和省财政厅", [True, False]),
        ("各区政府、教育局", [True, False]),
    ],
)
def test_a_bare_name_beside_one_of_each_place_is_one_of_each(
    listed: str, open_: list[bool]
) -> None:
    read = read_names(listed, 0, len(listed), "省", running=True)
    assert read
    assert [name.open for name in read.names] == open_


@pytest.mark.parametrize(
    ("name", "opened"),
    [
        ("每省（区、市）", True),
        ("每县（市、区）", True),
        ("社会办医院党组织", True),
        ("村党组织", True),
        ("市委组织部", False),
        ("市卫生健康委党组", False),
        ("市公安局", False),
    ],
)
def test_each_of_a_sort_and_the_party_in_a_sort_of_units_are_sets(
    name: str, *, opened: bool
) -> None:
    assert is_open(name) == opened


def test_the_field_of_state_security_is_no_level() -> None:
    listed = "公安、国家安全、海关、新闻出版等部门"
    assert full(listed, "", running=True) == [
        "公安部门",
        "国家安全部门",
        "海关",
        "新闻出版部门",
    ]


@pytest.mark.parametrize(
    ("listed", "names"),
    [
        ("发展改革、财政、教育等部门", ["发展改革部门", "财政部门", "教育部门"]),
        ("人社、教育部门", ["人社部门", "教育部门"]),
        ("公安、检察机关", ["公安机关", "检察机关"]),
        ("市公安、民政等部门", ["市公安部门", "市民政部门"]),
        ("省级财政、税务部门", ["省级财政部门", "省级税务部门"]),
        ("水利、公安等部门和各区政府", ["水利部门", "公安部门", "各区政府"]),
        ("市、区县水利、林业部门", ["市、区县水利部门", "市、区县林业部门"]),
        ("各级教育、公安等部门", ["各级教育部门", "各级公安部门"]),
        (
            "县级以上人民政府教育、公安等部门",
            ["县级以上人民政府教育部门", "县级以上人民政府公安部门"],
        ),
        (
            "市、县（市、区）人民政府水利、民政等部门",
            ["市、县（市、区）人民政府水利部门", "市、县（市、区）人民政府民政部门"],
        ),
    ],
)
def test_a_list_states_noun_and_head_once_for_its_fields(listed: str, names: list[str]) -> None:
    assert full(listed, running=True) == names


@pytest.mark.parametrize(
    ("listed", "names"),
    [
        ("市公安局、残联等部门", ["市公安局", "市残联"]),  # names by themselves
        ("各级人民政府、公安部门", ["各级人民政府", "公安部门"]),  # 各级 is the governments'
        ("各级教育部门、财政部门", ["各级教育部门", "财政部门"]),  # each with its own noun
        ("各级、各部门", ["各级", "各部门"]),
        ("各级教育、省公安部门", ["各级教育部门", "省公安部门"]),  # a level of its own
    ],
)
def test_what_is_whole_by_itself_takes_nothing_from_its_list(listed: str, names: list[str]) -> None:
    assert full(listed, running=True) == names


def test_fields_behind_a_set_of_places_are_of_as_many() -> None:
    listed = "各级教育、公安等部门"
    names = read_names(listed, 0, len(listed), "市", running=True)
    assert names
    assert [name.open for name in names.names] == [True, True]


def test_a_level_does_not_spread_over_what_has_a_seat_or_is_of_the_world() -> None:
    assert full("市商务局、罗定海关、税务局", "市") == ["市商务局", "罗定海关", "市税务局"]
    assert full("省级管理部门、世界针灸学会联合会", "省")[1] == "世界针灸学会联合会"


def test_the_market_is_no_level_of_a_city() -> None:
    assert full("省发展改革委、市场监管局", "省") == ["省发展改革委", "省市场监管局"]
    assert full("省发展改革委、市公安局", "省") == ["省发展改革委", "市公安局"]
