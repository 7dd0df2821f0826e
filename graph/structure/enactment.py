"""How a document came about: the note under its title, and the sentence that proclaims it.

Forms read::

    （2019年3月1日某市人大常委会第三次会议通过）                        a note, under the title
    2016年3月30日 某省人大常委会第二十次会议批准                       a line each
    《A》已经2014年12月29日省政府常务会议审议通过，现予公布，自2015年3月1日起施行。
    《A》已由某市人大常委会第十六次会议于2012年6月28日修正，现予公布。
    本办法自公布之日起30日后施行。                                 the last of its own words
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from graph.grammar.dates import find_dates
from graph.grammar.enactment import COMMENCED, Act, find_acts, note_end
from graph.grammar.expiry import expiry_at
from graph.grammar.ideographs import HAN
from graph.grammar.numbering import LABEL_AT_START
from graph.structure.commencements import (
    commencement,
    commencement_of_issued,
    commencements,
)
from graph.structure.issuing_bodies import is_issuer
from graph.structure.lines import Line
from graph.structure.titles import is_title
from ontology import lexicon

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

_FURTHEST = 2000  # characters from the head to the sentence that proclaims
_LONGEST_TITLE = 200  # characters before a note on its line
_FIRST_LINES = 6  # of a text, in which a note needs no title right above it
_TITLE = r"《(?P<title>[^《》\n]{3,80}(?:[〈《][^〈〉《》\n]{2,60}[〉》][^《》\n]{0,30}){0,2})》"
_PROCLAIMED = re.compile(
    r"(?=[ 现《])(?:^|(?<=[\n。：])|(?<=号 )"
    r"|(?<=\d号)(?=现(?:予|将)?(?:公布|发布)《)"
    r"|(?<=\d号)(?=《[^《》\n]{3,120}》，?(?:已|业)[经由于])"
    r"|(?<= )(?=《[^《》\n]{3,120}》(?:（[^（）\n]{1,20}）)?(?:已|业)[经由于])"
    rf"|(?<=[{HAN}])(?=《[^《》\n]{{3,120}}》(?:已|业)[经由于][^。《\n]{{4,80}}通过，现予?(?:公布|发布))"
    r"|(?<=制定了)|(?<=修订了)|(?<=起草了))[ ]*"
    rf"(?:现(?:将|公布|发布|印发|予公布|予发布))?[ ]*{_TITLE}(?!的)"
    r"(?:（[^（）\n]{1,20}）)?(?:\n(?=[已业]经))?(?:[、和及][^《》。：\n]{0,8}《[^《》\n]{3,80}》){0,4}"
    r"(?P<rest>[^《》。：\n]{0,120}?(?:。(?=现))?(?:现[^《》。\n]{1,12}《[^《》\n]{3,80}》)?"
    r"[^《》。：\n]{0,40}?(?:公布|发布|施行|印\n?发|下发|颁布)[^《》。\n]{0,60})"
)
_REMARKS = 600  # characters of a head that nothing ends
_AGAIN = re.compile(
    r"根据本(?:决定|令|公告|通知)[^。；\n]{0,20}(?:修改|修正|修订|调整)[^。；]{0,16}"
    r"重新(?:公布|发布|印发)[^。\n]{0,8}。"
)
_DAY = r"(?:19|20|[一二][九〇零])[^，。；\n]{2,10}?日"
_MEETING = re.compile(
    rf"(?:已经|业经|已由|已于|经|由|已)[ ]?(?:(?P<before>{_DAY})[ ]?)?(?:经|由)?"
    r"(?:(?:今年|本年)?(?:\d{1,2}月\d{1,2}日)?(?:召开|举行)的)?"
    rf"(?P<by>[{HAN}\d（）、 ]{{2,60}}?(?:会议|会|大会))(?:于[ ]?(?P<after>{_DAY})[ ]?)?"
    rf"(?:审议|讨论|研究|审定|表决|原则)*(?P<word>修订通过|修正通过|通[ ]?过|同意|批准|修正|修订)",
    re.VERBOSE,
)
_SESSION = re.compile(
    rf"(?P<body>[{HAN}]+?)(?:审判委员会|检察委员会)?(?:第[一二三四五六七八九十百〇零\d]{{1,5}}次)?(?:部党组|党组|部务|署务|局务|委务|厅务|"
    r"主任|部长|局长|厅长|市长|省长|县长|区长|主席|主席团|常务|全体|办公|专题|部长办公|部常务|委员)*(?:会议|会)$"
)
_CONGRESS = re.compile(rf"[{HAN}]{{0,20}}?(?:人民代表大会(?:常务委员会)?|人大(?:常委会)?)$")
_ORDINAL_OF_CONGRESS = re.compile(r"^(?:中华人民共和国)?第[一二三四五六七八九十百]{1,4}届(?=全国)")
_OPENS_UNITS = re.compile(r"(?<=）)第一[章条][ ]|(?<=） )第一[章条][ ]")
_ANNEX = re.compile(r"附[ ]?[件表录]")
_ITEM = re.compile(r"[ ）。][一二三四五六七八九十]{1,3}、")  # of a list: 目录（2件） 一、甲办法


@dataclass(frozen=True, slots=True)
class Proclamation:
    """The title in the sentence that proclaims a document, and the acts that it tells."""

    title: Line
    acts: tuple[Act, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Enacted:
    """How a document came about, as far as it says so.

    ``history`` are the acts of its notes, and what the sentence that proclaims it says of changes.
    ``first_unit`` is where its first numbered unit begins.
    """

    history: tuple[Act, ...]
    notes: tuple[Line, ...]
    proclamation: Proclamation | None
    own_commencement: Act | None
    first_unit: int

    def before(self, end: int) -> Enacted:
        """Return what the words before an offset tell of it, as those of a letter do."""
        return self.only([note for note in self.notes if note.end <= end])

    def only(self, notes: Sequence[Line]) -> Enacted:
        """Return what it tells without the notes that are those of other documents."""
        others = [note for note in self.notes if note not in notes]
        history = (
            act
            for act in self.history
            if not any(note.start <= act.start < note.end for note in others)
        )
        return replace(self, history=tuple(history), notes=tuple(notes))

    def without_proclamation(self) -> Enacted:
        """Return it without the sentence that proclaims another act than this one."""
        changes = self.proclamation.acts if self.proclamation else ()
        history = tuple(act for act in self.history if act not in changes)
        return replace(self, proclamation=None, history=history)

    def of_what_is_issued(self, text: str, title: str) -> Enacted:
        """Return it with the day from which what it issues is in force, where it tells no other.

        关于公布甲标准的通知 … 甲标准自2020年1月1日实施
        """
        if self.commencement:
            return self
        act = commencement_of_issued(text, title)
        return replace(self, own_commencement=act) if act else self

    @property
    def promulgation(self) -> Act | None:
        """Return the act by which it was first promulgated."""
        return next((act for act in self.history if act.kind == "promulgated"), None)

    @property
    def promulgated(self) -> tuple[dt.date, int, int] | None:
        """Return the day of the promulgation, with its place."""
        act = self.promulgation
        return (act.date, act.start, act.end) if act and act.date else None

    @property
    def number(self) -> tuple[str, int, int] | None:
        """Return the number of the order that first promulgated it, with its place."""
        act = self.promulgation
        return (act.number, act.by_start, act.by_end) if act and act.number else None

    def number_is(self, number: str) -> bool:
        """Tell whether the order of a number is the one that first promulgated it."""
        return self.number is not None and self.number[0] == number

    @property
    def adoption(self) -> Act | None:
        """Return the act by which a meeting adopted it first."""
        told = (*self.history, *(self.proclamation.acts if self.proclamation else ()))
        return next((act for act in told if act.word.endswith("通过")), None)

    @property
    def commencement(self) -> Act | None:
        """Return the act from which it is in force: the last that its head tells, or its own."""
        told = [*(self.proclamation.acts if self.proclamation else ()), *self.history]
        last = [act for act in told if act.kind == COMMENCED][-1:]
        return last[0] if last else self.own_commencement


def enacted(lines: Sequence[Line], text: str, behind: int) -> Enacted:
    """Return how the document came about that has these lines.

    ``behind`` is where what stands before its text ends at the latest.
    """
    if not lines:
        return Enacted((), (), None, None, 0)
    labelled = (line for line in lines if _begins_units(line))
    first = next(labelled, lines[-1])
    unit = first.start if _begins_units(first) else lines[-1].end
    again = _printed_again(text, lines[0].start, lines[-1].end)
    found = [note for note in _notes(lines, text, unit) if note[0].start < again]
    sentence = proclamation(text, lines[0].start, max(unit, behind + _FURTHEST))
    acts = [act for _, acts in found for act in acts]
    expiry = expiry_at(text, lines[0].start, min(unit, max(behind, lines[0].start + _REMARKS)))
    if sentence:
        known = {(act.kind, act.date) for act in acts}
        changes = (act for act in sentence.acts if act.kind in {"amended", "revised"})
        acts += [act for act in changes if act.date and (act.kind, act.date) not in known]
    acts += [expiry] if expiry else []
    return Enacted(
        history=tuple(acts),
        notes=tuple(line for line, _ in found),
        proclamation=sentence,
        own_commencement=commencement(text, lines[0].start, again),
        first_unit=unit,
    )


def _printed_again(text: str, start: int, end: int) -> int:
    """Return where a decision ends behind which the act that it amends is printed anew, or ``end``.

    The note under its title, and the day in its last article, are that act's own.
    """
    if "根据本" not in text:
        return end
    again = _AGAIN.search(text, start, end)
    return again.end() if again else end


def _begins_units(line: Line) -> bool:
    return LABEL_AT_START.match(line.text) is not None and note_end(
        line.text, 0, len(line.text)
    ) != len(line.text)


def _notes(lines: Sequence[Line], text: str, stop: int) -> Iterator[tuple[Line, tuple[Act, ...]]]:
    """Yield the lines before ``stop`` that are notes, with the acts that they list.

    A note may stand behind the title on its line. Where it does so on several lines, these list
    documents, as those that a decision repeals, and none of the notes is the document's own; nor
    is a day with its body in a table of such documents.
    """
    head = [line for line in lines if line.start < stop]
    found = {line.start: note for line in head if (note := _note_in(line, text))}
    titled = ((start, note.start) for start, note in found.items() if start < note.start)
    behind_a_title = {"".join(text[start:at].split()) for start, at in titled}
    follows = True
    for index, line in enumerate(head):
        if _ANNEX.match(line.text) and any(is_title(above.text) for above in head[:index]):
            return
        note = found.get(line.start)
        follows = (follows and note is not None) or index < _FIRST_LINES
        if note is None:
            follows |= is_title(line.text)
            continue
        bracketed = note.text.startswith("（")
        own = len(behind_a_title) == 1 if line.start < note.start else follows or bracketed
        if own:
            yield note, tuple(find_acts(text, note.start + bracketed, note.end))


def _note_in(line: Line, text: str) -> Line | None:
    """Return the note that ends a line, or opens units on it, alone or behind a title."""
    at = line.start
    while 0 <= at < line.end:
        end = note_end(text, at, line.end)
        if end == line.end or (end > at and _OPENS_UNITS.match(text, end)):
            before = text[line.start : at]
            alone = not before or (is_title(before.replace(" ", "")) and not _ITEM.search(before))
            return Line(text[at:end], at, end) if alone else None
        at = text.find("（", at + 1, min(line.end, line.start + _LONGEST_TITLE))
    return None


def proclamation(text: str, start: int, end: int) -> Proclamation | None:
    """Return the sentence that proclaims a document, or issues what it is about."""
    match = _PROCLAIMED.search(text, start, end)
    if match is None:
        return None
    title = Line(match["title"].replace(" ", ""), *match.span("title"))
    first, last = match.span("rest")
    stop = text.find("。", last)
    last = stop if 0 <= stop < last + 120 else last
    acts = [*_adopted(text, first, last), *commencements(text, first, last)]
    return Proclamation(title, tuple(acts), match.start(), last)


def _adopted(text: str, start: int, end: int) -> Iterator[Act]:
    for match in _MEETING.finditer(text, start, end):
        if match["word"] == "同意":
            continue
        group = "before" if match["before"] else "after"
        date = next(find_dates(text, *match.span(group)), None) if match[group] else None
        word = match["word"].replace(" ", "")
        kind = lexicon.scheme("enactment-acts")[word]
        day = date.last() if date and date.day else None
        by = match["by"].replace(" ", "")
        span = (match.start(), match.end(), *match.span("by"))
        yield Act(kind, word, day, by, None, None, *span)


def body_of_meeting(act: Act) -> Line | None:
    """Return the body whose meeting adopted a document, as far as its name stands before it.

    >>> act = Act("adopted", "通过", None, "国务院第198次常务会议", None, None, 0, 12, 0, 12)
    >>> body_of_meeting(act).text
    '国务院'
    """
    match = _SESSION.fullmatch(act.by)
    if match is None or act.by_end - act.by_start != len(act.by):
        return None
    skipped = _ORDINAL_OF_CONGRESS.match(match["body"])
    first = skipped.end() if skipped else 0
    name = match["body"][first:]
    if not is_issuer(name) and not _CONGRESS.fullmatch(name):
        return None
    start = act.by_start + first
    return Line(name, start, start + len(name))
