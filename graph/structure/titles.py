"""Which lines at the head of a text are its title."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from graph.grammar.enactment import note_end
from graph.grammar.expiry import without_expiry
from graph.grammar.ideographs import HAN
from graph.grammar.numbering import LABEL_AT_START
from graph.structure.announced import is_headline, issues
from graph.structure.fields import names_field
from graph.structure.issuing_bodies import is_issuer, signer_endings
from graph.structure.lines import Line, is_date, is_remark, salutation
from graph.structure.menus import menu_lines
from graph.structure.page_furniture import is_furniture
from ontology import divisions, lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONGEST = 240  # characters; a dozen ministries before 关于 have 120
_MOST_LINES = 6
_SHORTEST_COPY = 6  # characters
_REMEMBERED = 1024  # lines: each is asked by what stands above it, below it and by the works
ABOUT = re.compile(r"关于|印发|转发|批转|发布|公布|下发|批复|表彰|调整|废止")
CHARACTERS = re.compile(
    rf"[{HAN}《“\"'（\dA-Z][{HAN}A-Za-z0-9《》〈〉“”‘’\"'（）、，—\-%+＋·•×&. /～~Ⅰ-Ⅻ]{{3,}}"
)
# How a sentence begins, and no title: 为贯彻落实《A法》《B条例》, at the end of its line.
OPENING = re.compile(
    r"(?:为[了贯认进加切深全规保促推]|根据|按照|依据|依照|现将|现就|近年来|经研究).{6}"
)
_NAVIGATION = re.compile(  # 中山市人民政府办公室文件 is a red head
    r"〉〉|_|^正文|文件$|^[^《关]{2,40}(?:令|公告|通告)(?:\d{4}年)?第[\d一二三四五六七八九十百]{1,5}号"
)
_WHOLE = re.compile(r"（(?:全文|正文)）$")
_SITE = re.compile(r"[ ]*[-—|_][ ]*[\u4e00-\u9fff]{2,20}(?:网|网站|政府|门户|委员会|局)$")
# What a page or a collection adds behind a title: （桂政办发〔2015〕44号）, （2016年8月5日）.
_ADDED = re.compile(
    r"[ ]*（(?:[^（）]{0,30}(?:〔\d{4}〕[^（）]{0,6}号|[令告][ ]?(?:\d{4}年)?第?[ ]?\w{1,5}号)"
    r"|(?:\d{4}|[〇零一二三四五六七八九OО○]{4})年\w{1,3}月\w{1,3}日"
    r"|\d{4}[-./]\d{1,2}[-./]\d{1,2})）$"
)
_REST_OF_DAY = re.compile(r"\d{1,2}[ ]?日）")
_ATTACHED = re.compile(r"附[ ]?件[ ]?(?:[一二三四五六七八九十\d]{1,2}[ ]?)?(?:[：:]|$|[^\w])")
# 关于调整某府办〔2002〕3号文有关待遇问题的通知: the number of what the letter is about
_CITED_NUMBER = re.compile(
    r"(?<=[\u4e00-\u9fff])〔\d{4}〕\d{1,5}号(?=文|、|和|与|及|等|的(?!通知|函|批复|意见|决定))"
)
_AMONG = r"(?:等(?:\d{1,2}|[一二三四五六七八九十]{1,3})?个?(?:部门|单位|部委|机关|委办局)?)?"
_EXPLAINS = re.compile(
    r"《[^《》]{4,80}》(?:（[^（）]{1,24}）)*的?(?:修订|修改|起草|编制)(?:情况)?的?说明$"
)


@cache
def _glued() -> re.Pattern[str]:
    """Return the pattern of what a page glues to the front of a title: 政策全文, 打印."""
    words = lexicon.written("page-words", "furniture", "section")
    glued = lexicon.alternation(word for word in words if len(word) > 1)
    return re.compile(rf"[ 〔]*(?:(?:{glued}|（转[载发]）)[ 〔〕|：:]*)+")


def _after_glue(line: str) -> int:
    """Return where a title begins behind words of the page: 政策全文某市…, not 打印机…办法."""
    glued = _glued().match(line)
    rest = line[glued.end() :] if glued else ""
    if glued is None or len(rest) < _SHORTEST_COPY:
        return 0
    begins = issuer_of_title().match(rest) or ABOUT.match(rest) or rest[0] == "《"
    named = begins or divisions.split_leading(rest)[0]
    return glued.end() if named or glued.group()[-1] in " 〕|：:）" else 0


@cache
def _ends_in_kind() -> re.Pattern[str]:
    kinds = lexicon.alternatives("document-kinds")
    return re.compile(
        rf"{kinds}》?(?:（[^（）]{{1,24}}）)*(?:》?的(?:通知|函|公告|通告|决定)|文本)?$"
    )


@cache
def _last_letters() -> frozenset[str]:
    """Return the letters in which titles end: those of the kinds, of what follows, of brackets."""
    kinds = lexicon.written("document-kinds")
    return frozenset(kind[-1] for kind in kinds) | set("》）知函告定明本")


@cache
def _last_kind() -> re.Pattern[str]:
    kinds = lexicon.alternatives("document-kinds")
    return re.compile(rf"(?P<kind>{kinds})》?(?:（[^（）]{{1,24}}）)*(?:文本)?$")


@cache
def issuer_of_title() -> re.Pattern[str]:
    """Return the pattern of the bodies that a title begins with: 国务院办公厅 before 关于."""
    return re.compile(
        rf"《?(?P<issuer>(?!转载)(?:(?!关于|印发|转发|贯彻|批转)[{HAN}、，“”（）\d \n]){{1,200}}?"
        rf"{signer_endings()}(?:[ \n]*（[{HAN}]{{2,20}}）)?){_AMONG}[ \n]*"
        rf"(?:{ABOUT.pattern}|(?:贯彻落实|贯彻执行|贯彻|实施)《|贯彻(?:落实|执行)?[{HAN}]{{2,30}}关于)"
    )


@lru_cache(maxsize=_REMEMBERED)
def is_title(text: str) -> bool:
    """Tell whether a line, or lines joined, can be the title of an official document.

    >>> is_title("库尔勒市推动非户籍人口在城市落户实施方案"), is_title("一、总体要求")
    (True, False)
    """
    return (
        len(text) <= _LONGEST
        and text[-1:] in _last_letters()
        and CHARACTERS.fullmatch(_without_cited_numbers(text)) is not None
        and (_ends_in_kind().search(text) or _EXPLAINS.search(text)) is not None
        and not LABEL_AT_START.match(text)
        and not OPENING.match(text)
        and not _NAVIGATION.search(text)
        and text.count("〈") == text.count("〉")
        and not is_furniture(text)
    )


def _without_cited_numbers(text: str) -> str:
    """Return a title without the numbers of the papers that it is about."""
    return _CITED_NUMBER.sub("", text) if "〕" in text and ABOUT.search(text) else text


def kind_of(title: str) -> str:
    """Return the kind of document that a title ends in, or an empty string.

    >>> kind_of("关于印发实施方案的通知"), kind_of("居住证暂行条例（草案）")
    ('通知', '条例')
    """
    match = _last_kind().search(title)
    return lexicon.scheme("document-kinds")[match["kind"]] if match else ""


def joined(lines: Sequence[Line]) -> str:
    """Return the lines of a title as one, without the blanks that set them."""
    return "".join(line.text for line in lines).replace(" ", "")


def find_title(head: Sequence[Line]) -> tuple[str, int, int] | None:
    """Return the title among the lines before a text, with its offsets.

    A title that says who issues what (…关于印发…的通知) goes before one that does not, the later
    before the earlier, and the one of more lines before the one of fewer. A menu has no title, and
    below a title what is attached or listed has titles of its own.
    """
    best: tuple[str, int, int] | None = None
    best_rank = (-1, -1, -1)
    menus = menu_lines(head)
    for first in range(len(head)):
        if best and _ATTACHED.match(head[first].text):
            break
        for count in range(1, min(_MOST_LINES, len(head) - first) + 1):
            run = head[first : first + count]
            if first + count - 1 in menus or not _can_join(run):
                break
            text, start, end = _bare(run)
            if not is_title(text) or _is_two(run) or is_headline(text, head[first + count :]):
                continue
            rank = (_rank(text), first + count, count)
            if rank > best_rank and not (best and issues(best[0], text)):
                best, best_rank = (text, start, end), rank
    return best


def _can_join(run: Sequence[Line]) -> bool:
    last = run[-1].text
    if _REST_OF_DAY.fullmatch(last) and len(run) > 1:
        return True
    if LABEL_AT_START.match(last) or salutation(last) or is_date(last.strip("（）")):
        return False
    if len(run) > 1 and OPENING.match(last):
        return False
    if is_remark(last) or is_furniture(last) or names_field(last) or is_note(last):
        return False
    return sum(len(line.text) for line in run) <= _LONGEST


def is_note(line: str) -> bool:
    """Tell whether a line is nothing but a note on how the document came about.

    >>> is_note("（2021年3月26日某省人大常委会第二十七次会议通过）"), is_note("（征求意见稿）")
    (True, False)
    """
    return note_end(line, 0, len(line)) == len(line)


def _bare(run: Sequence[Line]) -> tuple[str, int, int]:
    """Return a run without what a page adds to a title before and behind, and without its copy."""
    first, last = run[0], run[-1]
    start, end = first.start, last.end
    start += _after_glue(first.text)
    site = _SITE.search(last.text)
    if site and " " in site.group():
        end = last.start + site.start()
    end = last.start + len(without_expiry(last.text[: end - last.start]))
    added = _added(run, end)
    if added > start:
        end = added
    behind = last.text.rfind(" ")
    while behind > 0 and is_furniture(last.text[behind + 1 : end - last.start]):
        end = last.start + behind
        behind = last.text.rfind(" ", 0, behind)
    lines = [
        Line(
            line.text[max(start - line.start, 0) : max(end - line.start, 0)],
            max(start, line.start),
            end,
        )
        for line in run
    ]
    text = joined(lines)
    once = _once(text)
    if once != text and len(run) == 1 and " " not in first.text:
        end = start + len(once)
        text = once
    if text.startswith(("《", "（")) and _closes_last(text):
        text, start, end = text[1:-1], start + 1, end - 1
    return text, start, end


def _added(run: Sequence[Line], end: int) -> int:
    """Return where what is added behind a title begins, which a line end may break, or 0."""
    at = next((line.start + at for line in run[::-1] if (at := line.text.rfind("（")) >= 0), -1)
    if at < 0:
        return 0
    pieces = (line.text[max(at - line.start, 0) : end - line.start] for line in run)
    words = "".join("".join(pieces).split())
    before = next((line for line in run if line.start <= at < line.end), run[0])
    if at == before.start or not _ADDED.fullmatch(words):  # a note on its own line is no title's
        return 0
    return before.start + len(before.text[: at - before.start].rstrip())


def _closes_last(text: str) -> bool:
    """Whether the first mark of a title closes with the last character: 《…》, （…） around it."""
    opening, closing = text[0], "》" if text[0] == "《" else "）"
    depth = 0
    for at, character in enumerate(text):
        depth += (character == opening) - (character == closing)
        if not depth:
            return at == len(text) - 1
    return False


def _once(text: str) -> str:
    """Return a title that is printed twice or thrice on end once; a copy may lack the issuer."""
    for cut in range(_SHORTEST_COPY, len(text) - _SHORTEST_COPY + 1):
        if text[cut - 1] != text[-1]:
            continue
        head, rest = text[:cut], text[cut:]
        if head.endswith(rest) or rest == head * (len(rest) // cut):
            return head
    return text


def _is_two(run: Sequence[Line]) -> bool:
    """Whether two titles stand below each other: a page's, and the letter's that issues it."""
    for cut in range(1, len(run)):
        above, rest = joined(run[:cut]), joined(run[cut:])
        if is_issuer(above) and rest.startswith(above):  # a red head, and the title below it
            return True
        if above.strip("《》（）") == rest.strip("《》（）") or (
            is_title(above) and above.endswith(rest) and is_title(rest)
        ):
            return True
        if is_headline(above, run[cut:]) or (is_title(above) and issues(above, rest)):
            return True
        if is_title(_WHOLE.sub("", above)) and issuer_of_title().match(rest):
            return is_title(rest)
    return False


def _rank(text: str) -> int:
    begins = bool(issuer_of_title().match(text) or ABOUT.match(text) or text[0] == "《")
    return int(begins) + bool(ABOUT.search(text))
