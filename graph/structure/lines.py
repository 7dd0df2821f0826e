"""The paragraphs of a folded text, and what a single line can be: a date, a name, an address."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from graph.grammar.body_names import body_endings
from graph.grammar.dates import DATE

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST_NAME = 40  # characters; 新疆维吾尔自治区人民政府办公厅 has 15
# The letter's address line: 各乡、镇、场，市政府各部门：
_SALUTATION = re.compile(
    r"[^。；：\n]{1,400}(?:人民政府|政府|部门|单位|机构|委|办|局|院|校|企业|处|镇|乡|场|街道|园区|管委会|公司|中心|厅|"
    r"部|集团|银行|协会|兵团|社团|站|所|组织|办公室|办事处|会)(?:（[^）]{1,30}）)?："
)
_ADDRESSES = re.compile(r"各|有关|，|、")
# What says something and addresses nobody: 本条例所称市场主体，是指下列组织：
_SENTENCE = re.compile(r"下列|以下|如下|是指|所称|应当|不得|可以|应予|按照|根据|依照|依据|为了")
_ONE_ADDRESSEE = re.compile(r"(?P<body>[\u4e00-\u9fff]{2,20})：(?=$|你|现|为|关于|根据)")
_REMARK = re.compile(r"（(?:此件|本文|主动公开|依申请公开|不予公开|信息公开)[^（）]{0,20}）")
_FIELD_NAME = re.compile(r"(?:单位|部门|机关|机构|主体)$")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of folded text with its offsets there."""

    text: str
    start: int
    end: int


def lines_of(text: str) -> Iterator[Line]:
    """Yield the lines of ``text``; folded text has no empty ones."""
    at = 0
    for line in text.split("\n"):
        if line:
            yield Line(line, at, at + len(line))
        at += len(line) + 1


@cache
def _body_name() -> re.Pattern[str]:
    return re.compile(rf"[\u4e00-\u9fff、（） ]{{1,{_LONGEST_NAME}}}{body_endings()}")


def is_body_name(text: str) -> bool:
    """Tell whether ``text`` can be the name of a public body.

    >>> is_body_name("库尔勒市人民政府办公室"), is_body_name("2018年10月15日")
    (True, False)
    """
    return len(text) <= _LONGEST_NAME and _body_name().fullmatch(text) is not None


def is_date(text: str) -> bool:
    """Tell whether ``text`` is a date to the day and nothing else."""
    match = DATE.fullmatch(text.strip())
    return match is not None and bool(match["day"] or match["iso_day"])


def is_remark(text: str) -> bool:
    """Tell whether a line is a remark on the document as a whole and no part of any title.

    >>> is_remark("（此件公开发布）"), is_remark("（征求意见稿）")
    (True, False)
    """
    return _REMARK.fullmatch(text.strip()) is not None


def salutation(line: str) -> int:
    """Return where the address of a letter ends in ``line`` (after its colon), or 0.

    >>> salutation("各乡、镇、场，市政府各部门：为贯彻落实"), salutation("责任单位：市公安局")
    (14, 0)
    >>> salutation("本条例所称市场主体，是指下列组织：")
    0
    """
    match = _SALUTATION.match(line)
    if match and _ADDRESSES.search(match.group()) and not _SENTENCE.search(match.group()):
        return match.end()
    one = _ONE_ADDRESSEE.match(line)
    if one and is_body_name(one["body"]) and not _FIELD_NAME.search(one["body"]):
        return one.end()
    return 0
