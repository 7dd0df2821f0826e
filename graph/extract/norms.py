"""The deontic kind of a sentence: what must, must not, may or should be done.

Forms read::

    市统计局要规范统计                             obligation (but not 主要, 要求, 重要)
    不得强行要求进城落户农民转让                   prohibition
    可在现居住就业地申请落户                       permission (but not 可能, 许可)
    不受合法稳定住所等其他条件的限制               exemption
    鼓励个体工商户和自由职业者缴存                 recommendation
    禁止下列行为：（一）倾倒垃圾；（二）…          the kind of the lead holds for each item

No norms are a heading (五、鼓励创新), an attribute (应由个人缴纳的费用，; 可以享受补贴的名单),
a condition (需要延期的，), an aim (为支持绿色出行，引导文明骑行，制定本办法), a word of which a
cue is only a part (鼓励类, 支持率, 可回收物, 加强宣传引导) and the items of conditions
(有下列情形之一的，不得…：).
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from graph.extract.directing import directing
from graph.grammar.forms import Forms, compile_forms
from graph.grammar.numbering import LABEL_AT_START
from graph.grammar.sentences import brackets, sentences
from graph.model import Norm, NormKind
from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.grammar.sentences import Stretch
    from graph.model import Document, Passage

_LOOKALIKE = "lookalike"
_END = "。；！？"
_LONGEST_HEADING = 40
# 应由个人缴纳的费用， at the head of a clause tells of which costs something is said
_ATTRIBUTE = re.compile(r"(?:应当?|可以?|须|需)[^，。；：]{2,16}的[\u4e00-\u9fff]{2,6}(?=[，、])")
# 应由单位承担的费用共计320万元: what the cue belongs to is itself the subject of a sentence
_SUBJECT = re.compile(
    r"(?:应当|应(?!当)|可以|可(?!以)|须|需要|需(?!要)|必须|不得|有权|允许|禁止)(?!按|依|在|对|向|与|以|将|把|根据|从|自|于|经|督促|责令|要求|通知|告知"
    r"|组织|引导|鼓励|支持|协助|指导|帮助|确保|保证|保障|使|让)[^，。；：]{1,20}?(?<!目)的"
    r"(?![^，。；：]{0,4}(?:方式|形式|办法|手段|途径|方法|程序|渠道|原则|要求|规定|条件))"
    r"[\u4e00-\u9fff]{2,10}?(?:均?已|共计|合计|总计|共(?=\d)|(?<![理自])由|是(?!否)|为(?=[\d每第不人])|占|达|有(?=\d)"
    r"|(?<![相适对供反响效])应当?(?![急用对变])|须|必须|可以|不得|一律|纳入|视为|不变)"
)
# 需要延期的，: tells when
_CASE = re.compile(
    r"(?:应当?|可以?|须|需要?|必须|不得|允许|禁止|不应)[^，。；：（]{1,30}(?<!目)的(?:，|：)"
)
_NAMED = re.compile(r"(?:明确|属于|认定为?|符合|对|将|按照?|所)$")
_AIM = re.compile(
    r"(?:(?<=[，。；：、\s）])|^)为(?![\d期该此由]|人民|主要?|重点)了?[^，。；]{2,80}，"
)
# 引导…，确保…，: aims go on where what is to be done comes behind them
_AIMS_ON = re.compile(
    r"(?:并|和|以及|进一步|切实|有效|更好地?|积极|全面|不断|充分|有序|着力|加快)*(?:支持|引导|确保|鼓励|保障|保证|促进|推动|推进|规范|加强|提高"
    r"|提升|维护|防止|防范|预防|改善|优化|完善|发挥|保护|营造|推广|倡导|提倡|探索|满足|实现|落实|做好|健全|培育|弘扬|减少|降低"
    r"|控制|打造|建设|深化|强化|增强|方便|激励|激发|调动|扩大|加快|助力|建立|统筹|解决|巩固|拓展|贯彻|避免|杜绝)[^，。；]{2,60}，"
)
# a cue that is the first part of a noun, or an object of 加强 and stands at the end of its words
_NOUN_BEHIND = re.compile(
    r"[类率度性型员者线](?!别|上|下)|区域|区(?=[，。、内外])|目录|清单|名单|标志|标识|力度|措施|政策|事项|力量|基金|资金|平台|手段|工具|[^，。；：]?式(?=[的发服管])"
)
_NO_OBJECT = re.compile(r"[，。；：、）”》\s]|$|下[，的]|的|等(?!级)")
# 政府引导、市场运作: a slogan of parallel words, where 引导、支持企业 goes on to an object
_SLOGAN = re.compile(r"、[^，。；、的]{2,6}(?:[、，。；”]|的|原则|要求|相结合)")
# 应对申请材料进行审查: one must, and nobody copes with anything
_MUST_TO = re.compile(
    r"(?<![有积极效妥善科学主动及时])应(?=对[^，。；：、]{2,40}(?:进行|予以|给予|作出|加以|负责))"
)
_SEGMENT = "，、。；：“（ \n"
_OF_THING = re.compile(
    r"[\u4e00-\u9fff]{1,4}?(?:性|率|度|物|化|能源|材料|垃圾|资源|收入|设备|产品|期|制品|包装)"
)
_FOUNDING = frozenset({NormKind.RECOMMENDATION, NormKind.PROHIBITION, NormKind.PERMISSION})
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


@cache
def _cues() -> Forms:
    """All cue words together, so that a longer lookalike (主要) hides a cue in it (要)."""
    lookalikes = dict.fromkeys(lexicon.scheme("norm-lookalikes"), _LOOKALIKE)
    return compile_forms(lookalikes | dict(lexicon.scheme("norms")))


def find(document: Document) -> Iterator[Norm]:
    """Yield a norm for each deontic kind of each sentence, in the order of the text."""
    text = document.folded.text
    parents = {provision.label: provision.parent for provision in document.provisions}
    leads: dict[str | None, str] = {}
    for passage in directing(document):
        inherited = leads.get(parents.get(passage.where))
        own = False
        last: tuple[Stretch, list[str]] | None = None
        for sentence in _sentences(text, passage):
            kinds = list(_kinds(text, sentence))
            last = (sentence, kinds)
            own = own or bool(kinds)
            for kind in kinds:
                yield _norm(document, passage, sentence, kind, f"norm.{kind}")
            if not kinds and inherited and not own:
                yield _norm(document, passage, sentence, inherited, "norm.list")
                own = True
        if last and last[1] and _leads(text, last[0], last[1][0]):
            leads[passage.where] = last[1][0]


def _sentences(text: str, passage: Passage) -> Iterator[Stretch]:
    """Yield the sentences of a passage without its label, a heading, and what is in brackets."""
    label = LABEL_AT_START.match(text, passage.start, passage.end)
    start = label.end() if label else passage.start
    for index, sentence in enumerate(sentences(text, start, passage.end)):
        begin = _behind_bracket(text, sentence)
        if begin >= sentence.end or (index == 0 and label and _is_heading(text, sentence, passage)):
            continue
        yield type(sentence)(begin, sentence.end)


def _behind_bracket(text: str, sentence: Stretch) -> int:
    """Return where a sentence goes on behind brackets that open it: （市公安局负责）鼓励…."""
    begin = sentence.start
    while begin < sentence.end and text[begin] in " \n\t":
        begin += 1
    for bracket in brackets(text, begin, sentence.end):
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


def _kinds(text: str, sentence: Stretch) -> Iterator[str]:
    """Yield the deontic kinds of a sentence, each once."""
    passed = list(_aims(text, sentence))
    seen: set[str] = set()
    for kind, start, end in _cues().find(text, sentence.start, sentence.end):
        if kind == _LOOKALIKE and _MUST_TO.match(text, start):
            kind, end = NormKind.OBLIGATION, start + 1  # noqa: PLW2901 - 应 + 对, no 应对
        if kind == _LOOKALIKE or kind in seen:
            continue
        if any(first <= start < stop for first, stop in passed) or _tells_which(text, start):
            continue
        if _is_noun(text, kind, start, end):
            continue
        seen.add(kind)
        yield kind


def _aims(text: str, sentence: Stretch) -> Iterator[tuple[int, int]]:
    """Yield the clauses of purpose; the last clause of a sentence is what is to be done."""
    for aim in _AIM.finditer(text, sentence.start, sentence.end):
        stop = aim.end()
        while (
            further := _AIMS_ON.match(text, stop, sentence.end)
        ) and further.end() < sentence.end:
            stop = further.end()
        yield aim.start(), stop


def _is_noun(text: str, kind: str, start: int, end: int) -> bool:
    """Whether the words of a cue are part of a noun here: 鼓励类, 支持率, 可回收物."""
    if kind in _FOUNDING and end - start > 1 and _NOUN_BEHIND.match(text, end):
        return True
    if kind == NormKind.RECOMMENDATION:
        if text.startswith("、", end):
            return text[start - 1] not in _SEGMENT and _SLOGAN.match(text, end) is not None
        return _NO_OBJECT.match(text, end) is not None
    if text[start:end] == "可":
        behind = _OF_THING.match(text, end)
        return behind is not None and _NO_OBJECT.match(text, behind.end()) is not None
    return False


def _tells_which(text: str, start: int) -> bool:
    """Whether a cue is part of an attribute and says which ones, not what is to be done."""
    if _SUBJECT.match(text, start) or _CASE.match(text, start):
        return True
    if not _ATTRIBUTE.match(text, start):
        return False
    before = text[max(0, start - 4) : start]
    return not before or before[-1] in "，。；：、\n" or _NAMED.search(before) is not None


def _leads(text: str, sentence: Stretch, kind: str) -> bool:
    """Whether a sentence opens a list whose items are what it bans, demands or allows."""
    words = text[sentence.start : sentence.end].rstrip()
    lead = _LEAD.search(words)
    if lead is None or _CASES.search(words) or _PARTS.search(words[: lead.start()]):
        return False
    return re.search(f"(?:{_LISTED[NormKind(kind)]})", lead["what"]) is not None


def _norm(document: Document, passage: Passage, sentence: Stretch, kind: str, rule: str) -> Norm:
    return Norm(
        where=passage.where,
        work=passage.work,
        span=document.folded.span(sentence.start, sentence.end),
        rule=rule,
        kind=NormKind(kind),
    )
