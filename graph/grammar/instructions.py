"""Where a decision goes on with what it changes: the next instruction behind new words.

It ends new words whose closing mark was lost, or that are set without marks::

    一、将第三条修改为：⏎采砂应当持证。⏎二、删去第五条。         new words without marks
    一、将第三条修改为：“采砂应当持证。⏎二、删去第五条。          the closing mark is lost
    一、第三条修改为：“采砂应当持证。⏎本决定自公布之日起施行。
    三、第三条修改为：⏎采砂应当持证。⏎四、无证采砂的，予以处罚。    the next of its own items

What an article may say itself (第九条 合同修改后应当备案) is none.
"""

from __future__ import annotations

import re

from graph.grammar.numerals import parse_numeral, write_numeral

_N = "[〇零一二三四五六七八九十百]{1,5}"
_LABEL = rf"(?:{_N}、|（{_N}）|\d{{1,2}}[.．、]|（\d{{1,2}}）)"
_ARTICLE = rf"第(?:{_N}|\d{{1,4}})[条款章](?:第(?:{_N}|（{_N}）)[款项])*"
_CHANGES = (
    rf"(?:将|把)(?:原|本|条文|文中|全文|《|第|“)|(?:删去|删除)(?:原)?(?:第|《|“)|在(?:原)?{_ARTICLE}"
    rf"|(?:新增|增加|增设)[一二两三四五六七八九][编章节条款项]|(?:原|修改后的?)?{_ARTICLE}(?:中的?|的)?[^。；：\n“]{{0,12}}?"
    r"(?:修改为|改为|删去|删除|予以删|增加[一二两三])|其他修改|(?:对)?条[文款](?:顺序|序号)"
)
_ENDS = (
    r"本(?:决定|修正案|命令)|此外，"
    r"|《[^》\n]{2,60}》(?:[（(][^（）()\n]{2,40}[）)])?(?:根据本|第|作如下)"
)
_INSTRUCTION = re.compile(
    rf"\n[ 　\t]*(?:{_LABEL}[ ]?)?(?P<line>{_CHANGES}|{_ENDS})"
    rf"|(?<=[。；”])[ ]*{_LABEL}[ ]?(?P<inside>{_CHANGES}|《)"
)
_ITEM = re.compile(rf"[ 　\t]*(?P<item>{_N})、")  # 三、将刑法第一百九十条修改为：
_BARE = re.compile(
    r"(?:(?:修改|修订|改|调整|表述)为|增加[一二两三四五六七八九][条款项](?:[，、]?作为[^。；：“\n]{2,24})?)"
    r"：[ \n\t]*(?=[^ \n\t“”\"「（])"
)


def next_instruction(text: str, start: int, end: int) -> int:
    r"""Return where the next instruction behind ``start`` begins, or 0 if there is none.

    >>> text = "第三条修改为：持证。\n二、删去第五条。"
    >>> text[next_instruction(text, 7, len(text)) :].strip()
    '二、删去第五条。'
    """
    found = _INSTRUCTION.search(text, start, end)
    return found.start() if found else 0


def bare_new_words(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the new words that are set without quotation marks, up to the next instruction."""
    found: list[tuple[int, int]] = []
    for lead in _BARE.finditer(text, start, end):
        stop = next_instruction(text, lead.end() - 1, end)
        stop = _next_item(text, lead.start(), lead.end(), stop or end) or stop
        words = text[lead.end() : stop]
        if stop and (not found or lead.start() >= found[-1][1]) and "“" not in words[:1]:
            found.append((lead.end(), lead.end() + len(words.rstrip())))
    return found


def _next_item(text: str, lead: int, start: int, end: int) -> int:
    """Return where the item begins that follows the one of an instruction, or 0."""
    item = _ITEM.match(text, text.rfind("\n", 0, lead) + 1)
    if item is None:
        return 0
    return max(0, text.find(f"\n{write_numeral(parse_numeral(item['item']) + 1)}、", start, end))
