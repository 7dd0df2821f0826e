r"""One form for each character: full-width or ASCII punctuation, digits, radicals, blanks.

The folded forms are: Chinese punctuation full-width (``，；：！？（）``), document-number brackets
``〔〕``, inner title marks ``〈〉``, digits and Latin letters ASCII, one blank for a run of blanks
and none inside a letter-spaced word. What only layout programs leave behind is dropped: zero-width
and private-use characters, emphasis marks and tags. Entities (``&emsp;``, ``&lt;``) are what they
stand for, and a line of Markdown that opens or closes a box (``::: tip``) is none.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from functools import cache

from graph.model import FoldedText

_PUNCTUATION = str.maketrans(
    {
        "(": "（", ")": "）", ";": "；", ":": "：", "!": "！", "?": "？",
        "[": "〔", "]": "〕", "［": "〔", "］": "〕", "﹝": "〔", "﹞": "〕",
        "【": "〔", "】": "〕",
        "〖": "〔", "〗": "〕", "„": "〔", "‟": "〕", "﹙": "（", "﹚": "）",
        "<": "〈", ">": "〉", "＜": "〈", "＞": "〉", "﹤": "〈", "﹥": "〉",
        "﹒": ".", "．": ".", "％": "%", "○": "〇", "◯": "〇",
        "–": "—", "―": "—", "─": "—", "－": "-",
        "﹐": "，", "﹔": "；", "﹕": "：", "｡": "。", "､": "、", "∶": "：",
        "\u00a0": " ", "\u3000": " ", "\u2002": " ", "\u2003": " ", "\u2009": " ", "\u202f": " ",
        "\x0b": "\n", "\x0c": "\n", "\x85": "\n", "\u2028": "\n", "\u2029": "\n",
    }
)  # fmt: skip

# CJK Radicals Supplement: NFKC leaves these, though PDF fonts write them for the ideographs.
_RADICALS = dict(
    zip(
        "⺁⺄⺆⺇⺈⺊⺋⺌⺎⺏⺐⺑⺒⺓⺔⺕⺖⺗⺘⺙⺛⺝⺞⺟⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩⺪⺫⺬⺭⺮⺯⺱⺶⺷⺸⺹⺺⺻⺼⺽⺾⺿⻀⻁⻃⻄⻅⻆⻈⻉⻊⻋⻌⻍⻏⻐⻑⻒⻓⻔⻕⻖⻗⻘⻙⻚⻛⻜⻝⻟⻠⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻮⻰⻳",
        "厂乙冂几刀卜卩小兀尣尢𡯂巳幺彑彐忄㣺扌攵旡月歺母民氵氺灬爫爫丬牛犭王疋目示礻竹糸罒羊羊羊耂肀聿肉臼艹艹艹虎覀西见角讠贝足车辶辶阝钅镸镸长门𨸏阝雨青韦页风飞食饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐齿龙龟",
        strict=False,
    )
)

_DROPPED = (
    r"[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffc\ue000-\uf8ff\x00-\x08\x0e-\x1f\x7f]"
)
_CJK = "[\u4e00-\u9fff〇]"
_SPACED = f"[ ](?:{_CJK}|[（）《》〈〉“”、])"
_N = "[〇零一二三四五六七八九十][ ]?"
_DATE = (
    r"(?=[\d〇零一二三四五六七八九十年月 ]{0,24}[ ])"
    r"(?:[12][ ]?(?:\d[ ]?){3}年[ ]?(?:\d[ ]?){1,2}月[ ]?(?:\d[ ]?){1,2}日"
    rf"|[一二][ ]?(?:{_N}){{3}}年[ ]?(?:{_N}){{1,3}}月[ ]?(?:{_N}){{1,3}}日)"
)
_CN = "[〇零一二三四五六七八九十百]"
# 第 2 3 条, 第三十 六条: blanks within the numeral of an article, and about it before a blank
_IN_NUMERAL = (
    rf"第[ ]?(?:\d[ ]{{1,2}}\d(?:[ ]{{0,2}}\d)?|(?={_CN}{{0,6}}[ ]){_CN}(?:[ ]?{_CN}){{1,7}})"
    rf"[ ]?[编章节条](?![例件款程点能])"
    rf"|(?<![^\n ])第[ ](?:\d{{1,3}}|{_CN}{{1,8}})[ ]?条(?=[ ]|$)"
)
_LEVELS = "[市州区县旗盟地场镇乡街道、自治人民政府办事处]{1,8}"
_SPECIAL = re.compile(
    rf"""
    (?=[^\u4e00-\u9fff，。、；》”]|[一二第]|.[ ])(?:      # nothing else begins one of them
      (?P<drop>    {_DROPPED}+ | \*\*+ | 〈/?[A-Za-z][^〈〉\n]{{0,300}}〉
                 | ^[ \t]*：{{3,}}[^\n]*$ | ^[ \t]*\#{{1,6}}[ \t]+ | \\(?=[〉*_]|[ \t]*$)
                 | ^[ \t]*〉[ \t]+                               # Markdown sets a quotation off
                 | &(?:zwn?j|shy|[lr]rm)；
                 | \{{[a-z]+="?[a-z]+"?\}}                           # {{align="center"}}
                 | [ ]+(?=）) | (?<={_CJK})[ ](?=（{_LEVELS}[ ]?）) )  # 各地 (市 )
    | (?P<line>    [ \t]*\n[ \t\n]* )                      # any number of line ends
    | (?P<spaced>  (?<!{_CJK})(?:{_CJK}|[《（“])(?:{_SPACED}){{2,}}(?!{_CJK})  # 户 籍 制 度
                 | (?<=[编章节][ ]){_CJK}[ ]{{1,4}}{_CJK}(?=[ ]*(?:\n|$))  # 第一章 总  则
                 | (?=第[ \d一二三四五六七八九十百])(?:{_IN_NUMERAL})  # 第 2 3 条
                 | (?<![\d.]){_DATE} )                               # 2 0 1 4 年 1 1 月 5 日
    | (?P<blank>   (?:[ \t]|&(?:nbsp|e[mn]sp|thinsp)；)+ )     # entities of a page kept as text
    | (?P<entity>  &(?:lt|gt|quot|amp)； )
    | (?P<expand>  [\u2474-\u249b\u3220-\u3229\ufb00-\ufb06] )  # ⑴ ⒈ ㈠ ﬂ
    )
    """,
    re.VERBOSE | re.MULTILINE,
)
# A comma between digits groups them (1,000) or is a slip; anywhere else it is a Chinese comma.
_COMMA = re.compile(r",(?:(?<!\d,)|(?!\d))")
# 二OO三年, 二0一一年: what typists write for 〇.
_ZERO = re.compile("[Oo0](?<=[一二三四五六七八九〇].)[Oo0]?(?=[一二三四五六七八九〇年])")
# A full stop that is set half-width, or that a scanner took for an o: at the end of a line, or
# before a number: …10分钟入场.2.参会人员…, …各推荐5个）o五、其他事项. None in 附件.1, 一.⏎, 2.5倍.
_STOP = re.compile(
    r"[.oO](?<=[\u4e00-\u9fff）].)(?<![一二三四五六七八九十件表录图].)(?:"
    r"(?=(?:[1-9]\d?[.、](?!\d)|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十\d]{1,3}）|附件[：1])"
    r"[^\n])|(?<=\.)(?=[ ]*(?:\n|$)))"
)


_ENTITY_OF_BLANK = re.compile("&(?P<wide>e[mn]sp)?[a-z]*;")
_ENTITIES = {"&lt；": "〈", "&gt；": "〉", "&quot；": '"', "&amp；": "&"}
GAP = "\u2003"  # two wide blanks inside a line: all that a lost line end may have left
_BLANKS = " \t\u2003"
_WIDE = re.compile("[\u2002\u2003\u3000]")


@cache
def _widths() -> dict[str, str]:
    """Single characters whose NFKC form is another single character, within the blocks met.

    No form is a character that has another form itself, so that their order does not matter.
    """
    table: dict[int, str] = {}
    blocks = (range(0x2F00, 0x2FD6), range(0xF900, 0xFAFF), range(0xFF10, 0xFF5B))
    for block in blocks:
        for code in block:
            form = unicodedata.normalize("NFKC", chr(code))
            if form != chr(code) and len(form) == 1:
                table[code] = form
    table.update({ord(radical): character for radical, character in _RADICALS.items()})
    for code in (*range(0xFF1A, 0xFF21), *range(0xFF3B, 0xFF41)):  # punctuation has its own table
        table.pop(code, None)
    table.update(_PUNCTUATION)
    return {chr(code): form for code, form in table.items()}


def _of_one_width(text: str) -> str:
    """Return a text with one form for each character: few kinds of them have another."""
    for other in set(text) & _widths().keys():
        text = text.replace(other, _widths()[other])
    return text


def _gap(blanks: str) -> str:
    """Return what is left of a run of blanks: a cell's end, a paragraph's gap, or a blank."""
    if "\t" in blanks:  # an empty cell of a table keeps its place
        return "\t" * blanks.count("\t")
    return GAP if len(_WIDE.findall(blanks)) > 1 else " "


def _blank(entity: re.Match[str]) -> str:
    return GAP if entity["wide"] else " "


def _tabs(text: str, start: int, end: int) -> list[int]:
    return [index for index in range(start, end) if text[index] == "\t"]


def _expansion(character: str) -> str:
    return unicodedata.normalize("NFKC", character).translate(_PUNCTUATION)


def fold(text: str) -> FoldedText:
    """Return ``text`` with one form for each character; line ends stay where they are.

    >>> fold("国发［２０１４］２５号  ⼈⺠").text
    '国发〔2014〕25号 人民'
    """
    flat = _COMMA.sub("，", _of_one_width(text))
    flat = _ZERO.sub(lambda zero: "〇" * len(zero.group()), flat)
    flat = _STOP.sub("。", flat)
    parts: list[str] = []
    places_of_all, origin = array("L", range(len(flat))), array("L")
    at = 0

    def keep(start: int, end: int) -> None:
        parts.append(flat[start:end])
        origin.extend(places_of_all[start:end])

    for match in _SPECIAL.finditer(flat):
        start, end = match.span()
        keep(at, start)
        at = end
        match match.lastgroup:
            case "line":
                parts.append("\n")
                origin.append(match.group().index("\n") + start)
            case "blank":
                parts.append(_gap(_ENTITY_OF_BLANK.sub(_blank, text[start:end])))
                origin.extend(_tabs(text, start, end) or [start])
            case "spaced":
                places = [place for place in range(start, end) if flat[place] != " "]
                parts.append("".join(flat[place] for place in places))
                origin.extend(places)
            case "entity":
                parts.append(_ENTITIES[match.group()])
                origin.append(start)
            case "expand":
                form = _expansion(match.group())
                parts.append(form)
                origin.extend([start] * len(form))
    keep(at, len(flat))
    return _trimmed("".join(parts), origin)


def _trimmed(text: str, origin: array[int]) -> FoldedText:
    """Drop the blanks at the ends of lines, and the lines that this leaves empty."""
    kept: list[str] = []
    kept_origin = array("L")
    at = 0
    for line in text.split("\n"):
        words = line.strip(_BLANKS)
        if words:
            if kept:
                kept.append("\n")
                kept_origin.append(origin[at - 1])
            start = at + len(line) - len(line.lstrip(_BLANKS))
            kept.append(words)
            kept_origin.extend(origin[start : start + len(words)])
        at += len(line) + 1
    return FoldedText("".join(kept), kept_origin)
