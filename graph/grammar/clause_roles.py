"""What the parts of a sentence are for: what is to be done, or something beside it.

A sentence says what is to be done in its main clause. Its other parts say of which cases, of what,
to what end and on what ground, or hold names and the words of others. Norms, deadlines and whoever
else asks what a clause is ask here, once for each sentence; the forms, by the role they have::

    需要延期的，  如需变更，  并定期上缴租金的，        CASE: of which cases a rule is
    逾期未报的|不予受理                                and without a comma
    （2020年前建成的）                                 and in brackets
    除依法可以收取外                                   what a rule leaves out
    对未按时整改的企业，给予警告                       TOPIC: what a clause is about, named first
    为支持绿色出行，引导文明骑行，制定本办法           AIM
    使群众能够及时了解                                 RESULT: what comes about
    根据保证及时入库的原则，                           GROUND
    在确保质量的前提下  随着城镇化持续推进，           CIRCUMSTANCE
    《关于鼓励创业的意见》  落实“八个禁止”             NAME: a title, a name, the words of others
    本办法所称公示，是指应当公开的事项                 MEANING: what a term holds
    内容主要包括：需要支援的事项等                     and what a text does
    省政府曾批准三市可以试点                           TOLD: what was decided before

A whole sentence can be a case (（三）应当回避而未回避的；), a matter that is looked into
(…；及时研究整改等情况。) or what another act provides (《环境法》第九条规定应当公开).
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from graph.grammar.cues import cued
from graph.grammar.forewords import directs, purpose_ends
from graph.grammar.sentences import clauses
from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.grammar.cues import Cued
    from graph.grammar.sentences import Stretch

_REMEMBERED = 4096  # sentences whose parts are kept while norms and deadlines ask for them
_FURTHEST = 600  # characters behind a sentence in which a list of matters ends
_CASE_ENDS = re.compile(r"(?<![目标])的”?[，：]”?$")
_BRACKETED_CASE = re.compile(r"（[^（）。；]{4,60}(?<![目标])的）")
_MATTERS = re.compile(r"等(?:有关|具体|相关)?(?:情况|情形)[。；]?\s*$")
# What holds nothing that its sentence asks for, by what it begins with.
_PARTS = re.compile(
    r"(?=[《“「在随除关所是如若倘一凡因])(?:"  # what all of them begin with
    r"(?P<NAME>《[^》\n]*》|“[^”\n]*”|「[^」\n]*」"
    r"|关于[^，。；：《》]{2,60}(?:意见|通知|办法|规定|决定|方案|措施|公告|批复|细则|条例|规划|计划|函)"
    r"(?=[ （〔\n]|$|[\u4e00-\u9fff]{1,8}〔))"
    r"|(?P<CIRCUMSTANCE>在[^，。；：]{2,60}?(?:前提下|基础上|情况下|条件下|的同时)|随着[^，。；：]{2,60}，)"
    r"|(?P<MEANING>(?:所称[^。；：]{1,60}?(?:指|包括)|是指)[^，。；：]*)"
    r"|(?P<CASE>除[^。；：]{2,60}?(?:外|的除外)(?=，|。|；|$)"
    r"|(?:(?<=[，。；：\n])|^)(?:如果?(?![下期实何数]|有关)|若(?!干)|倘若?|一旦|凡(?!是)|因(?!地制宜|此))[^，。；：]{1,40}，)"
    r")"
)
# 为学生提供信息，: whom something is done for, and no aim
_FOR_WHOM = r"(?!(?!更|进|持|切|全|充|有)[\u4e00-\u9fff]{1,16}?(?:提供|创造|配备))"
_AIM = re.compile(
    rf"(?=为)(?:(?<=[，。；：、\s）])|^)为(?![\d期该此由]|人民|主要?|重点){_FOR_WHOM}了?[^，。；]{{2,80}}，"
)
# 《环境法》第九条规定应当公开: what another act provides, where no 根据 stands before it
_PROVIDED = re.compile(
    r"(?=[》第])(?:》|(?<!本法)(?<!本条例)(?<!本办法)(?<!本规定)(?<!本细则)第[〇零一二三四五六七八九十百\d]+[条款项])"
    r"(?:中|已|也|均|都|已经|对此|明确|明文|就)*(?:规定|明确|要求|指出)"
    r"(?:了|的是|：|，|“|(?=应|不得|必须|可以))"
)
_FOLLOWING = re.compile(
    r"(?:根据|按照?|依照|依据|遵照|违反|符合|执行|落实|依|有|除|属于|具有|适用"
    r"|遵守|贯彻|对照|参照|比照|以|严格)[^，。；：]*$"
)


class Role(StrEnum):
    """What a part of a sentence is for, where it says nothing of what is to be done."""

    AIM = "aim"
    CASE = "case"
    CIRCUMSTANCE = "circumstance"
    GROUND = "ground"
    MEANING = "meaning"
    NAME = "name"
    RESULT = "result"
    TOLD = "told"
    TOPIC = "topic"


class Part(NamedTuple):
    """A part of a sentence by its offsets."""

    start: int
    end: int
    role: Role


@lru_cache(maxsize=_REMEMBERED)
def parts_of(text: str, sentence: Stretch) -> tuple[Part, ...]:
    """Return the parts of a sentence that say nothing of what is to be done.

    >>> from graph.grammar.sentences import Stretch
    >>> text = "为方便群众，需要延期的，应当申请。"
    >>> [(text[p.start : p.end], str(p.role)) for p in parts_of(text, Stretch(0, len(text)))]
    [('为方便群众，', 'aim'), ('需要延期的，', 'case')]
    """
    found = [*_aims(text, sentence), *_marked(text, sentence), *_cases(text, sentence)]
    found += _worded(text, sentence)
    parts: list[Part] = []
    for part in sorted(found, key=lambda part: (part.start, -part.end)):
        within = parts and part.end <= parts[-1].end and parts[-1].role is not Role.NAME
        if not within:  # one within another adds nothing, but in the words of others
            parts.append(part)
    return tuple(parts)


def tells_nothing(text: str, sentence: Stretch) -> bool:
    """Tell whether a sentence is a case as a whole, or reports what another act provides.

    >>> from graph.grammar.sentences import Stretch
    >>> tells_nothing("依法应当回避而未回避的；", Stretch(0, 12))
    True
    """
    words = text[sentence.start : sentence.end]
    if words.rstrip("；。 \n").endswith(("的", "的情形")):  # （三）依法应当回避而未回避的；
        return True
    if "》" not in words and "第" not in words:
        return False
    return any(
        _FOLLOWING.search(words[: told.start()].rsplit("《", 1)[0]) is None
        for told in _PROVIDED.finditer(words)
    )


def is_looked_into(text: str, sentence: Stretch) -> bool:
    """Tell whether a sentence is one of several matters: 确保经费；及时研究整改措施等情况."""
    end = sentence.end
    if text[end - 1] not in "；;" or directs().search(text, sentence.start, end):
        return False
    closes = text.find("。", end, end + _FURTHEST)
    line = text.find("\n", end, end + _FURTHEST)
    if closes < 0 or 0 <= line < closes:
        return False
    return _MATTERS.search(text, max(end, closes - 8), closes) is not None


@cache
def _reports() -> re.Pattern[str]:
    return re.compile(rf"{_words('report')}(?:（[^（）]*）)*$")


def reports(title: str) -> bool:
    """Tell whether a document of this title tells and answers, and directs nobody.

    >>> reports("关于议案办理情况的报告"), reports("关于报告事故的通知")
    (True, False)
    """
    return _reports().search(title) is not None


def _aims(text: str, sentence: Stretch) -> Iterator[Part]:
    """Yield the clauses of purpose; the last clause of a sentence is what is to be done."""
    told = text.find("为", sentence.start, sentence.end) >= 0
    for aim in _AIM.finditer(text, sentence.start, sentence.end) if told else ():
        stop = aim.end()
        if directs().search(text, aim.start(), stop):  # 为其担保的机构应当…，
            continue
        while (
            further := _aims_on().match(text, stop, sentence.end)
        ) and further.end() < sentence.end:
            stop = further.end()
        yield Part(aim.start(), stop, Role.AIM)

    if (ends := purpose_ends(text, sentence)) > sentence.start:
        yield Part(sentence.start, min(ends, sentence.end), Role.AIM)


def _marked(text: str, sentence: Stretch) -> Iterator[Part]:
    for found in _PARTS.finditer(text, sentence.start, sentence.end):
        yield Part(*found.span(), Role[str(found.lastgroup)])
    if text.find("（", sentence.start, sentence.end) >= 0:
        for found in _BRACKETED_CASE.finditer(text, sentence.start, sentence.end):
            yield Part(*found.span(), Role.CASE)


def _cases(text: str, sentence: Stretch) -> Iterator[Part]:
    """Yield the clauses that end in 的, with those that one joined by 并 goes on from."""
    if text.find("的", sentence.start, sentence.end) < 0:
        return
    parts = list(clauses(text, sentence.start, sentence.end))
    for index, clause in enumerate(parts):
        if not _CASE_ENDS.search(text, max(clause.start, clause.end - 4), clause.end):
            following = parts[index + 1].start if index + 1 < len(parts) else clause.end
            yield from _heads(text, clause, following)
            continue
        first = index
        while first and _goes_on().match(text, parts[first].start):
            if directs().search(text, parts[first - 1].start, parts[first - 1].end):
                break
            first -= 1
        yield Part(parts[first].start, clause.end, Role.CASE)


def _heads(text: str, clause: Stretch, following: int) -> Iterator[Part]:
    """Yield what a clause names first: 对未按时整改的企业，给予…, and 逾期未报的|不予受理."""
    topic = _topic().match(text, clause.start, clause.end)
    if topic and topic.end() == clause.end - 1 and _consequence().match(text, following):
        yield Part(clause.start, topic.end("which"), Role.TOPIC)
    bound = _bound().match(text, clause.start, clause.end)
    if bound and not directs().search(text, clause.start, bound.end("case")):
        yield Part(clause.start, bound.end("case"), Role.CASE)


def _worded(text: str, sentence: Stretch) -> Iterator[Part]:
    """Yield grounds, results and what was decided before, told by words of their own."""
    for pattern, role in _by_words():
        for found in pattern.finditer(text, sentence.start, sentence.end):
            yield Part(*found.span(), role)


def _words(*keys: str) -> str:
    return f"(?>{lexicon.alternatives('clause-roles', *keys)})"


@cache
def _aims_on() -> re.Pattern[str]:
    """Return the clause by which an aim goes on: 为支持…，引导…，确保…，."""
    return re.compile(rf"{_words('aiming')}*{_words('aim')}[^，。；]{{2,60}}，")


@cache
def _goes_on() -> re.Pattern[str]:
    return re.compile(_words("case-goes-on"))


@cache
def _topic() -> re.Pattern[str]:
    """Return a clause that names its object by an attribute: 对未按时整改的企业."""
    return re.compile(rf"(?P<which>{_words('topic')}[^，。；：]{{2,60}}的)[^，。；：的]{{1,14}}")


@cache
def _consequence() -> re.Pattern[str]:
    return re.compile(_words("consequence"))


@cache
def _bound() -> re.Pattern[str]:
    return re.compile(rf"(?P<case>[^，。；：]{{4,60}}?(?<![目标])的){_words('bound-consequence')}")


@cache
def _by_words() -> tuple[tuple[Cued, Role], ...]:
    ground, noun, result = _words("ground"), _words("ground-noun"), _words("result")
    enabling = rf"(?<!促){_words('enabling')}(?![用命馆者])"
    before, reporting = _words("before-now"), _words("reporting")
    whom = "(?=群众|企业|公众|市民|居民|当事人|人民|社会|用户|考生|办事)"
    able = r"[^，。；：]{1,16}?(?:能够?|得以)"
    rest = r"[^，。；：]{2,60}"
    told = rf"{before}[^，。；：的]{{0,40}}?{reporting}(?!的){rest}"
    return (
        (
            cued(rf"{ground}{rest}?的?{noun}(?=[，。；、]|$)", _written("ground-noun")),
            Role.GROUND,
        ),
        (
            cued(
                rf"(?:{result}|{enabling}{able}|方便{whom}){rest}",
                (*_written("result", "enabling"), "方便"),
            ),
            Role.RESULT,
        ),
        (
            cued(
                r"(?:(?:内容|主要|一般|具体|内容主要)包括：|包括但不限于)(?:(?!应当|必须|不得)[^。；])+",
                ("包括",),
            ),
            Role.MEANING,
        ),
        (cued(told, _written("before-now")), Role.TOLD),
    )


def _written(*keys: str) -> frozenset[str]:
    return lexicon.written("clause-roles", *keys)
