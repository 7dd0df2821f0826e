"""Which titles in 《》 are those of documents, and which of papers, forms and the page itself."""

from __future__ import annotations

import re
from functools import cache

from graph.structure.titles import ABOUT
from ontology import lexicon

_ENDING = re.compile(r"(?:（[^（）]{1,24}）)+$")
_LETTER = re.compile(r"(?:通知|报告|函|批复|请示|答复|解释|解答)(?:（[^（）]{1,24}）)*$")
# 《房屋买卖协议》, 《课程安排》 are papers; what governments agree on or arrange says so.
_PAPER = re.compile(r"(?:协议|安排|备忘录)(?:（[^（）]{1,24}）)*$")
_PUBLIC = re.compile(
    r"关于|框架|政府|贸易|关税|经贸|领事|区域|双边|多边|谅解|(?:工作|任务|分工|实施)安排|合作备忘录"
    r"|跨[国境省市界州县区流]|边境|口岸|省际|流域|[两二三四五六]地|共建|联防|联动|联席|协作|互认"
)
_NUMBERED = re.compile(r"(?:准则|规则|指引|解释|公告)第[\d一二三四五六七八九十百]+号(?:[—-]|$)")
_TABLE = re.compile(
    r"(?:标准|清单|目录|名录|名单|分工)(?:（[^（）]{1,24}）)*$"
)  # 《收费标准》 of a text
_SHORTEST_OF_TABLE = 6  # characters


@cache
def _document_title() -> re.Pattern[str]:
    return re.compile(rf"{lexicon.alternatives('document-kinds')}(?:（[^（）]{{1,24}}）)*$")


def ends_in_kind(title: str) -> bool:
    """Tell whether a title ends in a kind of document: 通知, 条例, 办法（试行）."""
    return _document_title().search(title) is not None


def is_kind_alone(title: str) -> bool:
    """Tell whether a title is no more than a kind of document: 《条例》, 《实施意见》."""
    return _ENDING.sub("", title) in lexicon.scheme("document-kinds")


def names_document(title: str) -> bool:
    """Tell whether a title alone can be that of a document: 核对报告, 《办理户口通知》 are papers.

    Letters say what they are about (关于…的通知); only 条例, 办法 and the like need not. An
    agreement or arrangement is a document between governments or for work, and a paper between
    others; a list or standard of few characters is a table of the text at hand.

    >>> [names_document(t) for t in ("居住证暂行条例", "办理户口通知", "企业会计准则", "巴黎协定")]
    [True, False, True, True]
    >>> [names_document(t) for t in ("泛珠三角区域合作框架协议", "房屋买卖协议", "评分标准")]
    [True, False, False]
    """
    if _NUMBERED.search(title):  # 企业会计准则第14号——收入
        return True
    if not ends_in_kind(title) or is_kind_alone(title):
        return False
    bare = _ENDING.sub("", title)
    if _LETTER.search(title):
        return ABOUT.search(title) is not None or "工作报告" in title
    if _PAPER.search(title):
        return _PUBLIC.search(title) is not None
    return not (_TABLE.search(title) and len(bare) < _SHORTEST_OF_TABLE)
