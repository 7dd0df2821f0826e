"""The deontic kind of a sentence: what must, must not, may or should be done.

Forms read::

    市统计局要规范统计                             obligation (but not 主要, 要求, 重要)
    不得强行要求进城落户农民转让                   prohibition
    可在现居住就业地申请落户                       permission (but not 可能, 许可)
    不受合法稳定住所等其他条件的限制               exemption
    鼓励个体工商户和自由职业者缴存                 recommendation
    禁止下列行为：（一）倾倒垃圾；（二）…          the kind of the lead holds for each item

A sentence is a norm only by a printed marker in its main clause (:mod:`.deontic_markers`). What is
ordered without one (严格按照程序实施征地, 依法足额支付) is none: any directive would be.

No norms are

- a heading (五、鼓励创新, 四、压实责任，确保完成任务),
- an attribute (可以享受补贴的名单), a condition (需要延期的，),
- an aim (为支持绿色出行，引导文明骑行，制定本办法),
- a word of which a cue is only a part (鼓励类, 支持率, 可回收物, 加强宣传引导),
- the items of conditions (有下列情形之一的，不得…：),
- the words that an amendment quotes: the new ones are norms of the amended act.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.extract.case_lists import case_lists
from graph.extract.deontic_markers import is_weak, markers_of
from graph.extract.directing import directing
from graph.extract.unit_openings import opening
from graph.grammar.numbering import LABEL_AT_START
from graph.grammar.sentences import brackets, sentences
from graph.model import Norm, NormKind, Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from graph.grammar.sentences import Stretch
    from graph.model import Document, Passage

_END = "。；！？"
_LONGEST_HEADING = 40
_AROUND_HEADING = "。；！？：* \n\t"
_NEEDED = re.compile(r"^[^应须可]*需(?![求])[^应须可]*$")  # 需定期处理； in a list of cases
# What a lead of each kind opens a list of; the items of 应当包括下列内容 are parts and no norms.
_LISTED = {
    NormKind.PROHIBITION: "行为|活动|做法",
    NormKind.OBLIGATION: "职责|义务|任务|工作|规定|要求|措施|制度",
    NormKind.PERMISSION: "权利|权力|措施",
    NormKind.EXEMPTION: "费用|手续|材料|证明",
    NormKind.RECOMMENDATION: "行为|活动|工作|措施|做法",
}
_PARTS = re.compile(
    r"(?:包括|包含|载明|写明|注明|列明|约定|具备|提交|提供|明确|说明)[^，。；：]{0,6}$"
)
_LEAD = re.compile(r"(?:下列|以下|如下)(?P<what>[^，。；：]{0,16})：$")
_CASES = re.compile(r"(?:情形|条件|情况)[^，。；：]{0,4}(?:之一|的)[^：]*：$")


def find(document: Document) -> Iterator[Norm]:
    """Yield a norm for each deontic kind of each sentence, in the order of the text."""
    text = document.folded.text
    parents = {provision.label: provision.parent for provision in document.provisions}
    headings = {provision.label: provision.heading for provision in document.provisions}
    cases = case_lists(document)
    leads: dict[str | None, NormKind] = {}
    for passage in directing(document):
        inherited = leads.get(parents.get(passage.where))
        own = False
        last: tuple[Stretch, list[NormKind]] | None = None
        for sentence in _sentences(text, passage, headings.get(passage.where, "")):
            if parents.get(passage.where) in cases and _NEEDED.search(
                text, sentence.start, sentence.end
            ):
                continue
            kinds = _kinds(text, sentence, passage, headings.get(passage.where, ""))
            last = (sentence, kinds)
            own = own or bool(kinds)
            for kind in kinds:
                yield _norm(document, passage, sentence, kind, f"norm.{kind}")
            heads = sentence.end < passage.end and _is_run_in(text, sentence, headings, passage)
            if not kinds and inherited and not own and not heads:
                yield _norm(document, passage, sentence, inherited, "norm.list")
                own = True
        if last and last[1] and _leads(text, last[0], last[1][0]):
            leads[passage.where] = last[1][0]


def _is_run_in(text: str, sentence: Stretch, headings: Mapping[str, str], passage: Passage) -> bool:
    """Whether a sentence is the heading before the text of an item: （五）评选表彰。年底前…."""
    heading = headings.get(passage.where, "").strip(_AROUND_HEADING)
    words = text[sentence.start : sentence.end].strip(_AROUND_HEADING)
    return words == heading != "" and not words.startswith("其他")  # 其他阻碍协商的行为。


def _kinds(text: str, sentence: Stretch, passage: Passage, heading: str) -> list[NormKind]:
    """Return the deontic kinds of a sentence.

    In the heading of a unit those words do not count that say no more than what it is about, and
    in a letter 确保 is how it closes (请抓紧实施，确保完成任务).
    """
    words = text[sentence.start : sentence.end].strip(_AROUND_HEADING)
    heads = bool(heading) and words == heading.strip(_AROUND_HEADING)
    kinds: list[NormKind] = []
    for marker in markers_of(text, sentence):
        weak = is_weak(text, marker)
        urges = marker.kind is NormKind.OBLIGATION and marker.start == sentence.start
        if heads and (weak or urges):  # （一）要高度重视。
            continue
        if passage.where == Place.NOTICE and weak and marker.kind is NormKind.OBLIGATION:
            continue
        kinds.append(marker.kind)
    return kinds


def _sentences(text: str, passage: Passage, heading: str) -> Iterator[Stretch]:
    """Yield the sentences of a passage without its label, a heading, and what is in brackets."""
    label = LABEL_AT_START.match(text, passage.start, passage.end)
    start, behind = opening(text, passage, heading)
    glued = behind > start
    for index, sentence in enumerate(sentences(text, behind, passage.end)):
        begin = _behind_bracket(text, sentence)
        heads = index == 0 and label and not glued
        if begin >= sentence.end or (heads and _is_heading(text, sentence, passage)):
            continue
        end = begin + len(text[begin : sentence.end].rstrip())  # before the border of a cell
        yield type(sentence)(begin, end)


def _behind_bracket(text: str, sentence: Stretch) -> int:
    """Return where a sentence goes on behind brackets that open it: （市公安局负责）鼓励…."""
    begin = sentence.start
    while begin < sentence.end and text[begin] in " \n\t":
        begin += 1
    opens = text[begin : begin + 1] in {"（", "〔"}
    for bracket in brackets(text, begin, sentence.end) if opens else ():
        if bracket.start != begin:
            break
        begin = bracket.end
    closed = begin > sentence.start and text[begin : sentence.end].strip("。；！？ \n") == ""
    return sentence.end if closed or text[begin : begin + 1] in {"（", "〔"} else begin


def _is_heading(text: str, sentence: Stretch, passage: Passage) -> bool:
    """Whether the first words behind a label are a heading: they end with their line alone."""
    words = text[sentence.start : sentence.end].strip()
    ended = words.endswith((*_END, "：", "，"))
    goes_on = sentence.end < passage.end or passage.end < len(text)
    return not ended and len(words) <= _LONGEST_HEADING and "，" not in words and goes_on


def _leads(text: str, sentence: Stretch, kind: NormKind) -> bool:
    """Whether a sentence opens a list whose items are what it bans, demands or allows."""
    words = text[sentence.start : sentence.end].rstrip()
    lead = _LEAD.search(words)
    if lead is None or _CASES.search(words) or _PARTS.search(words[: lead.start()]):
        return False
    return re.search(f"(?:{_LISTED[kind]})", lead["what"]) is not None


def _norm(
    document: Document, passage: Passage, sentence: Stretch, kind: NormKind, rule: str
) -> Norm:
    return Norm(
        where=passage.where,
        work=passage.work,
        span=document.folded.span(sentence.start, sentence.end),
        rule=rule,
        kind=kind,
    )
