"""The number of a document (发文字号) among those that it prints: its own, and none that it cites.

Forms read::

    高 教〔2016〕55号                              alone on its line, its code set with blanks
    国办发〔2014〕68号                              alone on its line, in brackets or behind a class
    2007年12月6日 财税〔2007〕158号                  behind the day
    发文字号：国办发〔2014〕68号                      labelled
    （2003年10月14日…通过 法释〔2003〕17号）          at the end of the note under the title
    某市人民政府常务会议纪要⏎〔2021〕8号              minutes, which are counted by their title
    …（此件公开发布）某政发〔2013〕26号某市政府关于…的通知.doc   right before its own title
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from graph.grammar.document_numbers import DocumentNumber, find_numbers
from graph.grammar.ideographs import HAN
from graph.structure.lines import is_date

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.structure.fields import Field
    from graph.structure.header import Stated
    from graph.structure.lines import Line

_CLASSES = re.compile(r"^(?:特急|加急|急件|平急|特提|明电|秘密|机密|绝密|内部|[·★* ])+$")
_NOTED = re.compile(r"（[^（）]*(?:通过|批准|发布|公布|印发|颁布)[ ，]*$")
_SPACED = re.compile(
    rf"(?=[{HAN}]*[ ][{HAN}])(?:[{HAN}][ ]?){{2,12}}〔\d{{4}}〕[ ]?\d{{1,5}}[ ]?号"
)
_MINUTES = re.compile(rf"[{HAN} ]{{2,30}}(?:纪要|简报)")
_COUNT = re.compile(
    r"[〔（]?(?P<year>(?:19|20)\d{2})[ ]?年?[〕）]?[ ]?"
    r"第?[ ]?(?P<serial>\d{1,4})[ ]?(?P<unit>[号期])"
)
_OWN_ATTACHMENT = re.compile(
    r"附件[：:][^\n]{0,4}?(?=[\u4e00-\u9fff]{2,14}〔\d{4}〕\d+号[^\n]{0,3}(?:关于|印发))"
)
_BEHIND_TITLE = re.compile(
    r"[ ]?（(?P<number>[^（）\n]{2,16}〔\d{4}〕[^（）\n]{1,8}号)）[ ]*(?:\n|$)"
)
_SHORTEST_TITLE = 6
_BESIDE = 40  # characters of a number before a title


def own_number(
    head: Sequence[Line],
    fields: Sequence[Field],
    text: str,
    known: frozenset[str],
    title: Stated | None,
) -> DocumentNumber | None:
    """Return the number of the document whose text has this head and this title."""
    found = _in_head(head, fields, text, known) or _of_minutes(head)
    found = found or (_behind_title(text, title, known) if title else None)
    if found is None and (attached := _OWN_ATTACHMENT.search(text)):
        found = next(find_numbers(text, attached.end(), attached.end() + _BESIDE, known), None)
    return found or (_before_title(text, title, known) if title else None)


def _in_head(
    head: Sequence[Line], fields: Sequence[Field], text: str, known: frozenset[str]
) -> DocumentNumber | None:
    """Return the number that stands best in a head: alone before labelled before leading."""
    labelled = [(f.start, f.end) for f in fields if f.key == "number"]
    best: tuple[int, DocumentNumber] | None = None
    for line in head:
        if spaced := _spaced(line, known):
            return spaced
        for found in find_numbers(text, line.start, line.end, known):
            before = text[line.start : found.start].strip("（ ")
            last = not text[found.end : line.end].strip("） ")
            alone = last and (not before or bool(_CLASSES.fullmatch(before)) or is_date(before))
            leads = found.start == line.start and text[found.end : found.end + 1] in " \t"
            named = any(a <= found.start < b for a, b in labelled)
            noted = last and _NOTED.match(text, line.start, found.start) is not None
            rank = 3 * alone or 2 * (named or noted) or int(leads)
            if rank and (best is None or rank > best[0]):
                best = (rank, found)
    return best[1] if best else None


def _spaced(line: Line, known: frozenset[str]) -> DocumentNumber | None:
    """Return the number that a line consists of and that blanks inside its code set apart."""
    if not _SPACED.fullmatch(line.text):
        return None
    words = line.text.replace(" ", "")
    number = next(find_numbers(words, 0, len(words), known), None)
    if number is None or (number.start, number.end) != (0, len(words)):
        return None
    return DocumentNumber(number.text, line.start, line.end)


def _of_minutes(head: Sequence[Line]) -> DocumentNumber | None:
    """Return the number of minutes, of which only the count stands below their title."""
    for above, line in pairwise(head):
        count = _COUNT.fullmatch(line.text)
        if count and _MINUTES.fullmatch(above.text):
            title = "".join(above.text.split())
            serial = int(count["serial"])
            printed = f"第{serial}期" if count["unit"] == "期" else f"{serial}号"
            return DocumentNumber(f"{title}〔{count['year']}〕{printed}", above.start, line.end)
    return None


def _behind_title(text: str, title: Stated, known: frozenset[str]) -> DocumentNumber | None:
    """Return the number in a bracket right behind the title: …的决定（桂政发〔2017〕63号）."""
    bracket = _BEHIND_TITLE.match(text, title.end) if title.end > 0 else None
    if bracket is None:
        return None
    return next(find_numbers(text, bracket.start("number"), bracket.end("number"), known), None)


def _before_title(text: str, title: Stated, known: frozenset[str]) -> DocumentNumber | None:
    """Return the number right before the document's own title where this comes again."""
    if len(title.value) <= _SHORTEST_TITLE:
        return None
    at = text.find(title.value, max(title.end, 0))
    if at < 0:
        return None
    numbers = list(find_numbers(text, max(0, at - _BESIDE), at, known))
    return numbers[-1] if numbers and not text[numbers[-1].end : at].strip() else None
