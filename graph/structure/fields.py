"""What the table above a document says of it: its number, title, issuing body and days.

Forms read::

    文 号：惠城府办〔2015〕9号⇥公开方式：主动公开           one row, several fields
    文号：⏎深府办〔2016〕10号⇥发文机构：⏎深圳市人民政府办公厅   the value on the next line
    标 题： | 关于…的通知 | |                            a row of a table
    索引号⇥1133-30⇥文号⇥丽政发〔2023〕30号                 labels and values in cells, in turn
    *文 号：*鲁政发〔2019〕3号                            Markdown
    title： 关于…的意见                                   the head of a page in YAML
    〔发文字号〕浙财规〔2020〕3号                          a law database
    标题：…的意见索引号：HB/2021文号：X〔2021〕2号发文机关：某行     nothing between them
    关于…的通知 发文机构：某市政府 发文字号：X〔2020〕3号 各区：  run together with the text
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from graph.structure.lines import Line

_FEWEST_RUN_IN = 3  # fields on one line that no bar or tab parts
_LONGEST_HEAD = 1000  # characters
_CELL = re.compile(r"(?:(?<=\t)|^)[^\t]*")
_SET_OFF = " |*〔〕\t"  # what parts a value from its label and the next one


@dataclass(frozen=True, slots=True)
class Field:
    """A field: its key in ``head-fields``, and its value with offsets in the folded text."""

    key: str
    value: str
    start: int
    end: int


@cache
def _keys() -> Mapping[str, str]:
    return lexicon.scheme("head-fields")


_SETS_OFF = re.compile("[：:|〕]")  # without one of them nothing is a label


@cache
def _label() -> re.Pattern[str]:
    """Return the pattern of a label, set off by a colon, a bar or the bracket it stands in."""
    words = "|".join(r"[ ]*".join(map(re.escape, word)) for word in _keys())
    return re.compile(
        rf"(?:^|(?<=[\s|*，]))[*|]*"
        rf"(?:〔(?P<in>{words})〕[：:]?|(?P<label>{words})[* ]*[：:|])[* ]*",
        re.MULTILINE,
    )


@cache
def _anywhere() -> re.Pattern[str]:
    """Return the pattern of a label wherever it stands: 索引号：A-1文号：银发〔2021〕245号."""
    words = sorted((word for word in _keys() if len(word) > 1), key=len, reverse=True)
    return re.compile(rf"(?P<in>)(?P<label>{'|'.join(map(re.escape, words))})：")


def _labels(text: str, start: int, end: int) -> list[re.Match[str]]:
    """Return the labels in a stretch that one begins: others may stand right behind a value."""
    found = list(_label().finditer(text, start, end))
    if found and found[0].start() == start and text.count("：", start, end) > _FEWEST_RUN_IN:
        glued = list(_anywhere().finditer(text, start, end))
        if len(glued) > max(len(found), _FEWEST_RUN_IN):
            return glued
    return found


@cache
def glued_label() -> re.Pattern[str]:
    """Return the pattern of where a label stands right behind a title: …的通知发文机构：某局.

    >>> glued_label().search("印发甲规则的通知发文机构：某局").start()
    8
    """
    words = sorted(lexicon.concepts("head-fields")["issuer"].written, key=len, reverse=True)
    return re.compile(
        r"(?<=[的）》](?:通知|意见|决定|通报|批复|公告|通告|办法|规定|方案))"
        rf"(?=(?:{'|'.join(map(re.escape, words))})[：:])"
    )


def states_fields(line: str) -> bool:
    """Tell whether a line is a row of such a table, or a label alone.

    >>> states_fields("文 号：国发〔2019〕5号"), states_fields("国务院关于完善名称管理的意见")
    (True, False)
    """
    return _label().match(line) is not None or bool(_in_cells(line))


def names_field(line: str) -> bool:
    """Tell whether a line is a row of such a table, or a label with its value below.

    >>> names_field("文 号：国发〔2019〕5号"), names_field("中文名"), names_field("名称管理办法")
    (True, True, False)
    """
    return states_fields(line) or "".join(line.split()) in _keys()


def find_fields(lines: Sequence[Line], text: str) -> Iterator[Field]:
    """Yield the fields in the lines of a head that have a value."""
    for index, line in enumerate(lines):
        for key, first, last in _in_cells(line.text):
            yield Field(key, line.text[first:last], line.start + first, line.start + last)
        labels = _labels(line.text, 0, len(line.text))
        for position, label in enumerate(labels):
            key = _keys()["".join((label["in"] or label["label"]).split())]
            stop = labels[position + 1].start() if position + 1 < len(labels) else len(line.text)
            start, end = line.start + label.end(), line.start + stop
            if not text[start:end].strip(_SET_OFF) and position + 1 == len(labels):
                start, end = _below(lines, index)
            if "\t" in text[start:end].strip(_SET_OFF):
                first = start + len(text[start:end]) - len(text[start:end].lstrip(_SET_OFF))
                start, end = first, text.index("\t", first, end)
            while start < end and text[start] in _SET_OFF.replace("〔", ""):
                start += 1
            while end > start and text[end - 1] in _SET_OFF.replace("〕", ""):
                end -= 1
            if start < end:
                yield Field(key, text[start:end], start, end)


def _in_cells(line: str) -> list[tuple[str, int, int]]:
    """Return the fields of a row of cells in which each other one is a label, with their values."""
    if line.count("\t") < _FEWEST_RUN_IN:
        return []
    cells = [match.span() for match in _CELL.finditer(line)]
    pairs = list(zip(cells[::2], cells[1::2], strict=False))
    keys = [_keys().get("".join(line[a:b].split())) for (a, b), _ in pairs]
    if None in keys or len(pairs) * 2 != len(cells):
        return []
    values = zip(keys, pairs, strict=True)
    return [(key, a, b) for key, (_, (a, b)) in values if key and line[a:b].strip()]


def run_in(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the offsets of what stands at the head of a line together: a title, each field.

    >>> line = "某市办法 发文机构：某市政府 来源：公报 关键字：甲；乙 各区人民政府："
    >>> [line[slice(*part)] for part in run_in(line, 0, len(line))]
    ['某市办法', '发文机构：某市政府', '来源：公报', '关键字：甲；乙']
    """
    stop = min(end, start + _LONGEST_HEAD)
    if len(_SETS_OFF.findall(text, start, stop)) < _FEWEST_RUN_IN:
        return
    labels = _labels(text, start, stop)
    if len(labels) < _FEWEST_RUN_IN or "\t" in text[start : labels[-1].end()]:
        return
    behind = text.find(" ", labels[-1].end(), end)
    begins = [start, *(label.start() for label in labels)]
    for at, stop in zip(begins, [*begins[1:], end if behind < 0 else behind], strict=True):
        words = text[at:stop]
        first = at + len(words) - len(words.lstrip())
        if words.strip():
            yield first, at + len(words.rstrip())


def _below(lines: Sequence[Line], index: int) -> tuple[int, int]:
    """Return where the value of a label at the end of a line stands: on the next line."""
    if index + 1 >= len(lines) or states_fields(lines[index + 1].text):
        return 0, 0
    following = lines[index + 1]
    nested = _label().search(following.text)
    return following.start, following.start + nested.start() if nested else following.end
