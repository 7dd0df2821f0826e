import datetime as dt

import pytest

from graph.model import Jurisdiction
from graph.resolve import (
    Agency,
    OpenSet,
    Reason,
    Unresolved,
    resolve_agency,
    resolver,
)
from tests.graph.resolve.named import GUANGAN, HUICHENG, KORLA, NATION, SICHUAN, identity_of


@pytest.mark.parametrize(
    ("mention", "place", "division", "kind", "name"),
    [
        ("市公安局", KORLA, "652801", "公安局", "库尔勒市公安局"),
        ("公安局", KORLA, "652801", "公安局", "库尔勒市公安局"),
        ("库尔勒市公安局", KORLA, "652801", "公安局", "库尔勒市公安局"),
        ("市财政部门", KORLA, "652801", "财政局", "库尔勒市财政部门"),
        ("市发改委", KORLA, "652801", "发展和改革委员会", "库尔勒市发改委"),
        ("住建局", KORLA, "652801", "住房和城乡建设局", "库尔勒市住建局"),
        ("市国土资源局", KORLA, "652801", "国土资源局", "库尔勒市国土资源局"),
        ("卫计委", KORLA, "652801", "卫生和计划生育委员会", "库尔勒市卫计委"),
        ("市人民政府", KORLA, "652801", "人民政府", "库尔勒市人民政府"),
        ("市场监管局", KORLA, "652801", "市场监督管理局", "库尔勒市市场监管局"),
        ("市民政局", KORLA, "652801", "民政局", "库尔勒市民政局"),  # 市民 is no level
        ("市委组织部", KORLA, "652801", "党委组织部", "库尔勒市委组织部"),
        ("公安", KORLA, "652801", "公安局", "库尔勒市公安部门"),  # 公安、民政部门
        ("市教育体育局", KORLA, "652801", "教育局", "库尔勒市教育体育局"),
        ("自治区公安厅", KORLA, "650000", "公安局", "新疆维吾尔自治区公安厅"),
        ("州公安局", KORLA, "652800", "公安局", "巴音郭楞蒙古自治州公安局"),
        ("巴州发改委", KORLA, "652800", "发展和改革委员会", "巴音郭楞蒙古自治州发改委"),
        ("轮台县教育局", KORLA, "652822", "教育局", "轮台县教育局"),
        ("市公安局", HUICHENG, "441300", "公安局", "惠州市公安局"),
        ("区教育局", HUICHENG, "441302", "教育局", "惠城区教育局"),
        ("省教育厅", HUICHENG, "440000", "教育局", "广东省教育厅"),
        (
            "人力资源社会保障厅",
            SICHUAN,
            "510000",
            "人力资源和社会保障局",
            "四川省人力资源社会保障厅",
        ),
    ],
)
def test_place_and_kind_make_a_body(
    mention: str, place: Jurisdiction, division: str, kind: str, name: str
) -> None:
    found = resolve_agency(mention, place)
    assert isinstance(found, Agency)
    assert (found.division, found.kind, found.name) == (division, kind, name)
    assert found.classified


@pytest.mark.parametrize(
    ("mention", "short"),
    [
        ("公安局", "市公安局"),
        ("发展和改革委员会", "市发展和改革委员会"),
        ("国土局", "市国土局"),
        ("市党委改革办", "市党委改革办"),
        ("自治区人力资源和社会保障厅", "自治区人力资源和社会保障厅"),
    ],
)
def test_a_body_has_one_short_name_in_its_place(mention: str, short: str) -> None:
    found = resolve_agency(mention, KORLA)
    assert isinstance(found, Agency)
    assert found.short == short


def test_a_merged_body_is_the_same_body_by_either_name() -> None:
    joint, single = (resolve_agency(name, KORLA) for name in ("市教育体育局", "市教育局"))
    assert identity_of(joint) == identity_of(single)


