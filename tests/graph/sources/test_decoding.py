import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import EmptySource, NotADocument
from graph.model import Span
from graph.sources.decoding import decode

SENTENCES = (
    "各乡、镇人民政府，各街道办事处，市政府各部门：",
    "现将《库尔勒市推动非户籍人口在城市落户工作方案》印发给你们，请认真贯彻执行。",
    "到2020年，全市户籍人口城镇化率达到80%以上。（市公安局牵头，市发改委、财政局配合）",
    "一、总体要求",
    "（一）进一步拓宽落户通道。",
    "",
)
TRADITIONAL = "關於進一步推進戶籍制度改革的實施意見，請認真貫徹執行。"

documents = st.lists(st.sampled_from(SENTENCES), min_size=2, max_size=9).map("\n".join)
chinese = documents.filter(lambda text: len(text.strip()) > 9)


@given(text=chinese, encoding=st.sampled_from(["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16"]))
def test_what_was_encoded_is_decoded(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding), "x.txt")
    assert (decoded.text, decoded.warnings) == (text, ())


@given(text=chinese, encoding=st.sampled_from(["utf-16-le", "utf-16-be"]))
def test_utf16_needs_no_mark(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding), "x.txt")
    assert (decoded.text, decoded.encoding, decoded.warnings) == (text, encoding, ())


@given(text=st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_utf8_is_read_as_it_is(text: str) -> None:
    text += "中"
    decoded = decode(text.encode(), "x.txt")
    assert decoded.text == text.removeprefix("\ufeff")


@given(data=st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        decoded = decode(data, "x")
    except (EmptySource, NotADocument):
        return
    assert "\0" not in decoded.text
    assert "\r" not in decoded.text
    assert "�" not in decoded.text or decoded.warnings


def test_big5_is_read_when_it_is_certain() -> None:
    decoded = decode(TRADITIONAL.encode("big5"), "x.txt")
    assert (decoded.text, decoded.encoding, decoded.warnings) == (TRADITIONAL, "big5", ())


def test_traditional_characters_in_gbk_are_not_taken_for_big5() -> None:
    decoded = decode(TRADITIONAL.encode("gbk"), "x.txt")
    assert (decoded.text, decoded.encoding) == (TRADITIONAL, "gb18030")


def test_characters_beyond_gbk_are_read_from_gb18030() -> None:
    text = "中华⼈⺠共和国，㐂𠮷同意。" * 3
    assert decode(text.encode("gb18030"), "x.txt").text == text


def test_utf8_that_may_be_gbk_is_told() -> None:
    decoded = decode("é".encode(), "x.txt")  # 茅 in GBK
    assert decoded.text == "é"
    assert [(warning.code, warning.span) for warning in decoded.warnings] == [
        ("uncertain-encoding", Span(0, 1))
    ]


def test_rare_characters_only_are_told() -> None:
    text = "橡桦铈屙桢镱耱囗钼脲龛镳噔栩咫"  # Cyrillic bytes, read as GBK
    decoded = decode(text.encode("gbk"), "x.txt")
    assert (decoded.text, decoded.encoding) == (text, "gb18030")
    assert [warning.code for warning in decoded.warnings] == ["uncertain-encoding"]


def test_a_byte_lost_in_transit_is_told_with_its_place() -> None:
    text = "\n".join(SENTENCES)
    data = text.encode()
    decoded = decode(data[:6] + b"\xff" + data[6:], "x.txt")
    assert decoded.encoding == "utf-8"
    lost = [warning.span for warning in decoded.warnings if warning.code == "lost-characters"]
    assert [span.of(decoded.text) for span in lost if span] == ["�"]


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_file_cut_in_a_character_loses_only_that(encoding: str) -> None:
    text = "".join(SENTENCES * 4)
    decoded = decode(text.encode(encoding)[:-1], "x.txt")
    assert decoded.encoding == encoding
    assert decoded.text == text[:-1] + "�"
    assert decoded.warnings[-1].span == Span(len(text) - 1, len(text))


def test_many_lost_characters_are_told_together() -> None:
    text = ("库尔勒市人民政府办公室关于印发工作方案的通知" + "�") * 50
    told = decode(text.encode(), "x.txt").warnings
    assert len(told) == 21
    assert "30" in told[-1].message
    assert told[-1].span == Span(20 * 23 + 22, len(text))


def test_line_ends_are_one_character() -> None:
    assert decode("一、\r\n二、\r三、\n".encode(), "x.txt").text == "一、\n二、\n三、\n"


@pytest.mark.parametrize("data", [b"\xef\xbb\xbf", b" \r\n\t", "　".encode(), b"\xff\xfe"])
def test_blanks_are_no_text(data: bytes) -> None:
    with pytest.raises(EmptySource, match=r"x\.txt"):
        decode(data, "x.txt")


@pytest.mark.parametrize(
    "data", [bytes(range(256)) * 9, b"MZ\x90\x00\x03\x00\x00\x00", b"text\x00text", b"\x01\x02" * 9]
)
def test_binary_files_are_refused(data: bytes) -> None:
    with pytest.raises(NotADocument, match=r"x\.bin"):
        decode(data, "x.bin")


def test_a_declared_encoding_is_followed_when_it_fits() -> None:
    text = "ｱｲｳ 価格"
    assert decode(text.encode("shift_jis"), "x", "shift_jis").text == text


@pytest.mark.parametrize("declared", ["gb18030", "no-such-encoding", "zlib_codec", "hex"])
def test_a_declared_encoding_is_not_followed_blindly(declared: str) -> None:
    text = "各镇人民政府：" * 3
    assert decode(text.encode(), "x", declared).text == text
    assert decode(text.encode("gbk"), "x", declared).text == text
