"""Bodies of the places below a document's own: each has one, so that no one body is meant.

In a city's paper 区政府, 镇人民政府, 县教育局 and 街道办事处, in a province's also 市公安局, in a
paper of the centre 省级人民政府, and everywhere 市县残联 and 区县（自治县）民政局. In a paper of
the centre or of a province 人民法院, 海关 and 工业园区 are those of every place. Its own 市公安局
is one body, and so is that of the one place to which a reply is addressed (批复 to 某市人民政府).
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from graph.extract.responsibilities.name_forms import (
    is_open,
    level_at_head,
    level_pattern,
    several_pattern,
)
from graph.extract.responsibilities.name_places import has_place
from ontology import divisions, lexicon

if TYPE_CHECKING:
    from graph.model import Document

_PROVINCE: Final = "省"
_CITY: Final = "市"  # at the end of a name; 重庆市 is of the level of a province


def is_one_of_each(name: str, document: Document) -> bool:
    """Tell whether each of several places below the document's own has a body of this name."""
    if _names_several(name):
        return True
    own = document.jurisdiction
    if own is None:  # 省级卫生行政部门
        return name in _words("of-a-system") or several_pattern().match(name) is not None
    if _is_of_all(name, own.code):
        return True
    if name in _words("of-a-system") or _goes_to_one(document):
        return False
    return name.startswith(_words("grass-roots")) or level_at_head(name) in _below(own.code)


def _is_of_all(name: str, code: str) -> bool:
    """Tell whether a paper of the centre or a province means by a name that of every place.

    So it is with 人民法院 and 工业园区, and in one of the centre with 资产评估协会.
    """
    if not _is_wide(code):
        return False
    association = name.endswith(_words("association")) and not has_place(name)
    of_nation = code == divisions.NATION and association
    return of_nation or name in _words("of-a-system") or name in _words("zone-of-many")


def _names_several(name: str) -> bool:
    """Tell whether a name begins with several levels (市县, 区县), and not with 省 before 市场."""
    several = several_pattern().match(name)
    if several is None or several.group().endswith("级"):
        return False
    last = name[several.end() - 1 :]
    return not level_pattern().match(last) or bool(level_at_head(last))


def _goes_to_one(document: Document) -> bool:
    """Tell whether a document is addressed to one body of a lower place, which it then means."""
    names = [each.name for each in document.addressees]
    return len(names) == 1 and not is_open(names[0])


@cache
def _is_wide(code: str) -> bool:
    """Tell whether a place is the nation or a province."""
    place = divisions.get(code)
    return code == divisions.NATION or (place is not None and place.level == _PROVINCE)


@cache
def _below(code: str) -> frozenset[str]:
    """Return the words for levels of which a place has several."""
    place = divisions.get(code)
    keys: tuple[str, ...]
    if code == divisions.NATION:
        keys = ("province", "city", "county", "township")
    elif place is None:
        keys = ()
    elif place.level == _PROVINCE and not place.name.endswith(_CITY):
        keys = ("city", "county", "township")
    elif place.level in {_PROVINCE, _CITY}:
        keys = ("county", "township")
    else:
        keys = ("township",)
    return frozenset(word for key in keys for word in _words(f"level-of-{key}"))


@cache
def _words(key: str) -> tuple[str, ...]:
    return tuple(lexicon.concepts("agency-words")[key].written)
