"""What has the form of an agency's name: one body, or a set that the text does not enumerate."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from graph.grammar.body_names import body_endings, ending_pattern
from ontology import agencies, divisions, lexicon

LONGEST_NAME: Final = 40  # characters
_LONGEST_UNKNOWN = 8  # characters behind the level
_LONGEST_IN_COLUMN: Final = 16
NAME: Final = re.compile(r"[\u4e00-\u9fff（）“”A-Za-z、/]+")
_PARTICLE = re.compile("[由的]|不再")


@cache
def _alternatives(key: str) -> str:
    forms = lexicon.concepts("agency-words")[key].written
    return "(?:" + "|".join(sorted(map(re.escape, forms), key=len, reverse=True)) + ")"


@cache
def set_nouns() -> str:
    """Return a pattern of the nouns that mean a set of bodies (部门, 单位, 乡镇)."""
    return ending_pattern("set")


@cache
def body_pattern() -> re.Pattern[str]:
    """Return a pattern of how the names of bodies end (局, 委员会), and of their parts (督查室)."""
    return re.compile(rf"(?:{body_endings()}|{_alternatives('inner')})(?:（[^（）]*）)?$")


@cache
def set_pattern() -> re.Pattern[str]:
    """Return a pattern of how names of sets of bodies end."""
    return re.compile(rf"{set_nouns()}(?:（[^（）]*）)?$")


@cache
def _open_words() -> re.Pattern[str]:
    return re.compile(_alternatives("open"))


@cache
def level_pattern() -> re.Pattern[str]:
    """Return a pattern of the level that a name begins with (市, 省)."""
    return re.compile(_alternatives("level"))


@cache
def several_pattern() -> re.Pattern[str]:
    """Return a pattern of the words for all places of a level (县级, 县（市、区）)."""
    return re.compile(_alternatives("level-set"))


def is_open(name: str) -> bool:
    """Tell whether ``name`` means a set of bodies that it does not enumerate.

    >>> [is_open(n) for n in ("相关部门", "各乡镇（场）", "街道", "国务院有关部门", "市公安局")]
    [True, True, True, True, False]
    """
    if name.startswith("各") or re.fullmatch(set_nouns(), name):
        return True
    return _open_words().search(name) is not None and (
        set_pattern().search(name) is not None or body_pattern().search(name) is not None
    )


def is_agency(name: str) -> bool:
    """Tell whether ``name`` has the form of an agency's name or of an open set of them."""
    return (
        1 < len(name) <= LONGEST_NAME
        and NAME.fullmatch(name) is not None
        and _PARTICLE.search(name.replace("设区的市", "")) is None
        and (body_pattern().search(name) is not None or set_pattern().search(name) is not None)
    )


def can_be_in_column(name: str) -> bool:
    """Tell whether ``name`` can be one where a column says that bodies stand in it.

    >>> [can_be_in_column(name) for name in ("基层处", "中国电信分公司", "负责人签字", "见附件2")]
    [True, True, False, False]
    """
    return is_agency(name) or (
        1 < len(name) <= _LONGEST_IN_COLUMN
        and NAME.fullmatch(name) is not None
        and _PARTICLE.search(name) is None
        and verb_pattern().search(name) is None
        and not name.startswith(("见", "同", "另", "详", "各"))
        and "其" not in name
    )


@cache
def _weak() -> re.Pattern[str]:
    return re.compile(_alternatives("weak") + "$")


@cache
def _private() -> re.Pattern[str]:
    return re.compile(_alternatives("private") + "(?:（[^（）]*）)?$")


def could_be_listed(name: str) -> bool:
    """Tell whether what stands among names, but has not their form, can be the name of a body.

    A time, a place or what is to be done can not; ``市贸促会`` and ``国网供电公司`` can.

    >>> [could_be_listed(n) for n in ("市贸促会", "持续推进", "6月底前", "全市", "电信运营商")]
    [True, False, False, False, True]
    """
    return (
        1 < len(name) <= LONGEST_NAME
        and NAME.fullmatch(name) is not None
        and verb_pattern().search(name) is None
        and _term().search(name) is None
        and re.match(_alternatives("own-place") + _alternatives("level") + "$", name) is None
    )


