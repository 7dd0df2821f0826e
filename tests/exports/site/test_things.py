from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from exports.site.addresses import address
from exports.site.known import Known
from exports.site.things import listed_things, thing_page
from ontology import names

if TYPE_CHECKING:
    from graph.store import Store
    from tests.exports.site.conftest import Pages

HOMESTEAD = f"{names.ID}right/宅基地使用权"
MIGRANTS = f"{names.ID}group/农业转移人口"
STUB = f"{names.ID}document/新政发/2014/68"


def test_a_right_shows_holders_norms_and_who_answers(pages: Pages) -> None:
    path = address("right", HOMESTEAD)
    said = pages.words(path)
    for part in (
        "权利人进城落户农民",
        "禁止 1",
        "不得强行要求",
        "牵头 库尔勒市党委改革办 · 四（六）",
    ):
        assert part in said
    answering = pages.find(path, '//span[contains(@class, "role-lead")]/following::a[1]/@href')
    assert str(answering[0]).startswith("../agency/")


def test_a_group_names_each_provision_once_by_document(pages: Pages) -> None:
    path = address("group", MIGRANTS)
    links = pages.find(path, '//ol[@class="duties"]/li/a[1]/@href')
    assert len(links) == len(set(links)) > 3
    assert "库政办发〔2018〕171号" in pages.words(path, "//h3")
    assert "积极推进非户籍人口在城市落户,加快农业转移人口市民化进程" in pages.words(path)


def test_a_stub_says_so_and_who_cites_it(pages: Pages) -> None:
    path = address("document", STUB)
    assert "未收录" in pages.words(path, '//p[@class="unheld-banner"]')
    said = pages.words(path)
    for part in ("文号新政发〔2014〕68号", "五（十五）", "作为“"):
        assert part in said
    assert pages.find(path, '//a[@class="said"]/@href')


def test_a_right_that_has_no_definition_still_shows_where_it_stands(store: Store) -> None:
    known = Known(store)
    (right,) = [each for each in listed_things(known).values() if each.iri == HOMESTEAD]
    unknown = replace(right, name="住房公积金")  # the name of another: no answer is about this one
    page = thing_page(known, unknown)
    assert [section.heading for section in page.sections] == ["clauses"]
    assert page.sections[0].documents[0].entries[0].quote == "宅基地使用权"
