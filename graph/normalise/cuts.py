"""Where a line end stands inside a word, a number or a list: whatever the width of the page."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from graph.grammar.dates import DATE
from graph.grammar.numbering import LABEL_AT_START
from graph.normalise.glued_headings import ends_a_heading
from ontology import agencies, lexicon

_ENDLESS: Final = re.compile(r"[（《〈〔“]$|第$")
# A line that ends in one of these is no heading, no name and no cell: but with some other
# character before it, it makes a word that can end one (碳中和, 公众参与, 行政许可, 发展方向).
_UNFINISHED: Final = re.compile(
    r"""
      [，、或把将以按于且而各是不必须其被但该未已每之]
    | (?<![中总饱缓温平])和 | (?<![参给])与 | (?<![普涉])及 | (?<![需摘纪概主重必])要
    | (?<![供响反效适相对顺答呼回感])应 | (?<![许认])可 | (?<![理自缘事来])由
    | (?<![现存所内潜外实])在 | (?<![应核面比相绝反])对 | (?<!服)从 | (?<![合兼归])并
    | (?<![方导定意趋去流走双转倾单动志纵横])向
    """,
    re.VERBOSE,
)
_TITLE_GOES_ON: Final = re.compile(r"关于[^，。；：]*的$")  # 关于深化户籍制度改革的⏎实施意见
_NEVER_FIRST: Final = re.compile(r"[，。、；：）》〉〕”%‰]|的(?![士确话])")
_CN: Final = "〇零一二三四五六七八九十百"
_NUMBER: Final = re.compile(
    rf"""
      (?:19|20)\d{{2}}\n年 | (?:19|20)\d?\n\d{{1,2}}年           # 2021⏎年, 20⏎21年
    | [一二][九〇][{_CN}]{{2}}\n年
    | 年\d{{1,2}}\n月 | 年\d\n\d月 | 月\d{{1,2}}\n日 | 月\d\n\d日  # 12⏎月, 1⏎2月
    | (?:[发办函字规政]|(?<!政)府)\n〔(?=(?:19|20)\d\d〕)
    | 》\n（[一-鿿]{{2,7}}(?:〔|$)       # 国办发⏎〔2023〕1号
    | 〕第?\d{{1,4}}\n号 | 〕第?\d{{1,3}}\n\d{{1,3}}号 | 〕\n第?\d{{1,4}}号
    | 〔(?:19|20)\d\d〕\n第?\d{{1,4}}$                          # 东府〔2016〕⏎3⏎号
    | 第[{_CN}\d]{{1,4}}\n[{_CN}\d]{{0,3}}[编章节条款项号批届次]      # 第十⏎二条
    | \d\n\.\d | [年月]底\n前 | [年月日]\n底?前 | 之日\n起       # 5⏎.5, 月底⏎前
    | 部\n门(?=[要应须将、，和及的负按配牵会等]) | 单\n位(?=[要应须将、，：和及的负按配牵会等])
    | [一-鿿]政\n府(?=[要应须将、，和及的负按部办]) | 机\n构(?=[要应须将、，和及的负按])
    """,
    re.VERBOSE,
)
_GROUND: Final = "依据"  # 政策依据⏎《甲条例》: a heading, and below it what it lists
_LONGEST_NUMBER: Final = 8  # characters on either side of the break that are looked at
_QUOTED_REST: Final = re.compile(r"“[^“”]{1,24}”[^，。；：“”]{0,14}[。；]")
_BEFORE_TITLE: Final = re.compile(
    r"[ ]*(?:根据|按照|依据|依照|参照|落实|贯彻|执行|对照)[^，。；：《]{0,8}$"
)
_DEMANDS: Final = re.compile(r"(?<![主重必需纪概])要(?![点素求闻])|应当|不得|必须|须")
_URGES: Final = re.compile(r"(?:各地|各级|各部门)?[，]?要(?![点素求闻])")
_SENTENCE: Final = 20  # characters of a line that is a text and no rest of a heading
_LONGEST_HEADING: Final = 50
_MARK: Final = re.compile("[。；]")
_IN_ARTICLES: Final = re.compile(r"第[一二三四五六七八九十百\d]{1,6}条|（\d{1,2}）|[①-⑳]")
_STOPPED: Final = re.compile("[。；：]")
_JOINS: Final = "的和与及或、，。；等"
_SHORT_REST: Final = re.compile(r"[^，。；：]{1,6}[。；]")
_SHORT_UNIT: Final = re.compile(r"[^，。；：]{3,20}$")
_SHORTEST_WORD: Final = 3  # characters: two stand beside each other by chance
_LONGEST_WORD: Final = 14  # characters of a known word
_BEHIND_NAME: Final = re.compile(r"$|[、，。；：）]|[要应须可将会]|负责|牵头|配合")


@cache
def _known_words() -> frozenset[str]:
    """Return words that are written in one: names of public bodies, roles, groups and rights."""
    words = set(_names())
    for scheme in ("roles", "groups", "rights"):
        words.update(lexicon.scheme(scheme))
    return frozenset(word for word in words if _SHORTEST_WORD <= len(word) <= _LONGEST_WORD)


@cache
def _beginnings() -> frozenset[str]:
    """Return what known words begin with: of two characters, and all but the last one."""
    return frozenset(word[:end] for word in _known_words() for end in range(2, len(word)))


@cache
def _names() -> frozenset[str]:
    kinds = agencies.register().values()
    names = {name for kind in kinds for name in (*kind.local_names, *kind.national)}
    return frozenset(names | lexicon.concepts("agency-words")["body"].written)


def ends_a_name(line: str) -> bool:
    """Tell whether a line ends in the name of a public body, or of a kind of document.

    >>> ends_a_name("某市人民政府办公室"), ends_a_name("养老服务实施方案"), ends_a_name("各级")
    (True, True, False)
    """
    ends = [line[-length:] for length in range(1, _LONGEST_WORD + 1)]
    kinds = lexicon.scheme("document-kinds")
    return any(end in _names() or end in kinds for end in ends)


def stands_alone(line: str) -> bool:
    """Tell whether a line can be a line of its own by its words: a name, a title, a date.

    >>> stands_alone("2021年6月18日"), stands_alone("由市民政局牵头，区")
    (True, False)
    """
    return ends_a_name(line) or DATE.fullmatch(line) is not None


def is_unfinished(line: str) -> bool:
    """Tell whether a line ends in a word that something must follow.

    >>> is_unfinished("各级各部门要"), is_unfinished("会议纪要"), is_unfinished("公众参与")
    (True, False, False)
    """
    return bool(_UNFINISHED.match(line, len(line) - 1) or _TITLE_GOES_ON.search(line))


@cache
def _governing() -> tuple[str, ...]:
    """Return verbs whose object is a document: 贯彻落实, 根据, 制定了, 推动."""
    words = {form for form in lexicon.scheme("relations") if "…" not in form}
    words |= lexicon.written("citation-words", "make", "issue", "further")
    return tuple(word for word in words if len(word) > 1 and not word.endswith(_GROUND))


def cuts_a_word(line: str, following: str) -> bool:
    """Tell whether the words cannot be parted between the end of one line and the next.

    >>> cuts_a_word("由省人力资源社会保", "障厅负责"), cuts_a_word("县水利局", "县财政局")
    (True, False)
    >>> cuts_a_word("按照本办法第十", "二条规定"), cuts_a_word("附件1", "年度计划")
    (True, False)
    >>> cuts_a_word("为认真贯彻", "《某条例》"), cuts_a_word("政策依据", "《某条例》")
    (True, False)
    """
    if _ENDLESS.search(line) or _NEVER_FIRST.match(following):
        return True
    if len(line) == len(following) == 1:  # 总⏎则
        return line + following in lexicon.written("heading-words", "whole", "whole-general")
    if following.startswith("《") and line.endswith(_governing()):
        return True
    if cuts_a_number(line, following):
        return True
    return _cuts_a_known_word(line, following)


def cuts_a_number(line: str, following: str) -> bool:
    """Tell whether a date, a document's number or an ordinal goes on in the next line.

    >>> cuts_a_number("某府〔2016〕", "3"), cuts_a_number("某府〔2016〕3号", "4")
    (True, False)
    """
    return bool(_NUMBER.search(f"{line[-_LONGEST_NUMBER:]}\n{following[:_LONGEST_NUMBER]}"))


def cuts_a_heading(line: str, following: str) -> bool:
    """Tell whether a page broke the heading of a unit before or behind words in marks.

    >>> cuts_a_heading("15.实施渔业", "“大招商”行动。开展上门招商。")
    True
    >>> cuts_a_heading("（16）加强“信易贷”", "工作。强化激励。")
    True
    >>> cuts_a_heading("二、工作目标", "“三清单”制度全面落实。")
    False
    """
    label = LABEL_AT_START.match(line)
    if label is None:
        return False
    if following.startswith("《"):  # 1.根据文件⏎《关于清理收费的通知》要求，…
        return _BEFORE_TITLE.match(line, label.end()) is not None
    if not following.startswith("“"):
        return line.endswith("”") and _SHORT_REST.match(following) is not None
    if _only_acts().fullmatch(line, label.end()):  # 5.严格落实⏎“一断三不断”要求，…
        return True
    quoted = _QUOTED_REST.match(following) and _SHORT_UNIT.match(line)
    return bool(quoted) and not ends_a_heading(line)


def is_whole_heading(line: str, following: str) -> bool:
    """Tell whether a line is the heading of a unit, with its text in the next one.

    >>> is_whole_heading("（四）创新方式，强化精准监管", "运用信用监管等手段，提升效能。")
    True
    >>> is_whole_heading("（四）各区要完善机制", "和制度，压实责任。")
    False
    """
    whole = LABEL_AT_START.match(line) and not _STOPPED.search(line) and ends_a_heading(line)
    return bool(whole) and following[:1] not in _JOINS


def heads_what_follows(line: str, following: str) -> bool:
    """Tell whether a numbered phrase, behind a sentence on its line too, heads a text below it.

    A page breaks no line that is much shorter than the one below it.

    >>> heads_what_follows("（二）实行人员聘用制度", "在推进改革过程中，要改革用人制度，创新机制。")
    True
    >>> heads_what_follows("七、加大力度，打击违法犯罪行为", "要加大查处力度，开展专项整治。")
    True
    >>> heads_what_follows("（二）各区要实行人员聘用制度", "和考核制度，并在推进改革过程中落实。")
    False
    """
    label = LABEL_AT_START.match(line)
    if not label or _STOPPED.search(line) or _DEMANDS.search(line) or _IN_ARTICLES.match(line):
        return False
    if _URGES.match(following):
        return True
    if is_whole_heading(line, following) and len(following) >= _SENTENCE:
        return True
    longer = len(following) >= len(line) + _SENTENCE and len(line) <= _LONGEST_HEADING
    return longer and _MARK.search(following) is not None and following[0] not in _JOINS


@cache
def _only_acts() -> re.Pattern[str]:
    adverbs = lexicon.alternatives("agency-words", "adverb")
    acts = lexicon.alternatives("agency-words", "verb", "act")
    return re.compile(rf"[ ]*(?:{adverbs})?{acts}")


def _cuts_a_known_word(line: str, following: str) -> bool:
    """Tell whether the end of ``line`` and the start of ``following`` make one known word.

    A line that ends in a whole word is not cut: 县人民政府 over 办公室 can be two names. What
    is left of a word must be more than a character, or a name's last one with its mark (委、).
    """
    known = _known_words()
    ends = [line[-length:] for length in range(2, min(len(line), _LONGEST_WORD) + 1)]
    if any(end in known or end in _names() for end in ends):
        return False
    ends = [end for end in ends if end in _beginnings()]
    return bool(ends) and any(
        end + following[:length] in known
        for length in range(1, min(len(following), _LONGEST_WORD - 2) + 1)
        if length > 1 or _BEHIND_NAME.match(following, 1)
        for end in ends
    )
