import csv
import datetime as dt
from pathlib import Path

import pytest

from graph.coverage import draw, mentions
from graph.model import Jurisdiction
from graph.pipeline import documents_in, read_file
from graph.resolve import (
    Agency,
    OpenSet,
    Reason,
    Resolution,
    Unresolved,
    counterparts,
    document_level,
    full_title,
    identified,
    resolve_agency,
    resolver,
    typed,
)
from graph.resolve.places import in_context
from ontology import agencies, divisions

KORLA = Jurisdiction("652801", "库尔勒市")
HUICHENG = Jurisdiction("441302", "惠城区")
SICHUAN = Jurisdiction("510000", "四川省")
NATION = Jurisdiction("CN", "中华人民共和国")
GUANGAN = Jurisdiction("511600", "广安市")
SHANGHAI = Jurisdiction("310000", "上海市")
FUJIAN = Jurisdiction("350000", "福建省")
SEED, SIZE = "652801", 200
SAMPLE = Path(__file__).parent / "resolution_sample.tsv"


@pytest.mark.parametrize(
    ("mention", "place", "division", "kind", "name"),
    [
        ("市公安局", KORLA, "652801", "公安局", "库尔勒市公安局"),
        ("公安局", KORLA, "652801", "公安局", "库尔勒市公安局"),
        ("库尔勒市公安局", KORLA, "652801", "公安局", "库尔勒市公安局"),
        ("市财政部门", KORLA, "652801", "财政局", "库尔勒市财政局"),
        ("市发改委", KORLA, "652801", "发展和改革委员会", "库尔勒市发展和改革委员会"),
        ("住建局", KORLA, "652801", "住房和城乡建设局", "库尔勒市住房和城乡建设局"),
        ("市国土资源局", KORLA, "652801", "国土资源局", "库尔勒市国土资源局"),
        ("卫计委", KORLA, "652801", "卫生和计划生育委员会", "库尔勒市卫生和计划生育委员会"),
        ("市人民政府", KORLA, "652801", "人民政府", "库尔勒市人民政府"),
        ("市场监管局", KORLA, "652801", "市场监督管理局", "库尔勒市市场监督管理局"),
        ("市民政局", KORLA, "652801", "民政局", "库尔勒市民政局"),  # 市民 is no level
        ("市委组织部", KORLA, "652801", "党委组织部", "库尔勒市党委组织部"),
        ("公安", KORLA, "652801", "公安局", "库尔勒市公安局"),  # 公安、民政部门
        ("市教育体育局", KORLA, "652801", "教育局", "库尔勒市教育局"),
        ("自治区公安厅", KORLA, "650000", "公安局", "新疆维吾尔自治区公安厅"),
        ("州公安局", KORLA, "652800", "公安局", "巴音郭楞蒙古自治州公安局"),
        ("巴州发改委", KORLA, "652800", "发展和改革委员会", "巴音郭楞蒙古自治州发展和改革委员会"),
        ("轮台县教育局", KORLA, "652822", "教育局", "轮台县教育局"),
        ("市公安局", HUICHENG, "441300", "公安局", "惠州市公安局"),
        ("区教育局", HUICHENG, "441302", "教育局", "惠城区教育局"),
        ("省教育厅", HUICHENG, "440000", "教育局", "广东省教育厅"),
        (
            "人力资源社会保障厅",
            SICHUAN,
            "510000",
            "人力资源和社会保障局",
            "四川省人力资源和社会保障厅",
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
        ("发展和改革委员会", "市发改委"),
        ("国土局", "市国土资源局"),
        ("市党委改革办", "市党委改革办"),
        ("自治区人力资源和社会保障厅", "自治区人社厅"),
    ],
)
def test_a_body_has_one_short_name_in_its_place(mention: str, short: str) -> None:
    found = resolve_agency(mention, KORLA)
    assert isinstance(found, Agency)
    assert found.short == short


def test_a_merged_body_is_the_same_body_by_either_name() -> None:
    assert resolve_agency("市教育体育局", KORLA) == resolve_agency("市教育局", KORLA)


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
    ("number", "title", "level"),
    [
        ("国办发〔2016〕72号", None, "国"),
        ("新政办发〔2018〕20号", None, "省"),
        ("新政发〔2014〕68号", None, "省"),
        ("新政发〔2017〕124号", None, "省"),
        ("巴政办发〔2018〕77号", None, "市"),
        ("国务院令第663号", "居住证暂行条例", "国"),
        (None, "国务院办公厅关于印发推动1亿非户籍人口在城市落户方案的通知", "国"),
        (None, "新疆维吾尔自治区人民政府办公厅关于贯彻落实的通知", "省"),
        (None, "惠州市惠城区人民政府关于入学的意见", "县"),
        ("某政发〔2018〕1号", "自治州关于落户的意见", "市"),
        (None, "中华人民共和国土地管理法", "国"),
        (None, "城乡规划法", "国"),
        (None, "土地管理办法", None),
        (None, "土壤有机质测定方法", None),
        ("某政发〔2018〕1号", None, None),
    ],
)
def test_number_or_title_tell_the_level_of_a_cited_document(
    number: str | None, title: str | None, level: str | None
) -> None:
    assert document_level(number, title, KORLA) == level


