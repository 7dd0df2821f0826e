import pytest

from graph.resolve import document_level, full_title
from tests.graph.resolve.named import KORLA


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
        ("民法典", "中华人民共和国民法典"),
        ("企业所得税法实施条例", "中华人民共和国企业所得税法实施条例"),
        ("江苏省义务教育法实施条例", "江苏省义务教育法实施条例"),
        ("土壤有机质测定方法", "土壤有机质测定方法"),  # a technical standard
    ],
)
def test_a_law_cited_short_is_the_one_national_law_of_that_name(printed: str, full: str) -> None:
    assert full_title(printed) == full
