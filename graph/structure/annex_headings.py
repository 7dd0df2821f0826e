"""How an annex is headed: the word 附件 with its number, its title below, beside or behind it.

Forms read::

    附件1 / 附件 1： / （附件） / 附：            LINE, a line of its own, the title below
    附件1：任务分工表 / 附件一、考核办法           BESIDE, the title on the same line
    附件1 废止的规章目录 序号 规章名称 …          RUN_IN, with the text behind a blank
    …2020年1月2日 附件：考核办法 第一条 …        BEFORE, where the title is known
    …。附件重点任务分工序号工作任务责任单位1…     TABLE, before the headings of a table

A list of attachments (附件：1.甲表 2.乙表) heads none.
"""

from __future__ import annotations

import re

from graph.grammar.ideographs import HAN

_ANNEX = r"(?P<word>附[ ]?[件表录])[ ]?(?P<number>\d{1,2}|[一二三四五六七八九十]{1,2})?"
LINE = re.compile(rf"[〔（]?{_ANNEX}[ ]?[〕）]?[ ]?：?|(?P<short>附)[ ]?：")
BESIDE = re.compile(rf"{_ANNEX}[ ]?[：、. ][ ]?(?P<title>(?!\d|（)[^。；：]{{2,60}})")
BEFORE = re.compile(rf"(?:^|(?<=[。）日\n ])){_ANNEX}[ ]?：?[ ]?\Z")
# 附件1 废止的规章目录 序号 …, 附件 2登记表: a blank or the line ends its title
RUN_IN = re.compile(rf"{_ANNEX}[ ]?：?[ ]?(?P<title>[{HAN}《》“”（）、\w]{{4,60}})(?=[ \n]|$)")
TABLE = re.compile(
    r"(?:(?<=[。）日])附件(?P<number>\d{1,2})?：?|(?<=\d日))(?P<title>[\u4e00-\u9fff（）]{4,40})$"
)
MARK = re.compile(rf"^{_ANNEX}[ ]?：?[ ]?")


def printed_name(match: re.Match[str]) -> str:
    """Return how an annex is printed: 附件1, 附表, 附."""
    if match.groupdict().get("short"):
        return "附"
    return match["word"].replace(" ", "") + (match["number"] or "")