@cache
def _term() -> re.Pattern[str]:
    """Words of time and of what is done; ``…`` forms of the scheme have no place in a name."""
    terms = [form for form in lexicon.scheme("deadline-kinds") if "…" not in form]
    return re.compile("|".join(map(re.escape, terms)) + "|" + _alternatives("act"))


def is_local(name: str) -> bool:
    """Tell whether a name of unknown ending begins with a level, as bodies do: 省贸促会.

    >>> [is_local(n) for n in ("省贸促会", "市场主体", "区域协作", "贸促会")]
    [True, False, False, False]
    """
    level = level_pattern().match(name)
    return (
        level is not None
        and could_be_listed(name)
        and re.match(_alternatives("no-level"), name) is None
        and 1 < len(name) - level.end() <= _LONGEST_UNKNOWN
    )


def is_private(name: str) -> bool:
    """Tell whether a name is of those who are no public body: 企业, 金融机构."""
    return _private().search(name) is not None


@cache
def verb_pattern() -> re.Pattern[str]:
    """Return a pattern of the words that no name of a body has in it."""
    return re.compile(_alternatives("not-in-name"))


def can_be_agency_in_text(name: str) -> bool:
    """Tell whether ``name``, met in running text, has the form of an agency's and no verb in it.

    >>> [can_be_agency_in_text(n) for n in ("市统计局", "科技部", "督促商业银行", "开发企业")]
    [True, True, False, False]
    """
    return (
        is_agency(name)
        and verb_pattern().search(name) is None
        and not is_private(name)
        and re.fullmatch(set_nouns(), name) is None
    )


def is_surely_agency(name: str) -> bool:
    """Tell whether a name with an agency's form can be nothing else.

    An ending that is as often part of another word (办理, 所在, 自由贸易区) needs a level, a place,
    an open word or the register's word before it.

    >>> [is_surely_agency(n) for n in ("市统计局", "各镇街", "自由贸易区")]
    [True, True, False]
    """
    if is_open(name) or not _weak().search(name):
        return True
    known = agencies.by_name(name) or agencies.by_national_name(name)
    return known is not None or level_pattern().match(name) is not None or has_place(name)


def has_place(name: str) -> bool:
    """Tell whether a name says its own place: 上库综合产业园区, 库尔勒市公安局, 国务院国资委."""
    return (
        re.match(
            r"[\u4e00-\u9fff]{2,12}?(?:市|县|州|省|自治区|园区|新区|开发区|经开区|高新区|景区|商务区|实验区)|国家|国务院|中央|中国|中共"
            r"|(?:高新|经开|开发)区|[\u4e00-\u9fff]{2,3}区(?:人民)?政府",
            name,
        )
        is not None
    )


def begins_with_city(name: str) -> bool:
    """Tell whether a name begins with a city's or a province's without its ending: 广安银保监分局.

    Counties do not count: 公安 and 民政 are names of fields too.
    """
    stems = (divisions.by_stem(name[:length], divisions.NATION) for length in (2, 3))
    return any(place is not None and place.code.endswith("00") for place in stems)


def is_relative(name: str) -> bool:
    """Tell whether a name says whose body is meant and no level: 居住地公安机关, 上级政府."""
    return re.match(_alternatives("whose"), name) is not None


def without_own_place(name: str) -> str:
    """Return a name without the word for one's own place: 本市协调小组 is 市协调小组."""
    return re.sub(f"^(?!全){_alternatives('own-place')}(?={_alternatives('level')})", "", name)


def is_of_a_system(name: str) -> bool:
    """Tell whether a name is of a system that no level stands before: 团省委, 国铁济南局."""
    return re.match(_alternatives("own-system"), name) is not None


@cache
def elliptic_pattern() -> re.Pattern[str]:
    """Return a pattern of names that leave out the places of the one before: 各市党委、政府."""
    return re.compile(_alternatives("elliptic") + "$")