@pytest.mark.parametrize(
    ("printed", "full"),
    [
        ("义务教育法", "中华人民共和国义务教育法"),
        ("中华人民共和国义务教育法", "中华人民共和国义务教育法"),
        ("中国人民银行法", "中华人民共和国中国人民银行法"),
        ("居住证暂行条例", "居住证暂行条例"),  # the State Council's, or that of a place
        ("居住证管理办法", "居住证管理办法"),
        ("土壤有机质测定方法", "土壤有机质测定方法"),  # a technical standard
    ],
)
def test_a_law_cited_short_is_the_one_national_law_of_that_name(printed: str, full: str) -> None:
    assert full_title(printed) == full


@pytest.mark.parametrize(
    ("mention", "place", "identity"),
    [
        ("我市公安局", KORLA, "652801/公安局"),
        ("市本市户籍制度改革工作协调小组", SHANGHAI, "310000/市户籍制度改革工作协调小组"),
        ("市前锋区政府", GUANGAN, "511603/人民政府"),
        ("市闵行区政府", SHANGHAI, "310112/人民政府"),
        ("广安银保监分局", GUANGAN, "511600/银行保险监督管理局"),
        ("人行广安市中心支行", GUANGAN, "511600/中国人民银行支行"),
        ("人行福州中心支行", FUJIAN, "350100/中国人民银行支行"),
        ("福州海关", FUJIAN, "350100/海关"),
        ("国家税务总局库尔勒市税务局", KORLA, "652801/税务局"),
        ("中共福建省委", FUJIAN, "350000/党委"),
        ("市团市委", GUANGAN, "511600/共青团委员会"),
        ("市政府金融办", GUANGAN, "511600/地方金融管理局"),
        ("市委组织部（市人才办）", GUANGAN, "511600/党委组织部"),
        ("国务院公安部门", NATION, "CN/公安部"),
        ("药监局", NATION, "CN/国家药品监督管理局"),
        ("兵团", KORLA, "CN/新疆生产建设兵团"),
        ("公安部交通管理局", KORLA, "CN/公安部交通管理局"),
        ("华蓥市", GUANGAN, "511681/行政区域"),
        ("市广安经开区管委会", GUANGAN, "511600/广安经开区管委会"),
    ],
)
def test_the_forms_of_names_lead_to_one_body(
    mention: str, place: Jurisdiction, identity: str
) -> None:
    assert identity_of(resolve_agency(mention, place, dt.date(2019, 6, 1))) == identity


@pytest.mark.parametrize(
    "mention", ["市公安局交警支队", "公安局交警支队", "库尔勒市公安局交警支队"]
)
def test_a_part_of_a_body_is_no_kind_but_knows_its_whole(mention: str) -> None:
    found = resolve_agency(mention, KORLA)
    assert isinstance(found, Agency)
    assert (found.kind, found.part_of) == ("市公安局交警支队", "公安局")
    assert found.classification == "内设和下属机构"


def test_a_body_in_a_zone_is_not_that_of_the_place() -> None:
    found = resolve_agency("高新区国税局", KORLA, dt.date(2016, 1, 1))
    assert isinstance(found, Agency)
    assert (found.kind, found.classification) == ("高新区国税局", "国家税务局")


def test_zones_are_bodies_of_their_own() -> None:
    found = [resolve_agency(name, GUANGAN) for name in ("枣山园区", "协兴园区", "广安经开区管委会")]
    assert len({identity_of(each) for each in found}) == 3


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


@pytest.mark.parametrize(
    ("mention", "day", "kind"),
    [
        ("市林业局", dt.date(2018, 10, 15), "林业局"),
        ("市林业局", dt.date(2022, 9, 2), "林业和草原局"),
        ("税务部门", dt.date(2019, 6, 1), "税务局"),
        ("税务部门", dt.date(2012, 8, 21), None),  # 国税 or 地税
        ("市卫生部门", None, None),
    ],
)
def test_a_name_is_read_as_of_the_day_of_its_document(
    mention: str, day: dt.date | None, kind: str | None
) -> None:
    found = resolve_agency(mention, KORLA, day)
    assert (found.kind if isinstance(found, Agency) else None) == kind


