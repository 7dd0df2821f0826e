from __future__ import annotations

from typing import TYPE_CHECKING

from exports.site.addresses import address
from ontology import names

if TYPE_CHECKING:
    from tests.exports.site.conftest import Pages

POLICE = f"{names.ID}agency/652801/公安局"
DAZHOU = f"{names.ID}agency/511700"


def test_an_agency_shows_its_duties_by_role(pages: Pages) -> None:
    path = address("agency", POLICE)
    heads = [" ".join(h.text_content().split()) for h in pages.find(path, "//main//h2")]
    assert heads[:4] == ["牵头 9", "共同负责 1", "配合 1", "时限 5"]
    said = pages.words(path)
    assert "三（二）2 调整完善落户政策 农业转移人口 外来人口(市公安局牵头,相关部门配合)" in said


def test_duties_lead_to_their_provision_and_to_the_words(pages: Pages) -> None:
    (first, *_) = pages.find(address("agency", POLICE), '//ol[@class="duties"]/li')
    provision, words = first.xpath("a/@href")
    there = pages.find(provision.removeprefix("../"), "//h1")[0].text
    assert there == "三（一）1 积极引导农业转移人口在居住就业地落户"
    target, _, anchor = words.removeprefix("../").partition("#")
    (mark,) = pages.find(target, f'//mark[@id="{anchor}"]')
    assert mark.text_content() == "(市公安局牵头)"


def test_times_are_a_list_of_their_own_by_date(pages: Pages) -> None:
    path = address("agency", POLICE)
    dates = pages.find(path, '//h2[@id="times"]/following::table[1]//td[1]/text()')
    assert list(map(str, dates)) == ["2018-12-31", "2020-12-31", "–", "–", "–"]


def test_a_body_that_no_text_names_has_what_a_reform_gave_it(family: Pages) -> None:
    path = address("agency", f"{DAZHOU}/卫生健康委员会")
    said = family.words(path)
    for part in ("一（四） 衔接生育政策", "原文写法 市卫计委", "机构改革承接", "2018-卫生健康"):
        assert part in said


def test_reforms_have_kind_date_basis_and_the_other_body(family: Pages) -> None:
    path = address("agency", f"{DAZHOU}/卫生健康委员会")
    rows = family.find(path, '//h2[@id="reforms"]/following::table[1]/tbody/tr')
    said = {row.xpath("td[1]")[0].text_content(): row for row in rows}
    row = said["达州市卫生和计划生育委员会"]
    words = " ".join(row.text_content().split())
    for part in ("2018-03-17", "全部职责", "深化党和国家机构改革方案"):
        assert part in words
    assert row.xpath("td[1]/a/@href") == [
        f"../{address('agency', f'{DAZHOU}/卫生和计划生育委员会')}"
    ]


def test_a_body_that_is_no_more_leads_to_those_after_it(family: Pages) -> None:
    path = address("agency", f"{DAZHOU}/卫生和计划生育委员会")
    said = family.words(path)
    assert "该机构已撤并" in said
    assert "后继达州市卫生健康委员会" in said
    assert "一（四） 衔接生育政策" in said


def test_a_duty_that_was_handed_on_is_told_with_who_has_it(family: Pages) -> None:
    said = family.words(
        address("agency", f"{DAZHOU}/人力资源和社会保障局"), '//h2[@id="handed-on"]/..'
    )
    assert "一（二） 落实医疗保险" in said
    assert "→ 达州市医疗保障局" in said
    assert "养老保险" not in said


def test_an_open_set_says_whom_it_may_mean(pages: Pages) -> None:
    said = [pages.words(path) for path in pages.html() if path.startswith("agency/")]
    (some,) = [words for words in said if words.startswith("相关部门 文中没有点名")]
    assert "可能的机构" in some


def test_the_same_kind_above_is_named(pages: Pages) -> None:
    said = pages.words(address("agency", POLICE), "//dl")
    assert "巴音郭楞蒙古自治州公安局 → 新疆维吾尔自治区公安厅 → 公安部" in said
