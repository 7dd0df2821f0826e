"""Where a text names other documents: title, number, short form, law, and the article it names.

Forms read::

    《关于…的通知》（国办发〔2016〕72号）                title, number in brackets behind it
    《某办法》（2016年12月1日省人民政府令第2号发布）     the bracket says when and by which order
    国务院令第322号公布的《规章制定程序条例》            number before the title
    《环境信息公开办法》（试行）                         part of the title though behind its mark
    对新政发〔2014〕68号文件已明确的                     number alone
    依照行政许可法第十二条                               a law without title marks
    《政府信息公开条例》第二十二条、第二十三条第一款     the articles that are meant
    《A》（N，以下简称《意见》） … 《意见》              a short form, and what it means
    《B》（国务院令第663号） … 《B》                     a title that the text joined to a number
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from graph.extract.citation_words import words
from graph.extract.cited_titles import STANDARD, ends_in_kind, is_kind_alone, names_document
from graph.extract.law_names import find_law_names
from graph.grammar.articles import Article, cited_articles
from graph.grammar.document_numbers import find_numbers
from graph.grammar.titles import LONGEST, find_titles

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from graph.grammar.document_numbers import DocumentNumber
    from graph.grammar.sentences import Stretch

_BRACKET = re.compile(r"[ \n]?（[^（）\n]*(?:（[^（）\n]*）[^（）\n]*){0,3}）")
_REST = re.compile(r"[^，；《》（）]{0,16}）")  # …令第2号发布）
_LONGEST_BRACKET = 160  # characters of a history: 2001年…公布，根据2011年…修订
_MOST_BRACKETS = 3
_YEARS = (  # （第二版） （2018年版） （2014—2020年）
    r"第[一二三四五六七八九十\d]{1,3}版|(?:19|20)\d{2}年?版"
    r"|(?:19|20)\d{2}年?[-—~至](?:19|20)\d{2}年?"
)
_OWN_ANNEX = re.compile(r"见?附(?:件|表|后|录)|见附")
_AMENDED_BY = re.compile(r"根据|依据|按照|参照|代替|取代")
_ISSUED_AS = r"(?:号?文件?)?(?:中)?(?:公布|发布|颁布|印发|下发|颁发|批转|转发)"
_AHEAD = re.compile(
    rf"{_ISSUED_AS}(?:了|施行的|实施的|的|（[^（）]{{1,20}}）)?"  # …令第322号公布的《
    rf"|{_ISSUED_AS}[、，](?:[^《》。；]{{0,80}}(?:修正|修改|修订)[^《》。；]{{0,12}}的)?"
)
_SHORTENED = re.compile(r"(?:统称|简称|下称|以下称)[为：:]?$")
_DEFINITION = re.compile(
    r"(?:以下(?:统|简)?称|(?<=[，（])[简下]称)[为：:]?"
    r"(?:《(?P<marked>[^《》\n]{2,30})》|[“”]?(?P<plain>[\u4e00-\u9fff]{2,14}?)[“”]?(?=[）。，；]))"
)
_FURTHEST_DEFINITION = 40  # characters between a title and the short form of it
_FURTHEST_AHEAD = 120  # characters between a number and the title that it is said to issue
_CJK = "[\u4e00-\u9fff《》〈〉（）“”、]"
_BLANK = re.compile(f"(?<={_CJK}) (?={_CJK})")
_NOT_IT = "本该其此新旧原各两"  # 本条例第五条 is another's article


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


@dataclass(frozen=True, slots=True)
class Names:
    """What a text has said of the documents it names: short forms, and numbers of titles."""

    short_forms: Mapping[str, Mention]
    numbers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Behind:
    """The brackets behind a title: what they add to it, their number, and where they end."""

    addition: str
    number: DocumentNumber | None
    end: int
    reach: int
    standard: bool
    own_annex: bool


def plain_title(title: str) -> str:
    """Return a title without what set it: 中华人民共 和国精神卫生 法, and soft hyphens."""
    title = re.sub(r"(?<=\d)\u00ad(?=\d)", "-", title).replace("\u00ad", "")
    return _BLANK.sub("", title)


def names_in(text: str, known: Collection[str], own: Collection[str]) -> Names:
    """Return what ``text`` says of the documents that it names.

    A title with one number is that document wherever the text writes it, but not where it is one of
    the text's ``own`` titles: the older document of that name is another one.
    """
    numbers: dict[str, set[str]] = {}
    for title in find_titles(text, 0, len(text)):
        behind = _behind(text, title.end, len(text), known)
        before = max(0, title.start - _FURTHEST_AHEAD)
        ahead = _ahead(text, list(find_numbers(text, before, title.start, known)), title.start)
        number = behind.number or (ahead[0] if ahead else None)
        if number:
            whole = plain_title(text[title.start + 1 : title.end - 1]) + behind.addition
            numbers.setdefault(whole, set()).add(number.text)
    joined = {
        title: next(iter(found))
        for title, found in numbers.items()
        if len(found) == 1 and re.sub(r"[《》〈〉\s]", "", title) not in own
    }
    return Names(dict(_short_forms(text, known)), joined)


def _short_forms(text: str, known: Collection[str]) -> Iterator[tuple[str, Mention]]:
    """Yield the short forms that the text defines: 意见 for 《A》（N，以下简称《意见》）."""
    for definition in _DEFINITION.finditer(text):
        before = text.rfind("》", 0, definition.start())
        if before < 0 or definition.start() - before > _FURTHEST_DEFINITION:
            continue
        if not definition["marked"] and text[before + 1 : definition.start()].strip("（"):
            continue  # a plain word shortens what stands directly before the bracket
        titles = list(find_titles(text, max(0, before - LONGEST), before + 1))
        if titles and titles[-1].end == before + 1:
            title = titles[-1]
            number = next(find_numbers(text, title.end, definition.end(), known), None)
            addition = _behind(text, title.end, len(text), known).addition
            inner = plain_title(text[title.start + 1 : title.end - 1]) + addition
            if number or ends_in_kind(inner):
                written = number.text if number else None
                short = definition["marked"] or definition["plain"]
                yield short, Mention(inner, written, title.start, title.end, title.end)


def find_mentions(
    text: str, start: int, end: int, names: Names, known: Collection[str]
) -> list[Mention]:
    """Return the documents named between the offsets, in the order of the text."""
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
        behind = _behind(text, title.end, end, known)
        inside = [n for n in numbers if title.end <= n.start < behind.reach]
        ahead = _ahead(text, [n for n in numbers if last <= n.start < title.start], title.start)
        mention = _mention(text, title, behind, ahead[0] if ahead else None, names)
        numbers = [n for n in numbers if n not in inside and n not in ahead]
        last = behind.reach
        if mention:
            found.append(mention)
    found += [Mention(None, n.text, n.start, n.end, n.end) for n in numbers]
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
        for match in re.finditer(
            rf"(?<![{_NOT_IT}\u4e00-\u9fff《])(?:根据|按照|依照|依据|违反)?(?P<short>{re.escape(short)})"
            r"(?=第[〇零一二三四五六七八九十百\d]{1,5}条)",
            text[start:end],
        ):
            first, stop = start + match.start("short"), start + match.end("short")
            if first >= meant.end and first not in held:
                yield Mention(meant.title, meant.number, first, stop, stop)


def _behind(text: str, at: int, end: int, known: Collection[str]) -> _Behind:
    """Read the brackets that stand behind a title."""
    addition, number, stop, reach = "", None, at, at
    standard = own_annex = False
    for _ in range(_MOST_BRACKETS):
        bracket = _BRACKET.match(text, reach, min(end, reach + _LONGEST_BRACKET))
        if bracket is None:
            break
        first = bracket.start() + bracket.group().index("（") + 1
        inner = text[first : bracket.end() - 1]
        found = [
            n
            for n in find_numbers(text, first, bracket.end() - 1, known)
            if not _AMENDED_BY.search(text, first, n.start)
        ]
        if bracket.group()[0] == "\n" and not found:
            break
        version = re.match(rf"(?:{words('version')}|{_YEARS})(?=[，、；]|$)", inner)
        if version and not addition and not number:
            addition = f"（{version.group()}）"
            stop = bracket.end() if version.end() == len(inner) else at
        if found and number is None:
            number = found[0]
            rest = _REST.match(text, number.end, bracket.end())
            stop = rest.end() if rest else number.end
        standard = standard or STANDARD.match(inner) is not None
        own_annex = own_annex or _OWN_ANNEX.search(inner) is not None
        reach = bracket.end()
    return _Behind(addition, number, stop, reach, standard, own_annex)


def _ahead(text: str, numbers: list[DocumentNumber], at: int) -> list[DocumentNumber]:
    """Return the number before the title at ``at``, and with it the orders that changed it."""
    for index, number in enumerate(numbers):
        between = text[number.end : at]
        if not between or _AHEAD.fullmatch(between):
            return numbers[index:]
    return []


def _mention(
    text: str, title: Stretch, behind: _Behind, ahead: DocumentNumber | None, names: Names
) -> Mention | None:
    inner = plain_title(text[title.start + 1 : title.end - 1])
    number = behind.number or ahead
    first = ahead.start if ahead and not behind.number else title.start
    whole = inner + behind.addition
    found = Mention(whole, None, first, behind.end, behind.reach, (), behind.own_annex)
    if number:
        return replace(found, number=number.text)
    if _SHORTENED.search(text, max(0, title.start - 6), title.start):
        return None
    meant = names.short_forms.get(inner)
    if meant:
        if title.start <= meant.end:
            return None
        return replace(found, title=meant.title, number=meant.number, end=title.end)
    if names_document(whole) or (behind.standard and not is_kind_alone(inner)):
        return replace(found, number=names.numbers.get(whole))
    return None


def _with_articles(text: str, mention: Mention, end: int) -> Mention:
    articles = tuple(cited_articles(text, mention.reach, end))
    return replace(mention, articles=articles, reach=articles[-1].end) if articles else mention
