"""The bodies of the State Council as its notices of 2023 set them up (国发〔2023〕5号, 6号)."""

from __future__ import annotations

import pytest

from ontology import agencies

BODIES = {
    "国务院办公厅": "国办",
    "外交部": "",
    "国防部": "",
    "国家发展和改革委员会": "国家发改委",
    "教育部": "",
    "科学技术部": "科技部",
    "工业和信息化部": "工信部",
    "国家民族事务委员会": "国家民委",
    "公安部": "",
    "国家安全部": "",
    "民政部": "",
    "司法部": "",
    "财政部": "",
    "人力资源和社会保障部": "人社部",
    "自然资源部": "",
    "生态环境部": "",
    "住房和城乡建设部": "住建部",
    "交通运输部": "",
    "水利部": "",
    "农业农村部": "",
    "商务部": "",
    "文化和旅游部": "文旅部",
    "国家卫生健康委员会": "国家卫健委",
    "退役军人事务部": "退役军人部",
    "应急管理部": "",
    "中国人民银行": "人民银行",
    "审计署": "",
    "国务院国有资产监督管理委员会": "国务院国资委",
    "海关总署": "",
    "国家税务总局": "税务总局",
    "国家市场监督管理总局": "市场监管总局",
    "国家金融监督管理总局": "金融监管总局",
    "中国证券监督管理委员会": "证监会",
    "国家广播电视总局": "广电总局",
    "国家体育总局": "体育总局",
    "国家信访局": "",
    "国家统计局": "",
    "国家知识产权局": "",
    "国家国际发展合作署": "国合署",
    "国家医疗保障局": "国家医保局",
    "国务院参事室": "",
    "国家机关事务管理局": "国管局",
    "国务院研究室": "",
    "新华通讯社": "新华社",
    "中国科学院": "中科院",
    "中国社会科学院": "中国社科院",
    "中国工程院": "",
    "国务院发展研究中心": "国研中心",
    "中央广播电视总台": "",
    "中国气象局": "",
    "国家粮食和物资储备局": "国家粮食和储备局",
    "国家能源局": "",
    "国家数据局": "",
    "国家国防科技工业局": "国家国防科工局",
    "国家烟草专卖局": "",
    "国家移民管理局": "国家移民局",
    "国家林业和草原局": "国家林草局",
    "国家铁路局": "",
    "中国民用航空局": "民航局",
    "国家邮政局": "",
    "国家文物局": "",
    "国家中医药管理局": "国家中医药局",
    "国家疾病预防控制局": "国家疾控局",
    "国家矿山安全监察局": "国家矿山安监局",
    "国家消防救援局": "",
    "国家外汇管理局": "国家外汇局",
    "国家药品监督管理局": "国家药监局",
}
SIGNS = (  # names that another body bears beside its own
    "国家公务员局",
    "国家航天局",
    "国家原子能机构",
    "国家核安全局",
    "国家新闻出版署",
    "国家语言文字工作委员会",
    "国家语委",
    "国家外国专家局",
    "国家宗教事务局",
    "国务院侨务办公室",
    "国家互联网信息办公室",
    "国务院港澳事务办公室",
)


@pytest.mark.parametrize(("body", "short"), BODIES.items())
def test_every_body_is_known_by_its_name_and_its_short_form(body: str, short: str) -> None:
    kind = agencies.by_national_name(body)
    assert kind is not None
    assert not short or agencies.by_national_name(short) is kind


@pytest.mark.parametrize("name", SIGNS)
def test_a_name_that_a_body_bears_beside_its_own_is_known(name: str) -> None:
    assert agencies.by_national_name(name) is not None


@pytest.mark.parametrize("name", ["国家水务局", "国务院法制机构", "国务院有关部门"])
def test_what_is_no_body_is_not_known(name: str) -> None:
    assert agencies.by_national_name(name) is None
