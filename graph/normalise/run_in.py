"""Where lines began in a text that stands on one line, where nothing is left of their ends.

A careful reader parts such a text by what its pieces are: who signs stands before the day, a title
that was announced comes again above its text, the name of a part above its first article.

Forms read, a stroke where a line begins::

    …请认真执行。|某市人民政府|2012年1月13日|某市住房管理办法|第一章 总则|第一条 为…
    …自公布之日起施行。|市 长 张三|二〇一二年三月五日|某市居住证办法|第一条 …
    …取得实效。|附件：任务分工|某市人民政府|2015年8月25日|（此件公开发布）|附件|任务分工|…
    关于印发《某市住房管理办法》的通知|各镇人民政府，市府各单位：|现将…
    某省居住证办法|2016-6-20 阅读次数：4376|市政府正在…             what a page states
    某省居住证发放办法|总则|第一条 为规范…                          a part's name without a label
    某市实施方案|一、总体要求                                       a title above the first label
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from graph.grammar.dates import DATE
from graph.grammar.document_numbers import find_numbers
from graph.grammar.numbering import find_labels
from graph.grammar.titles import find_titles
from graph.model import ProvisionKind as Kind
from graph.normalise.cuts import ends_a_name
from graph.normalise.glued_headings import text_starts
from ontology import agencies, divisions, lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.grammar.numbering import Label

_LONG: Final = 600  # characters of a line that may hold a text
_FEWEST_LABELS: Final = 3
_NUMBERING: Final = (Kind.ARTICLE, Kind.LEVEL1, Kind.LEVEL2)
_PARTS: Final = (Kind.BOOK, Kind.SUBBOOK, Kind.CHAPTER, Kind.SECTION)
_LONGEST_NAME: Final = 30  # characters of the name of a body
_LONGEST_TITLE: Final = 60
_LONGEST_LIST: Final = 400  # characters of a list of attachments
_SHORTEST_TITLE: Final = 6
_HEAD: Final = 1500  # characters in which a letter announces what it issues
_ENDED: Final = "。！；：）”\n"
_NOT_SIGNED: Final = re.compile(r"[ ]?[起前底至以，。、；内印召通发第公的]")
_REMARK: Final = re.compile(r"（(?:此件|本文|主动公开|依申请公开|不予公开)[^（）]{0,20}）")
_ADDITION: Final = re.compile(r"（(?:[^（）]{0,6}(?:稿|草案)|试行|暂行|[^（）]{0,4}修[订正])）")
_ANNEX: Final = re.compile(r"附[ ]?件[ ]?(?:\d{1,2}|[一二三四五六七八九十]{1,2})?(?![：:\d])")
_LIST: Final = re.compile(r"(?<=[。）])附件[：:]")
_PART_NAME: Final = re.compile(r"(?:总[ ]?则|前言|目[ ]?录)$")
_NAME_OF_PART: Final = re.compile(r"(?<=。)[\u4e00-\u9fff、]{2,16}[ ]?$")
_BRACKETED: Final = re.compile(r"[ ]?（[\u4e00-\u9fff、]{2,16}）(?=[\u4e00-\u9fff《“])")
_TEXT_BEGINS: Final = re.compile(
    r"第一[编章条]|一、|（一）|1[.、]|为(?:[了贯认进加切深全规保促推做建])|根据|按照|依据"
)
_ADDRESS: Final = re.compile(
    r"(?:各|国务院|[\u4e00-\u9fff]{2,12}(?:人民政府|委员会|管委会))[^。；：\n]{1,300}?：(?!\d)"
)
_NUMBER: Final = re.compile(r"[\u4e00-\u9fff]{2,10}〔\d{4}〕\d{1,4}号[ ]?")
_STATED: Final = re.compile(
    r"[ ]?(?:\d{4}[-/.年]|发布|时间|日期|来源|作者|文号|索引"
    r"|[\u4e00-\u9fff]{2,14}网站?[ ]?(?:www|时间|发布|\d{4}))"
)
_PAGE: Final = re.compile(  # 阅读次数：4376, 【字体：大中小】
    r"(?:阅读|浏览|点击|访问)(?:次数|量|数)?[ ]?：[ ]?\d+次?|〔[ ]?字[体号][^〔〕]{0,12}〕"
)
_CITED: Final = re.compile(
    r"(?:》|的|根据|依据|依照|参照|按照|符合|违反|适用|本(?:办法|条例|规定|细则|法))[ ]?$"
)


@cache
def _chief() -> re.Pattern[str]:
    offices = sorted(lexicon.concepts("agency-words")["chief"].written, key=len, reverse=True)
    spaced = "|".join("[ ]?".join(map(re.escape, office)) for office in offices)
    return re.compile(
        rf"(?:{spaced})[ ]?[：:]?[ ]?[\u4e00-\u9fff·](?:[ ]?[\u4e00-\u9fff·]){{1,3}}$"
    )


@cache
def _kind() -> re.Pattern[str]:
    return re.compile(rf"{lexicon.alternatives('document-kinds')}(?:（[^（）]{{1,24}}）)?")


@cache
def _title_end() -> re.Pattern[str]:
    return re.compile(rf"{_kind().pattern}$")


def line_starts(line: str) -> list[int]:
    """Return where further lines began in a line that holds what stood on many.

    >>> text = "请认真执行。某市人民政府2012年1月13日某市住房管理办法第一条 为规范管理。"
    >>> text += "".join(f"第{n}条 {'区政府负责落实，市民政局指导。' * 9}" for n in "二三四五六")
    >>> at = line_starts(text)
    >>> [text[a:b] for a, b in zip(at, at[1:])]
    ['某市人民政府', '2012年1月13日', '某市住房管理办法']
    """
    if len(line) <= _LONG:
        return []
    labels = list(find_labels(line, 0, len(line)))
    if sum(label.kind in _NUMBERING and _stands(line, label) for label in labels) < _FEWEST_LABELS:
        return []
    titles = _announced(line)
    found = {
        *_headed(line),
        *_addressed(line),
        *_signed(line, titles),
        *_parts_and_articles(line, labels),
        *_titled(line, titles, labels),
        *text_starts(line, [label for label in labels if _stands(line, label)]),
    }
    return sorted(at for at in found if 0 < at < len(line))


def _stands(line: str, label: Label) -> bool:
    """Whether a label stands where a line can have begun: behind a sentence."""
    return label.start == 0 or line[label.start - 1] in _ENDED


def _announced(line: str) -> Sequence[str]:
    """Return the titles that a letter names, and those of its list of attachments."""
    names = [line[t.start : t.end].strip("《》") for t in find_titles(line, 0, _HEAD)]
    found = [name for name in names if len(name) >= _SHORTEST_TITLE]
    for listed in _LIST.finditer(line):
        rest = line[listed.end() : listed.end() + _LONGEST_TITLE]
        cut = _name_at_end_of_list(rest)
        if cut >= _SHORTEST_TITLE and "1." not in rest[:3]:
            found.append(rest[:cut])
    return sorted(set(found), key=len, reverse=True)


def _name_at_end_of_list(rest: str) -> int:
    """Return where what is attached ends: before the body that signs, and the day."""
    date = DATE.search(rest)
    return _name_before(rest, date.start()) if date else 0


def _headed(line: str) -> Iterator[int]:
    """Yield where a title that begins the text ends, and what a page states beside it."""
    for kind in _kind().finditer(line, 0, _LONGEST_TITLE):
        numbers = list(_numbers_at(line, kind.end()))
        if numbers or _STATED.match(line, kind.end()):
            yield from (kind.end(), *numbers)
            break
    yield from (match.end() for match in _PAGE.finditer(line, 0, _HEAD))


def _numbers_at(line: str, at: int) -> Iterator[int]:
    """Yield where the numbers of a document end that stand behind its title, one on the other."""
    for number in find_numbers(line, at, min(len(line), at + _LONGEST_TITLE)):
        if number.start != at or line[at] == "的":
            return
        at = number.end
        yield at


def _addressed(line: str) -> Iterator[int]:
    """Yield where the address of a letter begins behind its title, and where its text does."""
    for kind in _kind().finditer(line, 0, _HEAD):
        number = _NUMBER.match(line, kind.end())
        begin = number.end() if number else kind.end()
        address = _ADDRESS.match(line, begin)
        if address:
            yield from (kind.end(), begin, address.end())
            return


def _signed(line: str, titles: Sequence[str]) -> Iterator[int]:
    """Yield where a signature begins, its day, and what stands behind it."""
    for date in DATE.finditer(line):
        if not (date["day"] or date["iso_day"]) or _NOT_SIGNED.match(line, date.end()):
            continue
        name = _name_before(line, date.start())
        chief = _chief().search(line[max(0, date.start() - _LONGEST_NAME) : date.start()].rstrip())
        if chief:
            name = max(0, date.start() - _LONGEST_NAME) + chief.start()
        behind = list(_behind_signature(line, date.end(), titles))
        alone = behind and line[date.start() - 1] == "。"  # a day that no name stands before
        if alone or 0 < name < date.start():
            listed = line.rfind("附件：", max(0, name - _LONGEST_LIST), name)
            yield from (name, date.start(), date.end(), *behind)
            if listed > 0 and "。" not in line[listed:name]:
                yield listed


def _behind_signature(line: str, at: int, titles: Sequence[str]) -> Iterator[int]:
    """Yield where remarks, 附件 and the title of what is attached end behind the day."""
    while remark := _REMARK.match(line, at):
        at = remark.end()
        yield at
    if annex := _ANNEX.match(line, at):
        at = annex.end()
        yield at
    title = next((title for title in titles if line.startswith(title, at)), None)
    if title:
        at += len(title)
        yield at
        addition = _ADDITION.match(line, at)
        yield addition.end() if addition else at


def _name_before(line: str, end: int) -> int:
    """Return where the name of a body begins that ends before ``end``, or ``end`` itself.

    It stands behind a sentence, or is told by the register or the place that it begins with.
    """
    stop = len(line[:end].rstrip())
    first = max(0, stop - _LONGEST_NAME)
    words = line[first:stop]
    if not ends_a_name(words):
        return end
    cut = max(words.rfind(mark) for mark in _ENDED) + 1
    for at in range(cut, len(words) - 2):
        rest = words[at:]
        place, behind = divisions.split_leading(rest)
        if agencies.by_national_name(rest) or (place and _is_office(behind)):
            return first + at
    told = cut and re.fullmatch(r"[\u4e00-\u9fff、 ]{3,20}", words[cut:])
    return first + cut if told else end


def _is_office(words: str) -> bool:
    known = agencies.by_name(words) or agencies.by_national_name(words)  # 山东省国家保密局
    return words.startswith("人民政府") or known is not None


def _parts_and_articles(line: str, labels: Sequence[Label]) -> Iterator[int]:
    """Yield where the first article of a work begins, and the name of the part that it opens."""
    kept = [label for label in labels if label.kind in (*_PARTS, Kind.ARTICLE)]
    articles = [label for label in labels if label.kind is Kind.ARTICLE]
    first = {a.start for a, b in pairwise(articles) if (a.ordinal, b.ordinal) == (1, 2)}
    previous: Label | None = None
    for label in kept:
        if label.start in first and not _CITED.search(line, 0, label.start):
            yield label.start
            opened = previous and label.start - previous.end <= _LONGEST_NAME
            if previous and opened and previous.kind in _PARTS:
                yield previous.start
            named = _PART_NAME.search(line, max(0, label.start - 4), label.start)
            if named and not opened:
                yield named.start()
        previous = label
    yield from _below_names(line, articles)
    bracketed = [match for a in articles if (match := _BRACKETED.match(line, a.end))]
    if len(bracketed) >= _FEWEST_LABELS and 2 * len(bracketed) >= len(articles):
        yield from (match.end() for match in bracketed)


def _below_names(line: str, articles: Sequence[Label]) -> Iterator[int]:
    """Yield where the name of a part without a label stands above an article, and that article."""
    for before, label, behind in zip(articles, articles[1:], articles[2:], strict=False):
        if not before.ordinal + 1 == label.ordinal == behind.ordinal - 1:
            continue
        name = _NAME_OF_PART.search(line, max(before.end, label.start - _LONGEST_NAME), label.start)
        if name and not _stands(line, label) and not _CITED.search(name.group()):
            yield from (name.start(), label.start)


def _titled(line: str, titles: Sequence[str], labels: Sequence[Label]) -> Iterator[int]:
    """Yield where a title begins above its text that was announced, and where its text does."""
    for title in titles:
        at = line.find(title)
        while at >= 0:
            addition = _ADDITION.match(line, at + len(title))
            end = addition.end() if addition else at + len(title)
            begun = not at or line[at - 1] in "。）日\n" or _ANNEX.search(line, at - 5, at)
            if begun and _TEXT_BEGINS.match(line, end):
                yield at
                yield end
            at = line.find(title, end)
    for label in labels:
        if label.kind is Kind.LEVEL1 and label.ordinal == 1:
            if _stands(line, label):
                yield label.start
            before = line[max(0, label.start - _LONGEST_TITLE) : label.start]
            if before and before[-1] not in _ENDED and _title_end().search(before):
                yield label.start
