"""What the yardstick of page heads takes for stated, and what for the same."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.yardsticks.page_heads import dumped, listed, printed, same, stands

if TYPE_CHECKING:
    from pathlib import Path

DUMP = (
    "insert into ge_policy_raw (id, crawl_url, title, html) values (1, 'http://www.gov.cn/a.htm', "
    "'2019-02-17', '000014349/2019-1', '国务院关于河道的意见', '<table><tr>"
    "<td><b>发文机关：</b></td> <td>国务院</td>"
    "<td><b>成文日期：</b></td> <td>2019年01月27日</td>"
    "<td><b>发文字号：</b></td> <td>国发〔2019〕5号</td></tr></table>', null);"
)
COLLECTION = """
# Page 9:
1. 某省水利厅关于印发河道
办法的通知（2023 年6 月8 日）
某水〔2023〕7 号
各市水利局：
一、办法
# Page 10:
2. 目录（2023 年6 月9 日）......12
"""


def test_a_dump_states_what_stands_in_the_table_above_a_text(tmp_path: Path) -> None:
    (tmp_path / "ge_policy_raw20190217.sql").write_text(DUMP, encoding="utf-8")
    (page,) = dumped(tmp_path)
    assert (page.site, page.stated) == (
        "www.gov.cn",
        {
            "title": "国务院关于河道的意见",
            "number": "国发〔2019〕5号",
            "issuer": "国务院",
            "date_issued": "2019-01-27",
        },
    )


def test_a_list_states_numbers_only_where_they_are_numbers(tmp_path: Path) -> None:
    row = {"title": "办法", "source": "某市民政局（挂牌）", "source_url": "http://a.gov.cn/1"}
    rows = [
        {**row, "doc_no": number, "publish_date": "2024-07-29", "original_text": "办法"}
        for number in ("某民规字〔2024〕3号", "（政务指引）")
    ]
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "documents.json").write_text(json.dumps(rows), encoding="utf-8")
    (page,) = listed(tmp_path)
    assert (page.site, page.stated["issuer"]) == ("a.gov.cn", "某市民政局")


def test_headings_of_a_collection_state_title_and_day_but_its_contents_do_not(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "data" / "split" / "city"
    folder.mkdir(parents=True)
    (folder / "某省.txt").write_text(COLLECTION, encoding="utf-8")
    (page,) = printed(tmp_path)
    assert page.stated == {
        "title": "某省水利厅关于印发河道\n办法的通知",
        "number": "某水〔2023〕7 号",
        "issuer": "",
        "date_issued": "2023-06-08",
    }


@pytest.mark.parametrize(
    ("field", "stated", "read", "expected"),
    [
        ("number", "国令第707号", "国务院令第707号", True),
        ("number", "某政发[2020] 3号", "某政发〔2020〕3号", True),
        ("number", "某政发〔2020〕3号", "某政发〔2020〕13号", False),
        ("title", "某市河道办法", "某市人民政府关于印发《某市河道办法》的通知", True),
        ("title", "某市河道办法", "", False),
        ("title", "某省委办公厅某省政府办公厅印发《关于河道的意见》", "关于河道的意见", True),
        ("issuer", "某市水利局", "某市水利局办公室", False),
    ],
)
def test_what_is_the_same(field: str, stated: str, read: str, *, expected: bool) -> None:
    assert same(field, stated, read) is expected


@pytest.mark.parametrize(
    ("stated", "text", "expected"),
    [
        ("2023-06-08", "2023年6月8日", True),
        ("2023-06-08", "2023-06-08发布", True),
        ("2023-06-01", "2023年6月18日", False),
    ],
)
def test_a_day_must_stand_on_the_page(stated: str, text: str, *, expected: bool) -> None:
    assert stands("date_issued", stated, text) is expected
