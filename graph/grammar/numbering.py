"""The labels of numbered units, and what can precede one in running text.

The order of the kinds is that of 立法技术规范 (编章节条款项目) and of GB/T 9704-2012, 7.3.3
(一、（一） 1.（1）).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.grammar.numerals import BadNumeral, parse_numeral
from graph.model import ProvisionKind

if TYPE_CHECKING:
    from collections.abc import Iterator

_CN = "[〇零一二三四五六七八九十百千]"

# 第二十五条、第三十条规定的… refers to an article and numbers none.
_NO_REFERENCE = rf"(?![、，和至及或]|第(?:{_CN}{{1,4}}[款项]|（)|规定|所列|所规定|的)"

LABEL = re.compile(
    rf"""
      第(?P<article>{_CN}{{1,8}}|\d{{1,3}})(?P<unit>[编章节条])
      (?P<sub>之{_CN}{{1,2}})?{_NO_REFERENCE}           # 第十二条之一
    | (?P<level1>{_CN}{{1,4}})[、.](?!{_CN}{{1,3}}、)   # 一、   not 一、二两点
    | （(?P<level2>{_CN}{{1,4}})）[、.]?                # （一）   not 第（二）（四）项
      (?!(?:（{_CN}{{1,4}}）){{0,4}}[项款](?!目))
    | (?<![\d.A-Za-z])(?P<level3>\d{{1,3}})
      (?:[.、](?!\d)|[.、](?=\d{{4}}年|\d{{1,2}}月))     # 1.   1、2017年
    | (?<![\d.A-Za-z])(?P<decimal>\d{{1,2}}(?:\.\d{{1,2}}){{1,3}})(?=[ \u4e00-\u9fff])   # 1.1
    | (?<![^\n])(?P<bare>\d{{1,3}})[ ](?=[\u4e00-\u9fff]) # 1 总则
    | （(?P<level4>\d{{1,3}})）                           # （1）
    | (?<![\d（])(?P<level4b>\d{{1,3}})）                 # 1）
    | (?<![①-⑳])(?P<level5>[①-⑳])                               # ①
    """,
    re.VERBOSE,
)
LABEL_AT_START = re.compile(rf"[ ]*(?:{LABEL.pattern})", re.VERBOSE)

_KINDS = {
    "level1": ProvisionKind.LEVEL1,
    "level2": ProvisionKind.LEVEL2,
    "decimal": ProvisionKind.DECIMAL,
    "level3": ProvisionKind.LEVEL3,
    "bare": ProvisionKind.LEVEL3,
    "level4": ProvisionKind.LEVEL4,
    "level4b": ProvisionKind.LEVEL4,
    "level5": ProvisionKind.LEVEL5,
}
_PRINTED = {
    ProvisionKind.LEVEL2: "（{}）",
    ProvisionKind.LEVEL4: "（{}）",
}
_FIRST_CIRCLED = ord("①")


@dataclass(frozen=True, slots=True)
class Label:
    """A label as it stands: its kind, its ordinal, the numeral of the path, and its place."""

    kind: ProvisionKind
    ordinal: int
    printed: str
    start: int
    end: int


def _label(match: re.Match[str]) -> Label | None:
    start, end = match.span()
    if numeral := match["article"]:
        kind = ProvisionKind(match["unit"])
        printed = f"第{numeral}{kind}{match['sub'] or ''}"
    else:
        group, numeral = next((g, match[g]) for g in _KINDS if match[g])
        kind = _KINDS[group]
        printed = _PRINTED.get(kind, "{}").format(numeral)
    try:
        if kind is ProvisionKind.LEVEL5:
            ordinal = ord(numeral) - _FIRST_CIRCLED + 1
        elif kind is ProvisionKind.DECIMAL:
            ordinal = int(numeral.rsplit(".", 1)[1])
        else:
            ordinal = parse_numeral(numeral)
    except BadNumeral:
        return None
    return Label(kind, ordinal, printed, start, end) if ordinal else None


def find_labels(text: str, start: int, end: int) -> Iterator[Label]:
    """Yield everything between the offsets that has the form of a label.

    >>> [label.printed for label in find_labels("四、政策（三）财政。1. 牵头", 0, 14)]
    ['四', '（三）', '1']
    """
    for match in LABEL.finditer(text, start, end):
        label = _label(match)
        if label is not None:
            yield label
