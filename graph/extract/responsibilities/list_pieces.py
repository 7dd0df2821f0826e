"""A list of agencies in its pieces, where marks part names and where names share a noun."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from graph.extract.responsibilities.name_forms import is_agency, is_open
from graph.extract.responsibilities.name_in_text import is_purse, is_told
from ontology import agencies, lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_SEPARATORS = "、，；"
_MARKS = re.compile(r"[（“）”、，；]")
# each begins with a letter of its own, so that the engine passes over all others at once
_AND = re.compile(r"以及|或者|和|及|与|或| [ \t\n/]*|\t[ \t\n/]*|\n[ \t\n/]*|/[ \t\n/]*")
_AND_WORD = re.compile(r"和|与|及|或者?")
_RANKS = ("省国兵", "市州盟地设师", "县区旗自", "乡镇街村社")  # by the first character of a level
_ONE_SET = re.compile(r"(?:部门|单位|机构|地区|地方)(?=$|[、和及与或以（])")  # 有关部门和单位
_BARE_SET = re.compile(r"部门|单位|机构")
_OF_A_SET = re.compile(r"(?:有关|相关|各)[\u4e00-\u9fff]{0,6}(?:部门|单位|地区|地方|机构)$")
_REMARK = re.compile(r"（[^（）]*(?:[，。：；为指含称除]|下同|第一|排名|负责|逗号)[^（）]*）$")
# 等 and the noun of the set: 等国务院相关部门, 等部门（单位）, 等12个部门和单位
OTHERS = re.compile(
    r"等(?:(?P<set>(?:(?![和及与、以的]|(?:部门|单位|机关|机构)[^（和及、])[\u4e00-\u9fff\d]){0,10}?"
    r"(?:部门|单位|机构|机关|部委|委办局|地区|地方|组织)(?:[和及、（](?:部门|单位|机构)）?)?"
    r"|[市县区州省](?:（[^（）]{1,8}）)?))?$"  # 广州、深圳等市
)
_NO_BODY = re.compile(  # stands beside a body and is none
    r"(?:其他|基层群众性自治|社会|事业)+(?:组织|单位)|(?:其|所属)?(?:工作人员|负责人|个人|组织|公民|法人|公众|人员|有关人员|相关人员|社会力量)"
    r"|(?:(?!部门|机关|政府|应当|要|可以)[\u4e00-\u9fff]){2,16}的(?:机构|单位|组织|企业|人员)"
    r"|(?:依法)?受(?:其)?委托(?:的)?(?:机构|单位|组织)"
)
_ABOVE = ("直辖市", "自治区")  # beside the province
_GOVERNMENT = re.compile(r"政府|以[上下]")
_SHARED = re.compile(r"(?:部门|机关)$")
_AHEAD = re.compile(
    "(?:以下|上述|以上)?(?:各项)?(?:任务|工作|措施)?均(?:需|由)|涉及(?![的各]|部门|单位|地区|到)"
)
_BLANK = " \t\n\u2003"
_FIELD_ENDS = ("部门", "机关", "局", "委员会")


def pieces(text: str, start: int, end: int, *, fields: bool = False) -> Iterator[tuple[int, int]]:
    """Yield the pieces of a list between the offsets, each a name or what stands for one.

    ``fields`` says that names by their field of work share the noun behind the list, so that 和
    parts them too: 教育行政和物价等部门.

    >>> text = "各省、自治区、直辖市人民政府和国务院有关部门"
    >>> [text[start:end] for start, end in pieces(text, 0, len(text))]
    ['各省、自治区、直辖市人民政府', '国务院有关部门']
    """
    return _joined(text, _split(text, start, end, fields=fields), fields=fields)


def _split(text: str, start: int, end: int, *, fields: bool) -> Iterator[tuple[int, int]]:
    """Yield the pieces between list marks outside brackets; 和 and 及 part two whole names only."""
    depth, at = 0, start
    for match in _MARKS.finditer(text, start, end):
        index, character = match.start(), match.group()
        depth += (character in "（“") - (character in "）”")
        if depth <= 0 and character in _SEPARATORS:
            yield from _split_and(text, at, index, fields=fields)
            at = index + 1
    yield from _split_and(text, at, end, fields=fields)


def _split_and(text: str, start: int, end: int, *, fields: bool) -> Iterator[tuple[int, int]]:
    while True:
        start, end = _stripped(text, start, end)
        for match in _AND.finditer(text, start, end):
            first, stop = _stripped(text, start, match.start())
            before, after = text[first:stop], text[match.end() : end]
            if not before:  # 、以及各区
                break
            if before.count("（") != before.count("）") or _is_level_over(before, match[0]):
                continue
            if _ONE_SET.match(after) and _OF_A_SET.search(before):
                continue
            if is_agency(before) and _NO_BODY.fullmatch(after):
                yield first, stop
                return
            grouped = text.startswith("等", stop)  # 水利、公安等部门和各区政府
            if _part_names(before, after, grouped=grouped) or (
                fields and _are_fields(before, after, match[0])
            ):
                yield first, stop
                break
        else:
            if start < end:
                yield start, end
            return
        start = match.end()


def _is_level_over(before: str, joint: str) -> bool:
    """Whether a line ends behind a bare level, whose name goes on: 兵团 办公厅."""
    return not joint.strip(_BLANK) and _levels().fullmatch(before) is not None


def _part_names(before: str, after: str, *, grouped: bool) -> bool:
    """Whether what stands before and behind 和 are whole names, or words for a level.

    ``grouped`` says that what stands before ends a list by itself.
    """
    named = is_agency(before) or is_purse(before) or _levels().fullmatch(before)
    if not (grouped or named):
        return False
    whole = is_agency(after) or is_purse(after) or _levels().fullmatch(after) or _split_open(after)
    return bool(whole) or not after


def _split_open(after: str) -> bool:
    """Whether what follows is itself a list whose first name is whole: 市公安局和市财政局."""
    first = _AND.split(after, maxsplit=1)
    return len(first) > 1 and is_agency(first[0])


def _are_fields(before: str, after: str, joint: str) -> bool:
    """Whether 和 stands between two fields of work and not inside the name of one."""
    if not _AND_WORD.fullmatch(joint) or min(len(before), len(after)) <= 1:
        return False
    if _GOVERNMENT.search(before) and not is_agency(before):
        return False  # 县级以上人民政府公安和民政部门 is one name
    if _are_of_one_name(before[-2:] + joint, after[:2]):
        return False
    if _SHARED.search(after) and not is_agency(before):  # 公安和民政部门, but 住房和建设部门
        known = (before, after.removesuffix("部门").removesuffix("机关"))
        return all(agencies.bearers(f"{field}部门") for field in known)
    return True


@cache
def _are_of_one_name(first: str, second: str) -> bool:
    """Whether a registered name has both, with a word between at most: 住房和[城乡]建设."""
    one = re.compile(rf"{first}[\u4e00-\u9fff]{{0,2}}{second}")
    return any(one.search(name) for name in _names_with_and())


@cache
def _names_with_and() -> tuple[str, ...]:
    """Return the registered names with 和 in them: 住房和城乡建设局."""
    return tuple(
        name
        for kind in agencies.register().values()
        for name in (*kind.local_names, *kind.national)
        if _AND_WORD.search(name)
    )


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _BLANK + "由请":
        start += 1
    if ahead := _AHEAD.match(text, start, end):  # 涉及经贸、财政等部门, 以下均需各市政府
        start = ahead.end()
    if text.startswith("各自", start):
        start += 2
    if text.startswith("该", start) and is_agency(text[start + 1 : end]):
        start += 1
    if text.startswith("经", start) and is_open(text[start + 1 : end]):  # 经有关部门批准
        start += 1
    if start < end and text[start] in "“”" and not _is_quoted(text, start, end):
        start += 1  # the quotation is of more than the name
    while True:
        while start < end and text[end - 1] in _BLANK + "。":
            end -= 1
        words = text[start:end]
        cut = _REMARK.search(words) if "）" in words else None
        cut = cut or (OTHERS.search(words) if "等" in words else None)
        if not cut or cut.start() == 0:
            return start, end
        end = start + cut.start()


def _is_quoted(text: str, start: int, end: int) -> bool:
    """Whether a quotation opens here and closes inside a name: “放管服”改革协调小组."""
    closing = text.find("”", start + 1, end)
    return text[start] == "“" and 0 <= closing < end - 1


def _joined(
    text: str, split: Iterable[tuple[int, int]], *, fields: bool
) -> Iterator[tuple[int, int]]:
    """Yield the pieces, those that share one noun as one: 各省、自治区、直辖市人民政府."""
    held: list[tuple[int, int]] = []  # 各省, 自治区: the noun may follow
    for piece in split:
        written = text[slice(*piece)]
        first = text[slice(*held[0])] if held else ""
        if held and _goes_on(text[slice(*held[-1])], written, first, fields=fields):
            held.append(piece)
            if _levels().fullmatch(written):
                continue
            yield held[0][0], piece[1]
            held = []
            continue
        if held and _share_noun(text, held[-1], piece):  # 市和浦东新区商务部门
            yield held[0][0], piece[1]
            held = []
            continue
        yield from _whole(text, held)
        held = [piece] if _levels_of_all().fullmatch(written) else []
        if not held:
            yield piece
    yield from _whole(text, held)


def _share_noun(text: str, level: tuple[int, int], piece: tuple[int, int]) -> bool:
    """Whether 和 alone stands between a bare level and a body in a place of its own."""
    between, after = text[level[1] : piece[0]], text[slice(*piece)]
    if between not in {"和", "与", "及", "以及"}:
        return False
    bare = _BARE_SET.fullmatch(after)  # 有关县（市、区）和单位
    alone = text.startswith(("各", "全", "有关", "相关"), level[0])
    return bool(bare) or (not alone and is_agency(after))


def _whole(text: str, held: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield levels without a noun as one, 各县、区, where that can be a name."""
    if len(held) > 1 and (text[held[0][0]] == "各" or is_agency(text[held[0][0] : held[-1][1]])):
        yield held[0][0], held[-1][1]
    else:
        yield from held


