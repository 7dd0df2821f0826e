"""What closes a list or a text: paragraphs behind a last item that are none of its words.

They belong to the unit above, or to none where they speak of the whole document::

    （二）能耗超标的。⏎审核办法由水利部门制定。        a 款 of the article: 项 have one paragraph
    2.修复岸线。⏎以上任务由市水利局牵头。              what is said of all items
    …如下：（一）居民。（二）外来人员。⏎派出所应当登记。  of what the colon opens the list for
    三、强化检查。加强监督。⏎各地要认真落实。             behind items of one paragraph each
    二、废止《邮政条例》⏎本决定自公布之日起施行。           closing: in force, validity, 特此通知
    二、强化督查。要通报。⏎以上意见如无不妥，请批转执行。     closing: what is asked of the reader

An article keeps its paragraphs, and a last item as many as those before it have.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from itertools import islice, zip_longest
from typing import TYPE_CHECKING

from graph.grammar.dates import DATE
from graph.grammar.sentences import brackets, sentences
from graph.model import ProvisionKind as Kind
from graph.structure.leavings import leavings
from graph.structure.lines import is_body_name, is_date
from graph.structure.units import paragraphs
from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.structure.units import Unit

_FEWEST_BEFORE = 2  # items that show what is usual in a list
_COLOPHON = re.compile(
    r"附\s*[件表录]?\s*\d*[：:]|抄\s*送|抄\s*报|主\s*送|（此件|此件|（联系人|联系人|信息公开选项|（全文结束）|（本文有删减）"
    r"|[\u4e00-\u9fff]{2,30}[ ]*\d{4}年\d{1,2}月\d{1,2}日[ ]*印发"
)
# 以上任务由市水利局牵头, 符合上述条件的企业可以申报
_OF_ALL = re.compile(
    r"(?:(?:符合|具备|满足|属于|对|凡|有)?(?:以上|上述|前述|上列)[^。，；]{0,10}?"
    r"(?:任务|事项|条件|材料|工作|措施|情形|情况|要求|行为|内容|标准|对象|人员|企业|项目|规定))"
)
_COMPLETE = re.compile(r"[。！？][”’）]?(?:〔[^〔〕]*〕|（[^（）]*）)?$")
_OPEN = re.compile(r"[：；，、]$")
_TAIL_END = re.compile(r"[）〕][ ]*(?=本)")
_STOPPED = re.compile(r"[。！？；][”’）]?\s*$")
_OF_AN_ARTICLE = (Kind.ITEM, Kind.SUBITEM)


@cache
def _closes() -> re.Pattern[str]:
    """Return a pattern of the paragraphs that speak of the document and close it."""
    named = lexicon.alternatives("document-kinds")
    this = rf"本(?:[\u4e00-\u9fff]{{0,6}}?(?:{named}|政策|措施)|文(?![化件]))"
    return re.compile(
        rf"""
          {this}[^。]{{0,40}}?(?:施行|实施|执行|生效|有效|解释|废止|为准)  # 本通知自印发之日起施行
        | [自从][^。，]{{2,24}}起(?:正式)?(?:施行|实施|执行|生效)           # 自2020年1月1日起施行
        | (?:此前|以前|之前|过去|原有?|现行)[^。]{{2,60}}(?:废止|停止执行|不一致|为准)
        | 特此(?:通知|通告|公告|批复|函[复告达]|报告|决定)
        | (?:以上|上述)[^。]{{0,20}}(?:执行|施行|实施)
        """,
        re.VERBOSE,
    )


@cache
def _asks() -> re.Pattern[str]:
    """Return a pattern of the paragraphs that ask the reader to act on the whole document."""
    named = lexicon.alternatives("document-kinds")
    return re.compile(
        rf"""
          (?:以上|上述)(?:意见|报告|请示|方案|建议)[^。]{{0,12}}(?:请|[妥当]否|如无不妥)
        | 此[复函告致令](?![\u4e00-\u9fff]) | 专此[函复告通报]
        | 在?(?:贯彻|执行|实施)(?:过程)?中[^。，]{{0,8}}(?:问题|情况|意见|困难)  # 执行中有何问题
        | [^。，]{{0,14}}(?:贯彻|执行|落实|实施)[^。，]{{0,6}}情况[^。]{{0,16}}(?:报|函告|反馈)
        | 请[^。，]{{0,16}}(?:认真|遵照|抓好|结合实际)[^。]{{0,12}}(?:贯彻|执行|落实|实施)
        | [望希](?:你|各|望|请)[^。]{{2,}}
        | 各[^。，]{{1,20}}[，]?(?:要|应|可|应当)?(?:根据|按照|依据|结合)本(?:{named})[^。]{{4,}}
        """,
        re.VERBOSE,
    )


def take_closing(
    text: str, units: Sequence[Unit], form_starts: Sequence[int] = ()
) -> list[tuple[int, int]]:
    """Give each closing paragraph to what it closes; return those that close the work.

    ``form_starts`` is where the form of the document begins within a line (附件：, a signature).
    """
    siblings: dict[tuple[int, Kind], list[Unit]] = defaultdict(list)
    for unit in units:
        siblings[id(unit.parent), unit.kind].append(unit)
    parents = {id(unit.parent) for unit in units}
    mostly_run_in = 2 * sum(_runs_in(text, unit) for unit in units) > len(units)
    closing: list[tuple[int, int]] = []
    for unit, following in zip_longest(units, units[1:]):
        if following and (following.parent is unit or following.parent is unit.parent):
            continue
        if unit.cells:  # a row ends with its last cell
            continue
        before = siblings[id(unit.parent), unit.kind][:-1]
        alike = not any(id(item) in parents for item in before)
        run_in = mostly_run_in or _runs_in(text, unit)
        item = _LastItem(text, unit, before, alike=alike, run_in=run_in)
        item.part_sentences()
        if following is None:
            item.cut(form_starts)
        closing += _give_back(item, is_last=following is None)
    return closing


def _runs_in(text: str, unit: Unit) -> bool:
    """Whether a unit begins within a line."""
    return unit.start > 0 and text[unit.start - 1] != "\n"


def _give_back(item: _LastItem, *, is_last: bool) -> list[tuple[int, int]]:
    """Give what is none of a last item's words to its parent; return what closes the work."""
    unit, own = item.unit, item.own
    formal = item.before_form() if is_last else len(own)
    keep = item.kept(formal, is_last=is_last)
    if unit.parent is None or (is_last and not item.is_listed()):
        stop = keep
    elif is_last and unit.kind not in _OF_AN_ARTICLE:
        stop = item.before_closing(keep, formal)
    else:
        stop = formal
    if keep < len(own):
        unit.own[0] = (unit.own[0][0], own[keep - 1][1])
        unit.end = unit.own[0][1]
    if keep < stop and unit.parent:
        rest = (own[keep][0], own[stop - 1][1])
        unit.parent.own.append(rest)
        unit.parent.end = rest[1]
    return [(own[stop][0], own[-1][1])] if stop < len(own) else []


