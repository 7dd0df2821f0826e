"""What has the form of an agency's name: one body, or a set that the text does not enumerate."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from graph.extract.responsibilities.name_places import begins_with_city, has_place
from graph.grammar.body_names import body_endings, ending_pattern
from ontology import agencies, lexicon

LONGEST_NAME: Final = 40  # characters
_SHORT = 2  # characters of an ending that other words have too
_LONGEST_UNKNOWN = 8  # characters behind the level
_LONGEST_IN_COLUMN: Final = 16
NAME: Final = re.compile(r"[\u4e00-\u9fff（）“”A-Za-z、/]+")
_SEVERAL_LEVELS = re.compile(  # 县级以上, 市、县（区）…, 负有…职责的部门
    r"级?以[上下]|^[省市县区州旗乡镇自治设的级各地]{1,5}(?:（[^（）]{1,8}）)?[、和及或]+"
    r"[省市县区州旗乡镇自治直辖设的级]{1,5}(?:（[^（）]{1,8}）)?(?![务委])|的"
)
_OF_A_FIELD = re.compile(
    r"(?<!行业)(?<!业务)(?<!上级)(?<!有关)(?<!相关)[\u4e00-\u9fff）]{2}(?:行政)?主管(?:部门|机关)$"
)
_BY_SHARE = re.compile(r"(?:牵头|成员|配合|协办|参与)(?:组织|责任|负责)*(?:单位|部门)$")
_OF_LEVEL = re.compile(r"(?:[省市县区州]级|[省市县区州]直属?)(?:各)?(?:部门|单位|机关)")
_PLAIN_OPEN = re.compile(
    "各|相关|有关|其他|属地|所在|涉及|^(?:[省市县区州][级直]?|国务院|国家|中央)?(?:上级|业务|行业|行政|其)*主管"
)
_BRANCH = re.compile("(?:海关|局|分局|支队|中心)$")
_OF_A_SYSTEM = re.compile("直属|隶属|主管|口岸|现场")
_THE_ONE = re.compile("[本该我此其原]|上述|前述")  # 本单位
_NO_BODY_PART = re.compile("[全局内外大]部$")  # 政府网站全部, 系统内部
_PARTICLE = re.compile(
    "[由的]|不再|^以下|均需|等(?:部门|单位|机构).|组成(?!员)|”[为是指]|（[一二三四五六七八九十]{1,4}）"
)


@cache
def alternatives(key: str) -> str:
    """Return a pattern of the words of a concept of ``agency-words``, the longest first."""
    return lexicon.alternatives("agency-words", key)


@cache
def set_nouns() -> str:
    """Return a pattern of the nouns that mean a set of bodies (部门, 单位, 乡镇)."""
    return ending_pattern("set")


@cache
def body_pattern() -> re.Pattern[str]:
    """Return a pattern of how the names of bodies end (局, 委员会), and of their parts (督查室)."""
    return re.compile(rf"(?:{body_endings()}|{alternatives('inner')})(?:（[^（）]*）)?$")


@cache
def set_pattern() -> re.Pattern[str]:
    """Return a pattern of how names of sets of bodies end."""
    return re.compile(rf"{set_nouns()}(?:（[^（）]*）)?$")


@cache
def _open_words() -> re.Pattern[str]:
    return re.compile(alternatives("open"))


@cache
def level_pattern() -> re.Pattern[str]:
    """Return a pattern of the level that a name begins with (市, 省)."""
    return re.compile(alternatives("level"))


@cache
def several_pattern() -> re.Pattern[str]:
    """Return a pattern of the words for all places of a level (县级, 县（市、区）)."""
    return re.compile(alternatives("level-set"))


@lru_cache(maxsize=4096)
def level_at_head(name: str) -> str:
    """Return the level that a name begins with, or nothing: 市 of 市民政局, but not of 市场监管.

    >>> [level_at_head(n) for n in ("市民政部门", "市场监管部门", "市民中心", "省财政厅")]
    ['市', '', '', '省']
    """
    level = level_pattern().match(name)
    if level is None:
        return ""
    rest = name[level.end() :]
    lookalike = re.match(alternatives("no-level"), name) and not agencies.bearers(rest)
    return "" if lookalike else level.group()


@lru_cache(maxsize=4096)
def is_open(name: str) -> bool:
    """Tell whether ``name`` means a set of bodies that it does not enumerate.

    >>> [is_open(n) for n in ("相关部门", "各乡镇（场）", "街道", "国务院有关部门", "市公安局")]
    [True, True, True, True, False]
    """
    if name.startswith(("各", "每")) or re.fullmatch(set_nouns(), name):  # 每省（区、市）
        return True
    if name.endswith(("分支机构", "派出机构", "派驻机构", "党组织")) or _is_any_unit(name):
        return True  # of a sort of units
    if _SEVERAL_LEVELS.search(name) or re.fullmatch(alternatives("role-noun"), name):
        return True
    if _BY_SHARE.search(name) or _OF_LEVEL.fullmatch(name):  # 专项治理牵头部门, 省级部门
        return True
    if _OF_A_FIELD.search(name) and not _PLAIN_OPEN.search(name):
        return False  # 水利主管部门 is the one for its field, 行业主管部门 is not
    return _open_words().search(name) is not None and (
        set_pattern().search(name) is not None or body_pattern().search(name) is not None
    )


def _is_any_unit(name: str) -> bool:
    """Whether a name is of whichever units do something: 行政执法单位, but not 本单位."""
    own = _THE_ONE.match(name) or level_at_head(name) or has_place(name)
    return name.endswith("单位") and not own


@lru_cache(maxsize=4096)
def is_agency(name: str) -> bool:
    """Tell whether ``name`` has the form of an agency's name or of an open set of them."""
    return (
        1 < len(name) <= LONGEST_NAME
        and NAME.fullmatch(name) is not None
        and _PARTICLE.search(name.replace("设区的市", "")) is None
        and _NO_BODY_PART.search(name) is None
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
def _strong() -> re.Pattern[str]:
    """Endings that nothing else has, though their last character may: 派出所."""
    forms = [f for f in lexicon.concepts("agency-words")["body"].written if len(f) > _SHORT]
    return re.compile(f"{lexicon.alternation(forms)}$")


@cache
def _weak() -> re.Pattern[str]:
    return re.compile(alternatives("weak") + "$")


@lru_cache(maxsize=4096)
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
        and re.match(alternatives("own-place") + alternatives("level") + "$", name) is None
    )


