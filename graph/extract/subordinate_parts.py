"""The parts of a sentence in which no word tells what must, may or should be done.

They are what a sentence says of which things, when, to what end, and in the words of others::

    应由个人缴纳的费用，  确定应予废止的文件59件       an attribute
    需要延期的，  如需变更，  除依法可以收取外         a case, and what a rule leaves out
    为支持绿色出行，引导文明骑行，制定本办法           an aim
    在确保质量的前提下                                 a circumstance
    《关于鼓励创业的意见》  要求“八个禁止”             a title, and the words of others
    本办法所称公示，是指应当公布的                     a definition
    （三）依法应当回避而未回避的；                     the whole sentence is a case
    《环境法》第九条规定应当公开                       or what another act provides
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.grammar.sentences import Stretch

# 应由个人缴纳的费用， at the head of a clause tells of which costs something is said
_ATTRIBUTE = re.compile(
    r"(?:应当?|可以?|须|需)(?:由|享|缴|补|退|支付|承担|领取|给予)[^，。；：]{1,16}(?<!目)的"
    r"[\u4e00-\u9fff]{2,6}(?=[，、])"
)
# 应由单位承担的费用共计320万元: what the cue belongs to is itself the subject of a sentence
_SUBJECT = re.compile(
    r"(?:应当|应(?!当)|可以|可(?!以)|须|需要|需(?!要)|必须|不得|有权|允许|禁止)(?!按|依|在|对|向|与|以|将|把|根据|从|自|于|经|督促|责令|要求|通知|告知"
    r"|组织|引导|鼓励|支持|协助|指导|帮助|确保|保证|保障|使|让)[^，。；：]{1,20}?(?<!目)的"
    r"(?![^，。；：]{0,4}(?:方式|形式|办法|手段|途径|方法|程序|渠道|原则|要求|规定|条件))"
    r"(?:(?![和及与或])[\u4e00-\u9fff]){2,10}?(?:均?已|共计|合计|总计|共(?=\d)|(?<![理自])由|是(?!否)|为(?=[\d每第不人])|占|达|有(?=\d)"
    r"|(?<![相适对供反响效])应当?(?![急用对变])|须|必须|可以|不得|一律|纳入|视为|不变|要(?![求素点件领]))"
)
# 需要延期的，: tells when
_CASE = re.compile(
    r"(?:应当?|可以?|须|需要?|必须|不得|允许|禁止|不应|鼓励|支持|引导)[^，。；：（]{1,30}(?<!目)的"
    r"(?:，|：|(?:情况下|情形)(?=[，：])|以外|[\u4e00-\u9fff]{0,6}除外)"
)
# 确定应予以废止的文件: the object of a verb, or one of several things
_OBJECT = re.compile(
    r"[^，。；：]{1,30}?(?<!目)的[\u4e00-\u9fff]{1,12}(?=[，。；、）\d （]|和|及|与|等|$)"
)
_NAMED = re.compile(r"(?:明确|属于|认定为?|符合|对|将|按照?|所)$")
_AIM = re.compile(
    r"(?=为)(?:(?<=[，。；：、\s）])|^)为(?![\d期该此由]|人民|主要?|重点)了?[^，。；]{2,80}，"
)
# What holds no marker of the sentence that it stands in.
_PASSED = re.compile(
    r"(?=[《“「在除关所是如若倘一凡因])(?:"  # what all of them begin with
    r"《[^》\n]*》|“[^”\n]*”|「[^」\n]*」"
    r"|在[^，。；：]{2,60}?(?:前提下|基础上|情况下|条件下|的同时)"
    r"|除[^。；：]{2,60}?(?:外|的除外)(?=，|。|；|$)"
    r"|关于[^，。；：《》]{2,60}(?:意见|通知|办法|规定|决定|方案|措施|公告|批复|细则|条例|规划|计划|函)"
    r"(?=[ （〔\n]|$|[\u4e00-\u9fff]{1,8}〔)"
    r"|(?:所称[^。；：]{1,60}?(?:指|包括)|是指)[^，。；：]*"
    r"|(?:(?<=[，。；：\n])|^)(?:如果?(?![下期实何数]|有关)|若(?!干)|倘若?|一旦|凡(?!是)|因(?!地制宜|此))[^，。；：]{1,40}，)"
)
# 《环境法》第九条规定应当公开: what another act provides, where no 根据 stands before it
_PROVIDED = re.compile(
    r"(?=[》第])(?:》|(?<!本法)(?<!本条例)(?<!本办法)(?<!本规定)(?<!本细则)第[〇零一二三四五六七八九十百\d]+[条款项])"
    r"(?:中|已|也|均|都|已经|对此|明确|明文|就)*(?:规定|明确|要求|指出)"
    r"(?:了|的是|：|，|“|(?=应|不得|必须|可以))"
)
_FOLLOWING = re.compile(
    r"(?:根据|按照?|依照|依据|遵照|违反|符合|执行|落实|依|有|除|属于|具有|适用"
    r"|遵守|贯彻|对照|参照|比照|以|严格)[^，。；：]*$"
)


def tells_nothing(text: str, sentence: Stretch) -> bool:
    """Tell whether a sentence is a case as a whole, or reports what another act provides."""
    words = text[sentence.start : sentence.end]
    if words.rstrip("；。 \n").endswith("的"):  # （三）依法应当回避而未回避的；
        return True
    return any(
        _FOLLOWING.search(words[: told.start()].rsplit("《", 1)[0]) is None
        for told in _PROVIDED.finditer(words)
    )


def subordinate_parts(text: str, sentence: Stretch) -> Iterator[tuple[int, int]]:
    """Yield the aims, cases, circumstances, titles and quotations of a sentence."""
    yield from _aims(text, sentence)
    for found in _PASSED.finditer(text, sentence.start, sentence.end):
        yield found.span()


@cache
def _aims_on() -> re.Pattern[str]:
    """Return the clause by which an aim goes on: 为支持…，引导…，确保…，."""
    how, aim = (lexicon.alternatives("norm-contexts", key) for key in ("aiming", "aim"))
    return re.compile(rf"{how}*{aim}[^，。；]{{2,60}}，")


def _aims(text: str, sentence: Stretch) -> Iterator[tuple[int, int]]:
    """Yield the clauses of purpose; the last clause of a sentence is what is to be done."""
    for aim in _AIM.finditer(text, sentence.start, sentence.end):
        stop = aim.end()
        while (
            further := _aims_on().match(text, stop, sentence.end)
        ) and further.end() < sentence.end:
            stop = further.end()
        yield aim.start(), stop


def is_attribute(text: str, sentence: Stretch, start: int, end: int) -> bool:
    """Tell whether a word is part of an attribute and says which ones, not what is to be done."""
    if _SUBJECT.match(text, start) or _CASE.match(text, start) or text.startswith("的", end):
        return True
    before = text[max(sentence.start, start - 6) : start]
    if (
        text[start] != "要"
        and _objective().search(before)
        and _OBJECT.match(text, end, sentence.end)
    ):
        return True
    if not _ATTRIBUTE.match(text, start):
        return False
    return not before or before[-1] in "，。；：、\n" or _NAMED.search(before) is not None


@cache
def _objective() -> re.Pattern[str]:
    """Return the words before an attribute: 确定|应予废止的文件, 和|需提交的事项."""
    return re.compile(rf"(?:{lexicon.alternatives('norm-contexts', 'objective')})$")