class _LastItem:
    """The last item of a list with its paragraphs, and those before it, which show the usual.

    ``alike`` tells that none of these has units below it, so that their paragraphs compare,
    ``run_in`` that the item begins within a line, or most units do: the text lost its line ends.
    """

    def __init__(
        self, text: str, unit: Unit, before: Sequence[Unit], *, alike: bool, run_in: bool
    ) -> None:
        """Take the paragraphs of ``unit`` and count those of the items ``before`` it."""
        self.unit = unit
        self.own = list(paragraphs(text, *unit.own[0]))
        self._text = text
        self._before = before
        self._counts = [len(list(paragraphs(text, *item.own[0]))) for item in before]
        self._alike = alike
        self._run_in = run_in

    def cut(self, starts: Sequence[int]) -> None:
        """Part the paragraph in which the form of the document, or what the page adds, begins."""
        _, left = leavings(self._text, self.own[0][0], self.own[-1][1])
        begins = [*starts, *(start for start, _ in left), *self._closing_sentences()]
        for position, (start, end) in enumerate(self.own):
            at = min((at for at in begins if start < at < end), default=None)
            if at is not None:
                self.own[position : position + 1] = [(start, at), (at, end)]
                return

    def part_sentences(self) -> None:
        """Part what stands behind the sentence of an item in a text that lost its line ends.

        Each item before it is one sentence, and so is the last: （二）外来人员。派出所应当登记。
        """
        start, end = self.own[0]
        if not (self._run_in and self._before and self._alike):
            return
        items = [self._text[slice(*item.own[0])].rstrip() for item in self._before]
        listed = all(item.endswith("；") for item in items) or len(items) >= _FEWEST_BEFORE
        if not listed or any("。" in item[:-1] or "\n" in item for item in items):
            return
        pieces = list(sentences(self._text, start, end))
        stop = next((p.end for p in pieces if self._text[p.end - 1] == "。"), end)
        tail = next(brackets(self._text, stop, end), None)  # 〔责任单位：市民政局〕
        if tail and tail.start == stop:
            stop = tail.end
        if self._text[stop:end].strip():
            self.own[:1] = [(start, stop), (stop, end)]

    def _closing_sentences(self) -> list[int]:
        """Return where sentences close a text that lost its line ends (特此通告)."""
        if self.unit.kind in (Kind.ARTICLE, *_OF_AN_ARTICLE):
            return []
        if not self._run_in:
            return self._behind_a_tail()
        pieces = (piece for own in self.own for piece in sentences(self._text, *own))
        end = self.own[-1][1]
        patterns = (_closes(), _asks())
        found = (
            piece.start
            for piece in pieces
            if any(pattern.match(self._text, piece.start, end) for pattern in patterns)
        )
        return list(islice(found, 1))

    def _behind_a_tail(self) -> list[int]:
        """Return where …（责任单位：市林业局） 本意见自2018年4月1日起施行 closes within a line."""
        start, end = self.own[-1]
        tails = (match.end() for match in _TAIL_END.finditer(self._text, start, end))
        return list(islice((at for at in tails if _closes().match(self._text, at, end)), 1))

    def kept(self, every: int, *, is_last: bool) -> int:
        """Return how many of the first ``every`` paragraphs stay with the item, at least one."""
        if self.unit.kind is Kind.ARTICLE or every <= 1:
            return every
        single = bool(self._counts) and max(self._counts) == 1
        if single and self.is_listed():
            return min(self._complete(), every)
        if single and (self._are_sentences() or self._speaks_of_all()):
            return 1
        if not is_last or (self._counts and not self._alike and not self._ends(0)):
            return every
        usual = max(self._counts) if self._counts and self._alike else 1
        headed = not self._ends(0) and not (single and not self._stopped())
        least = min(max(usual, 2 if headed else 1), every)
        if self.before_closing(0, least) < least:  # 三、附则 / 本办法由市民政局解释。
            return every
        return self.before_closing(least, every)

    def is_listed(self) -> bool:
        """Whether the items are the 项 of an article, or stand below a colon."""
        if self.unit.parent is None:
            return False
        opening = self._text[slice(*self.unit.parent.own[0])].rstrip()
        return self.unit.kind in _OF_AN_ARTICLE or opening.endswith("：")

    def before_closing(self, start: int, end: int) -> int:
        """Return the first of these paragraphs that speaks of the whole document, or ``end``.

        What is asked of the reader (请认真执行) closes behind items that are a paragraph each;
        below a heading it may be of that.
        """
        for position in range(start, end):
            stretch = self.own[position]
            asked = self._ends(0) and position and _asks().match(self._text, *stretch)
            if asked or _closes().match(self._text, *stretch):
                return position
        return end

    def before_form(self) -> int:
        """Return how many paragraphs stand before the signature, the colophon and the page."""
        return min(_before_colophon(self._text, self.own), _before_leavings(self._text, self.own))

    def _ends(self, position: int) -> bool:
        return _COMPLETE.search(self._text[slice(*self.own[position])]) is not None

    def _stopped(self) -> bool:
        """Whether the items before it end in a full stop or a semicolon."""
        return any(_STOPPED.search(self._text[slice(*item.own[0])]) for item in self._before)

    def _complete(self) -> int:
        """Return how many paragraphs the item has: one, or all to the first that ends a sentence.

        It goes on where its first one opens a list of its own or ends in the midst of one, and
        where it breaks off while the items before it end.
        """
        first = self._text[slice(*self.own[0])]
        if _COMPLETE.search(first) or not (self._stopped() or _OPEN.search(first)):
            return 1
        ends = (position for position in range(len(self.own)) if self._ends(position))
        return next(ends, 0) + 1

    def _speaks_of_all(self) -> bool:
        """Whether the second paragraph is about all items: 以上任务由市水利局牵头."""
        return self._ends(0) and _OF_ALL.match(self._text, *self.own[1]) is not None

    def _are_sentences(self) -> bool:
        """Whether the items are sentences, and so many that one paragraph is the rule."""
        sentences = any("。" in self._text[slice(*item.own[0])] for item in self._before)
        first = "。" in self._text[slice(*self.own[0])]
        return len(self._before) >= _FEWEST_BEFORE and sentences and first


def _before_colophon(text: str, own: Sequence[tuple[int, int]]) -> int:
    headed = "联系" in text[slice(*own[0])] and len(own) > 1  # 五、联系方式⏎联系人：张三
    for position, (start, end) in enumerate(own[1:], start=1):
        if _is_colophon(text[start:end]) and not (headed and text.startswith("联系", start, end)):
            return position
    return len(own)


def _before_leavings(text: str, own: Sequence[tuple[int, int]]) -> int:
    """Return how many paragraphs of a last unit stand before what the page leaves behind."""
    stop, left = leavings(text, own[0][1], own[-1][1])
    return sum(start < stop or start == own[0][0] for start, _ in own) if left else len(own)


def _is_colophon(line: str) -> bool:
    """Whether a line belongs to the form of a document: signature, date, copies, printing."""
    return (
        _COLOPHON.match(line) is not None
        or is_date(line)
        or (is_body_name(line) and "。" not in line and "、" not in line)
        or (DATE.search(line) is not None and line.endswith("印发"))
    )
