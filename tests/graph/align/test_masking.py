import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.align.masking import BREAK, mask, masker
from graph.model import Document, Jurisdiction, SourceText


def document(code: str, name: str) -> Document:
    source = SourceText("", "t.txt", "text/plain", "utf-8", "")
    return Document(source, None, "", None, None, Jurisdiction(code, name), (), (), {})


KORLA = masker(document("652801", "库尔勒市"))


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("在我市城镇就业居住5年以上", "在城镇就业居住5年以上"),
        ("库尔勒市推动落户", "推动落户"),
        ("新疆维吾尔自治区推动落户", "推动落户"),
        ("农（牧）业转移人口", "农业转移人口"),
        ("土地（草场、林地）承包", "土地承包"),
        ("大、中专毕业生", "大中专毕业生"),
        ("“三权”维护，退出。", "三权维护·退出·"),
        ("广州市与惠州市", "与"),
    ],
)
def test_places_levels_and_insertions_are_left_out(text: str, masked: str) -> None:
    assert mask(KORLA, text, 0, len(text)).text == masked


def test_a_county_name_that_is_a_common_word_is_kept_elsewhere() -> None:
    assert mask(KORLA, "城区人口", 0, 4).text == "城区人口"


@given(st.text(alphabet="我市省落户条件（）、，。2年库尔勒", max_size=60))
def test_every_character_keeps_its_offset(text: str) -> None:
    masked = mask(KORLA, text, 0, len(text))
    assert len(masked.text) == len(masked.origin)
    assert all(
        text[at] == c or c == BREAK for c, at in zip(masked.text, masked.origin, strict=True)
    )
    assert list(masked.origin) == sorted(set(masked.origin))
