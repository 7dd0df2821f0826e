"""Where a text names other documents: by title, number, short form or name, and which article.

Forms read::

    《关于…的通知》（国办发〔2016〕72号）                what stands around a title
    对新政发〔2014〕68号文件已明确的                     number alone
    某市人民政府关于加强用水的通知（某政发〔2010〕4号）  a title without marks, by its number
    某政发〔2010〕4号“关于加强用水的通知”               a title in quotation marks
    依照行政许可法第十二条                               a law without title marks
    《意见》, 条例第五条                                 what the text said is short for another
    《政府信息公开条例》第二十二条、第二十三条第一款     the articles that are meant
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from graph.extract.around_titles import (
    ahead_of_title,
    behind_title,
    plain_title,
    standard_ahead,
)
from graph.extract.citation_words import words
from graph.extract.cited_titles import is_kind_alone, names_document
from graph.extract.law_names import find_law_names
from graph.extract.unmarked_titles import unmarked_title
from graph.grammar.articles import Article, cited_articles
from graph.grammar.document_numbers import find_numbers
from graph.grammar.titles import find_titles

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from graph.extract.around_titles import Behind
    from graph.extract.short_forms import Names
    from graph.grammar.document_numbers import DocumentNumber
    from graph.grammar.sentences import Stretch

_SHORTENED = re.compile(
    r"(?:统称|简称|下称|以下称)[为：:]?(?:《[^《》]{2,30}》[、和及]{0,2}){0,9}$"
)
# 卫医发〔2004〕269号“关于印发《处方管理办法》的通知”转发给你们
_QUOTED_TITLE = re.compile(
    r"(?:文件)?“(?P<title>关于[^“”。；\n]{4,80}的(?:通知|意见|决定|通报|批复|函|办法|规定|公告))”"
)
_BEFORE = 8  # characters before a title in which a paper's verb stands
_NOT_IT = "本该其此新旧原各两"  # 本条例第五条 is another's article

_SIGNS = ("《", "号", "期", "法")  # of titles, of numbers, of laws without marks


@dataclass(frozen=True, slots=True)
class Mention:
    """A document as a text names it at ``start`` to ``end``; at ``reach`` the sentence goes on."""

    title: str | None
    number: str | None
    start: int
    end: int
    reach: int
    articles: tuple[Article, ...] = ()
    own_annex: bool = False


def find_mentions(
    text: str, start: int, end: int, names: Names, known: Collection[str]
) -> list[Mention]:
    """Return the documents named between the offsets, in the order of the text."""
    if not _can_name(text, start, end, names):
        return []
    titles = list(find_titles(text, start, end))
    numbers = [
        number
        for number in find_numbers(text, start, end, known)
        if not any(title.start <= number.start < title.end for title in titles)
    ]
    found: list[Mention] = []
    taken: list[tuple[int, int]] = [(title.start, title.end) for title in titles]
    last = start
    for title in titles:
        inner = plain_title(text[title.start + 1 : title.end - 1])
        behind = behind_title(text, title.end, end, known, inner)
        inside = [n for n in numbers if title.end <= n.start < behind.reach]
        ahead = ahead_of_title(
            text, [n for n in numbers if last <= n.start < title.start], title.start
        )
        before = ahead[0] if ahead else standard_ahead(text, last, title.start)
        mention = _mention(text, title, behind, before, names)
        numbers = [n for n in numbers if n not in inside and n not in ahead]
        last = behind.reach
        if mention:
            found.append(mention)
    found += [_numbered(text, start, number) for number in numbers]
    found = _outermost(found)
    taken += [(mention.start, mention.end) for mention in found]
    free = _free(start, end, taken)
    for first, stop in free:
        for law in find_law_names(text, first, stop):
            name = text[law.start : law.end]
            meant = names.short_forms.get(name)
            title_of = meant.title if meant else name
            found.append(
                Mention(title_of, meant.number if meant else None, law.start, law.end, law.end)
            )
        found += _plain_short_forms(text, first, stop, names, found)
    return [_with_articles(text, mention, end) for mention in sorted(found, key=lambda m: m.start)]


def _can_name(text: str, start: int, end: int, names: Names) -> bool:
    """Whether a title, a number, a law or a short form can stand there: the cheap question."""
    for sign in _SIGNS:
        if text.find(sign, start, end) >= 0:
            return True
    return bool(names.short_forms) and text.find("第", start, end) >= 0


def _outermost(found: list[Mention]) -> list[Mention]:
    """Return those that begin inside no other, in the order of the text."""
    kept: list[Mention] = []
    at = reach = further = 0
    for one in sorted(found, key=lambda mention: mention.start):
        if one.start > at:  # those that begin at one place do not stand inside each other
            at, reach = one.start, further
        further = max(further, one.end)
        if one.start >= reach:
            kept.append(one)
    return kept


def _free(start: int, end: int, taken: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    at = start
    for first, stop in sorted(taken):
        if first > at:
            yield at, first
        at = max(at, stop)
    if at < end:
        yield at, end


def _plain_short_forms(
    text: str, start: int, end: int, names: Names, found: list[Mention]
) -> Iterator[Mention]:
    """Yield short forms without marks where an article stands behind: 条例第五条."""
    held = {mention.start for mention in found}
    for short, meant in names.short_forms.items():
        if text.find(f"{short}第", start, end) < 0:
            continue
        for match in re.finditer(
            rf"(?:(?<![{_NOT_IT}\u4e00-\u9fff《])|(?!实施){words('before-law')})(?P<short>{re.escape(short)})"
            r"(?=第[〇零一二三四五六七八九十百\d]{1,5}条)",
            text[start:end],
        ):
            first, stop = start + match.start("short"), start + match.end("short")
            if first >= meant.since and first not in held:
                yield Mention(meant.title, meant.number, first, stop, stop)


def _numbered(text: str, start: int, number: DocumentNumber) -> Mention:
    """Return the document of a number, with the title that the number stands in brackets behind."""
    quoted = _QUOTED_TITLE.match(text, number.end)
    if quoted:
        title_ = plain_title(quoted["title"].replace("《", "〈").replace("》", "〉"))
        return Mention(title_, number.text, number.start, quoted.end(), quoted.end())
    title = unmarked_title(text, start, number.start)
    if title is None:
        return Mention(None, number.text, number.start, number.end, number.end)
    end = number.end + text.startswith("）", number.end)
    return Mention(plain_title(text[title.start : title.end]), number.text, title.start, end, end)


def _mention(
    text: str, title: Stretch, behind: Behind, ahead: DocumentNumber | None, names: Names
) -> Mention | None:
    inner = plain_title(text[title.start + 1 : title.end - 1])
    number = behind.number or ahead
    first = ahead.start if ahead and not behind.number else title.start
    whole = inner + behind.addition
    found = Mention(whole, None, first, behind.end, behind.reach, (), behind.own_annex)
    if number:
        return replace(found, number=number.text)
    if _SHORTENED.search(text, max(0, title.start - 80), title.start):
        return None
    meant = names.short_forms.get(inner)
    if meant and title.start >= meant.since:
        return replace(found, title=meant.title, number=meant.number, end=title.end)
    if _is_made_out(text, title, inner):
        return None
    if names_document(whole) or (behind.standard and not is_kind_alone(inner)):
        return replace(found, number=names.numbers.get(whole))
    return None


def _is_made_out(text: str, title: Stretch, inner: str) -> bool:
    """Whether a title is that of a paper which somebody makes out: 制作《会谈纪要》."""
    if "关于" in inner:
        return False
    before = text[max(0, title.start - _BEFORE) : title.start]
    return re.search(rf"{words('fills-in')}$", before) is not None


def _with_articles(text: str, mention: Mention, end: int) -> Mention:
    articles = tuple(cited_articles(text, mention.reach, end))
    return replace(mention, articles=articles, reach=articles[-1].end) if articles else mention
