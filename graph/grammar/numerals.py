"""Chinese and Arabic numerals up to 99,999,999, as labels, dates and measures write them."""

from __future__ import annotations

from functools import lru_cache

DIGITS = "零一二三四五六七八九"
_VALUES = {character: value for value, character in enumerate(DIGITS)} | {"〇": 0, "两": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}
CHINESE = "零〇一二两三四五六七八九十百千万"


class BadNumeral(ValueError):
    """The characters are no numeral."""


@lru_cache(maxsize=1024)
def parse_numeral(text: str) -> int:
    """Return the value of a whole numeral, Chinese or Arabic.

    Reads 十六, 二十, 一百零三, 两千, 三万五千 and the digit style 二〇一八.

    Raises:
        BadNumeral: ``text`` is empty or holds another character.

    >>> [parse_numeral(t) for t in ("十六", "二〇一八", "一百零三", "25")]
    [16, 2018, 103, 25]

    """
    if text.isascii() and text.isdigit():
        return int(text)
    if not text or any(c not in CHINESE for c in text):
        message = f"no numeral: {text!r}"
        raise BadNumeral(message)
    if not any(c in "十百千万" for c in text):
        return int("".join(str(_VALUES[c]) for c in text))
    total = section = digit = 0
    for character in text:
        if character == "万":
            total += (section + digit or 1) * 10_000
            section = digit = 0
        elif character in _UNITS:
            section += (digit or 1) * _UNITS[character]
            digit = 0
        else:
            digit = _VALUES[character]
    return total + section + digit


def write_numeral(value: int) -> str:
    """Return ``value`` (0 to 9,999) as labels write it.

    >>> write_numeral(16), write_numeral(103), write_numeral(110)
    ('十六', '一百零三', '一百一十')
    """
    if value < len(DIGITS):
        return DIGITS[value]
    written, gap = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = value // unit % 10
        if digit:
            written += ("零" if gap and written else "") + DIGITS[digit] + name
            gap = False
        else:
            gap = bool(written)
    return written.removeprefix("一") if written.startswith("一十") else written
