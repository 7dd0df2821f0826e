from __future__ import annotations

from typing import TYPE_CHECKING

from exports.site.addresses import address
from ontology import names

if TYPE_CHECKING:
    from graph.store import Store
    from tests.exports.site.conftest import Pages

COUNTY = f"{names.ID}document/达川府办/2018/5"
CITY = f"{names.ID}document/达市府办/2017/8"


def printed(pages: Pages, path: str) -> str:
    """The text of a document as its page shows it, without the labels beside it."""
    return "\n".join(
        "".join(line.xpath('.//text()[not(parent::*[@class="label"])]'))
        for line in pages.find(path, '//p[@class="line"]')
    )


def source(store: Store, document: str) -> object:
    """The decoded text that the store holds."""
    return next(v for _, p, v in store.triples(document) if p == names.cnt_chars)


def test_a_document_shows_its_whole_text_to_the_character(
    pages: Pages, korla: str, store: Store
) -> None:
    path = address("document", korla)
    assert printed(pages, path) == source(store, korla)


def test_a_provision_inside_a_line_is_named_without_a_change_of_the_text(
    family: Pages, family_store: Store
) -> None:
    path = address("document", COUNTY)
    second = address("provision", f"{COUNTY}/annex/1/一/（五）/2")
    (mark,) = family.find(path, f'//a[@class="inside"][@href="../{second}"]')
    assert mark.get("data-label") == "一（五）2"
    assert mark.tail.startswith("2.加强宣传")
    assert mark.get("id") in second
    assert printed(family, path) == source(family_store, COUNTY)


def test_facts_are_those_of_the_document(pages: Pages, korla: str) -> None:
    said = pages.words(address("document", korla), '//dl[@id="facts"]')
    for part in (
        "文号库政办发〔2018〕171号",
        "发文机关库尔勒市人民政府办公室",
        "成文日期2018-10-15",
        "地区库尔勒市 652801",
        "层级县级",
        "附件库尔勒市推动非户籍人口在城市落户实施方案",
        "有效性库中未见修改或废止它的文件",
        "korla-2018-171.txt",
    ):
        assert part in said


def test_an_advertisement_at_the_end_is_shown_as_a_warning(pages: Pages, korla: str) -> None:
    path = address("document", korla)
    assert "澳门银河国际娱乐" in pages.words(path, '//p[@class="warning"]')
    (link,) = pages.find(path, '//p[@class="warning"]/a/@href')
    (mark,) = pages.find(path, f'//mark[@id="{link.partition("#")[2]}"]')
    assert mark.text == "澳门银河国际娱乐"


def test_contents_lead_to_the_provisions(pages: Pages, korla: str) -> None:
    path = address("document", korla)
    assert len(pages.find(path, '//ol[@class="contents"]/li/a[@href]')) == 28


def test_a_role_in_the_matrix_leads_to_its_words(pages: Pages, korla: str) -> None:
    path = address("document", korla)
    first = pages.find(path, '//table[@class="matrix"]//td/a')[0]
    assert first.text == "牵"
    (mark,) = pages.find(path, f'//mark[@id="{first.get("href")[1:]}"]')
    assert mark.text_content() == "(市公安局牵头)"


def test_conditions_targets_and_deadlines_have_a_table(pages: Pages, korla: str) -> None:
    said = pages.words(address("document", korla), '//h2[@id="measures"]/following::table[1]')
    for part in (
        "条件：在我市城镇就业居住 ≥ 5 年",
        "指标：全市户籍人口城镇化率 = 80 %全市户籍人口城镇化率稳步保持在80%",
        "评估：2020年（2020-12-31）",
        "含糊：尽快",
    ):
        assert part in said


def test_a_parent_names_its_child_and_the_words(family: Pages) -> None:
    said = family.words(address("document", CITY), '//h2[@id="cited-by"]/following::ul[1]')
    assert "贯彻落实 达川府办〔2018〕5号" in said
    assert "《达州市推进城市落户工作方案》(达市府办〔2017〕8号)" in said


def test_a_relation_of_the_lineage_leads_to_its_words(family: Pages) -> None:
    path = address("document", COUNTY)
    links = family.find(path, '//h2[@id="family"]/following::table[1]//a[@class="said"]/@href')
    assert links
    for link in links:
        target, _, anchor = str(link).partition("#")
        there = target.removeprefix("../")
        assert family.find(there, f'//mark[@id="{anchor}"]')