def test_widths_do_not_make_another_body() -> None:
    half = resolve_agency("市城管局(综合执法局)", KORLA)
    full = resolve_agency("市城管局（综合执法局）", KORLA)
    assert isinstance(half, Agency)
    assert isinstance(full, Agency)
    assert half.kind == full.kind


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("公安部", "公安部"),
        ("国务院办公厅", "国务院办公厅"),
        ("人社部", "人力资源和社会保障部"),
        ("国家移民管理局", "国家移民管理局"),
    ],
)
@pytest.mark.parametrize("place", [KORLA, NATION, None])
def test_a_national_body_is_one_whoever_names_it(
    mention: str, name: str, place: Jurisdiction | None
) -> None:
    found = resolve_agency(mention, place)
    assert isinstance(found, Agency)
    assert (found.division, found.name) == ("CN", name)


def test_a_short_name_in_a_national_document_is_the_national_body() -> None:
    found = resolve_agency("发展改革委", NATION)
    assert isinstance(found, Agency)
    assert found.name == "国家发展和改革委员会"


@pytest.mark.parametrize(
    ("mention", "classification"),
    [
        ("市招商一办", None),
        ("上库综合产业园区", "开发区管理委员会"),
        ("市政设施管理中心", "其他事业单位"),
    ],
)
def test_a_body_of_its_own_keeps_its_name_whether_the_register_has_its_class(
    mention: str, classification: str | None
) -> None:
    found = resolve_agency(mention, KORLA)
    assert isinstance(found, Agency)
    assert (found.division, found.short) == ("652801", mention)
    assert found.classification == classification


def test_a_body_of_no_registered_kind_is_one_by_its_place_in_full_or_short() -> None:
    assert resolve_agency("库尔勒市招商一办", KORLA) == resolve_agency("市招商一办", KORLA)


@pytest.mark.parametrize(
    "mention",
    [
        "相关部门",
        "有关部门",
        "相关主管部门",
        "各乡镇(场)",
        "各乡镇（场）",
        "街道",
        "各县（市、区）人民政府",
        "市直各部门",
        "其他有关单位",
        "建设单位",
    ],
)
def test_a_set_that_is_not_enumerated_stays_open(mention: str) -> None:
    found = resolve_agency(mention, KORLA)
    assert isinstance(found, OpenSet)
    assert found.written == mention


@pytest.mark.parametrize(
    ("mention", "place", "reason"),
    [
        ("公安局", None, Reason.NO_PLACE),
        ("公安局", NATION, Reason.NO_PLACE),
        ("市公安局", None, Reason.NO_PLACE),
        ("县公安局", KORLA, Reason.NO_SUCH_LEVEL),
        ("区公安局", KORLA, Reason.NO_SUCH_LEVEL),  # 区 is not short for 自治区
        ("市公安局", SICHUAN, Reason.NO_SUCH_LEVEL),
        ("市卫生部门", KORLA, Reason.UNKNOWN_FUNCTION),
    ],
)
def test_a_body_that_cannot_be_told_is_left_open_with_the_reason(
    mention: str, place: Jurisdiction | None, reason: Reason
) -> None:
    found = resolve_agency(mention, place)
    assert isinstance(found, Unresolved)
    assert (found.written, found.reason) == (mention, reason)


def test_a_resolver_knows_the_place_of_its_document() -> None:
    assert resolver(KORLA)("公安局") == resolve_agency("公安局", KORLA)


@pytest.mark.parametrize(
    ("mention", "place", "kind"),
    [
        ("县级公安机关", GUANGAN, "公安局"),
        ("县（市、区）人民政府", GUANGAN, "人民政府"),
        ("各级民政部门", NATION, "民政局"),
        ("居住地人民政府", NATION, "人民政府"),
        ("区级残联", GUANGAN, "残疾人联合会"),
        ("园区管委会", GUANGAN, None),
        ("试点城市", NATION, None),
        ("自治区", NATION, None),
    ],
)
def test_a_set_knows_the_kind_that_all_of_it_are_of(
    mention: str, place: Jurisdiction, kind: str | None
) -> None:
    assert resolve_agency(mention, place) == OpenSet(mention, kind)


