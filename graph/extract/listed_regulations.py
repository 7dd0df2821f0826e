"""Regulations that a decision lists without title marks, each with the note of how it was issued.

Forms read, in acts that end or change others by their title::

    四、某省仓库管理规定（1989年2月4日某政〔1989〕9号发布） 1.删去第三条…     amended below it
    六、某省《扫盲条例》实施办法（1990年3月4日省政府令第13号公布 根据…修订）   a title within it
    1.某省渡口管理办法（1988年7月7日省政府发布）                             ended, by the list
    13 某省拆迁管理办法 1993年12月23日 省政府令第7号发布 已被《A》代替。         a row of a table

What else a row names is the reason, and no deed.
"""

from __future__ import annotations

import re
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
_HEADINGS = re.compile(
    r"(?P<repeals>(?:废止|失效)(?:[^。；，\n]{0,20}(?:目录|清单)|[ ]?理由|[ ]?原因))"
    r"|(?P<amends>修[改订正]的?[^。；，\n]{0,20}(?:目录|清单))"
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


def told_of(text: str, mention: Mention, end: int) -> Relation | None:
    """Return what an act does to an entry: changed by the words behind it, or as its list says.

    >>> told_of("办法）1.删去第三条。", Mention(None, None, 0, 3, 3), 11)
    <Relation.AMENDS: 'amends'>
    """
    if _OPERATION.match(text, mention.reach, end):
        return Relation.AMENDS
    headings = list(_HEADINGS.finditer(text, max(0, mention.start - _FURTHEST), mention.start))
    if not headings:
        return None
    return Relation(headings[-1].lastgroup or "")
