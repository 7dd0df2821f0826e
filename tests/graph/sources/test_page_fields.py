import pytest

from graph.sources.page_fields import iso_date, read


@pytest.mark.parametrize(
    ("lines", "fields"),
    [
        (
            ["文　　号：\t穗残联规字〔2019〕2 号\t实施日期：\t2019年02月01日"],
            {"number": "穗残联规字〔2019〕2号"},
        ),
        (["文 号:", "渝府发 〔2015〕 54号"], {"number": "渝府发〔2015〕54号"}),
        (["文号：", "实施日期：2019年1月1日"], {}),
        (["文号：", "三类人员补缴后享受待遇"], {}),
        (["发文日期：20150213"], {"date_issued": "2015-02-13"}),
        (["发布日期：2015-02-13 来源：本网"], {}),
        (["发布机构：厦门市人民政府"], {}),
        (["开户名称：某公司", "类目名称：规范性文件"], {}),
        (["名 称：关于印发方案的通知 主 题 词：户籍"], {"title": "关于印发方案的通知"}),
        (["发文机关：国务院 成文日期：2019年1月"], {"issuer": "国务院"}),
        (["文号：国发〔2014〕25号", "文号：国发〔2014〕26号"], {"number": "国发〔2014〕25号"}),
    ],
)
def test_fields_in_front_of_a_text(lines: list[str], fields: dict[str, str]) -> None:
    assert read(lines, {}) == fields


@pytest.mark.parametrize("text", ["", "不详", "2019年02月30日", "2019", "〇〇年"])
def test_no_date_is_invented(text: str) -> None:
    assert iso_date(text) == ""
