"""Lists of documents over several sentences or lines: where one goes on, and what it is a list of.

Forms read::

    《A》（N）；⏎《B》（N）；⏎《C》同时废止。             the verb of the last is said of all
    决定对以下2件规章予以废止：⏎一、《A》⏎二、《B》       the line before announces what they are
    四、制定依据⏎1.《A》。⏎2.《B》（N）。                 so does a heading
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.extract.citation_words import ITEM_LABEL, words
from graph.extract.performed import ANNOUNCING, ENDS_ANNOUNCING
from graph.grammar.sentences import sentences
from graph.model import Relation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.extract.mentions import Mention
    from graph.model import Passage

_ITEM_START = re.compile(rf"[ 、，]*{ITEM_LABEL}[ ]*(?:[\u4e00-\u9fff、]{{0,24}})?《")
_UNMARKED_ITEM = re.compile(  # 2.某市人民政府关于…的通知（某政发〔2010〕4号）
    rf"[ ]*{ITEM_LABEL}[^\n。；《》]{{4,90}}（[^（）\n]{{2,24}}[〔（]\d{{4}}[〕）]"
)
_GOES_ON_WITH = re.compile(
    rf"[ ]*(?:同时|均|一并|予以|即行|自行|自[^。；]{{1,20}}起，?)+{words('repeal')}"
)
_ITEM_ENDS = re.compile(r"(?:》|）|号)[ ]*[、；，]?[ \n]*$")
_ITEM_GOES_ON = re.compile(r"(?:》|）|号|款|条|项)[ ]*(?:[、；，]|和|及|以及)?[ \n]*$")
_WITHOUT_LABEL = re.compile(rf"[ ]*{ITEM_LABEL}")
_LONGEST_HEADING = 28  # characters
_HEADING_OF_BASIS = re.compile(r"(?:依据|根据)(?:如下|为|有)?[：:。]?[ \n]*$")
_HEADING_OF_DEED = re.compile(
    r"(?:废止|失效|(?P<amended>修改))的?[^，。；]{0,12}(?:规章|文件|法规|目录|清单)"
    r"[^，。；]{0,8}[：:]?[ \n]*$"
)
_ONLY_LIST_MARKS = re.compile(
    r"[ \n]*(?:等(?:文件|规定|法律法规)?)?[。；、，]?(?:和|及|以及)?[ \n]*$"
)
_DEEDS = frozenset({Relation.AMENDS, Relation.REPEALS})
_NAMES_BEFORE = re.compile(r"[\u4e00-\u9fff、（）. ]{0,40}$")


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence, or those that one list runs through; ``places`` say where each stands."""

    start: int
    end: int
    places: tuple[Passage, ...]

    def place(self, at: int) -> Passage:
        """Return the passage in which an offset of the piece stands."""
        return next((p for p in reversed(self.places) if p.start <= at), self.places[0])


def pieces(text: str, passages: Sequence[Passage]) -> Iterator[Piece]:
    """Yield the sentences of the passages in the order of the text, those of one list joined."""
    start = end = -1
    places: list[Passage] = []
    for passage in sorted(passages, key=lambda p: p.start):
        for sentence in sentences(text, passage.start, passage.end):
            if not text[sentence.start : sentence.end].strip():
                continue
            if places and _same_list(text, start, end, sentence.start, sentence.end):
                end = sentence.end
                places.append(passage)
                continue
            if places:
                yield Piece(start, end, tuple(places))
            start, end, places = sentence.start, sentence.end, [passage]
    if places:
        yield Piece(start, end, tuple(places))


def _same_list(text: str, start: int, end: int, following: int, stop: int) -> bool:
    """Tell whether a sentence goes on with the list that the one before it ends in."""
    titled = text.find("》", start, end) >= 0
    marked = text.find("《", following, stop) >= 0 or text.find("（", following, stop) >= 0
    if not (titled or marked) or text[end:following].strip():
        return False
    if text[start:end].rstrip()[-1:] == "》" and text[following] == "（":  # the bracket of a number
        return True
    before = text[start:end]
    if _GOES_ON_WITH.match(text, following, stop):  # a line that ends the list: 同时废止。
        return titled and _ITEM_ENDS.search(before) is not None
    item = _ITEM_START.match(text, following, stop) if marked else None
    if not marked or not (item or _UNMARKED_ITEM.match(text, following, stop)):
        return False
    if ENDS_ANNOUNCING.search(before):
        return True
    return bool(item) and titled and _ITEM_GOES_ON.search(before) is not None


def announced(line: str, *, decides: bool) -> Relation | None:
    """Return what a heading says of the documents that are listed below it.

    >>> announced("四、制定依据", decides=False), announced("一、废止的规章", decides=True)
    (<Relation.BASIS: 'basis'>, <Relation.REPEALS: 'repeals'>)
    """
    if len(line) > 2 * _LONGEST_HEADING:  # no label is as long
        return None
    label = _WITHOUT_LABEL.match(line)
    bare = line[label.end() :] if label else line
    if len(bare) > _LONGEST_HEADING:
        return None
    if _HEADING_OF_BASIS.search(bare):
        return Relation.BASIS
    heading = _HEADING_OF_DEED.search(bare) if decides else None
    if heading is None:
        return None
    return Relation.AMENDS if heading["amended"] else Relation.REPEALS


class Announced:
    """What the list at hand is said to be, as a text is read from its beginning."""

    def __init__(self, *, decides: bool) -> None:
        """Begin with no list; ``decides`` where the act ends or changes others by its title."""
        self.decides = decides
        self._lead: Relation | None = None
        self._where = ""  # the provision whose heading announces the list

    def told(
        self,
        text: str,
        piece: Piece,
        mentions: Sequence[Mention],
        found: Sequence[tuple[Relation, str]],
    ) -> list[tuple[Relation, str]]:
        """Return the relations of the mentions in a piece, by the list where one was announced."""
        lasting = self._lead if self.decides and self._lead is Relation.AMENDS else None
        where = piece.place(piece.start).where
        if not mentions:
            line = text[piece.start : piece.end].strip()
            heading = announced(line, decides=self.decides)
            if not heading and self._lead and self._below(where, line):
                return []
            self._lead, self._where = heading or lasting, where
            return []
        item = _is_item(text, piece, mentions)
        announces = ANNOUNCING.search(text, piece.start, mentions[0].start) is not None
        if not item and not announces:
            self._lead = lasting
        lead = self._lead
        if announces and not (lasting and found[-1][0] not in _DEEDS):
            self._lead = found[-1][0]
        if not (item and lead):
            return list(found)
        return [
            (lead, "citation.listed") if relation is Relation.CITES else (relation, rule)
            for relation, rule in found
        ]

    def _below(self, where: str, line: str) -> bool:
        """Whether a short line heads a part of the list: （一）法律法规. below 二、依据."""
        above = self._where.partition("~")[0]  # 二~2 heads 二（一） all the same
        deeper = where != self._where and where.startswith(above)
        return bool(self._where) and deeper and len(line) <= _LONGEST_HEADING


def _is_item(text: str, piece: Piece, mentions: Sequence[Mention]) -> bool:
    """Tell whether a piece holds nothing but its label and the documents of a list."""
    if not mentions:
        return False
    label = _WITHOUT_LABEL.match(text, piece.start, piece.end)
    first = label.end() if label else piece.start
    if not _NAMES_BEFORE.fullmatch(text, first, mentions[0].start):
        return False
    return _ONLY_LIST_MARKS.fullmatch(text, mentions[-1].reach, piece.end) is not None
