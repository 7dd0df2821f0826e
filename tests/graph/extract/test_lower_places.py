from __future__ import annotations

import pytest

from tests.graph.chain import read

TEXT = """{issuer}关于加强日常巡查的通知
{code}〔2030〕5号
{to}：
一、{name}负责日常巡查。
{issuer}
2030年3月1日
"""
CITY = ("广州市人民政府", "穗府", "各区人民政府")
PROVINCE = ("福建省人民政府", "闽政", "各市、县（区）人民政府")
DIRECTLY_GOVERNED = ("重庆市人民政府", "渝府发", "各区县（自治县）人民政府")
NATION = ("国务院", "国发", "各省、自治区、直辖市人民政府")
COUNTY = ("库尔勒市人民政府", "库政发", "各乡镇人民政府")
REPLY = ("福建省人民政府", "闽政函", "福州市人民政府")


def is_open(head: tuple[str, str, str], name: str) -> bool:
    issuer, code, to = head
    reading = read(TEXT.format(issuer=issuer, code=code, to=to, name=name), "notice.txt")
    (found,) = reading.responsibilities
    assert found.as_written == name
    return found.open


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (CITY, "区政府"),
        (CITY, "镇人民政府"),
        (CITY, "街道办事处"),
        (CITY, "公安派出所"),
        (PROVINCE, "市公安局"),
        (PROVINCE, "县级人民政府"),
        (PROVINCE, "市县残联"),
        (DIRECTLY_GOVERNED, "区县（自治县）民政局"),
        (DIRECTLY_GOVERNED, "区人社局"),
        (NATION, "省级人民政府"),
        (COUNTY, "镇政府"),
        (PROVINCE, "地方政府"),
        (PROVINCE, "省直行业主管部门"),
        (PROVINCE, "省级业务主管部门"),
        (NATION, "疫苗移出地省级卫生主管部门"),
        (NATION, "国家机关"),
        (NATION, "资产评估协会"),
        (PROVINCE, "工业园区管委会"),
    ],
)
def test_each_of_several_places_below_has_such_a_body(
    head: tuple[str, str, str], name: str
) -> None:
    assert is_open(head, name)


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (CITY, "市公安局"),
        (CITY, "市场监管局"),  # 市 is no level here
        (CITY, "白云区人民政府"),
        (PROVINCE, "省市场监管局"),  # nor are 省 and 市 two
        (PROVINCE, "省乡村振兴局"),
        (DIRECTLY_GOVERNED, "市公安局"),
        (COUNTY, "市公安局"),
        (PROVINCE, "省林业主管部门"),
        (NATION, "中国资产评估协会"),
        (CITY, "工业园区管委会"),
        (REPLY, "市人民政府"),  # the one that it is addressed to
    ],
)
def test_one_body_is_meant(head: tuple[str, str, str], name: str) -> None:
    assert not is_open(head, name)
