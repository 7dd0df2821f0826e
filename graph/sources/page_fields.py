"""What a page says of its document outside of the text: the table of fields and ``<meta>``.

Read are the fields of the 政府信息公开目录 that state what the document itself states. Left are
those of the publication: 发布机构 and 来源 name the site that hosts the page, 发布日期 its day.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_FIELD: Final = re.compile(
    r"""(?<![一-鿿])(?:
      # 索 引 号：000014349/2019-00007
      (?P<index_number>索\s{0,8}引\s{0,8}号)
      # 发文字号：国发〔2019〕5号
    | (?P<number>(?:发\s?文\s?字\s?|(?:发\s?文\s?|公\s?文\s?)?文\s{0,8})号)
      # 发文机关：国务院
    | (?P<issuer>(?:发\s?文|制\s?发)\s?(?:机\s?[关构]|单\s?位))
      # 成文日期：2019年01月27日
    | (?P<date_issued>(?:成\s?文|发\s?文)\s?日\s?期)
      # 标　　题：国务院关于…的意见
    | (?P<title>标\s{0,8}题|(?:(?:信\s?息|公\s?文)\s?)?名\s{0,8}称)
    )\s?[：:]""",
    re.VERBOSE,
)
_VALUE_END: Final = re.compile(
    r"[\t\n]|[ \xa0\u3000]{2,}|[ \xa0](?=[一-鿿][一-鿿 \xa0\u3000]{1,8}[：:])"
)
_ANY_LABEL: Final = re.compile(r"[一-鿿\s]{2,10}[：:]")
_LONGEST: Final = 200
_DATE: Final = re.compile(
    r"""(?P<year>\d{4})\s*[年./-]?\s*   # 2019年01月27日, 2019-01-27, 20150213
        (?P<month>\d{1,2})\s*[月./-]?\s*
        (?P<day>\d{1,2})""",
    re.VERBOSE,
)
_NUMBERED: Final = re.compile(r"\d|号$")
_BLANKS: Final = re.compile(r"\s+")


def read(lines: Sequence[str], meta: Mapping[str, str]) -> dict[str, str]:
    r"""Return the fields stated in the lines in front of a text, completed from ``<meta>``.

    ``meta`` holds the names in lower case (政府网站发展指引: ``ArticleTitle``).

    >>> read(["发文字号：\t国发〔2019〕5号\t发布日期：\t2019年02月15日"], {})
    {'number': '国发〔2019〕5号'}
    """
    text = "\n".join(lines)
    fields: dict[str, str] = {}
    for match in _FIELD.finditer(text):
        key = match.lastgroup or ""
        value = _value(text[match.end() : match.end() + _LONGEST])
        if key == "date_issued":
            value = iso_date(value)
        elif key in {"number", "index_number"}:
            value = _BLANKS.sub("", value)
            value = value if _NUMBERED.search(value) else ""  # nothing, and then the title below
        if value:
            fields.setdefault(key, value)
    title = " ".join(meta.get("articletitle", "").split())
    if title:
        fields.setdefault("title", title)
    return fields


def states_a_field(text: str) -> bool:
    """Tell whether a line states a field of the document."""
    return bool(_FIELD.search(text))


def _value(text: str) -> str:
    value = _VALUE_END.split(text.strip(), maxsplit=1)[0].strip()
    return "" if _ANY_LABEL.match(value) else value


def iso_date(text: str) -> str:
    """Return a written date as ISO 8601, or nothing when it is none.

    >>> iso_date("2019年01月27日"), iso_date("20150213"), iso_date("2019年13月1日")
    ('2019-01-27', '2015-02-13', '')
    """
    match = _DATE.match(text)
    if not match:
        return ""
    try:
        return dt.date(int(match["year"]), int(match["month"]), int(match["day"])).isoformat()
    except ValueError:
        return ""
