import pytest

from ontology import divisions, issuers
from ontology.issuers import Issuer, Unknown


@pytest.mark.parametrize(
    ("code", "body", "level"),
    [
        ("国办发", "国务院办公厅", "国"),
        ("国务院令", "国务院", "国"),
        ("新政办发", "新疆维吾尔自治区人民政府办公厅", "省"),
        ("新政发", "新疆维吾尔自治区人民政府", "省"),
        ("库政办发", "库尔勒市人民政府办公室", "县"),
        ("渝府办发", "重庆市人民政府办公厅", "省"),
        ("公通字", "公安部", "国"),
    ],
)
def test_a_code_tells_who_issued_a_document(code: str, body: str, level: str) -> None:
    found = issuers.by_code(code)
    assert isinstance(found, Issuer)
    assert (found.body, found.level) == (body, level)


@pytest.mark.parametrize(
    ("near", "body"),
    [("652801", "巴音郭楞蒙古自治州人民政府办公室"), ("150800", "巴彦淖尔市人民政府办公室")],
)
def test_a_code_of_two_places_is_of_the_place_it_is_met_in(near: str, body: str) -> None:
    found = issuers.by_code("巴政办发", near)
    assert isinstance(found, Issuer)
    assert found.body == body


def test_a_code_of_two_places_met_elsewhere_is_of_neither() -> None:
    assert isinstance(issuers.by_code("巴政办发", near="440000"), Unknown)
    assert isinstance(issuers.by_code("巴政办发", near=divisions.NATION), Unknown)


def test_a_code_that_is_not_registered_is_unknown() -> None:
    assert issuers.by_code("某政发") == Unknown("某政发")


def test_every_issuer_is_in_a_registered_division_of_its_level() -> None:
    for several in issuers.register().values():
        for issuer in several:
            assert divisions.register()[issuer.division].level == issuer.level, issuer.body
