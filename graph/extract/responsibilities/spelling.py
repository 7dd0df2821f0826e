r"""How a list of bodies is set in its text, which is no part of the names.

Forms read::

    各市、县〔市、区〕政府            other brackets around levels: 县（市、区）
    市自然资\n源局, 兵团发 展改革委   a name over the end of a line, or with a blank in it
    市公安局，列第一位者为牵头单位    a note on the list among its names
    市教育局（二十四）加强…           the number of the next item, run on
"""

from __future__ import annotations

import re

from graph.extract.responsibilities.name_forms import (
    alternatives,
    is_agency,
    is_relative,
    level_at_head,
    several_pattern,
)
from graph.extract.responsibilities.name_places import has_place
from ontology import agencies

_LEVEL = "省市县区州旗盟乡镇街道自治场"
_SQUARE = re.compile(rf"〔(?<=[{_LEVEL}]〔)(?P<inner>[{_LEVEL}、，]{{1,9}})〕")
_BLANK = re.compile(r"[ \t\n\u3000]")
_BREAK = re.compile(r"(?<=[\u4e00-\u9fff）])[ \t\n\u3000]+(?=[\u4e00-\u9fff（])")
_BEHIND = re.compile(rf"(?P<blank>{_BREAK.pattern})(?P<rest>[^ \t\n\u3000]+)").finditer
_NOTE = re.compile(
    r"下同|以下同|不再列出|(?:排|列|位列)(?:在|于|名)?(?:第一|首位)|逗号(?:之?前|后)|排名不分"
)
_TO_MARK = re.compile(r"[\u4e00-\u9fff]{1,12}(?=[、，；。（]|$)")
_ITEM = re.compile("（[一二三四五六七八九十]{1,4}）")


def with_round_brackets(text: str) -> str:
    """Return a text of the same length with round brackets around levels: 县（市、区）."""
    return _SQUARE.sub(r"（\g<inner>）", text) if "〔" in text else text


def joined(written: str, *, running: bool = False) -> str:
    """Return a name without the line end or the blank that its text has in it.

    In running text a blank also parts a heading from its sentence (省级评估 省水利厅要…): there no
    name goes on that begins anew behind the blank.
    """
    if not _BLANK.search(written):
        return written
    if running and any(_begins_anew(*found.group("blank", "rest")) for found in _BEHIND(written)):
        return written
    return _BREAK.sub("", written)


def _begins_anew(blank: str, rest: str) -> bool:
    """Whether a name begins behind a blank: with its level, its place or a word for a set."""
    return (
        len(blank) > 1
        or rest.startswith(("各", "全", "有关", "相关", "上述"))
        or bool(level_at_head(rest))
        or several_pattern().match(rest) is not None
        or has_place(rest)
        or is_relative(rest)
        or bool(agencies.bearers(rest))  # 职责分工 交通运输部门负责…
        or re.match(alternatives("role-noun"), rest) is not None
    )


def is_note(written: str) -> bool:
    """Tell whether what stands among names is a note on their list: 列第一位者为牵头单位."""
    return _NOTE.match(written) is not None


def is_item(bracket: str) -> bool:
    """Tell whether a bracket is the number of another item, run on behind a list: （二十四）."""
    return _ITEM.fullmatch(bracket) is not None


def goes_on_over(text: str, at: int, end: int) -> int:
    """Return where the name ends that the line end at an offset parts, or 0 if it parts none.

    Either what stands before is no name and both together are (兵团教 育局), or what stands behind
    is none of its own (有关部 门；).
    """
    behind = _TO_MARK.match(text, at + 1, end)
    before = text[max(text.rfind(mark, 0, at) for mark in "、，；：（\n") + 1 : at]
    if behind is None or not is_agency(before + behind.group()):
        return 0
    return 0 if is_agency(before) and is_agency(behind.group()) else behind.end()


def is_half_quoted(name: str) -> bool:
    """Tell whether a quotation closes or opens within what looks like a name: 景区”和“政府."""
    depth = 0
    for mark in re.findall("[“”]", name):
        depth += 1 if mark == "“" else -1
        if depth < 0:
            return True
    return depth != 0
