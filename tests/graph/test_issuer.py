import datetime as dt
from dataclasses import replace

import pytest

from graph.issuer import day_of, issuer_of, jurisdiction_of, place_in
from graph.model import Document, Named, SourceText, Span, Work
from graph.normalise import normalise
from ontology.issuers import Issuer, Unknown


def document(
    title: str = "", issuer: str | None = None, number: str | None = None, annex: str = ""
) -> Document:
    works = (Work(title, "document", Span(0, 1)),)
    return Document(
        source=SourceText("", "name", "text/plain", "utf-8", "0" * 64),
        number=number,
        title=title,
        issuer=issuer,
        date_issued=None,
        jurisdiction=None,
        works=(*works, Work(annex, "annex", Span(0, 1))) if annex else works,
        provisions=(),
        evidence={},
    )


@pytest.mark.parametrize(
    ("title", "issuer", "number", "level", "division"),
    [
        ("", "库尔勒市人民政府办公室", "库政办发〔2018〕171号", "县", "652801"),
        ("", "农业农村部办公厅", "农办渔〔2020〕7号", "国", "CN"),
        ("", "教育部", None, "国", "CN"),
        ("", "中共深圳市委办公厅、深圳市人民政府办公厅", None, "市", "440300"),
        ("市教委关于2016年天津市初中招生工作的指导意见", "市教委", None, "省", "120000"),
        (
            "市农业农村委关于印发《天津市光伏农业温室规范》的通知",
            "市农业农村委",
            None,
            "省",
            "120000",
        ),
        # a division of the corps and its city are one body; a bureau of the corps is in its region
        ("", "兵团第八师石河子市人民政府办公室", None, "县", "659001"),
        ("", "第三师图木舒克市办公室", None, "县", "659003"),
        ("", "新疆生产建设兵团教育局", None, "省", "650000"),
        ("", "兵团办公厅", None, "省", "650000"),
        ("", "环境保护总局", None, "国", "CN"),
        # zones: the city of the name, or what the register tells; an order without a place
        ("", "广州开发区管委会", None, "市", "440100"),
        ("", "平潭综合实验区农业农村局", None, "县", "350128"),
        ("", "苏州工业园区管理委员会", None, "市", "320500"),
        ("", "食品药品监管局", "食品药品监管局令第4号", "国", "CN"),
        ("", "对外贸易经济合作部", "对外贸易经济合作部令2000年第11号", "国", "CN"),
        ("", None, "国办发〔2016〕72号", "国", "CN"),
        ("", None, "新政办发〔2018〕20号", "省", "650000"),
        ("库尔勒市关于落户的通知", None, "巴政办发〔2018〕77号", "市", "652800"),
    ],
)
def test_the_documents_own_words_tell_the_issuer_and_the_register_second(
    title: str, issuer: str | None, number: str | None, level: str, division: str
) -> None:
    found = issuer_of(document(title, issuer, number))
    assert isinstance(found, Issuer)
    assert (found.level, found.division) == (level, division)


def test_the_documents_words_come_before_the_register() -> None:
    found = issuer_of(document(issuer="广安市人民政府", number="国办发〔2016〕72号"))
    assert isinstance(found, Issuer)
    assert found.body == "广安市人民政府"


@pytest.mark.parametrize(
    ("title", "issuer", "number"),
    [
        ("关于开展专项整治的通知", None, None),
        ("关于开展专项整治的通知", "市教育局", "武教基〔2016〕16号"),
        ("关于落户的通知", None, "巴政办发〔2018〕77号"),  # of two places
    ],
)
def test_what_is_not_known_stays_unknown(
    title: str, issuer: str | None, number: str | None
) -> None:
    doc = document(title, issuer, number)
    assert isinstance(issuer_of(doc), Unknown)
    assert jurisdiction_of(doc) is None


@pytest.mark.parametrize(
    ("text", "division"),
    [
        ("市教育局关于入学的通知\n各区教育局：\n武汉市教育局负责解释。", "420100"),
        ("市教育局关于入学的通知\n在武汉市行政区域内就读的", "420100"),
        ("市教育局关于入学的通知\n武汉市教育局、宜昌市教育局要总结经验。", None),  # of two
        ("市教育局关于入学的通知\n学习宜昌经验。", None),
        ("市教育局关于入学的通知\n各区教育局：", None),
    ],
)
def test_the_one_place_that_a_text_names_its_bare_issuer_by_is_its_place(
    text: str, division: str | None
) -> None:
    doc = document("关于入学的通知", "市教育局", "武教基〔2016〕16号")
    found = jurisdiction_of(replace(doc, folded=normalise(text)))
    assert (found.code if found else None) == division


