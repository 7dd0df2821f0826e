import pytest

from graph.sources.docx_numerals import counted


@pytest.mark.parametrize(
    ("style", "written"),
    [
        ("chineseCounting", {1: "一", 10: "十", 11: "十一", 20: "二十", 99: "九十九"}),
        (
            "chineseCountingThousand",
            {100: "一百", 101: "一百零一", 110: "一百一十", 1010: "一千零一十"},
        ),
        ("japaneseCounting", {1: "一", 12: "十二"}),
        ("ideographDigital", {1: "一", 10: "一〇", 12: "一二"}),
        ("chineseLegalSimplified", {1: "壹", 10: "壹拾", 21: "贰拾壹"}),
        ("decimalEnclosedCircle", {1: "①", 20: "⑳", 21: "㉑", 36: "㊱", 51: "(51)"}),
        ("decimalEnclosedParen", {1: "⑴", 20: "⒇", 21: "(21)"}),
        ("ideographTraditional", {1: "甲", 10: "癸", 11: "甲"}),
        ("ideographZodiac", {1: "子", 12: "亥"}),
        ("ideographEnclosedCircle", {1: "㊀", 10: "㊉"}),
        ("decimalFullWidth", {12: "１２"}),
        ("decimalZero", {3: "03", 12: "12"}),
        ("upperRoman", {4: "IV", 1999: "MCMXCIX"}),
        ("lowerLetter", {1: "a", 26: "z", 27: "aa"}),
        ("none", {3: ""}),
        ("decimal", {3: "3", 0: "0"}),
        ("no such style", {3: "3"}),
    ],
)
def test_numbers_are_written_as_word_prints_them(style: str, written: dict[int, str]) -> None:
    assert {number: counted(number, style) for number in written} == written


@pytest.mark.parametrize("style", ["chineseCounting", "upperRoman", "lowerLetter"])
@pytest.mark.parametrize("number", [-1, 0, 10**9])
def test_numbers_that_no_format_has_are_decimal(style: str, number: int) -> None:
    assert counted(number, style) == str(number)
