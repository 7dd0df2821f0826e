"""The bodies that a title begins with or a signature consists of: one, or several jointly.

GB/T 9704-2012, 7.2.4 and 7.3.5.1, sets joint issuers below or beside each other. Forms read::

    民政部办公厅 中央网信办秘书局 工业和信息化部办公厅           beside each other
    国土资源部、监察部                                      with marks between
    中共某省委办公厅⏎某省人民政府办公厅                       below each other
    教育部国家发展改革委财政部                              with nothing between, a dozen too
    国务院应对新型冠状病毒感染肺炎疫情⏎联防联控机制            one name over two lines
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from graph.grammar.body_names import body_endings, ending_pattern
from graph.grammar.ideographs import HAN
from graph.structure.lines import Line
from ontology import agencies, divisions, lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

_PIECE = re.compile(r"[^ \t\n、，；]+")
_SEALED = re.compile(r"（(?:盖章|印章|公章|印|章|[\u4e00-\u9fff]{0,20}代章?)）")
_SET = re.compile(
    r"^(?:[你我贵该][院局厅委部省市县区]|年|各|有关|相关|其他|由|请|本|该|及|和|与|或)|(?:关于|印发|转发|负责|牵头)"
)
_SHORTEST = 2
_LONGEST = 40
_PLACE = re.compile(rf"[{HAN}]{{0,8}}?[省市县区州旗盟](?=.)")
_GOVERNMENT = re.compile(r"政府(?:办公[厅室])?$")
_OF_STATE = "国家"
_MOST_PIECES = 4  # of one name that is broken over lines
_MOST_GLUED = 300  # characters of names with nothing between
_PLAIN = re.compile(rf"[{HAN}]+")
_LIST = re.compile(r"附[ ]?(?:件|表)?[ ]?\d{0,2}[：:][^。\n]*$")
_BRANCH = re.compile(rf"[{HAN}]{{1,6}}?[区县市旗]?分局")
_SHORTEST_ENTRY = 4


@cache
def signer_endings() -> str:
    """Return a pattern of what the name of one who issues or signs ends in."""
    return rf"(?:{body_endings()}|{ending_pattern('signer')})"


@cache
def _name() -> re.Pattern[str]:
    return re.compile(rf"(?:[{HAN}（）·]|“[^“”\n]{{1,12}}”){{1,{_LONGEST}}}?{signer_endings()}")


def is_issuer(text: str) -> bool:
    """Tell whether a text can be the name of one body that issues or signs.

    >>> is_issuer("某省人民代表大会常务委员会"), is_issuer("推进“三地一区”建设领导小组办公室")
    (True, True)
    >>> is_issuer("各有关单位"), is_issuer("关于印发方案的通知")
    (False, False)
    """
    if not _SHORTEST <= len(text) <= _LONGEST or _SET.search(text) or _closes_first(text):
        return False
    return _name().fullmatch(text) is not None or agencies.by_national_name(text) is not None


def _closes_first(text: str) -> bool:
    """Whether a bracket closes before it opens, or begins the name: 市新闻办）某市政府办公室."""
    opened = text.find("（")
    closed = text.find("）")
    return opened == 0 or text.count("（") != text.count("）") or closed < opened


def issuers_in(text: str, start: int, end: int) -> list[Line]:
    """Return the bodies that a stretch consists of, in order; none where it holds anything else."""
    found: list[Line] = []
    pieces = [
        (match.start(), _end_without_seal(text, match.start(), match.end()))
        for match in _PIECE.finditer(text, start, end)
        if not _SEALED.fullmatch(match.group())  # 某指挥部 （某办公室代章）
    ]
    at = 0
    while at < len(pieces):
        count = _of_one_name(text, pieces[at : at + _MOST_PIECES])
        if not count:
            return []
        first, last = pieces[at][0], pieces[at + count - 1][1]
        found += _apart(text, first, last) if count == 1 else _apart_over_lines(text, first, last)
        at += count
    return found


def from_party(text: str, names: list[Line], end: int) -> list[Line]:
    """Return names that end at an offset without what stands before that of a party's body.

    附：值班安排表中共某县某乡委员会某县某乡人民政府 are two names; nothing stands before 中共.
    """
    parties = lexicon.concepts("agency-words")["party"].written
    first = names[0]
    at = max(first.text.rfind(party) for party in parties)
    glued = at > 0 and not is_issuer(first.text[:at]) and text.startswith(first.text, first.start)
    return issuers_in(text, first.start + at, end) or names if glued else names


def from_list(text: str, names: list[Line], named: Sequence[str]) -> list[Line]:
    """Return the names of a signature without the last entry of the list that they stand behind.

    附件：考试时间安排表某省教育厅 is signed by 某省教育厅: the title names it, or it begins with
    its place where the words before it are no body. Nothing tells where 通知书水利部 ends: it is
    none.
    """
    first, at = names[0].text, names[0].start
    if not _LIST.search(text, max(0, at - _MOST_GLUED), at):
        return names
    known = next((name for name in named if first.endswith(name) and name != first), "")
    cut = len(first) - len(known) if known else _behind_entry(first)
    if not cut:
        whole = stands_alone(first) or _is_national_in_place(first)
        return names if whole or text[at - 1].isspace() else []
    rest = names[0].end - len(first) + cut
    return [Line(first[cut:], rest, names[0].end), *names[1:]]


def _behind_entry(name: str) -> int:
    """Return where a whole name begins behind an entry of a list of attachments, or 0."""
    for cut in range(_SHORTEST_ENTRY, len(name) - _SHORTEST):
        if _PLACE.match(name, cut) and _place_in(name[cut:]) and is_issuer(name[cut:]):
            return 0 if is_issuer(name[:cut]) else cut
    return 0


def stands_alone(name: str) -> bool:
    """Tell whether a name is whole without anything before it: national, or with its place.

    >>> stands_alone("某市教育局"), stands_alone("市教育局"), stands_alone("疫情联防联控机制")
    (True, True, False)
    """
    return _is_national(name) or _place_in(name) or _PLACE.match(name) is not None


def is_short(short: str, name: str) -> bool:
    """Tell whether a name is a short form of another: its characters in order, and fewer.

    >>> is_short("省发展改革委", "某省发展和改革委员会"), is_short("省财政厅", "某省教育厅")
    (True, False)
    """
    at = 0
    for character in short:
        at = name.find(character, at) + 1
        if not at:
            return False
    return True


def _line(text: str, start: int, end: int) -> Line:
    return Line("".join(text[start:end].split()), start, end)


def _end_without_seal(text: str, start: int, end: int) -> int:
    seal = _SEALED.search(text, start, end)
    return seal.start() if seal and seal.end() == end and seal.start() > start else end


def _of_one_name(text: str, pieces: Sequence[tuple[int, int]]) -> int:
    """Return how many of the pieces make up the first name, or 0."""
    joined = ""
    for count, (start, end) in enumerate(pieces, start=1):
        if count > 1 and text[pieces[count - 2][1] : start].strip():
            return 0  # 、 stands between names and never inside one
        alone = count > 1 and stands_alone(text[start:end]) and is_issuer(text[start:end])
        if alone and not _are_side_by_side(joined + text[start:end]):
            return 0  # 企业名单 某县人民政府
        joined += text[start:end]
        if is_issuer(joined) or (count == 1 and _is_glued(joined)):
            return count
    return 0


def _are_side_by_side(words: str) -> bool:
    """Whether words are names that are told apart by register, one of them broken over lines."""
    names = _apart(words, 0, len(words))
    known = (
        _place_in(n.text) or _is_national(n.text) or _is_national_in_place(n.text) for n in names
    )
    return len(names) > 1 and all(known)


def _is_glued(words: str) -> bool:
    """Whether words longer than any name are names and nothing else."""
    if not _LONGEST < len(words) <= _MOST_GLUED or _PLAIN.fullmatch(words) is None:
        return False
    return all(is_issuer(name.text) for name in _apart(words, 0, len(words)))


def _apart(text: str, start: int, end: int) -> list[Line]:
    """Part names that stand together with nothing between."""
    whole = text[start:end]
    if not _is_national(whole):  # 国务院扶贫办综合司 is one, though 国务院 is too
        for cut in range(_SHORTEST, len(whole) - 1):
            head, tail = whole[:cut], whole[cut:]
            if is_issuer(head) and _stand_side_by_side(head, tail):
                return [Line(head, start, start + cut), *_apart(text, start + cut, end)]
    return [Line(whole, start, end)]


def _apart_over_lines(text: str, start: int, end: int) -> list[Line]:
    """Part names that stand together, of which one is broken over lines."""
    places = [at for at in range(start, end) if not text[at].isspace()]
    names = _apart("".join(text[at] for at in places), 0, len(places))
    return [Line(n.text, places[n.start], places[n.end - 1] + 1) for n in names]


def _is_state_body(name: str) -> bool:
    return name.startswith(_OF_STATE) and _begins_national(name)


def _is_national_in_place(name: str) -> bool:
    """Whether a name is that of a national body's office in a place: 国家税务总局深圳市税务局."""
    cuts = range(len(name) - 2, _SHORTEST, -1)
    return any(_is_known(name[:cut]) and _place_in(name[cut:]) for cut in cuts)


