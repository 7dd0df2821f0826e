"""Mend the breaks that a page, not a writer, put into a sentence.

A line goes on in the next one where its words cannot end (a comma at its end, a bracket that stands
open, a number or a name cut in two), where it runs to the margin of its text, and where it has
begun a sentence and not ended it. A heading, a signature, a title, an item of a list and a table
cell stay by themselves.
"""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from graph.grammar.numbering import ENUMERATED, LABEL_AT_START
from graph.model import FoldedText
from graph.normalise.cuts import (
    cuts_a_heading,
    cuts_a_number,
    cuts_a_word,
    heads_what_follows,
    is_unfinished,
    is_whole_heading,
    stands_alone,
)
from graph.normalise.gaps import parted
from graph.normalise.margins import NO_MARGIN, Setting, printed, settings
from graph.normalise.page_numbers import is_page_number
from graph.normalise.run_in import line_starts
from graph.normalise.run_in_works import annex_starts, announced, work_starts
from graph.normalise.table_lines import cell_ends

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_ENDED: Final = re.compile(r"[。！？；：!?…][）”’》〉]*$")
_CLOSED: Final = re.compile(r"[.”’》〉〕）]$")
_STARTS_ANEW: Final = re.compile(  # 本通知自印发之日起施行
    r"[—-]{2}|[-*•] |附\s*件|抄送|附表|[备附]?注\s*\d{0,2}：|\d{1,4}$|本.{2,6}自[^，。]{2,14}起"
)
# 责任单位：, 完成时限：, 发文字号：
_FIELD: Final = re.compile(
    r"文号：|来源：|[\u4e00-\u9fff]{2,6}(?:单位|部门|机关|主体|时限|时间|日期|期限|领导|号)："
    r"|(?:关键|主题)[字词]：|[\u4e00-\u9fff]{0,2}(?:类型|层级|类别|分类)："
)
# What a page says of the document ends with its line, however its words end.
_PAGE_FIELD: Final = re.compile(r"来源：|(?:关键|主题)[字词]：|.*https?[：:]//[\w./?=&%#：:-]+$")
_LATIN_REST: Final = re.compile(r"[!-~：；？]+")
_NO_KEYWORD: Final = re.compile(r"[，。：《》〔〕]|\d{4}")
_LONGEST_KEYWORD: Final = 14  # characters
# 第三十五条等相关规定, （一）至（五）项
_REFERENCE: Final = re.compile(
    r"等(?=[，。、]|相关|有关|规定|条款|情形)|[至、和及或](?=第?（|第|[一二三四五六七八九十]、)"
)
_MARK: Final = re.compile(r"[，。；]")
_LONG_LINE: Final = 24  # characters; a shorter line without a full stop is a heading or a cell
_SHORT_REST: Final = 15  # characters in which the rest of a heading ends
_HEADS: Final = re.compile(
    r"[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|第\S{1,6}[编章节]"
)
_OPENING, _CLOSING = "（《〈〔“", "）》〉〕”"
_LINE_END: Final = re.compile(r"[\n\x0b\x0c\x85\u2028\u2029]")
_REMEMBERED: Final = 400  # characters of a paragraph that are asked what stands open

# A sentence that has begun behind another one: 完善制度。各级各部
_BEGUN: Final = re.compile(r"[。！？][^。！？；：）]+$")
_ARTICLE: Final = re.compile(r"第[一二三四五六七八九十百千]{1,7}条")
_ATTACHED: Final = re.compile(r"附[ ]?件：[^。；]*$")  # 附件：企业名单⏎某县人民政府
# What begins no sentence: 会议通⏎过，现予公布
_CUT_OFF: Final = re.compile(r"(?!另|但|且|故|如|即|注|其|此|同|因)[\u4e00-\u9fff][，。；、]")
_REST: Final = re.compile(r"[^，。；：]{1,6}[。；]")  # the end of a sentence, too short to be one


@dataclass(frozen=True, slots=True)
class Line:
    """A line of folded text with its offsets there, and how it stands in its text.

    ``after_page`` says that a page number stood before it, ``begun`` that its words tell that a
    line begins there, ``ends_cell`` that it ends with a cell of a table.
    """

    words: str
    start: int = 0
    end: int = 0
    setting: Setting = NO_MARGIN
    after_page: bool = False
    begun: bool = False
    ends_cell: bool = False