@pytest.mark.parametrize(
    ("opening", "issuer", "division"),
    [
        ("根据有关文件精神，结合遂平县实际，现将有关事项通知如下：", None, "411728"),
        ("根据有关要求，结合修水县实际，制定以下措施。", None, "360424"),
        ("为促进消费，现结合武汉市实际情况，提出以下意见：", None, "420100"),
        ("为促进消费，结合武汉市工作实际，经市政府同意，制定本方案。", None, "420100"),
        ("为促进消费，结合武汉市实际，制定本方案。", "市教育局", "420100"),
        ("为促进消费，结合洪山区实际，制定本方案。", "市教育局", None),  # of another level
        ("为促进消费，结合洪山区实际，制定本方案。", "洪山镇人民政府", None),  # a town's
        ("为促进消费，结合我市实际，制定本方案。", None, None),
        ("各区要结合武汉市实际，制定方案。", None, None),  # what others are to do
        ("你们结合武汉市实际提出的方案，我们收到了。", None, None),
        ("学习武汉市经验，结合当地实际，制定本方案。", None, None),
        ("结合武汉市实际，制定本方案，结合宜昌市实际，制定细则。", None, None),  # of two
    ],
)
def test_an_opening_tells_a_place_unless_others_are_asked_or_a_town_signs(
    opening: str, issuer: str | None, division: str | None
) -> None:
    doc = replace(document("", issuer), folded=normalise(opening))
    found = jurisdiction_of(doc)
    assert (found.code if found else None) == division


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("深圳经济特区物业管理条例", "440300"),
        ("海南经济特区禁毒条例", "460000"),
        ("海南自由贸易港公平竞争条例", "460000"),
        ("中国（上海）自由贸易试验区条例", "310000"),
        ("经济特区管理办法", None),
        ("洪山镇人民政府关于防汛的通知", None),  # a town has no code
    ],
)
def test_a_zone_that_bears_a_places_name_is_that_places(title: str, code: str | None) -> None:
    found = jurisdiction_of(document(title))
    assert (found.code if found else None) == code


@pytest.mark.parametrize(
    ("title", "number", "annex", "code"),
    [
        ("东莞市经济适用住房管理办法", "东府〔2012〕11号", "", "441900"),
        ("（此件公开发布）重庆市居住证实施办法", None, "", "500000"),
        ("居住证实施办法", "重庆市人民政府令第306号", "", "500000"),
        ("关于印发实施方案的通知", None, "库尔勒市实施方案", "652801"),
    ],
)
def test_the_place_is_told_even_where_the_issuer_is_not(
    title: str, number: str | None, annex: str, code: str
) -> None:
    found = jurisdiction_of(document(title, number=number, annex=annex))
    assert found
    assert found.code == code


@pytest.mark.parametrize(
    "title",
    ["关于对四川省有关问题的批复", "城市北区域规划", "海南橡胶产业办法", "", "2016年工作意见"],
)
def test_a_place_that_no_title_begins_with_is_not_taken(title: str) -> None:
    assert place_in(title) is None


@pytest.mark.parametrize(
    ("number", "day"),
    [
        ("库政办发〔2018〕171号", dt.date(2018, 12, 31)),
        ("国务院令第663号", None),
        (None, None),
    ],
)
def test_a_document_without_a_date_names_bodies_as_of_its_numbers_year(
    number: str | None, day: dt.date | None
) -> None:
    assert day_of(document(number=number)) == day


def test_a_body_without_a_place_in_a_zone_is_none_of_the_city() -> None:
    from graph.resolve import Unresolved, resolve_agency

    place = jurisdiction_of(document("", "广州开发区管理委员会"))
    assert place is not None
    assert (place.code, place.zone) == ("440100", "广州开发区")
    assert isinstance(resolve_agency("财政局", place), Unresolved)
    of_city = jurisdiction_of(document("", "广州市财政局"))
    assert of_city is not None
    assert of_city.zone == ""


