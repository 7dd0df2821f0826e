from __future__ import annotations

from typing import TYPE_CHECKING

from exports.site.addresses import address
from exports.site.lists import LISTS
from ontology import names

if TYPE_CHECKING:
    from tests.exports.site.conftest import Pages


def test_every_page_but_provisions_is_in_a_list(pages: Pages) -> None:
    listed = {
        f"{path.partition('/')[0]}/{str(link).rpartition('/')[2]}"
        for path in LISTS
        for link in pages.find(path, '//main//ul[@class="rows"]//a/@href')
    }
    made = {path for path in pages.html() if "/" in path and path not in LISTS}
    assert listed == {path for path in made if not path.startswith("provision/")}


def test_agencies_are_listed_by_place_with_their_duties(pages: Pages) -> None:
    path = "agency/index.html"
    heads = [h.text for h in pages.find(path, "//h2")]
    assert heads[0].strip() == "库尔勒市"
    assert "库尔勒市公安局 市公安局 11" in pages.words(path)


def test_documents_are_listed_by_level_the_newest_first(family: Pages) -> None:
    assert [str(d) for d in family.find("document/index.html", '//span[@class="day"]/text()')] == [
        "2020-06-01",
        "2017-06-01",
        "2018-03-01",
    ]


def test_stubs_are_listed_apart(pages: Pages) -> None:
    links = pages.find("document/cited.html", '//ul[@class="rows"]//a/@href')
    assert len(links) == 5
    assert f"../{address('document', f'{names.ID}document/新政发/2014/68')}" in links