def _open_brackets(line: str) -> tuple[int, bool]:
    """Return how many brackets stand open at the end of ``line``, and if it closes one before."""
    depth, closes = 0, False
    for character in line:
        if character in _OPENING:
            depth += 1
        elif character in _CLOSING:
            closes = closes or not depth
            depth = max(0, depth - 1)
    return depth, closes


def _begins_a_unit(line: str) -> bool:
    """Tell whether a line begins a provision or a part of its own, and refers to none.

    >>> _begins_a_unit("（五）强化保障"), _begins_a_unit("（一）至（五）项条件的限制")
    (True, False)
    """
    label = LABEL_AT_START.match(line) or ENUMERATED.match(line)
    if label:
        return not _REFERENCE.match(line, label.end())
    return bool(_STARTS_ANEW.match(line) or _FIELD.match(line))


def goes_on(line: str, following: str) -> bool:
    """Tell whether ``following`` continues the sentence of ``line``, by their words alone.

    >>> goes_on("对我市现行户口迁移政策进行全面清理，对城镇常住人口进行全面", "清理，坚决取消。")
    True
    >>> goes_on("一、总体要求", "以习近平新时代中国特色社会主义思想为指导，")
    False
    """
    return _goes_on(Line(line), line, Line(following), ended_before=False)


def _goes_on(line: Line, paragraph: str, following: Line, *, ended_before: bool) -> bool:
    """Tell whether ``following`` continues the ``paragraph`` that ends in ``line``.

    ``ended_before`` says that the paragraph before this one ended in a full stop.
    """
    words, rest = line.words, following.words
    to_margin = line.setting.full and following.setting.margin
    ended = line.ends_cell or following.begun or _ends_a_field(paragraph, rest)
    if not rest or "\t" in words or "\t" in rest or ended:
        return False
    if _ENDED.search(words):
        return to_margin and not _begins_a_unit(rest) and _goes_on_behind_a_stop(words, following)
    is_open = _open_brackets(paragraph)[0] > 0
    short = len(words) < _SHORT_REST and cuts_a_number(paragraph, rest)  # 〔⏎2016⏎〕⏎3⏎号
    if short or cuts_a_word(words, rest) or (is_open and _open_brackets(rest)[1]):
        return True
    anew = _begins_a_unit(rest) and not (is_open and _FIELD.match(rest))
    if anew or to_margin:
        return not anew and not following.setting.indented
    if is_unfinished(words) or following.after_page:
        return is_unfinished(words) or _over_the_page(words, rest, ended_before=ended_before)
    closed = _CLOSED.search(words) and not is_open
    begun = not closed and _has_begun_a_sentence(paragraph, rest)
    return begun or cuts_a_heading(paragraph, rest)


def _ends_a_field(paragraph: str, rest: str) -> bool:
    """Tell whether the keywords, or the address, that a page gives end before a line.

    >>> _ends_a_field("关键字：土地储备；公司法", "各区人民政府，市政府各委、办、局：")
    True
    >>> _ends_a_field("关键字：土地储备；财政", "补贴；公司法")
    False
    """
    if not _PAGE_FIELD.match(paragraph) or _LATIN_REST.fullmatch(rest):
        return False
    listed = rest.split("；")
    if _NO_KEYWORD.search(rest) or any(len(word) > _LONGEST_KEYWORD for word in listed):
        return True
    return len(listed) == 1 and not paragraph.endswith("；")


def _has_begun_a_sentence(paragraph: str, rest: str) -> bool:
    """Tell whether a paragraph that no stop ends has begun a sentence.

    >>> _has_begun_a_sentence("一、加强领导。各级各部", "门要高度重视。")
    True
    >>> _has_begun_a_sentence("（一）坚持党建引领，强化组织领导", "各级党委要健全机制。")
    False
    """
    if heads_what_follows(paragraph[paragraph.rfind("。") + 1 :], rest):
        return False
    if _BEGUN.search(paragraph) and not stands_alone(paragraph) and not stands_alone(rest):
        return True
    if _ATTACHED.search(paragraph) and stands_alone(rest):
        return False
    if len(paragraph) >= _LONG_LINE and _CUT_OFF.match(rest) and not LABEL_AT_START.match(rest):
        return True
    if _MARK.search(paragraph) is None:
        return False
    begun = _ARTICLE.match(paragraph) or _REST.match(rest)
    return begun is not None or len(paragraph) >= _LONG_LINE


