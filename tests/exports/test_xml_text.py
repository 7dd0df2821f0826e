import pytest

from exports.xml_text import xml_text


@pytest.mark.parametrize("text", ["", "库尔勒市\t\n<&>", "\U00020000", "\x7f"])
def test_what_xml_holds_stays(text: str) -> None:
    assert xml_text(text) == text


@pytest.mark.parametrize("text", ["\x00", "a\x0bb", "\x1f", "\ufffe", "\ud800"])
def test_what_xml_cannot_hold_is_told_by_another_character(text: str) -> None:
    assert xml_text(text).count("\ufffd") == 1
    assert len(xml_text(text)) == len(text)
