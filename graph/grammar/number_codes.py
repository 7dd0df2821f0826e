"""Where a document number begins: the code, or the name, of who issued it (发文机关代字).

Nothing parts a number from the words before it, and no verb, adverb or full name of a body is part
of a code. Forms read, each with where the number begins::

    不再适用渝府发〔2008〕26号, 仍按财税〔2018〕54号          渝府发, 财税
    国家林业和草原局林函护字〔2020〕50号                     林函护字
    依据和政发〔2018〕5号                                   和政发: no 和 can follow a verb
    商务部、公安部、环境保护部令第12号                       the first of joint issuers
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from graph.grammar.body_names import body_endings
from ontology import agencies, divisions, lexicon

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

_STATE = "中华人民共和国"
# Single characters that can lead in to a number: 对新政发〔2014〕68号文件已明确的.
_SINGLE = re.compile(
    r"对(?!外)|[将按与和及据以由见即在至为或从因原附仍照]|经(?![贸信济委发办])|的+"
)
_BEHIND_A_VERB = "对由见经原的"  # what can still stand between a verb and a number
_AT_FIRST = "按见原附"  # what may lead in to a number that stands by itself
_BEFORE_ORDER = "对按据由经见即以与及"
# 政发, 府办: a government that says of no place which one it is; 和政发 is whole.
_WITHOUT_PLACE = re.compile(r"[政府](?:办|发|函|字|规|通)|委(?:发|办)")
# What ends the title or the name of a body that a code follows without a mark between.
_NAME_BEFORE = re.compile(
    r"(?:的(?:通知|意见|决定|函|批复|公告|通告|通报|规定|办法|报告|请示|方案|细则|答复)|文件"
    r"|人民政府|国务院|委员会|办公厅(?!便函)|办公室(?!便函)|会议纪要|明电|特急|特提|加急"
    r"|[我本你][省市县区局厅委办部院会](?=[\u4e00-\u9fff]{3}))"  # 我局连财库
    r"(?=[\u4e00-\u9fff]{2})"
)
_OF_THE_CODE = re.compile(r"[联办厅发字函党]|令|公告|通告")  # 工信部联规: the name is the code's
_SHORTEST_NAME = 3  # characters: 财政部
_LEVELS = "省市县区州盟旗"
_LONGEST_CODE = 10  # characters; what is longer begins with words that are none of it
_SHORTEST_KNOWN = 3
_LONGEST_NAME = 26  # characters of the name of an issuer, with its mark
_BROKEN = re.compile(r"(?P<head>[\u4e00-\u9fff]{1,12})[ \n]$")
_LISTED = re.compile(r"(?P<name>[\u4e00-\u9fff]{2,24}?)(?:[、 ]+|和)$")


@cache
def _words() -> re.Pattern[str]:
    """Return the pattern of the words of two characters and more that can lead in to a number."""
    citing, relations = lexicon.concepts("citation-words"), lexicon.concepts("relations")
    forms = {form for concept in relations.values() for form in concept.written if "…" not in form}
    for key in ("make", "repeal", "amend", "issue", "before-number"):
        forms |= citing[key].written
    words = lexicon.alternation(form for form in forms if len(form) > 1)
    return re.compile(rf"{_STATE}(?=国务院|主席)|{words}")


def leads_in(text: str) -> bool:
    """Tell whether a text is nothing but a word that can lead in to a number: 根据."""
    return bool(_words().fullmatch(text) or _SINGLE.fullmatch(text))


def code_in(run: str, known: Collection[str], *, alone: bool) -> str:
    """Return the code at the end of a run of ideographs, or nothing where none can be told.

    A code may hold any character that leads in elsewhere, as 和政发 does: ``alone``, in a bracket
    or on a line of its own, it is cut at words only.

    >>> code_in("不再适用渝府发", (), alone=False), code_in("国家民委民委发", (), alone=True)
    ('渝府发', '民委发')
    """
    if run in known:
        return run
    ends = [match.end() for match in (*_words().finditer(run), *_NAME_BEFORE.finditer(run))]
    verbs = {match.end() for match in _words().finditer(run)}
    if not run.endswith("纪要"):  # minutes are counted by the body that met
        ends += [end for first in (0, *sorted({*ends})) for end in _names_of_bodies(run, first)]
    told = _behind(run, ends, known)
    at = len(run) - len(told)
    if told in known:
        return told
    singles = [
        match.end()
        for match in _SINGLE.finditer(run, at)
        if match.start() > at or at not in verbs or match[0][0] in _BEHIND_A_VERB
        if not _WITHOUT_PLACE.match(run, match.end())
    ]
    settled = _behind(run, [at, *singles], known)
    if alone and settled not in known:
        first = [at + 1] if run[at : at + 1] in _AT_FIRST and at + 1 in singles else []
        settled = _behind(run, [at, *first], known)
    return _short_enough(settled, known)


def _short_enough(code: str, known: Collection[str]) -> str:
    if len(code) <= _LONGEST_CODE or is_name(code.removesuffix("令")):  # 国家金融监督管理总局令
        return code
    rests = (code[at:] for at in range(1, len(code) - _SHORTEST_KNOWN + 1))
    return next((rest for rest in rests if rest in known), "")


def _names_of_bodies(run: str, first: int) -> Iterator[int]:
    """Yield where full names of bodies end that a run begins with: 国家民委, 湖南省林业局."""
    for end in range(len(run) - 2, first + _SHORTEST_NAME - 1, -1):
        if _is_full_name(run[first:end]) and not _OF_THE_CODE.match(run, end):
            yield end
            yield from _names_of_bodies(run, end)
            return


def _is_full_name(text: str) -> bool:
    national = agencies.by_national_name(text)
    if national:  # 人社部明电〔2020〕2号: a short name is part of the code
        return text == national.national[0] or len(text) > _SHORTEST_NAME
    if text[0] in _LEVELS and agencies.bearers(text[1:]):
        return True
    place, rest = divisions.split_leading(text)
    known = agencies.bearers(rest) or agencies.by_national_name(rest)  # 山东省国家保密局
    return place is not None and bool(known)


def ends_a_date(text: str, start: int) -> bool:
    """Tell whether the character at an offset is the last of a date, and begins no name."""
    return text[start] in "年月日" and text[max(0, start - 2) : start].strip()[-1:].isdigit()


def body_in(text: str, start: int, end: int) -> str:
    """Return the body of an order, without the words that lead in to it.

    A name may hold any character that leads in elsewhere, as 国家发展和改革委员会 does: such a one
    parts only what would not be known as a name from what is (同时以省政府令 …).
    """
    start += ends_a_date(text, start)  # 2002年4月30日上海市…令
    run = text[start:end]
    if _STATE in run[:-1]:
        run = run.rpartition(_STATE)[2]
    if is_name(run):
        return run
    words = [match.end() for match in _words().finditer(run)]
    singles = list(_SINGLE.finditer(run))
    ends = sorted({*words, *(match.end() for match in singles)})
    named = next((run[at:] for at in ends if is_name(run[at:])), None)
    words += [m.end() for m in singles if not m.start() and m[0] in _BEFORE_ORDER]
    return named or _behind(run, words, ())


def is_name(text: str) -> bool:
    """Tell whether a text is the name of a body that a register knows, or begins with a place."""
    if not text or text.startswith(_STATE):
        return False
    below = text[1:] if text[0] in _LEVELS else ""
    return bool(
        agencies.by_national_name(text)
        or agencies.bearers(below)
        or divisions.split_leading(text)[0]
    )


def broken_name(text: str, name: str, start: int) -> tuple[str, int] | None:
    """Return a name that a blank broke, whole, and where it begins; None where none did.

    >>> broken_name("（国 务院令", "务院", 3), broken_name("（修订 国务院令", "国务院", 4)
    (('国务院', 1), None)
    """
    head = _BROKEN.search(text, max(0, start - _LONGEST_NAME), start)
    if head is None or is_name(name):
        return None
    whole = head["head"] + name
    first = next((at for at in range(len(head["head"])) if _is_full_name(whole[at:])), None)
    return None if first is None else (whole[first:], head.start("head") + first)


def first_issuer(text: str, issuer: str, start: int) -> tuple[str, int]:
    """Return the first of the joint issuers whose last is ``issuer``, and where it begins.

    That is the issuer itself where one alone issued.

    >>> first_issuer("（商务部、公安部令第12号）", "公安部", 5)
    ('商务部', 1)
    """
    first, begin = issuer, start
    while listed := _LISTED.search(text, max(0, begin - _LONGEST_NAME), _behind_mark(text, begin)):
        name = body_in(text, *listed.span("name"))
        is_body = is_name(name) or _ending().search(name) is not None
        if not is_body or issuer.startswith(name):  # 某市政府办公厅 某市政府令第3号
            break
        first, begin = name, listed.end("name") - len(name)
        if begin > listed.start("name"):
            break
    return first, begin


def _behind_mark(text: str, begin: int) -> int:
    """Return where the words of an issuer begin: 国务院、中华人民共和国中央军事委员会令第413号."""
    return begin - len(_STATE) if text.endswith(_STATE, 0, begin) else begin


@cache
def _ending() -> re.Pattern[str]:
    return re.compile(rf"{body_endings()}$")


def _behind(run: str, ends: Sequence[int], known: Collection[str]) -> str:
    rests = [run[end:] for end in sorted(ends) if len(run) - end > 1]
    return next((rest for rest in rests if rest in known), rests[-1] if rests else run)
