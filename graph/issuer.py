"""Who issued a document, and of which place it is.

The document's own words come first: the issuing body that its title or signature names, with the
place in that name or, for a bare name (市教委), in the title or, where all that the text says of it
is one place, in the text (武汉市教育局, 武汉市行政区域). The register of number codes comes second,
and third what a text tells of itself: it goes to 各省、自治区、直辖市, 结合修水县实际,
or 本市 below 津国土房保〔2009〕.
What neither tells stays unknown: a town has no code, and what is of many places is of none.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from graph.model import Jurisdiction
from graph.resolve.documents import number_code
from graph.resolve.places import leading_level, level_word, words
from ontology import agencies, divisions, issuers, lexicon, zones
from ontology.issuers import Issuer, Unknown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from graph.model import Document
    from ontology.divisions import Division

_SEVERAL = re.compile(r"[、，\s]")
_YEAR = re.compile(r"〔(?P<year>\d{4})〕")
_ORDER = re.compile(r".{3,24}令(?:(?:\d{4}年)?第|〔\d{4}〕)\d+号")
_OF_A_PLACE = re.compile(r"政府|人大|代表大会|[省市县区州盟旗]")
_OPENING = re.compile(
    r"^(?:（[^（）]*）|关于|印发|转发|公布|发布|实施|贯彻|执行|做好|《|〈|“|\d+年?|\s)+"
)
# 中国（上海）自由贸易试验区: a zone that bears the name of the place whose it is
_ZONE = re.compile(r"中国（(?P<named>[\u4e00-\u9fff]{2,3})）自由贸易(?:试验区|港)")
_PLACE = r"(?P<place>[\u4e00-\u9fff]{1,11}"
# 兵团第八师石河子市人民政府: a division of the corps and its city are one body, of the city
_CORPS_AND_CITY = re.compile(
    r"^(?:新疆生产建设兵团|兵团)?第[一二三四五六七八九十]{1,3}师(?=[\u4e00-\u9fff]{2,6}市)"
)
_DEPARTMENT = r"[\u4e00-\u9fff]{2,12}?(?:委员会|厅)"  # a page names the department of today
# 结合修水县实际, 立足坪山区工作实际; 各区要结合某市实际 asks others
_SUITED = re.compile(
    r"(?:(?<![\u4e00-\u9fff])|(?<=实际))(?:现|并|和|同时|紧密|密切|充分|切实)*"
    r"(?:结合|立足)(?P<place>[\u4e00-\u9fff]{2,11}?[省市县区州盟旗])的?(?:工作|发展|具体)?实[际情]"
)
# 某市某地区开发建设管理委员会（以下简称“管委会”）: a body of which a text will speak often
_SHORTENED = re.compile(r"(?<=[会府局厅])（以下(?:统?称|简称)[^（）\n]{2,20}）")
_RUN = re.compile(r"[\u4e00-\u9fff]+$")
_PLACE_WITHIN = re.compile("(?<=[\u4e00-\u9fff])[省市县区州盟旗](?![市区县]?域|场|政)")
# 各省、自治区、直辖市人民政府: whoever writes to all of them is of the state
_ALL_PROVINCES = re.compile(r"^各(?:省[、（]?(?:自治)?区[、，]?(?:直辖)?市）?)(?!辖|直|属)")
_LONGEST_BODY = 32  # characters
_LONGEST_NAME = 12  # characters of a place
_OPENS = 2000  # characters of a text in which it says what it is made for
_SHORTEST_NAME = 3  # characters: 南开区; a place of two, 吉县, is as often part of other words


def issuer_of(document: Document) -> Issuer | Unknown:
    """Return the body that issued a document, the first of several, with its level and place."""
    code = number_code(document.number) if document.number else ""
    names = [name.name for name in document.issuers] or [document.issuer or ""]
    places = (_place_of_body(name) for name in names if name)
    place = next((each for each in places if each), None)
    if document.issuer and not place and _is_bare(document.issuer):
        place = _place_of_bare(document)
    if document.issuer and place:
        body = _SEVERAL.split(document.issuer)[0]
        return Issuer(body, place.level, place.code, confirmed=True)
    if document.issuer and not place and _gives_orders_of_state(document):
        return Issuer(document.issuer, "国", divisions.NATION, confirmed=True)
    near = next(_places_named(document), None)
    return issuers.by_code(code, near.code if near else None) if code else Unknown(code)


def jurisdiction_of(document: Document) -> Jurisdiction | None:
    """Return the place that a document is of: its issuer's, or the one that its title names."""
    issuer = issuer_of(document)
    if isinstance(issuer, Issuer):
        place = divisions.get(issuer.division)
    else:
        nation = divisions.get(divisions.NATION) if _is_for_all_provinces(document) else None
        place = nation or next(_places_named(document), None) or _own_place(document)
    return Jurisdiction(place.code, place.name, zone_of(document)) if place else None


