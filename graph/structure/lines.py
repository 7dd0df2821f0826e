"""The paragraphs of a folded text, and what a single line can be: a date, a name, an address."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from graph.grammar.body_names import body_endings
from graph.grammar.dates import DATE
from graph.grammar.ideographs import HAN
from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST_NAME = 40  # characters; 新疆维吾尔自治区人民政府办公厅 has 15
_IN_BRACKETS = r"(?:（[^（）]{1,30}）)?"
# A set with nothing more, the whole line: 各小学：, 各位代表： and not 各阶段任务：
_SET = re.compile(
    r"(?:各|有关|全市|全县|全区|全省)(?!项|种|类|阶段|环节|方面|条|款)[^，。；：、\n]{1,20}(?<!要求|规定|事项|任务|工作|措施|问题|说明"
    r"|情况|内容|职责|标准|流程|程序|条件|材料|时间)："
)
_ADDRESSES = re.compile(r"各|有关|，|、")
# Sets parted by ；, the whole line: 某银行上海总部，各分行；各商业银行：
_PARTED_SETS = re.compile(r"[^。；：\n]{2,300}(?:；[^。；：\n]{2,300}){1,4}：")
# What says something and addresses nobody: 本条例所称市场主体，是指下列组织：
_SENTENCE = re.compile(
    r"下列|以下|如下|是指|所称|应当|不得|可以|应予|按照|根据|依照|依据|为了|包括|分为"
)
_ONE_ADDRESSEE = re.compile(r"(?P<body>[\u4e00-\u9fff]{2,20})：(?=$|你|现|为|关于|根据)")
# How a letter begins behind the one whom it addresses: 你单位…, 《…请示》收悉, 现将…
_LETTER_BEGINS = re.compile(
    r"[ ]?(?:$|[《“]|[你您贵我现近经报关为按在自省市]|[日目]前|根据|依据|依照|\d{4}年|来[函文]"
    r"|[^。；\n]{2,240}收悉)"
)
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
def _salutation() -> re.Pattern[str]:
    """Return the pattern of a letter's address line: 各乡、镇、场，市政府各部门：."""
    endings = lexicon.alternatives("address-words", "addressee")
    return re.compile(rf"[^。；：\n]{{1,600}}?{endings}{_IN_BRACKETS}[ ]?：")


@cache
def _addressed() -> re.Pattern[str]:
    """Return the pattern of whom a letter addresses right behind its title: 马某某副主席：."""
    bodies = lexicon.alternatives("address-words", "addressee")
    persons = lexicon.alternatives("address-words", "person")
    return re.compile(
        rf"(?P<who>[^。；：，\n“”《》]{{1,60}}?(?:{bodies}|[{HAN}]{{2}}(?:等[^：，]{{0,6}})?{persons})"
        rf"{_IN_BRACKETS})[ ]?："
    )


@cache
def _body_name() -> re.Pattern[str]:
    return re.compile(rf"[{HAN}、（） ]{{1,{_LONGEST_NAME}}}{body_endings()}")


def is_body_name(text: str) -> bool:
    """Tell whether ``text`` can be the name of a public body.

    >>> is_body_name("库尔勒市人民政府办公室"), is_body_name("2018年10月15日")
    (True, False)
    """
    return len(text) <= _LONGEST_NAME and _body_name().fullmatch(text) is not None


@lru_cache(maxsize=1024)
def is_date(text: str) -> bool:
    """Tell whether ``text`` is a date to the day and nothing else."""
    words = text.strip()
    if not words.endswith(("日", "号")) and not words[-1:].isdecimal():
        return False
    match = DATE.fullmatch(words)
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
    >>> salutation("各小学："), salutation("各项任务："), salutation("有关要求：")
    (4, 0, 0)
    >>> salutation("本条例所称市场主体，是指下列组织：")
    0
    """
    if "：" not in line:
        return 0
    if _PARTED_SETS.fullmatch(line):
        sets = line.rstrip("：").split("；")
        return len(line) if all(salutation(f"{each}：") for each in sets) else 0
    match = _salutation().match(line) or _SET.fullmatch(line)
    if match and _ADDRESSES.search(match.group()) and not _SENTENCE.search(match.group()):
        return match.end()
    one = _ONE_ADDRESSEE.match(line)
    if one and is_body_name(one["body"]) and not _FIELD_NAME.search(one["body"]):
        return one.end()
    return 0


def addressed(line: str) -> int:
    """Return where the address ends with which a line right behind a title begins, or 0.

    There one body or person is addressed without any sign of a list.

    >>> addressed("马某某副主席："), addressed("某公司：你公司来函收悉"), addressed("组长：张三")
    (7, 4, 0)
    >>> addressed("市民政局：负责救助"), addressed("发布单位：某局"), addressed("通知如下：")
    (0, 0, 0)
    """
    match = _addressed().match(line)
    if match is None or _SENTENCE.search(match["who"]) or _FIELD_NAME.search(match["who"]):
        return 0
    return match.end() if _LETTER_BEGINS.match(line, match.end()) else 0
