"""Whether words can stand alone as the name of what a value measures.

A phrase is whole where a reader knows what is measured without the sentence around it: it begins
and ends where a phrase does, and holds more than words of grammar.

Whole::

    建筑面积、每个乡镇配备垃圾清运车、申请人发生违诺失信行为、其评奖比例

Not whole::

    于同一自然人作为经办人员办理、者、实施10个         it begins or ends within a phrase
    商业综合体”、市级（含、系统，抽查                 a mark without its partner, two clauses
    可以延长、每年、连续12个月内、规定、前、后各        nothing that has a size
"""

from __future__ import annotations

import re
from functools import cache

from graph.grammar.dates import DATE
from graph.grammar.measure_words import forms_of

_SHORTEST = 2  # characters
_PAIRS = (("（", "）"), ("“", "”"), ("《", "》"), ("〔", "〕"), ("【", "】"))
_BROKEN = re.compile(r"[，。；：\n|]|\d[-—~～]\d{1,3}(?:个(?!月)|[家名])|^[/／]|[/／]$")
_ONE_SIGN = ("人", "村", "县", "乡", "镇", "户", "校")  # 500人以下的村
_BRACKETED = re.compile(r"（[^（）]*）")
_BEGINS = re.compile(
    r"不得|含(?![量税水油氧])|(?:应当?|要|须)用于|一批(?!次)|若干|[的于者与但、）”》了着%％°]|之(?!和$)|(?:不足|不满|未满|超过|低于|高于)[\d一二两三四五六七八九十](?!.*的.{3})|及(?![时格])|(?<![之总])和(?![谐平解])|或(?!有负|有资)|且|并(?![购网行列])"
    r"|过(?![渡程敏滤])|等(?![级待候额值同])|[内外](?=[的、]|$)|内可|在[^内]*内$|后$"
)
_ENDS = re.compile(
    r"(?:[之于从把将被与或且每各须按其该（“《、第即含]|[目此]?前|后|(?<![存现所潜内])在|(?<![集其高初空期当])中"
    r"|(?<![方定导走意趋去倾])向|(?<![绝相针核应])对|(?<![理自事缘])由"
    r"|(?<![共饱总之调中缓平温柔祥随谦])和|(?<![普以涉触波顾危])及|(?<![高平同中初优对上下])等"
    r"|(?<![合吞归兼])并|(?<!.{4})的|之日起|全[省市县区国]范围内|或者|以及|并且|及其|不(?:得|低于|超过|少于|高于)?|至少|下列|以下|以上|相关|一次性|[万亿]元?级|\d[%％倍]"
    r"|(?<![作成行认人视称因])为|(?<![许认])可|(?<![供反相对适响感效])应|(?<![必急军刚内外所])需"
    r"|(?<![需重主必概纪摘首])要|(?<![国所持占共享拥私公固原含])有|[未已拟]|(?<![凡但于])是"
    r"|可以|按照|根据|通过|提供|年产|相当于|[到至为]全部|人民币|转岗|用于(?:支持|发展|保障)?|予以|给予|采用|设置|进行|按每[人户个]|向[内外]|[年月日天周时]内)$"
)
_TIME = re.compile(
    rf"(?:(?:连续|在|自|每|同|上|下|本|近|最近|前|后|一个|累计|达到)*"
    rf"(?:\d+|[一二两三四五六七八九十半]+)?(?:个)?(?:年度?|季度|月|周|日|天|小时|自然年度|学期|学年)"
    rf"(?:度)?(?:之|以)?(?:[内中]|期间)?(?:（[^（）]*）)?)+(?:累计|达到?)?|{DATE.pattern}",
    re.VERBOSE,
)


@cache
def _empty() -> re.Pattern[str]:
    words = "|".join(forms_of(key) for key in ("leading", "adverb", "change", "no-subject"))
    return re.compile(rf"(?:{words}|可以|每半?[年月周日天]|每季度?|[每各其约再]|一次)+")


def is_whole(words: str) -> bool:
    """Tell whether words name something without the sentence that they stand in.

    >>> [is_whole(words) for words in ("建筑面积", "可以延长", "于同一自然人办理", "商场”")]
    [True, False, False, False]
    """
    compact = words.replace(" ", "")
    bare = _BRACKETED.sub("", compact)
    if (len(bare) < _SHORTEST and bare not in _ONE_SIGN) or _BROKEN.search(bare):
        return False
    if any(compact.count(opens) != compact.count(closes) for opens, closes in _PAIRS):
        return False
    if "分别" in bare or _BEGINS.match(compact) or _ENDS.search(bare):
        return False
    return _TIME.fullmatch(compact) is None and _empty().fullmatch(bare) is None