@cache
def _term() -> re.Pattern[str]:
    """Words of time and of what is done; ``…`` forms of the scheme have no place in a name."""
    return re.compile(f"{lexicon.alternatives('deadline-kinds')}|{alternatives('verb')}")


@lru_cache(maxsize=4096)
def is_local(name: str) -> bool:
    """Tell whether a name of unknown ending begins with a level, as bodies do: 省贸促会.

    >>> [is_local(n) for n in ("省贸促会", "市场主体", "区域协作", "贸促会")]
    [True, False, False, False]
    """
    level = level_pattern().match(name)
    return (
        level is not None
        and could_be_listed(name)
        and re.match(alternatives("no-level"), name) is None
        and 1 < len(name) - level.end() <= _LONGEST_UNKNOWN
    )


@cache
def verb_pattern() -> re.Pattern[str]:
    """Return a pattern of the words that no name of a body has in it."""
    return re.compile(alternatives("not-in-name"))


@lru_cache(maxsize=4096)
def is_surely_agency(name: str) -> bool:
    """Tell whether a name with an agency's form can be nothing else.

    An ending that is as often part of another word (办理, 所在, 自由贸易区) needs a level, a place,
    an open word or the register's word before it.

    >>> [is_surely_agency(n) for n in ("市统计局", "各镇街", "自由贸易区")]
    [True, True, False]
    """
    if is_open(name) or not _weak().search(name) or _strong().search(name):
        return True
    if name in lexicon.concepts("agency-words")["territories"].written:
        return True
    known = agencies.by_name(name) or agencies.by_national_name(name)
    placed = level_pattern().match(name) is not None or has_place(name) or is_relative(name)
    branch = _BRANCH.search(name) and (begins_with_city(name) or _OF_A_SYSTEM.match(name))
    return known is not None or placed or bool(branch)


@lru_cache(maxsize=4096)
def is_relative(name: str) -> bool:
    """Tell whether a name says whose body is meant and no level: 居住地公安机关, 上级政府."""
    return re.match(alternatives("whose"), name) is not None


def is_of_many(name: str) -> bool:
    """Tell whether a name says whose body is meant, of which each place has one: 事发地区政府.

    >>> is_of_many("居住地公安机关"), is_of_many("试点工作小组办公室")
    (True, False)
    """
    if re.search("小组(?:办公室)?$", name):
        return False
    return is_relative(name) or _of_a_case().search(name) is not None


@cache
def _of_a_case() -> re.Pattern[str]:
    """Where something happens, inside a name: 危险废物移出地省级生态环境主管部门."""
    words = lexicon.concepts("agency-words")["whose"].written
    return re.compile(lexicon.alternation(word for word in words if word.endswith("地")))


@lru_cache(maxsize=4096)
def without_own_place(name: str) -> str:
    """Return a name without the word for one's own place: 本市协调小组 is 市协调小组."""
    return re.sub(f"^(?!全){alternatives('own-place')}(?={alternatives('level')})", "", name)


def is_of_a_system(name: str) -> bool:
    """Tell whether a name is of a system that no level stands before: 团省委, 国铁济南局."""
    return re.match(alternatives("own-system"), name) is not None


@cache
def elliptic_pattern() -> re.Pattern[str]:
    """Return a pattern of names that leave out the places of the one before: 各市党委、政府."""
    return re.compile(alternatives("elliptic") + "$")
