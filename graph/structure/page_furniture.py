"""Page furniture: lines that belong to the page or the form of a document and to no title."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from ontology import lexicon

_REMEMBERED = 1024  # lines: each is asked by what stands above it, below it and by the works
# What stands beside a title and is none of it: an annex's mark, a class of urgency or secrecy.
_MARK = re.compile(
    r"附\s*件\s*(?:\d{1,2}|[一二三四五六七八九十]{1,2})?\s*[：:]?|[—\-─━=＝*_☆★]{2,}|〈！--.*--〉"
    r"|[\u4e00-\u9fff]{2,6}\d{2,6}号"  # 某机发454号, of a telegram
    r"|首页[^，。《》]{2,30}"  # the path of a page: 首页 政务公开 部门文件
    r"|（?转载）?|新华社.{0,20}电.*|签发人[：:].*|编者按.*"
    r"|(?:特急|加急|急件|平急|特提|秘密|机密|绝密|明电|内部|[·★ ]|\d{1,2}年)+"
)


@cache
def _furniture() -> re.Pattern[str]:
    words = lexicon.alternatives("page-words", "furniture", "section")
    return re.compile(rf"(?:{words}[ 〔〕|·：:/（）、]*)+", re.IGNORECASE)


@lru_cache(maxsize=_REMEMBERED)
def is_furniture(line: str) -> bool:
    """Tell whether a line belongs to the page or the form of a document and to no title.

    >>> is_furniture("打印整页 打印内容 分享"), is_furniture("特急·明电"), is_furniture("附件 2")
    (True, True, True)
    >>> is_furniture("打印机安全管理办法")
    False
    """
    return bool(_furniture().fullmatch(line) or _MARK.fullmatch(line))
