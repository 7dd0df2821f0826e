import pytest

from exports.xml_text import require_xml
from graph.errors import ExportError


@pytest.mark.parametrize("text", ["", "库尔勒市\t\n<&>", "\U00020000", "\x7f"])
def test_what_xml_holds_passes(text: str) -> None:
    require_xml(text, "here", "ttl")


@pytest.mark.parametrize("text", ["\x00", "a\x0bb", "\x1f", "\ufffe", "\ud800"])
def test_what_xml_cannot_hold_is_named(text: str) -> None:
    with pytest.raises(ExportError, match=r"^here: .*; export ttl$"):
        require_xml(text, "here", "ttl")
