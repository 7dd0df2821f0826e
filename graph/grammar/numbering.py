"""The labels of numbered units, and what can precede one in running text.

The order of the kinds is that of 立法技术规范 (编章节条款项目) and of GB/T 9704-2012, 7.3.3
(一、（一） 1.（1）).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.grammar.numerals import BadNumeral, parse_numeral
from graph.model import ProvisionKind

if TYPE_CHECKING:
    from collections.abc import Iterator

_CN = "[〇零一二三四五六七八九十百千]"

# 第二十五条、第三十条规定的… refers to an article and numbers none, 第五条修改为：“… amends one.
# 第三条中的“…” and 第三条至第五条 refer to some, too; 第三条中华人民共和国… and 第八条至少… begin
# with a word in 中 or 至.
_NO_REFERENCE = (
    rf"(?![、，。；）”和或]|至(?![少迟今])|及(?!时)|第(?:{_CN}{{1,4}}[款项]|（)|规定|所列|所规定|的"
    r"|中(?![华国央方外小医药学心级介标止断等资型长期共科选转职专])"
    r"|修改为|改为|调整为|合并|增加[一二两]|删[去除]|[之以]?[前后](?:增加|，)"
    r"|“[^”\n]{1,24}”(?:[和与及的中、]|以及|规定))"  # 第一节“一般规定”和第二节“营利法人”…
)
# 附件1.申报指南, 见表2. and the like: the numeral is the name's.
_NO_NAME = (
    r"(?<!附件)(?<!附表)(?<!附录)(?<!附图)(?<!附件 )(?<!见表)(?<!如表)(?<!见图)(?<!如图)(?<![注第])"
)
# 3.5万元, 1.2 亿 are amounts.
_NO_AMOUNT = (
    r"(?![ ]?(?:[万亿千百元个倍米吨亩年月日时天度折件项名人户条次分]"
    r"|平方|公[里顷斤]|厘米|毫米|小时|[至到][ ]?\d))"
)

# 被评为一、二级, 二、三年级, 一、二等奖: two of a series of classes.
_CLASS = "[级类等档线期段季年月号批层楼组孩胎产审]"

LABEL = re.compile(
    rf"""
    (?=[第（①-⑳\d〇零一二三四五六七八九十百千])(?:        # what all of them begin with
      第(?P<article>{_CN}{{1,8}}|\d{{1,3}})(?:[ ](?!条[款例]|章程|节[点能]))?   # 第七十五 条
      (?P<unit>分编|[编章节条])(?!件)                   # not 第一条件
      (?P<sub>之{_CN}{{1,2}})?{_NO_REFERENCE}           # 第十二条之一
    | (?<!第)(?P<level1>{_CN}{{1,4}})[ ]?[、.]           # 一、   not 一、二两点
      (?!{_CN}{{1,3}}(?:、|两[点项条款]|{_CLASS}))
    | (?<![^\n。！？；： ])(?P<level1b>{_CN}{{1,4}})[ ]?、(?={_CN}{{1,2}}{_CLASS})  # 一、二级医院
    | （[ ]?(?P<level2>{_CN}{{1,4}})[ ]?）[、.]?        # （一）   not 第（二）（四）项
      (?!(?:（{_CN}{{1,4}}）){{0,4}}[项款](?!目)|[》〉])   # not 《若干规定（一）》
    | (?<![\d.A-WYZa-z]){_NO_NAME}(?P<level3>\d{{1,3}})[ ]?
      (?:[.、](?!\d)|[.、](?=\d{{4}}(?:[-—~至]\d{{4}})?年|\d{{1,2}}月))     # 1.   1、2017年
    | (?<![\d.A-Za-z]){_NO_NAME}
      (?P<decimal>\d{{1,2}}(?:\.\d{{1,2}}){{1,3}})[.、]?(?=[ \u4e00-\u9fff“《]){_NO_AMOUNT}   # 1.1
    | (?<![^\n])(?P<bare>\d{{1,3}})[ ](?=[\u4e00-\u9fff]) # 1 总则
    | （[ ]?(?P<level4>\d{{1,3}})[ ]?）(?![》〉])         # （1）
    | (?<![\d（])(?P<level4b>\d{{1,3}})）                 # 1）
    | (?<![①-⑳])(?P<level5>[①-⑳])                               # ①
    )
    """,
    re.VERBOSE,
)
LABEL_AT_START = re.compile(rf"[ ]*(?:{LABEL.pattern})", re.VERBOSE)

# A numeral whose mark is a slip. It numbers only where the one before it and the one behind it do.
_SLIP = re.compile(
    rf"""
    (?=[（\d〇零一二三四五六七八九十百千])(?:                # what all of them begin with
      (?<![^\n。；！？） ])(?:
        (?P<level1>{_CN}{{1,3}})[，。：·,]               # 三，加强领导
      | （(?P<level2>{_CN}{{1,3}})[、.，。]              # （三、加强领导
      | (?P<level2b>{_CN}{{1,3}})）                      # 三）加强领导
      | (?P<level3>\d{{1,3}})(?:[。，：·]|[.、]{{2,3}})   # 11。强化生态
      | （(?P<level4>\d{{1,3}})[、.，。]                  # （3、加强领导
      )(?=[\u4e00-\u9fff“《])
    | (?<![^\n])(?P<level3b>\d{{1,2}})[.、]           # 3.5年内不得上市
      (?=\d{{1,2}}(?:年内|个?工作日|个月|日内|天内|周?岁|[%％]以[上下]))
    )
    """,
    re.VERBOSE,
)

_BEGUN = r"(?:(?<![^\n])|(?<=[。！？；] )|(?<=[。！？；]))"
QUESTION = re.compile(
    rf"(?=[问提]){_BEGUN}(?:问题?|提问)[ ]?(?P<number>\d{{1,2}}|{_CN}{{1,3}})?[ ]?："
)
_ANSWER = re.compile(rf"(?=[答回解]){_BEGUN}(?:答|回答|解?答复)[ ]?：")

# 一是深入挖掘事迹。 at the start of a paragraph; 三是非法 and 二是否 begin with no word 是
ENUMERATED = re.compile(
    r"(?<![^\n])[ ]?(?P<number>[一二三四五六七八九]|十[一二三四五]?)是(?![否非])"
    r"[ ]?(?=[\u4e00-\u9fff“《A-Z（])"
)

# 1总则⏎1.1编制目的: a number that its first part repeats
_GLUED_CHAPTER = re.compile(
    r"(?:(?<![^\n])|(?<=[。） ]))(?P<number>\d{1,2})"
    r"(?=[\u4e00-\u9fff、]{2,24}[ \n]*(?P=number)\.1(?![\d.]))"
)
_LONGEST_IN_BRACKETS = 12  # characters

_KINDS = {
    "level1": ProvisionKind.LEVEL1,
    "level1b": ProvisionKind.LEVEL1,
    "level2": ProvisionKind.LEVEL2,
    "level2b": ProvisionKind.LEVEL2,
    "decimal": ProvisionKind.DECIMAL,
    "level3": ProvisionKind.LEVEL3,
    "level3b": ProvisionKind.LEVEL3,
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
    """A label as it stands: its kind, its ordinal, the numeral of the path, and its place.

    ``slip`` tells that its mark is not one of a label (11。 for 11.), so that only the labels
    about it can say whether it is one.
    """

    kind: ProvisionKind
    ordinal: int
    printed: str
    start: int
    end: int
    slip: bool = False


def _label(match: re.Match[str], *, slip: bool = False) -> Label | None:
    start, end = match.span()
    group = match.lastgroup or ""
    if group not in _KINDS:
        numeral, kind = match["article"], ProvisionKind(match["unit"])
        printed = f"第{numeral}{kind}{match['sub'] or ''}"
    else:
        numeral, kind = match[group], _KINDS[group]
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
    return Label(kind, ordinal, printed, start, end, slip) if ordinal else None


def find_labels(text: str, start: int, end: int) -> Iterator[Label]:
    """Yield everything between the offsets that has the form of a label.

    >>> [label.printed for label in find_labels("四、政策（三）财政。1. 牵头", 0, 14)]
    ['四', '（三）', '1']
    >>> list(find_labels("九个方向（附件 1）", 0, 10))
    []
    """
    for match in LABEL.finditer(text, start, end):
        if match["level4b"] and _closes_a_bracket(text, match.start()):
            continue
        label = _label(match)
        if label is not None:
            yield label


def find_glued_chapters(text: str, start: int, end: int) -> Iterator[Label]:
    r"""Yield the chapters whose number nothing parts from its heading, told by their first part.

    >>> text = "1总则\n1.1编制目的\n为了应急。\n2组织体系\n2.1市指挥部"
    >>> [label.printed for label in find_glued_chapters(text, 0, len(text))]
    ['1', '2']
    """
    if text.find(".1", start, end) < 0:
        return
    for match in _GLUED_CHAPTER.finditer(text, start, end):
        yield Label(
            ProvisionKind.LEVEL3, int(match["number"]), match["number"], match.start(), match.end()
        )


def _closes_a_bracket(text: str, start: int) -> bool:
    """Whether a 1） ends what a bracket holds: （附件 1）, （见表2）."""
    before = text[max(0, start - _LONGEST_IN_BRACKETS) : start]
    return before.rfind("（") > before.rfind("）")


def find_slips(text: str, start: int, end: int) -> Iterator[Label]:
    """Yield what can be a label with another mark than labels have.

    >>> [label.printed for label in find_slips("10.就业。11。生态。（三、领导。", 0, 18)]
    ['11', '（三）']
    """
    for match in _SLIP.finditer(text, start, end):
        label = _label(match, slip=True)
        if label is not None:
            yield label


def find_enumerations(text: str, start: int, end: int) -> Iterator[Label]:
    r"""Yield the paragraphs that count themselves: 一是, 二是, whatever stands about them.

    >>> text = "一是挖掘事迹。\n二是创新形式，一是快，二是准。"
    >>> [label.printed for label in find_enumerations(text, 0, len(text))]
    ['一是', '二是']
    """
    if text.find("二是", start, end) < 0:
        return
    for match in ENUMERATED.finditer(text, start, end):
        ordinal, printed = parse_numeral(match["number"]), f"{match['number']}是"
        yield Label(ProvisionKind.ENUMERATED, ordinal, printed, match.start("number"), match.end())


def find_questions(text: str, start: int, end: int) -> Iterator[Label]:
    """Yield the questions that a text answers (问：…答：…), counted where they have no number.

    >>> text = "问：谁审核？答：街道。问：何时？答：即时。"
    >>> [label.printed for label in find_questions(text, 0, len(text))]
    ['问1', '问2']
    """
    count = 0
    asked = text.find("问", start, end) >= 0
    questions = list(QUESTION.finditer(text, start, end)) if asked else []
    if not questions:
        return
    answers = [match.start() for match in _ANSWER.finditer(text, start, end)]
    ends = [*(match.start() for match in questions[1:]), end]
    for match, stop in zip(questions, ends, strict=True):
        answer = bisect_left(answers, match.end())
        if answer == len(answers) or answers[answer] >= stop:
            continue
        count = parse_numeral(match["number"]) if match["number"] else count + 1
        yield Label(ProvisionKind.QUESTION, count, f"问{count}", match.start(), match.end())
