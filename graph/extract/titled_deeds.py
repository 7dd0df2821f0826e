"""What the title of an act says that it does to another document: it repeals, amends or issues it.

Forms read::

    关于修改《河道管理条例》的决定, 关于废止《A》《B》的通知
    关于修改河道管理条例的决定                            the title without marks
    关于印发《A》《B》的通知, 转发《A》的通知
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.extract.citation_words import words
from graph.extract.cited_titles import names_document
from graph.extract.mentions import Mention
from graph.grammar.sentences import brackets
from graph.model import Relation

if TYPE_CHECKING:
    from collections.abc import Iterator

_ACT = r"的?(?:决定|通知|公告|通告|命令|令|决议|函)(?:（[^（）]{1,24}）)*$"
_DECIDES = re.compile(rf"(?:修改|修正|修订|废止|失效|清理|作废|停止执行).*{_ACT}")
_DEED = re.compile(
    rf"(?:关于|^)(?P<deed>(?:修改|修正|修订|调整|补充)(?:和补充|完善)?|(?:废止|宣布失效|停止执行|停止施行)(?:和修改)?)"
    rf"(?P<named>.{{4,160}}?)(?:等[^《》〈〉]{{0,24}})?(?:的?(?:部分|有关|个别|若干)?(?:条款|条文|内容|规定|附件))?{_ACT}"
)
_UNNAMED = re.compile(r"部分|若干|一批|有关|相关|[一二两三四五六七八九十\d]+[件部项]|^关于")
_LAW = re.compile(r"(?:条例|办法|规定|细则|规则|决定|法|章程|规程)(?:（[^（）]{1,24}）)*$")
# 关于印发《A》的通知, not 关于印发《A》实施办法的通知
_GOES_ON = re.compile(r"\s*(?:[、和及《等（]|的(?:通知|公告|通告|函|决定|命令|令)|$)")


def decides(title: str) -> bool:
    """Tell whether an act of this title ends or changes other documents.

    >>> decides("关于废止部分规章的决定"), decides("关于修订工作的意见")
    (True, False)
    """
    return _DECIDES.search(title) is not None


def deeds_of_title(text: str, start: int, end: int) -> Iterator[tuple[Mention, Relation, str]]:
    """Yield the documents that a title repeals, amends or issues, with the rule that says so."""
    found = _DEED.search(text[start:end])
    if found:
        relation = Relation.REPEALS if found["deed"][0] in "废宣停" else Relation.AMENDS
        first = start + found.start("named")
        stop = start + found.end("named")
        marked = list(brackets(text, first, stop, "《〈"))
        for title in marked:
            name = text[title.start + 1 : title.end - 1]
            yield Mention(name, None, title.start, title.end, title.end), relation, "citation.title"
        name = text[first:stop].strip()
        bare = not marked and _LAW.search(name) and not _UNNAMED.search(name)
        if bare and found["deed"] != "修订" and names_document(name):
            yield Mention(name, None, first, stop, stop), relation, "citation.title"
        return
    issue = re.compile(rf"{words('issue')}(?!的)[^《》。；]{{0,40}}$")
    before = start
    for title in brackets(text, start, end, "《"):
        name = text[title.start + 1 : title.end - 1]
        listed = before > start and title.start - before <= 1
        issued = listed or issue.search(text[before : title.start])
        if issued and _GOES_ON.match(text, title.end, end):
            yield (
                Mention(name, None, title.start, title.end, title.end),
                Relation.FORWARDS,
                "citation.issued",
            )
            before = title.end
