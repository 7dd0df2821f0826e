"""The place that the name of a body says itself: 库尔勒市公安局, 青浦区农业农村委, 广安分局."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from ontology import divisions

_LONGEST_DISTRICT: Final = 5  # characters


@lru_cache(maxsize=4096)
def has_place(name: str) -> bool:
    """Tell whether a name says its own place: 上库综合产业园区, 库尔勒市公安局, 国务院国资委."""
    return re.match(
        r"[\u4e00-\u9fff]{2,12}?(?:市|县|旗|州|省|自治区|园区|新区|开发区|经开区|高新区|景区|商务区|实验区)|国家(?!公园|级)|国务院|中央|中国|中共|中华|世界"
        r"|(?:高新|经开|开发)区|[\u4e00-\u9fff]{2,3}区(?:人民)?政府",
        name,
    ) is not None or _begins_with_district(name)


def _begins_with_district(name: str) -> bool:
    """Tell whether a name begins with a registered district: 青浦区农业农村委."""
    ends = (at + 1 for at in range(2, min(len(name), _LONGEST_DISTRICT)) if name[at] == "区")
    return any(
        divisions.by_name(name[:end], divisions.NATION) or divisions.find(name[:end])
        for end in ends
    )


def begins_with_city(name: str) -> bool:
    """Tell whether a name begins with a city's or a province's without its ending: 广安银保监分局.

    Counties do not count: 公安 and 民政 are names of fields too.
    """
    stems = (divisions.by_stem(name[:length], divisions.NATION) for length in (2, 3))
    return any(place is not None and place.code.endswith("00") for place in stems)


@lru_cache(maxsize=4096)
def is_city_by_name(name: str) -> bool:
    """Tell whether a whole name is a city's or a province's without its ending: 福州, 厦门.

    >>> [is_city_by_name(name) for name in ("厦门", "福州市", "民政", "公安")]
    [True, False, False, False]
    """
    place = divisions.by_stem(name, divisions.NATION)
    return place is not None and place.code.endswith("00")