def _is_known(name: str) -> bool:
    return agencies.by_national_name(name) is not None


def _stand_side_by_side(head: str, tail: str) -> bool:
    """Whether two names are each a body's own: both national ones, or both with a place before.

    国家税务总局广东省税务局 is one body, and so is 国务院办公厅.
    """
    if _BRANCH.fullmatch(tail) and head.endswith("局"):  # 成都市公安局新都区分局
        return False
    if _place_in(head):
        return _place_in(tail) or _is_national(tail) or _is_national_in_place(tail)
    of_state = head.startswith(_OF_STATE) or _is_national(head)
    if of_state and (_is_state_body(tail) or (tail.startswith(_OF_STATE) and is_issuer(tail))):
        return True  # 国家煤矿安监局国家能源局, 卫生部国家食品药品监管局国家中医药局
    place = _PLACE.match(head)
    if place and tail.startswith(place.group()):  # 市教育局市财政局
        behind = tail[place.end() :]
        named = bool(agencies.bearers(behind)) and behind[0] not in "直属"  # 市直机关工委
        return len(place.group()) > 1 or named
    if not _is_national(head):
        return False
    return _begins_national(tail) or (_place_in(tail) and _GOVERNMENT.search(tail) is not None)


def _place_in(name: str) -> bool:
    """Whether a name begins with a place, behind a party's name: 中共广州市委办公厅."""
    party = lexicon.concepts("agency-words")["party"].written
    local = next((name.removeprefix(word) for word in party if name.startswith(word)), name)
    division, rest = divisions.split_leading(local)
    return division is not None and bool(rest)


def _is_national(name: str) -> bool:
    """Whether a name is that of a national body, or of the office that issues for it."""
    offices = lexicon.concepts("agency-words")["inner-office"].written
    bare = next((name.removesuffix(word) for word in offices if name.endswith(word)), name)
    return bool(bare) and (_is_known(name) or _is_known(bare))


def _begins_national(text: str) -> bool:
    return any(_is_known(text[:cut]) for cut in range(_SHORTEST, len(text) + 1))
