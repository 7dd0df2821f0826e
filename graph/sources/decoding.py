r"""From bytes to characters: the encodings in which Chinese text is kept.

A byte order mark decides; without one UTF-8 decides where it fits; everything else is weighed:
each candidate decodes a sample, and the one whose characters are the most common ones of written
Chinese wins. Where the choice is not certain, or a byte fits no character, a warning says so.

What is guaranteed: the same bytes give the same text; line ends are ``\n``; there is no byte
order mark and no NUL; every byte that could not be read stands as U+FFFD under a warning.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import Final

from graph.errors import EmptySource, NotADocument
from graph.model import Span, TextWarning

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark begins it
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_SAMPLE: Final = 1 << 16  # bytes that are weighed: some 20,000 characters
_CERTAIN: Final = 0.8  # share of common characters above which a reading is not doubted
_MARGIN: Final = 0.2  # by how much a rarer encoding must beat UTF-8 and GB18030
_LOSS: Final = 0.05  # share of lost characters above which the bytes are no text
_CONTROL_LOSS: Final = 0.01  # share of control characters above which the bytes are no text
_SHORT: Final = 12  # bytes beyond ASCII up to which UTF-8 may fit by chance
_REPORTED: Final = 20  # lost stretches that are reported one by one

_COMMON: Final = {  # lead bytes of the frequent characters and of the punctuation
    "gb2312": frozenset((*range(0xA1, 0xA4), *range(0xB0, 0xD8))),
    "big5": frozenset(range(0xA1, 0xC7)),
}

_NOT_ASCII: Final = re.compile(rb"[\x80-\xff]")
_CONTROLS: Final = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_LOST: Final = re.compile("�+")
_LINE_END: Final = re.compile(r"\r\n?")
_PLAIN_ASCII: Final = re.compile(r"[\x00-\x7f]+")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The characters of some bytes, the codec that read them, and what is doubtful about it."""

    text: str
    encoding: str
    warnings: tuple[TextWarning, ...] = ()


def decode(data: bytes, name: str, declared: str | None = None) -> Decoded:
    """Return the characters of ``data``.

    ``declared`` is the encoding that the file states of itself (HTML). It is followed when the
    bytes fit it, never blindly.

    Raises:
        EmptySource: there is nothing but blanks.
        NotADocument: the bytes are no text in any encoding.

    >>> decode("国发〔2014〕25号".encode("gb18030"), "x").text
    '国发〔2014〕25号'

    """
    body, encoding, doubt = _choose(data, declared)
    text = _LINE_END.sub("\n", body.decode(encoding, "replace"))
    if not text or text.isspace():
        message = f"{name}: 文件里没有文字 / the file holds no text"
        raise EmptySource(message)
    _refuse_binary(text, name)
    return Decoded(text, encoding, (*doubt, *lost_characters(text)))


def _choose(data: bytes, declared: str | None) -> tuple[bytes, str, tuple[TextWarning, ...]]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :], encoding, ()
    if b"\0" not in data and _fits(data, "utf-8"):
        return data, "utf-8", _short_doubt(data)
    if declared and b"\0" not in data and _is_known(declared) and _fits(data, declared):
        return data, codecs.lookup(declared).name, ()
    return (data, *_weigh(data))


def _is_known(encoding: str) -> bool:
    try:
        return codecs.lookup(encoding)._is_text_encoding  # noqa: SLF001 - no public spelling
    except LookupError:
        return False


def _fits(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _weigh(data: bytes) -> tuple[str, tuple[TextWarning, ...]]:
    first = _NOT_ASCII.search(data)
    begin = first.start() if first and b"\0" not in data else 0
    sample = data[begin : begin + _SAMPLE]
    scores = {encoding: _score(sample, encoding) for encoding in ("utf-8", "gb18030")}
    best = max(scores, key=lambda encoding: scores[encoding])
    if len(data) % 2 == 0:
        wide = data[begin & ~1 : begin + _SAMPLE]
        scores |= {encoding: _score(wide, encoding) for encoding in ("utf-16-le", "utf-16-be")}
    if _fits(data, "big5"):
        scores["big5"] = _score(sample, "big5")
    rarer = max(scores, key=lambda encoding: scores[encoding])
    if scores[rarer] >= max(_CERTAIN, scores[best] + _MARGIN):
        best = rarer
    if scores[best] >= _CERTAIN:
        return best, ()
    message = f"文字编码不能确定，按 {best} 读取 / the encoding is not certain; read as {best}"
    return best, (TextWarning("uncertain-encoding", message),)


def _score(sample: bytes, encoding: str) -> float:
    """Return the share of common Chinese characters among those that are not ASCII.

    Common are the frequent characters of GB/T 2312-1980 (level 1, rows 16 to 55) or of Big5
    (level 1), with the punctuation of each. Lost and control characters count against it.
    """
    text = codecs.getincrementaldecoder(encoding)("replace").decode(sample)
    marked = _PLAIN_ASCII.sub("", text)
    bad = text.count("�") + len(_CONTROLS.findall(text))
    if not marked:
        return 1.0 if not bad else 0.0
    common = max(
        sum(lead in _COMMON[codec] for lead in marked.encode(codec, "ignore")[::2])
        for codec in _COMMON
    )
    return (common - 4 * bad) / len(marked)


def _short_doubt(data: bytes) -> tuple[TextWarning, ...]:
    """Warn where UTF-8 fits by chance: a few bytes that are Chinese in GBK (“党员”, “毛主席”)."""
    if len(_NOT_ASCII.findall(data)) > _SHORT or not _NOT_ASCII.search(data):
        return ()
    if max(data.decode("utf-8")) >= "ࠀ" or not _fits(data, "gb18030"):
        return ()
    span = Span(0, len(_LINE_END.sub("\n", data.decode("utf-8"))))
    message = "按 utf-8 读取，也可能是 gb18030 / read as utf-8; it may be gb18030"
    return (TextWarning("uncertain-encoding", message, span),)


def _refuse_binary(text: str, name: str) -> None:
    lost = text.count("�") / len(text)
    controls = len(_CONTROLS.findall(text)) / len(text)
    if "\0" in text or lost > _LOSS or controls > _CONTROL_LOSS:
        message = (
            f"{name}: 不是文字，也不是能读的格式 / no text and no format that is read; "
            "give a text, HTML, DOCX, PDF or OFD file"
        )
        raise NotADocument(message)


def lost_characters(text: str) -> tuple[TextWarning, ...]:
    """Warn of every stretch of U+FFFD, of the later ones together."""
    found = [Span(*match.span()) for match in _LOST.finditer(text)]
    message = "无法识别的字符，以 U+FFFD 代替 / unreadable, stands as U+FFFD"
    told = [TextWarning("lost-characters", message, span) for span in found[:_REPORTED]]
    if len(found) > _REPORTED:
        rest = len(found) - _REPORTED
        message = f"还有 {rest} 处无法识别 / {rest} more unreadable stretches"
        told.append(
            TextWarning("lost-characters", message, Span(found[_REPORTED].start, found[-1].end))
        )
    return tuple(told)
