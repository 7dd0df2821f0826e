"""Why a clause is held to carry out another, in words that a reader can check."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graph.align.comparison import PLAIN
from ontology import lexicon

if TYPE_CHECKING:
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
    "faint": {
        "zh": "相同用词不多，须对读两条",
        "en": "few words in common: read both",
    },
    "in-order": {"zh": "次序相符", "en": "in the order of the parent"},
    "out-of-order": {"zh": "次序不同", "en": "out of the parent's order"},
    "not-found": {
        "zh": "已逐条查找，未见对应；最接近的是{nearest}（相似度{score:.2f}）",
        "en": "looked for and not found; the nearest is {nearest} (score {score:.2f})",
    },
    "rejected": {
        "zh": "与{nearest}的对应（相似度{score:.2f}）经审核否定，此外未见对应",
        "en": "a reviewer rejected the correspondence to {nearest} (score {score:.2f}); no other "
        "was found",
    },
    "nothing-near": {
        "zh": "已逐条查找，没有相近条款",
        "en": "looked for and not found; no clause is like it",
    },
}
_COMMA: Final = {"zh": "；", "en": "; "}


def justification(comparison: Comparison, link: ParentLink, lang: Lang = "zh") -> str:
    """Return what speaks for a correspondence, and what against it."""
    evidence = link.evidence
    reasons = [
        _say("shares", lang, of_child=evidence.of_child, of_parent=evidence.of_parent),
        *_quoted(comparison, evidence, lang),
        *_named(evidence, lang),
        _say("out-of-order" if evidence.displacement else "in-order", lang),
        *([_say("faint", lang)] if link.score < PLAIN else ()),
    ]
    return _COMMA[lang].join(reasons)


def not_found(found: NotFound, lang: Lang = "zh") -> str:
    """Return that a counterpart was looked for, and what came nearest."""
    if found.nearest is None:
        return _say("nothing-near", lang)
    reason = "rejected" if found.rejected else "not-found"
    return _say(reason, lang, nearest=found.nearest, score=found.score)


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


def _name(concept: str, lang: Lang) -> str:
    scheme, _, key = concept.partition(":")
    return lexicon.label(scheme, key, lang) if scheme in lexicon.SCHEMES else key


def _one_line(quote: str) -> str:
    return "".join(quote.split())


def _say(reason: str, lang: Lang, **values: object) -> str:
    return _WORDS[reason][lang].format(**values)
