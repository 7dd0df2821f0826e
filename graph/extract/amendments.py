"""What an act changes in another document: which article, and the old words and the new.

Forms read::

    第三条修改为：“采砂应当持证。”                       new words for an article
    将第三条、第五条中的“民政部门”修改为“应急管理部门”   words for words
    删去第六条第二款。 第六条中的“及其附件”删去          a part, or words, taken out
    第三条第一款“规划”后增加“、计划”                     words put in
    增加一条，作为第九条：“夜间不得采砂。”               an article put in
    第九条增加一款，作为第三款：“…”                      likewise below an article
    将第七条改为第八条，修改为：“…”                      a new number, and new words
    第一部分第3点中的“甲”修改为“乙”                      a part and its points
    第五条增加“丙”，作为第（十六）项                     the number behind the words
    将第三条修改为：⏎采砂应当持证。⏎二、删去第五条。       new words without marks
    《采砂办法》第十条同时废止。                         an article that ends

The document is the one that the act amends and named last, or that of its title. What stands in
quotation marks is no change of its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from graph.extract.named_documents import named_documents
from graph.extract.quoted_words import QUOTATION, skeletons
from graph.grammar.articles import ARTICLE, cited_articles, completed
from graph.model import Amendment, AmendmentAction, Place, Relation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.extract.named_documents import Named
    from graph.extract.quoted_words import Skeleton
    from graph.model import Document

_ONE = (
    rf"(?:{ARTICLE.pattern}|附[件表][\d一二三四五六七八九十]{{0,3}}"
    r"|(?:(?<![\u4e00-\u9fff])|(?<=将)|(?<=把)|(?<=》)|(?<=规章)|(?<=法规)|(?<=条例)"
    r"|(?<=办法)|(?<=规定)|(?<=细则)|(?<=文件))"
    r"(?:名称|标题|题目|题注|序言|前言|引言|(?:正文)?第[一二三四五六七八九十]{1,3}(?:自然)?段))"
)
_N = r"(?:[〇零一二三四五六七八九十]{1,4}|\d{1,3})"
_SECTION = rf"第{_N}(?:部分|大?点|小点)(?:第?(?:{_N}|（{_N}）)(?:大?点|小点|[条款项目段]))*"
_ONE = rf"(?:{_SECTION}|{_ONE})"
_OF_SECTIONS = re.compile("部分|点")
# 第三条，第五条、第六条。: articles go on behind a comma where nothing is said of them but this
_TARGET = (
    rf"(?P<target>{_ONE}(?:(?:、|和|及|以及|至|，(?={_ONE}(?:[、，和]{_ONE})*[。；])){_ONE})*)"
)
_NUMBER = rf"(?P<number>{ARTICLE.pattern}(?:(?:、|和|及|以及|至){ARTICLE.pattern})*)"
_Q = QUOTATION
_OLD = rf"(?P<old>{_Q}(?:(?:、|和|及|或者?){_Q})*)"
_NEW = rf"(?P<new>{_Q})"
_TO = (
    r"(?:统一|相应|均|一律|分别|等字样|字样|都|全部)*"
    r"(?:修改|修正|修订|调整|替换|更改|变更|表述|改)为"
)
_COUNT = r"(?:[一二两三四五六七八九十]|\d)个?[编章节条款项目]"
_BASE = rf"(?P<base>{_ONE})(?P<behind>之?[前后])?"
_OF_IT = "(?:修改后的?)?(?:《[^《》]{2,60}》)?(?:修改后的?|原)?"  # 作为《解释》第七条
_AS_LAST = (
    rf"(?:，?(?:并)?(?:作为|列为)(?:该条|本条|其)?(?P<last>{ARTICLE.pattern}))?"  # behind the words
)
_AS = rf"[^。；{_Q}第]{{0,8}}?作为{_OF_IT}{_TARGET}"
_BECOMES = "(?:相应)?(?:修?改为|调整为|作为|变更为)"
_ALSO = rf"[^。；{_Q}第]{{0,12}}?"
_THEN = r"[：: \n]*"
_SAYS = "(?:，?(?:内容|表述|规定)为)?"
_SAID = "(?:(?:规定|以下内容|如下内容|内容|一句|表述)[：:]?)?"
_OUT = r"(?:予以|一并)?(?:删去|删除)"


def _few(most: int) -> str:
    return rf"[^，。；{_Q}]{{0,{most}}}?"


# 将“甲”和“乙”修改为“丙”和“丁”: as many new words as old, and none that are changed themselves.
_NEW_WORDS = rf"(?P<new>{_Q}(?:(?:、|和|及){_Q}(?!，?{_few(8)}{_TO}))*)"

# In this order where two begin alike: words before articles.
_FORMS = (
    # 第三条中的“甲”、“乙”修改为“丙”
    (
        AmendmentAction.REPLACE,
        rf"(?:{_TARGET}{_few(20)})?{_OLD}，?[^，。；第{_Q}]{{0,8}}?{_TO}：?{_NEW_WORDS}{_AS_LAST}",
    ),
    # 删去第三条中的“甲”; 第三条中的“甲”删去
    (AmendmentAction.DELETE, rf"(?:删去|删除){_few(40)}{_TARGET}{_few(12)}{_OLD}"),
    (AmendmentAction.DELETE, rf"(?:{_TARGET}{_few(20)})?{_OLD}{_few(8)}{_OUT}"),
    # …，并删去“甲”
    (AmendmentAction.DELETE, rf"(?:删去|删除)(?:其中|文中|条文中|原文)?的?{_OLD}"),
    # 第三条中“甲”后增加“乙”
    (
        AmendmentAction.INSERT,
        rf"(?:{_TARGET}{_few(20)})?(?:{_Q}{_few(8)})?(?:新增|增加|增设){_SAID}{_NEW}{_AS_LAST}",
    ),
    # 将“甲”作为该条第十六项
    (
        AmendmentAction.INSERT,
        rf"(?:将|把){_NEW}(?:作为|列为)(?:该条|本条|其)?(?P<last>{ARTICLE.pattern})",
    ),
    # 增加一条，作为第九条：“…”; 第九条增加一款，作为第三款：“…”
    (
        AmendmentAction.INSERT,
        rf"(?:{_BASE}{_few(6)})?(?:新增|增加|增设){_COUNT}(?:{_AS}(?:（[^（）]{{1,30}}）)?)?(?:{_SAYS}{_THEN}{_NEW}{_AS_LAST})?",
    ),
    # 第七条改为第八条，修改为：“…”
    (
        AmendmentAction.RENUMBER,
        rf"{_TARGET}{_BECOMES}{_OF_IT}{_NUMBER}(?:{_ALSO}(?P<part>第{_N}[款项])?[^，。；第{_Q}]{{0,6}}?{_TO}{_THEN}{_NEW})?",
    ),
    # 第三条修改为：“…”
    (AmendmentAction.REPLACE, rf"{_TARGET}{_few(20)}{_TO}{_THEN}{_NEW}"),
    # 删去第六条第二款; 第六条第二款删去
    (AmendmentAction.DELETE, rf"(?:删去|删除)[^，。；{_Q}第附]{{0,40}}?{_TARGET}"),
    (AmendmentAction.DELETE, rf"{_TARGET}{_few(8)}{_OUT}"),
    # 《采砂办法》第十条同时废止
    (
        AmendmentAction.REPEAL,
        rf"{_TARGET}(?:自[^。；]{{1,24}}起，?)?(?:同时|予以|一并|即行)*废止(?=[。；，]|$)",
    ),
)
_THROUGHOUT = re.compile(r"(?:全|条|正|文)文中|条[文款]中|中所有|统一|所有|各条|规定中|办法中")
_WORTH_A_LOOK = re.compile(
    r"修改为|改为|替换为|修正为|调整为|删[去除]|新增[一二两三四五六七八九规内以如“\d]"
    r"|增[加设][一二两三四五六七八九规内以如“\d]|条[^。；]{0,30}废止"
)


@cache
def _operations() -> tuple[tuple[AmendmentAction, re.Pattern[str]], ...]:
    """Return the forms ready to be found: most documents amend nothing and need none."""
    return tuple((action, re.compile(pattern)) for action, pattern in _FORMS)


@dataclass(frozen=True, slots=True)
class _Change:
    action: AmendmentAction
    found: re.Match[str]

    def group(self, name: str) -> str:
        """Return a part of the pattern, empty where it has none of that name."""
        return self.found.groupdict().get(name) or ""


def find(document: Document, known_codes: frozenset[str]) -> Iterator[Amendment]:
    """Yield what ``document`` changes in others, in the order of its text."""
    text = document.folded.text
    if not _WORTH_A_LOOK.search(text):
        return
    amended = [
        named
        for named in named_documents(document, known_codes)
        if named.relation is Relation.AMENDS
    ]
    body = [passage for passage in document.passages if passage.where != Place.TITLE]
    told, within, goes_on = "", "", False
    for passage, sentence in skeletons(text, body) if amended else ():
        if passage.where != within:
            told, within, goes_on = "", passage.where, False
        for change, target in _changes(sentence, told, goes_on=goes_on):
            told = target or told
            yield from _amendments(document, sentence, change, target, amended)
        goes_on = sentence.text.rstrip().endswith("；")


def _changes(sentence: Skeleton, told: str, *, goes_on: bool) -> Iterator[tuple[_Change, str]]:
    """Yield the changes of a sentence with their articles, of which ``told`` is the last.

    What one leaves out it takes from the one before in its item: 第五条…。第三款修改为…. A change
    without any article is made in that one only in the same sentence (第五条…，并增加“甲”), and in
    none where it is made throughout (条文中的“甲”统一修改为“乙”).
    """
    at = 0
    while True:
        found = [
            (match.start(), order, _Change(action, match))
            for order, (action, pattern) in enumerate(_operations())
            if (match := pattern.search(sentence.text, at))
        ]
        if not found:
            return
        change = min(found, key=lambda each: each[:2])[2]
        named = _target(change)
        if named:
            told = completed(told, named) if told else named
            yield change, told
        else:
            start = sentence.text.rfind("，", 0, change.found.start()) + 1
            throughout = _THROUGHOUT.search(sentence.text, start, change.found.end())
            yield change, told if goes_on and not throughout else ""
        goes_on = True
        at = change.found.end()


def _amendments(
    document: Document, sentence: Skeleton, change: _Change, target: str, amended: Sequence[Named]
) -> Iterator[Amendment]:
    """Yield a change for each of its articles, in the document that was named last."""
    start = sentence.start(change.found.start())
    end = sentence.end(change.found.end() - 1)
    before = [named for named in amended if named.mention.start < end]
    if not before:
        return
    passage = next(p for p in reversed(document.passages) if p.start <= start)
    new = _words(document, sentence, change, "new")
    numbers = list(_labels(change.group("number")))
    labels: list[str | None] = list(_labels(target)) or [None]
    inserted = _shared(new, len(labels)) if change.action is AmendmentAction.INSERT else []
    for position, label in enumerate(labels):
        found = Amendment(
            where=passage.where,
            work=passage.work,
            span=document.folded.span(start, end),
            rule=f"amendment.{change.action}",
            title=before[-1].mention.title,
            number=before[-1].mention.number,
            target=label,
            action=change.action,
            old=_words(document, sentence, change, "old"),
            new=[*numbers, *inserted][position] if position < len(numbers or inserted) else new,
        )
        yield _renumbered(found)
        if numbers and new:  # 第七条改为第八条，修改为：“…”
            replaced = AmendmentAction.REPLACE
            part = f"{label}{change.group('part')}"  # …，并将第一款修改为：“…”
            rule = f"amendment.{replaced}"
            yield replace(found, action=replaced, rule=rule, target=part, new=new)


def _shared(new: str | None, count: int) -> list[str | None]:
    """Return the new words of each of several articles that are put in: a paragraph for each."""
    paragraphs = [line.strip(" “") for line in (new or "").split("\n")]
    return list(paragraphs) if len(paragraphs) == count > 1 else [new] * count


def _renumbered(found: Amendment) -> Amendment:
    """Return “第八条”调整为“第七条” as the new number that it is."""
    old, new = found.old or "", found.new or ""
    words = found.action is AmendmentAction.REPLACE and found.target is None
    if not (words and ARTICLE.fullmatch(old) and ARTICLE.fullmatch(new)):
        return found
    action = AmendmentAction.RENUMBER
    return replace(found, action=action, rule=f"amendment.{action}", target=old, old=None)


def _target(change: _Change) -> str:
    """Return the articles of a change: 第九条增加一款，作为第三款 is one in 第九条."""
    target, base, last = change.group("target"), change.group("base"), change.group("last")
    replaced = change.action is AmendmentAction.REPLACE
    if replaced and target and "条" in (last or ""):
        return target  # 第十七条第二款“甲”修改为“乙”，作为第十八条第二款: its number before
    if last:  # 第五条增加“丙”，作为第（十六）项
        return completed(target or base, last) if target or base else last
    if not base or change.group("behind"):
        return target
    return f"{base}{target}" if target and "条" not in target else target or base


def _labels(target: str) -> Iterator[str]:
    """Yield the articles of a list; other parts (附件1, 名称, 第一部分第3点) as they are."""
    articles = list(cited_articles(target, 0, len(target)))
    if articles and not _OF_SECTIONS.search(target):
        yield from (article.label for article in articles)
    else:
        yield from (one.group() for one in _each().finditer(target))


@cache
def _each() -> re.Pattern[str]:
    return re.compile(_ONE)


def _words(document: Document, sentence: Skeleton, change: _Change, group: str) -> str | None:
    """Return the words of the quotations of a group, as the source has them, or None."""
    if not change.group(group):
        return None
    first, stop = change.found.span(group)
    spans = [sentence.words(i) for i in range(first, stop) if sentence.text[i] == QUOTATION]
    return "、".join(
        document.quote(document.folded.span(*span)) for span in spans if span[0] < span[1]
    )
