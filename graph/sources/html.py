"""HTML: the densest container of a page, with what the page says of the document beside it.

Read as text: the smallest element that holds nearly all of the prose, and the title of the
document where the page shows it outside of that element. Read as metadata: the table of
索引号, 发文字号, 成文日期, 发文机关 in front of the text, and ``<meta>`` of the 政府网站发展指引
(国办发〔2017〕47号). The rest of the page (navigation, recommendations, footer) is left out.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from graph.model import SourceText, TextWarning
from graph.sources import page_fields
from graph.sources.html_lines import Line, read_lines
from graph.sources.html_tree import Page, parse
from graph.sources.transcript import Transcript
from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from selectolax.lexbor import LexborHTMLParser

    from graph.sources.decoding import Decoded

_SHARE: Final = 0.9  # of the prose of an element that one child must hold to stand for it
_FEWEST: Final = 2  # lines of a document beside its tables
_SENTENCE: Final = re.compile(r"[。；，]")
_SIGN: Final = re.compile(
    r"""(?:[^〔\[（﹝：:\s]{2,12}[〔\[（﹝]\d{4}[〕\]）﹞]\s*\d+\s*号  # 惠城府办〔2015〕9号
    | [^。，：:\s]{2,20}令\s?(?:第\s?)?\d+\s?号                 # 省政府令第175号
    | [^。：:]*[、，][^。：:]*[：:]                             # 各镇政府，各街道办事处：
    | [\d○〇零一二三四五六七八九十\s]{4,}年.{1,4}月.{1,4}日        # 二○一二年八月二十一日
    )""",
    re.VERBOSE,
)
_TITLE: Final = re.compile(r"[^：:]*关于[^：:]{4,}")  # GB/T 9704-2012, 7.3.1: 发文机关、事由、文种
_FIRST_UNIT: Final = re.compile("第一[章条]|一、")
# （1995年11月3日某市人大常委会第四次会议通过, （某部令第37号 1999年2月…: the note below a title
_NOTE: Final = re.compile(
    r"[（(](?:[^（()）。]{2,20}令第?\s?\d+号[\s，]*)?\d{4}年\d{1,2}月\d{1,2}日[^。]{4,80}?(?:通过|公布|发布|批准|修正|修订)"
)
_CITED: Final = re.compile("《[^《》]*》")
_BLANKS: Final = re.compile(r"\s+")
_TOLD: Final = 40  # characters from which a sentence beside the document is told
_LONGEST_SIGN: Final = 300
_SHORTEST_TITLE: Final = 8
_LONGEST_TITLE: Final = 200
_TITLE_WITHIN: Final = 2_000  # characters of the text in which its own title would stand


def read(decoded: Decoded, name: str, sha256: str) -> SourceText:
    """Return the text of the page's document.

    Raises:
        EmptySource: the page shows no text.
        TooLarge: its elements are nested too deeply.

    """
    tree, page = parse(decoded.text, name)
    lines = read_lines(page)
    first, last = _span(page, lines, _densest(page, lines))
    body = lines[first:last]
    fields = page_fields.read([line.text for line in (*lines[:first], *_front(body))], _meta(tree))
    titles = (fields.get("title", ""), *(node.text() for node in tree.css("title")))
    transcript = Transcript(name)
    heading = _heading(page, lines[:first], body, titles)
    for line in (*heading, *body):
        transcript.write(line.pieces)
    outside = [line for line in (*lines[:first], *lines[last:]) if line not in heading]
    return SourceText(
        text=transcript.text(),
        name=name,
        media_type="text/html",
        encoding=decoded.encoding,
        sha256=sha256,
        metadata=fields,
        anchors=transcript.anchors(),
        warnings=(*decoded.warnings, *_left_out(outside)),
    )


def _densest(page: Page, lines: Sequence[Line]) -> int:
    """Return the smallest element that holds nearly all of the prose and every sign of a document.

    Prose are lines with punctuation of sentences, and rows of tables, without their links. A
    single paragraph or table never stands for a document: its title is beside it.
    """
    prose, signs, others = ([0] * len(page.tags) for _ in range(3))
    before = ""
    for line in lines:
        text = line.text.strip()
        own = len(text) - 2 * line.linked
        is_row = line.is_row and not page_fields.states_a_field(text)
        if own > 0 and (is_row or _SENTENCE.search(text)):
            prose[line.element] += own
        if not line.linked and not before.endswith(("：", ":")) and _is_sign(text):
            signs[line.element] += 1
        others[line.element] += not line.is_row
        before = text
    best: dict[int, int] = {}
    for element in range(len(page.tags) - 1, 0, -1):
        parent = page.parents[element]
        for sums in (prose, signs, others):
            sums[parent] += sums[element]
        if prose[element] >= prose[best.get(parent, element)]:
            best[parent] = element
    densest = 0
    while densest in best:
        child = best[densest]
        share = prose[child] / max(prose[densest], 1)
        if share < _SHARE or signs[child] < signs[densest] or others[child] < _FEWEST:
            break
        densest = child
    return densest


def _left_out(lines: Sequence[Line]) -> list[TextWarning]:
    """Tell of sentences beside the document: they may belong to it."""
    found = [
        line.text.strip()
        for line in lines
        if not line.linked and len(line.text) >= _TOLD and _SENTENCE.search(line.text)
    ]
    if not found:
        return []
    message = (
        f"网页正文以外有 {len(found)} 段文字未读取 / {len(found)} paragraphs of the page are not "
        f"taken for the document; the first: {found[0][:_TOLD]}"
    )
    return [TextWarning("left-out", message)]


def _is_sign(text: str) -> bool:
    return len(text) <= _LONGEST_SIGN and bool(_SIGN.fullmatch(text))


def _span(page: Page, lines: Sequence[Line], container: int) -> tuple[int, int]:
    if not page.tags:
        return 0, 0
    inside = [
        number
        for number, line in enumerate(lines)
        if container <= line.element < page.ends[container]
    ]
    return (inside[0], inside[-1] + 1) if inside else (0, len(lines))


def _front(body: Sequence[Line]) -> Sequence[Line]:
    """Return the lines of the text before its first sentence: some pages put the fields there."""
    for number, line in enumerate(body):
        if _SENTENCE.search(line.text):
            return body[:number]
    return body


def _meta(tree: LexborHTMLParser) -> dict[str, str]:
    found: dict[str, str] = {}
    for node in tree.css("meta[name]"):
        found.setdefault(
            (node.attributes["name"] or "").lower(), node.attributes.get("content") or ""
        )
    return found


def _heading(
    page: Page, before: Sequence[Line], body: Sequence[Line], titles: Sequence[str]
) -> list[Line]:
    """Return the line in front of the text that shows its title, when the text does not."""
    known = [_BLANKS.sub("", title) for title in titles]
    begin = _BLANKS.sub("", "".join(line.text for line in body))[:_TITLE_WITHIN]
    begin = _CITED.sub("", begin)  # a document may cite its parent, which has the same title
    found = []
    for line in before:
        text = _BLANKS.sub("", line.text)
        if not _SHORTEST_TITLE <= len(text) <= _LONGEST_TITLE or text in begin or line.linked:
            continue
        if (
            page.tags[line.element] == "h1"
            or _TITLE.match(text)
            or any(text in title for title in known)
        ):
            found.append(line)
    return found[-1:] or _kind_above(before, body)


def _kind_above(before: Sequence[Line], body: Sequence[Line]) -> list[Line]:
    """Return the line that names a statute whose text begins with its first clause or its note."""
    first = next((line.text.strip() for line in body if line.text.strip()), "")
    if not (_FIRST_UNIT.match(first) or _NOTE.match(first)):
        return []
    texts = [(line, _BLANKS.sub("", line.text)) for line in before if not line.linked]
    named = [
        line
        for line, text in texts
        if len(text) <= _LONGEST_TITLE and not _SENTENCE.search(text) and _in_kind().search(text)
    ]
    return named[-1:]


@cache
def _in_kind() -> re.Pattern[str]:
    kinds = lexicon.alternatives("document-kinds")
    return re.compile(rf"[\u4e00-\u9fff]{{2}}{kinds}(?:（[^（）]{{1,12}}）)?$")
