"""Why a clause is held to carry out another, in words that a reader can check."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graph.model import Status
from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.align.comparison import Comparison, Evidence, NotFound, ParentLink
    from ontology.lexicon import Lang

_MOST_QUOTED = 3
_WORDS: Final = {
    "shares": {
        "zh": "本条用词的{of_child:.0%}见于该条，该条用词的{of_parent:.0%}见于本条",
        "en": "{of_child:.0%} of this clause's words are in the parent, {of_parent:.0%} of the "
        "parent's in this clause",
    },
    "passages": {"zh": "相同文字：{quotes}", "en": "the same words: {quotes}"},
    "sentence": {
        "zh": "该条“{quote}”一句仅由本条承接",
        "en": "only this clause takes over the sentence “{quote}”",
    },
    "named": {
        "zh": "本条写明“{quote}”",
        "en": "this clause names it: “{quote}”",
    },
    "heading": {
        "zh": "标题与该条所在部分相同",
        "en": "headed as the section that the parent clause stands in",
    },
    "concepts": {"zh": "都涉及{names}", "en": "both concern {names}"},
    "matched": {
        "zh": "对应（概率{score:.2f}）",
        "en": "corresponds (probability {score:.2f})",
    },
    "to-review": {
        "zh": "待核（概率{score:.2f}）",
        "en": "to be reviewed (probability {score:.2f})",
    },
    "accepted": {
        "zh": "对应（经审核确认，概率{score:.2f}）",
        "en": "corresponds (a reviewer accepted it, probability {score:.2f})",
    },
    "refused": {
        "zh": "经审核否定（概率{score:.2f}）",
        "en": "a reviewer rejected it (probability {score:.2f})",
    },
    "beside": {
        "zh": "相邻条款对应{labels}",
        "en": "the clauses beside it go to {labels}",
    },
    "only-child": {
        "zh": "该条有些用词只有本条承接",
        "en": "words of the parent that only this clause has",
    },
    "only-parent": {
        "zh": "本条有些用词只见于该条",
        "en": "words of this clause that only this parent has",
    },
    "topic": {
        "zh": "两条所讲事项相同",
        "en": "each says what the other is about",
    },
    "not-found": {
        "zh": "已逐条查找，未见对应；最接近的是{nearest}（概率{score:.2f}）",
        "en": "looked for and not found; the nearest is {nearest} (probability {score:.2f})",
    },
    "open": {
        "zh": "未见确定的对应；待核的是{nearest}（概率{score:.2f}）",
        "en": "none found that holds; {nearest} is to be reviewed (probability {score:.2f})",
    },
    "rejected": {
        "zh": "与{nearest}的对应（概率{score:.2f}）经审核否定，此外未见对应",
        "en": "a reviewer rejected the correspondence to {nearest} (probability {score:.2f}); no "
        "other was found",
    },
    "nothing-near": {
        "zh": "已逐条查找，没有相近条款",
        "en": "looked for and not found; no clause is like it",
    },
}
_REVIEWED: Final[Mapping[str, str]] = {Status.ACCEPTED: "accepted", Status.REJECTED: "refused"}
_SAID_ALONE: Final = ("only-child", "only-parent", "topic")
_COMMA: Final = {"zh": "；", "en": "; "}


def justification(comparison: Comparison, link: ParentLink, lang: Lang = "zh") -> str:
    """Return what speaks for a correspondence, and what against it."""
    evidence = link.evidence
    reasons = [
        _say(_standing(link), lang, score=link.score),
        _say("shares", lang, of_child=evidence.of_child, of_parent=evidence.of_parent),
        *_quoted(comparison, evidence, lang),
        *_named(evidence, lang),
        *(_say(reason, lang) for reason in evidence.reasons if reason in _SAID_ALONE),
        *_placed(evidence, lang),
    ]
    return _COMMA[lang].join(reasons)


def not_found(found: NotFound, lang: Lang = "zh") -> str:
    """Return that a counterpart was looked for, and what came nearest."""
    if found.nearest is None:
        return _say("nothing-near", lang)
    reason = "rejected" if found.rejected else "open" if found.is_open else "not-found"
    return _say(reason, lang, nearest=found.nearest, score=found.score)


def _standing(link: ParentLink) -> str:
    return _REVIEWED.get(link.status, "matched" if link.sure else "to-review")


def _quoted(comparison: Comparison, evidence: Evidence, lang: Lang) -> list[str]:
    longest = sorted(evidence.passages, key=lambda p: p.child.start - p.child.end)[:_MOST_QUOTED]
    reasons = []
    if longest:
        quotes = [f"“{_one_line(comparison.child.quote(passage.child))}”" for passage in longest]
        reasons.append(_say("passages", lang, quotes=lexicon.BETWEEN[lang].join(quotes)))
    if evidence.named:
        quote = _one_line(comparison.child.quote(evidence.named))
        reasons.append(_say("named", lang, quote=quote))
    if evidence.whole_sentence:
        quote = _one_line(comparison.parent.quote(evidence.whole_sentence))
        reasons.append(_say("sentence", lang, quote=quote))
    return reasons


def _named(evidence: Evidence, lang: Lang) -> list[str]:
    reasons = [_say("heading", lang)] if evidence.same_heading else []
    if evidence.concepts:
        names = (_name(concept, lang) for concept in evidence.concepts)
        reasons.append(_say("concepts", lang, names=lexicon.BETWEEN[lang].join(names)))
    return reasons


def _placed(evidence: Evidence, lang: Lang) -> list[str]:
    if "neighbours" not in evidence.reasons or not evidence.beside:
        return []
    return [_say("beside", lang, labels=lexicon.BETWEEN[lang].join(evidence.beside))]


def _name(concept: str, lang: Lang) -> str:
    scheme, _, key = concept.partition(":")
    return lexicon.label(scheme, key, lang) if scheme in lexicon.SCHEMES else key


def _one_line(quote: str) -> str:
    return "".join(quote.split())


def _say(reason: str, lang: Lang, **values: object) -> str:
    return _WORDS[reason][lang].format(**values)