def _goes_on_behind_a_stop(words: str, following: Line) -> bool:
    """Tell whether a paragraph goes on where a line runs to the margin and ends a sentence."""
    if following.setting.indented is not None:
        return not following.setting.indented
    begun = following.words.startswith("（") or _MARK.search(following.words) is not None
    return begun and not words.endswith("：")


def _over_the_page(words: str, rest: str, *, ended_before: bool) -> bool:
    """Tell whether a line that ends a page goes on, where no margin shows it.

    >>> _over_the_page("（一）加强组织领", "导。市民政局要建立制度。", ended_before=True)
    True
    >>> _over_the_page("一、总体要求", "以人民为中心，坚持改革。", ended_before=True)
    False
    """
    if stands_alone(rest) or is_whole_heading(words, rest):
        return False
    if _MARK.search(words):
        return not words.endswith("）")
    mark = _MARK.search(rest)
    if _HEADS.match(words):
        whole = mark is None and len(rest) <= 2 * _SHORT_REST
        return (
            whole
            or rest.endswith("；")
            or bool(mark and mark.group() == "。" and mark.start() < _SHORT_REST)
        )
    if LABEL_AT_START.match(words):
        return True
    return ended_before and mark is not None and not stands_alone(words)


def _lines(folded: FoldedText, source: str) -> Iterator[Line]:
    """Yield the lines of folded text but the page numbers, each as it stands in the source."""
    found: list[Line] = []
    after_page, at = False, 0
    for whole, begun in _printed_lines(parted(folded.text)):
        words = whole.strip()
        start = at + len(whole) - len(whole.lstrip())
        at += len(whole)
        if is_page_number(words):
            after_page = True
        elif words:
            end = start + len(words)
            found.append(Line(words, start, end, after_page=after_page, begun=begun))
            after_page = False
    stand = settings([printed(line) for line in _sources(found, folded, source)])
    apart = [
        len(_LINE_END.findall(source, folded.origin[a.end - 1], folded.origin[b.start])) > 1
        for a, b in pairwise(found)
    ]
    full = [setting.full and setting.margin for setting in stand]
    ends = cell_ends([line.words for line in found], [*apart, True], full)
    for line, setting, ends_cell in zip(found, stand, ends, strict=True):
        yield Line(
            line.words, line.start, line.end, setting, line.after_page, line.begun, ends_cell
        )


def _printed_lines(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the lines of a text with their ends, and whether one begins in another."""
    titles, lines = announced(text), text.split("\n")
    for line, following in pairwise([*lines, ""]):
        begun = line_starts(line) or work_starts(line, titles)
        starts = sorted({*begun, *annex_starts(line, following)})
        whole = line + "\n"
        for start, end in pairwise((0, *starts, len(whole))):
            yield whole[start:end], start > 0


def _sources(lines: Sequence[Line], folded: FoldedText, source: str) -> Iterator[str]:
    """Yield what stands in the source for each line, with the blanks before it."""
    before = 0
    for line in lines:
        first, end = folded.origin[line.start], folded.origin[line.end - 1] + 1
        ends = [match.end() for match in _LINE_END.finditer(source, before, first)]
        yield source[ends[-1] if ends else before : end]
        before = end


def mend(folded: FoldedText, source: str) -> FoldedText:
    """Return ``folded`` without page numbers and without the line ends inside sentences."""
    parts: list[str] = []
    origin = array("L")
    previous: Line | None = None
    paragraph = ""
    ended_before = False
    for line in _lines(folded, source):
        if previous and _goes_on(previous, paragraph, line, ended_before=ended_before):
            if _latin(paragraph[-1]) and _latin(line.words[0]):
                parts.append(" ")
                origin.append(folded.origin[line.start - 1])
            paragraph = (paragraph + line.words)[-_REMEMBERED:]
        else:
            if previous:
                parts.append("\n")
                origin.append(folded.origin[line.start - 1])
            ended_before = bool(_ENDED.search(paragraph))
            paragraph = line.words
        parts.append(line.words)
        origin.extend(folded.origin[line.start : line.end])
        previous = line
    return FoldedText("".join(parts), origin)


def _latin(character: str) -> bool:
    return character.isascii() and character.isalpha()
