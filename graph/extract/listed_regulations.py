"""Regulations that a decision lists without title marks, each with the note of how it was issued.

Forms read, in acts that end or change others by their title::

    四、某省仓库管理规定（1989年2月4日某政〔1989〕9号发布） 1.删去第三条…     amended below it
    六、某省《扫盲条例》实施办法（1990年3月4日省政府令第13号公布 根据…修订）   a title within it
    1.某省渡口管理办法（1988年7月7日省政府发布）                             ended, by the list
    13 某省拆迁管理办法 1993年12月23日 省政府令第7号发布 已被《A》代替。         a row of a table
    7 某省人民政府关于加强用水管理的通知 某政发〔2001〕61号                    a row with a number

What else a row names is the reason, and no deed.
"""

from __future__ import annotations

import re
from bisect import bisect
from typing import TYPE_CHECKING

from graph.extract.around_titles import plain_title
from graph.extract.citation_words import ITEM_LABEL
from graph.extract.cited_titles import names_document
from graph.extract.mentions import Mention
from graph.grammar.document_numbers import find_numbers
from graph.model import Relation

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

_LABEL = ITEM_LABEL.removesuffix("?")
_DAY = r"(?:19|20)\d{2}[ ]?年[ ]?\d{1,2}[ ]?月(?:[ ]?\d{1,2}[ ]?日)?"
_ISSUED = "(?:发[ ]?布|公[ ]?布|颁[ ]?布|印[ ]?发|下[ ]?发|批[ ]?[准转]|转[ ]?发|通[ ]?过)"
_NAME = r"(?P<name>[^，。；：\n（）]{4,80}?(?:（[^（）]{1,8}）)?)"
_ENTRY = re.compile(
    rf"(?:^|(?<=[\n。；：]))[ ]*{_LABEL}[ ]*{_NAME}[ ]?"
    rf"（(?P<note>[ ]*{_DAY}(?:[^（）]|（[^（）]{{0,40}}）){{2,400}}(?:{_ISSUED}|修[正订改]|号))）"
)
_ROW = re.compile(
    rf"(?:^|(?<=[\n。])|(?<=理由)|(?<=备注))[ ]*\d{{1,3}}[ .、．]{_NAME}[ ]?(?P<note>{_DAY}"
    rf"[ ]?(?:[^，。；《》\n]{{0,40}}?{_ISSUED}|[^，。；《》\n]{{0,20}}?号))"
)
# 7 某省人民政府关于…的通知 某政发〔2001〕61号, （某政发〔2001〕61号）, and with the number first
_LISTED = r"(?:目录|清单|名单|一览表|汇总表)"
_NAME_BEFORE = re.compile(
    rf"[ |\t]*(?:{ITEM_LABEL.removesuffix('?')}|\d{{1,3}}(?=[^\d年月日]))[ |\t.．、]*"
    r"(?P<name>[^，。；：\n|\t]{6,120}?(?:（[^（）]{1,12}）)?)[ |\t]*[（]?"
)
_NAME_BEHIND = re.compile(
    r"[ |\t]*(?P<name>[^，。；：\n|\t\d][^，。；：\n|\t]{5,120}?)[ |\t]*"
    r"(?=\n|$|(?:19|20)\d{2}[年.-])"
)
_CELLS = re.compile(  # a cell a line: 7⏎某办法⏎交通部⏎
    r"(?:^|\n)[ ]*\d{1,3}[.．、]?[ ]*\n(?P<name>[^，。；：\n|\t]{4,120}?)"
    r"(?:（|\n(?:[\u4e00-\u9fff、 ]{2,40}\n){0,2})$"
)
_LONGEST_CELLS = 260  # characters
_ROW_LABEL = re.compile(r"[ |\t]*\d{1,3}[ |\t.．、]*")
_HEADINGS = re.compile(
    r"(?P<repeals>(?<![拟已])(?<![拟已]宣布)(?:废止|失效|停止执行)"
    rf"(?:[^。；，\n]{{0,20}}{_LISTED}|[ ]?理由|[ ]?原因"
    r"|(?:下列|以下)[^。；，：\n]{0,24}：)"
    r"|(?:下列|以下)[^。；，：\n]{0,20}?(?<!拟)(?:废止|失效|停止执行)[^。；，：\n]{0,6}：)"
    rf"|(?P<amends>修[改订正]的?[^。；，\n]{{0,20}}{_LISTED})"
    rf"|(?P<keeps>(?:有效|保留|[拟已](?:宣布)?(?:废止|失效))的?[^。；，\n]{{0,20}}{_LISTED})"
)
_CHANGED_SINCE = re.compile("根据|经|修[正订改]")
_FURTHEST = 20_000  # characters between the heading of a list and an entry of it
_OPERATION = re.compile(
    r"[ \n]*(?:\d{1,2}[.．、][ ]?|（[一二三四五六七八九十]{1,3}）)?"
    r"(?:将|删[去除]|增加|修改|第[〇零一二三四五六七八九十百\d]{1,5}条|名称|题目|标题)"
)


