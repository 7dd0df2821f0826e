import datetime as dt

import pytest

from graph.model import Jurisdiction
from graph.resolve import Agency, one_name_each, resolve_agency, resolver
from tests.graph.resolve.named import FUJIAN, GUANGAN, HUICHENG, KORLA, NATION

CHONGQING = Jurisdiction("500000", "重庆市")
GUANGDONG = Jurisdiction("440000", "广东省")


@pytest.mark.parametrize(
    ("mention", "place", "name", "short"),
    [
        ("市教委", CHONGQING, "重庆市教委", "市教委"),  # there is no 重庆市教育局
        ("市农业农村委", CHONGQING, "重庆市农业农村委", "市农业农村委"),
        ("市商务委", CHONGQING, "重庆市商务委", "市商务委"),
        ("市人民政府办公厅", CHONGQING, "重庆市人民政府办公厅", "市人民政府办公厅"),
        ("市教育体育局", GUANGAN, "广安市教育体育局", "市教育体育局"),
        ("我市教育局", GUANGAN, "广安市教育局", "市教育局"),
        ("市前锋区政府", GUANGAN, "前锋区政府", "区政府"),
        ("福州海关", FUJIAN, "福州海关", "福州海关"),
        ("人行福州中心支行", FUJIAN, "人行福州中心支行", "人行福州中心支行"),
        ("广安银保监分局", GUANGAN, "广安银保监分局", "广安银保监分局"),
        (
            "国家税务总局库尔勒市税务局",
            KORLA,
            "国家税务总局库尔勒市税务局",
            "国家税务总局库尔勒市税务局",
        ),
        ("团省委", GUANGDONG, "团广东省委", "团省委"),
        ("团市委", HUICHENG, "团惠州市委", "团市委"),
        ("市委组织部", GUANGAN, "广安市委组织部", "市委组织部"),
        ("民政", GUANGAN, "广安市民政部门", "市民政部门"),
    ],
)
def test_a_body_is_called_what_is_written_with_its_place(
    mention: str, place: Jurisdiction, name: str, short: str
) -> None:
    found = resolve_agency(mention, place)
    assert isinstance(found, Agency)
    assert (found.name, found.short) == (name, short)


@pytest.mark.parametrize(
    ("mention", "year", "name"),
    [
        ("人社部", 2020, "人力资源和社会保障部"),
        ("国务院公安部门", 2020, "公安部"),
        ("中华人民共和国公安部", 2020, "公安部"),
        ("国家卫健委", 2020, "国家卫生健康委员会"),
        ("国家卫健委", 2010, "国家卫健委"),  # there was none: no name is made for it
        ("国家环境保护总局", 2005, "国家环境保护总局"),  # before it was a ministry
        ("工商总局", 2014, "国家工商行政管理总局"),
        ("国家安全生产监督管理局", 2003, "国家安全生产监督管理局"),
    ],
)
def test_the_register_names_the_very_body_above_all_on_its_days(
    mention: str, year: int, name: str
) -> None:
    found = resolve_agency(mention, NATION, dt.date(year, 6, 1))
    assert isinstance(found, Agency)
    assert found.name == name


def test_a_league_committee_of_a_level_that_the_place_has_not_is_nobodys() -> None:
    assert not isinstance(resolve_agency("团区委", GUANGAN), Agency)


def test_a_document_calls_a_body_by_the_fullest_name_that_it_writes() -> None:
    mentions = ("市教委", "市教育委员会", "市教育部门")
    resolve = one_name_each(resolver(CHONGQING), mentions)
    named = [resolve(mention) for mention in mentions]
    assert {body.name for body in named if isinstance(body, Agency)} == {"重庆市教育委员会"}


def test_a_body_that_no_mention_named_keeps_its_own_name() -> None:
    resolve = one_name_each(resolver(CHONGQING), ())
    assert resolve("市教委") == resolve_agency("市教委", CHONGQING)
