from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from exports.site import site
from exports.site.addresses import address
from graph import pipeline
from graph.answers.opening import Gap
from graph.references import find_reference
from graph.reviewing import review
from graph.reviews.recorded import Verdict
from ontology import names
from tests.exports.site.conftest import Pages
from tests.graph.chain import alignment, decide

if TYPE_CHECKING:
    from graph.store import Store

PLAN = f"{names.ID}document/库政办发/2018/171/annex/1"
COUNTY = f"{names.ID}document/达川府办/2018/5/annex/1"
CITY = f"{names.ID}document/达市府办/2017/8/annex/1"


def test_a_provision_shows_its_words_its_duties_and_what_it_is_part_of(pages: Pages) -> None:
    path = address("provision", f"{PLAN}/三/（一）/1")
    said = pages.words(path)
    for part in ("牵头 库尔勒市公安局 (市公安局牵头)", "居住5年以上"):
        assert part in said
    assert "三（一） 全面放开放宽重点群体落户限制" in pages.words(path, "//header")
    assert "2. 全面实行" not in said


def test_its_words_are_its_own_to_the_character(pages: Pages) -> None:
    path = address("provision", f"{PLAN}/三/（一）/1")
    text = "".join(str(t) for t in pages.find(path, '//div[@class="source own"]//p//text()'))
    assert text.strip().startswith("1. 积极引导农业转移人口在居住就业地落户")
    assert text.strip().endswith("(市公安局牵头)")


def test_evidence_has_its_offsets_and_leads_to_the_text(pages: Pages) -> None:
    path = address("provision", f"{PLAN}/三/（一）/1")
    (item,) = pages.find(path, '//li[span[contains(@class, "role-lead")]]')
    start = item.xpath("small")[0].text.partition("–")[0]
    assert item.xpath('a[@class="said"]/@href')[0].endswith(f"#c{start}")


@pytest.mark.parametrize(
    ("part", "before", "after"),
    [
        ("一", None, "二 主要目标"),
        ("三/（一）/1", "三（一） 全面", "三（一）2 全面"),
        ("五/（十六）", "五（十五）", None),
    ],
)
def test_the_provisions_beside_one_are_linked(
    pages: Pages, part: str, before: str | None, after: str | None
) -> None:
    path = address("provision", f"{PLAN}/{part}")
    for rel, name in (("prev", before), ("next", after)):
        links = pages.find(path, f'//nav[@class="beside"]/a[@rel="{rel}"]')
        assert len(links) == (2 if name else 0)
        assert not name or name in links[0].text


def test_what_the_document_rests_on_is_shown_as_that_of_the_whole(family: Pages) -> None:
    said = family.words(address("provision", f"{COUNTY}/一/（二）"))
    assert "所属部分与文件的依据 贯彻落实 达市府办〔2017〕8号" in said
    assert "经由 达川区推进城市落户实施方案" in said


def test_a_corresponding_parent_clause_is_marked_as_inferred(family: Pages) -> None:
    path = address("provision", f"{COUNTY}/一/（二）")
    (first, *_) = family.find(path, '//section[@class="supposed"]//article')
    said = " ".join(first.text_content().split())
    for part in ("推断 达市府办〔2017〕8号 一（二） 落实医疗保险", "概率", "待审核", "对应理由"):
        assert part in said
    assert "2017年底前做好参保人员医保关系转移接续" in first.xpath("blockquote")[0].text
    stated = family.words(path, '//ul[@class="related"]')
    assert "落实医疗保险" not in stated


def test_what_changed_is_shown_with_its_direction(family: Pages) -> None:
    path = address("provision", f"{COUNTY}/一/（一）")
    said = family.words(path, '//section[@class="supposed"]//article[1]//tbody')
    assert said == "条件 居住居住满2年–收紧"


def test_a_clause_names_those_that_carry_it_out(family: Pages) -> None:
    path = address("provision", f"{CITY}/一/（二）")
    links = family.find(path, '//h2[@id="below"]/following::article[1]/h4/a/@href')
    assert f"../{address('provision', f'{COUNTY}/一/（二）')}" in links


def test_a_clause_without_a_counterpart_says_where_it_was_looked_for(family: Pages) -> None:
    said = [family.words(path) for path in family.html() if path.startswith("provision/")]
    assert any("已逐条查找，未见对应；最接近的是" in words for words in said)


def test_what_a_reviewer_said_of_a_missing_counterpart_is_shown(pair_store: Store) -> None:
    child, parent = "云政办发〔2030〕18号 三（二）", "国办发〔2030〕5号 二（四）"
    rejected = decide(pair_store, alignment(pair_store, child, parent), Verdict.REJECTED)
    review(pair_store, [rejected])
    above, below = find_reference(pair_store, parent), find_reference(pair_store, child)
    pipeline.justify(pair_store, above, "由<市>定", Gap.NO_CHILD, below.document)
    pages = Pages(dict(site(pair_store)))
    said = pages.words(address("provision", below.iri))
    assert "国办发〔2030〕5号：与二（四）的对应（概率" in said
    assert "经审核否定" in said
    assert "已说明" not in said
    said = pages.words(address("provision", above.iri))
    assert "云政办发〔2030〕18号：与三（二）的对应（概率" in said
    assert said.partition("已说明 ")[2].startswith("由<市>定")
