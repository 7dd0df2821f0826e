from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from exports.site.index import FACETS, Row, index_script, levels, names_script
from exports.site.things import Listed

if TYPE_CHECKING:
    from tests.exports.site.conftest import Pages

LEVELS = ("国家", "省级", "地级", "县级", "乡级")


def read(script: bytes) -> Any:  # noqa: ANN401 - any value of JSON
    return json.loads(script.decode().partition(" = ")[2][:-2])


def test_the_index_has_a_row_a_document_with_its_facets(pages: Pages) -> None:
    data = read(pages.files["index-data.js"])
    ((page, number, title, date, level, place, year, agencies, rights),) = data["rows"]
    assert f"document/{page}.html" in pages.files
    assert (number, date) == ("库政办发〔2018〕171号", "2018-10-15")
    assert title.startswith("关于印发")
    values = data["values"]
    assert [values["level"][each] for each in level] == ["县级"]
    assert [values["place"][each] for each in place] == ["库尔勒市"]
    assert [values["year"][each] for each in year] == ["2018"]
    assert "公安局" in [values["agency"][each] for each in agencies]
    assert "宅基地使用权" in [values["right"][each] for each in rights]


def test_names_of_other_things_are_found_too(pages: Pages) -> None:
    data = read(pages.files["index-names.js"])
    found = {name: f"{data['folders'][kind]}/{page}.html" for kind, page, name, _ in data["rows"]}
    for name in ("库尔勒市公安局", "宅基地使用权", "农业转移人口", "新政发〔2014〕68号"):
        assert found[name] in pages.files


def test_levels_stand_in_their_order() -> None:
    rows = [Row("1", "", "乙", "", {"level": ("县级",)}), Row("2", "", "甲", "", {})]
    assert tuple(read(index_script(rows, levels("zh")))["values"]["level"]) == LEVELS
    assert levels("en")["level"][0] == "national"


def ten_thousand() -> list[Row]:
    """Rows like those of the corpus: what each has is as long as there, or longer."""
    places = [f"某某自治州某某县{at}" for at in range(2000)]
    kinds = [f"某某和某某管理委员会{at}" for at in range(300)]
    rights = [f"第{at}种权利" for at in range(40)]
    return [
        Row(
            f"{at:016x}",
            f"某政办发〔{1990 + at % 35}〕{at}号",
            "某某省人民政府办公厅关于进一步推进户籍制度改革切实做好农业转移人口落户工作的实施意见",
            f"{1990 + at % 35}-06-01",
            {
                "level": (LEVELS[at % 4],),
                "place": (places[at % 2000],),
                "year": (str(1990 + at % 35),),
                "agency": tuple(kinds[(at + 7 * n) % 300] for n in range(14)),
                "right": tuple(rights[(at + n) % 40] for n in range(3)),
            },
        )
        for at in range(10_000)
    ]


def test_ten_thousand_documents_stay_below_five_megabytes() -> None:
    documents = index_script(ten_thousand(), levels("zh"))
    things = [
        Listed(f"a{at}", "agency", f"某某自治州某某县某某管理局{at}", (), 12)
        for at in range(15_000)
    ] + [Listed(f"s{at}", "cited", f"某政办发〔2015〕{at}号") for at in range(15_000)]
    others = names_script(things, lambda iri: f"{int(iri[1:]):016x}", "zh")
    assert len(read(documents)["rows"]) == 10_000
    assert list(read(documents)["facets"]) == list(FACETS)
    assert len(documents) + len(others) < 5_000_000