def _is_for_all_provinces(document: Document) -> bool:
    """Whether a document goes to 各省、自治区、直辖市人民政府; 各省辖市人民政府 are of one."""
    return any(_ALL_PROVINCES.match(addressee.name) for addressee in document.addressees)


def _gives_orders_of_state(document: Document) -> bool:
    """Whether a department without a place gave an order: those of the state alone do (立法法).

    药品监管局令第4号 is one of the state, 人民政府令第4号 and 市公安局令第4号 say of no place.
    """
    issuer = document.issuer or ""
    ordered = _ORDER.fullmatch(document.number or "") is not None
    local = bool(leading_level(issuer)) or _OF_A_PLACE.search(issuer) is not None
    return ordered and not local and not zones.leading(issuer)


def zone_of(document: Document) -> str:
    """Return the zone whose body issued a document, or an empty string."""
    issuer = document.issuer or ""
    named = (zones.leading(name) for name in (issuer, divisions.split_leading(issuer)[1]))
    return next((zone.name for zone in named if zone), "")


def day_of(document: Document) -> dt.date | None:
    """Return the day as of which a document names bodies: that of its issue.

    Without it, the last of the year in its number; None where it states neither.
    """
    return dated(document.date_issued, document.number)


def dated(issued: dt.date | None, number: str | None) -> dt.date | None:
    """Return the day of a document by its date of issue or, without it, by its number.

    >>> dated(None, "库政办发〔2018〕171号"), dated(None, "国务院令第663号")
    (datetime.date(2018, 12, 31), None)
    """
    if issued or not number:
        return issued
    year = _YEAR.search(number)
    return dt.date(int(year["year"]), 12, 31) if year else None


def place_in(title: str) -> Division | None:
    """Return the place that a title begins with, behind what titles open with.

    >>> place_in("关于印发库尔勒市推动非户籍人口在城市落户实施方案的通知").code
    '652801'
    >>> place_in("2016年南开区小学招生入学工作实施意见").code, place_in("土地管理办法")
    ('120104', None)
    """
    rest = _OPENING.sub("", title)
    if rest.startswith(tuple(lexicon.concepts("levels")["国"].written)):
        return divisions.register()[divisions.NATION]
    if named := _ZONE.match(rest):
        return divisions.by_stem(named["named"], divisions.NATION)
    if zone := zones.leading(rest):
        return zone.division
    division, behind = divisions.split_leading(rest)
    long_enough = len(rest) - len(behind) >= _SHORTEST_NAME
    return division if division and long_enough and not behind.startswith("域") else None


def _place_of_body(body: str) -> Division | None:
    """Return the place that the name of a body begins with; the nation's for a national body."""
    local = next((body.removeprefix(w) for w in words("party") if body.startswith(w)), body)
    local = _CORPS_AND_CITY.sub("", local)
    division, _ = divisions.split_leading(local)
    if division:
        return division
    if zone := zones.leading(local):
        return zone.division
    nation = divisions.register()[divisions.NATION]
    if body.startswith(tuple(lexicon.concepts("levels")["国"].written)):
        return nation
    kinds = (agencies.by_national_name(body[:end]) for end in range(len(body), 1, -1))
    kind = next((kind for kind in kinds if kind), None)
    if kind is None:
        return None
    return (
        divisions.split_leading(kind.full)[0] or nation
    )  # 兵团办公厅 is in 新疆, as its name says


def _is_bare(body: str) -> bool:
    return bool(leading_level(body)) or agencies.by_name(body) is not None


def _place_of_bare(document: Document) -> Division | None:
    """Return the place of a body that is named without it, by the title: of 市教委, a city."""
    word = leading_level(document.issuer or "")
    for place in _places_named(document):
        for division in divisions.ascending(place.code):
            if word in {"", level_word(division), level_word(division).removeprefix("自治")}:
                return division
    names = [name.name for name in document.issuers] or [document.issuer or ""]
    found = {_place_in_text(document, name, word) for name in names} if word else set()
    found.discard(None)
    return found.pop() if len(found) == 1 else None


