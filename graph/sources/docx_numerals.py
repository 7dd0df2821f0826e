"""Writes numbers as Word prints them in front of paragraphs (ECMA-376-1, 17.18.59)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

_DIGITS: Final = "〇一二三四五六七八九"
_WORDS: Final = "零一二三四五六七八九"
_FINANCIAL: Final = "零壹贰叁肆伍陆柒捌玖"
_UNITS: Final = ((1000, "千"), (100, "百"), (10, "十"))
_FINANCIAL_UNITS: Final = ((1000, "仟"), (100, "佰"), (10, "拾"))
_ROMAN: Final = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_STEMS: Final = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES: Final = "子丑寅卯辰巳午未申酉戌亥"
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
_FULL_WIDTH: Final = str.maketrans("0123456789", "０１２３４５６７８９")


def counted(number: int, style: str) -> str:
    """Return a number in a format of ECMA-376-1, 17.18.59 (ST_NumberFormat).

    >>> [counted(12, style) for style in ("chineseCounting", "ideographDigital", "upperRoman")]
    ['十二', '一二', 'XII']
    >>> counted(3, "decimalEnclosedCircle"), counted(105, "chineseCountingThousand")
    ('③', '一百零五')
    """
    if style in _SCRIPTS and 0 < number < 10_000:  # noqa: PLR2004 - 万 is beyond any numbering
        return _SCRIPTS[style](number)
    return str(number)


def _chinese(number: int, digits: str = _WORDS, units: tuple[tuple[int, str], ...] = _UNITS) -> str:
    written, gap = "", False
    for value, unit in units:
        digit, number = divmod(number, value)
        if digit:
            written += ("" if not gap else digits[0]) + digits[digit] + unit
            gap = False
        elif written:
            gap = True
    if number:
        written += ("" if not gap else digits[0]) + digits[number]
    first = digits[1] + units[-1][1]
    return written[1:] if digits is _WORDS and written.startswith(first) else written


def _roman(number: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        written += letters * count
    return written


def _letters(number: int) -> str:
    count, letter = divmod(number - 1, len(_LETTERS))
    return _LETTERS[letter] * (count + 1)


def _cycle(number: int, signs: str) -> str:
    return signs[(number - 1) % len(signs)]


def _enclosed(number: int, first: str, last: int = 20) -> str:
    if number <= last:
        return chr(ord(first) + number - 1)
    return f"({number})"


def _circled(number: int) -> str:
    for low, high, first in ((1, 20, "①"), (21, 35, "㉑"), (36, 50, "㊱")):
        if low <= number <= high:
            return chr(ord(first) + number - low)
    return f"({number})"


_SCRIPTS: Final[dict[str, Callable[[int], str]]] = {
    "chineseCounting": _chinese,
    "chineseCountingThousand": _chinese,
    "taiwaneseCounting": _chinese,
    "taiwaneseCountingThousand": _chinese,
    "japaneseCounting": _chinese,
    "chineseLegalSimplified": lambda n: _chinese(n, _FINANCIAL, _FINANCIAL_UNITS),
    "ideographLegalTraditional": lambda n: _chinese(n, _FINANCIAL, _FINANCIAL_UNITS),
    "ideographDigital": lambda n: "".join(_DIGITS[int(d)] for d in str(n)),
    "japaneseDigitalTenThousand": lambda n: "".join(_DIGITS[int(d)] for d in str(n)),
    "taiwaneseDigital": lambda n: "".join(_DIGITS[int(d)] for d in str(n)),
    "ideographTraditional": lambda n: _cycle(n, _STEMS),
    "ideographZodiac": lambda n: _cycle(n, _BRANCHES),
    "ideographEnclosedCircle": lambda n: _enclosed(n, "㊀", 10),
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedParen": lambda n: _enclosed(n, "⑴"),
    "decimalEnclosedFullstop": lambda n: _enclosed(n, "⒈"),
    "decimalFullWidth": lambda n: str(n).translate(_FULL_WIDTH),
    "decimalFullWidth2": lambda n: str(n).translate(_FULL_WIDTH),
    "decimalZero": lambda n: f"{n:02}",
    "lowerRoman": _roman,
    "upperRoman": lambda n: _roman(n).upper(),
    "lowerLetter": _letters,
    "upperLetter": lambda n: _letters(n).upper(),
    "none": lambda _: "",
}