def _goes_on(last: str, written: str, first: str, *, fields: bool = False) -> bool:
    """Whether a name goes on from a level: with one at its side or below, never above.

    >>> [_goes_on("各县", name, "各县") for name in ("区教育局", "市人民政府", "县教育局")]
    [True, True, False]
    >>> _goes_on("市", "县（区）水利部门", "市"), _goes_on("市", "各区", "市")
    (True, False)
    """
    level = _levels().match(written)
    if not level or (level.group() in last and last not in _ABOVE):
        return False
    noun = written[level.end() :]
    named = is_agency(written) or is_agency(noun) or is_told(written) or is_purse(written)
    work = re.sub("^(?:人民)?政府", "", noun)  # 市、县（区）人民政府水利、林业等部门
    field = fields and bool(agencies.bearers(f"{work}部门"))  # 市、县（区）民政、公安等部门
    if noun and not (named or field):
        return False
    rank = _rank(re.sub("^(?:各|全|有关|相关)", "", last))
    of_county = first.startswith("各") and rank == _rank("县") and level.group() == "市"
    if of_county and noun in {"", "人民政府", "政府"}:  # a city may be a county's equal
        return True
    return _rank(level.group()) >= rank


def _rank(level: str) -> int:
    if level in _ABOVE:
        return 0
    if level.startswith("省") and level.endswith("县"):  # 省管县
        level = level[-1]
    return next((at for at, of_rank in enumerate(_RANKS) if level[0] in of_rank), len(_RANKS))


@cache
def _levels_of_all() -> re.Pattern[str]:
    return re.compile(f"(?:各|全|有关|相关)?{_levels().pattern}")


@cache
def _levels() -> re.Pattern[str]:
    """Return a pattern of the words for a level of places: 市, 县（区）, 直辖市."""
    words = lexicon.concepts("agency-words")
    sets = {form for form in words["level-set"].written if "政府" not in form}
    forms = {*words["level"].written, *sets, "直辖市", "街道"}
    written = lexicon.alternation(forms)
    several = "[省市县区州](?:（[省市县区州旗盟地、自治]+）)级?"  # 市（地区、盟、州）
    return re.compile(rf"(?:(?:{several}|{written})(?:两级|三级)?)")