def find_entries(text: str, start: int, end: int, known: Collection[str]) -> Iterator[Mention]:
    """Yield the regulations that stand without title marks at the beginning of an item."""
    for pattern in (_ENTRY, _ROW):
        for match in pattern.finditer(text[start:end]):
            name = match["name"].strip()
            title = plain_title(name.replace("《", "〈").replace("》", "〉"))
            if (name.startswith("《") and name.endswith("》")) or not names_document(title):
                continue
            note = start + match.start("note")
            since = _CHANGED_SINCE.search(match["note"])
            until = note + (since.start() if since else len(match["note"]))
            number = next(find_numbers(text, note, until, known), None)
            stop = start + match.end()
            written = number.text if number else None
            yield Mention(title, written, start + match.start("name"), stop, stop)


def find_numbered_rows(
    text: str, start: int, end: int, known: Collection[str]
) -> Iterator[Mention]:
    """Yield the documents that a list names without title marks, each beside its number.

    >>> text = "1 某市人民政府关于加强用水的通知 某政发〔2001〕61号"
    >>> [(row.title, row.number) for row in find_numbered_rows(text, 0, len(text), ())]
    [('某市人民政府关于加强用水的通知', '某政发〔2001〕61号')]
    """
    behind = start
    for number in find_numbers(text, start, end, known):
        first = max(behind, text.rfind("\n", start, number.start) + 1)
        name = _NAME_BEFORE.fullmatch(text, first, number.start)
        stop = number.end + text.startswith("）", number.end)
        name = name or _CELLS.search(text, max(behind, number.start - _LONGEST_CELLS), number.start)
        if name is None and _ROW_LABEL.fullmatch(text, first, number.start):
            name = _NAME_BEHIND.match(text, number.end, end)
            stop = name.end("name") if name else stop
        behind = stop
        if name is None:
            continue
        title = _title_of(name["name"])
        if title:
            first = min(name.start("name"), number.start)
            yield Mention(title, number.text, first, stop, stop)


def _title_of(cell: str) -> str | None:
    """Return the title that a cell holds, or that it begins with before who issued it."""
    for words in (cell.strip(), cell.strip().rpartition(" ")[0]):
        title = plain_title(words.replace("《", "〈").replace("》", "〉"))
        if not title.startswith("〈") and names_document(title):
            return title
    return None


class Lists:
    """What the headings of the lists of a text say of the documents below them."""

    def __init__(self, text: str, *, decides: bool) -> None:
        """Find the headings of an act that ``decides``; others end and change nothing by lists."""
        self._text = text
        found = list(_HEADINGS.finditer(text)) if decides else []
        self.headings = [heading.start() for heading in found]
        self._deeds = [heading.lastgroup or "" for heading in found]

    def told_of(self, mention: Mention) -> Relation | None:
        """Return what an act does to an entry: changed by words behind it, or as its list says.

        >>> Lists("办法）1.删去第三条。", decides=True).told_of(Mention(None, None, 0, 3, 3))
        <Relation.AMENDS: 'amends'>
        """
        if _OPERATION.match(self._text, mention.reach):
            return Relation.AMENDS
        last = bisect(self.headings, mention.start - 1) - 1
        if last < 0 or mention.start - self.headings[last] > _FURTHEST:
            return None
        deed = self._deeds[last]
        return None if deed == "keeps" else Relation(deed)