def _place_in_text(document: Document, body: str, word: str) -> Division | None:
    """Return the one place of a level that a text names its bare issuer by, or its territory.

    武汉市教育局, 武汉市行政区域 for 市教育局; None where the text names several such places.
    """
    name = re.escape(body.removeprefix(word))
    named = re.compile(
        rf"{_PLACE}{word})(?:{name}|(?:所辖)?行政区域|(?:人民)?政府|各[区县乡镇街]|{_DEPARTMENT})"
    )
    found = set()
    for match in named.finditer(document.folded.text):
        words_before = match["place"]
        names = (words_before[at:] for at in range(len(words_before) - 2))
        places = (divisions.by_name(each) for each in names)
        found.add(next((place.code for place in places if place), ""))
    found.discard("")
    return divisions.get(found.pop()) if len(found) == 1 else None


def _own_place(document: Document) -> Division | None:
    """Return the place that a text calls its own, where it is the one that 本市, 我县 can mean.

    It is named as what the text suits (结合修水县实际) or, without that, in the name of a body that
    the text will call by a short one; or a number begins with the sign of its
    province (津国土房保) and the text speaks of this level alone, or its title names one place of
    that level. What a text suits is not the place of a town, or of a body of another level.
    """
    text, issuer = document.folded.text, document.issuer or ""
    of_issuer, alone = leading_level(issuer), not issuer or _is_bare(issuer)
    levels = {match["level"] for match in _own_words().finditer(text)}
    suited = _SUITED.finditer(text, 0, _OPENS) if "实际" in text[:_OPENS] else iter(())
    named = [place for match in suited if (place := divisions.by_name(match["place"]))]
    named = named or list(_places_of_shortened(text))
    found = {place.code: place for place in named}
    if len(found) == 1:
        place = found.popitem()[1]
        its = level_word(place)
        fits = (not levels or its in levels) and of_issuer in {"", its, its.removeprefix("自治")}
        return place if fits and alone else None
    code = number_code(document.number) if document.number else ""
    province = _signs().get(code[:1])
    if province and levels == {level_word(province)}:
        return province
    titled = {place.code: place for place in _within(document.title) if level_word(place) in levels}
    place = titled.popitem()[1] if len(titled) == len(levels) == 1 else None
    its = level_word(place) if place else ""
    return place if alone and of_issuer in {"", its, its.removeprefix("自治")} else None


def _places_of_shortened(text: str) -> Iterator[Division]:
    """Yield the places of the bodies that a text gives a short name."""
    for match in _SHORTENED.finditer(text, 0, _OPENS):
        run = _RUN.search(text, max(0, match.start() - _LONGEST_BODY), match.start())
        words_before = run.group() if run else ""
        for at in range(len(words_before)):
            place, behind = divisions.split_leading(words_before[at:])
            if place and len(words_before) - at - len(behind) >= _SHORTEST_NAME:
                yield place
                break


def _within(title: str) -> Iterator[Division]:
    """Yield the places that a title names anywhere: 关于将深圳市大学生纳入医疗保险的通知."""
    for match in _PLACE_WITHIN.finditer(title):
        stop = match.end()
        names = (title[at:stop] for at in range(max(0, stop - _LONGEST_NAME), stop - 1))
        place = next((place for name in names if (place := divisions.by_name(name))), None)
        if place:
            yield place


@cache
def _own_words() -> re.Pattern[str]:
    own, levels = "|".join(words("own-place")), "|".join(words("level"))
    return re.compile(rf"(?:{own})(?P<level>{levels})(?!域)")


@cache
def _signs() -> Mapping[str, Division]:
    """Return the provinces by the sign that the codes of their own bodies begin with: 津政发."""
    found: dict[str, set[str]] = {}
    for code, bodies in issuers.register().items():
        for body in bodies:
            if body.level == "省":
                found.setdefault(code[0], set()).add(body.division)
    signs = {sign: divisions.get(codes.pop()) for sign, codes in found.items() if len(codes) == 1}
    return MappingProxyType({sign: place for sign, place in signs.items() if place})


def _places_named(document: Document) -> Iterator[Division]:
    number = number_code(document.number) if document.number else ""  # 重庆市人民政府令
    titles = (document.title, *(work.title for work in document.works))
    for named in (number, *(title.removeprefix(document.issuer or "") for title in titles)):
        if place := place_in(named):
            yield place
