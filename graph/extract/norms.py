"""The deontic kind of a sentence: what must, must not, may or should be done.

Forms read::

    市统计局要规范统计                             obligation (but not 主要, 要求, 重要)
    不得强行要求进城落户农民转让                   prohibition
    可在现居住就业地申请落户                       permission (but not 可能, 许可)
    不受合法稳定住所等其他条件的限制               exemption
    鼓励个体工商户和自由职业者缴存                 recommendation
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from graph.grammar.sentences import sentences
from graph.model import Norm, NormKind, Place
from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.model import Document

_WORDS_BETWEEN = r"[^。；！？\n]{1,60}?"
_SILENT = (Place.TITLE, Place.NOTICE)


def _pattern_of(form: str) -> str:
    return _WORDS_BETWEEN.join(re.escape(part) for part in form.split("…"))


@cache
def _cues() -> re.Pattern[str]:
    """All cue words in one pattern, the longest first, so that a lookalike hides a cue in it."""
    forms = dict.fromkeys(lexicon.scheme("norm-lookalikes"), "lookalike") | dict(
        lexicon.scheme("norms")
    )
    ordered = sorted(forms, key=lambda form: (-len(form.replace("…", "")), form))
    names = {kind.value: kind.value for kind in NormKind}
    return re.compile(
        "|".join(
            f"(?P<{names.get(forms[f], 'x')}_{i}>{_pattern_of(f)})" for i, f in enumerate(ordered)
        )
    )


def find(document: Document) -> Iterator[Norm]:
    """Yield a norm for each deontic kind of each sentence, in the order of the text."""
    text = document.folded.text
    for passage in document.passages:
        if passage.where in _SILENT:
            continue
        for sentence in sentences(text, passage.start, passage.end):
            if text[sentence.start] in "（〔":
                continue
            kinds = dict.fromkeys(
                str(match.lastgroup).partition("_")[0]
                for match in _cues().finditer(text, sentence.start, sentence.end)
            )
            for kind in kinds:
                if kind != "x":
                    yield Norm(
                        where=passage.where,
                        work=passage.work,
                        span=document.folded.span(sentence.start, sentence.end),
                        rule=f"norm.{kind}",
                        kind=NormKind(kind),
                    )