@pytest.mark.parametrize("mention", ["联席会议", "市联席会议办公室", "领导小组", "市评奖委员会"])
def test_a_common_noun_is_no_body_that_another_document_means(mention: str) -> None:
    found = resolve_agency(mention, GUANGAN)
    assert isinstance(found, Unresolved)
    assert found.reason is Reason.GENERIC


WEIHAI = Jurisdiction("371000", "威海市")


@pytest.mark.parametrize(
    ("mention", "place", "kind"),
    [
        ("公安机关", SICHUAN, "公安局"),  # a province has many of them
        ("财政部门", NATION, "财政局"),
        ("公安", SICHUAN, "公安局"),  # 公安、民政等部门
        ("镇人民政府", WEIHAI, "乡镇人民政府"),
        ("乡（镇）人民政府", SICHUAN, "乡镇人民政府"),
        ("人民法院", SICHUAN, "人民法院"),
        ("人民检察院", WEIHAI, "人民检察院"),
        ("海关", SICHUAN, "海关"),  # its district is no province
        ("海关", KORLA, "海关"),
        ("街道办事处", WEIHAI, "街道办事处"),
    ],
)
def test_what_a_place_has_many_of_stays_open(mention: str, place: Jurisdiction, kind: str) -> None:
    assert resolve_agency(mention, place) == OpenSet(mention, kind)


@pytest.mark.parametrize(
    ("mention", "place", "identity"),
    [
        ("省公安机关", SICHUAN, "510000/公安局"),
        ("区财政厅", Jurisdiction("540000", "西藏自治区"), "540000/财政局"),  # of the region itself
        ("省市场监管", SICHUAN, "510000/市场监督管理局"),  # 省市 is no level here
        ("自治区人民政府", Jurisdiction("540000", "西藏自治区"), "540000/人民政府"),
        ("公安机关", KORLA, "652801/公安局"),
        ("县人民法院", Jurisdiction("652822", "轮台县"), "652822/人民法院"),
        ("成都海关", SICHUAN, "510100/海关"),
        ("国务院财政部门", NATION, "CN/财政部"),
    ],
)
def test_what_is_one_in_a_place_is_that_body(
    mention: str, place: Jurisdiction, identity: str
) -> None:
    assert identity_of(resolve_agency(mention, place)) == identity


@pytest.mark.parametrize(
    "mention",
    [
        "重视数字政府",  # 市重视数字政府建设, cut
        "总体规划经省人民政府",
        "供水",
        "专门委员会",
        "办公室",
        "市和前锋区发展改革",
        "沿海地方人民政府",
        "市历史文化名镇",
        "认定委员会",
    ],
)
def test_what_is_no_body_or_a_common_noun_becomes_none(mention: str) -> None:
    assert isinstance(resolve_agency(mention, GUANGAN), Unresolved)


@pytest.mark.parametrize(
    ("mention", "year", "kind"),
    [
        ("市金融监管局", 2019, "市金融监管局"),  # a local body: the national one came in 2023
        ("市金融监管局", 2024, "国家金融监督管理总局监管分局"),
        ("市数据局", 2021, "市数据局"),
        ("市数据局", 2025, "数据局"),
        ("市市场监管局", 2015, "市场监督管理局"),  # some places had one before the nation
        ("市卫计委", 2020, "卫生和计划生育委员会"),  # the body of the past is that body
    ],
)
def test_a_name_is_no_body_that_came_later(mention: str, year: int, kind: str) -> None:
    found = resolve_agency(mention, GUANGAN, dt.date(year, 6, 1))
    assert isinstance(found, Agency)
    assert found.kind == kind
    assert found.name == "广安" + mention