@pytest.mark.parametrize(
    ("issuer", "number"),
    [
        ("滨海开发区管委会", None),  # a county of the name lies elsewhere
        ("朝阳开发区管委会", None),  # a city and a district elsewhere bear the name
        ("某开发区管委会", None),
        ("人民政府", "人民政府令第4号"),
        ("市公安局", "市公安局令第4号"),
        ("药品监管局", "药监〔2010〕4号"),
    ],
)
def test_the_place_of_an_unknown_zone_or_body_stays_unknown(
    issuer: str, number: str | None
) -> None:
    assert jurisdiction_of(document("", issuer, number)) is None


@pytest.mark.parametrize(
    ("number", "text", "division"),
    [
        (None, "为稳定房价，促进我县房地产业发展，结合修水县实际，制定以下措施。", "360424"),
        (None, "立足修水县工作实际，制定本方案。", "360424"),
        (None, "公寓由深圳市某区管理委员会（以下简称“管委会”）统筹，本区域企业可申请。", "440300"),
        (None, "政策由修水县教育局（以下简称县教育局）解释，本县学校适用。", "360424"),
        ("津国土房保〔2009〕13号", "申请人具有本市户籍。", "120000"),
        ("粤某厅函〔2020〕7号", "全省各地要落实，我省企业受益。", "440000"),
    ],
)
def test_a_text_without_an_issuer_may_say_whose_it_is(
    number: str | None, text: str, division: str
) -> None:
    found = jurisdiction_of(
        replace(document("关于购房的通知", None, number), folded=normalise(text))
    )
    assert found is not None
    assert found.code == division


@pytest.mark.parametrize(
    ("addressee", "division"),
    [
        ("各省、自治区、直辖市人民政府", "CN"),
        ("各省、自治区、直辖市交通运输厅（局、委）", "CN"),
        ("各省（区、市）民政厅（局）", "CN"),
        ("各省（自治区、直辖市）科技厅（委、局）", "CN"),
        ("各省辖市人民政府", None),
        ("各省级财政部门", None),
        ("各市、县（区）人民政府", None),
        ("省、市、区各单位", None),
    ],
)
def test_what_goes_to_all_provinces_is_of_the_state(addressee: str, division: str | None) -> None:
    names = (Named(addressee, Span(0, 1)),)
    found = jurisdiction_of(replace(document("关于规范处罚的意见"), addressees=names))
    assert (found.code if found else None) == division


@pytest.mark.parametrize(
    ("title", "issuer", "text", "division"),
    [
        ("关于将深圳市大学生纳入医疗保险的通知", None, "具有本市户籍的学生可以参加。", "440300"),
        ("关于进一步规范惠州市积分入户工作的意见", "市教育局", "我市各校要落实。", "441300"),
        ("关于将深圳市大学生纳入医疗保险的通知", None, "学生可以参加。", None),
        ("关于支持修水县发展的意见", "市教育局", "我市各校要落实。", None),
        ("关于进一步规范惠州市积分入户工作的意见", "省教育厅", "我市各校要落实。", None),
        ("关于加强深圳市与惠州市合作的意见", None, "本市各校要落实。", None),
        ("关于进一步规范惠州市积分入户工作的意见", None, "我市各校、本区各校要落实。", None),
    ],
)
def test_the_one_place_within_a_title_is_that_of_which_the_text_says_ours(
    title: str, issuer: str | None, text: str, division: str | None
) -> None:
    found = jurisdiction_of(replace(document(title, issuer), folded=normalise(text)))
    assert (found.code if found else None) == division


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (None, "结合我县实际，制定以下措施。"),
        (None, "各地结合各县实际落实。"),
        (None, "我市各区可以结合修水县实际借鉴。"),  # of another level than its own words
        (None, "结合修水县实际和结合武宁县实际，分别制定。"),
        (None, "与深圳市人民政府（以下简称深圳市政府）共建，我省企业受益。"),
        (None, "深圳市教育局（以下简称甲方）与惠州市教育局（以下简称乙方）商定。"),
        (None, "公司（以下简称甲公司）可以申请。"),
        (None, "支持修水县建设。修水县实际完成投资3亿元。"),
        ("津国土房保〔2009〕13号", "申请人应当具有户籍。"),
        ("津国土房保〔2009〕13号", "本区户籍的居民，可以申请本市的公租房。"),
        ("青某发〔2020〕7号", "我市企业受益。"),
    ],
)
def test_what_a_text_says_of_others_is_not_its_own_place(number: str | None, text: str) -> None:
    read = replace(document("关于购房的通知", None, number), folded=normalise(text))
    assert jurisdiction_of(read) is None
