"""What a paragraph says of a whole document, and of its form, so that it closes the text.

Forms read::

    本通知自印发之日起施行。 此前规定与本通知不一致的，以本通知为准。   force and validity
    以上意见如无不妥，请批转执行。 执行中如有问题，请及时反馈。        what is asked of the reader
    各银行应按照有关制度和本通知的要求严格审查。                   what a letter says of itself
    以上任务由市水利局牵头。                                    of all items of a list
    …公告。 某市管理局 2021年3月25日 抄送：市水利局                form, run into the last line
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from graph.grammar.dates import DATE
from graph.grammar.numbering import LABEL_AT_START
from graph.normalise.cuts import ends_a_name
from graph.structure.leavings import is_signed, leavings
from graph.structure.lines import is_body_name, is_date
from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

_COLOPHON = re.compile(
    r"附\s*[件表录]?\s*\d*[：:]|抄\s*[送报]|(?:主|分|内部发)\s*送(?:机关|单位)?[ ]?："
    r"|主\s*题\s*词[ ]?：|（此件|此件|（联系人|联系人"
    r"|(?:信息)?公开(?:选项|方式|属性|类别|形式)：|（全文结束）|（本文有删减）"
    r"|[\u4e00-\u9fff]{2,30}[ ]*\d{4}年\d{1,2}月\d{1,2}日[ ]*印发"
)
# 。抄送：, 。附件2登记表, and not 。附件2为登记表
_COLOPHON_WITHIN = re.compile(
    r"(?<=[。；）])[ ]*(?:(?:抄[ ]?[送报]|主[ ]?题[ ]?词|[主分][ ]?送|附[ ]?件[ ]?\d{0,2})[ ]?："
    r"|附件(?:\d{1,2}|[一二三四五六七八九])?(?=[A-Za-z\u4e00-\u9fff《])(?![为是中所的规列作由]|[一二三四五六七八九]、))"
)
# 。某市管理局 2021年3月25日 抄送：…, and not 。某市政府2021年3月25日发布的…
_N = r"[\d〇零一二三四五六七八九十]"
_SIGNED_WITHIN = re.compile(
    r"(?<=[。；）])[ ]*(?P<name>[\u4e00-\u9fff][\u4e00-\u9fff、（） ]{2,60}?)[ ]*"
    rf"(?:\d{{4}}|{_N}{{4}})年[ ]?{_N}{{0,3}}月[ ]?{_N}{{0,3}}日"
    r"(?=$|[ \n]|抄[ ]?送|附件|（|主题词|来源)"
)
# 以上任务由市水利局牵头, 符合上述条件的企业可以申报
_OF_ALL = re.compile(
    r"(?:(?:符合|具备|满足|属于|对|凡|有)?(?:以上|上述|前述|上列)[^。，；]{0,10}?"
    r"(?:任务|事项|条件|材料|工作|措施|情形|情况|要求|行为|内容|标准|对象|人员|企业|项目|规定))"
    r"|对?条文(?:的?顺序|序号)"  # 对条文顺序作相应调整: what amendments end with
)


@cache
def closes() -> re.Pattern[str]:
    """Return a pattern of the paragraphs that speak of the document and close it."""
    named = lexicon.alternatives("document-kinds")
    this = rf"本(?:[\u4e00-\u9fff]{{0,6}}?(?:{named}|政策|措施)|文(?![化件]))"
    return re.compile(
        rf"""
          {this}[^。]{{0,40}}?(?:施行|实施|执行|生效|有效|解释|废止|为准)  # 本通知自印发之日起施行
        | [自从][^。，]{{2,24}}起(?:正式)?(?:施行|实施|执行|生效)           # 自2020年1月1日起施行
        | (?:此前|以前|之前|过去|原有?|现行)[^。]{{2,60}}(?:废止|停止执行|不一致|为准)
        | 特此(?:通知|通告|公告|批复|函[复告达]|报告|决定)
        | (?:以上|上述)[^。]{{0,20}}(?:执行|施行|实施)
        """,
        re.VERBOSE,
    )


@cache
def asks() -> re.Pattern[str]:
    """Return a pattern of the paragraphs that ask the reader to act on the whole document."""
    named = lexicon.alternatives("document-kinds")
    return re.compile(
        rf"""
          (?:以上|上述)(?:意见|报告|请示|方案|建议)[^。]{{0,12}}(?:请|[妥当]否|如无不妥)
        | 此[复函告致令](?![\u4e00-\u9fff]) | 专此[函复告通报]
        | 在?(?:贯彻|执行|实施)(?:过程)?中[^。，]{{0,8}}(?:问题|情况|意见|困难)  # 执行中有何问题
        | [^。，]{{0,14}}(?:贯彻|执行|落实|实施)[^。，]{{0,6}}情况[^。]{{0,16}}(?:报|函告|反馈)
        | 请[^。，]{{0,16}}(?:认真|遵照|抓好|结合实际)[^。]{{0,12}}(?:贯彻|执行|落实|实施)
        | [望希](?:你|各|望|请)[^。]{{2,}}
        | 各[^。，]{{1,20}}[，]?(?:要|应|可|应当)?(?:根据|按照|依据|结合)
          [^。，；]{{0,16}}?本(?:{named})[^。]{{4,}}
        """,
        re.VERBOSE,
    )


@cache
def of_this_letter() -> re.Pattern[str]:
    """Return a pattern of what a letter calls itself: 本通知, 本公告."""
    return re.compile(
        rf"本(?:{lexicon.alternatives('document-kinds')})(?<=[知见告复定函])(?!称|人)"
    )


def headed_generally(words: str) -> bool:
    """Tell whether a unit is headed by what holds for the whole document: 四、其他, 五、有效期."""
    label = LABEL_AT_START.match(words)
    heading = words[label.end() if label else 0 :].strip(" 。：")
    return heading in lexicon.written("heading-words", "general", "whole-general")


def speaks_of_all(text: str, start: int, end: int) -> bool:
    """Tell whether words speak of all items of a list: 以上任务由市水利局牵头."""
    return _OF_ALL.match(text, start, end) is not None


def form_within(text: str, start: int, end: int) -> int | None:
    """Return where the signature or the copies line begins that a line of text runs into.

    >>> text = "三、应当公告。 某市管理局 2021年3月25日 抄送：市水利局"
    >>> form_within(text, 0, len(text))
    7
    >>> form_within("应当公告。某市管理局2021年3月25日发布的决定", 0, 24)
    """
    for signed in _SIGNED_WITHIN.finditer(text, start, end):
        if ends_a_name(signed["name"].rstrip()):
            return signed.start()
    colophon = _COLOPHON_WITHIN.search(text, start, end)
    return colophon.start() if colophon else None


def before_colophon(text: str, own: Sequence[tuple[int, int]]) -> int:
    """Return how many paragraphs of a last unit stand before the form of the document."""
    headed = "联系" in text[slice(*own[0])] and len(own) > 1  # 五、联系方式⏎联系人：张三
    for position, (start, end) in enumerate(own[1:], start=1):
        if _is_colophon(text[start:end]) and not (headed and text.startswith("联系", start, end)):
            return position
    return len(own)


def before_leavings(text: str, own: Sequence[tuple[int, int]]) -> int:
    """Return how many paragraphs of a last unit stand before what the page leaves behind."""
    stop, left = leavings(text, own[0][1], own[-1][1])
    return sum(start < stop or start == own[0][0] for start, _ in own) if left else len(own)


def _is_colophon(line: str) -> bool:
    """Whether a line belongs to the form of a document: signature, date, copies, printing."""
    return (
        _COLOPHON.match(line) is not None
        or is_date(line)
        or is_signed(line)
        or (is_body_name(line) and "。" not in line and "、" not in line)
        or (DATE.search(line) is not None and line.endswith("印发"))
    )
