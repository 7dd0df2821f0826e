"""Words of must and may that say which things are meant, and nothing that is to be done.

Forms read::

    应由个人缴纳的费用，                       at the head of a clause
    应由单位承担的费用共计320万元              what they belong to is the subject of a sentence
    企业应上交的基金，由税务机关征收           or its object, named first
    需要延期的，  条件允许的情况下             a case
    确定应予废止的文件9件                      the object of a verb
    监督检查应淘汰的产能                       a verb alone before 的

采取可以公开的方式 and 应当提供本人的证明 are none: there the word is the predicate.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from ontology import lexicon

if TYPE_CHECKING:
    from graph.grammar.sentences import Stretch

# 确定应予以废止的文件: the object of a verb, or one of several things
_OBJECT = re.compile(
    r"[^，。；：]{1,30}?(?<!目)的[\u4e00-\u9fff]{1,12}(?=[，。；、）\d （]|和|及|与|等|$)"
)
_NAMED = re.compile(r"(?:明确|属于|认定为?|符合|对|将|按照?|所)$")


def is_attribute(text: str, sentence: Stretch, start: int, end: int) -> bool:
    """Tell whether a word is part of an attribute and says which ones, not what is to be done."""
    if text.startswith("的", end):
        return True
    if any(which().match(text, start) for which in (_subject, _case, _fronted, _verb_alone)):
        return True
    before = text[max(sentence.start, start - 6) : start]
    if (
        text[start] != "要"
        and _objective().search(before)
        and _OBJECT.match(text, end, sentence.end)
    ):
        return True
    if not _attribute().match(text, start):
        return False
    return not before or before[-1] in "，。；：、\n" or _NAMED.search(before) is not None


def _words(*keys: str) -> str:
    return f"(?>{lexicon.alternatives('clause-roles', *keys)})"


@cache
def _attribute() -> re.Pattern[str]:
    """Return what at the head of a clause tells of which costs something is said."""
    return re.compile(
        rf"(?:应当?|可以?|须|需){_words('person-verb')}[^，。；：]{{1,16}}(?<!目)的"
        r"[\u4e00-\u9fff]{2,6}(?=[，、])"
    )


@cache
def _fronted() -> re.Pattern[str]:
    """Return an attribute of what a sentence names first: 企业应上交的资金、税款，由…征收."""
    return re.compile(rf"应{_words('owed')}的[^。；]{{2,40}}，(?:按|由|均|一律|一并)")


@cache
def _subject() -> re.Pattern[str]:
    """Return an attribute of what is itself the subject of a sentence."""
    return re.compile(
        rf"{_words('modal')}(?!{_words('predicate')})[^，。；：]{{1,20}}?(?<!目)的"
        rf"(?![^，。；：]{{0,4}}{_words('measure-end')})"
        r"(?:(?![和及与或])[\u4e00-\u9fff]){2,10}?(?:均?已|共计|合计|总计|共(?=\d)|(?<![理自])由|是(?!否)|为(?=[\d每第不人])|占|达|有(?=\d)"
        r"|(?<![相适对供反响效])应当?(?![急用对变])|须|必须|可以|不得|一律|纳入|视为|不变|要(?![求素点件领]))"
    )


@cache
def _verb_alone() -> re.Pattern[str]:
    """Return a word with its verb alone before 的: 应淘汰的产能, but 应有新的突破."""
    return re.compile(
        rf"{_words('modal')}(?![是为属在按由以将对从经有作做与向把被])[\u4e00-\u9fff]{{1,2}}的"
        r"(?=[\u4e00-\u9fff]{2})"
    )


@cache
def _case() -> re.Pattern[str]:
    """Return a word within what tells when: 需要延期的，."""
    return re.compile(
        r"(?:应当?|可以?|须|需要?|必须|不得|允许|禁止|不应|鼓励|支持|引导)[^，。；：（]{1,30}(?<!目)的"
        r"(?:，|：|(?:情况下|情形)(?=[，：])|以外|[\u4e00-\u9fff]{0,6}除外)"
    )


@cache
def _objective() -> re.Pattern[str]:
    """Return the words before an attribute: 确定|应予废止的文件, 和|需提交的事项."""
    return re.compile(rf"{_words('objective')}$")
