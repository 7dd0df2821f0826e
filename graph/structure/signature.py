"""Who signed a document, and when: the names over the date of issue (GB/T 9704-2012, 7.3.5).

Forms read::

    库尔勒市人民政府办公室 / 2018年10月15日            the name over the date
    教育部 / 国家发展改革委 / 2020年3月2日              one a line, several a line, or both
    …请认真贯彻执行。某市人民政府办公室2020年11月24日    run into the last sentence
    附件：1.甲表 2.乙表 教育部 财政部 2020年3月2日      behind a list of attachments, with a blank
    附件：1.甲表2.乙表某市教育局2020年3月2日            or without
    市长 张三 / 2015年1月10日                         the head of a body signs its order
    住房和城乡建设部部长 姜伟新 / 二〇一二年五月二十八日
    总 理 李克强 2017年7月16日                        letter-spaced, on one line with the date
    公安部部长 甲某 商务部部长 乙某 2019年12月28日       of a joint order, several
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.grammar.dates import BEGINS, DATE, SOUGHT, find_dates
from graph.grammar.ideographs import HAN
from graph.structure.chiefs import bodies_of_chiefs, body_of, chief
from graph.structure.issuing_bodies import (
    from_list,
    from_party,
    is_issuer,
    is_short,
    issuers_in,
    stands_alone,
)
from graph.structure.lines import Line, is_date
from graph.structure.titles import is_title

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# What follows a date that is no signature: 自2016年1月1日起施行, 2016年7月21日 印发. Behind a
# blank another thing begins: 2016年7月21日 第一章, 2016年7月21日 公共场所管理办法.
_NOT_SIGNED = re.compile(
    r"[起前底至以，。、；内印召通发第公的《]|[ ][起前底至以，。、；印的]|[ ](?:召开|通过|发布|公布)"
    rf"|（以下|[{HAN}]{{1,12}}。"  # 省法院1986年3月21日立案。
)
# What a page sets behind the date of a letter that nobody signs. A title may be broken by blanks.
_REMARK_BEHIND = re.compile(r"[ ]?（(?:此件|本文|主动公开|信息公开)")
_COLOPHON_BEHIND = re.compile(r"[ ](?:主[ ]?题[ ]?词|抄[ ]?[送报])[ ]?：")
_WORDS_BEHIND = re.compile(r"[ ][^ \n]{6,80}(?=[ \n]|$)")
_BROKEN_WORDS_BEHIND = re.compile(
    r"[ ]([^ \n，。；：]{4,60}(?: [^ \n，。；：]{2,60}){1,3})(?=[ \n]|$)"
)
_FRONT_MATTER = re.compile(r"[ ]?(?:前[ ]?言|序[ ]?言|引[ ]?言|目[ ]?录)(?=[ \n]|$)")
_NAMED = re.compile(r"《([^《》\n]{4,100})》")
_ENDS_LETTER = re.compile(r"(?:。|（此页无正文）)$")
_BEFORE_NAME = re.compile(r"(?<![^\n])|(?<=[。！）：；”])")
_DIGITS = re.compile(r"[\d\-—（）、，转 ]*(?<![）])[ ]*")
_BEGINNING = re.compile(rf"(?!特此|此[复函致]|专此|附|联系)[{HAN}（）“”]{{5,40}}")
_SEAL_OF_ANOTHER = re.compile(rf"（[{HAN}]{{2,20}}代章?）")
_PLAIN = re.compile(rf"[{HAN}]")
_LONGEST_PLACE = 14  # characters: 平潭综合实验区
_SHORTEST_FORM = 4  # 省财政厅
_SET_PHRASE = re.compile(
    r"特此(?:通知|函告|函复|批复|公告|通告|通报|报告|说明|致函|复函|函达)[。 ]?"
)
_LISTS = re.compile(r"附[ ]?件[ ]?\d{0,2}[：:]")
_ENTRY = re.compile(r"(?<=[^\d])\d{1,2}[、.]")  # of a list of attachments: 附件：1.甲表2.
_LONGEST = 300  # characters of the names before a date on one line


@dataclass(frozen=True, slots=True)
class Signature:
    """The bodies that signed, in order, the date line, and the stretch of all of it.

    ``person`` tells that the head of a body signed, which names the body only where it stands
    before the office.
    """

    signers: tuple[Line, ...]
    date: Line
    start: int
    end: int
    person: bool = False


def find_signature(
    lines: Sequence[Line], text: str, start: int, named: Sequence[str] = ()
) -> Signature | None:
    """Return the first signature behind ``start``; ``named`` are the bodies of the title."""
    for index, line in enumerate(lines):
        if line.end <= start:
            continue
        dated = is_date(line.text) and not line.text.startswith("（")
        above = line if dated else _over_front_matter(line)
        if above and line.start >= start:
            return _above(lines, index, above, text, start)
        first = max(line.start, start)
        within = _inside(text, first, line.end, named) or _unsigned(text, first, line.end)
        if within:
            return _with_above(lines, index, within, text, start)
    return None


def _over_front_matter(line: Line) -> Line | None:
    """Return the date that a line begins with before what opens the text: 2021年11月24日前言."""
    date = DATE.match(line.text) if line.text.startswith(BEGINS) else None
    if date is None or not is_date(date.group()):
        return None
    if not _FRONT_MATTER.match(line.text, date.end()):
        return None
    return Line(date.group(), line.start, line.start + date.end())


def _above(lines: Sequence[Line], index: int, date: Line, text: str, start: int) -> Signature:
    """Return the signature of a date that stands on a line of its own."""
    return _with_above(lines, index, Signature((), date, date.start, date.end), text, start)


def _with_above(
    lines: Sequence[Line], index: int, found: Signature, text: str, start: int
) -> Signature:
    """Add the signers on the lines right above."""
    signers = list(found.signers)
    first, person = found.start, found.person
    if found.start > lines[index].start:  # run into a sentence: nothing above belongs to it
        return found
    for at in range(index - 1, -1, -1):
        line = lines[at]
        if line.start < start:
            break
        if _SEAL_OF_ANOTHER.fullmatch(line.text):
            continue
        signer = chief().fullmatch(line.text)
        names = [] if signer else issuers_in(text, line.start, line.end)
        if signer:
            names, person = body_of(line.start, signer), True
        elif not names:
            run_in = [] if signers else _last_in_sentence(text, line)
            if run_in:
                return Signature(tuple(run_in), found.date, run_in[0].start, found.end, person)
            rest = signers[0] if signers else line
            above = line if signers else lines[at - 1] if at else None
            if above and (whole := _broken(above, rest, text)):
                signers[:1] = [whole]
                first = whole.start
            break
        signers[:0] = names
        first = line.start
    return Signature(tuple(signers), found.date, first, found.end, person)


def _broken(line: Line, rest: Line, text: str) -> Line | None:
    """Return the name that begins on ``line`` and ends in ``rest`` below it, if one does.

    A rest such as 疫情联防联控机制 is no name by itself; 特此通知 begins none.
    """
    if stands_alone(rest.text) or not _BEGINNING.fullmatch(line.text):
        return None
    names = issuers_in(text, line.start, rest.end)
    return names[0] if len(names) == 1 else None


def _last_in_sentence(text: str, line: Line) -> list[Line]:
    """Return the names that stand behind the last sentence of a line, which the date is below."""
    for cut in _cuts(text, line.start, line.end):
        if names := issuers_in(text, cut, line.end):
            return names
    return []


def _cuts(text: str, start: int, end: int) -> Iterator[int]:
    """Yield where names can begin that are run into a sentence, the likeliest first.

    Behind a full stop, or behind a bracket or a quotation that closes one: names hold either.
    """
    for phrase in _SET_PHRASE.finditer(text, start, end):
        yield phrase.end()
    for marks in ("。！；：\n", "）”", "。！；\n"):  # the last for 。局长：张三
        cut = max(text.rfind(mark, start, end) for mark in marks) + 1
        while 0 < cut < end and text[cut] in "”）":
            cut += 1
        if cut:  # behind the number of a telephone: 联系电话：8108523某市水务局
            digits = _DIGITS.match(text, cut)
            yield digits.end() if digits else cut
    if entries := list(_ENTRY.finditer(text, start, end)):
        yield entries[-1].end()


def _after_blanks(text: str, start: int, end: int, named: Sequence[str]) -> Iterator[int]:
    """Yield where names begin that stand by themselves before a date, whatever is before them.

    Each is parted by blanks from the next one, or is one that the title names.
    """
    at = end
    while at > start:
        stop = start + len(text[start:at].rstrip())
        known = next((name for name in named if text.endswith(name, start, stop)), "")
        known = known or _in_short(text, start, stop, named)
        blank = max(text.rfind(mark, start, stop) for mark in " \t") + 1
        if known:
            at = _with_its_place(text, max(start, blank), stop - len(known), stop)
        elif blank > start and is_issuer(text[blank:stop]):
            at = blank
        else:
            break
    if at < end:
        yield at


def _with_its_place(text: str, blank: int, at: int, stop: int) -> int:
    """Return where a name begins that the title gives without its place: a blank stands before."""
    whole = blank < at and at - blank <= _LONGEST_PLACE and is_issuer(text[blank:stop])
    return blank if whole and stands_alone(text[blank:stop]) else at


def _in_short(text: str, start: int, stop: int, named: Sequence[str]) -> str:
    """Return the short form of a named body that ends at ``stop``, behind what is no ideograph.

    传真：5178省发展改革委 under the title of 某省发展和改革委员会
    """
    for name in named:
        for first in range(max(start + 1, stop - len(name)), stop - _SHORTEST_FORM + 1):
            words = text[first:stop]
            if not _PLAIN.match(text[first - 1]) and is_issuer(words) and is_short(words, name):
                return words
    return ""


def _inside(text: str, start: int, end: int, named: Sequence[str]) -> Signature | None:
    """Return a signature on one line, or in a text that lost its line ends."""
    for match in SOUGHT.finditer(text, start, end):
        if not (match["day"] or match["iso_day"]) or _NOT_SIGNED.match(text, match.end()):
            continue
        if next(find_dates(text, *match.span()), None) is None:
            continue
        stop = match.start()
        while stop > start and text[stop - 1].isspace():
            stop -= 1
        first = max(start, stop - _LONGEST)
        date = Line(match.group(), *match.span())
        cuts = list(_cuts(text, first, stop))
        blanks = _after_blanks(text, first, stop, named)
        for at in (start, *cuts[:1], *blanks, *cuts[1:]):
            if not at < stop <= at + _LONGEST:
                continue
            if signer := chief().fullmatch(text, at, stop):
                return Signature(tuple(body_of(0, signer)), date, at, match.end(), person=True)
            if bodies := bodies_of_chiefs(text, at, stop):
                return Signature(tuple(bodies), date, at, match.end(), person=True)
            found = issuers_in(text, at, stop)
            if names := found and from_list(text, from_party(text, found, stop), named):
                return Signature(tuple(names), date, names[0].start, match.end())
    return None


def _unsigned(text: str, start: int, end: int) -> Signature | None:
    """Return the date that ends a letter which nobody signs, in a text that lost its line ends.

    A remark stands behind it, its subject words, or the title of what the letter issues:
    …认真执行。 2017年5月14日（此件公开发布）, 2008年6月18日 主题词：, 2011年12月29日 甲办法 第一条.
    Or it ends the line that lists what is attached: 附件：甲暂行办法二〇〇六年一月二十七日.
    """
    for match in SOUGHT.finditer(text, start, end):
        if not (match["day"] or match["iso_day"]):
            continue
        before = text[start : match.start()].rstrip()
        alone = not before
        ended = alone or _ENDS_LETTER.search(before) is not None
        stated = _REMARK_BEHIND.match(text, match.end(), end) if ended else None
        colophon = _COLOPHON_BEHIND.match(text, match.end(), end)
        if colophon and not (alone or text[match.start() - 1] == " "):
            colophon = None
        issued = ended and (
            _title_follows(text, match.end(), end) or _named_follows(before, text, match.end())
        )
        listed = match.end() == end and _LISTS.match(text, start) is not None
        listed |= before.endswith("。") and not text[match.end() :].strip()  # the end of all
        if stated or colophon or issued or listed:
            return Signature((), Line(match.group(), *match.span()), *match.span())
    return None


def _named_follows(letter: str, text: str, at: int) -> bool:
    """Whether what a letter names follows it, with its text right behind its name.

    《甲方案》已经市政府同意，现印发给你们。2011年1月5日 甲方案为了加强管理
    """
    behind = text[at : at + _LONGEST].lstrip()
    return any(behind.startswith(name) for name in _NAMED.findall(letter))


def _title_follows(text: str, at: int, end: int) -> bool:
    """Whether a title stands behind a blank, whole or broken by blanks where its lines ended."""
    whole = _WORDS_BEHIND.match(text, at, end)
    if whole and is_title(whole.group().strip()):
        return True
    broken = _BROKEN_WORDS_BEHIND.match(text, at, end)
    words = broken[1].split(" ") if broken else []
    if words and is_issuer(words[0]):  # 2015年3月2日 某市人民政府 印发工作方案 tells of another day
        return False
    return any(is_title("".join(words[:count])) for count in range(2, len(words) + 1))