@pytest.mark.parametrize(
    ("phrase", "code"),
    [
        ("我市", "652801"),
        ("全市", "652801"),
        ("自治州", "652800"),
        ("巴州", "652800"),
        ("自治区", "650000"),
        ("库尔勒", "652801"),
        ("和静县", "652827"),
        ("我县", None),
        ("朝阳区", None),
        ("吉", None),
    ],
)
def test_a_place_is_read_in_its_document(phrase: str, code: str | None) -> None:
    found = in_context(phrase, divisions.register()["652801"])
    assert (found.code if found else None) == code


def test_the_line_of_a_kind_goes_up_to_the_ministry() -> None:
    kind = agencies.by_name("卫健委")
    assert kind
    assert [body.name for body in counterparts(kind, "652801")] == [
        "库尔勒市卫生健康委员会",
        "巴音郭楞蒙古自治州卫生健康委员会",
        "新疆维吾尔自治区卫生健康委员会",
        "国家卫生健康委员会",
    ]


def test_a_kind_without_a_ministry_ends_at_the_province() -> None:
    kind = agencies.by_name("城管局")
    assert kind
    assert [body.division for body in counterparts(kind, "652801")] == [
        "652801",
        "652800",
        "650000",
    ]


PLACES = ("652801", "652800", "650000", "511600", "CN")


@pytest.mark.parametrize(
    ("text", "within", "identities"),
    [
        ("市公安局", None, ["652801/公安局", "511600/公安局"]),
        ("公安", "650000", ["652801/公安局", "652800/公安局", "650000/公安局"]),
        ("公安机关", "652801", ["652801/公安局"]),
        ("库尔勒市公安局", None, ["652801/公安局"]),
        ("市卫健委", "652801", ["652801/卫生健康委员会"]),
        ("公安部", None, ["CN/公安部"]),
        ("市魔法局", None, []),
    ],
)
def test_a_name_as_people_type_it_means_the_bodies_of_its_places(
    text: str, within: str | None, identities: list[str]
) -> None:
    assert [identity_of(body) for body in typed(text, PLACES, within)] == identities


@pytest.mark.parametrize(
    "name",
    [
        "市公安局",
        "上库综合产业园区",
        "自治区财政厅",
        "公安部",
        "市公安局交警支队",
        "市招商一办",
        "巴州",
    ],
)
def test_an_identity_is_read_back_from_its_iri(name: str) -> None:
    found = resolve_agency(name, KORLA)
    assert isinstance(found, Agency)
    assert identified(found.division, found.kind) == found


def sample() -> list[dict[str, str]]:
    with SAMPLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def identity_of(found: Resolution) -> str:
    match found:
        case Agency():
            return f"{found.division}/{found.kind}"
        case Unresolved():
            return f"unresolved:{found.reason}"
        case OpenSet():
            return "open"


def test_the_checked_sample_has_no_wrong_merge() -> None:
    verdicts = [row["verdict"] for row in sample()]
    assert len(verdicts) == SIZE
    assert set(verdicts) <= {"ok", "unsure"}
    assert all(row["why"] for row in sample() if row["verdict"] == "unsure")


@pytest.mark.parametrize("row", sample(), ids=lambda row: f"{row['mention']}-{row['start']}")
def test_a_mention_of_the_checked_sample_is_what_was_checked(row: dict[str, str]) -> None:
    place = divisions.get(row["place"])
    jurisdiction = Jurisdiction(place.code, place.name) if place else None
    day = dt.date.fromisoformat(row["day"]) if row["day"] else None
    found = resolve_agency(row["mention"], jurisdiction, day)
    kind = found.classification if isinstance(found, Agency) else found.kind
    assert (identity_of(found), kind or "") == (row["resolved"], row["kind"])


def test_the_checked_sample_is_what_its_seed_draws_from_the_texts(corpus: Path) -> None:
    files = [path for path in documents_in([corpus]) if path.suffix == ".txt"]
    found = list(mentions(read_file(path) for path in files))
    drawn = {(m.found.agency, m.found.name_span.start) for m in draw(found, SEED, SIZE)}
    checked = {(row["mention"], int(row["start"])) for row in sample()}
    assert len(drawn & checked) > 0.9 * SIZE  # what is read has changed a little since
